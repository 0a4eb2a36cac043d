/// A set of characters that is asked about every character of a plan: one bit each, so that nothing is hashed.
package struct ScalarSet: Sendable {
  /// A bit for each scalar of the basic plane, up to the largest one in the set.
  @usableFromInline let bits: [UInt64]
  /// The few beyond it.
  @usableFromInline let others: Set<Unicode.Scalar>

  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    var bits: [UInt64] = []
    var others: Set<Unicode.Scalar> = []
    for scalar in scalars {
      guard scalar.value < 0x10000 else {
        others.insert(scalar)
        continue
      }
      let word = Int(scalar.value >> 6)
      if word >= bits.count { bits += Array(repeating: 0, count: word + 1 - bits.count) }
      bits[word] |= 1 << UInt64(scalar.value & 63)
    }
    self.bits = bits
    self.others = others
  }

  @inlinable @inline(__always) package func contains(_ scalar: Unicode.Scalar) -> Bool {
    let word = Int(truncatingIfNeeded: scalar.value >> 6)
    if word < bits.count { return bits[word] &>> UInt64(truncatingIfNeeded: scalar.value & 63) & 1 == 1 }
    return !others.isEmpty && others.contains(scalar)
  }
}

extension ScalarSet: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value.unicodeScalars) }
}
