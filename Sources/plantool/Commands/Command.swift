/// A command of the tool.
protocol Command: Sendable {
  static var spec: CommandSpec { get }
  /// Does the work. What it prints goes through `session`; an exit status comes back.
  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus
}
