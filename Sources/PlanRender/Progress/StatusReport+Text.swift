import PlanAudit
import PlanModel
import PlanText

extension StatusReport {
  /// Lines for people.
  public func text() -> String {
    var lines = [title, summary(tally) + laterReports]
    for state in [MeasureProgress.State.overdue, .soon, .later] {
      let entries = entries(state)
      if entries.isEmpty { continue }
      lines += [
        "", "\(name(of: state))\(LocalizedText(zh: "（\(entries.count)）", en: " (\(entries.count))")(language))",
      ]
      for entry in entries { lines += self.lines(entry) }
    }
    let silent = silentUnits
    if !silent.isEmpty {
      lines += ["", LocalizedText(zh: "各單位最近提報", en: "When units last reported")(language)]
      let rows = silent.map { unit in
        [
          unit.name.excerpt(Self.longestName), silence(unit.tally),
          LocalizedText(
            zh: "未完成 \(unit.tally.pending) 項，其中未提報 \(unit.tally.unreported) 項",
            en: "\(unit.tally.pending) pending, \(unit.tally.unreported) of them without a report")(
              language),
        ]
      }
      lines += aligned(rows)
    }
    for (title, tallies) in completion {
      lines +=
        ["", title]
        + aligned([tallyTitles] + tallies.map { [$0.name.excerpt(Self.longestName)] + cells($0.tally) })
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let longestName = 40
  private static let longestWords = 60

  private func name(of state: MeasureProgress.State) -> String {
    guard state == .soon else { return words(state) }
    return words(state) + LocalizedText(zh: "，\(within) 天內", en: ", within \(within) days")(language)
  }

  private func lines(_ entry: Entry) -> [String] {
    let words = entry.line.measure.text.string.excerpt(Self.longestWords)
    let quoted = LocalizedText(zh: "「\(words)」", en: "“\(words)”")(language)
    let head = ["  " + distance(of: entry), days(of: entry), quoted, place(of: entry).map { "(\($0))" }]
    let units =
      entry.line.units.names.isEmpty
      ? LocalizedText(zh: "未列承辦單位", en: "no unit named")(language)
      : entry.line.units.joined.excerpt(Self.longestWords)
    let details = [isSeveral ? entry.plan.name.excerpt(Self.longestName) : nil, units, report(of: entry)]
    return [
      head.compactMap { $0 }.joined(separator: "  "), "      " + details.compactMap { $0 }.joined(separator: "  "),
    ]
  }

  private func summary(_ tally: StatusTally) -> String {
    let counts = MeasureProgress.State.allCases.map { "\(words($0)) \(tally[$0])" }
      .joined(separator: LocalizedText(zh: "、", en: ", ")(language))
    let percent = tally.percent.map { LocalizedText(zh: "；完成率 \($0)%", en: "; \($0)% done")(language) } ?? ""
    let plans = isSeveral ? LocalizedText(zh: "\(plans.count) 份計畫，", en: "\(plans.count) plans, ")(language) : ""
    return plans
      + LocalizedText(zh: "作法 \(tally.all) 項：\(counts)\(percent)", en: "\(tally.all) measures: \(counts)\(percent)")(
        language)
  }

  /// Columns, each as wide as its widest cell.
  private func aligned(_ rows: [[String]]) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    return rows.map { row in
      var line = " "
      for (column, cell) in row.enumerated() {
        line += " " + cell
        if column + 1 < row.count { line += String(repeating: " ", count: widths[column] - DisplayWidth.of(cell) + 1) }
      }
      return line
    }
  }
}
