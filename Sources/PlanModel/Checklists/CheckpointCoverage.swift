/// Which checkpoints (辦理事項) of a checklist a plan answers, and where.
///
/// Only two states are certain: ``State/stated``, because the plan says so, and ``State/open``, where the focus has no measure at all.
/// The others are what a reader of the form would assume, and whoever shows them should say so.
public struct CheckpointCoverage: Sendable {
  /// How it is known that a checkpoint is met. The raw value is the JSON word.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// A measure under the focus names the checkpoint in its 辦理事項.
    case stated
    /// The focus asks for one thing only and has at least one measure.
    case only
    /// The words of a measure under the focus are those of the checkpoint.
    case worded
    /// Nothing under the focus answers it, as far as words can tell.
    case open

    /// Whether the box is to be ticked.
    public var isMet: Bool { self != .open }
  }

  /// A measure as people refer to it.
  public struct Reference: Sendable {
    /// Its place among the measures of its focus, from 1.
    public let number: Int
    /// The measure.
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
    /// The measures that meet it, in the order of the plan.
    public let measures: [Reference]
  }

  /// Every checkpoint of the checklist, in order.
  public let points: [Point]
  /// The measures of each focus that say something, by the entry of the focus.
  public let answers: [Int: [Reference]]

  /// Compares a plan with a checklist.
  public init(of plan: Plan, checklist: Checklist) {
    var answers: [Int: [Reference]] = [:]
    var counts: [Int: Int] = [:]
    for place in plan.placedGroups(checklist: checklist) {
      guard let entry = place.focus ?? place.entry else { continue }
      let before = counts[entry] ?? 0
      let measures = place.group.measures.enumerated().map { Reference(number: before + $0 + 1, measure: $1) }
      counts[entry] = before + measures.count
      answers[entry, default: []] += measures.filter { !$0.measure.text.string.saysNothing }
    }
    self.answers = answers
    points = checklist.entries.indices.flatMap { entry in
      Self.points(of: checklist.entries[entry].node.checkpoints, entry: entry, answers: answers[entry] ?? [])
    }
  }

  /// The number of checkpoints in a state.
  public func count(_ state: State) -> Int { points.count { $0.state == state } }

  private static func points(of checkpoints: [CheckPoint], entry: Int, answers: [Reference]) -> [Point] {
    let stated = answers.map { StatedCheckpoints.numbers(in: $0.measure.checkpoints?.string ?? "", of: checkpoints) }
    // A measure that says what it meets is taken at its word, and meets nothing else.
    let silent = answers.filter { $0.measure.checkpoints == nil }
    let words = checkpoints.count > 1 ? silent.map { CheckpointWords($0.measure.text.string) } : []
    return checkpoints.enumerated().map { index, checkpoint in
      func point(_ state: State, _ measures: [Reference]) -> Point {
        Point(entry: entry, number: index + 1, checkpoint: checkpoint, state: state, measures: measures)
      }
      let naming = zip(answers, stated).filter { $1.contains(index + 1) }.map(\.0)
      if !naming.isEmpty { return point(.stated, naming) }
      if checkpoints.count == 1 { return answers.isEmpty ? point(.open, []) : point(.only, answers) }
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

/// Reads the 辦理事項 of a measure: `1、3`, or the words of checkpoints.
enum StatedCheckpoints {
  /// The numbers, from 1, of the checkpoints that are named. What names none is ignored.
  static func numbers(in text: String, of checkpoints: [CheckPoint]) -> Set<Int> {
    let numbers = text.split { "、，,；; \n\u{3000}".contains($0) }.map { number(in: String($0)) }
    if numbers.allSatisfy({ $0 != nil }) {
      return Set(numbers.compactMap { $0 }.filter { (1...max(1, checkpoints.count)).contains($0) })
    }
    let names = checkpoints.map { fold($0.text.string) }
    var found: Set<Int> = []
    for part in text.split(whereSeparator: { "；;\n".contains($0) }) {
      let key = fold(String(part))
      guard !key.isEmpty else { continue }
      let exact = names.indices.filter { names[$0] == key }
      // Part of the words is enough where only one checkpoint has them.
      let similar =
        exact.isEmpty && key.count >= 4
        ? names.indices.filter { names[$0].contains(key) || key.contains(names[$0]) } : []
      found.formUnion((exact.isEmpty ? (similar.count == 1 ? similar : []) : exact).map { $0 + 1 })
    }
    return found
  }

  /// 3, 第3項, (3) and 三.
  private static func number(in word: String) -> Int? {
    Numeral.value(of: word.filter { !"第項點()（）.".contains($0) })
  }

  private static func fold(_ text: String) -> String {
    String(NameKey(text).text.filter { !"。.,;".contains($0) })
  }
}

/// The ideographs of a text as far as they carry meaning, for comparing what is asked with what is answered.
///
/// This is a guess, tuned on two real plans: it finds measures that take up the wording of a checkpoint, as agencies often write them,
/// and not those that answer it in words of their own. Two texts are alike if the answer has half of the pairs of neighbouring ideographs
/// that the question has, or if they share six ideographs in a row. Words that most checkpoints have (提供, 辦理情形) do not count; a run that
/// has some of them must be of seven.
struct CheckpointWords {
  /// The share of pairs from which on texts are alike.
  static let leastShare = 0.5

  private static let emptyWords: [[Unicode.Scalar]] = [
    "提供", "說明", "辦理", "情形", "機關", "服務", "相關", "作法", "執行", "成效", "其他", "民眾", "案件", "例如",
  ].map { Array($0.unicodeScalars) }
  private static let emptyScalars: Set<Unicode.Scalar> = Set("及的之與應或並等以為於如可得該由".unicodeScalars)
  private static let wordRunLength = 6
  private static let runLength = 7

  private var pairs: Set<[Unicode.Scalar]> = []
  private var runs: Set<[Unicode.Scalar]> = []

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var word: [Unicode.Scalar] = []
    var run: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].properties.isIdeographic else {
        word = []
        run = []
        index += 1
        continue
      }
      let emptyLength = Self.emptyLength(at: index, in: scalars)
      if emptyLength > 0 {
        word = []
      } else {
        word.append(scalars[index])
        if word.count >= 2 { pairs.insert(Array(word.suffix(2))) }
        if word.count >= Self.wordRunLength { runs.insert(Array(word.suffix(Self.wordRunLength))) }
      }
      for scalar in scalars[index..<(index + max(1, emptyLength))] {
        run.append(scalar)
        if run.count >= Self.runLength { runs.insert(Array(run.suffix(Self.runLength))) }
      }
      index += max(1, emptyLength)
    }
  }

  /// How much of these words an answer has, 0 to 1.
  func share(in answer: CheckpointWords) -> Double {
    pairs.isEmpty ? 0 : Double(pairs.intersection(answer.pairs).count) / Double(pairs.count)
  }

  /// Whether an answer has a run of these words as it is.
  func hasRun(in answer: CheckpointWords) -> Bool { !runs.isDisjoint(with: answer.runs) }

  /// The number of ideographs at `index` that say nothing.
  private static func emptyLength(at index: Int, in scalars: [Unicode.Scalar]) -> Int {
    emptyWords.first { scalars[index...].starts(with: $0) }?.count ?? (emptyScalars.contains(scalars[index]) ? 1 : 0)
  }
}
