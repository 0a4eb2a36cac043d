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
    for byte in bytes {
      state = Self.table[Int((state ^ UInt32(byte)) & 0xFF)] ^ (state >> 8)
    }
  }

  /// What each byte adds.
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 0 ? value >> 1 : 0xEDB8_8320 ^ (value >> 1) }
  }
}
