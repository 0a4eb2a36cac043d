/// Compresses bytes by deflate (RFC 1951): repeats are written as such, and everything in the fixed codes.
///
/// Codes made for the text would save another tenth of the XML of office files; nobody would see it.
package enum Deflate {
  /// The deflated stream of some bytes, one block. The same bytes give the same stream.
  package static func bytes(of bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { input in
      var output = BitWriter(capacity: input.count / 4 + 16)
      // The last block, with the fixed codes.
      output.write(0b011, 3)
      var search = RepeatSearch(input)
      var index = 0
      while index < input.count {
        if let found = search.longest(at: index) {
          write(found, to: &output)
          for place in index..<index + found.length { search.remember(place) }
          index += found.length
        } else {
          output.writeLiteral(input[index])
          search.remember(index)
          index += 1
        }
      }
      output.writeSymbol(256)
      return output.finished()
    }
  }

  /// A repeat as the symbol of its length and that of its distance, each with the bits behind it (RFC 1951, 3.2.5).
  private static func write(_ found: RepeatSearch.Repeat, to output: inout BitWriter) {
    let length = found.length - 3
    if found.length == RepeatSearch.longestRepeat {
      output.writeSymbol(285)
    } else if length < 8 {
      output.writeSymbol(257 + length)
    } else {
      let bits = highestBit(of: length) - 2
      output.writeSymbol(257 + 4 * bits + length >> bits)
      output.write(length & (1 << bits - 1), bits)
    }
    let distance = found.distance - 1
    if distance < 4 {
      output.writeReversed(distance, 5)
    } else {
      let bits = highestBit(of: distance) - 1
      output.writeReversed(2 * bits + distance >> bits, 5)
      output.write(distance & (1 << bits - 1), bits)
    }
  }

  private static func highestBit(of number: Int) -> Int { Int.bitWidth - 1 - number.leadingZeroBitCount }
}

/// Where the bytes at a place stood before.
private struct RepeatSearch {
  /// Bytes that stood before: how many, and how far back.
  struct Repeat {
    let length: Int
    let distance: Int
  }

  /// What one symbol of a length can stand for, in bytes.
  static let longestRepeat = 258
  private static let shortestRepeat = 3
  /// How far back a distance reaches, in bytes.
  private static let window = 1 << 15
  /// How many earlier places are compared. More make a smaller file, and take longer.
  private static let mostTries = 32
  private static let hashBits = 15

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The last place at which three bytes of a hash stood, and for each place the one before; -1 for none.
  private var last = [Int](repeating: -1, count: 1 << hashBits)
  private var previous = [Int](repeating: -1, count: window)

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func hash(at index: Int) -> Int {
    let three = UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
    return Int((three &* 0x9E37_79B1) >> UInt32(32 - Self.hashBits))
  }

  /// Takes in a place; all places come in order.
  mutating func remember(_ index: Int) {
    guard index + Self.shortestRepeat <= bytes.count else { return }
    let hash = hash(at: index)
    previous[index & (Self.window - 1)] = last[hash]
    last[hash] = index
  }

  /// The longest repeat that begins at a place, the nearest of them; nil where there is none that is worth while.
  func longest(at index: Int) -> Repeat? {
    let most = min(Self.longestRepeat, bytes.count - index)
    guard most >= Self.shortestRepeat else { return nil }
    var best = Repeat(length: Self.shortestRepeat - 1, distance: 0)
    var candidate = last[hash(at: index)]
    var tries = Self.mostTries
    while candidate >= 0, index - candidate <= Self.window, tries > 0 {
      // A longer one has the same byte at the end of the best so far.
      if bytes[candidate + best.length] == bytes[index + best.length] {
        var length = 0
        while length < most, bytes[candidate + length] == bytes[index + length] { length += 1 }
        if length > best.length { best = Repeat(length: length, distance: index - candidate) }
        if length == most { break }
      }
      let before = previous[candidate & (Self.window - 1)]
      // A place that has left the window is the number of a later one.
      guard before < candidate else { break }
      candidate = before
      tries -= 1
    }
    // Three bytes from far away take as many bits as the bytes themselves.
    let isWorthWhile = best.length > Self.shortestRepeat || best.distance <= 4096
    return best.length >= Self.shortestRepeat && isWorthWhile ? best : nil
  }
}

/// Bits in the order of deflate: the lowest of a byte first.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var bits: UInt64 = 0
  /// How many of `bits` there are, less than eight between two calls.
  private var count = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Writes a number of some bits, at most 16, the lowest first.
  mutating func write(_ number: Int, _ width: Int) {
    bits |= UInt64(truncatingIfNeeded: number) << UInt64(count)
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      count -= 8
    }
  }

  /// Writes the pattern of a code, of which the highest bit comes first.
  mutating func writeReversed(_ pattern: Int, _ width: Int) {
    var reversed = 0
    for bit in 0..<width where pattern >> bit & 1 == 1 { reversed |= 1 << (width - 1 - bit) }
    write(reversed, width)
  }

  mutating func writeLiteral(_ byte: UInt8) {
    let (pattern, width) = Self.literals[Int(byte)]
    write(pattern, width)
  }

  /// Writes a symbol that is no literal: 256 to 285.
  mutating func writeSymbol(_ symbol: Int) {
    if symbol < 280 { writeReversed(symbol - 256, 7) } else { writeReversed(0b1100_0000 + symbol - 280, 8) }
  }

  /// All bytes, the last filled up with zeros.
  consuming func finished() -> [UInt8] {
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
    return bytes
  }

  /// The patterns of the bytes, as they are written (RFC 1951, 3.2.6).
  private static let literals: [(pattern: Int, width: Int)] = (0..<256).map { byte in
    let (pattern, width) = byte < 144 ? (0b0011_0000 + byte, 8) : (0b1_1001_0000 + byte - 144, 9)
    return ((0..<width).reduce(0) { $0 | (pattern >> $1 & 1) << (width - 1 - $1) }, width)
  }
}
