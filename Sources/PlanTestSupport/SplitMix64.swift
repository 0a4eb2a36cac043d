/// A small generator of numbers that are the same in every run, on every machine and with every toolchain.
public struct SplitMix64: Sendable {
  private var state: UInt64

  /// A generator; the same seed gives the same numbers.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, `limit`, which must be positive.
  public mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// True in `percent` of a hundred cases.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some values, of which there must be one.
  public mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
