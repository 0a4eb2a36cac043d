import PlanText

/// What `plantool explain` and the rule pages say of a rule.
public struct RuleDescription: Sendable {
  /// PT and three digits; the first digit is the family.
  public let code: String
  /// The family of rules that the code belongs to.
  public let family: RuleFamily
  /// The name, in kebab case.
  public let name: String
  /// The severity of its findings.
  public let severity: Severity
  /// What it reports, in one line.
  public let summary: LocalizedText
  /// Why that matters and what to do, in a few sentences.
  public let explanation: LocalizedText
  /// A plan that has the fault; `↓` marks each place where a finding begins.
  public let failing: RuleExample
  /// A plan that looks similar and is right.
  public let passing: RuleExample
  /// Which documents showed the need for it.
  public let evidence: LocalizedText

  public init(
    code: String, name: String, severity: Severity, summary: LocalizedText, explanation: LocalizedText,
    failing: RuleExample,
    passing: RuleExample, evidence: LocalizedText
  ) {
    self.code = code
    family = RuleFamily.allCases.first { code.hasPrefix($0.rawValue) } ?? .reading
    self.name = name
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.failing = failing
    self.passing = passing
    self.evidence = evidence
  }
}

/// The families of rules. The raw value is the beginning of their codes.
public enum RuleFamily: String, Sendable, CaseIterable {
  case reading = "PT0"
  case document = "PT1"
  case checklist = "PT2"
  case deadlines = "PT3"
  case units = "PT4"
  case claims = "PT5"
  case wording = "PT6"
  case tool = "PT7"

  /// What the family is about.
  public var title: LocalizedText {
    switch self {
    case .reading: LocalizedText(zh: "檔案與格式", en: "Files and format")
    case .document: LocalizedText(zh: "文件整體", en: "The document")
    case .checklist: LocalizedText(zh: "檢核表", en: "The checklist")
    case .deadlines: LocalizedText(zh: "期限", en: "Deadlines")
    case .units: LocalizedText(zh: "單位與人員", en: "Units and people")
    case .claims: LocalizedText(zh: "數字與文號", en: "Figures and document numbers")
    case .wording: LocalizedText(zh: "用字與重複", en: "Wording and repeats")
    case .tool: LocalizedText(zh: "工具", en: "The tool")
    }
  }
}
