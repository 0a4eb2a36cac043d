import PlanText
import PlanValidate

/// `plantool completion`
enum CompletionCommand: Command {
  static let spec = CommandSpec(
    name: "completion",
    summary: LocalizedText(zh: "產生命令列的自動完成指令檔", en: "print a completion script for a shell"),
    details: LocalizedText(
      zh:
        "把輸出存到 shell 讀取自動完成指令檔的地方，例如 bash：plantool completion bash > ~/.local/share/bash-completion/completions/plantool。",
      en:
        "Save the output where the shell looks for completions; for bash: plantool completion bash > ~/.local/share/bash-completion/completions/plantool."
    ),
    operands: OperandSpec(
      usage: LocalizedText(zh: Shell.usage, en: Shell.usage), words: Shell.allCases.map(\.rawValue), takesFiles: false),
    options: [],
    examples: [
      CommandExample(
        "plantool completion zsh > _plantool", zh: "產生 zsh 的自動完成指令檔", en: "make the completion script for zsh")
    ]
  )

  /// The shells that are supported.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish

    static let usage = "bash | zsh | fish"
  }

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    guard let name = arguments.operands.first else {
      throw UsageError.missingOperand(
        LocalizedText(zh: "shell 名稱（\(Shell.usage)）", en: "the name of a shell (\(Shell.usage))"))
    }
    if arguments.operands.count > 1 { throw UsageError.unexpectedOperand(arguments.operands[1]) }
    guard let shell = Shell(rawValue: name) else {
      throw UsageError.unknownOperand(
        name, choices: spec.operands.words, suggestion: NearMiss.best(for: name, among: spec.operands.words))
    }
    let writer = CompletionScript(commands: Commands.specs, language: session.language)
    switch shell {
    case .bash: try session.print(writer.bash)
    case .zsh: try session.print(writer.zsh)
    case .fish: try session.print(writer.fish)
    }
    return .success
  }
}
