/// The different shingles of a text, each three neighbouring tokens packed into one number, in ascending order: what
/// two texts have in common is counted in one pass over both.
package struct ShingleSet: Sendable {
  package let values: [UInt64]

  package init(_ shingles: [UInt64]) {
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

  package var count: Int { values.count }

  /// How many shingles are in both sets.
  package func common(with other: ShingleSet) -> Int { common(with: other, atLeast: 0) ?? 0 }

  /// How many shingles are in both sets; nil where there are fewer than so many, which mostly shows soon.
  package func common(with other: ShingleSet, atLeast needed: Int) -> Int? {
    values[...].commonCount(with: other.values[...], atLeast: needed, inOrderOf: { $0 })
  }

  package func isSubset(of other: ShingleSet) -> Bool { common(with: other, atLeast: count) != nil }

  package func contains(_ shingle: UInt64) -> Bool {
    let index = values.halvingIndex { $0 >= shingle }
    return index < values.count && values[index] == shingle
  }
}

extension ArraySlice where Element: Equatable {
  /// How many elements two lists have in common, both without repeats and in the order of a number of each element; nil
  /// where there are fewer than so many, which mostly shows soon.
  @inlinable @inline(__always)
  package func commonCount(with other: Self, atLeast needed: Int, inOrderOf number: (Element) -> UInt64) -> Int? {
    guard count >= needed, other.count >= needed else { return nil }
    var (index, otherIndex, common) = (startIndex, other.startIndex, 0)
    // What may still be missing in either list.
    var (spare, otherSpare) = (count - needed, other.count - needed)
    while index < endIndex, otherIndex < other.endIndex {
      let (element, otherElement) = (self[index], other[otherIndex])
      if element == otherElement {
        common += 1
        index += 1
        otherIndex += 1
      } else if number(element) < number(otherElement) {
        if spare == 0 { return nil }
        spare -= 1
        index += 1
      } else {
        if otherSpare == 0 { return nil }
        otherSpare -= 1
        otherIndex += 1
      }
    }
    return common >= needed ? common : nil
  }
}
