import PlanModel
import PlanText

/// Prints deadlines and units in one form, whoever wrote them: 2018/3/30 and 107.03.30 as 107年3月30日, units with 、 between
/// them and by the names that the unit table has for them.
///
/// A cell changes only where it still says the same: its deadline means what it meant, and its units are those that
/// they were. All other words stay as they are.
struct NormalForms {
  private let units: UnitDirectory
  /// Names that are one unit although they hold a separator.
  private let known: Set<String>

  /// The units are those of the plan.
  init(_ units: UnitDirectory) {
    self.units = units
    known = Set(units.names.flatMap { units.allNames(of: $0) })
  }

  func applied(to parts: [ViewPart]) -> [ViewPart] { parts.map { $0.changed(applied) } }

  private func applied(to table: TableView) -> TableView {
    let columns = table.columns.indices.filter { [.deadline, .units].contains(table.columns[$0].content) }
    guard !columns.isEmpty else { return table }
    var rows = table.rows
    // What is written once for many rows is read once.
    var done: [TableView.Column.Content: [TextKey: String]] = [:]
    for row in rows.indices {
      for column in columns {
        let content = table.columns[column].content
        let cell = rows[row][column]
        let key = TextKey(text: cell.text)
        let words =
          done[content]?[key] ?? (content == .units ? unitsInForm(cell.text) : Self.deadlineInForm(cell.text))
        done[content, default: [:]][key] = words
        rows[row][column] = TableView.Cell(words, addition: cell.addition, origin: cell.origin)
      }
    }
    return TableView(
      title: table.title, intro: table.intro, columns: table.columns, rows: rows, closing: table.closing)
  }

  // MARK: Deadlines

  static func deadlineInForm(_ text: String) -> String {
    guard let meaning = Deadline(PlanText(text)).meaning else { return text }
    let scalars = text.unicodeScalars
    let places = scalars.indices.filter { !scalars[$0].showsNothing }
    let dense = places.map { scalars[$0].narrow }
    var changed = String.UnicodeScalarView()
    var copied = scalars.startIndex
    var start = 0
    while start < dense.count {
      guard let (point, end) = date(in: dense, at: start) else {
        start += 1
        continue
      }
      if let words = words(of: point), dense[start..<end].allSatisfy({ Numeral.isNumeral($0) || marks.contains($0) }) {
        changed += scalars[copied..<places[start]]
        changed += words.unicodeScalars
        copied = scalars.index(after: places[end - 1])
      }
      start = end
    }
    changed += scalars[copied...]
    let result = String(changed)
    return Deadline(PlanText(result)).meaning == meaning ? result : text
  }

  /// What a date may be written with: the others of its words, as in 4月底 and 本(107)年, stay as they are.
  private static let marks: ScalarSet = "年月日./-民國中華西元"

  /// The date that begins at a character of a text without white space and with narrow characters, and where it ends.
  private static func date(in dense: [Unicode.Scalar], at start: Int) -> (point: DatePoint, end: Int)? {
    if start > 0, Numeral.isNumeral(dense[start]), Numeral.isNumeral(dense[start - 1]) { return nil }
    var scanner = DateScanner(dense, at: start)
    guard let point = try? scanner.point(), scanner.index > start else { return nil }
    return (point, scanner.index)
  }

  /// A date as plans have it; nil for a part of a month or a year, and before 1912, where there is no year of the Republic.
  private static func words(of point: DatePoint) -> String? {
    if let year = point.year, year <= CalendarDate.rocOffset { return nil }
    let year = point.year.map { "\($0 - CalendarDate.rocOffset)年" } ?? ""
    switch point.precision {
    case .day(let month, let day): return "\(year)\(month)月\(day)日"
    case .month(let month): return "\(year)\(month)月"
    case .year: return year
    case .part, .quarter, .half, .term, .schoolYear: return nil
    }
  }

  // MARK: Units

  private func unitsInForm(_ text: String) -> String {
    let words = UnitList(PlanText(text), known: known).units.map(\.string)
    // Between those who do it and those who help another mark stands.
    guard !words.isEmpty, !UnitRoles.isNamed(in: text) else { return text }
    let names = words.map(units.printedName)
    let result = names.joined(separator: "、")
    return UnitList(PlanText(result), known: known).units.map(\.string) == names ? result : text
  }
}
