/// A code of RFC 1951, 3.2.2: symbols by the lengths of their bit patterns.
struct HuffmanCode {
  /// How many bits the first table looks at. Longer patterns are rare.
  static let tableBits = 10
  /// The longest pattern there can be, in bits.
  static let longest = 15

  /// By the next bits of the stream: the symbol times 16 and the length of its pattern; 0 where that is longer, or none.
  let table: [UInt16]
  /// How many patterns there are of each length.
  let counts: [Int]
  /// The symbols in the order of their patterns.
  let symbols: [UInt16]

  /// Makes the code of the lengths of all symbols, 0 for those that do not occur; nil where more patterns are asked for
  /// than there are, or where some are left over although there is more than one symbol.
  init?(lengths: ArraySlice<UInt8>) {
    var counts = [Int](repeating: 0, count: Self.longest + 1)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var left = 1
    for count in counts.dropFirst() {
      left = left * 2 - count
      if left < 0 { return nil }
    }
    let used = counts.reduce(0, +)
    guard left == 0 || used <= 1 else { return nil }

    // Where the patterns of each length begin, as numbers and in the list of symbols.
    var (pattern, place) = (0, 0)
    var patterns: [Int] = [], places: [Int] = []
    for count in counts {
      pattern *= 2
      patterns.append(pattern)
      places.append(place)
      pattern += count
      place += count
    }
    var symbols = [UInt16](repeating: 0, count: used)
    var table = [UInt16](repeating: 0, count: 1 << Self.tableBits)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let length = Int(length)
      symbols[places[length]] = UInt16(symbol)
      places[length] += 1
      if length <= Self.tableBits {
        // The stream has the first bit of a pattern lowest.
        var index = 0
        for bit in 0..<length where patterns[length] >> bit & 1 == 1 { index |= 1 << (length - 1 - bit) }
        while index < table.count {
          table[index] = UInt16(symbol) << 4 | UInt16(length)
          index += 1 << length
        }
      }
      patterns[length] += 1
    }
    self.table = table
    self.counts = counts
    self.symbols = symbols
  }

  /// The codes of a block with fixed codes (RFC 1951, 3.2.6).
  static let fixed: (literals: HuffmanCode, distances: HuffmanCode)? = {
    let literals = (0..<288).map { UInt8($0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8) }
    guard let literals = HuffmanCode(lengths: literals[...]),
      let distances = HuffmanCode(lengths: [UInt8](repeating: 5, count: 32)[...])
    else { return nil }
    return (literals, distances)
  }()
}
