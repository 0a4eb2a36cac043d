import PlanText

extension FileReport {
  /// The report as it is printed: the same slip at sixteen places is one finding with sixteen places and one fix, and a
  /// name that is wrong is not reported again for a word in it.
  ///
  /// Comments and baselines hide places, so they have had their say before.
  package func joiningRepeats() -> FileReport {
    let joined = JoinedFindings(findings.withoutYielding, in: document.source).findings
    return joined.count == findings.count ? self : dividing(shown: joined, hidden: hidden)
  }
}

/// Findings of which those with one cause are one.
private struct JoinedFindings {
  private(set) var findings: [Finding] = []
  private let source: SourceText

  private struct Key: Hashable {
    let code: String
    /// What they say; nil where all findings of the rule are one.
    let summary: String?
    let severity: Severity
  }

  /// How many lines a summary names.
  private static let mostLines = 20

  init(_ all: [Finding], in source: SourceText) {
    self.source = source
    let codes = Set(all.map(\.code))
    let repeats = Dictionary(uniqueKeysWithValues: codes.map { ($0, RuleRegistry.rule($0)?.repeats ?? .apart) })
    var places: [Key: [Int]] = [:]
    let keys = all.map { finding -> Key? in
      switch repeats[finding.code] ?? .apart {
      case .apart: nil
      case .sameWords: Key(code: finding.code, summary: finding.summary(.zhHant), severity: finding.severity)
      case .all: Key(code: finding.code, summary: nil, severity: finding.severity)
      }
    }
    for (index, key) in keys.enumerated() {
      if let key { places[key, default: []].append(index) }
    }
    findings = zip(all, keys).enumerated().compactMap { index, entry in
      guard let key = entry.1, let same = places[key], same.count > 1 else { return entry.0 }
      if case .all(let limit, let summary) = repeats[key.code] ?? .apart {
        guard same.count > limit else { return entry.0 }
        return same[0] == index ? joined(same.map { all[$0] }, saying: summary(same.count)) : nil
      }
      return same[0] == index ? joined(same.map { all[$0] }) : nil
    }
  }

  /// One finding for several, with its own words where each of them says something else.
  private func joined(_ same: [Finding], saying words: LocalizedText? = nil) -> Finding {
    let first = same[0]
    let lines = self.lines(of: same)
    let others = same.dropFirst().map { finding in
      Finding.Note(finding.range, words == nil ? Self.alsoHere(finding, after: first) : finding.summary)
    }
    return Finding(
      code: first.code, name: first.name, severity: first.severity, range: first.range,
      summary: (words ?? first.summary)
        + LocalizedText(
          zh: (words == nil ? "共 \(same.count) 處" : "") + "（第 \(lines.zhHant) 行）",
          en: (words == nil ? " \(same.count) places" : "") + " (lines \(lines.en))"),
      explanation: first.explanation,
      notes: (words == nil ? first.notes : [.init(first.range, first.summary)]) + others,
      fixes: Self.fixes(of: same))
  }

  private static func alsoHere(_ finding: Finding, after first: Finding) -> LocalizedText {
    guard first.fixes.contains(where: \.isSafe), finding.fixes.contains(where: { !$0.isSafe }) else {
      return LocalizedText(zh: "此處亦同", en: "Also here")
    }
    return LocalizedText(zh: "此處亦同，但須人工判斷，不會自動改正", en: "Also here, but left to you: it is not fixed automatically")
  }

  /// 148、194、206
  private func lines(of same: [Finding]) -> LocalizedText {
    var seen: Set<Int> = []
    let all = same.map { source.line(at: $0.range.lowerBound) }.filter { seen.insert($0).inserted }
    let named = all.prefix(Self.mostLines).map(String.init)
    let isCut = named.count < all.count
    return LocalizedText(
      zh: named.joined(separator: "、") + (isCut ? "…" : ""), en: named.joined(separator: ", ") + (isCut ? " …" : ""))
  }

  /// One fix for all places, where each has the same one.
  private static func fixes(of same: [Finding]) -> [Finding.Fix] {
    guard let first = same[0].fixes.first,
      same.allSatisfy({ $0.fixes.count == 1 && $0.fixes[0].title(.zhHant) == first.title(.zhHant) })
    else { return [] }
    let fixes = same.map { $0.fixes[0] }
    return [
      Finding.Fix(
        first.title, edits: fixes.flatMap(\.edits), isSafe: fixes.allSatisfy(\.isSafe), scope: first.scope)
    ]
  }
}

extension [Finding] {
  /// Those that do not stand inside the finding of a rule that says the same of more.
  fileprivate var withoutYielding: [Finding] {
    var stronger: [String: Set<String>] = [:]
    for code in Set(map(\.code)) {
      guard let rule = RuleRegistry.rule(code), !rule.yieldsTo.isEmpty else { continue }
      stronger[code] = Set(rule.yieldsTo.map { $0.description.code })
    }
    let codes = stronger.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    // In the order of the file.
    let names = filter { codes.contains($0.code) }
    guard !names.isEmpty else { return self }
    return filter { finding in
      guard let stronger = stronger[finding.code] else { return true }
      let behind = names.halvingIndex { $0.range.lowerBound > finding.range.lowerBound }
      guard behind > 0 else { return true }
      let name = names[behind - 1]
      return !(stronger.contains(name.code) && name.range.upperBound >= finding.range.upperBound)
    }
  }
}
