import PlanText

/// Finds and reads the files that a command line names.
enum PlanFiles {
  /// The name shown for standard input.
  static let standardInputName = "<stdin>"

  /// The files that a command line names, each once.
  struct Found {
    fileprivate(set) var files: [String] = []
    /// Whether everything that the command line names could be looked at.
    fileprivate(set) var isComplete = true
    /// What is to be said of what could not be looked at, and of what was skipped.
    fileprivate(set) var complaints: [LocalizedText] = []
    private var known: Set<FileState.Identity> = []

    /// Adds a file, unless it is there already, be it by another name.
    fileprivate mutating func add(_ path: String, _ identity: FileState.Identity?) {
      if let identity, !known.insert(identity).inserted { return }
      if identity == nil, files.contains(path) { return }
      files.append(path)
    }
  }

  /// The files for some paths: a file as it is, a folder searched for plans at any depth, `-` for standard input.
  /// What cannot be looked at is named, and the others are found all the same.
  static func find(
    _ paths: [String], upTo limit: Int = sizeLimit, includingSheets: Bool = false
  ) throws(UsageError) -> Found {
    guard paths.filter({ $0 == "-" }).count < 2 else { throw UsageError.standardInputTwice }
    var found = Found()
    var troubles: [FileTrouble] = []
    var skipped: [String] = []
    let roots = paths.filter { (try? isFolder($0)) == true }.compactMap(FilePath.real)
    var named: Set<String> = []
    for path in paths where named.insert(path).inserted {
      do throws(FileTrouble) {
        if path == "-" {
          if paths.count > 1 { try StandardStreams.keepInput(upTo: limit) }
          found.add(path, nil)
        } else if try FilePath.kind(of: path) != .folder {
          found.add(path, FileState.of(path)?.identity)
        } else {
          let search = FolderSearch(path, roots: roots, includingSheets: includingSheets)
          troubles += search.troubles.sorted { ($0.message?.en ?? "") < ($1.message?.en ?? "") }
          skipped += search.special
          if search.entries.isEmpty, search.troubles.isEmpty {
            throw .noPlans(folder: path, text: search.likely.text, document: search.likely.document)
          }
          add(search.entries, to: &found)
        }
      } catch {
        troubles.append(error)
      }
    }
    found.isComplete = troubles.isEmpty
    // What a fault has ended said it before.
    if !Supervision.isRestarted { found.complaints = complaints(about: troubles, skipped: skipped) }
    return found
  }

  /// Adds the plans of a folder in the order of their paths. A file counts for more than a link to it.
  private static func add(_ entries: [FolderSearch.Entry], to found: inout Found) {
    var inner = found
    for entry in entries.filter({ !$0.isLink }) + entries.filter(\.isLink) { inner.add(entry.path, entry.identity) }
    inner.files[found.files.count...].sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    found = inner
  }

  private static func complaints(about troubles: [FileTrouble], skipped: [String]) -> [LocalizedText] {
    skipped.sorted().map { path in
      LocalizedText(
        zh: "略過「\(path)」：這是管道、裝置或通訊端，不是一般檔案。",
        en: "Skipped “\(path)”: it is a pipe, a device or a socket, not a regular file.")
    } + troubles.compactMap(\.message)
  }

  /// The largest file that is read unless the command line says otherwise. The largest real plan is about 60 KB;
  /// ministries' collections stay below a megabyte.
  static let sizeLimit = 256 << 20

  /// A file as it was read.
  struct Content {
    let source: SourceText
    /// The state in which it was read; nil for what is no regular file.
    let state: FileState?
  }

  /// The bytes of a checklist, a configuration or a baseline; `-` for standard input, which is then gone.
  static func read(_ path: String, upTo limit: Int = sizeLimit) throws(FileTrouble) -> SourceText {
    if path == "-" {
      try Supervision.refuseUnrepeatable(path)
      Supervision.markUnrepeatable(path)
    }
    return try content(of: path, upTo: limit, for: nil).source
  }

  /// A plan, for some work on it that needs memory. `inputName` is the name that standard input goes by.
  static func content(
    of path: String, upTo limit: Int, for need: MemoryNeed?, inputName: String? = nil
  ) throws(FileTrouble) -> Content {
    if path == "-" {
      let bytes = try StandardStreams.readInput(upTo: limit)
      let source = SourceText(name: inputName ?? standardInputName, bytes: bytes)
      try need?.check(path, size: bytes.count, syntax: .of(source))
      return Content(source: try plan(source, for: need), state: nil)
    }
    let kind = try FilePath.kind(of: path)
    if kind == .folder { throw .isFolder(path) }
    guard kind == .file else {
      try Supervision.refuseUnrepeatable(path)
      Supervision.markUnrepeatable(path)
      let bytes = try StandardStreams.readFile(path, isRegular: false, upTo: limit)
      return Content(source: try plan(SourceText(name: path, bytes: bytes.bytes), for: need), state: nil)
    }
    if let need, let size = FileState.of(path)?.size {
      if size > limit { throw .tooLarge(path, limit: limit) }
      try need.check(path, size: Int(size), syntax: path.hasSuffix(".json") ? .json : .text)
    }
    let (bytes, state) = try StandardStreams.readFile(path, isRegular: true, upTo: limit)
    return Content(source: try plan(SourceText(name: path, bytes: bytes), for: need), state: state)
  }

  /// A plan is read, be it an office document; a checklist or a configuration is a file as it is.
  static func plan(_ source: SourceText, for need: MemoryNeed?) throws(FileTrouble) -> SourceText {
    guard let need else { return source }
    let plan = try OfficeFiles.plan(source, for: need)
    // An archive says nothing of how much it holds.
    if plan.places != nil { try need.check(source.name, size: plan.bytes.count, syntax: .text) }
    return plan
  }

  /// Refuses what is neither a file nor a folder where nobody named it on the command line: of a pipe that is found
  /// nothing may ever come.
  static func refuseSpecial(_ path: String) throws {
    if FilePath.isSpecial(path) { throw FileTrouble.notRegular(path) }
  }

  /// Whether there is something to read at a path, be it a folder or unreadable: reading it then says what is wrong.
  static func exists(_ path: String) -> Bool {
    if path == "-" { return true }
    do {
      _ = try FilePath.kind(of: path)
      return true
    } catch {
      if case .notFound = error { return false }
      return true
    }
  }

  /// Whether a path is a folder; there must be something at it.
  static func isFolder(_ path: String) throws(FileTrouble) -> Bool {
    if path == "-" { return false }
    return try FilePath.kind(of: path) == .folder
  }

  /// Whether a file would be written over; a symbolic link that leads nowhere is nothing to lose.
  static func isTaken(_ path: String) -> Bool { path != "-" && exists(path) }

  /// Whether a path leads to a file that can be replaced, and not to a pipe or device.
  static func isRegularFile(_ path: String) -> Bool { (try? FilePath.kind(of: path)) == .file }
}
