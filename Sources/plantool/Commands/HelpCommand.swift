import PlanText
import PlanReport
import PlanSystem
import PlanValidate

/// `plantool help`
enum HelpCommand: Command {
  static let spec = CommandSpec(
    name: "help",
    summary: LocalizedText(zh: "顯示說明", en: "show help"),
    details: LocalizedText(zh: "不寫指令就列出所有指令。", en: "Without a command, all commands are listed."),
    operands: OperandSpec(usage: LocalizedText(zh: "[指令]", en: "[COMMAND]"), words: [], takesFiles: false),
    options: [],
    examples: [CommandExample("plantool help validate", zh: "看 validate 的說明", en: "show help for validate")])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    if arguments.operands.count > 1 { throw UsageError.unexpectedOperand(arguments.operands[1]) }
    guard let name = arguments.operands.first else {
      try session.print(HelpText.overview(Commands.specs, session.language))
      return .success
    }
    try session.print(HelpText.command(try Commands.command(name).spec, session.language))
    return .success
  }
}

/// `plantool version`
enum VersionCommand: Command {
  static let spec = CommandSpec(
    name: "version",
    summary: LocalizedText(zh: "顯示版本", en: "show the version"),
    details: LocalizedText(
      zh: "印出「plantool 版本」；發行檔另印一行所依的提交。",
      en: "Prints “plantool VERSION”; a released binary also prints the commit it was built from on a second line."),
    operands: .none, options: [],
    examples: [CommandExample("plantool version", zh: "看版本", en: "see the version")])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    if let word = arguments.operands.first { throw UsageError.unexpectedOperand(word) }
    try session.print("\(ToolInformation.name) \(ToolInformation.version)\n")
    let commit = String(cString: plan_build_commit())
    if !commit.isEmpty {
      try session.print(LocalizedText(zh: "提交 \(commit)\n", en: "commit \(commit)\n")(session.language))
    }
    return .success
  }
}
