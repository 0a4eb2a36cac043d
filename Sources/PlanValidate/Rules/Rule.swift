import PlanModel
import PlanText

/// A rule: one file that holds what it is called, why it exists, an example of either kind, and the check.
///
/// A rule knows neither which severity was configured nor how findings are printed. It reads the ``PlanIndex`` and adds
/// findings.
public protocol Rule: Sendable {
  /// What the rule is.
  static var description: RuleDescription { get }
  /// The kinds of document that it looks at; a plan alone unless the rule says otherwise.
  static var documents: Set<DocumentKind> { get }
  /// Looks at a plan.
  static func check(_ plan: PlanIndex, _ findings: inout FindingList)
}

extension Rule {
  /// Most rules are about plans.
  public static var documents: Set<DocumentKind> { [.plan] }
}

/// What `plantool explain` and the rule pages say of a rule.
public struct RuleDescription: Sendable {
  /// PT and three digits; the first digit is the family.
  public let code: String
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
    self.name = name
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.failing = failing
    self.passing = passing
    self.evidence = evidence
  }

  /// The family of rules that a code belongs to.
  public var family: RuleFamily { RuleFamily.allCases.first { code.hasPrefix($0.rawValue) } ?? .reading }
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

/// A plan in a rule's description: an example for the reader, and a test.
public struct RuleExample: Sendable {
  /// Markdown, or JSON if it begins with `{`. A text without a title gets a small, correct beginning in front of it.
  public let text: String

  /// An example that is measures and nothing else: they stand under a focus of the checklist.
  public init(measures: String) { self.init(RuleExample.headings + measures) }

  public init(_ text: String) { self.text = text }

  /// Whether it is put into a small plan.
  package var isPlaced: Bool { !unmarked.isEmpty && !isJSON && !unmarked.hasPrefix("# ") }

  /// Whether it is a plan in JSON.
  package var isJSON: Bool { unmarked.hasPrefix("{") }

  /// The name of a file with it.
  public var fileName: String { isJSON ? "example.plan.json" : "example.plan.md" }

  /// The whole plan, without marks.
  public var plan: String { String(scalars: fullText.unicodeScalars.filter { $0 != "↓" }) }

  private var unmarked: Substring { text.drop { $0 == "↓" } }

  /// The whole plan, with marks.
  public var fullText: String {
    guard isPlaced else { return text }
    let table = unmarked.hasPrefix("## ") ? "" : RuleExample.tableHeading
    return RuleExample.beginning + table + text
  }

  /// The title and the metadata of a small plan.
  private static let beginning = """
    # 某某市政府警察局甲分局107年度提升服務品質執行計畫

    - 機關：某某市政府警察局甲分局
    - 年度：107
    - 期程：107年1月1日至107年12月31日
    - 檢核表：police-107


    """

  private static let headings = """
    ### 基礎服務（200分）

    #### 服務一致及正確

    ##### 服務及時性


    """

  private static let tableHeading = """
    ## 附表1、提升服務品質組織診斷具體作法表


    """
}
