#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanText
import PlanSystem

/// The file that `-o` names, or that is rewritten.
enum OutputFile {
  /// Writes a file whole or not at all: into a new file beside it, which then takes its name, owner, permissions and
  /// attributes. A symbolic link stays one, and what it leads to is written. A device or pipe is written to directly.
  ///
  /// `state` is that in which the file was read, where what is written is made from it: a file that somebody has changed since is left alone.
  static func write(_ output: OutputBytes, to path: String, replacing state: FileState? = nil) throws(FileTrouble) {
    var status = stat()
    // What a shell has opened for us stays what it is, be it a file with other things in it.
    let isOpen = openDescriptor(path) != nil
    if isOpen || stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG {
      guard isOpen || status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path) }
      return try writeDirectly(output, to: path)
    }
    let target = try resolved(path)
    let folder = FilePath.folder(of: target)
    guard access(folder, F_OK) == 0 else { throw .noSuchFolder(FilePath.folder(of: path)) }
    let exists = stat(target, &status) == 0
    if let state, !exists || FileState(status) != state { throw .changed(path) }
    if exists {
      // A file that its owner has protected is not replaced behind the protection.
      guard access(target, W_OK) == 0 else { throw .unwritable(path, reason: .systemReason(errno)) }
      guard status.st_nlink < 2 else { throw .hasOtherNames(path) }
    }
    var slot: Int32 = 0
    let descriptor = plan_temporary_create(folder, exists ? 0o600 : 0o666, &slot)
    guard descriptor >= 0 else { throw .unwritable(path, reason: .systemReason(errno)) }
    do throws(FileTrouble) {
      defer { close(descriptor) }
      do throws(StandardStreams.WriteFault) {
        try StandardStreams.write(output, to: descriptor)
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
      throw .unwritable(path, reason: .systemReason(errno))
    }
    synchronize(folder)
  }

  /// Whether `-o` names one of the files that are read, or another file that is written, which need not be there yet.
  static func isInput(_ output: String, _ inputs: [String]) -> Bool {
    let identity = FileState.of(output)?.identity
    let place = FilePath.place(of: output)
    return inputs.contains { input in
      (identity != nil && FileState.of(input)?.identity == identity)
        || (place != nil && input != "-" && FilePath.place(of: input) == place)
    }
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
  private static func resolved(_ given: String) throws(FileTrouble) -> String {
    var path = given
    // As many links as the system follows.
    for _ in 0...40 {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let length = buffer.withUnsafeMutableBytes { bytes in
        bytes.bindMemory(to: CChar.self).baseAddress.map { readlink(path, $0, bytes.count) } ?? -1
      }
      guard length > 0 else { return path }
      guard let target = String(validating: buffer[..<length], as: UTF8.self) else {
        throw .unwritable(
          given, reason: LocalizedText(zh: "它所連結的檔名不是 UTF-8", en: "the name that it links to is not UTF-8"))
      }
      path = FilePath.join(FilePath.folder(of: path), target)
    }
    throw .unwritable(given, reason: .systemReason(ELOOP))
  }

  /// The open file that a path such as /dev/stdout or /dev/fd/3 stands for.
  private static func openDescriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    // It is no longer what it was where the Swift runtime is kept from writing to it.
    case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2": return plan_error_descriptor()
    default:
      guard let folder = ["/dev/fd/", "/proc/self/fd/"].first(where: path.hasPrefix) else { return nil }
      return Int32(path.dropFirst(folder.count)).flatMap { fcntl($0, F_GETFD) >= 0 ? $0 : nil }
    }
  }

  private static func writeDirectly(_ output: OutputBytes, to path: String) throws(FileTrouble) {
    let descriptor = openDescriptor(path).map { dup($0) } ?? open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path, reason: .systemReason(errno)) }
    defer { close(descriptor) }
    do throws(StandardStreams.WriteFault) {
      try StandardStreams.write(output, to: descriptor)
    } catch {
      throw error.trouble(path)
    }
  }
}
