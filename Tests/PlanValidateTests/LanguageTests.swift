import PlanFormats
import PlanModel
import PlanText
import Foundation
import PlanTestSupport
import Testing

@testable import PlanValidate

/// Chinese output has no English words in it, and English output no Chinese but what it quotes.
@Suite struct LanguageTests {
  // MARK: What may stand in the other language

  /// What people type, and what things are called everywhere: commands, options and their values, keys, file types,
  /// programs, standards.
  private static let names: Set<String> = Set(
    [
      "plantool", "json", "markdown", "csv", "html", "pdf", "word", "utf", "bom", "nul", "unicode", "ci", "mib",
      "schema", "a4",
    ]
      + [
        "git", "rfc", "big5", "crlf", "http", "https", "shell", "bash", "zsh", "fish", "socket", "unified", "diff",
        "lang", "tab",
        "stdin", "md", "gib",
        "kib",
      ]
      + [
        "list", "show", "derive", "validate", "status", "report", "explain", "completion", "render", "convert", "fmt",
        "init", "local",
        "share",
        "completions",
      ]
      + [
        "select", "ignore", "severity", "failon", "checklist", "format", "path", "code", "text", "line", "count",
        "plan", "auto",
      ]
      + [
        "police", "district", "household", "example", "com", "coverage", "deadlines", "timeline", "deadline", "missing",
        "concise",
        "jsonl", "github", "sarif", "junit", "unfilled", "odf", "odt", "ods", "docx", "measures", "survey",
        "fodt", "doc", "rtf", "xml", "pages", "libreoffice", "txt", "tsv", "xls", "xlsx", "excel", "pdftotext",
        "notice",
      ]
  )

  /// The severities as options take them, which only the help names.
  private static let levels = Set(Severity.allCases.map(\.rawValue))

  /// The words of Latin letters in a Chinese text, outside quotation marks and what is typed or written in files.
  private static func foreignWords(inChinese text: String, allowing others: Set<String> = []) -> [String] {
    let plain = text.replacing(
      /「[^」]*」|『[^』]*』|"[^"]*"|<!--.*?-->|U\+[0-9A-F]*|PT[0-9]*|--?[a-z][a-z-]*|[a-z]+(?:-[a-z]+)+|\.plantool\.json/,
      with: " "
    )
    .replacing(/https?:\/\/[^ 　，。）]*/, with: " ")
    return plain.matches(of: /[A-Za-z]{2,}[0-9]*/).map { String($0.output) }.filter {
      !names.contains($0.lowercased()) && !others.contains($0)
    }
  }

  /// The Chinese in an English text, outside quotation marks. The plan's own words and those of the official checklists
  /// are quoted wherever they stand; dates are as plans write them, and tables, columns and posts of the form go by
  /// their names.
  private static func foreignWords(inEnglish text: String, quoting plan: String) -> [String] {
    let plain = text.replacing(/“[^”]*”|「[^」]*」|"[^"]*"/, with: " ").replacing(
      /(?:民國)?[0-9]+年(?:度|[0-9]+月(?:[0-9]+日)?)?|[0-9]+月(?:[0-9]+日)?|[0-9]+日/, with: " ")
    return plain.matches(of: /[\u{3400}-\u{9FFF}]+/).map { String($0.output) }.filter {
      !terms.contains($0) && !plan.contains($0) && !checklists.contains($0)
    }
  }

  /// The names of the form's tables, columns, posts and counters.
  private static let terms = Set(
    FieldName.allCases.map(\.name) + MemberColumn.allCases.map(\.name)
      + MeasureColumn.allCases.map(\.name)
      + SurveyColumn.allCases.map(\.name)
      + [
        "措施調查表", "編組名冊", "單位表", "工作日誌", "工作要項執行表", "策略與方法表", "具體作法表", "職掌", "備考", "成效", "聯絡窗口", "執行策略細目", "實施要領",
        "召集人", "執行秘書", "幹事", "項", "萬", "億", "個月", "天", "每月", "附表", "附件",
      ])
  private static let checklists = ChecklistCatalog.builtInSources.map { String(decoding: $0.bytes, as: UTF8.self) }
    .joined()

  // MARK: Messages as they are printed

  @Test func findingsSpeakOneLanguage() {
    var seen = 0
    for rule in RuleRegistry.all {
      let plan = RuleExample(rule.description.failing.text).fullText
      for finding in RuleProbe(rule.description.code, rule.description.failing.text).findings {
        let texts =
          [finding.summary] + [finding.explanation].compactMap { $0 } + finding.notes.map(\.text)
          + finding.fixes.map(\.title)
        for text in texts {
          seen += 1
          #expect(Self.foreignWords(inChinese: text.zhHant) == [], "\(finding.code) \(text.zhHant)")
          let foreign = Self.foreignWords(inEnglish: text.en, quoting: plan)
          #expect(foreign == [], "\(finding.code) \(text.en)")
        }
      }
    }
    #expect(seen > 200)
  }

  // MARK: Messages as they are written in the sources: every rule, every error, the help and the reports

  @Test func sourcesHaveNoEnglishInChinese() throws {
    let literals = try MessageLiteral.all().filter(\.isChinese)
    #expect(literals.count > 800)
    for literal in literals {
      let words = Self.foreignWords(inChinese: literal.text, allowing: Self.levels)
      #expect(words == [], "\(literal.file): \(literal.text)")
    }
  }

  @Test func severitiesHaveNamesInBothLanguages() {
    for severity in Severity.allCases {
      #expect(!severity.title.zhHant.contains(/[A-Za-z]/))
      #expect(severity.title.en == severity.rawValue)
    }
  }
}
