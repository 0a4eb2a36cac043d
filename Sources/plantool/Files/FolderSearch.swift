#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanFormats
import PlanText
import PlanSystem

/// The plans under a folder, at any depth. Hidden entries are left out, and links to folders are not followed.
struct FolderSearch {
  /// A plan that was found.
  struct Entry {
    let path: String
    let isLink: Bool
    /// Which file it is; nil where that cannot be said, which reading it then explains.
    let identity: FileState.Identity?
  }

  /// The plans, in no order.
  private(set) var entries: [Entry] = []
  /// Pipes, devices and sockets that are named like plans.
  private(set) var special: [String] = []
  /// What may be a plan, or hold plans, and cannot be looked at.
  private(set) var troubles: [FileTrouble] = []
  /// Files that are named otherwise and may be plans all the same: the first Markdown file and the first office document
  /// by their names.
  private(set) var likely: (text: String?, document: String?)
  /// The real paths that links may lead into.
  private let roots: [String]
  /// How the names of plans end.
  private let endings: [[UInt8]]

  /// Searches a folder; with `includingSheets` for forms that are workbooks (`.plan.ods`, `.plan.xlsx`) too. Its links to files count if they stay in one of the `roots`, which are absolute and without
  /// links, and lead to nothing hidden.
  init(_ folder: String, roots: [String], includingSheets: Bool = false) {
    self.roots = roots
    let kinds = PlanDocument.Syntax.allCases.map(\.rawValue) + (includingSheets ? ["ods", "xlsx"] : [])
    endings = kinds.map { Array(".plan.\($0)".utf8) }
    // A name is bytes until it is known to be text.
    var pending = [Array(folder.utf8)]
    while let current = pending.popLast() { search(current, &pending) }
  }

  private mutating func search(_ folder: [UInt8], _ pending: inout [[UInt8]]) {
    guard let directory = opendir(folder.map { CChar(bitPattern: $0) } + [0]) else {
      // What has gone in the meantime is not missed.
      if errno != ENOENT { troubles.append(trouble(at: folder, errno)) }
      return
    }
    defer { closedir(directory) }
    while let entry = plan_folder_next(directory) {
      let name = Array(UnsafeRawBufferPointer(start: entry, count: strlen(entry)))
      guard name.first != UInt8(ascii: ".") else { continue }
      var status = stat()
      guard fstatat(dirfd(directory), entry, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        if errno != ENOENT, isPlan(name) { troubles.append(trouble(at: Self.join(folder, name), errno)) }
        continue
      }
      let path = Self.join(folder, name)
      if status.st_mode & S_IFMT == S_IFDIR {
        pending.append(path)
      } else if isPlan(name) {
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        // A link that leads nowhere is an entry of its own: reading it says so.
        let isThere = !isLink || fstatat(dirfd(directory), entry, &status, 0) == 0
        add(path, isLink: isLink, isThere ? status : nil)
      } else if status.st_mode & S_IFMT == S_IFREG {
        addLikely(path, name)
      }
    }
    if errno != 0 { troubles.append(trouble(at: folder, errno)) }
  }

  private mutating func add(_ bytes: [UInt8], isLink: Bool, _ status: stat?) {
    guard let path = String(validating: bytes, as: UTF8.self) else {
      troubles.append(.notUTF8(Self.shown(bytes)))
      return
    }
    guard let status, status.st_mode & S_IFMT != S_IFLNK else {
      entries.append(Entry(path: path, isLink: isLink, identity: nil))
      return
    }
    switch FilePath.kind(status) {
    case .special: special.append(path)
    case .folder: entries.append(Entry(path: path, isLink: isLink, identity: nil))
    case .file:
      guard !isLink || isInside(path) else {
        troubles.append(.leadsOut(path))
        return
      }
      entries.append(Entry(path: path, isLink: isLink, identity: FileState(status).identity))
    }
  }

  private mutating func addLikely(_ path: [UInt8], _ name: [UInt8]) {
    guard let path = String(validating: path, as: UTF8.self), let name = String(validating: name, as: UTF8.self),
      let dot = name.lastIndex(of: ".")
    else { return }
    // README.md and its like are about the folder.
    let isAbout = name[..<dot].utf8.allSatisfy { $0 < 0x61 && $0 < 0x80 && !(0x30...0x39).contains($0) }
    switch name[dot...].lowercased() {
    case ".md" where !isAbout && !name.hasSuffix(".checklist.md"): likely.text = Self.nearer(likely.text, path)
    case ".docx", ".odt": likely.document = Self.nearer(likely.document, path)
    default: break
    }
  }

  /// The one of two paths that is less deep, and then the first.
  private static func nearer(_ known: String?, _ path: String) -> String {
    guard let known else { return path }
    func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
    return (depth(path), path) < (depth(known), known) ? path : known
  }

  private func isInside(_ path: String) -> Bool {
    guard let target = FilePath.real(path) else { return false }
    return roots.contains { FilePath.isVisible(target, in: $0) }
  }

  private func trouble(at bytes: [UInt8], _ number: Int32) -> FileTrouble {
    let path = Self.shown(bytes)
    return number == EACCES ? .noPermission(path) : .unreadable(path, reason: .systemReason(number))
  }

  private static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    if folder == [UInt8(ascii: ".")] { return name }
    return folder + (folder.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name
  }

  private func isPlan(_ name: [UInt8]) -> Bool { endings.contains { Array(name.suffix($0.count)) == $0 } }

  /// A path for people: in names that are no text, the bytes that are no ASCII as `\xNN`.
  private static func shown(_ path: [UInt8]) -> String {
    path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { name in
      String(validating: name, as: UTF8.self)
        ?? name.map { byte in
          byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }.joined(separator: "/")
  }
}
