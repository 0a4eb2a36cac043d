import PlanModel
import PlanText

/// How the body of a section is written.
enum DraftTableKind {
  case text, measures, checklist, inspectionLog
  /// One table of rows with paragraphs around it.
  case rows(ImportReport.Entry.Kind)

  /// Tells it from the names above the columns.
  static func kind(of body: [OfficeBlock], in section: DraftSection) -> DraftTableKind {
    let tables = body.compactMap { block -> OfficeTable? in if case .table(let table) = block { table } else { nil } }
    let headers = tables.compactMap(DraftHeader.init)
    guard let first = headers.first else { return .text }
    if headers.contains(where: \.isLog) { return .inspectionLog }
    if headers.contains(where: \.isChecklist) { return .checklist }
    if first.isSurvey || first.isTaskForce || first.isUnits, tables.count == 1 || section.isAttachment {
      return .rows(first.isSurvey ? .survey : first.isTaskForce ? .taskForce : .units)
    }
    if headers.contains(where: \.holdsMeasures), section.isAttachment || isTablesAlone(body) { return .measures }
    return .text
  }

  /// Whether paragraphs stand before the first table and as headings of the others, and nowhere else.
  private static func isTablesAlone(_ body: [OfficeBlock]) -> Bool {
    guard let first = body.firstIndex(where: \.isTable), let last = body.lastIndex(where: \.isTable) else {
      return false
    }
    return body.indices[first...last].allSatisfy { index in
      guard case .paragraph(let paragraph) = body[index] else { return true }
      return paragraph.isShort && index + 1 < body.count && body[index + 1].isTable
    }
  }
}

/// The rows at the top of a table that name its columns.
struct DraftHeader {
  /// How many rows they are, and how many stand above them: titles.
  let rows: Int
  let titleRows: Int
  /// A name for each column, the lowest there is.
  let names: [String]
  let columns: [MeasureColumn]
  let holdsMeasures: Bool

  /// Finds them; nil for a table without rows.
  init?(_ table: OfficeTable) {
    guard !table.rows.isEmpty else { return nil }
    let owners = table.owners
    // One cell above all columns, or two, is a title of the table.
    var titles = 0
    while titles < min(3, table.rows.count - 1), Set(owners[titles].compactMap { $0 }).count <= 2, table.width > 2,
      !table.rows[titles].cells.allSatisfy({ $0.blocks.text.isEmpty })
    {
      titles += 1
    }
    if !Self.isKnown(Self.names(in: table, owners, titles..<(titles + 1))) {
      titles = Self.isKnown(Self.names(in: table, owners, 0..<1)) ? 0 : titles
    }
    titleRows = titles
    let stated = table.rows.prefix { $0.isHeader }.count
    var count = max(1, stated - titles)
    // No name of a column reaches down into what stands below it.
    while titles + count < min(table.rows.count, titles + 4),
      owners[titles + count].contains(where: { $0.map { $0.row < titles + count && $0.row >= titles } ?? false })
    {
      count += 1
    }
    rows = min(count, table.rows.count - titles)
    names = Self.names(in: table, owners, titles..<(titles + rows))
    let header = MeasureHeader(names)
    (columns, holdsMeasures) = (header.columns, header.holdsMeasures)
  }

  /// Whether some columns have names that plantool knows.
  static func isKnown(_ names: [String]) -> Bool {
    let known = names.filter {
      MeasureColumn.named($0) != nil || MemberColumn.named($0) != nil || SurveyColumn.named($0) != nil
        || InspectionColumn.named($0) != nil || UnitColumn.named($0) != nil
    }
    return known.count > 1 || names.contains { InspectionColumn.named($0) == .item }
  }

  private static func names(in table: OfficeTable, _ owners: [[OfficeTable.Owner?]], _ rows: Range<Int>) -> [String] {
    (0..<table.width).map { column in
      for row in rows.reversed() {
        guard let owner = owners[row][column] else { continue }
        let name = table[owner].blocks.text.oneLine
        if !name.isEmpty { return name }
      }
      return ""
    }
  }

  var isLog: Bool { names.contains { InspectionColumn.named($0) == .item } }
  var isSurvey: Bool {
    names.contains { SurveyColumn.named($0) == .name } && names.contains { SurveyColumn.named($0) == .text }
  }
  var isTaskForce: Bool { names.contains { MemberColumn.named($0) == .role } }
  var isUnits: Bool { names.contains { UnitColumn.named($0) == .aliases } }
  var isChecklist: Bool {
    checkpoints != nil && !isSurvey && !columns.contains(.field(.deadline)) && !columns.contains(.units)
  }

  /// The column of the boxes of a checklist.
  var checkpoints: Int? { names.firstIndex { ["辦理事項", "檢核項目", "檢核事項"].contains(NameKey($0).text) } }

  /// The column of the measures.
  var measure: Int? { columns.firstIndex(of: .measure) }
}
