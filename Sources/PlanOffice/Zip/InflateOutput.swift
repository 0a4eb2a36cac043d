/// The room that a deflated stream is undone into.
struct InflateOutput {
  private let room: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes there are so far.
  private(set) var count = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  @inline(__always)
  mutating func add(_ byte: UInt8) throws(Inflate.Fault) {
    guard count < room.count else { throw .tooLarge }
    room[count] = byte
    count &+= 1
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) throws(Inflate.Fault) {
    guard bytes.count <= room.count - count else { throw .tooLarge }
    for byte in bytes {
      room[count] = byte
      count += 1
    }
  }

  /// Repeats bytes that stand some way back. They may reach into what is being written.
  @inline(__always)
  mutating func copy(_ length: Int, from distance: Int) throws(Inflate.Fault) {
    guard distance <= count else { throw .damaged }
    guard length <= room.count - count else { throw .tooLarge }
    for index in count..<(count &+ length) { room[index] = room[index &- distance] }
    count &+= length
  }
}
