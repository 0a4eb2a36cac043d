import PlanModel
import PlanText

extension PlanTextReader {
  /// The members of all rosters of a section, which become one.
  mutating func members(_ blocks: [Block], into section: inout Section) -> [Member] {
    var hasGroups = false
    var members = rows(blocks, intro: &section.intro, closing: &section.closing) { table, problems in
      let members = TableReader.taskForce(table, problems: &problems)
      let isGrouped = members.contains { $0.group != nil }
      // Below a roster with groups an empty group would be the last one of that.
      if hasGroups, !isGrouped, !members.isEmpty {
        problems.add(.missingColumn(MemberColumn.group.name), at: table.header.range)
      }
      hasGroups = hasGroups || isGrouped
      return members
    }
    for index in members.indices where hasGroups && members[index].group == nil { members[index].group = "" }
    return members
  }

  /// Reports what was meant as rows and is only text around a table: the text of a section that has no row at all, and
  /// lines right below a table.
  mutating func reportRows(among blocks: [Block], in section: Section) {
    guard section.content.kind != .narrative, section.content.kind != .citations else { return }
    let title = section.title.string
    reportRows(
      among: blocks, kind: section.content.kind, named: section.content.kind.title, hasRows: section.content.hasRows,
      isTable: section.attachment != nil || section.statedKind != nil
        || ["表", "冊", "日誌"].contains { title.has($0) })
  }

  /// `isTable` is whether the heading names a table and not only a thing, such as 推動小組, of which prose may speak.
  mutating func reportRows(
    among blocks: [Block], kind: SectionKind?, named name: String, hasRows: Bool, isTable: Bool
  ) {
    reportLinesBelowTables(in: blocks)
    guard !hasRows, let paragraphs = onlyParagraphs(in: blocks), let first = paragraphs.first?.first else { return }
    for lines in paragraphs {
      if let (form, range) = looseTable(in: lines) {
        problems.add(.strangeTable(StrangeTable(form: form, mend: nil, fate: .lost)), at: range)
        return
      }
    }
    let words = paragraphs.map { source.text(in: $0.range) }
    if words.allSatisfy({ $0.saysWhyThereIsNoTable || !isTable && $0.has("。") }) { return }
    problems.add(.sectionWithoutRows(name, kind: kind), at: first.range)
  }

  /// The paragraphs of a section in which there is nothing else but comments and fields; nil for another, of which
  /// something else is said.
  private func onlyParagraphs(in blocks: [Block]) -> [ArraySlice<MarkdownLine>]? {
    let reader = FieldReader(tree: tree)
    var paragraphs: [ArraySlice<MarkdownLine>] = []
    for block in blocks {
      switch block.kind {
      case .paragraph:
        let lines = tree.lines(of: block)
        if let rest = lines.without(reader.strays(in: lines, allowed: FieldName.ofGroup, column: 0)) {
          paragraphs.append(rest)
        }
      case .comment, .rule: break
      case .item
      where reader.read(tree.item(block), allowed: FieldName.ofGroup + FieldName.ofInspectionLog).isField:
        break
      default: return nil
      }
    }
    return paragraphs
  }

  // MARK: Cells without bars

  /// What stands between the cells of a line that has no bars.
  private enum Separator: CaseIterable {
    case tab, blanks, comma

    var form: StrangeTable.Form {
      switch self {
      case .tab: .tabs
      case .blanks: .columns
      case .comma: .commas
      }
    }
  }

  /// A header of names of columns, with rows below it that are divided in the same way.
  private func looseTable(in lines: ArraySlice<MarkdownLine>) -> (StrangeTable.Form, SourceRange)? {
    for index in lines.indices.dropLast() {
      for separator in Separator.allCases {
        let names = cells(of: lines[index], by: separator)
        let known = TableColumns.known(among: names)
        guard known > 1, known * 2 >= names.count, !names.contains(where: Self.isSentence) else { continue }
        let rows = lines[(index + 1)...].prefix { cells(of: $0, by: separator).count > 1 }
        guard let last = rows.last else { continue }
        return (separator.form, lines[index].start..<last.end)
      }
    }
    return nil
  }

  /// Lines right below a table that have as many cells as it, with something else than bars between them.
  private mutating func reportLinesBelowTables(in blocks: [Block]) {
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      guard block.kind == .table, !block.isGrid, next.kind == .paragraph,
        source.line(at: next.range.lowerBound) == source.line(at: max(0, block.range.upperBound - 1)) + 1
      else { continue }
      let count = tree.header(of: block).cells.count
      for separator in Separator.allCases {
        let rows = tree.lines(of: next).prefix { line in
          let cells = cells(of: line, by: separator)
          return cells.count > 1 && cells.count == count && !cells.contains(where: Self.isSentence)
        }
        guard let first = rows.first, let last = rows.last else { continue }
        problems.add(
          .strangeTable(StrangeTable(form: .rowWithoutBars, mend: nil, fate: .lost)), at: first.start..<last.end)
        break
      }
    }
  }

  /// Whether words belong to a sentence or a remark and not into a cell.
  private static func isSentence(_ words: String) -> Bool {
    words.isEmpty || words.unicodeScalars.contains { "。；！？：:".unicodeScalars.contains($0) }
  }

  private func cells(of line: MarkdownLine, by separator: Separator) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var blanks = String.UnicodeScalarView()
    func isBetween(_ blanks: String.UnicodeScalarView) -> Bool {
      separator == .blanks && blanks.reduce(0) { $0 + ($1 == " " ? 1 : 2) } > 1
    }
    for scalar in source.text(in: line.range).unicodeScalars {
      if separator == .tab && scalar == "\t" || separator == .comma && (scalar == "," || scalar == "，") {
        cells.append(String(cell))
        (cell, blanks) = ("".unicodeScalars, "".unicodeScalars)
      } else if scalar.properties.isWhitespace {
        blanks.append(scalar)
      } else {
        if !cell.isEmpty, isBetween(blanks) {
          cells.append(String(cell))
          cell = "".unicodeScalars
        }
        blanks = "".unicodeScalars
        cell.append(scalar)
      }
    }
    return cells + [String(cell)]
  }
}

extension SectionContent {
  /// Whether anything was read of what a table, a checklist or a log is made of.
  package var hasRows: Bool {
    switch self {
    case .narrative, .citations: true
    case .measures(let table): !table.groups.isEmpty
    case .survey(let rows): !rows.isEmpty
    case .taskForce(let members): !members.isEmpty
    case .checklist(let nodes): !nodes.isEmpty
    case .units(let table): !table.units.isEmpty
    case .inspectionLog(let log): !log.groups.isEmpty
    }
  }
}

extension String {
  /// Whether a text says that there is no table, or that it stands elsewhere: 無, 詳附件, 如附表2.
  fileprivate var saysWhyThereIsNoTable: Bool {
    if saysNothing || saysNotApplicable || saysItStandsElsewhere { return true }
    // In a longer text these words speak of something else.
    return scalarCount <= 60 && Self.reasons.contains(where: has)
  }

  /// Whether a text points to a place outside of the plan.
  package var saysItStandsElsewhere: Bool { Self.elsewhere.contains(where: has) }

  private static let elsewhere = ["詳附", "詳如", "詳見", "詳參", "如附", "見附", "同附", "另附", "另冊", "另函", "://"]
  private static let reasons = [
    "附件", "附表", "本案無", "本計畫無", "尚無", "暫無", "並無", "均無", "不適用", "未設", "未成立", "未編", "未辦理", "尚未", "免填", "免附", "從略", "待補",
    "待定",
    "另行", "另案", "另訂", "參照", "參閱", "參見", "同上", "同前", "年度無",
  ]
}
