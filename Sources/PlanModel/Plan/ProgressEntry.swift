import PlanText

/// 辦理情形: how far a measure has come, one entry a report.
public struct ProgressEntry: Sendable {
  /// The words: 107年6月20日 已完成二場講習（50%）.
  public var text: PlanText

  public init(text: PlanText) { self.text = text }

  /// The day at the beginning of the entry, where there is one.
  public var date: CalendarDate? {
    var scanner = DateScanner(text.string)
    guard let point = try? scanner.point(), case .day = point.precision else { return nil }
    return point.days(defaultYear: nil)?.lowerBound
  }

  /// The share of the work that it says is done, in whole percent from 0 to 100.
  public var percent: Int? { StatedShare(in: text)?.percent }

  /// The entries in a cell of a table: each line that begins with a date begins one, where the first line does. Otherwise
  /// the cell is one entry.
  package static func entries(in cell: PlanText) -> [ProgressEntry] {
    let lines = cell.string.lineSlices
    let starts = lines.indices.filter { beginsWithDate(String(lines[$0])) }
    guard starts.first == 0, starts.count > 1 else { return [ProgressEntry(text: cell)] }
    let utf8 = cell.string.utf8
    let places = starts.map { utf8.distance(from: utf8.startIndex, to: lines[$0].startIndex) }
    return zip(places, places.dropFirst() + [utf8.count]).map { ProgressEntry(text: cell.part($0..<$1).trimmed) }
  }

  private static func beginsWithDate(_ line: String) -> Bool {
    var scanner = DateScanner(line)
    return (try? scanner.point()) != nil
  }
}
