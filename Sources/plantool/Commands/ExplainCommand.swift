import PlanText
import PlanReport
import PlanValidate

/// `plantool explain`
enum ExplainCommand: Command {
  static let spec = CommandSpec(
    name: "explain",
    summary: LocalizedText(zh: "說明一條規則：為何需要檢查、如何改正、例子", en: "explain a rule: why it is checked, what to do, examples"),
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
      throw UsageError.missingOperand(
        LocalizedText(
          zh: "規則代號；「plantool rules」列出所有規則", en: "the code of a rule; run “plantool rules” to list them"))
    }
    if arguments.operands.count > 1 { throw UsageError.unexpectedOperand(arguments.operands[1]) }
    guard let rule = RuleRegistry.rule(code) else {
      let unknown = UsageError.unknownOperand(code, choices: [], suggestion: RuleRegistry.suggestion(for: code))
      throw UsageError.unusable(
        unknown.message
          + LocalizedText(zh: "「plantool rules」列出所有規則。", en: " “plantool rules” lists all rules."))
    }
    try session.print(RuleGuide(rule.description).text(session.language))
    return .success
  }
}
