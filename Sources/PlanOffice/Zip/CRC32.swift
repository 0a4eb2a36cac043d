/// The checksum that a zip archive keeps of each of its files: CRC-32 as in ISO 3309, with the polynomial 0xEDB88320.
package struct CRC32: Sendable {
  private var state: UInt32 = 0xFFFF_FFFF

  package init() {}

  /// The checksum of some bytes.
  package init(of bytes: some Sequence<UInt8>) {
    add(bytes)
  }

  /// The checksum of all bytes that were added.
  package var value: UInt32 { ~state }

  /// Goes on with the next bytes of the file.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { add($0) }
    if isDone == nil { for byte in bytes { add(byte) } }
  }

  private mutating func add(_ byte: UInt8) {
    state = Self.table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ (state >> 8)
  }

  /// Eight bytes at a time: what each of them adds is looked up alone, where it would add it behind those after it.
  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let wholes = bytes.count & ~7
    Self.table.withUnsafeBufferPointer { table in
      var state = state
      for start in stride(from: 0, to: wholes, by: 8) {
        let first = state ^ UInt32(littleEndian: bytes.word(at: start))
        let second = UInt32(littleEndian: bytes.word(at: start + 4))
        var next = table[0x700 + Int(first & 0xFF)] ^ table[0x600 + Int(first >> 8 & 0xFF)]
        next ^= table[0x500 + Int(first >> 16 & 0xFF)] ^ table[0x400 + Int(first >> 24)]
        next ^= table[0x300 + Int(second & 0xFF)] ^ table[0x200 + Int(second >> 8 & 0xFF)]
        state = next ^ table[0x100 + Int(second >> 16 & 0xFF)] ^ table[Int(second >> 24)]
      }
      self.state = state
    }
    for byte in bytes[wholes...] { add(byte) }
  }

  /// What each byte adds; behind that, what it adds with one to seven bytes of 0 after it.
  private static let table: [UInt32] = {
    var table: [UInt32] = (0..<256).map { index in
      (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 0 ? value >> 1 : 0xEDB8_8320 ^ (value >> 1) }
    }
    for index in 256..<2048 { table.append(table[Int(table[index - 256] & 0xFF)] ^ (table[index - 256] >> 8)) }
    return table
  }()
}

extension UnsafeBufferPointer<UInt8> {
  /// Four bytes as they stand in memory.
  fileprivate func word(at offset: Int) -> UInt32 {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt32.self)
  }
}
