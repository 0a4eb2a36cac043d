#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of standard input, as they come. However many there are, a few stand in memory.
struct InputLines {
  enum Line: Sendable {
    /// Its bytes, without the line feed.
    case bytes([UInt8])
    /// More bytes than the limit, of which nothing was kept.
    case tooLong
  }

  /// The most that a line may have, in bytes.
  private let limit: Int
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  /// The line whose end has not come yet.
  private var open: [UInt8] = []
  private var isTooLong = false
  private var isAtEnd = false

  /// How many bytes and lines are handed over at once, where there is more.
  private static let (mostBytes, mostLines) = (4 << 20, 1024)

  init(upTo limit: Int) { self.limit = limit }

  /// The lines that are there: waits for the first, and for no other. Empty at the end.
  mutating func next() throws(FileTrouble) -> [Line] {
    var lines: [Line] = []
    var size = 0
    while !isAtEnd {
      if !lines.isEmpty, size >= Self.mostBytes || lines.count >= Self.mostLines || !Self.isMoreThere { break }
      let count = try read()
      if count == 0 {
        isAtEnd = true
        if !open.isEmpty || isTooLong { lines.append(closed()) }
        break
      }
      size += count
      var start = 0
      while let end = chunk[start..<count].firstIndex(of: UInt8(ascii: "\n")) {
        keep(start..<end)
        lines.append(closed())
        start = end + 1
      }
      keep(start..<count)
    }
    return lines
  }

  private mutating func keep(_ range: Range<Int>) {
    guard !isTooLong else { return }
    guard open.count + range.count <= limit else {
      isTooLong = true
      open = []
      return
    }
    open += chunk[range]
  }

  private mutating func closed() -> Line {
    defer { (open, isTooLong) = ([], false) }
    return isTooLong ? .tooLong : .bytes(open)
  }

  private mutating func read() throws(FileTrouble) -> Int {
    while true {
      let count = systemRead(STDIN_FILENO, &chunk, chunk.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable("-", reason: .systemReason(errno)) }
    }
  }

  /// Whether reading gives something at once, be it the end.
  private static var isMoreThere: Bool {
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }
}

/// `read` of the system, under a name that no function of ours has.
private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, start, count)
}
