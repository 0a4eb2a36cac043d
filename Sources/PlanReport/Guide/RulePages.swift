import PlanText
import PlanValidate

/// The pages on the rules: one for each rule and an index, in every language.
///
/// A test compares them with those in `docs/rules`, and writes them there when it records.
public enum RulePages {
  /// A page, by its path in the folder of the pages.
  public struct Page: Sendable {
    /// Where it is: `PT301.md`, `zh-Hant/PT301.md`.
    public let path: String
    /// Its Markdown.
    public let text: String
  }

  /// All pages.
  public static func all() -> [Page] {
    let guides = RuleRegistry.all.map { RuleGuide($0.description) }
    return Language.allCases.flatMap { language in
      [Page(path: folder(language) + "README.md", text: index(guides, language))]
        + guides.indices.map { number in
          Page(path: folder(language) + "\(guides[number].rule.code).md", text: page(number, of: guides, language))
        }
    }
  }

  /// English stands in the folder itself.
  private static func folder(_ language: Language) -> String {
    switch language {
    case .en: ""
    case .zhHant: "zh-Hant/"
    }
  }

  /// A link to the same page in the other language.
  private static func otherLanguage(_ file: String, _ language: Language) -> String {
    switch language {
    case .en: "[繁體中文](zh-Hant/\(file))"
    case .zhHant: "[English](../\(file))"
    }
  }

  private static let origin =
    "<!-- Made from Sources/PlanValidate/Rules by “PLANTOOL_RECORD=1 swift test --filter RulePageTests”. -->\n"

  // MARK: A rule

  private static func page(_ number: Int, of guides: [RuleGuide], _ language: Language) -> String {
    let guide = guides[number]
    let rule = guide.rule
    let header = LocalizedText(
      zh: "| 名稱 | 程度 | `--fix` 改正 | 類別 |", en: "| name | severity | fixed by `--fix` | family |")
    let family = "[\(rule.family.rawValue) \(rule.family.title(language))](README.md#\(anchor(rule.family, language)))"
    let facts = [
      header(language), "| --- | --- | --- | --- |",
      "| \(rule.name) | \(rule.severity.title(language)) | \(fixWords(guide.fix)(language)) | \(family) |",
    ].joined(separator: "\n")
    let parts = guide.parts.map { part in
      (["## \(part.title(language))"] + part.blocks.map { markdown($0, language, besides: rule.code) })
        .joined(separator: "\n\n")
    }
    let neighbours = [
      number > 0 ? "← [\(guides[number - 1].rule.code)](\(guides[number - 1].rule.code).md)" : nil,
      "[\(indexTitle(language))](README.md)",
      number + 1 < guides.count ? "[\(guides[number + 1].rule.code)](\(guides[number + 1].rule.code).md) →" : nil,
    ].compactMap { $0 }.joined(separator: " · ")
    let title = "# \(rule.code) \(MarkdownProse.escape(rule.summary(language)))"
    return
      ([title, otherLanguage("\(rule.code).md", language), facts] + parts + [neighbours]).joined(separator: "\n\n")
      + "\n\n" + origin
  }

  private static func fixWords(_ fix: RuleGuide.FixKind) -> LocalizedText {
    switch fix {
    case .none: LocalizedText(zh: "否", en: "no")
    case .suggested: LocalizedText(zh: "否，但附修正建議", en: "no, but a fix is suggested")
    case .safe: LocalizedText(zh: "可", en: "yes")
    }
  }

  private static func markdown(_ block: RuleGuide.Block, _ language: Language, besides code: String) -> String {
    switch block {
    case .prose(let text): return linked(MarkdownProse.escape(text(language)), besides: code)
    case .lines(let text, let name):
      let text = text(language)
      // A fence is longer than any within.
      var fence = "```"
      while text.contains(fence) { fence += "`" }
      return "\(fence)\(name)\n\(text)\n\(fence)"
    }
  }

  /// The codes of other rules as links.
  private static func linked(_ text: String, besides code: String) -> String {
    RuleRegistry.all.map { $0.description.code }.filter { $0 != code }.reduce(text) { text, other in
      text.split(separator: other, omittingEmptySubsequences: false).joined(separator: "[\(other)](\(other).md)")
    }
  }

  // MARK: The index

  private static let indexTitle = LocalizedText(zh: "規則一覽", en: "Rules")

  private static func index(_ guides: [RuleGuide], _ language: Language) -> String {
    let intro = LocalizedText(
      zh: """
        「plantool validate」依下列規則檢查計畫，每條規則各有一頁：說明、會被指出與沒有問題的例子、印出的結果、如何抑制，以及為何需要檢查。\
        「plantool explain 代號」印出同樣的內容。

        | 程度 | 意思 |
        | --- | --- |
        | 錯誤 | 計畫這樣送不出去，必須改正 |
        | 警告 | 很可能有誤，請人工確認 |
        | 提示 | 值得一看，計畫未必有誤 |
        """,
      en: """
        “plantool validate” checks plans against these rules. Each rule has a page: an explanation, an example that is reported and one that is right, what is printed, \
        how to suppress it, and why it is checked. “plantool explain CODE” prints the same.

        | severity | meaning |
        | --- | --- |
        | error | wrong: the plan cannot be submitted like this |
        | warning | very likely wrong; please check |
        | note | worth a look; the plan may be right |
        """)
    let header = LocalizedText(
      zh: "| 代號 | 程度 | `--fix` | 檢查什麼 |", en: "| code | severity | `--fix` | what it reports |")
    let families = RuleFamily.allCases.compactMap { family -> String? in
      let members = guides.filter { $0.rule.family == family }
      guard !members.isEmpty else { return nil }
      let rows = members.map { guide in
        let rule = guide.rule
        let fix = guide.fix == .safe ? " \(fixWords(guide.fix)(language)) |" : " |"
        return "| [\(rule.code)](\(rule.code).md) | \(rule.severity.title(language)) |\(fix) "
          + MarkdownProse.escape(rule.summary(language)) + " |"
      }
      return "## \(family.rawValue) \(family.title(language))\n\n"
        + ([header(language), "| --- | --- | --- | --- |"] + rows).joined(separator: "\n")
    }
    return
      (["# \(indexTitle(language))", otherLanguage("README.md", language), intro(language)] + families)
      .joined(separator: "\n\n") + "\n\n" + origin
  }

  /// What GitHub makes of the heading of a family; the titles have no punctuation.
  private static func anchor(_ family: RuleFamily, _ language: Language) -> String {
    "\(family.rawValue) \(family.title(language))".lowercased().split(separator: " ").joined(separator: "-")
  }
}

/// Plain sentences in Markdown.
enum MarkdownProse {
  /// The text with a backslash before each sign that Markdown would take for markup.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\`*_<[|~&".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
