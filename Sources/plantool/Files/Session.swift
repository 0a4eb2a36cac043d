import PlanModel
import PlanValidate

/// What a command needs of the world: the language, the terminal, and where its output goes.
struct Session {
  /// The language of messages.
  var language: Language
  /// The variables of the environment that plantool looks at.
  let environment: [String: String]

  /// Prints the result of a command, to standard output or into the file that `-o` names.
  func print(_ text: String, to file: String? = nil) throws(FileTrouble) {
    if let file { try OutputFile.write(text, to: file) } else { try StandardStreams.writeOutput(text) }
  }

  /// Prints what comes from a plan. A terminal gets it with everything escaped that would act on it; files and pipes get it as it is.
  func printContent(_ text: String, to file: String? = nil) throws(FileTrouble) {
    let isShown = file == nil && StandardStreams.isOutputTerminal
    try print(isShown ? TerminalText.escapeLines(text) : text, to: file)
  }

  /// Says on standard error what went wrong. Names of files and words from them are escaped; a message is one line.
  func complain(_ message: LocalizedText) {
    StandardStreams.writeError("plantool: \(TerminalText.escape(message(language)))\n")
  }

  /// Whether to use colours: as `--color` says, and with `auto` only on a terminal whose user does not object (NO_COLOR).
  func isColored(_ choice: String?, toFile: Bool) -> Bool {
    switch choice {
    case "always": true
    case "never": false
    default:
      !toFile && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        && StandardStreams.isOutputTerminal
    }
  }

  /// The language that the environment asks for: PLANTOOL_LANG, else the locale. The C locale asks for none.
  static func language(from environment: [String: String]) -> Language {
    for name in ["PLANTOOL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      let code = value.lowercased()
      if code.hasPrefix("zh") { return .zhHant }
      if code == "c" || code == "posix" || code.hasPrefix("c.") { continue }
      return .en
    }
    return .zhHant
  }
}
