import PlanText
import PlanSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps a fault of plantool in one file from taking the report of the others along.
///
/// Each thread notes which file it works on. After a fault the process is begun anew without that file, which is named
/// instead.
enum Supervision {
  /// Prepares for faults, and reads what a run before this one has left.
  static func prepare() { plan_faults_prepare(CommandLine.unsafeArgv) }

  /// Gives the words for a fault after which nothing can be done.
  static func setMessages(_ language: Language) {
    func kept(_ message: LocalizedText) -> UnsafePointer<CChar>? {
      strdup("plantool: \(message(language))\n").map { UnsafePointer($0) }
    }
    let fault = kept(
      LocalizedText(
        zh: "plantool 發生內部錯誤而停止，並非檔案有誤。請回報，附上所用的指令、處理的檔案與「plantool version」印出的版本。",
        en:
          "plantool has stopped because of an internal error; your files are not at fault. Please report it, with the command, the files and the output of “plantool version”."
      ))
    let memory = kept(
      LocalizedText(
        zh: "記憶體不足，plantool 停止了。請放寬記憶體上限，或把檔案分成數個計畫檔。",
        en: "Out of memory: plantool has stopped. Raise the memory limit, or split the file into several plans."))
    if let fault, let memory { plan_faults_set_messages(fault, memory) }
  }

  /// Says that this thread works on a file from now on, and gives the number of what it worked on; refuses a file at
  /// which a run before this one broke. `isPlan` is whether it is one of those that are left out after too many faults.
  @discardableResult
  static func begin(_ file: String, isPlan: Bool = true) throws(FileTrouble) -> UInt64 {
    let number = number(of: file)
    switch former.kinds[number] {
    case "f": throw .broke(file)
    case "m": throw .brokeOutOfMemory(file)
    case "l": throw .unrepeatable(file)
    default: if former.isExhausted, isPlan { throw .givenUp(file) }
    }
    let former = plan_faults_file()
    plan_faults_set_file(number)
    #if DEBUG
      PlantedFault.act(on: file)
    #endif
    return former
  }

  /// Says that this thread is done with its file, and works on another again, or on none.
  static func end(backTo former: UInt64 = 0) { plan_faults_set_file(former) }

  /// Says that a file, such as a pipe, cannot be read a second time.
  static func markUnrepeatable(_ file: String) { plan_faults_mark_unrepeatable(number(of: file)) }

  /// Refuses what can be read only once and was read by a run before this one: a checklist or settings that came out of
  /// a pipe.
  static func refuseUnrepeatable(_ file: String) throws(FileTrouble) {
    if former.kinds[number(of: file)] == "l" { throw .unrepeatable(file) }
  }

  /// Whether a fault in the run before this one has begun it.
  static var isRestarted: Bool { !former.kinds.isEmpty }

  /// For work on one file after the other: those from the one at which the run before this one broke, and all where
  /// none did.
  static func remaining(_ files: [String]) -> ArraySlice<String> {
    guard let last = former.last, let index = files.firstIndex(where: { number(of: $0) == last }) else {
      return files[...]
    }
    return files[index...]
  }

  /// The worst exit status of all runs, this one included.
  static var status: ExitStatus {
    get { former.isExhausted || former.last != nil ? ExitStatus(rawValue: plan_faults_status()) ?? .failure : .success }
    set { plan_faults_set_status(newValue.rawValue) }
  }

  /// What the runs before this one have left.
  private struct Former {
    /// What happened to a file: `f` a fault, `m` too little memory, `l` it has been read and cannot be read again.
    var kinds: [UInt64: Character] = [:]
    /// The file of the newest fault.
    var last: UInt64?
    /// Whether there were so many faults that no file is begun any more.
    var isExhausted = false
  }

  private static let former: Former = {
    var former = Former()
    var rest = String(cString: plan_faults_entries())[...]
    if rest.first == "x" {
      former.isExhausted = true
      rest.removeFirst()
    }
    while rest.count >= 17, let kind = rest.first {
      guard let number = UInt64(rest.dropFirst().prefix(16), radix: 16) else { break }
      former.kinds[number] = kind
      if kind != "l" { former.last = number }
      rest = rest.dropFirst(17)
    }
    return former
  }()

  /// The number that stands for a file from run to run.
  private static func number(of file: String) -> UInt64 {
    max(FNV1a(file).value, 1)
  }
}
