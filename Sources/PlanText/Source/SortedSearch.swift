extension RandomAccessCollection {
  /// The first index from which on all elements pass a test, found by halving; `endIndex` if none does. The elements
  /// must be in order: those that do not pass stand before those that do.
  @inlinable package func halvingIndex(fromWhich passes: (Element) throws -> Bool) rethrows -> Index {
    var start = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(start, offsetBy: half)
      if try passes(self[middle]) {
        length = half
      } else {
        start = index(after: middle)
        length -= half + 1
      }
    }
    return start
  }
}
