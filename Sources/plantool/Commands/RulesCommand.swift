import PlanText
import PlanReport
import PlanValidate

/// `plantool rules`
enum RulesCommand: Command {
  static let spec = CommandSpec(
    name: "rules",
    summary: LocalizedText(zh: "列出所有檢查規則", en: "list all rules"),
    details: LocalizedText(
      zh: "依類別列出代號、程度與一句說明。", en: "Lists the code and severity of each rule with a one-line description, by family."),
    operands: .none,
    options: [.choice("format", ["text", "json"], zh: "輸出格式（預設 text）", en: "output format (default: text)")],
    examples: [CommandExample("plantool rules", zh: "看有哪些規則", en: "list the rules")])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    if let word = arguments.operands.first { throw UsageError.unexpectedOperand(word) }
    let descriptions = RuleRegistry.all.map { $0.description }
    try session.print(arguments.value("format") == "json" ? json(descriptions) : text(descriptions, session.language))
    return .success
  }

  private static func text(_ rules: [RuleDescription], _ language: Language) -> String {
    RuleFamily.allCases.compactMap { family -> String? in
      let members = rules.filter { $0.family == family }
      guard !members.isEmpty else { return nil }
      return
        ([family.title(language)]
        + members.map { "  \($0.code) \($0.severity.title(language)) \($0.name)\n        \($0.summary(language))" })
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  private static func json(_ rules: [RuleDescription]) -> String {
    JSONOutput.array(
      rules.map { rule in
        .members([
          ("code", .string(rule.code)), ("name", .string(rule.name)), ("severity", .string(rule.severity.rawValue)),
          ("summary", .object(Language.allCases.map { ($0.rawValue, .string(rule.summary($0))) })),
        ])
      }
    ).text()
  }
}
