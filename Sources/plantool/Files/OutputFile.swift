#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanModel

/// The file that `-o` names.
enum OutputFile {
  /// Writes a file whole or not at all: into a new file beside it, which then takes its name and permissions. A symbolic link stays one,
  /// and what it leads to is written. A device or pipe is written to directly.
  static func write(_ text: String, to path: String) throws(FileTrouble) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path) }
      return try writeDirectly(text, to: path)
    }
    let target = resolved(path)
    let exists = stat(target, &status) == 0
    guard access(FilePath.folder(of: target), F_OK) == 0 else { throw .noSuchFolder(FilePath.folder(of: path)) }
    // A file that its owner has protected is not replaced behind the protection.
    if exists, access(target, W_OK) != 0 { throw .unwritable(path, reason: StandardStreams.reason(errno)) }
    var template = Array((FilePath.folder(of: target) + "/.plantool-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .unwritable(path, reason: StandardStreams.reason(errno)) }
    let mask = umask(0)
    umask(mask)
    do throws(StandardStreams.WriteFault) {
      defer { close(descriptor) }
      try StandardStreams.writeAll(Array(text.utf8), to: descriptor)
      if exists {
        // Only the superuser can give a file away; for others the owner is the same.
        _ = fchown(descriptor, status.st_uid, status.st_gid)
      }
      guard fchmod(descriptor, exists ? status.st_mode & 0o7777 : 0o666 & ~mask) == 0, fsync(descriptor) == 0 else {
        throw StandardStreams.WriteFault(number: errno)
      }
    } catch {
      unlink(template)
      throw .unwritable(path, reason: StandardStreams.reason(error.number))
    }
    guard rename(template, target) == 0 else {
      let reason = StandardStreams.reason(errno)
      unlink(template)
      throw .unwritable(path, reason: reason)
    }
  }

  /// What a symbolic link leads to, also where nothing is there yet.
  private static func resolved(_ path: String) -> String {
    var path = path
    // As many links as the system follows.
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let length = buffer.withUnsafeMutableBytes { bytes in
        bytes.bindMemory(to: CChar.self).baseAddress.map { readlink(path, $0, bytes.count) } ?? -1
      }
      guard length > 0 else { return path }
      let target = String(decoding: buffer[..<length], as: UTF8.self)
      path = FilePath.join(FilePath.folder(of: path), target)
    }
    return path
  }

  private static func writeDirectly(_ text: String, to path: String) throws(FileTrouble) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw .unwritable(path, reason: StandardStreams.reason(errno)) }
    defer { close(descriptor) }
    do throws(StandardStreams.WriteFault) {
      try StandardStreams.writeAll(Array(text.utf8), to: descriptor)
    } catch {
      throw error.number == EPIPE ? .closedPipe : .unwritable(path, reason: StandardStreams.reason(error.number))
    }
  }
}
