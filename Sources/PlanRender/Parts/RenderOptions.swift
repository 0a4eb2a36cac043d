/// What is asked of a view, beyond its name and the format.
public struct RenderOptions: Sendable {
  /// Whether CSV begins with a byte order mark, without which spreadsheet programs take UTF-8 for something else.
  public var byteOrderMark: Bool
  /// Whether what is due every month, quarter or week stands in the list of deadlines once for each of them.
  public var expandsRecurrences: Bool

  public init(byteOrderMark: Bool = false, expandsRecurrences: Bool = false) {
    self.byteOrderMark = byteOrderMark
    self.expandsRecurrences = expandsRecurrences
  }
}
