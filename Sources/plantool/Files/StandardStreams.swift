#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanText
import PlanReport
import PlanSystem
import PlanValidate
import Synchronization

/// Standard input, output and error as bytes, with every fault of the system reported.
enum StandardStreams {
  /// What was on standard input, where no file could take its place.
  private static let keptInput = Mutex<[UInt8]?>(nil)

  /// Everything on standard input, if it is no more than the limit.
  static func readInput(upTo limit: Int) throws(FileTrouble) -> [UInt8] {
    if let kept = keptInput.withLock({ $0 }) { return kept }
    return try readAll(STDIN_FILENO, name: "-", upTo: limit)
  }

  /// Keeps what is on standard input in a file that takes its place, from which it can be read again after a fault in
  /// another file. Where there is no room for such a file, it is kept for this run alone.
  static func keepInput(upTo limit: Int) throws(FileTrouble) {
    guard !Supervision.isRestarted else {
      if lseek(STDIN_FILENO, 0, SEEK_SET) != 0 { try Supervision.refuseUnrepeatable("-") }
      return
    }
    let bytes = try readInput(upTo: limit)
    if takesPlaceOfInput(bytes) { return }
    Supervision.markUnrepeatable("-")
    keptInput.withLock { $0 = bytes }
  }

  private static func takesPlaceOfInput(_ bytes: [UInt8]) -> Bool {
    guard let file = tmpfile() else { return false }
    defer { fclose(file) }
    do { try writeAll(bytes, to: fileno(file)) } catch { return false }
    return lseek(fileno(file), 0, SEEK_SET) == 0 && dup2(fileno(file), STDIN_FILENO) >= 0
  }

  /// Everything in a file, or that comes out of a pipe or device such as the shell's `<(…)`, if it is no more than the
  /// limit; and for a file the state in which it was read.
  ///
  /// What has to be a regular file is opened without waiting: a pipe that has taken its place in the meantime must not
  /// hold the program.
  static func readFile(
    _ path: String, isRegular: Bool, upTo limit: Int
  ) throws(FileTrouble) -> (bytes: [UInt8], state: FileState?) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (isRegular ? O_NONBLOCK : 0))
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: throw .notFound(path)
      case EACCES: throw .noPermission(path)
      default: throw .unreadable(path, reason: .systemReason(errno))
      }
    }
    defer { close(descriptor) }
    guard isRegular else { return (try readAll(descriptor, name: path, upTo: limit), nil) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path) }
    if status.st_size > limit { throw .tooLarge(path, limit: limit) }
    // The state before the first byte is read: what is changed while it is read is changed.
    return (try readAll(descriptor, name: path, upTo: limit, expecting: Int(status.st_size)), FileState(status))
  }

  /// Everything that is left to be read; of a file with the expected size.
  static func readAll(
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
        throw .unreadable(name, reason: .systemReason(errno))
      }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit { throw .tooLarge(name, limit: limit) }
    }
  }

  /// Writes to standard output. `isColored` is whether the text has colours of ours.
  static func writeOutput(_ output: OutputBytes, isColored: Bool = false) throws(FileTrouble) {
    do throws(WriteFault) {
      try write(output, to: STDOUT_FILENO, isColored: isColored)
    } catch {
      throw error.trouble("<stdout>")
    }
  }

  /// Writes lines to standard error, escaped wherever it leads: people read it. If that fails there is nowhere left to
  /// say so.
  static func writeError(_ text: String, isColored: Bool = false) {
    try? writeAll(Array(TerminalText.escapeLines(text, keepingColors: isColored).utf8), to: plan_error_descriptor())
  }

  /// Writes a result to an open file, whole. All results go out here, so that nothing reaches a terminal that would act
  /// on it: a terminal gets such characters escaped; files and pipes get the text as it is. Messages go through
  /// ``writeError(_:isColored:)``, which always escapes.
  static func write(_ output: OutputBytes, to descriptor: Int32, isColored: Bool = false) throws(WriteFault) {
    guard isatty(descriptor) == 1 else { return try writeAll(output.bytes, to: descriptor) }
    guard output.isText else { throw .terminal }
    let text = String(decoding: output.bytes, as: UTF8.self)
    try writeAll(Array(TerminalText.escapeLines(text, keepingColors: isColored).utf8), to: descriptor)
  }

  /// Writes the next part of a report to standard output, except for what a run before this one has printed of it, which
  /// a fault has ended. `printed` is how many bytes of the report came before, and is counted on.
  static func writeReport(_ text: String, isColored: Bool, after printed: inout UInt64) throws(FileTrouble) {
    let text = isOutputTerminal ? TerminalText.escapeLines(text, keepingColors: isColored) : text
    var rest = Array(text.utf8)[...]
    let former = plan_faults_printed()
    if printed < former {
      let known = rest.prefix(Int(min(former - printed, UInt64(rest.count))))
      rest = rest[known.endIndex...]
      printed += UInt64(known.count)
    }
    plan_faults_print_begin()
    defer { plan_faults_print_end(printed) }
    do throws(WriteFault) {
      try writeAll(Array(rest), to: STDOUT_FILENO)
      printed += UInt64(rest.count)
      #if DEBUG
        PlantedFault.waitAfterPrinting()
      #endif
    } catch {
      throw error.trouble("<stdout>")
    }
  }

  /// Shows a line on a terminal in place of the one that was shown before; nothing takes it away.
  static func showStatus(_ line: String) {
    try? writeAll(Array("\r\u{1B}[K\(TerminalText.escape(line))".utf8), to: plan_error_descriptor())
  }

  /// Whether standard error is a terminal, and how wide it is, in columns; nil where it is none.
  static var errorColumns: Int? {
    let columns = Int(plan_terminal_columns(plan_error_descriptor()))
    return columns > 0 ? columns : nil
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFault) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(errno)
      }
      offset += count
    }
  }

  /// Whether standard output is a terminal.
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The width of the terminal that standard output is, in columns; 80 where that is not known.
  static var outputColumns: Int {
    let columns = Int(plan_terminal_columns(STDOUT_FILENO))
    return columns > 0 ? columns : 80
  }

  /// Why something could not be written.
  enum WriteFault: Error {
    /// The system refused, with an error number.
    case system(Int32)
    /// What is no text would go to a terminal.
    case terminal
    /// The new file cannot have the owner and the group of the old one.
    case owner
    /// The new file cannot have an attribute of the old one; empty for its access control list.
    case attribute(String)

    /// What that means for a file.
    func trouble(_ path: String) -> FileTrouble {
      switch self {
      case .system(EPIPE): .closedPipe
      case .system(let number): .unwritable(path, reason: .systemReason(number))
      case .terminal: .notForTerminals
      case .owner: .ownerIsLost(path)
      case .attribute(let name): .attributeIsLost(path, name: name)
      }
    }
  }
}

/// `write` of the system, under a name that no function of ours has.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, start, count)
}
