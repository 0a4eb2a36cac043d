/// The bits of a deflated stream, the lowest of each byte first.
struct BitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte that is not among `bits` yet.
  private var next = 0
  private var bits: UInt64 = 0
  /// How many of `bits` there are.
  private var count = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Takes in bytes until no more find room, or the stream ends.
  @inline(__always)
  private mutating func refill() {
    while count <= 56, next < bytes.count {
      bits |= UInt64(bytes[next]) &<< UInt64(truncatingIfNeeded: count)
      next &+= 1
      count &+= 8
    }
  }

  @inline(__always)
  private mutating func drop(_ width: Int) {
    bits = bits &>> UInt64(truncatingIfNeeded: width)
    count &-= width
  }

  /// The next bits, at most 16, as a number.
  @inline(__always)
  mutating func number(of width: Int) throws(Inflate.Fault) -> Int {
    if count < width {
      refill()
      if count < width { throw .truncated }
    }
    let value = Int(truncatingIfNeeded: bits & ((1 &<< UInt64(truncatingIfNeeded: width)) &- 1))
    drop(width)
    return value
  }

  /// The symbol whose pattern is next.
  @inline(__always)
  mutating func symbol(_ code: borrowing HuffmanCode) throws(Inflate.Fault) -> Int {
    if count < HuffmanCode.longest { refill() }
    let found = code.table[Int(truncatingIfNeeded: bits & UInt64((1 << HuffmanCode.tableBits) - 1))]
    if found == 0 { return try longSymbol(code) }
    let length = Int(found & 15)
    if length > count { throw .truncated }
    drop(length)
    return Int(found >> 4)
  }

  /// The same by the order of the patterns, bit by bit.
  private mutating func longSymbol(_ code: borrowing HuffmanCode) throws(Inflate.Fault) -> Int {
    var (pattern, first, place) = (0, 0, 0)
    for length in 1...HuffmanCode.longest {
      if length > count { throw .truncated }
      pattern |= Int(bits >> UInt64(length - 1) & 1)
      let patterns = code.counts[length]
      if pattern - first < patterns {
        drop(length)
        return Int(code.symbols[place + pattern - first])
      }
      place += patterns
      first = (first + patterns) * 2
      pattern *= 2
    }
    throw .damaged
  }

  /// Leaves out what is left of a byte, and gives the bytes that follow: `length` of them.
  mutating func wholeBytes(_ length: Int) throws(Inflate.Fault) -> UnsafeBufferPointer<UInt8> {
    let start = next - count / 8
    guard length <= bytes.count - start else { throw .truncated }
    (bits, count, next) = (0, 0, start + length)
    return UnsafeBufferPointer(rebasing: bytes[start..<next])
  }

  /// Leaves out what is left of a byte.
  mutating func finishByte() { drop(count % 8) }
}
