import PlanModel
import PlanText

/// Tells what a `##` section is, from the words of its heading and from what stands under it.
struct SectionClassifier {
  private let tree: BlockTree
  private let fieldReader: FieldReader

  init(_ tree: BlockTree) {
    self.tree = tree
    fieldReader = FieldReader(tree: tree)
  }

  /// The kind of a section; what is a table of no known kind is kept as text. A problem is reported where heading and
  /// content contradict each other.
  func kind(
    of heading: PlanText, stated: PlanText?, blocks: [Block], problems: inout ProblemList
  ) -> SectionKind {
    if let stated {
      if let kind = Self.kind(inWords: stated.string) { return kind }
      // A table of another kind is kept as it is.
      if NearMiss.best(for: NameKey(stated.string).text, among: Self.words.flatMap(\.1)) != nil {
        problems.add(
          .unknownValue(key: FieldName.tableKind.name, value: stated.string, known: Self.knownWords), at: stated.range)
      }
      return .narrative
    }
    let section = Section(heading: heading, content: .narrative(""))
    let said = Self.kind(inHeading: section, blocks: blocks)
    // Boxes nested in an item are a sub-heading of a checklist or part of a measure: the heading knows.
    let held = kind(ofContent: blocks, countsNestedBoxes: said == nil)
    if section.attachment == nil, section.label != nil {
      // 壹、…: a narrative section whose heading may mention a table that stands elsewhere.
      guard let said else { return isListOfMeasures(blocks) ? .measures : .narrative }
      return said == .citations || Self.agrees(said, with: held) ? said : .narrative
    }
    if let said {
      // Any table of measures may be laid out with the columns of another form.
      guard said != .citations, let held, !Self.agrees(said, with: held) else {
        return held == nil && isOther(than: said, blocks) ? .narrative : said
      }
      problems.add(.tableKindDiffers(heading: said, content: held), at: heading.range)
      // Read as what it is: every line would be wrong for the kind that the heading names.
      return held
    }
    return held ?? .narrative
  }

  /// Whether a table has next to nothing of the kind that a heading names, so that its words mean another thing: a
  /// 滿意度調查表 with questions, a 志工名冊 with names alone.
  private func isOther(than said: SectionKind, _ blocks: [Block]) -> Bool {
    guard let table = blocks.first(where: { $0.kind == .table }) else { return false }
    let names = tree.header(of: table).cells.map(\.string)
    func has<Column: TableColumn>(_ columns: Column.Type) -> Bool {
      let known = names.filter { name in
        Column.named(name) != nil
          || FieldSlip.intended(by: NameKey(name).text, among: Column.allCases.flatMap(\.names)) != nil
      }
      return known.count > 1
    }
    return switch said {
    case .survey: !has(SurveyColumn.self)
    case .taskForce: !has(MemberColumn.self)
    case .units: !has(UnitColumn.self)
    case .checklist: !blocks.contains { $0.kind == .heading || $0.kind == .item }
    // A log has one known column beside its times.
    case .inspectionLog, .narrative, .citations, .measures, .workItems, .strategies: false
    }
  }

  /// Whether a heading and what stands under it can be of one kind.
  private static func agrees(_ said: SectionKind, with held: SectionKind?) -> Bool {
    said == held || (said.layout != nil && held?.layout != nil)
  }

  /// The words that name each kind of table, the most telling first. The first of each is the one that plantool
  /// proposes.
  private static let words: [(SectionKind, [String])] = [
    (.survey, ["措施調查表", "調查表"]),
    (.checklist, ["檢核表"]),
    (.taskForce, ["編組名冊", "編組表", "推動小組名冊", "小組名冊", "名冊", "推動小組"]),
    (.units, ["單位表"]),
    (.inspectionLog, ["工作日誌", "工作日志", "巡檢表"]),
    (.workItems, ["工作要項執行表", "工作項目執行表"]),
    (.strategies, ["策略與方法表", "實施方法表", "策略與方法", "執行策略及方法"]),
    (.measures, ["具體作法表", "具體做法表", "具體作法", "具體做法"]),
    (.citations, ["計畫依據", "依據"]),
  ]

  private static let knownWords: [String] = words.compactMap { $0.0 == .citations ? nil : $0.1.first }

  /// The kind that a heading names. 實施方法 is a word of running text as well: at the end of a heading that has no
  /// number, over headings of its own, it names a table.
  private static func kind(inHeading section: Section, blocks: [Block]) -> SectionKind? {
    let title = section.title.string
    if let kind = kind(inWords: title) { return kind }
    let hasHeadings = blocks.contains { $0.kind == .heading }
    return section.label == nil && hasHeadings && NameKey(title).text.hasSuffix("實施方法") ? .strategies : nil
  }

  static func kind(inWords text: String) -> SectionKind? {
    let key = NameKey(text).text
    if let citations = words.last?.1, citations.contains(key) { return .citations }
    return words.dropLast().first { $0.1.contains { key.has($0) } }?.0
  }

  /// The layout that 表別 names in a checklist.
  static func layout(named words: PlanText, problems: inout ProblemList) -> TableLayout? {
    let layout = kind(inWords: words.string)?.layout
    if layout == nil {
      let known = Self.words.filter { $0.0.layout != nil }.compactMap { $0.1.first }
      problems.add(.unknownValue(key: FieldName.tableKind.name, value: words.string, known: known), at: words.range)
    }
    return layout
  }

  /// What the content is, where that is beyond doubt.
  private func kind(ofContent blocks: [Block], countsNestedBoxes: Bool) -> SectionKind? {
    var sawHeading = false
    for block in blocks {
      switch block.kind {
      case .table: return kind(of: tree.header(of: block))
      case .heading: sawHeading = true
      case .item:
        let item = tree.item(block)
        if item.checkbox != nil { return .checklist }
        if sawHeading, let kind = kind(ofNested: item, countsBoxes: countsNestedBoxes) { return kind }
      default: break
      }
    }
    return nil
  }

  /// Whether every item of a section says when or who, itself or for all below a heading, and nothing stands beside them:
  /// measures, whatever the heading says (伍、計畫內容).
  private func isListOfMeasures(_ blocks: [Block]) -> Bool {
    var (hasItems, isShared) = (false, false)
    for block in blocks {
      switch block.kind {
      case .heading, .comment: continue
      case .paragraph where !hasItems: continue
      case .item:
        let item = tree.item(block)
        if fieldReader.read(item, allowed: FieldName.ofGroup.filter(\.isUnmistakable)).isField {
          isShared = true
        } else if isShared || saysWhenOrWho(item), item.checkbox == nil {
          hasItems = true
        } else {
          return false
        }
      default: return false
      }
    }
    return hasItems
  }

  private func saysWhenOrWho(_ item: MarkdownItem) -> Bool {
    tree.inside(item).contains { block in
      block.kind == .item && fieldReader.read(tree.item(block), allowed: FieldName.tellingMeasures).isField
    }
  }

  private func kind(ofNested item: MarkdownItem, countsBoxes: Bool) -> SectionKind? {
    if fieldReader.read(item, allowed: FieldName.ofGroup.filter(\.isUnmistakable)).isField { return .measures }
    for block in tree.inside(item) where block.kind == .item {
      let inner = tree.item(block)
      if countsBoxes, inner.checkbox != nil { return .checklist }
      if fieldReader.read(inner, allowed: FieldName.tellingMeasures).isField { return .measures }
    }
    return nil
  }

  /// The form that has a column of that name for its measures.
  static func layout(ofColumns names: [String]) -> TableLayout {
    let keys = names.map { NameKey($0).text }
    if keys.contains("推動作法") || keys.contains("推動做法") { return .workItems }
    return keys.contains("執行策略及方法") || keys.contains("執行方法") ? .strategies : .measures
  }

  /// Whether a table has the columns of a table of measures: the measures, and what, when or who beside them.
  static func holdsMeasures(_ header: MarkdownRow) -> Bool {
    MeasureHeader(header.cells.map(\.string)).holdsMeasures
  }

  /// The kind of the first table among some blocks.
  func kind(ofTable blocks: [Block]) -> SectionKind? {
    blocks.first { $0.kind == .table }.flatMap { kind(of: tree.header(of: $0)) }
  }

  private func kind(of header: MarkdownRow) -> SectionKind? {
    let names = header.cells.map(\.string)
    let measures = MeasureHeader(names)
    if names.contains(where: { SurveyColumn.named($0) == .name }), !measures.isCertain { return .survey }
    if names.contains(where: { MemberColumn.named($0) == .role }) { return .taskForce }
    if names.contains(where: { UnitColumn.named($0) == .aliases }) { return .units }
    if measures.isCertain || measures.holdsMeasures { return Self.layout(ofColumns: names).kind }
    if names.contains(where: { InspectionColumn.named($0) == .item }) { return .inspectionLog }
    return nil
  }
}
