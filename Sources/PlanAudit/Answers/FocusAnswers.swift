import PlanModel
import PlanText
import Synchronization

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
  }

  /// The answers to each checkpoint, in the order of the plan.
  private(set) var answers: [[Answer]]
  private let measures: [Measure]
  /// The items of the measures that were compared, which are the first of them.
  private var items: [[MeasureItem]] = []
  private let words: FocusWords
  private let restatement: Restatement
  /// The checkpoint that the number of each measure means (2-1 the second), where a plan counts so.
  private let ownNumbers: OwnNumbers?

  /// How many items of a focus are compared with each of its checkpoints; a list of thousands is no plan.
  private static let mostItems = 400

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
    self.answers = answers.map { Self.withoutLeads(Self.withoutPassing($0)) }
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
  private func ownItem(
    of measure: Int, where isOfKind: (MeasureItem) -> Bool = { _ in true }
  ) -> MeasureItem? {
    if restatement.isWhole(measures[measure]) { return nil }
    return (items.indices.contains(measure) ? items[measure] : MeasureItem.all(of: measures[measure])).first {
      !$0.onlyLeads && !$0.searched.isRefused && isOfKind($0) && !restatement.says($0.words.string)
    }
  }

  /// Adds the measures that have no word of an answer, where there is one checkpoint: beside an answer those that say
  /// anything, if anything under the focus is one, else those that say whom they serve or how much was done; and without
  /// one, where whatever else is done is asked for, those that say whom they serve. What has one clause says what is bought
  /// or repaired rather than what it is to the public.
  private mutating func addOthers() {
    guard let answering = answers.first, !answering.isEmpty || words.asksForOthers else { return }
    let named = Set(answering.map(\.measure))
    for index in measures.indices.prefix(Self.mostItems) where !named.contains(index) {
      let item = ownItem(of: index) {
        let text = words.searched($0)
        guard text.clauses.count(where: { !$0.isRefused }) > 1 else { return false }
        return answering.isEmpty ? words.namesServed(text) : words.isOpen || words.mayAnswer(text)
      }
      if let item { answers[0].append(Answer(measure: index, item: item, words: 0)) }
    }
    answers[0].sort { $0.measure < $1.measure }
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
private struct Restatement {
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

/// A value that is made when it is first asked for.
private final class Made<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    stored.withLock { stored in
      if let stored { return stored }
      let made = make()
      stored = made
      return made
    }
  }
}

/// The words of the checkpoints of one focus.
struct FocusWords: Sendable {
  let boxes: [BoxWords]
  private let entry: Checklist.Entry
  /// 除外詞 at the headings: what a sentence speaks of that is no service at all.
  private let excluded: WordList
  /// What is none where the public is not named.
  private let housekeeping: Housekeeping

  init(_ entry: Checklist.Entry, excluded: [String]) {
    self.excluded = WordList(excluded)
    let checkpoints = entry.node.checkpoints
    let proposed = checkpoints.contains(where: \.answerWords.isEmpty) ? ProposedWords.of(entry) : []
    boxes = checkpoints.indices.map { index in
      let own = checkpoints[index].answerWords
      return BoxWords(own.isEmpty ? proposed[index] : own)
    }
    housekeeping = Housekeeping(beside: boxes, of: entry)
    self.entry = entry
  }

  /// What tells lines that say the form back. It is made when asked for: most plans need it for few focuses.
  var short: ShortRestatement { madeShort.value { ShortRestatement(entry) } }
  private let madeShort = Made<ShortRestatement>()
  private let madeServed = Made<WordList>()

  /// Whether an item has words of an answer to one checkpoint, whatever else it answers.
  func answers(_ item: MeasureItem, box: Int) -> Bool {
    !boxes[box].match(searched(item), context: item.context).clauses.isEmpty
  }

  /// The words of an item; what is no service at all is refused.
  func searched(_ item: MeasureItem) -> SearchedText {
    housekeeping.refusing(in: item.searched.refusing(sentencesWith: excluded))
  }

  /// Whether a text that has no word of an answer may be one, where there is one checkpoint: it says whom it serves, or how
  /// much was done.
  func mayAnswer(_ text: SearchedText) -> Bool {
    !boxes[0].isBesides(text)
      && (text.clauses.count >= Self.manyClauses && namesServed(text) || EvidenceKind.hasAmount(text))
  }

  /// How many clauses say enough of whom an item serves.
  private static let manyClauses = 4

  private static let mostTelling = 3
  /// How many boxes a focus may have to be compared with its measures. An official checklist has at most ten, and each
  /// costs the time of all items.
  private static let mostBoxes = 100

  /// Whether a focus has so many boxes that nobody made them by hand: its measures are not compared with them.
  var isEndless: Bool { boxes.count > Self.mostBoxes }

  /// Whether there is one checkpoint, and it asks for anything under the focus.
  var isOpen: Bool { boxes.count == 1 && boxes[0].isGeneral }

  /// Whether there is one checkpoint, and it asks for whatever else is done: 其他服務作法.
  var asksForOthers: Bool { isOpen && entry.node.checkpoints[0].text.string.has("其他") }

  /// Whether a text names, and does not refuse, whom it serves.
  func namesServed(_ text: SearchedText) -> Bool {
    !madeServed.value { Housekeeping.served(beside: entry) }.match(text).clauses.isEmpty
  }

  /// The checkpoints that an item answers, as indices: those of which it has the most words. One that asks for the focus as
  /// a whole is answered by the clauses that answer no other.
  func answered(by item: MeasureItem) -> [(box: Int, words: Int, isInPassing: Bool)] {
    let text = searched(item)
    let matches = boxes.map { $0.match(text, context: item.context) }
    // Lists are of different lengths, so that more than a few words tell nothing more.
    let words = matches.map { min($0.words, Self.mostTelling) }
    let most = zip(boxes, words).filter { !$0.0.isGeneral }.map(\.1).max() ?? 0
    let found = boxes.indices.filter { box in
      !boxes[box].isGeneral && !matches[box].clauses.isEmpty && 2 * words[box] >= most
    }
    let taken = found.reduce(into: ClauseSet()) { $0.formUnion(matches[$1].clauses) }
    return boxes.indices.compactMap { box in
      if boxes[box].isGeneral {
        return matches[box].clauses.isSubset(of: taken) ? nil : (box, matches[box].words, false)
      }
      if !found.contains(box) { return nil }
      // The same clauses have plainly more of another, or the figure that another asks for.
      let stronger = found.reduce(into: ClauseSet()) { clauses, other in
        let hasMore = matches[other].words >= matches[box].words + Self.plainlyMore
        let hasFigure = boxes[other].asksForFigures && !boxes[box].asksForFigures
        if hasMore || hasFigure { clauses.formUnion(matches[other].clauses) }
      }
      return (box, matches[box].words, matches[box].clauses.isSubset(of: stronger))
    }
  }

  /// By how many words an item is about one checkpoint rather than another.
  private static let plainlyMore = 3
}

/// The words of the focuses of a checklist, which are the same for all plans. Those of a focus are made when a plan has
/// measures under it.
struct ChecklistWords: Sendable {
  private let checklist: Checklist
  private let made: MadeWords

  /// The checklist keeps what is made, and not what reads it: that holds the checklist, and neither would ever go.
  static func of(_ checklist: Checklist) -> ChecklistWords {
    ChecklistWords(checklist: checklist, made: checklist.memory.value { MadeWords() })
  }

  private final class MadeWords: Sendable {
    let ofEntries = Mutex<[Int: FocusWords]>([:])
  }

  /// The words of a focus, by its entry; nil where it has no checkpoints.
  subscript(index: Int) -> FocusWords? {
    let entry = checklist.entries[index]
    if entry.node.checkpoints.isEmpty { return nil }
    return made.ofEntries.withLock { made in
      if let words = made[index] { return words }
      let excluded = checklist.path(to: index).flatMap { checklist.entries[$0].node.excludedWords }
      let words = FocusWords(entry, excluded: excluded)
      made[index] = words
      return words
    }
  }
}
