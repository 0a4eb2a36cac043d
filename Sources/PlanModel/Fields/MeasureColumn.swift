/// The columns that a table of measures may have.
public enum MeasureColumn: Sendable, Hashable {
  case dimension
  case item
  /// A further level between the first and the last, in a table of more than three: 1 for the one below the items.
  case subItem(Int)
  case focus
  case measure
  case field(MeasureField)
  /// A column that plantool has no word for, by its own name: 項次, 服務對象.
  case extra(String)

  /// Every column that has a meaning, in the order in which tables have them.
  public static let allCases = levels + [.measure] + MeasureField.columns.map(field)

  /// The columns that say where a measure stands, in a table of at most three levels.
  package static let levels: [MeasureColumn] = [.dimension, .item, .focus]
  /// The columns of so many levels. The second of two is called 評核項目, and what is between the first and the last are
  /// items.
  package static func levels(_ count: Int) -> [MeasureColumn] {
    count < 4
      ? Array(levels.prefix(max(1, count))) : [.dimension, .item] + (1...(count - 3)).map(subItem) + [.focus]
  }
  /// The columns in which plans merge cells: when, who, and what it is measured by.
  package static let spanning: [MeasureColumn] = [.field(.deadline), .field(.units), .field(.indicator)]

  // Columns that code speaks of.
  package static let deadline = MeasureColumn.field(.deadline)
  package static let units = MeasureColumn.field(.units)
  package static let benefit = MeasureColumn.field(.benefit)

  /// What JSON calls it.
  public var key: String {
    switch self {
    case .dimension: "dimension"
    case .item, .subItem: "item"
    case .focus: "focus"
    case .measure: "measure"
    case .field(let field): field.key
    case .extra: MeasureField.extra.key
    }
  }

  /// The column that JSON calls so, whose own name is `name`.
  public init?(key: String, name: String?) {
    if key == MeasureField.extra.key, let name {
      self = .extra(name)
    } else if let column = Self.allCases.first(where: { $0.key == key }) {
      self = column
    } else {
      return nil
    }
  }

  /// Whether it holds a field.
  package var isField: Bool { if case .field = self { true } else { false } }

  /// Whether it is the plan's own.
  package var isOwn: Bool { if case .extra = self { true } else { false } }

  /// Whether it says where a measure stands.
  public var isLevel: Bool { if case .subItem = self { true } else { Self.levels.contains(self) } }
}

/// A column of a table as a plan has it.
public struct WrittenColumn: Sendable, Hashable {
  /// What stands in it.
  public let column: MeasureColumn
  /// What the plan calls it.
  public let name: String

  public init(_ column: MeasureColumn, name: String) {
    self.column = column
    self.name = name
  }
}
