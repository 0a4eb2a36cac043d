/// A part of what a view shows, from top to bottom.
public enum ViewPart: Sendable {
  case table(TableView)
  /// Text with a heading.
  case text(TextView)

  /// The part with its table, where it is one, made into another.
  func changed(_ change: (TableView) -> TableView) -> ViewPart {
    guard case .table(let table) = self else { return self }
    return .table(change(table))
  }

  /// The table, where the part is one.
  public var table: TableView? {
    guard case .table(let table) = self else { return nil }
    return table
  }
}

/// Text to be printed beside tables: a section of the plan without a table.
public struct TextView: Sendable, Hashable {
  /// The heading; empty where there is none.
  public let title: String
  /// The level of the heading, 1 to 6. A table's heading is of level 2.
  public let level: Int
  /// Markdown; empty where there is nothing under the heading.
  public let body: String

  public init(title: String, level: Int = 2, body: String = "") {
    self.title = title
    self.level = min(max(level, 1), 6)
    self.body = body
  }
}
