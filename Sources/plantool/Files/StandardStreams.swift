#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanModel

/// Standard input, output and error as bytes, with every fault of the system reported.
enum StandardStreams {
  /// Everything on standard input, if it is no more than the limit.
  static func readInput(upTo limit: Int) throws(FileTrouble) -> [UInt8] {
    try readAll(STDIN_FILENO, name: "-", upTo: limit)
  }

  /// Everything in a file, or that comes out of a pipe or device such as the shell's `<(…)`, if it is no more than the limit.
  ///
  /// What has to be a regular file is opened without waiting: a pipe that has taken its place in the meantime must not hold the program.
  static func readFile(_ path: String, isRegular: Bool, upTo limit: Int) throws(FileTrouble) -> [UInt8] {
    let descriptor = open(path, isRegular ? O_RDONLY | O_NONBLOCK : O_RDONLY)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: throw .notFound(path)
      case EACCES: throw .noPermission(path)
      default: throw .unreadable(path, reason: reason(errno))
      }
    }
    defer { close(descriptor) }
    guard isRegular else { return try readAll(descriptor, name: path, upTo: limit) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path) }
    if status.st_size > limit { throw .tooLarge(path, limit: limit) }
    return try readAll(descriptor, name: path, upTo: limit, expecting: Int(status.st_size))
  }

  private static func readAll(
    _ descriptor: Int32, name: String, upTo limit: Int, expecting size: Int = 0
  ) throws(FileTrouble) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(name, reason: reason(errno))
      }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit { throw .tooLarge(name, limit: limit) }
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

  /// Words for an error number: our own for those that users meet, the system's for the others.
  static func reason(_ number: Int32) -> LocalizedText {
    let system = String(cString: strerror(number))
    switch number {
    case ENOSPC, EDQUOT: return LocalizedText(zh: "磁碟空間已滿", en: "no space is left on the device")
    case EACCES, EPERM: return LocalizedText(zh: "沒有權限", en: "permission denied")
    case EROFS: return LocalizedText(zh: "檔案系統是唯讀的", en: "the file system is read-only")
    case EIO: return LocalizedText(zh: "裝置讀寫錯誤", en: "the device reports an input/output error")
    case EISDIR: return LocalizedText(zh: "這是資料夾", en: "it is a folder")
    default: return LocalizedText(zh: "系統訊息：\(system)", en: system)
    }
  }

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
