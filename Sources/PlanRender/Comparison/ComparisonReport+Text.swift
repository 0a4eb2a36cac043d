import PlanModel
import PlanText

extension ComparisonReport {
  /// Lines for people; empty where nothing differs.
  public func text() -> String {
    guard !comparison.isEmpty else { return "" }
    var lines = ["\(old.source.name.excerpt(200)) → \(new.source.name.excerpt(200))"]
    if let remark = remarkOnYears { lines.append(remark) }
    for (kind, changes) in groups {
      lines += ["", "\(kind.title(language))\(colon)\(counts(changes))"]
      var above: [String] = []
      for change in changes {
        let path = path(of: change)
        if path != above, !path.isEmpty { lines.append("  " + path.joined(separator: "／")) }
        above = path
        lines += self.lines(change)
      }
    }
    if !comparison.units.isEmpty { lines += [""] + unitLines }
    return lines.map { $0 + "\n" }.joined()
  }

  private var colon: String { LocalizedText(zh: "：", en: ": ")(language) }

  private static let longestWords = 60

  private func lines(_ change: PlanComparison.Change) -> [String] {
    let name = (newThing(change) ?? oldThing(change))?.name.string.excerpt(Self.longestWords) ?? ""
    let quoted = LocalizedText(zh: "「\(name)」", en: "“\(name)”")(language)
    let mark = ComparisonMark(change)
    let shown = change.kind == .plan ? [] : [name.isEmpty ? nil : quoted, place(of: change).map { "(\($0))" }]
    var lines: [String] = []
    if change.kind != .plan {
      lines.append("    \(mark.sign) " + shown.compactMap { $0 }.joined(separator: " "))
    } else if mark != .changed {
      lines.append("    \(mark.sign)")
    }
    if let movement = movement(of: change) { lines.append(Self.inner + movement) }
    if let target = change.mergedInto {
      let into = comparison.new.things[target].name.string.excerpt(Self.longestWords)
      lines.append(Self.inner + LocalizedText(zh: "併入「\(into)」", en: "merged into “\(into)”")(language))
    }
    for field in change.fields { lines.append((change.kind == .plan ? "    ~ " : Self.inner) + line(field)) }
    return lines
  }

  private static let inner = "        "

  private func line(_ field: PlanComparison.FieldChange) -> String {
    var line = field.name.title(language) + colon
    let none = LocalizedText(zh: "（無）", en: "(none)")(language)
    if isTold(byParts: field) {
      let parts = field.removed.map { "－" + $0 } + field.added.map { "＋" + $0 }
      line += parts.map { $0.excerpt(Self.longestWords) }.joined(separator: "  ")
    } else {
      let words = words(of: field)
      line += "\(words.old ?? none) → \(words.new ?? none)"
    }
    if field.measures > 0 {
      line += LocalizedText(zh: "（以下 \(field.measures) 項作法）", en: " (for \(field.measures) measures below)")(language)
    }
    return line
  }

  private var unitLines: [String] {
    let title = LocalizedText(zh: "有無工作的單位", en: "Units that gained or lost all work")(language)
    return [title]
      + comparison.units.map { unit in
        let words =
          unit.old == 0
          ? LocalizedText(zh: "新承辦 \(unit.new) 項", en: "\(unit.new) now, none before")
          : LocalizedText(zh: "不再承辦，原 \(unit.old) 項", en: "none now, \(unit.old) before")
        return "    \(unit.old == 0 ? "+" : "-") \(unit.name.excerpt(Self.longestWords))\(colon)\(words(language))"
      }
  }
}
