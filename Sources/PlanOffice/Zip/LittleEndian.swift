/// Numbers in an archive, the lowest byte first.
struct LittleEndian {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number of two bytes; 0 where they are not there.
  func short(at place: Int) -> Int {
    guard place >= 0, place <= bytes.count - 2 else { return 0 }
    return Int(bytes[place]) | Int(bytes[place + 1]) << 8
  }

  /// The number of four bytes; 0 where they are not there.
  func word(at place: Int) -> Int { short(at: place) | short(at: place + 2) << 16 }
}
