import PlanModel
import PlanText

/// A form as a sheet of a workbook: a row for each measure, with cells to be filled in.
///
/// The workbook keeps the form as it is in Markdown on a sheet of its own, so that nothing depends on how a program
/// writes blanks or dates, and a cell that the unit has not touched is what it was.
public struct ShareSheet: Sendable {
  /// What stands in a column.
  public enum Column: Sendable, Hashable {
    /// The mark of the row, which is not shown.
    case mark
    /// The headings above the measure.
    case path
    case cell(ShareCell)
    /// The reports that the plan has.
    case reports
    // The parts of a new report.
    case day, report, percent

    /// Whether the unit writes in it.
    public var isOpen: Bool { ![.mark, .path, .reports].contains(self) }
  }

  public let columns: [(column: Column, title: String)]
  /// The texts of each row, by columns.
  public let rows: [[String]]
  /// What stands above the table.
  public let intro: String
  /// The form in Markdown.
  public let text: String
  /// The units that can be chosen.
  public let units: [String]

  /// The percentages that can be chosen.
  public static let percentages = stride(from: 0, through: 100, by: 10).map { "\($0)%" }
  /// The name of the sheet that keeps the form.
  public static let hiddenName = "plantool"
  /// The name of the sheet with the table.
  public static let shownName = "填報表"
  static let markTitle = "識別碼"

  /// The sheet of a form that was read, in Markdown; nil where it has no rows with marks.
  public init?(_ form: PlanDocument, units: [String] = []) {
    text = String(decoding: form.source.bytes, as: UTF8.self)
    intro = form.plan.intro?.string.oneLine ?? ""
    self.units = units
    let measures = form.plan.formMeasures
    guard !measures.isEmpty else { return nil }
    var cells: [ShareCell] = [.words, .field(.deadline), .field(.units)]
    for measure in measures {
      for (cell, _) in measure.measure.shareCells where !cells.contains(cell) && cell != .label && !cell.isProgress {
        cells.append(cell)
      }
    }
    var columns: [(column: Column, title: String)] = [(.mark, Self.markTitle), (.path, "構面與項目")]
    columns += cells.map { (.cell($0), Self.title(of: $0)) }
    columns += [(.reports, "已提報的辦理情形"), (.day, "日期"), (.report, "本次辦理情形"), (.percent, "完成百分比")]
    var taken: Set<String> = []
    for index in columns.indices {
      while !taken.insert(columns[index].title).inserted { columns[index].title += "（計畫）" }
    }
    self.columns = columns
    rows = measures.map { row in
      let own = Dictionary(row.measure.shareCells.map { ($0.cell, $0.values.joined(separator: "\n")) }) { $1 }
      return columns.map { column, _ in
        switch column {
        case .mark: row.mark
        case .path: row.path.joined(separator: "／")
        case .cell(let cell): own[cell] ?? row.inherited(cell)
        case .reports: own[.field(.progress)] ?? ""
        case .day, .report, .percent: ""
        }
      }
    }
  }

  private static func title(of cell: ShareCell) -> String {
    switch cell {
    case .label, .words: MeasureColumn.measure.name
    case .field(let field): field.name
    case .own(let name): name.oneLine
    }
  }
}

/// A measure of a form, with what stands above it.
struct FormMeasure {
  let measure: Measure
  let mark: String
  let path: [String]
  let fields: MeasureFields

  /// What holds for a cell from a heading above.
  func inherited(_ cell: ShareCell) -> String {
    if case .field(let field) = cell { fields.text(of: field)?.string ?? "" } else { "" }
  }
}

extension Plan {
  /// The measures of a form that have marks.
  var formMeasures: [FormMeasure] {
    var measures: [FormMeasure] = []
    func add(_ group: MeasureGroup, _ path: [String], _ fields: MeasureFields) {
      let path = path + (group.isUnnamed ? [] : [ChecklistName.plain(group.heading.string)])
      let fields = group.defaults.inheriting(fields)
      for measure in group.measures {
        guard let mark = measure.shareMark else { continue }
        measures.append(
          FormMeasure(measure: measure, mark: mark, path: path, fields: measure.fields.inheriting(fields)))
      }
      for inner in group.groups { add(inner, path, fields) }
    }
    for section in sections {
      guard case .measures(let table) = section.content else { continue }
      for group in table.groups { add(group, [], table.defaults) }
    }
    return measures
  }
}
