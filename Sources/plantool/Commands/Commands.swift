import PlanText
import PlanValidate

/// All commands, in the order in which help lists them.
enum Commands {
  static let all: [any Command.Type] = [
    ValidateCommand.self, RenderCommand.self, ConvertCommand.self, ImportCommand.self, FormatCommand.self,
    InitCommand.self, DiffCommand.self, StatusCommand.self, ReportCommand.self, SplitCommand.self, MergeCommand.self,
    ChecklistCommand.self, RulesCommand.self, ExplainCommand.self, ConfigCommand.self,
    SchemaCommand.self,
    CompletionCommand.self, HelpCommand.self, VersionCommand.self,
  ]

  static var specs: [CommandSpec] { all.map { $0.spec } }

  static func command(_ name: String) throws(UsageError) -> any Command.Type {
    if let command = all.first(where: { $0.spec.name == name }) { return command }
    if let meant = Synonyms.command(for: name) { throw .otherCommand(name, line: meant) }
    // `plantool 107.plan.md`
    if name.contains("."), PlanFiles.exists(name) { throw .otherCommand(name, line: "validate \(name)") }
    throw .unknownCommand(name, suggestion: NearMiss.best(for: name, among: specs.map { $0.name }))
  }
}
