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
  static func find(_ paths: [String]) throws -> [String] {
    guard paths.filter({ $0 == "-" }).count < 2 else { throw UsageError.standardInputTwice }
    var files: [String] = []
    for path in paths {
      guard path != "-" else {
        files.append(path)
        continue
      }
      guard try fileType(path) == .typeDirectory else {
        files.append(path)
        continue
      }
      let found = try plans(in: path)
      guard !found.isEmpty else { throw FileTrouble.noPlans(folder: path) }
      files += found
    }
    return files
  }

  /// The bytes of a file or of standard input.
  static func read(_ path: String) throws -> SourceText {
    if path == "-" { return SourceText(name: standardInputName, bytes: try StandardStreams.readInput()) }
    let type = try fileType(path)
    if type == .typeDirectory { throw FileTrouble.isFolder(path) }
    guard type == .typeRegular else { return SourceText(name: path, bytes: try StandardStreams.readPipe(path)) }
    do {
      return SourceText(name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    } catch let error as CocoaError {
      throw trouble(error, path)
    }
  }

  /// Whether there is something to read at a path, be it a folder or unreadable: reading it then says what is wrong.
  static func exists(_ path: String) -> Bool {
    if path == "-" { return true }
    do {
      _ = try fileType(path)
      return true
    } catch FileTrouble.notFound {
      return false
    } catch {
      return true
    }
  }

  /// Whether a path is a folder; there must be something at it.
  static func isFolder(_ path: String) throws -> Bool { try path != "-" && fileType(path) == .typeDirectory }

  /// Whether a file would be written over; a symbolic link that leads nowhere is nothing to lose.
  static func isTaken(_ path: String) -> Bool { path != "-" && exists(path) }

  /// Whether a path leads to a file that can be replaced, and not to a pipe or device.
  static func isRegularFile(_ path: String) -> Bool {
    do { return try fileType(path) == .typeRegular } catch { return false }
  }

  private static func fileType(_ path: String) throws -> FileAttributeType? {
    do {
      // Looks through symbolic links, so that a link that leads nowhere is missed here and not while reading.
      let resolved = URL(filePath: path).resolvingSymlinksInPath().path
      return try FileManager.default.attributesOfItem(atPath: resolved)[.type] as? FileAttributeType
    } catch let error as CocoaError {
      throw trouble(error, path)
    }
  }

  /// The plans under a folder, in the order of their paths. Links to folders are not followed; hidden folders, pipes and devices are left out.
  private static func plans(in folder: String) throws -> [String] {
    var found: [String] = []
    var pending = [folder]
    while let current = pending.popLast() {
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: current)
      } catch let error as CocoaError {
        throw trouble(error, current)
      }
      for name in names where !name.hasPrefix(".") {
        let path = current == "." ? name : current.hasSuffix("/") ? current + name : current + "/" + name
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        if type == .typeDirectory {
          pending.append(path)
        } else if isPlan(name), type == .typeRegular || type == .typeSymbolicLink {
          found.append(path)
        }
      }
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
