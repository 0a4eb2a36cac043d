import PlanModel
import PlanText

/// The measures under each focus. Their places are kept and not they themselves: a plan may have tens of thousands.
struct WrittenMeasures: Sendable {
  private struct Place {
    let group: UInt32
    /// Among the measures of the heading.
    let index: UInt32
    /// Among those of the focus, from 1.
    let number: UInt32
  }

  private let groups: [PlacedGroup]
  /// By the entry of the focus.
  private var answering: [Int: [Place]] = [:]
  private var declining: [Int: [Place]] = [:]

  init(_ groups: [PlacedGroup]) {
    self.groups = groups
    var counts: [Int: Int] = [:]
    for (group, place) in groups.enumerated() {
      guard let entry = place.focus ?? place.entry else { continue }
      let before = counts[entry] ?? 0
      counts[entry] = before + place.group.measures.count
      for (index, measure) in place.group.measures.enumerated() where !measure.text.string.saysNothing {
        let place = Place(
          group: UInt32(truncatingIfNeeded: group), index: UInt32(truncatingIfNeeded: index),
          number: UInt32(truncatingIfNeeded: before + index + 1))
        if measure.text.string.saysNotApplicable {
          declining[entry, default: []].append(place)
        } else {
          answering[entry, default: []].append(place)
        }
      }
    }
  }

  /// The focuses with measures that say something, in the order of the checklist.
  var answered: [Int] { answering.keys.sorted() }

  /// The measures under a focus that say something.
  func answers(at entry: Int) -> [CheckpointCoverage.Reference] { references(answering[entry]) }

  /// Those that say that it does not apply.
  func refusals(at entry: Int) -> [CheckpointCoverage.Reference] { references(declining[entry]) }

  private func references(_ places: [Place]?) -> [CheckpointCoverage.Reference] {
    (places ?? []).map {
      CheckpointCoverage.Reference(number: Int($0.number), measure: groups[Int($0.group)].group.measures[Int($0.index)])
    }
  }
}
