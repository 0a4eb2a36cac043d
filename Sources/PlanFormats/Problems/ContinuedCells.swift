import PlanText

/// Empty cells of a table that are read as the cell above, because they are what becomes of one that spans several rows.
public struct ContinuedCells: Sendable {
  /// The name of the column.
  public let column: String
  /// Where the cells are, at least one.
  public let places: [SourceRange]
  /// The change that says so in words, where that is possible.
  public let mend: Mend?
}
