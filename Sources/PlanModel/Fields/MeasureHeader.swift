import PlanText

/// What the columns of a table are, told from all their names together: 工作項目 holds the measures where nothing else
/// does, and is a level above them beside 具體作法.
package struct MeasureHeader {
  /// The columns, in order. One that plantool has no word for, or that comes again under another name, is the plan's
  /// own.
  package private(set) var columns: [MeasureColumn]
  /// The columns that repeat the name of an earlier one.
  package private(set) var repeated: [Int] = []

  /// Whether the measures stand in a column that is called as measures are, and not only in the likeliest one.
  package let isCertain: Bool
  /// Whether they stand in a column that is called as measures or levels are: 工作項目.
  private var isLikely = false

  package init(_ names: [String]) {
    let keys = names.map { NameKey($0).text }
    var columns: [MeasureColumn?] = names.map(MeasureColumn.named)
    isCertain = columns.contains(.measure)
    let isEither = keys.map { MeasureColumn.namesOfEither.contains(where: $0.isWritten) }
    var isLevel = keys.indices.map {
      columns[$0]?.isLevel ?? MeasureColumn.namesOfLevels.contains(where: keys[$0].isWritten)
    }
    if !isCertain {
      // The narrowest of what is done stands last.
      let likeliest =
        keys.indices.last { isEither[$0] }
        ?? keys.indices.last { columns[$0].map { $0 == .item || $0 == .focus } ?? false }
      if let likeliest {
        columns[likeliest] = .measure
        isLikely = isEither[likeliest]
      }
    }
    // 指標 before the measures is one of the levels; behind them it is what they are measured by.
    let measure = columns.firstIndex(of: .measure) ?? columns.count
    for index in keys.indices where keys[index] == "指標" && columns[index] == nil {
      if index < measure { isLevel[index] = true } else { columns[index] = .field(.indicator) }
    }
    Self.setLevels(keys.indices.filter { columns[$0] != .measure && (isLevel[$0] || isEither[$0]) }, in: &columns)
    // 單位 beside a target is what this is counted in.
    if let unit = keys.firstIndex(of: "單位"), columns[unit] == .units,
      columns.contains(.field(.target)) || columns.contains(.field(.indicator))
        || columns.filter({ $0 == .units }).count > 1
    {
      columns[unit] = nil
    }
    self.columns = []
    for (index, column) in columns.enumerated() {
      if let column, column.isLevel || !self.columns.contains(column) {
        self.columns.append(column)
      } else {
        if column != nil, keys[..<index].contains(keys[index]) { repeated.append(index) }
        self.columns.append(.extra(names[index].trimmingWhiteSpace()))
      }
    }
  }

  /// Whether the columns are those of a table of measures: the measures, and beside them where they stand, when or who.
  /// Where no column is called as measures are, somebody has to do them at some time.
  package var holdsMeasures: Bool {
    guard isCertain || isLikely else { return false }
    let saysWhenOrWho = columns.contains { !$0.isText && !$0.isLevel }
    return isCertain ? saysWhenOrWho || columns.contains(where: \.isLevel) : saysWhenOrWho
  }

  /// Names of their own keep three levels apart in whatever order; others are levels by their order.
  private static func setLevels(_ places: [Int], in columns: inout [MeasureColumn?]) {
    let own = places.map { columns[$0] }
    if own.allSatisfy({ $0?.isLevel ?? false }), Set(own).count == own.count { return }
    for (number, place) in places.enumerated() {
      columns[place] =
        switch number {
        case 0: .dimension
        case 1: .item
        case places.count - 1: .focus
        default: .subItem(number - 1)
        }
    }
  }
}
