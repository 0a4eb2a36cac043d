import PlanText
import PlanValidate

/// Runs a command line and turns whatever goes wrong into words and a status.
enum CommandLineTool {
  static func run(_ words: [String]) -> ExitStatus {
    let environment = Surroundings.variables(Session.variables)
    var session = Session(language: Session.language(from: environment), environment: environment)
    // Known before anything else is read, so that complaints about the rest are in that language.
    if let language = requestedLanguage(in: words) { session.language = language }
    Supervision.setMessages(session.language)
    do {
      return try runCommand(words, &session)
    } catch {
      return session.complain(about: error)
    }
  }

  private static func runCommand(_ words: [String], _ session: inout Session) throws -> ExitStatus {
    guard let name = words.first else {
      session.tell(HelpText.overview(Commands.specs, session.language))
      return .usage
    }
    let aliases = ["--help": "help", "-h": "help", "--version": "version", "-V": "version"]
    // `plantool --lang en validate …` is as good as `plantool validate --lang en …`.
    if name == "--lang" || name.hasPrefix("--lang=") {
      let length = name == "--lang" ? 2 : 1
      guard words.count > length else {
        throw words.count < length ? UsageError.missingValue(option: "--lang") : .noCommand
      }
      return try runCommand([words[length]] + words.prefix(length) + words.dropFirst(length + 1), &session)
    }
    if name.hasPrefix("-"), aliases[name] == nil {
      let meant = Synonyms.option(for: name, of: ValidateCommand.spec) ?? name
      throw UsageError.optionBeforeCommand(name, line: "validate \(meant) .")
    }
    let command = try Commands.command(aliases[name] ?? name)
    let arguments = try ArgumentParser.parse(Array(words.dropFirst()), for: command.spec)
    if arguments.has("help") {
      try session.print(HelpText.command(command.spec, session.language))
      return .success
    }
    return try command.run(arguments, &session)
  }

  private static func requestedLanguage(in words: [String]) -> Language? {
    for (index, word) in words.enumerated() {
      if word == "--" { break }
      if word == "--lang", index + 1 < words.count { return Language(rawValue: words[index + 1]) }
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst("--lang=".count))) }
    }
    return nil
  }
}
