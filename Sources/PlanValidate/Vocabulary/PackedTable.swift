/// Numbers in the program's file, little-endian, read where they stand: a mark of four bytes, how many parts follow,
/// where each begins, the parts.
///
/// Whatever a table lacks is 0, so that a damaged one gives other answers and no fault.
struct PackedTable {
  private let bytes: Bytes

  init(_ start: UnsafePointer<UInt8>, count: Int) { bytes = Bytes(UnsafeRawBufferPointer(start: start, count: count)) }

  /// Four characters that say which table it is, and of which version.
  var mark: String { String(decoding: (0..<4).map(bytes.byte), as: UTF8.self) }
  var count: Int { Int(bytes.long(at: 4)) }

  /// The bytes of a part.
  subscript(part: Int) -> Bytes {
    let start = Int(bytes.long(at: 8 + 4 * part))
    let end = part + 1 < count ? Int(bytes.long(at: 12 + 4 * part)) : bytes.count
    return bytes.part(start..<max(start, end))
  }

  /// Bytes that stay as long as the program runs, and never change.
  struct Bytes: @unchecked Sendable {
    private let bytes: UnsafeRawBufferPointer
    let count: Int

    fileprivate init(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
      count = bytes.count
    }

    fileprivate func part(_ range: Range<Int>) -> Bytes {
      Bytes(UnsafeRawBufferPointer(rebasing: bytes[range.clamped(to: 0..<count)]))
    }

    @inline(__always) func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? bytes[index] : 0 }

    /// The number of two bytes with an index, counted in such numbers.
    @inline(__always) func short(_ index: Int) -> UInt16 {
      guard index >= 0, 2 * index + 2 <= count else { return 0 }
      return UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
    }

    /// The number of four bytes at an offset.
    @inline(__always) func long(at offset: Int) -> UInt32 {
      guard offset >= 0, offset + 4 <= count else { return 0 }
      return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The number of four bytes at an offset that is known to be inside.
    @inline(__always) func longInside(at offset: Int) -> UInt32 {
      assert(offset >= 0 && offset + 4 <= count)
      return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The number of eight bytes with an index, counted in such numbers.
    @inline(__always) func quad(_ index: Int) -> UInt64 {
      guard index >= 0, 8 * index + 8 <= count else { return 0 }
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
    }
  }
}
