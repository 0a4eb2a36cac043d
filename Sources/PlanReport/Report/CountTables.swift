import PlanText
import PlanValidate

/// The findings of many files as tables: the files, the worst first, and the rules, the most frequent first.
struct CountTables {
  let language: Language
  let style: TerminalStyle
  /// The width of the terminal, in columns.
  let width: Int

  /// The fewest columns that tell one agency from another.
  private static let leastAgency = 12

  /// A row a file: its agency, its path and its counts. Beyond `limit` rows the others are one.
  func files(_ parts: [ReportPart], limit: Int? = nil) -> String {
    let sorted = parts.worstFirst
    let shown = sorted.prefix(limit ?? .max)
    var rows = [(LocalizedText(zh: "機關", en: "agency")(language), [words("檔案", "file")] + headings)]
    rows += shown.map { part in
      (TerminalText.escape(part.agency ?? ""), [TerminalText.escape(part.name)] + numbers(part.counts))
    }
    let rest = sorted.dropFirst(shown.count)
    if !rest.isEmpty {
      let title = words("其他 \(rest.count) 個檔案", "\(rest.count) more file\(rest.count == 1 ? "" : "s")")
      rows.append(("", [title] + numbers(FindingCounts(rest.map(\.counts)))))
    }
    guard parts.contains(where: { $0.agency != nil }) else { return table(rows.map(\.1), texts: 1) }
    // Names of agencies end with what tells one from another, and begin with their city.
    let others = widths(rows.map(\.1)).reduce(0) { $0 + $1 + 2 }
    let room = max(Self.leastAgency, width - others)
    let cells = rows.map { agency, cells in
      [DisplayWidth.of(agency) > room ? "…" + agency.ending(width: room - 2) : agency] + cells
    }
    return table(cells, texts: 2)
  }

  /// A row a rule that has findings.
  func rules(_ parts: [ReportPart]) -> String {
    var rows = [[words("規則", "rule"), words("次數", "times"), words("檔案數", "files")]]
    rows += parts.countedRules.map { rule in
      ["\(rule.description.code) \(rule.description.summary(language))", String(rule.times), String(rule.files)]
    }
    return table(rows, texts: 1)
  }

  private var headings: [String] {
    Severity.allCases.reversed().map { $0.title(language) } + [words("待填", "unfilled")]
  }

  private func numbers(_ counts: FindingCounts) -> [String] {
    (Severity.allCases.reversed().map { counts[$0] } + [counts.open.toBeFilledIn]).map(String.init)
  }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }

  private func widths(_ rows: [[String]]) -> [Int] {
    (0..<(rows.first?.count ?? 0)).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
  }

  /// The first columns to the left, the numbers to the right, the first row as a heading.
  private func table(_ rows: [[String]], texts: Int) -> String {
    let widths = widths(rows)
    return rows.enumerated().map { number, row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        return column < texts ? cell + padding : padding + cell
      }
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return (number == 0 ? style.bold(line) : line) + "\n"
    }.joined()
  }
}
