/// Tells what a `##` section is, from the words of its heading and from what stands under it.
struct SectionClassifier {
  let source: [UInt8]

  /// The kind of a section, or nil where it is a table of no known kind. A problem is reported where heading and content contradict each other.
  func kind(of heading: PlanText, stated: PlanText?, blocks: [MarkdownBlock], problems: inout ProblemList)
    -> SectionKind?
  {
    if let stated {
      if let kind = Self.kind(inWords: stated.string) { return kind }
      problems.add(
        .unknownValue(key: FieldName.tableKind.name, value: stated.string, known: Self.knownWords), at: stated.range)
      return nil
    }
    let section = Section(heading: heading, content: .narrative(""))
    let said = Self.kind(inWords: section.title.string)
    // Boxes nested in an item are a sub-heading of a checklist or part of a measure: the heading knows.
    let held = kind(ofContent: blocks, countsNestedBoxes: said == nil)
    if section.attachment == nil, section.label != nil {
      // 壹、…: a narrative section whose heading may mention a table that stands elsewhere.
      return said == .citations ? .citations : said != nil && said == held ? said : .narrative
    }
    if let said {
      guard said != .citations, let held, held != said else { return said }
      problems.add(.tableKindDiffers(heading: said, content: held), at: heading.range)
      // Read as what it is: every line would be wrong for the kind that the heading names.
      return held
    }
    if let held { return held }
    guard section.attachment != nil else { return .narrative }
    problems.add(.unknownTable(known: Self.knownWords), at: heading.range)
    return nil
  }

  /// The words that name each kind of table, the most telling first.
  private static let words: [(SectionKind, [String])] = [
    (.survey, ["措施調查表", "調查表"]),
    (.checklist, ["檢核表"]),
    (.taskForce, ["編組名冊", "編組表", "推動小組名冊", "小組名冊", "名冊", "推動小組"]),
    (.units, ["單位表"]),
    (.inspectionLog, ["工作日誌", "工作日志", "巡檢表"]),
    (.measures, ["具體作法表", "具體做法表", "具體作法", "具體做法"]),
    (.citations, ["計畫依據", "依據"]),
  ]

  private static let knownWords: [String] = words.compactMap { $0.0 == .citations ? nil : $0.1.first }

  private static func kind(inWords text: String) -> SectionKind? {
    let key = NameKey(text).text
    if let citations = words.last?.1, citations.contains(key) { return .citations }
    return words.dropLast().first { $0.1.contains { key.contains($0) } }?.0
  }

  /// What the content is, where that is beyond doubt.
  private func kind(ofContent blocks: [MarkdownBlock], countsNestedBoxes: Bool) -> SectionKind? {
    var sawHeading = false
    for block in blocks {
      switch block {
      case .table(let table): return kind(of: table)
      case .heading: sawHeading = true
      case .item(let item):
        if item.checkbox != nil { return .checklist }
        if sawHeading, let kind = kind(ofNested: item, countsBoxes: countsNestedBoxes) { return kind }
      default: break
      }
    }
    return nil
  }

  private func kind(ofNested item: MarkdownItem, countsBoxes: Bool) -> SectionKind? {
    let parser = MarkdownParser(source: source)
    let reader = FieldReader(source: source)
    if case .field = reader.read(item, allowed: FieldName.ofGroup) { return .measures }
    for block in parser.blocks(in: item) {
      guard case .item(let inner) = block else { continue }
      if countsBoxes, inner.checkbox != nil { return .checklist }
      if case .field = reader.read(inner, allowed: FieldName.ofMeasure) { return .measures }
    }
    return nil
  }

  private func kind(of table: MarkdownTable) -> SectionKind? {
    let names = table.header.cells.map(\.string)
    if names.contains(where: { SurveyColumn.named($0) == .name }) { return .survey }
    if names.contains(where: { MemberColumn.named($0) == .role }) { return .taskForce }
    if names.contains(where: { UnitColumn.named($0) == .aliases }) { return .units }
    if names.contains(where: { MeasureColumn.named($0) == .measure }) { return .measures }
    if names.contains(where: { InspectionColumn.named($0) == .item }) { return .inspectionLog }
    return nil
  }
}
