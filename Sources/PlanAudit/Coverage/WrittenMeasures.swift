import PlanModel
import PlanText

/// The measures under each focus.
struct WrittenMeasures: Sendable {
  /// Those that say something, by the entry of the focus.
  var answers: [Int: [CheckpointCoverage.Reference]] = [:]
  /// Those that say that it does not apply.
  var refusals: [Int: [CheckpointCoverage.Reference]] = [:]

  init(_ groups: [PlacedGroup]) {
    var counts: [Int: Int] = [:]
    for place in groups {
      guard let entry = place.focus ?? place.entry else { continue }
      let before = counts[entry] ?? 0
      counts[entry] = before + place.group.measures.count
      for (index, measure) in place.group.measures.enumerated() where !measure.text.string.saysNothing {
        let reference = CheckpointCoverage.Reference(number: before + index + 1, measure: measure)
        if measure.text.string.saysNotApplicable {
          refusals[entry, default: []].append(reference)
        } else {
          answers[entry, default: []].append(reference)
        }
      }
    }
  }
}
