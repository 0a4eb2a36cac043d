import PlanModel
import PlanText

/// The words by which answers to one checkpoint are known, ready to be looked for.
struct BoxWords: Sendable {
  /// One way to answer: a word or some evidence of each group.
  private let lines: [[WordGroup]]
  private let excluded: WordList
  /// Whether it is answered only by what answers no other.
  let isGeneral: Bool

  init(_ words: AnswerWords) {
    let examples = words.examples.isEmpty ? [] : [[WordGroup(SearchedText.bytes(words.examples)[...])]]
    // Evidence is everywhere, and looked for last.
    lines =
      words.keyWords.map { line in
        let groups = WordGroup.line(line)
        return groups.filter { $0.evidence == nil } + groups.filter { $0.evidence != nil }
      } + examples
    excluded = WordList(SearchedText.bytes(words.excluded)[...])
    isGeneral = words.isGeneral
  }

  /// Whether a share, a result or a figure is asked for, so that what has none is no answer whatever it is about.
  var asksForFigures: Bool {
    lines.joined().contains { $0.evidence.map { $0 != .review } ?? false }
  }

  /// Whether what came of something is asked for, as marks are.
  var asksForResults: Bool { lines.joined().contains { $0.evidence == .result } }

  /// Whether a text has a word by which it is no answer.
  func isBesides(_ text: SearchedText) -> Bool { excluded.stands(in: text) }

  /// By what an item answers.
  struct Match {
    /// The clauses of the item; none where it does not answer.
    var clauses = ClauseSet()
    /// How many different words of the box it has.
    var words = 0
  }

  /// By what an item answers. What stands before the item, in the lines that lead to it, may say what it is about, and
  /// that it is about something else; something must be its own.
  func match(_ item: SearchedText, context: SearchedText?) -> Match {
    if excluded.stands(in: item) || context.map(excluded.stands) ?? false { return Match() }
    return lines.reduce(into: Match()) { match, line in
      let own = Self.match(line, in: item, context: context)
      match.clauses.formUnion(own.clauses)
      match.words += own.words
    }
  }

  private static func match(_ line: [WordGroup], in item: SearchedText, context: SearchedText?) -> Match {
    var own: [Match] = []
    for group in line {
      let match = group.match(item)
      // Without the thing that is asked for there is no answer, unless the lines before the item name it.
      if match.clauses.isEmpty {
        guard let context, group.evidence == nil, !group.match(context).clauses.isEmpty else { return Match() }
      }
      own.append(match)
    }
    if own.allSatisfy(\.clauses.isEmpty) { return Match() }
    let things = zip(line, own).filter { $0.0.evidence == nil }.map(\.1)
    let sentences = Set(things.flatMap(\.clauses.numbers).map { item.clauses[$0].sentence })
    // Evidence counts where the thing itself is spoken of, or else in the sentence behind it; and the thing where there
    // is evidence.
    var shown = sentences
    for (group, match) in zip(line, own) where group.evidence != nil && !sentences.isEmpty {
      let evident = Set(match.clauses.numbers.map { item.clauses[$0].sentence })
      let beside = shown.intersection(evident)
      shown = beside.isEmpty ? shown.filter { evident.contains($0 + 1) } : beside
      if shown.isEmpty { return Match() }
    }
    var whole = own.reduce(into: Match()) { match, group in
      match.clauses.formUnion(group.clauses)
      match.words += group.words
    }
    if shown.count < sentences.count { whole.clauses.keep { shown.contains(item.clauses[$0].sentence) } }
    // A word that is enough alone tells as much as two that are asked for together.
    if line.count == 1 { whole.words *= 2 }
    return whole
  }

  /// Does something with the shape of each of its words.
  func forEachShape(_ body: (WordList.Shape) -> Void) {
    for line in lines { for group in line { group.forEachShape(body) } }
  }

  /// Whether a line under another heading may answer. There the heading does not say what a line is about, so one clause has
  /// to have all that is asked for, and a word that does not stand everywhere. Of the plan's own aims and steps, which are
  /// under no focus, a sentence is enough, and a figure as telling as such a word.
  func isAnsweredElsewhere(by text: SearchedText, isUnderFocus: Bool = true) -> Bool {
    if isGeneral || excluded.stands(in: text) { return false }
    lazy var hasFigures = !EvidenceKind.figures.clauses(of: text).isEmpty
    return lines.contains { line in
      if !isUnderFocus, line.count > 1, hasFigures {
        return Self.hasAll(of: line, in: text)
      }
      let least = line.count > 1 ? Self.leastBeside : Self.leastAlone
      var all: ClauseSet?
      for group in line {
        let clauses = group.match(text).clauses
        if all == nil { all = clauses } else { all?.formIntersection(clauses) }
        if all?.isEmpty ?? true { return false }
      }
      return line.contains { $0.match(text, leastLength: least).words > 0 }
    }
  }

  /// Whether a sentence has a word or the evidence of each group.
  private static func hasAll(of line: [WordGroup], in text: SearchedText) -> Bool {
    var all: Set<Int>?
    for group in line {
      let sentences = Set(group.match(text).clauses.numbers.map { text.clauses[$0].sentence })
      all = all?.intersection(sentences) ?? sentences
      if all?.isEmpty ?? true { return false }
    }
    return true
  }

  /// The lines that may answer it from under another heading, among those of an index.
  func mayBeAnsweredElsewhere(in index: PairIndex) -> PairIndex.Texts {
    var found = index.none
    if isGeneral { return found }
    for line in lines {
      // A word of any group, and of each group a word or its evidence.
      let least = line.count > 1 ? 0 : Self.leastAlone
      var all = index.none
      for group in line { all.formUnion(group.texts(in: index, leastLength: least)) }
      for group in line where group.evidence == nil { all.formIntersection(group.texts(in: index)) }
      found.formUnion(all)
    }
    return found
  }

  /// Four characters alone, three beside what else is asked for, in bytes.
  private static let leastAlone = 12
  private static let leastBeside = 9
}

/// Words of which one is enough, or evidence of some kind.
struct WordGroup: Sendable {
  private let words: WordList
  /// The evidence that it asks for.
  let evidence: EvidenceKind?

  /// The words of a list in the form of ``SearchedText``.
  init(_ list: ArraySlice<UInt8>) {
    let words = WordList(list)
    evidence = EvidenceKind.asked(for: words)
    self.words = words
  }

  /// The groups of a line of key words, between which stands a semicolon.
  static func line(_ text: String) -> [WordGroup] {
    SearchedText.bytes(text).split(separator: UInt8(ascii: ";")).map { WordGroup($0) }
  }

  func forEachShape(_ body: (WordList.Shape) -> Void) { words.forEachShape(body) }

  /// The texts of an index that may have one of its words of at least so many bytes.
  func texts(in index: PairIndex, leastLength: Int = 0) -> PairIndex.Texts {
    var found = index.none
    words.forEachPair(leastLength: leastLength) { index.add($0, to: &found) }
    return found
  }

  /// The clauses of a text that have it, by words of at least so many bytes.
  func match(_ text: SearchedText, leastLength: Int = 0) -> BoxWords.Match {
    var match = words.match(text, leastLength: leastLength)
    if let evidence { match.clauses.formUnion(evidence.clauses(of: text)) }
    return match
  }
}
