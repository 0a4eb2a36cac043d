import PlanFormats
import PlanText
import PlanReport
import PlanValidate

/// What a command needs of the world: the language, the terminal, and where its output goes.
struct Session {
  /// The language of messages.
  var language: Language
  /// The variables of the environment that plantool looks at.
  let environment: [String: String]

  /// Prints the result of a command, to standard output or into the file that `-o` names. A terminal gets it with
  /// everything escaped that would act on it; files and pipes get it as it is. `isColored` is whether it has colours of
  /// ours; `state` that in which the file was read, where the text is made from it.
  func print(
    _ text: String, to file: String? = nil, isColored: Bool = false, replacing state: FileState? = nil
  ) throws(FileTrouble) {
    try self.print(OutputBytes(text), to: file, isColored: isColored, replacing: state)
  }

  /// The same of a result that may be no text, which no terminal gets.
  func print(
    _ output: OutputBytes, to file: String? = nil, isColored: Bool = false, replacing state: FileState? = nil
  ) throws(FileTrouble) {
    if let file {
      try OutputFile.write(output, to: file, replacing: state)
    } else {
      try StandardStreams.writeOutput(output, isColored: isColored)
    }
  }

  /// Prints lines on standard error: what is told beside the result.
  func tell(_ lines: String, isColored: Bool = false) { StandardStreams.writeError(lines, isColored: isColored) }

  /// Says on standard error what went wrong. Names of files and words from them are escaped; a message is one line.
  func complain(_ message: LocalizedText) {
    StandardStreams.writeError("plantool: \(TerminalText.escape(message(language)))\n")
  }

  /// Says what was wrong with the command line, a file or the settings, and with what status that ends.
  func complain(about error: any Error) -> ExitStatus {
    switch error {
    case let error as UsageError:
      complain(error.message)
      tell(LocalizedText(zh: "用法請見「plantool help」。\n", en: "For usage, run “plantool help”.\n")(language))
      return .usage
    case let trouble as FileTrouble:
      if let message = trouble.message { complain(message) }
    case let trouble as ChecklistTrouble:
      // The problems of a checklist file in the words of the rules about reading.
      complainAboutReading(PlanDocument(source: trouble.source, problems: trouble.problems))
      complain(
        LocalizedText(
          zh: "檢核表「\(trouble.source.name)」不能使用。", en: "The checklist “\(trouble.source.name)” cannot be used."))
    case let trouble as SettingsTrouble:
      for line in trouble.lines(language) { tell(line + "\n") }
      complain(trouble.conclusion)
    default: complain(LocalizedText(zh: "發生未預期的問題：\(error)。", en: "Something unexpected happened: \(error)."))
    }
    return .failure
  }

  /// Whether to use colours: as `--color` says, and with `auto` only on a terminal whose user does not object
  /// (NO_COLOR).
  func isColored(_ choice: String?, toFile: Bool) -> Bool {
    switch choice {
    case "always": true
    case "never": false
    default:
      !toFile && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        && StandardStreams.isOutputTerminal
    }
  }

  /// The variables of the environment that plantool looks at.
  static let variables = languageVariables + ["NO_COLOR", "TERM"]
  /// Those that say the language, the one that counts most first.
  private static let languageVariables = ["PLANTOOL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]

  /// The language that the environment asks for: PLANTOOL_LANG, else the locale. The C locale asks for none.
  static func language(from environment: [String: String]) -> Language {
    for name in languageVariables {
      guard let value = environment[name], !value.isEmpty else { continue }
      let code = value.lowercased()
      if code.hasPrefix("zh") { return .zhHant }
      if code == "c" || code == "posix" || code.hasPrefix("c.") { continue }
      return .en
    }
    return .zhHant
  }
}
