import PlanModel
import PlanText

/// Which items of the measures under a focus answer which of its checkpoints.
struct FocusAnswers {
  /// An item that answers.
  struct Answer {
    /// The measure, as an index into those that were given.
    let measure: Int
    let item: MeasureItem
    /// How many words of the checkpoint it has.
    let words: Int
    /// Whether it answers another checkpoint, and speaks of this one on the way.
    var isInPassing = false

    func isOfSameItem(_ other: Answer) -> Bool { measure == other.measure && item.label == other.item.label }
  }

  /// The answers to each checkpoint, in the order of the plan.
  var answers: [[Answer]]
  let measures: [Measure]
  /// The items of the measures that were compared, which are the first of them.
  private(set) var items: [[MeasureItem]] = []
  let words: FocusWords
  let restatement: Restatement
  /// The checkpoint that the number of each measure means (2-1 the second), where a plan counts so.
  private let ownNumbers: OwnNumbers?

  /// How many items of a focus are compared with each of its checkpoints; a list of thousands is no plan.
  static let mostItems = 400

  /// `focus` is its entry in the checklist, `measures` those under it that say something and name no checkpoint.
  init(_ measures: [Measure], to focus: Int, words: FocusWords, wordings: OfficialWordings) {
    self.measures = measures
    self.words = words
    let restatement = Restatement(focus: focus, words: words, wordings: wordings)
    self.restatement = restatement
    var answers = words.boxes.map { _ in [Answer]() }
    var compared = 0
    for (index, measure) in measures.enumerated() where compared < Self.mostItems {
      // Asked only where there are words of an answer, as most items have none.
      lazy var isRestated = restatement.isWhole(measure)
      items.append(MeasureItem.all(of: measure))
      for item in items[index] {
        compared += 1
        if item.onlyLeads { continue }
        let found = words.answered(by: item)
        if found.isEmpty || isRestated || restatement.says(item.words.string) { continue }
        for (box, words, isInPassing) in found {
          answers[box].append(Answer(measure: index, item: item, words: words, isInPassing: isInPassing))
        }
      }
    }
    ownNumbers = OwnNumbers(measures, answers: answers)
    if let ownNumbers { answers = ownNumbers.narrowed(answers, isGeneral: words.boxes.map(\.isGeneral)) }
    self.answers = answers
    giveMarks()
    self.answers = self.answers.map { Self.withoutLeads(Self.withoutPassing($0)) }
    dropWeak()
    if words.boxes.count == 1, !words.boxes[0].asksForFigures { addOthers() }
  }

  /// Whether any measure says something of its own, whatever it answers. Beside a form that is said back, or a refusal, what
  /// the agency does for itself says nothing.
  func hasOwnWords() -> Bool {
    let own = measures.indices.prefix(Self.mostItems).filter { ownItem(of: $0) != nil }
    if own.isEmpty || own.count == measures.count { return !own.isEmpty }
    return own.contains { ownItem(of: $0, where: { !words.searched($0).isRefused }) != nil }
  }

  /// Whether a measure that the plan numbers as one about a checkpoint says something of its own. Where figures are asked
  /// for, words are not enough.
  func hasOwnWords(numbered box: Int) -> Bool {
    guard let ownNumbers, !words.boxes[box].asksForFigures else { return false }
    return measures.indices.contains { ownNumbers.boxes[$0] == box && ownItem(of: $0) != nil }
  }

  /// The first item of a measure that says something which is no form said back and no refusal, of those of some kind.
  func ownItem(
    of measure: Int, where isOfKind: (MeasureItem) -> Bool = { _ in true }
  ) -> MeasureItem? {
    if restatement.isWhole(measures[measure]) { return nil }
    return (items.indices.contains(measure) ? items[measure] : MeasureItem.all(of: measures[measure])).first {
      !$0.onlyLeads && !$0.searched.isRefused && isOfKind($0) && !restatement.says($0.words.string)
    }
  }
}

extension FocusAnswers {
  /// How many times the words of a measure the best answer may have, for both to be answers; and where the measure has more
  /// words of another checkpoint.
  private static let mostStronger = 8
  private static let mostStrongerOfOther = 2

  /// Takes out the measures that have a word of an answer and are about something else: those of which another measure has
  /// many times the words, and for a checkpoint that asks for the focus as a whole those that are about another one.
  private mutating func dropWeak() {
    let strengths = answers.map(Self.strengths)
    // Of each measure the words of the checkpoint that it is most about.
    let most = strengths.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: max) }
    for box in answers.indices {
      guard let best = strengths[box].values.max() else { continue }
      let kept = answers[box].filter { answer in
        let own = strengths[box][answer.measure] ?? 0
        let isMostlyOther = own < most[answer.measure] ?? 0
        if words.boxes[box].isGeneral { return own > 1 || !isMostlyOther }
        return own * (isMostlyOther ? Self.mostStrongerOfOther : Self.mostStronger) >= best
      }
      if !kept.isEmpty { answers[box] = kept }
    }
  }

  /// The most words that an item of each measure has.
  private static func strengths(_ answers: [Answer]) -> [Int: Int] {
    answers.reduce(into: [:]) { $0[$1.measure] = max($0[$1.measure] ?? 0, $1.words) }
  }
}

/// Tells what says the form back from what says something.
struct Restatement {
  let focus: Int
  let words: FocusWords
  let wordings: OfficialWordings

  /// Whether a measure as a whole says the form back, so that no part of it is an answer.
  func isWhole(_ measure: Measure) -> Bool { wordings.restated(by: measure.text.string, at: focus) != nil }

  func says(_ text: String) -> Bool { words.short.says(text) || wordings.restated(by: text, at: focus) != nil }
}

extension FocusAnswers {
  /// What speaks of a checkpoint on the way answers it only where nothing else does.
  private static func withoutPassing(_ answers: [Answer]) -> [Answer] {
    answers.allSatisfy(\.isInPassing) ? answers : answers.filter { !$0.isInPassing }
  }

  /// Where an item answers, what only leads to it need not be named.
  private static func withoutLeads(_ answers: [Answer]) -> [Answer] {
    answers.indices.filter { index in
      guard index + 1 < answers.count else { return true }
      let (lead, next) = (answers[index], answers[index + 1])
      return !(lead.item.leadsToList && lead.measure == next.measure && next.item.label.hasPrefix(lead.item.label))
    }.map { answers[$0] }
  }
}
