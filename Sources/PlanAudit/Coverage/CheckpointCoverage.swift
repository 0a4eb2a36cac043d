import PlanModel
import PlanText

/// Which checkpoints (辦理事項) of a checklist a plan answers, and where.
///
/// It tells what can be recognised in the plan, not what the agency does. Only ``State/stated`` is certain, because the
/// plan says so; the others are what a reader of the form would assume, and whoever shows them should say so.
public struct CheckpointCoverage: Sendable {
  /// What is known about a checkpoint, and how. The raw value is the JSON word.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// A measure under the focus names the checkpoint in its 辦理事項.
    case stated
    /// The focus asks for one thing only and has at least one measure.
    case only
    /// The words of a measure under the focus are those of the checkpoint.
    case worded
    /// Nothing under the focus answers it, as far as words can tell.
    case open
    /// All that the plan says under the focus is that it does not apply.
    case declined
    /// The focus only invites more than the others (除上述3項外，可自行提供…), and the plan has no more.
    case optional
    /// The checklist asks that it be written under other headings, where nothing marks it.
    case elsewhere
    /// The plan lacks the heading, but has measures next to its place under headings that the checklist lacks, or under
    /// none.
    case unplaced
    /// The plan has no table of this kind at all.
    case noTable

    /// What it comes to.
    public var status: Status {
      switch self {
      case .stated, .only, .worded: .met
      case .open: .notMet
      case .declined, .optional: .notApplicable
      case .elsewhere, .unplaced, .noTable: .unknown
      }
    }

    /// Whether the box is to be ticked.
    public var isMet: Bool { status == .met }
  }

  /// What a state comes to. The raw value is the JSON word.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Something in the plan answers the checkpoint.
    case met
    /// Nothing that can be recognised answers it. That does not mean that the agency does not do it.
    case notMet
    /// There is nothing to answer.
    case notApplicable
    /// The plan may answer it in a place where it cannot be recognised.
    case unknown
  }

  /// A measure as people refer to it.
  public struct Reference: Sendable {
    /// Its place among the measures of its focus, from 1.
    public let number: Int
    public let measure: Measure
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
    public let state: State
    /// The measures that meet it or, where it is declined, that say so, in the order of the plan.
    public let measures: [Reference]

    /// What the plan says of the checkpoint in a measure: the 辦理事項 that names it, else the text.
    public func words(of reference: Reference) -> PlanText {
      state == .stated ? reference.measure.checkpoints ?? reference.measure.text : reference.measure.text
    }
  }

  /// Every checkpoint of the checklist, in order.
  public let points: [Point]
  /// The measures of each focus that say something, by the entry of the focus.
  public let answers: [Int: [Reference]]

  /// Compares a plan with a checklist.
  public init(of plan: Plan, checklist: Checklist) {
    var answers: [Int: [Reference]] = [:]
    var refusals: [Int: [Reference]] = [:]
    var counts: [Int: Int] = [:]
    let groups = plan.placedGroups(checklist: checklist)
    for place in groups {
      guard let entry = place.focus ?? place.entry else { continue }
      let before = counts[entry] ?? 0
      let measures = place.group.measures.enumerated().map { Reference(number: before + $0 + 1, measure: $1) }
      counts[entry] = before + measures.count
      for measure in measures where !measure.measure.text.string.saysNothing {
        if measure.measure.text.string.saysNotApplicable {
          refusals[entry, default: []].append(measure)
        } else {
          answers[entry, default: []].append(measure)
        }
      }
    }
    self.answers = answers
    let gaps = CheckpointGaps(plan: plan, groups: groups, checklist: checklist)
    points = checklist.entries.indices.flatMap { entry -> [Point] in
      let checkpoints = checklist.entries[entry].node.checkpoints
      if let answers = answers[entry] { return Self.points(of: checkpoints, entry: entry, answers: answers) }
      let refusals = refusals[entry] ?? []
      let state = refusals.isEmpty ? gaps.state(of: entry) : .declined
      return checkpoints.enumerated().map { index, checkpoint in
        Point(entry: entry, number: index + 1, checkpoint: checkpoint, state: state, measures: refusals)
      }
    }
  }

  /// The number of checkpoints in a state.
  public func count(_ state: State) -> Int { points.count { $0.state == state } }

  /// The number of checkpoints of a status.
  public func count(_ status: Status) -> Int { points.count { $0.state.status == status } }

  /// How many measures of a focus are compared with each of its checkpoints word for word; of more, only those that
  /// name a checkpoint count.
  private static let mostCompared = 400

  /// `answers` has at least one measure.
  private static func points(of checkpoints: [CheckPoint], entry: Int, answers: [Reference]) -> [Point] {
    let names = StatedCheckpoints(checkpoints)
    let stated = answers.map { answer in answer.measure.checkpoints.map { names.numbers(in: $0.string) } ?? [] }
    var naming = checkpoints.map { _ -> [Reference] in [] }
    for (answer, numbers) in zip(answers, stated) { for number in numbers { naming[number - 1].append(answer) } }
    // A measure that says what it meets is taken at its word, and meets nothing else.
    let silent = answers.filter { $0.measure.checkpoints == nil }.prefix(mostCompared)
    let words = checkpoints.count > 1 ? silent.map { CheckpointWords($0.measure.text.string) } : []
    return checkpoints.enumerated().map { index, checkpoint in
      func point(_ state: State, _ measures: [Reference]) -> Point {
        Point(entry: entry, number: index + 1, checkpoint: checkpoint, state: state, measures: measures)
      }
      if !naming[index].isEmpty { return point(.stated, naming[index]) }
      if checkpoints.count == 1 { return point(.only, answers) }
      let asked = CheckpointWords(checkpoint.text.string)
      let shares = words.map { asked.share(in: $0) }
      // Next to a measure that takes up the whole wording, one that has a phrase of it is no answer.
      let half = (shares.max() ?? 0) / 2
      let alike = silent.indices.filter {
        shares[$0] >= max(half, asked.hasRun(in: words[$0]) ? 0 : CheckpointWords.leastShare)
      }
      .map { silent[$0] }
      return alike.isEmpty ? point(.open, []) : point(.worded, alike)
    }
  }
}
