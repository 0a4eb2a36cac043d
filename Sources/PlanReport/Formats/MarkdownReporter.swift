import PlanText
import PlanValidate

/// Markdown as GitHub shows it for a job (`$GITHUB_STEP_SUMMARY`) and in comments: the counts, and the findings of each
/// file to be opened.
struct MarkdownReporter: Reporter {
  private let options: ReportOptions

  /// How many files, and how many findings of each, are listed: GitHub takes no more than a megabyte.
  private static let (mostFiles, mostFindings) = (100, 50)

  init(_ options: ReportOptions) { self.options = options }

  private var language: Language { options.language }

  func part(of report: FileReport) -> ReportPart {
    let source = report.document.source
    let sorted = report.findings.worstFirst
    var items = sorted.prefix(Self.mostFindings).map { finding in
      let place = code(source.placeText(at: finding.range.lowerBound, language))
      let severity = finding.severity.title(language)
      return "- \(place) **\(severity) \(finding.code)** \(prose(finding.summary(language)))\n"
    }
    let rest = sorted.count - items.count
    if rest > 0 { items.append("- " + words("另有 \(rest) 項", "\(rest) more") + "\n") }
    let text = """
      <details><summary>\(MarkupText.escape(source.name))</summary>

      \(items.joined())
      </details>


      """
    return ReportPart(report, text: items.isEmpty ? "" : text)
  }

  func output(_ parts: [ReportPart]) -> String? {
    let found = parts.worstFirst.filter { !$0.counts.byRule.isEmpty }
    let closing = ClosingLines(parts, options, ShownParts()).total
    var text = "## " + words("計畫檢查結果", "Checked plans") + "\n\n" + prose(closing) + "\n"
    if found.isEmpty { return text }
    text += "\n" + files(found) + "\n" + rules(found) + "\n" + found.prefix(Self.mostFiles).map(\.text).joined()
    let rest = found.count - Self.mostFiles
    return rest > 0 ? text + words("另有 \(rest) 個檔案", "\(rest) more files") + "\n" : text
  }

  private func files(_ parts: [ReportPart]) -> String {
    let titles = Severity.allCases.reversed().map { $0.title(language) } + [words("待填", "unfilled")]
    let rows = parts.prefix(Self.mostFiles).map { part in
      [prose(part.agency ?? ""), code(part.name)] + Severity.allCases.reversed().map { String(part.counts[$0]) }
        + [String(part.counts.open.toBeFilledIn)]
    }
    return table([words("機關", "agency"), words("檔案", "file")] + titles, rows, texts: 2)
  }

  private func rules(_ parts: [ReportPart]) -> String {
    let rows = parts.countedRules.map { rule in
      ["\(rule.description.code) \(prose(rule.description.summary(language)))", String(rule.times), String(rule.files)]
    }
    return table([words("規則", "rule"), words("次數", "times"), words("檔案數", "files")], rows, texts: 1)
  }

  private func table(_ heading: [String], _ rows: [[String]], texts: Int) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let dashes = heading.indices.map { $0 < texts ? "---" : "---:" }
    return line(heading) + line(dashes) + rows.map(line).joined()
  }

  /// Words that are no markup: neither an address nor a mention becomes a link.
  private func prose(_ text: String) -> String {
    MarkdownProse.escape(TerminalText.escape(text)).replacing("@", with: "&#64;").replacing("#", with: "&#35;")
      .replacing("://", with: "&#58;//")
  }

  private func code(_ text: String) -> String { "<code>\(prose(text))</code>" }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
}
