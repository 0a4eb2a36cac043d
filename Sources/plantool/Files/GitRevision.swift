#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanSystem
import PlanText

/// A file as it was in a revision, by the name that git gives it: `HEAD~1:107.plan.md`, `main:./107.plan.md`.
struct GitRevision {
  /// The whole name.
  let object: String
  /// The path behind the first colon, by which the kind of file is known.
  let path: String

  /// The revision that a word of the command line names; nil where it is a file, or names none.
  init?(_ word: String) {
    guard !PlanFiles.exists(word), let colon = word.firstIndex(of: ":"), !word.hasPrefix("-") else { return nil }
    let path = String(word[word.index(after: colon)...])
    if path.isEmpty { return nil }
    (object, self.path) = (word, path)
  }

  /// The bytes of the file, as git stores them.
  func bytes(upTo limit: Int) throws(FileTrouble) -> [UInt8] {
    var process: pid_t = 0
    let descriptor = plan_git_open(object, &process)
    guard descriptor >= 0 else {
      throw .unreadable(
        object, reason: LocalizedText(zh: "沒有這個檔案，也無法執行 git", en: "there is no such file, and git cannot be run"))
    }
    let read: Result<[UInt8], FileTrouble>
    do throws(FileTrouble) {
      read = .success(try StandardStreams.readAll(descriptor, name: object, upTo: limit))
    } catch {
      read = .failure(error)
    }
    let status = plan_git_close(descriptor, process)
    let bytes = try read.get()
    guard status == 0 else {
      throw .unreadable(
        object,
        reason: LocalizedText(
          zh: "沒有這個檔案，目前資料夾的 git 裡也沒有這個版本的檔案",
          en: "there is no such file, and git has no file of that revision in this folder"))
    }
    return bytes
  }
}

extension PlanFiles {
  /// A plan in a file or in a revision, for some work on it that needs memory.
  static func source(
    ofFileOrRevision word: String, upTo limit: Int, for need: MemoryNeed
  ) throws(FileTrouble) -> SourceText {
    guard let revision = GitRevision(word) else { return try content(of: word, upTo: limit, for: need).source }
    let source = SourceText(name: word, bytes: try revision.bytes(upTo: limit))
    try need.check(word, size: source.bytes.count, syntax: .of(source))
    return try plan(source, for: need)
  }
}
