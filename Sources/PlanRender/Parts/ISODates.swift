import PlanModel
import PlanText

/// Adds a column to tables with deadlines, in which programs find the days: 2018-04-30, several with a space between
/// them. It is empty where a deadline names no day, as 每月 and 賡續辦理 do.
struct ISODates {
  private let years: PlanYears

  /// The years are those of the plan, for dates without one.
  init(_ years: PlanYears) { self.years = years }

  func added(to parts: [ViewPart]) -> [ViewPart] { parts.map { $0.changed(added) } }

  /// The days of a table are those of its column of days or, without one, of the deadlines themselves.
  private func added(to table: TableView) -> TableView {
    let places = table.columns.indices
    guard
      let place = places.first(where: { table.columns[$0].content == .days })
        ?? places.first(where: { table.columns[$0].content == .deadline })
    else { return table }
    let content = table.columns[place].content
    // What is written once for many rows is read once.
    var known: [TextKey: TableView.Cell] = [:]
    let rows = table.rows.map { row -> [TableView.Cell] in
      let words = row[place].text
      let key = TextKey(text: words)
      let cell = known[key] ?? TableView.Cell(days(in: words, content).map(\.iso).joined(separator: " "))
      known[key] = cell
      return row + [cell]
    }
    return TableView(
      title: table.title, intro: table.intro,
      columns: table.columns + [.init("西元日期")], rows: rows, closing: table.closing)
  }

  /// The days on which something is due, each once and in order.
  private func days(in words: String, _ content: TableView.Column.Content) -> [CalendarDate] {
    let deadlines = content == .days ? words.lineSlices.map(String.init) : [words]
    let days = deadlines.flatMap { words -> [CalendarDate] in
      guard let meaning = Deadline(PlanText(words)).meaning else { return [] }
      return meaning.dueDays(in: years) + [meaning.reportDay(in: years)].compactMap { $0 }
    }
    return Set(days).sorted()
  }
}
