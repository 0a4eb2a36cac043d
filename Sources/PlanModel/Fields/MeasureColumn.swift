/// The columns that a table of measures may have.
public enum MeasureColumn: Sendable, Hashable, CaseIterable {
  case dimension
  case item
  case focus
  case measure
  case field(MeasureField)

  /// Every column, in the order in which tables have them.
  public static let allCases = [.dimension, .item, .focus, .measure] + MeasureField.shared.map(field)

  // Columns that code speaks of.
  package static let deadline = MeasureColumn.field(.deadline)
  package static let units = MeasureColumn.field(.units)
  package static let benefit = MeasureColumn.field(.benefit)

  /// What JSON calls it.
  public var key: String {
    switch self {
    case .dimension: "dimension"
    case .item: "item"
    case .focus: "focus"
    case .measure: "measure"
    case .field(let field): field.key
    }
  }

  /// The column that JSON calls so.
  public init?(key: String) {
    guard let column = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = column
  }
}
