import PlanModel
import PlanText

/// Makes blocks of sheets: each is an attachment with its tables, which blank rows part.
struct SheetBlocks {
  private(set) var blocks: [OfficeBlock] = []
  private var tables = 0

  /// The blocks of the sheets that have words.
  init(_ sheets: [Sheet]) {
    let used = sheets.filter { !$0.rows.allSatisfy(\.isBlank) }
    for (index, sheet) in used.enumerated() { add(sheet, number: index + 1) }
  }

  private mutating func add(_ sheet: Sheet, number: Int) {
    let parts = Self.parts(of: sheet.rows)
    let tables = parts.map { table(of: $0, sheet) }
    let header = tables.lazy.compactMap(DraftHeader.init).first { $0.kindName != nil }
    let kind = header?.kindName ?? ""
    var title = sheet.isNamed ? sheet.name.oneLine : ""
    if AttachmentReference.all(in: PlanText(title)).first?.isAtStart != true {
      title = "附表\(number)、" + (title.isEmpty && kind.isEmpty ? "表格" : title)
    }
    // The heading has to say what the table is, where the name of the sheet does not.
    if !kind.isEmpty, SectionClassifier.kind(inWords: title) == nil {
      title += sheet.isNamed ? "（\(kind)）" : kind
    }
    let place = OfficePlace(
      part: sheet.part, paragraph: 1, content: 0..<0, cell: OfficePlace.Cell(table: 1, row: 1, column: 1),
      line: sheet.hasLines ? 1 : nil, sheet: sheet.hasLines ? nil : sheet.name)
    blocks.append(.paragraph(OfficeParagraph(text: title, label: nil, level: nil, place: place)))
    for table in tables { blocks.append(.table(table)) }
  }

  /// The rows between blank ones. A cell that reaches over a blank row holds both sides together.
  private static func parts(of rows: [Sheet.Row]) -> [[Sheet.Row]] {
    var parts: [[Sheet.Row]] = []
    var reach = 0
    var last = 0
    for row in rows where !row.isBlank {
      // Behind a blank row that names no columns the table goes on.
      let goesOn = parts.last?.first.map { first in
        first.namesColumns && !row.namesColumns && row.columns.lowerBound >= first.columns.lowerBound
          && row.columns.upperBound <= first.columns.upperBound
      }
      if !parts.isEmpty, row.number <= last + 1 || reach >= row.number || (goesOn ?? false) {
        parts[parts.count - 1].append(row)
      } else {
        parts.append([row])
      }
      last = row.number + row.lines - 1
      reach = max(reach, row.cells.lazy.filter { $0.rows > 1 }.map { row.number + $0.rows - 1 }.max() ?? 0)
    }
    return parts
  }

  private mutating func table(of rows: [Sheet.Row], _ sheet: Sheet) -> OfficeTable {
    tables += 1
    let first = rows.flatMap { $0.cells.map(\.column) }.min() ?? 0
    let made = rows.enumerated().map { index, row in
      OfficeTable.Row(
        cells: row.cells.filter { !$0.text.isEmpty || $0.rows > 1 || $0.columns > 1 }.map { cell in
          let place = OfficePlace(
            part: sheet.part, paragraph: 1, content: 0..<0,
            cell: OfficePlace.Cell(table: tables, row: row.number, column: cell.column + 1),
            line: sheet.hasLines ? row.number : nil, sheet: sheet.hasLines ? nil : sheet.name)
          // Rows that are not there are none of those that it covers.
          let last = row.number.addingReportingOverflow(cell.rows - 1)
          let covered =
            last.overflow ? rows.count - index : rows[index...].prefix { $0.number <= last.partialValue }.count
          return OfficeTable.Cell(
            column: cell.column - first, columns: cell.columns, rows: max(1, covered),
            blocks: cell.text.isEmpty
              ? [] : [.paragraph(OfficeParagraph(text: cell.text, label: nil, level: nil, place: place))])
        }, number: row.number)
    }
    return OfficeTable(rows: made, number: tables).mergingBlankLevels
  }
}

extension Sheet.Row {
  fileprivate var namesColumns: Bool { DraftHeader.isKnown(cells.map { $0.text.oneLine }) }

  /// The columns that have words.
  fileprivate var columns: Range<Int> {
    let used = cells.lazy.filter { !$0.text.isEmpty }
    return (used.map(\.column).min() ?? 0)..<((used.map(\.column).max() ?? 0) + 1)
  }
}

extension DraftHeader {
  /// What a table of such columns is called; nil for one of no known kind.
  fileprivate var kindName: String? {
    if isLog { return SectionKind.inspectionLog.title }
    if isSurvey { return SectionKind.survey.title }
    if isTaskForce { return SectionKind.taskForce.title }
    if isUnits { return SectionKind.units.title }
    if isChecklist { return SectionKind.checklist.title }
    return holdsMeasures ? SectionClassifier.layout(ofColumns: names).kind.title : nil
  }
}
