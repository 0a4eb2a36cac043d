import PlanText

/// What is asked of a view, beyond its name and the format.
public struct RenderOptions: Sendable {
  /// Whether CSV begins with a byte order mark, without which spreadsheet programs take UTF-8 for something else.
  public var byteOrderMark: Bool
  /// Whether what is due every month, quarter or week stands in the list of deadlines once for each of them.
  public var expandsRecurrences: Bool
  /// Whether what stands once for several rows is repeated in each of them, where it would be one cell.
  public var repeatsLabels: Bool
  /// Whether dates and units are printed in one form, however they are written.
  public var normalizes: Bool
  /// Whether tables have one more column behind theirs, with the days of their deadlines as programs read them.
  public var addsISODates: Bool
  /// The day whose state a timeline shows; nil for none, for the clock is not asked.
  public var asOf: CalendarDate?
  /// Whether the document is handed in, so that it has none of the fields that only plantool reads.
  var isHandedIn = false

  public init(
    byteOrderMark: Bool = false, expandsRecurrences: Bool = false, repeatsLabels: Bool = false,
    normalizes: Bool = false, addsISODates: Bool = false
  ) {
    self.byteOrderMark = byteOrderMark
    self.expandsRecurrences = expandsRecurrences
    self.repeatsLabels = repeatsLabels
    self.normalizes = normalizes
    self.addsISODates = addsISODates
  }
}
