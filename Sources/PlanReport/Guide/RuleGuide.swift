import PlanFormats
import PlanText
import PlanValidate

/// Everything there is to say of a rule, part by part. `plantool explain` prints it as text, the pages in `docs/rules`
/// show it as Markdown.
public struct RuleGuide: Sendable {
  public let rule: RuleDescription
  /// Whether a finding of it can be mended without a person.
  public let fix: FixKind
  /// The parts, in the order in which they are read.
  public let parts: [Part]

  /// A part under a heading of its own.
  public struct Part: Sendable {
    /// The heading.
    public let title: LocalizedText
    /// What stands under it.
    public let blocks: [Block]
  }

  /// A piece of a part.
  public enum Block: Sendable {
    /// Sentences, which know no markup.
    case prose(LocalizedText)
    /// Lines that are shown as they are, and the language that they are in.
    case lines(LocalizedText, language: String)
  }

  /// What `--fix` can do about a rule's findings.
  public enum FixKind: Sendable {
    /// Nothing.
    case none
    /// Nothing without a person, but the findings say how.
    case suggested
    /// It mends those that are certain.
    case safe
  }

  /// The guide to a rule. Its failing example is checked for what is printed of it.
  public init(_ rule: RuleDescription) {
    self.rule = rule
    let document = PlanDocument(reading: SourceText(name: rule.failing.fileName, text: rule.failing.plan))
    let findings = Validator().findings(on: document).filter { $0.code == rule.code }
    let safe = SafeFixes(document)
    fix =
      findings.contains { safe.index(in: $0) != nil }
      ? .safe : findings.allSatisfy(\.fixes.isEmpty) ? .none : .suggested
    parts = [
      Part(title: LocalizedText(zh: "說明", en: "Explanation"), blocks: [.prose(rule.explanation)]),
      Part(title: Self.failingTitle, blocks: [Self.block(rule.failing)]),
      Part(
        title: LocalizedText(zh: "檢查結果", en: "What is printed"),
        blocks: Self.reported(findings, in: document.source, isPlaced: rule.failing.isPlaced)),
      Part(title: Self.passingTitle, blocks: [Self.block(rule.passing)]),
      Part(
        title: LocalizedText(zh: "不需指出，或要調整程度時", en: "To suppress the finding or change its severity"),
        blocks: Self.control(rule)),
      Part(title: LocalizedText(zh: "為何需要檢查", en: "Why it is checked"), blocks: [.prose(rule.evidence)]),
    ]
  }

  /// The heading of a failing example.
  static let failingTitle = LocalizedText(zh: "會被指出的例子（在每個 ↓ 之後）", en: "An example that is reported (after each ↓)")
  /// The heading of a passing example.
  static let passingTitle = LocalizedText(zh: "沒有問題的例子", en: "An example that is right")

  private static func block(_ example: RuleExample) -> Block {
    guard !example.plan.isEmpty else { return .prose(LocalizedText(zh: "空的檔案。", en: "An empty file.")) }
    let text = example.text
    return .lines(LocalizedText(zh: text, en: text), language: example.isJSON ? "json" : "markdown")
  }

  /// The findings as the text format prints them.
  private static func reported(_ findings: [Finding], in source: SourceText, isPlaced: Bool) -> [Block] {
    func text(_ language: Language) -> String {
      let text = FindingText(language: language, style: TerminalStyle(isColored: false))
      return findings.map { String(text.text(of: $0, in: source).dropLast()) }.joined(separator: "\n\n")
    }
    let place = LocalizedText(
      zh: "例子放在一份簡短的計畫裡，行號從計畫名稱起算。", en: "The example is part of a short plan; line numbers count from its title.")
    return (isPlaced ? [.prose(place)] : [])
      + [.lines(LocalizedText(zh: text(.zhHant), en: text(.en)), language: "text")]
  }

  /// How to keep a finding from being shown, or to give it another severity.
  private static func control(_ rule: RuleDescription) -> [Block] {
    if rule.family == .reading {
      return [
        .prose(
          LocalizedText(
            zh: "一律檢查，不能抑制，程度也不能調整：無法讀入的內容若不指出，就會在不知情下遺失。",
            en:
              "This is always checked; it cannot be suppressed or given another severity, because content that was not read would be lost unnoticed."
          ))
      ]
    }
    let other: Severity = rule.severity == .note ? .warning : .note
    func same(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }
    let comment: [Block] =
      rule.family == .tool
      ? [.prose(LocalizedText(zh: "註解本身的問題不能用註解抑制。", en: "Comments cannot suppress findings about comments."))]
      : [
        .prose(
          LocalizedText(
            zh: "內容無誤、不需修改時，在該行之前加一則註解，寫明理由（表格則在前後各加一則 plantool-disable 與 plantool-enable）：",
            en:
              "If the plan is right as it is, say why in a comment on the line before (around a pipe table, use plantool-disable and plantool-enable):"
          )),
        .lines(
          LocalizedText(
            zh: "<!-- plantool-disable-next-line \(rule.code) -- 理由 -->",
            en: "<!-- plantool-disable-next-line \(rule.code) -- the reason -->"), language: "markdown"),
      ]
    return comment + [
      .prose(
        LocalizedText(
          zh: "要調整這條規則的程度（error、warning、note，或以 ignore 關閉），寫在計畫所在資料夾的 .plantool.json：",
          en:
            "To change the severity (error, warning, note, or ignore to turn the rule off), write it in .plantool.json in the folder of the plans:"
        )),
      .lines(same(#"{ "severity": { "\#(rule.code)": "\#(other.rawValue)" } }"#), language: "json"),
      .prose(LocalizedText(zh: "只在這一次調整：", en: "For one run only:")),
      .lines(same("plantool validate --severity \(rule.code)=\(other.rawValue) ."), language: "sh"),
    ]
  }

  /// The guide as text for a terminal.
  public func text(_ language: Language) -> String {
    let fixWords: LocalizedText? =
      switch fix {
      case .none: nil
      case .suggested: LocalizedText(zh: "附修正建議", en: "with a suggestion")
      case .safe: LocalizedText(zh: "可用 --fix 改正", en: "fixed by --fix")
      }
    let attributes = [rule.severity.title(language)] + (fixWords.map { [$0(language)] } ?? [])
    let list = attributes.joined(separator: LocalizedText(zh: "，", en: ", ")(language))
    let head = "\(rule.code) \(rule.name)\(LocalizedText(zh: "（\(list)）", en: " (\(list))")(language))"
    let body = parts.map { part in
      // Lines among sentences stand out by two more spaces.
      let hasProse = part.blocks.contains { if case .prose = $0 { true } else { false } }
      return
        ([part.title(language)]
        + part.blocks.map { block in
          switch block {
          case .prose(let text): Self.indented(text(language), by: 2)
          case .lines(let text, _): Self.indented(text(language), by: hasProse ? 4 : 2)
          }
        }).joined(separator: "\n")
    }
    return ([head + "\n" + rule.summary(language)] + body).joined(separator: "\n\n") + "\n"
  }

  private static func indented(_ text: String, by width: Int) -> String {
    let margin = String(repeating: " ", count: width)
    return text.lineSlices.map { $0.isEmpty ? "" : margin + $0 }
      .joined(separator: "\n")
  }
}
