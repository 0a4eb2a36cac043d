#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
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
  /// Writes a file whole or not at all: into a new file beside it, which then takes its name. A device or pipe is written to directly.
  static func write(_ text: String, to path: String) throws(FileTrouble) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path) }
      return try writeDirectly(text, to: path)
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch let error as CocoaError where error.code == .fileNoSuchFile || error.code == .fileReadNoSuchFile {
      throw .noSuchFolder(FilePath.folder(of: path))
    } catch let error as CocoaError where error.code == .fileWriteNoPermission {
      throw .unwritable(path, reason: StandardStreams.reason(EACCES))
    } catch let error as CocoaError {
      guard access(FilePath.folder(of: path), F_OK) == 0 else { throw .noSuchFolder(FilePath.folder(of: path)) }
      throw .unwritable(path, reason: StandardStreams.reason(of: error))
    } catch {
      throw .unwritable(path, reason: LocalizedText(zh: "\(error)", en: "\(error)"))
    }
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
