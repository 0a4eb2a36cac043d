import PlanFormats
import PlanModel
import PlanText
import PlanValidate

/// An option of a command.
struct OptionSpec: Sendable {
  /// The name behind the two hyphens.
  let name: String
  /// The letter behind one hyphen.
  let letter: Character?
  /// What the option wants; nil for one that wants nothing.
  let value: ValueSpec?
  /// What it is for.
  let summary: LocalizedText

  /// The value of an option.
  struct ValueSpec: Sendable {
    /// How the help calls it.
    let title: LocalizedText
    /// The possible values; empty where anything goes.
    let choices: [String]
    /// Words to complete where anything goes; empty for files.
    var words: [String] = []
    /// Whether files are completed besides the words.
    var takesFiles = false
    /// Whether the option can be given several times, and with several values between commas.
    var isList = false

    /// What a shell can complete.
    var completions: [String] { choices.isEmpty ? words : choices }
  }

  /// An option that is there or not.
  static func flag(_ name: String, _ letter: Character? = nil, zh: String, en: String) -> OptionSpec {
    OptionSpec(name: name, letter: letter, value: nil, summary: LocalizedText(zh: zh, en: en))
  }

  /// An option with one of several values.
  static func choice(_ name: String, _ choices: [String], zh: String, en: String) -> OptionSpec {
    OptionSpec(
      name: name, letter: nil, value: ValueSpec(title: LocalizedText(zh: "值", en: "VALUE"), choices: choices),
      summary: LocalizedText(zh: zh, en: en))
  }

  /// An option with a list of rules, which can be given several times.
  static func rules(_ name: String, _ title: LocalizedText, zh: String, en: String) -> OptionSpec {
    let codes = RuleRegistry.all.map { $0.description.code }
    return OptionSpec(
      name: name, letter: nil, value: ValueSpec(title: title, choices: [], words: codes, isList: true),
      summary: LocalizedText(zh: zh, en: en))
  }

  /// An option with a value of any kind.
  static func value(
    _ name: String, _ letter: Character? = nil, title: LocalizedText, zh: String, en: String
  ) -> OptionSpec {
    OptionSpec(
      name: name, letter: letter, value: ValueSpec(title: title, choices: []), summary: LocalizedText(zh: zh, en: en))
  }

  /// An option with a file.
  static func file(_ name: String, _ letter: Character? = nil, zh: String, en: String) -> OptionSpec {
    OptionSpec(
      name: name, letter: letter, value: ValueSpec(title: LocalizedText(zh: "檔案", en: "FILE"), choices: []),
      summary: LocalizedText(zh: zh, en: en))
  }
}

extension OptionSpec {
  /// An option with a checklist: an identifier or a file.
  static func checklist(zh: String, en: String) -> OptionSpec {
    let known = ChecklistCatalog.builtIn.identifiers
    return OptionSpec(
      name: "checklist", letter: nil,
      value: ValueSpec(title: LocalizedText(zh: "檔案", en: "FILE"), choices: [], words: known, takesFiles: true),
      summary: LocalizedText(zh: zh, en: en))
  }
}

/// What a command takes after its options, for help and completion.
struct OperandSpec: Sendable {
  /// How the usage line shows them.
  let usage: LocalizedText
  /// Words that can stand first.
  let words: [String]
  /// Whether files can stand there.
  let takesFiles: Bool

  static let none = OperandSpec(usage: LocalizedText(zh: "", en: ""), words: [], takesFiles: false)
}

/// An example in a command's help.
struct CommandExample: Sendable {
  let line: String
  let meaning: LocalizedText

  init(_ line: String, zh: String, en: String) {
    self.line = line
    meaning = LocalizedText(zh: zh, en: en)
  }
}

/// What help, completion and the argument parser know of a command.
struct CommandSpec: Sendable {
  let name: String
  let summary: LocalizedText
  /// More, in a few sentences.
  let details: LocalizedText
  let operands: OperandSpec
  let options: [OptionSpec]
  let examples: [CommandExample]

  /// The options of the command and those of every command.
  var allOptions: [OptionSpec] { options + Self.commonOptions }

  /// The options of every command.
  static let commonOptions: [OptionSpec] = [
    .choice(
      "lang", Language.allCases.map(\.rawValue), zh: "訊息語言（預設依環境，否則為繁體中文）",
      en: "language of messages (default: from the environment, else zh-Hant)"),
    .flag("help", "h", zh: "顯示這個指令的說明", en: "show help for this command"),
  ]
}
