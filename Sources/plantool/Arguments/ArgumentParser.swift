import PlanText
import PlanValidate

/// The arguments of one command, checked against its options.
struct ParsedArguments: Sendable {
  fileprivate(set) var operands: [String] = []
  fileprivate var values: [String: [String]] = [:]
  fileprivate var flags: Set<String> = []

  /// The value of an option.
  func value(_ option: String) -> String? { values[option]?.last }

  /// The values of an option that can be given several times, in their order; those between commas are several.
  func values(_ option: String) -> [String] {
    (values[option] ?? []).flatMap { value in
      value.split { $0 == "," || $0 == "，" || $0 == "、" }.map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    }.filter { !$0.isEmpty }
  }

  /// The file that `-o` names; nil for standard output, which `-` is too.
  var output: String? { value("output").flatMap { $0 == "-" ? nil : $0 } }

  /// Whether an option with a value is there.
  func hasValue(_ option: String) -> Bool { values[option] != nil }

  /// Whether an option without a value is there.
  func has(_ flag: String) -> Bool { flags.contains(flag) }
}

/// What can be wrong with a command line.
enum UsageError: Error, Sendable {
  case noCommand
  case unknownCommand(String, suggestion: String?)
  /// A command is called otherwise here; what is to be typed.
  case otherCommand(String, line: String)
  case optionBeforeCommand(String, line: String)
  case unknownOption(String, suggestion: String?, command: String)
  case missingValue(option: String)
  case unexpectedValue(option: String)
  case unknownValue(String, option: String, choices: [String], suggestion: String?)
  case missingOperand(LocalizedText)
  case unexpectedOperand(String)
  case unknownOperand(String, choices: [String], suggestion: String?)
  case repeatedOption(String)
  case standardInputTwice
  case optionNeeds(option: String, other: String)
  case malformedValue(String, option: String, form: LocalizedText)
  case alwaysOn(String, option: String)
  case missingOption(String, meaning: LocalizedText)
  case conflictingOptions(String, String)
  case notANumber(String, option: String, example: String)
  case unusable(LocalizedText)

  var message: LocalizedText {
    switch self {
    case .noCommand: return LocalizedText(zh: "沒有指定指令。", en: "No command was given.")
    case .unknownCommand(let name, let suggestion):
      return LocalizedText(zh: "沒有「\(name)」這個指令", en: "There is no command “\(name)”") + Self.hint(suggestion)
    case .otherCommand(let name, let line):
      return LocalizedText(
        zh: "沒有「\(name)」這個指令，請用「plantool \(line)」。", en: "There is no command “\(name)”; use “plantool \(line)”.")
    case .optionBeforeCommand(let option, let line):
      return LocalizedText(
        zh: "選項「\(option)」要寫在指令之後，例如「plantool \(line)」。",
        en: "Put the option “\(option)” after the command, as in “plantool \(line)”.")
    case .unknownOption(let name, let suggestion, let command):
      return LocalizedText(zh: "指令 \(command) 沒有「\(name)」這個選項", en: "The command \(command) has no option “\(name)”")
        + Self.hint(suggestion)
    case .missingValue(let option):
      return LocalizedText(zh: "選項 \(option) 後面缺少值。", en: "The option \(option) needs a value.")
    case .unexpectedValue(let option):
      return LocalizedText(zh: "選項 \(option) 不接受值。", en: "The option \(option) takes no value.")
    case .unknownValue(let value, let option, let choices, let suggestion):
      return LocalizedText(zh: "選項 \(option) 不接受「\(value)」", en: "The option \(option) does not take “\(value)”")
        + Self.hint(suggestion)
        + Self.list(choices)
    case .missingOperand(let what): return LocalizedText(zh: "缺少\(what.zhHant)。", en: "Missing: \(what.en).")
    case .unexpectedOperand(let word): return LocalizedText(zh: "多出「\(word)」。", en: "Unexpected argument: “\(word)”.")
    case .unknownOperand(let word, let choices, let suggestion):
      return LocalizedText(zh: "無法辨識「\(word)」", en: "Unknown: “\(word)”") + Self.hint(suggestion)
        + Self.list(choices)
    case .repeatedOption(let option):
      return LocalizedText(zh: "選項 \(option) 只能用一次。", en: "The option \(option) can be given only once.")
    case .optionNeeds(let option, let other):
      return LocalizedText(
        zh: "選項 \(option) 只能和 \(other) 一起用。", en: "The option \(option) can be used only with \(other).")
    case .malformedValue(let value, let option, let form):
      return LocalizedText(
        zh: "選項 \(option) 的值「\(value)」應寫成「\(form.zhHant)」。",
        en: "The value “\(value)” of \(option) should be written “\(form.en)”.")
    case .alwaysOn(let rule, let option):
      return LocalizedText(
        zh: "選項 \(option) 不接受「\(rule)」：PT0（檔案與格式）一律檢查，程度不變。",
        en:
          "The option \(option) does not take “\(rule)”: PT0 (files and format) is always checked, with fixed severity."
      )
    case .missingOption(let option, let meaning):
      return LocalizedText(
        zh: "缺少選項 \(option)（\(meaning.zhHant)）。", en: "The option \(option) is missing (\(meaning.en)).")
    case .conflictingOptions(let one, let other):
      return LocalizedText(
        zh: "選項 \(one) 與 \(other) 不能一起用。", en: "The options \(one) and \(other) cannot be used together.")
    case .notANumber(let value, let option, let example):
      return LocalizedText(
        zh: "選項 \(option) 要民國年，例如 \(example)，不能是「\(value)」。",
        en: "The option \(option) needs an ROC year such as \(example), not “\(value)”.")
    case .unusable(let message): return message
    case .standardInputTwice:
      return LocalizedText(zh: "標準輸入「-」只能用一次。", en: "Standard input “-” can be given only once.")
    }
  }

  private static func hint(_ suggestion: String?) -> LocalizedText {
    guard let suggestion else { return LocalizedText(zh: "。", en: ".") }
    return LocalizedText(zh: "，是否為「\(suggestion)」？", en: "; did you mean “\(suggestion)”?")
  }

  private static func list(_ choices: [String]) -> LocalizedText {
    choices.isEmpty
      ? LocalizedText(zh: "", en: "")
      : LocalizedText(zh: "可用的有：\(choices.joined(separator: "、"))。", en: " Known: \(choices.joined(separator: ", ")).")
  }
}

/// Reads a command's arguments.
enum ArgumentParser {
  /// Options may stand anywhere, as `--name value`, `--name=value` or `-n value`; behind `--` everything is an operand,
  /// and a single `-` always is.
  static func parse(_ words: [String], for spec: CommandSpec) throws(UsageError) -> ParsedArguments {
    var parsed = ParsedArguments()
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        parsed.operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        parsed.operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let option = try option(parts[0], of: spec)
      let shown = "--\(option.name)"
      guard let value = option.value else {
        guard parts.count == 1 else { throw .unexpectedValue(option: shown) }
        parsed.flags.insert(option.name)
        continue
      }
      guard let given = parts.count == 2 ? parts[1] : rest.popFirst(), !given.isEmpty else {
        throw .missingValue(option: shown)
      }
      if !value.choices.isEmpty, !value.choices.contains(given) {
        throw .unknownValue(
          given, option: shown, choices: value.choices, suggestion: NearMiss.best(for: given, among: value.choices))
      }
      guard value.isList || parsed.values[option.name] == nil else { throw .repeatedOption(shown) }
      parsed.values[option.name, default: []].append(given)
    }
    return parsed
  }

  private static func option(_ word: String, of spec: CommandSpec) throws(UsageError) -> OptionSpec {
    let found = spec.allOptions.first { option in
      word == "--\(option.name)" || option.letter.map { word == "-\($0)" } ?? false
    }
    if let found { return found }
    let names = spec.allOptions.map { "--\($0.name)" }
    throw .unknownOption(
      word, suggestion: Synonyms.option(for: word, of: spec) ?? NearMiss.best(for: word, among: names),
      command: spec.name)
  }
}
