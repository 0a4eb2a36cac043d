/// Which of many texts may have a word, by its first two characters, so that only these few need be searched.
struct PairIndex: Sendable {
  /// Some of the texts, a bit for each.
  struct Texts {
    fileprivate var bits: [UInt64]

    mutating func formUnion(_ other: Texts) { for word in bits.indices { bits[word] |= other.bits[word] } }
    mutating func formIntersection(_ other: Texts) { for word in bits.indices { bits[word] &= other.bits[word] } }

    /// Their numbers in order.
    var numbers: [Int] {
      bits.enumerated().flatMap { index, word -> [Int] in
        var (numbers, rest): ([Int], UInt64) = ([], word)
        while rest != 0 {
          numbers.append(64 * index + rest.trailingZeroBitCount)
          rest &= rest - 1
        }
        return numbers
      }
    }
  }

  private let count: Int
  /// Where the texts of each slot begin in the list; a pair is in one slot.
  private var starts: [UInt32]
  private var texts: [UInt32]

  /// How many bits of a product are not needed to find a slot.
  private let shift: UInt64

  /// `texts` are in UTF-8.
  init(_ texts: [[UInt8]]) {
    count = texts.count
    // About as many slots as pairs, of which a text has two for each character of three bytes.
    let length = texts.reduce(0) { $0 + $1.count }
    let bits = min(max(Int.bitWidth - length.leadingZeroBitCount, Self.fewestBits), Self.mostBits)
    let shift = UInt64(64 - bits)
    var starts = Array(repeating: UInt32(0), count: 1 << bits + 1)
    for text in texts {
      text.withUnsafeBufferPointer { text in PairFilter.forEach(in: text) { starts[Self.slot(of: $0, shift)] += 1 } }
    }
    // Each slot is filled from its end.
    var sum: UInt32 = 0
    for slot in starts.indices {
      sum += starts[slot]
      starts[slot] = sum
    }
    var list = Array(repeating: UInt32(0), count: Int(sum))
    for (number, text) in texts.enumerated() {
      text.withUnsafeBufferPointer { text in
        PairFilter.forEach(in: text) { pair in
          let slot = Self.slot(of: pair, shift)
          starts[slot] -= 1
          list[Int(starts[slot])] = UInt32(truncatingIfNeeded: number)
        }
      }
    }
    self.starts = starts
    self.texts = list
    self.shift = shift
  }

  private static let fewestBits = 8
  private static let mostBits = 16

  private static func slot(of pair: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: PairFilter.hash(pair) >> shift)
  }

  /// No text.
  var none: Texts { Texts(bits: Array(repeating: 0, count: (count + 63) / 64)) }

  /// Adds the texts that may have a word which begins with a pair of characters, as ``PairFilter`` takes them.
  func add(_ pair: UInt64, to found: inout Texts) {
    let slot = Self.slot(of: pair, shift)
    for text in texts[Int(starts[slot])..<Int(starts[slot + 1])] {
      found.bits[Int(text / 64)] |= 1 << UInt64(text % 64)
    }
  }
}
