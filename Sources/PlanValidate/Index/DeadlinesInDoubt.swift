import PlanText

/// The deadlines and the period of a document that nobody understands as they are written.
///
/// Whatever is changed in one of them, even a single shape of a character (毎月), may give it a meaning that it had
/// not: that says when something is done, so a person has to look at it.
struct DeadlinesInDoubt {
  /// In the order of the file; they do not overlap.
  private let ranges: [SourceRange]

  init(_ plan: PlanIndex) {
    var ranges = plan.deadlines.compactMap { entry -> SourceRange? in
      guard case .failure = entry.value.reading else { return nil }
      return entry.value.text.range
    }
    if let period = plan.document.plan.metadata.period, case .failure = period.reading {
      ranges.append(period.text.range)
    }
    self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Leaves fixes that change what is written in such a deadline to a person.
  func withhold(from findings: inout [Finding]) {
    guard !ranges.isEmpty else { return }
    for index in findings.indices {
      for number in findings[index].fixes.indices where touches(findings[index].fixes[number]) {
        findings[index].fixes[number].isSafe = false
      }
    }
  }

  private func touches(_ fix: Finding.Fix) -> Bool {
    fix.isSafe && fix.scope == .words && fix.edits.contains { isInside($0.range) }
  }

  private func isInside(_ range: SourceRange) -> Bool {
    let index = ranges.halvingIndex { $0.upperBound > range.lowerBound }
    return index < ranges.count && ranges[index].lowerBound < max(range.upperBound, range.lowerBound + 1)
  }
}
