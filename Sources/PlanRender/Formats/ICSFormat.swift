import PlanModel
import PlanText

/// iCalendar (RFC 5545): each day of a table of deadlines as an event of the whole day.
///
/// The same row is the same event in every file: its identifier is made of what it says. What has no day is not in the
/// calendar; ``Renderer/undated(in:checklist:)`` counts it. Nothing in the file tells when it was made.
enum ICSFormat: TextFormat {
  static let summary = LocalizedText(
    zh: "行事曆檔（只有 deadlines），供行事曆軟體匯入", en: "a calendar (of deadlines alone) for calendar programs")

  static func text(_ parts: [ViewPart], title: String?, options: RenderOptions) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//plantool//deadlines//ZH-TW", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:" + escaped(title ?? ""),
    ]
    // Two rows may say the same; to calendars they would be one event.
    var counts: [String: Int] = [:]
    for table in parts.compactMap(\.table) {
      for event in events(in: table, of: title ?? "") {
        let number = counts[event.identifier, default: 0]
        counts[event.identifier] = number + 1
        lines += event.lines(number: number)
      }
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  /// How many rows have no day.
  static func undated(_ parts: [ViewPart]) -> Int {
    parts.compactMap(\.table).reduce(0) { $0 + $1.rows.count - events(in: $1, of: "").count }
  }

  private static func events(in table: TableView, of title: String) -> [Event] {
    guard let days = table.columns.firstIndex(where: { $0.content == .days }) else { return [] }
    // A long deadline stands in thousands of rows, and is read once.
    var known: [TextKey: CellWords] = [:]
    func words(_ text: String) -> CellWords {
      let key = TextKey(text: text)
      if let words = known[key] { return words }
      let words = CellWords(text)
      known[key] = words
      return words
    }
    return table.rows.compactMap { row in
      guard let meaning = Deadline(PlanText(row[days].text)).meaning,
        let day = meaning.dueDay(in: PlanYears(year: nil))
      else { return nil }
      return Event(day: day, table.columns, row.map { words($0.text) }, of: title)
    }
  }

  // MARK: Lines

  /// A text as the value of a property (3.3.11). Control characters have no place in one.
  static func escaped(_ text: String) -> String {
    var value = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": value += "\\\(scalar)"
      case "\n": value += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: value.unicodeScalars.append(scalar)
      }
    }
    return value
  }

  /// The most bytes of a line (3.1).
  private static let most = 75

  /// A line in pieces of at most 75 bytes, cut between characters.
  static func folded(_ line: String) -> String {
    guard line.utf8.count > most else { return line }
    var (result, used) = (String.UnicodeScalarView(), 0)
    for scalar in line.unicodeScalars {
      let length = UTF8.width(scalar)
      if used + length > most {
        result.append(contentsOf: "\r\n ".unicodeScalars)
        used = 1
      }
      result.append(scalar)
      used += length
    }
    return String(result)
  }
}

/// What a calendar says of the words of a cell.
private struct CellWords {
  /// Their beginning.
  let long: String
  /// The beginning of what they are in a line, and of the last line.
  let short: String
  let lastLine: String
  let sum: FNV1a

  init(_ text: String) {
    let plain = MarkdownList.plain(text)
    let lines = plain.lineSlices
    long = plain.excerpt(400)
    short = lines.joined(separator: "、").excerpt(40)
    lastLine = (lines.last.map(String.init) ?? "").excerpt(40)
    sum = FNV1a(text)
  }
}

/// Something that is due on a day.
private struct Event {
  let day: CalendarDate
  let identifier: String
  private let summary: String
  private let description: String
  private let category: String

  init(day: CalendarDate, _ columns: [TableView.Column], _ row: [CellWords], of title: String) {
    self.day = day
    // The kind of the day and the work are the columns without a meaning of their own.
    let others = zip(columns, row).filter { $0.0.content == .words }.map(\.1)
    category = others.first?.short ?? ""
    let said = zip(columns, row).filter { $0.0.content != .days }
    description = said.map { "\($0.title)：\($1.long)" }.joined(separator: "\n")
    let units = zip(columns, row).first { $0.0.content == .units }?.1.short ?? ""
    // Behind the place of a measure stand its words.
    summary = (units.isEmpty ? "" : "\(units)：") + (others.last?.lastLine ?? "")
    identifier = FNV1a(([title, day.iso] + said.map { $0.1.sum.hex }).joined(separator: "\u{0}")).hex
  }

  /// Its lines, in the order of RFC 5545, 3.6.1. The end is the first day that does not belong to it.
  func lines(number: Int) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(identifier)\(number == 0 ? "" : "-\(number + 1)")@plantool",
      "DTSTAMP:\(Self.digits(day))T000000Z",
      "DTSTART;VALUE=DATE:\(Self.digits(day))", "DTEND;VALUE=DATE:\(Self.digits(day.next))",
      "SUMMARY:" + ICSFormat.escaped(summary), "DESCRIPTION:" + ICSFormat.escaped(description),
      "CATEGORIES:" + ICSFormat.escaped(category), "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  private static func digits(_ day: CalendarDate) -> String { day.iso.filter { $0 != "-" } }
}
