#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import PlanModel

/// Finds and reads the files that a command line names.
enum PlanFiles {
  /// The name shown for standard input.
  static let standardInputName = "<stdin>"

  /// The files for some paths: a file as it is, a folder searched for plans at any depth, `-` for standard input.
  static func find(_ paths: [String], _ session: Session) throws -> [String] {
    guard paths.filter({ $0 == "-" }).count < 2 else { throw UsageError.standardInputTwice }
    var files: [String] = []
    for path in paths {
      guard path != "-" else {
        files.append(path)
        continue
      }
      guard try FilePath.kind(of: path) == .folder else {
        files.append(path)
        continue
      }
      let found = try plans(in: path, session)
      guard !found.isEmpty else { throw FileTrouble.noPlans(folder: path) }
      files += found
    }
    return files
  }

  /// The largest file that is read unless the command line says otherwise. The largest real plan is about 60 KB; ministries' collections stay below a
  /// megabyte.
  static let sizeLimit = 256 << 20

  /// The bytes of a file or of standard input.
  static func read(_ path: String, upTo limit: Int = sizeLimit) throws(FileTrouble) -> SourceText {
    if path == "-" {
      return SourceText(name: standardInputName, bytes: try StandardStreams.readInput(upTo: limit))
    }
    let kind = try FilePath.kind(of: path)
    if kind == .folder { throw .isFolder(path) }
    let bytes = try StandardStreams.readFile(path, isRegular: kind == .file, upTo: limit)
    return SourceText(name: path, bytes: bytes)
  }

  /// Refuses what is neither a file nor a folder where nobody named it on the command line: of a pipe that is found nothing may ever come.
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

  /// The plans under a folder, in the order of their paths. Links to folders are not followed; hidden folders are left out.
  /// Pipes, devices and sockets that are named like plans are left out with a word.
  private static func plans(in folder: String, _ session: Session) throws -> [String] {
    var found: [String] = []
    var skipped: [String] = []
    var pending = [folder]
    while let current = pending.popLast() {
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: current)
      } catch let error as CocoaError {
        throw trouble(error, current)
      }
      for name in names where !name.hasPrefix(".") {
        let path = FilePath.join(current, name)
        if FilePath.isFolderItself(path) {
          pending.append(path)
        } else if isPlan(name), FilePath.isSpecial(path) {
          skipped.append(path)
        } else if isPlan(name) {
          found.append(path)
        }
      }
    }
    for path in skipped.sorted() {
      session.complain(
        LocalizedText(
          zh: "略過「\(path)」：這是管道、裝置或通訊端，不是一般檔案。",
          en: "Skipped “\(path)”: it is a pipe, a device or a socket and no regular file."))
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isPlan(_ name: String) -> Bool {
    PlanDocument.Syntax.allCases.contains { name.hasSuffix(".plan.\($0.rawValue)") }
  }

  private static func trouble(_ error: CocoaError, _ path: String) -> FileTrouble {
    switch error.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: .notFound(path)
    case .fileReadNoPermission: .noPermission(path)
    default: .unreadable(path, reason: StandardStreams.reason(of: error))
    }
  }
}
