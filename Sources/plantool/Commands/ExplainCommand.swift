import PlanModel
import PlanValidate

/// `plantool explain`
enum ExplainCommand: Command {
  static let spec = CommandSpec(
    name: "explain",
    summary: LocalizedText(zh: "說明一條規則：為什麼、怎麼改、例子", en: "explain a rule: why, what to do, examples"),
    details: LocalizedText(
      zh: "可寫代號（PT301）或名稱（deadline-missing）。", en: "Takes a code (PT301) or a name (deadline-missing)."),
    operands: OperandSpec(
      usage: LocalizedText(zh: "規則代號", en: "CODE"), words: RuleRegistry.all.map { $0.description.code },
      takesFiles: false),
    options: [],
    examples: [
      CommandExample("plantool explain PT301", zh: "「作法沒有完成期限」是什麼意思", en: "what “A measure has no deadline” means")
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    guard let code = arguments.operands.first else {
      throw UsageError.missingOperand(LocalizedText(zh: "規則代號", en: "the code of a rule"))
    }
    if arguments.operands.count > 1 { throw UsageError.unexpectedOperand(arguments.operands[1]) }
    guard let rule = RuleRegistry.rule(code) else {
      throw UsageError.unknownOperand(code, choices: [], suggestion: RuleRegistry.suggestion(for: code))
    }
    try session.print(text(rule.description, session.language))
    return .success
  }

  private static func text(_ rule: RuleDescription, _ language: Language) -> String {
    let why = LocalizedText(zh: "說明", en: "Explanation")
    let failing = LocalizedText(zh: "會被指出的例子（↓ 之後是被指出的地方）", en: "An example that is reported (at each ↓)")
    let passing = LocalizedText(zh: "沒有問題的例子", en: "An example that is right")
    let evidence = LocalizedText(zh: "緣由", en: "Where it comes from")
    let severity = LocalizedText(zh: "（\(rule.severity.title.zhHant)）", en: " (\(rule.severity.title.en))")
    return """
      \(rule.code) \(rule.name)\(severity(language))
      \(rule.summary(language))

      \(why(language))
      \(indented(rule.explanation(language)))

      \(failing(language))
      \(indented(rule.failing.text))

      \(passing(language))
      \(indented(rule.passing.text))

      \(evidence(language))
      \(indented(rule.evidence(language)))

      """
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }.joined(
      separator: "\n")
  }
}
