/// Some clauses of an item, by their numbers. Those from the 64th on count as one: no item has so many.
struct ClauseSet: Sendable {
  private var bits: UInt64 = 0

  var isEmpty: Bool { bits == 0 }

  func contains(_ clause: Int) -> Bool { bits & 1 << UInt64(min(clause, 63)) != 0 }
  mutating func insert(_ clause: Int) { bits |= 1 << UInt64(min(clause, 63)) }
  mutating func formUnion(_ other: ClauseSet) { bits |= other.bits }
  mutating func formIntersection(_ other: ClauseSet) { bits &= other.bits }
  func isSubset(of other: ClauseSet) -> Bool { bits & ~other.bits == 0 }

  /// Takes out the clauses of which something does not hold.
  mutating func keep(where isKept: (Int) -> Bool) {
    for clause in numbers where !isKept(clause) { bits &= ~(1 << UInt64(clause)) }
  }

  /// The numbers in order.
  var numbers: [Int] {
    var numbers: [Int] = []
    var rest = bits
    while rest != 0 {
      numbers.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return numbers
  }
}
