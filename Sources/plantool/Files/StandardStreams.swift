#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input, output and error as bytes, with every fault of the system reported.
enum StandardStreams {
  /// Everything on standard input.
  static func readInput() throws(FileTrouble) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable("-", reason: reason(errno))
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Writes to standard output.
  static func writeOutput(_ text: String) throws(FileTrouble) {
    do throws(WriteFault) {
      try writeAll(Array(text.utf8), to: STDOUT_FILENO)
    } catch {
      throw error.number == EPIPE ? .closedPipe : .unwritable("<stdout>", reason: reason(error.number))
    }
  }

  /// Writes to standard error. If that fails there is nowhere left to say so.
  static func writeError(_ text: String) {
    try? writeAll(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Whether standard output is a terminal.
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Keeps a closed pipe from ending the process, so that it can end with its own status.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// The system's words for an error number.
  static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

  /// A write that the system refused.
  struct WriteFault: Error { let number: Int32 }

  /// Writes all bytes to an open file.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFault) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw WriteFault(number: errno)
      }
      offset += count
    }
  }
}
