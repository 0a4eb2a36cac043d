import PlanValidate

/// A rule and how often it has something to say.
struct CountedRule {
  let description: RuleDescription
  /// The number of findings.
  let times: Int
  /// The number of files with any.
  let files: Int
}

extension [ReportPart] {
  /// The files with the most errors first, then those with the most warnings and with the most that is to be filled in;
  /// equal ones as they came.
  var worstFirst: [ReportPart] { worstFirstOrder.map { self[$0] } }

  /// The same as numbers of the parts.
  var worstFirstOrder: [Int] {
    func rank(_ counts: FindingCounts) -> [Int] {
      [counts[.error], counts[.warning], counts.open.toBeFilledIn, counts[.note]].map { -$0 }
    }
    return enumerated().map { rank($1.counts) + [$0] }.sorted { $0.lexicographicallyPrecedes($1) }.compactMap(\.last)
  }

  /// The rules that have findings, the most frequent first.
  var countedRules: [CountedRule] {
    let counts = FindingCounts(map(\.counts)).byRule
    var files: [String: Int] = [:]
    for part in self {
      for code in part.counts.byRule.keys { files[code, default: 0] += 1 }
    }
    return RuleRegistry.all.map { $0.description }.compactMap { rule in
      counts[rule.code].map { CountedRule(description: rule, times: $0, files: files[rule.code] ?? 0) }
    }.sorted { (-$0.times, $0.description.code) < (-$1.times, $1.description.code) }
  }
}

extension [Finding] {
  /// The errors first, then the warnings and the notes; equal ones as they came.
  var worstFirst: [Finding] {
    Severity.allCases.reversed().flatMap { severity in filter { $0.severity == severity } }
  }
}
