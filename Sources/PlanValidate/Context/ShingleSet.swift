/// The different shingles of a text, each three neighbouring tokens packed into one number, in ascending order: what two texts have in common is
/// counted in one pass over both.
struct ShingleSet: Sendable {
  let values: [UInt64]

  init(_ shingles: [UInt64]) {
    var values = shingles
    values.sort()
    var count = 0
    for value in values where count == 0 || values[count - 1] != value {
      values[count] = value
      count += 1
    }
    values.removeLast(values.count - count)
    self.values = values
  }

  var count: Int { values.count }

  /// How many shingles are in both sets.
  func common(with other: ShingleSet) -> Int {
    var (index, otherIndex, common) = (0, 0, 0)
    while index < values.count, otherIndex < other.values.count {
      let (value, otherValue) = (values[index], other.values[otherIndex])
      if value == otherValue { common += 1 }
      if value <= otherValue { index += 1 }
      if otherValue <= value { otherIndex += 1 }
    }
    return common
  }

  func isSubset(of other: ShingleSet) -> Bool { common(with: other) == count }

  func contains(_ shingle: UInt64) -> Bool {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < shingle { low = middle + 1 } else { high = middle }
    }
    return low < values.count && values[low] == shingle
  }
}
