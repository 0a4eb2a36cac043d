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
      guard try fileType(path) == .typeDirectory else {
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
  static func read(_ path: String, upTo limit: Int = sizeLimit) throws -> SourceText {
    if path == "-" {
      return SourceText(name: standardInputName, bytes: try StandardStreams.readInput(upTo: limit))
    }
    let type = try fileType(path)
    if type == .typeDirectory { throw FileTrouble.isFolder(path) }
    let bytes = try StandardStreams.readFile(path, isRegular: type == .typeRegular, upTo: limit)
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
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        if type == .typeDirectory {
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
