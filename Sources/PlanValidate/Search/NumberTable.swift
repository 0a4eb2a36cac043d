import PlanText

/// A dictionary whose keys are numbers that stand for a few neighbouring characters.
///
/// A plan has tens of thousands of these, and the standard dictionary spends most of its time on hashing them. The keys
/// stay in the order in which they came, so that nothing depends on the hash; that is seeded anew in each run, so that
/// no file can be written to be slow.
struct NumberTable<Value> {
  /// The keys, in the order in which they came.
  private(set) var keys: [UInt64] = []
  /// What belongs to each.
  private(set) var values: [Value] = []
  /// For each slot, the number of its key counted from one; 0 where it is free. There are at least twice as many as
  /// keys.
  private var slots: [UInt32]
  /// How far a hash is moved to give a slot.
  private var shift: UInt64

  /// An empty table with room for some keys.
  init(capacity: Int = 16) {
    var count = 32
    while count < 2 * capacity { count *= 2 }
    slots = Array(repeating: 0, count: count)
    shift = UInt64(64 - count.trailingZeroBitCount)
  }

  /// The number of keys.
  var count: Int { keys.count }

  /// What belongs to a key, if it is there.
  subscript(key: UInt64) -> Value? {
    let number = slots[slot(of: key)]
    return number == 0 ? nil : values[Int(number) - 1]
  }

  /// Changes what belongs to a key, which is put in with a default if it is not there.
  subscript(key: UInt64, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    _modify {
      let index = index(of: key, default: value())
      yield &values[index]
    }
  }

  /// The number of a key that is there.
  func existingIndex(of key: UInt64) -> Int? {
    let number = slots[slot(of: key)]
    return number == 0 ? nil : Int(number) - 1
  }

  /// Whether a key is there.
  func contains(_ key: UInt64) -> Bool { slots[slot(of: key)] != 0 }

  /// The number of a key, counted from nought in the order in which they came. It is put in with a default if it is not
  /// there.
  mutating func index(of key: UInt64, default value: @autoclosure () -> Value) -> Int {
    let slot = slot(of: key)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    keys.append(key)
    values.append(value())
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return values.count - 1
  }

  /// The slot that holds a key, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: numberHash(key) &>> shift)
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    shift -= 1
    for (index, key) in keys.enumerated() { slots[slot(of: key)] = UInt32(index + 1) }
  }
}

extension NumberTable: Sendable where Value: Sendable {}

private let seed = UInt64.random(in: .min ... .max)

/// The last steps of the SplitMix64 generator (Steele, Lea and Flood 2014), which spread every bit over all others. One
/// product alone would put keys at equal distances into few slots for some factors.
func numberHash(_ key: UInt64) -> UInt64 {
  var hash = key ^ seed
  hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
  hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
  return hash ^ (hash >> 31)
}
