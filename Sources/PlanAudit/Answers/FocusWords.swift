import PlanModel
import PlanText
import Synchronization

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

  /// Whether a text is about the checkpoint, and says whom it serves.
  func isForServed(_ text: SearchedText) -> Bool { namesServed(text) && !boxes[0].isBesides(text) }

  /// Whether a text is about the checkpoint, and says whom it serves or how much was done.
  func saysWhatIsDone(_ text: SearchedText) -> Bool {
    (namesServed(text) || EvidenceKind.hasAmount(text)) && !boxes[0].isBesides(text)
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

  /// Whether the first checkpoint asks for whatever else is done: 其他服務作法.
  var asksForOthers: Bool { entry.node.checkpoints[0].text.string.has("其他") }

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
