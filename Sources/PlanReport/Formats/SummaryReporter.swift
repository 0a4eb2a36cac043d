import PlanText
import PlanValidate

/// The findings summed up: the files that have any, and the rules they are of, the most frequent first.
struct SummaryReporter: Reporter {
  private let text: TextReporter

  init(_ options: ReportOptions) { text = TextReporter(options) }

  private var language: Language { text.language }
  private var style: TerminalStyle { text.style }

  /// How many rules are listed.
  private static let ruleLimit = 10

  func part(of report: FileReport) -> ReportPart { ReportPart(report) }

  func output(_ parts: [ReportPart]) -> String {
    var tables = ""
    let found = parts.filter { !$0.counts.byRule.isEmpty }
    if !found.isEmpty { tables += table(fileRows(found)) + "\n" + table(ruleRows(found)) + "\n" }
    return tables + text.closing(parts)
  }

  private func fileRows(_ parts: [ReportPart]) -> [[String]] {
    let heading = [words("檔案", "file")] + severities.map { $0.title(language) }
    return [heading]
      + parts.map { part in [TerminalText.escape(part.name)] + severities.map { String(part.counts[$0]) } }
  }

  private func ruleRows(_ parts: [ReportPart]) -> [[String]] {
    let counts = FindingCounts(parts.map(\.counts)).byRule
    var files: [String: Int] = [:]
    for part in parts {
      for code in part.counts.byRule.keys { files[code, default: 0] += 1 }
    }
    let rules = RuleRegistry.all.map { $0.description }.filter { counts[$0.code] != nil }
      .sorted { (-(counts[$0.code] ?? 0), $0.code) < (-(counts[$1.code] ?? 0), $1.code) }
    var rows = [[words("規則", "rule"), words("次數", "times"), words("檔案數", "files")]]
    rows += rules.prefix(Self.ruleLimit).map { rule in
      ["\(rule.code) \(rule.summary(language))", String(counts[rule.code] ?? 0), String(files[rule.code] ?? 0)]
    }
    let rest = rules.dropFirst(Self.ruleLimit)
    if !rest.isEmpty {
      let times = rest.reduce(0) { $0 + (counts[$1.code] ?? 0) }
      rows.append([
        words("其他 \(rest.count) 條規則", "\(rest.count) more rule\(rest.count == 1 ? "" : "s")"), String(times), "",
      ])
    }
    return rows
  }

  private var severities: [Severity] { Severity.allCases.reversed() }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }

  /// The first column to the left, the numbers to the right, the first row as a heading.
  private func table(_ rows: [[String]]) -> String {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.enumerated().map { number, row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        return column == 0 ? cell + padding : padding + cell
      }
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return (number == 0 ? style.bold(line) : line) + "\n"
    }.joined()
  }
}
