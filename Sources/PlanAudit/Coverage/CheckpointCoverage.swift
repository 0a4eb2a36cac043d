import PlanFormats
import PlanModel
import PlanText

/// Which checkpoints (辦理事項) of a checklist a plan answers, and where.
///
/// It tells what can be recognised in the plan, not what the agency does. Only ``State/stated`` is certain, because the
/// plan says so; the others are what a reader of the form would assume, and whoever shows them should say so. A line
/// that says that something is not done, or that says the form back, is no answer.
public struct CheckpointCoverage: Sendable {
  /// An item, a paragraph or a row of a measure.
  public struct Item: Sendable {
    /// Its label and those of the items around it inside the measure: (一)2; empty for the words of the measure itself.
    public let label: String
    /// Its words, with the place where they stand.
    public let words: PlanText
  }

  /// A measure as people refer to it.
  public struct Reference: Sendable {
    /// Its place among the measures of its focus, from 1.
    public let number: Int
    public let measure: Measure
    /// The items of it that answer; empty where the measure as a whole does.
    public internal(set) var items: [Item] = []
    /// Whether the measure names the checkpoint and has no word of an answer.
    public internal(set) var isDoubtful = false
  }

  /// A 辦理事項 that names no checkpoint of its focus.
  public struct UnknownName: Sendable {
    /// The focus, as an index into the checklist's entries.
    public let entry: Int
    /// The value of the field.
    public let field: PlanText
    /// The word or number, as written.
    public let word: String
  }

  /// One checkpoint.
  public struct Point: Sendable {
    /// The focus, as an index into the checklist's entries.
    public let entry: Int
    /// Its place among the checkpoints of the focus, from 1.
    public let number: Int
    /// What is asked.
    public let checkpoint: CheckPoint
    /// Whether it is met, and how that is known.
    public internal(set) var state: State
    /// The measures that meet it or, where it is declined, that say so, in the order of the plan.
    public let measures: [Reference]
    /// The line elsewhere in the plan that may answer it, where nothing under the focus does.
    public internal(set) var otherPlace: PlanText?

    /// What the plan says of the checkpoint in a measure: the 辦理事項 that names it, else the items that answer, else
    /// the text.
    public func words(of reference: Reference) -> [PlanText] {
      if state == .stated { return [reference.measure.checkpoints ?? reference.measure.text] }
      return reference.items.isEmpty ? [reference.measure.text] : reference.items.map(\.words)
    }
  }

  /// Every checkpoint of the checklist, in order.
  public let points: [Point]
  /// What stands in 辦理事項 and names nothing.
  public let unknownNames: [UnknownName]

  /// How many checkpoints without an answer are looked for elsewhere; an official checklist has some forty in all.
  private static let mostSearched = 200

  /// Compares a plan with a checklist; `catalog` knows the framework before it, whose words answer nothing either.
  public init(of plan: Plan, checklist: Checklist, catalog: ChecklistCatalog = .builtIn) {
    let groups = plan.placedGroups(checklist: checklist)
    self.init(
      of: plan, groups, checklist: checklist, CheckpointJudge(groups, checklist: checklist, catalog: catalog))
  }

  /// The same, of a plan whose headings were placed in the checklist before.
  package init(of plan: Plan, _ groups: [PlacedGroup], checklist: Checklist, _ judge: CheckpointJudge) {
    let gaps = CheckpointGaps(plan: plan, groups: groups, checklist: checklist)
    var points = checklist.entries.indices.flatMap { entry -> [Point] in
      let checkpoints = checklist.entries[entry].node.checkpoints
      if checkpoints.isEmpty { return [] }
      if let points = judge.points(at: entry) { return points }
      let refusals = judge.written.refusals(at: entry)
      let state = refusals.isEmpty ? gaps.state(of: entry) : .declined
      return checkpoints.enumerated().map { index, checkpoint in
        Point(entry: entry, number: index + 1, checkpoint: checkpoint, state: state, measures: refusals)
      }
    }
    if points.contains(where: { $0.state == .open }) {
      var places = OtherPlaces(plan, groups: groups, restating: judge)
      for index in points.indices.filter({ points[$0].state == .open }).prefix(Self.mostSearched) {
        guard let place = places.answer(to: points[index]) else { continue }
        points[index].state = .otherPlace
        points[index].otherPlace = place
      }
    }
    self.points = points
    unknownNames = judge.written.answered.flatMap(judge.unknownNames)
  }

  /// The number of checkpoints in a state.
  public func count(_ state: State) -> Int { points.count { $0.state == state } }

  /// The number of checkpoints of a status.
  public func count(_ status: Status) -> Int { points.count { $0.state.status == status } }
}
