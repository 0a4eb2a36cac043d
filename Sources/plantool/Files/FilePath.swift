#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Paths as the file system has them.
enum FilePath {
  /// The absolute path of something that exists, without symbolic links.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder of a path; “.” for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands behind the last slash.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// A path below a folder; an absolute one as it is.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// Whether a name stands in a folder, be it a link that leads nowhere.
  static func isEntry(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// What can stand at a path.
  enum Kind {
    case file
    case folder
    /// A pipe, a device or a socket.
    case special
  }

  /// What stands at a path, through any links; one that leads nowhere is not found.
  static func kind(of path: String) throws(FileTrouble) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw .notFound(path)
      case EACCES: throw .noPermission(path)
      default: throw .unreadable(path, reason: .systemReason(errno))
      }
    }
    return kind(status)
  }

  /// Whether a path leads, through any links, to a pipe, a device or a socket.
  static func isSpecial(_ path: String) -> Bool { (try? kind(of: path)) == .special }

  /// The same of a status that is at hand.
  static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .special
    }
  }

  /// Whether a path is in a folder, at any depth; both absolute and without links.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    path.utf8.starts(with: (folder.hasSuffix("/") ? folder : folder + "/").utf8)
  }

  /// Whether a path is in a folder, and nothing on the way to it is hidden, as git and other programs hide what they
  /// keep for themselves: parts of what is read stand in messages. Both absolute and without links. `name` is one that
  /// may be hidden.
  static func isVisible(_ path: String, in folder: String, except name: String? = nil) -> Bool {
    isInside(path, folder)
      && relative(path, to: folder).split(separator: "/").allSatisfy { !$0.hasPrefix(".") || String($0) == name }
  }

  /// How to get from one folder to a path, both absolute and without links.
  static func relative(_ path: String, to folder: String) -> String {
    let from = folder.split(separator: "/")
    let to = path.split(separator: "/")
    let common = zip(from, to).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: from.count - common) + to[common...].map(String.init)).joined(separator: "/")
  }

  /// Where a file stands: its folder without links, and its own name, which may be that of a link.
  static func place(of path: String) -> String? { real(folder(of: path)).map { join($0, name(of: path)) } }

  /// A path for people: from the current folder, unless the absolute one is shorter.
  static func shown(_ path: String) -> String {
    guard let current = real(".") else { return path }
    let relative = relative(path, to: current)
    return relative.utf8.count < path.utf8.count ? relative : path
  }
}
