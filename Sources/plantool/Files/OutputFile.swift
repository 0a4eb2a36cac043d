#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanModel
import PlanSystem

/// The file that `-o` names, or that is rewritten.
enum OutputFile {
  /// Writes a file whole or not at all: into a new file beside it, which then takes its name, owner, permissions and attributes. A symbolic link stays one,
  /// and what it leads to is written. A device or pipe is written to directly.
  ///
  /// `state` is that in which the file was read, where what is written is made from it: a file that somebody has changed since is left alone.
  static func write(_ text: String, to path: String, replacing state: FileState? = nil) throws(FileTrouble) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path) }
      return try writeDirectly(text, to: path)
    }
    let target = resolved(path)
    let folder = FilePath.folder(of: target)
    guard access(folder, F_OK) == 0 else { throw .noSuchFolder(FilePath.folder(of: path)) }
    let exists = stat(target, &status) == 0
    if let state, !exists || FileState(status) != state { throw .changed(path) }
    if exists {
      // A file that its owner has protected is not replaced behind the protection.
      guard access(target, W_OK) == 0 else { throw .unwritable(path, reason: StandardStreams.reason(errno)) }
      guard status.st_nlink < 2 else { throw .hasOtherNames(path) }
    }
    var slot: Int32 = 0
    let descriptor = plan_temporary_create(folder, exists ? 0o600 : 0o666, &slot)
    guard descriptor >= 0 else { throw .unwritable(path, reason: StandardStreams.reason(errno)) }
    do throws(FileTrouble) {
      defer { close(descriptor) }
      do throws(StandardStreams.WriteFault) {
        try StandardStreams.write(text, to: descriptor)
        if exists { try keepRights(of: target, status, on: descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(errno) }
      } catch {
        throw error.trouble(path)
      }
      #if DEBUG
        PlantedFault.waitIfPlanted(at: path)
      #endif
      if let state, FileState.of(target) != state { throw .changed(path) }
    } catch {
      plan_temporary_remove(slot)
      throw error
    }
    guard plan_temporary_rename(slot, target) == 0 else {
      throw .unwritable(path, reason: StandardStreams.reason(errno))
    }
    synchronize(folder)
  }

  /// Whether `-o` names one of the files that are read.
  static func isInput(_ output: String, _ inputs: [String]) -> Bool {
    guard let identity = FileState.of(output)?.identity else { return false }
    return inputs.contains { FileState.of($0)?.identity == identity }
  }

  /// Refuses to write what is made of a file over it, where it could not be made from that again.
  static func refuse(_ output: String?, onto inputs: [String?]) throws(FileTrouble) {
    if let output, isInput(output, inputs.compactMap { $0 }) { throw .outputIsInput(output) }
  }

  /// Gives the new file the owner, the attributes and the permissions of the old one.
  private static func keepRights(
    of old: String, _ status: stat, on new: Int32
  ) throws(StandardStreams.WriteFault) {
    var own = stat()
    guard fstat(new, &own) == 0 else { throw .system(errno) }
    if own.st_uid != status.st_uid || own.st_gid != status.st_gid, fchown(new, status.st_uid, status.st_gid) != 0 {
      // Only the superuser can give a file away, but the group may be one's own too.
      guard own.st_uid == status.st_uid, fchown(new, uid_t.max, status.st_gid) == 0 else { throw .owner }
    }
    var descriptor = open(old, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0, errno == EACCES { descriptor = open(old, O_WRONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var name = [CChar](repeating: 0, count: 256)
    guard plan_attributes_copy(descriptor, new, &name, name.count) == 0 else {
      throw .attribute(String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    // Last, for an access control list changes the permissions of the group.
    guard fchmod(new, status.st_mode & 0o7777) == 0 else { throw .system(errno) }
  }

  /// Has the new name outlast a failure of the power. Where the file system cannot, nothing is lost but that.
  private static func synchronize(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
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
    // /dev/stderr is no longer what it was where the Swift runtime is kept from writing to it.
    let isError = ["/dev/stderr", "/dev/fd/2", "/proc/self/fd/2"].contains(path)
    let descriptor = isError ? dup(plan_error_descriptor()) : open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path, reason: StandardStreams.reason(errno)) }
    defer { close(descriptor) }
    do throws(StandardStreams.WriteFault) {
      try StandardStreams.write(text, to: descriptor)
    } catch {
      throw error.trouble(path)
    }
  }
}
