#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What tells a file, and one state of it, from another.
struct FileState: Equatable, Sendable {
  /// Which file it is, whatever its names.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  let identity: Identity
  let size: Int64
  /// When its bytes were changed, in seconds and nanoseconds.
  let modified: [Int]
  /// When anything about it was changed. Unlike the other time, nobody can set it back.
  let changed: [Int]

  init(_ status: stat) {
    identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
    size = Int64(status.st_size)
    #if canImport(Darwin)
      modified = [status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
      changed = [status.st_ctimespec.tv_sec, status.st_ctimespec.tv_nsec]
    #else
      modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
      changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    #endif
  }

  /// The state of what a path leads to, or standard input for `-`; nil where that is no regular file.
  static func of(_ path: String) -> FileState? {
    var status = stat()
    guard path == "-" ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFREG ? FileState(status) : nil
  }
}
