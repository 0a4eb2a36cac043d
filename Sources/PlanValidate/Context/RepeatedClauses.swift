import PlanModel
import PlanText

/// A stretch of text that stands in two measures of one table, or in two items of one list.
struct RepeatedClause: Sendable {
  /// The earlier place.
  let first: PlanText
  /// The later one.
  let second: PlanText
  /// The measures, as indices into ``PlanIndex/measures``, where the stretch stands in two of them; nil where it stands
  /// in two items of one list.
  let measures: (first: Int, second: Int)?
}

/// Finds repeated stretches in time that grows linearly with the plan.
enum RepeatedClauses {
  /// Shorter stretches are phrases that everybody uses.
  private static let shortest = 18
  /// From this length on a stretch is worth a word in a measure of any length; a shorter one must be a third of the
  /// shorter measure.
  private static let long = 30
  /// Items of a list that hold another one whole.
  private static let shortestItem = 14
  /// A window is looked up at most so often.
  private static let mostPlaces = 4

  /// The stretches, in the order of their later places.
  static func all(in plan: PlanIndex) -> [RepeatedClause] {
    (betweenMeasures(plan) + withinLists(plan)).sorted { $0.second.range.lowerBound < $1.second.range.lowerBound }
  }

  // MARK: Measures

  /// A paragraph of a measure.
  private struct Piece {
    let measure: Int
    let tokens: Tokens
  }

  /// The measures as PT608 compares them, made when they are needed.
  private struct WholeMeasures {
    private let plan: PlanIndex
    private var sets: [Int: (all: ShingleSet, numbers: ShingleSet)] = [:]

    init(_ plan: PlanIndex) { self.plan = plan }

    /// Whether the shorter of two measures stands in the longer one as a whole, which is for PT608 to say.
    mutating func isContained(_ one: Int, _ other: Int) -> Bool {
      let (a, b) = (sets(of: one), sets(of: other))
      let (part, whole) = a.all.count <= b.all.count ? (a, b) : (b, a)
      return MeasureRepeats.isContained(part.all, in: whole.all) && part.numbers.isSubset(of: whole.all)
    }

    private mutating func sets(of measure: Int) -> (all: ShingleSet, numbers: ShingleSet) {
      if let known = sets[measure] { return known }
      let made = (plan.measureShingles[measure], plan.measureTokens[measure].numberShingles)
      sets[measure] = made
      return made
    }
  }

  private struct Window {
    let piece: Int
    let start: Int
    private(set) var pieces = 1
    private var last: Int

    init(piece: Int, start: Int) {
      self.piece = piece
      self.start = start
      last = piece
    }

    /// Counts another piece that has it.
    mutating func meet(_ piece: Int) {
      guard last != piece else { return }
      pieces += 1
      last = piece
    }
  }

  private static func betweenMeasures(_ plan: PlanIndex) -> [RepeatedClause] {
    var reported: Set<[Int]> = []
    for found in plan.repeats { reported.insert([found.first, found.second].sorted()) }
    let layouts = plan.measures.map { plan.groups[$0.group].layout }
    var tokenizer = plan.tokenizer
    var wholes = WholeMeasures(plan)
    var clauses: [RepeatedClause] = []
    // One table of a plan may say in short what another one says at length.
    for layout in TableLayout.allCases where layouts.contains(layout) {
      var pieces: [Piece] = []
      var lengths: [Int: Int] = [:]
      for index in plan.measures.indices where layouts[index] == layout {
        let text = plan.measures[index].measure.text
        for paragraph in Paragraph.prose(in: text) {
          let words = paragraph.item.words
          // Most measures are one paragraph, which has its tokens already.
          let isAll = words.string.utf8.count == text.string.utf8.count
          let tokens = isAll ? plan.measureTokens[index] : tokenizer.tokens(of: words)
          lengths[index, default: 0] += tokens.values.count
          pieces.append(Piece(measure: index, tokens: tokens))
        }
      }
      let windows = windows(of: pieces)
      for (number, piece) in pieces.enumerated() {
        let hashes = WindowHashes(piece.tokens.values[...], length: shortest)
        var start = 0
        while start < hashes.count {
          // What three measures have in common is a phrase of the house.
          guard let window = windows[hashes[start]], window.pieces == 2, window.piece != number else {
            start += 1
            continue
          }
          let other = pieces[window.piece]
          let pair = Pair(first: other.tokens, second: piece.tokens, at: (window.start, start))
          start += max(1, pair.length - shortest + 1)
          let shorter = min(lengths[other.measure] ?? 0, lengths[piece.measure] ?? 0)
          guard other.measure != piece.measure, pair.length >= shortest, pair.ownLength >= shortest,
            pair.length >= long || pair.length * 3 >= shorter, !pair.areTwoThings,
            reported.insert([other.measure, piece.measure].sorted()).inserted,
            !wholes.isContained(other.measure, piece.measure)
          else { continue }
          clauses.append(
            RepeatedClause(
              first: pair.firstText, second: pair.secondText, measures: (other.measure, piece.measure)))
        }
      }
    }
    return clauses
  }

  /// Where each window of tokens that may come again first stands, and in how many paragraphs.
  private static func windows(of pieces: [Piece]) -> NumberTable<Window> {
    var filter = RepeatFilter(capacity: pieces.reduce(0) { $0 + $1.tokens.values.count })
    for piece in pieces {
      let hashes = WindowHashes(piece.tokens.values[...], length: shortest)
      for start in 0..<hashes.count { filter.insert(hashes[start]) }
    }
    var windows = NumberTable<Window>()
    for (number, piece) in pieces.enumerated() {
      let hashes = WindowHashes(piece.tokens.values[...], length: shortest)
      for start in 0..<hashes.count where filter.mayRepeat(hashes[start]) {
        let first = Window(piece: number, start: start)
        windows[hashes[start], default: first].meet(number)
      }
    }
    return windows
  }

  /// Two texts that are alike from a place on.
  private struct Pair {
    let first: Tokens
    let second: Tokens
    let at: (first: Int, second: Int)
    let length: Int

    init(first: Tokens, second: Tokens, at: (Int, Int)) {
      self.first = first
      self.second = second
      self.at = at
      length = zip(first.values[at.0...], second.values[at.1...]).prefix { $0 == $1 }.count
    }

    var firstText: PlanText { first.part(at.first..<(at.first + length)) }
    var secondText: PlanText { second.part(at.second..<(at.second + length)) }

    /// The tokens that are neither quoted nor the title of a law or a plan, which two measures may well cite.
    var ownLength: Int {
      var (own, clause, previousEnd) = (0, 0, -1)
      let range = at.second..<(at.second + length)
      for index in range where !second.isQuoted[index] {
        let offsets = second.offsets(of: index)
        if offsets.lowerBound != previousEnd {
          own += clause
          clause = 0
        }
        clause += 1
        previousEnd = offsets.upperBound
        if index > range.lowerBound,
          RepeatedClauses.titleEndings.contains([second.values[index - 1], second.values[index]])
        {
          clause = 0
        }
      }
      return own + clause
    }

    /// Whether the texts speak of two things of one family: 四聯單於2小時內…, 三聯單於8小時內….
    var areTwoThings: Bool {
      let before = (at.first - 1, at.second - 1)
      if before.0 >= 0, before.1 >= 0, first.isNumber[before.0] || second.isNumber[before.1] { return true }
      let after = (at.first + length, at.second + length)
      if after.0 < first.values.count, after.1 < second.values.count,
        first.isNumber[after.0] || second.isNumber[after.1]
      {
        return true
      }
      if hasParallelBeginnings { return true }
      // The same sentence with another word in one place.
      let (head, tail) = Tokens.commonEnds(first, second)
      let middles = (first.values.count - head - tail, second.values.count - head - tail)
      return min(middles.0, middles.1) > 0 && max(middles.0, middles.1) <= 8
        && (head + tail) * 4 >= 3 * max(first.values.count, second.values.count)
    }

    private var hasParallelBeginnings: Bool {
      guard at.first + length == first.values.count, at.second + length == second.values.count,
        max(at.first, at.second) <= RepeatedClauses.longestBeginning,
        min(at.first, at.second) * 5 >= max(at.first, at.second) * 3
      else { return false }
      let words = Set(first.values[..<at.first])
      let common = second.values[..<at.second].count(where: words.contains)
      // With hardly a word that differs they are one sentence again.
      return common * 5 >= at.second * 2 && common * 5 < at.second * 4
    }
  }

  /// What two texts of one family have before a common end is nearly as long and in good part the same:
  /// 辦理幼兒疫苗接種，由護理人員…, 辦理長者疫苗接種，由醫師….
  private static let longestBeginning = 24

  /// The last two characters of titles.
  private static let titleEndings: Set<[UInt32]> = Set(
    ["要點", "辦法", "事項", "計畫", "方案", "規則", "條例", "須知", "手冊"].map { $0.unicodeScalars.map(\.value) })

  // MARK: Items of one list

  private static func withinLists(_ plan: PlanIndex) -> [RepeatedClause] {
    var tokenizer = Tokenizer()
    return plan.listTexts.flatMap { text -> [RepeatedClause] in
      let items = Paragraph.prose(in: text).filter { !$0.leadsToList }
      return items.count < 2 ? [] : contained(items.map { Item(tokenizer.tokens(of: $0.item.words)) })
    }
  }

  /// An item as items are compared: without what is quoted, for the name of a form or site alone does not make another
  /// sentence.
  private struct Item {
    let tokens: Tokens
    /// The tokens outside quotation marks, as indices.
    let places: [Int]
    let values: [UInt32]

    init(_ tokens: Tokens) {
      self.tokens = tokens
      let places = tokens.values.indices.filter { !tokens.isQuoted[$0] }
      self.places = places
      values = places.map { tokens.values[$0] }
    }
  }

  private static func contained(_ items: [Item]) -> [RepeatedClause] {
    // An item stands in another one only from a window on that is its own first.
    let firsts = items.map { WindowHashes($0.values.prefix(shortestItem), length: shortestItem) }
    var windows = NumberTable<[(item: Int, start: Int)]>(capacity: items.count)
    for first in firsts where first.count > 0 { windows[first[0], default: []] = [] }
    for (number, item) in items.enumerated() {
      let hashes = WindowHashes(item.values[...], length: shortestItem)
      for start in 0..<hashes.count where windows[hashes[start]].map({ $0.count < mostPlaces }) ?? false {
        windows[hashes[start], default: []].append((number, start))
      }
    }
    var clauses: [RepeatedClause] = []
    for (number, item) in items.enumerated() {
      guard firsts[number].count > 0 else { continue }
      let holders = (windows[firsts[number][0]] ?? []).filter { place in
        place.item != number && isWhole(item, in: items[place.item], from: place.start)
          // Of two that are the same, the later one is reported.
          && (items[place.item].values.count > item.values.count || place.item < number)
      }
      // A family of items that are alike is none too many.
      guard holders.count == 1, let holder = holders.first else { continue }
      let other = items[holder.item]
      let range = other.places[holder.start]..<(other.places[holder.start + item.values.count - 1] + 1)
      let (own, there) = (item.tokens.part(item.tokens.values.indices), other.tokens.part(range))
      clauses.append(
        holder.item < number
          ? RepeatedClause(first: there, second: own, measures: nil)
          : RepeatedClause(first: own, second: there, measures: nil))
    }
    return clauses
  }

  private static func isWhole(_ item: Item, in other: Item, from start: Int) -> Bool {
    let end = start + item.values.count
    guard end <= other.values.count, other.values[start..<end].elementsEqual(item.values) else { return false }
    let range = other.places[start]..<(other.places[end - 1] + 1)
    // With other names in quotation marks two items that begin alike are two of a family.
    return other.tokens.values[range].elementsEqual(item.tokens.values) || range.lowerBound >= 4
  }
}

extension PlanIndex {
  /// The texts that may hold lists: the measures, the sections in free words and the cells of the survey.
  fileprivate var listTexts: [PlanText] {
    measures.map(\.measure.text)
      + plan.sections.flatMap { section -> [PlanText] in
        if case .narrative(let text) = section.content { return [text] }
        return []
      } + surveyRows.map(\.text)
  }
}

/// A number for each window of some tokens, made in one pass.
private struct WindowHashes {
  private let hashes: [UInt64]

  init(_ values: ArraySlice<UInt32>, length: Int) {
    guard values.count >= length else {
      hashes = []
      return
    }
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    let power = (1..<length).reduce(into: UInt64(1)) { power, _ in power = power &* base }
    var hashes: [UInt64] = []
    var hash: UInt64 = 0
    hashes.reserveCapacity(values.count - length + 1)
    for (index, value) in values.enumerated() {
      if index >= length { hash = hash &- UInt64(values[values.startIndex + index - length]) &* power }
      hash = hash &* base &+ UInt64(value)
      if index >= length - 1 { hashes.append(hash) }
    }
    self.hashes = hashes
  }

  var count: Int { hashes.count }

  subscript(index: Int) -> UInt64 { hashes[index] }
}
