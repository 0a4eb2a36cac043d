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

  /// The stretches, in the order of their later places.
  static func all(in plan: PlanIndex) -> [RepeatedClause] {
    (betweenMeasures(plan) + RepeatedItems.all(in: plan))
      .sorted { $0.second.range.lowerBound < $1.second.range.lowerBound }
  }

  /// A paragraph of a measure.
  private struct Piece {
    let measure: Int
    let tokens: Tokens
    /// The windows of tokens in it that may stand elsewhere too.
    let windows: [TokenWindow]
  }

  /// The measures as PT608 compares them, made when they are needed.
  private struct WholeMeasures {
    let tokens: MeasureTokens
    private var sets: [Int: (all: ShingleSet, numbers: ShingleSet)] = [:]

    init(_ tokens: MeasureTokens) { self.tokens = tokens }

    /// Whether the shorter of two measures stands in the longer one as a whole, which is for PT608 to say.
    mutating func isContained(_ one: Int, _ other: Int) -> Bool {
      let (a, b) = (sets(of: one), sets(of: other))
      let (part, whole) = a.all.count <= b.all.count ? (a, b) : (b, a)
      return TextRepeats.isContained(part.all, in: whole.all) && part.numbers.isSubset(of: whole.all)
    }

    private mutating func sets(of measure: Int) -> (all: ShingleSet, numbers: ShingleSet) {
      if let known = sets[measure] { return known }
      let made = (tokens[measure].shingles, tokens[measure].numberShingles)
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
    for found in plan.repeats.alike { reported.insert([found.first, found.second].sorted()) }
    var wholes = WholeMeasures(plan.measureTokens)
    var tokenizer = wholes.tokens.tokenizer
    var clauses: [RepeatedClause] = []
    // One table of a plan may say in short what another one says at length.
    for measures in plan.measuresByLayout {
      var lengths: [Int: Int] = [:]
      let pieces = pieces(of: measures, in: plan, &tokenizer)
      for piece in pieces { lengths[piece.measure, default: 0] += piece.tokens.values.count }
      let windows = windows(of: pieces)
      for (number, piece) in pieces.enumerated() {
        var start = 0
        for place in piece.windows where place.start >= start {
          // What three measures have in common is a phrase of the house.
          guard let window = windows[place.hash], window.pieces == 2, window.piece != number else { continue }
          let other = pieces[window.piece]
          let pair = ClausePair(first: other.tokens, second: piece.tokens, at: (window.start, place.start))
          start = place.start + max(1, pair.length - shortest + 1)
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

  /// The paragraphs of prose in some measures.
  private static func pieces(of measures: [Int], in plan: PlanIndex, _ tokenizer: inout Tokenizer) -> [Piece] {
    let (tokens, texts, paragraphs) = (plan.measureTokens, plan.textPlaces.measures, plan.paragraphs)
    let denseMeasures = plan.denseMeasures
    let shingles = plan.repeats.shingles
    var pieces: [Piece] = []
    for measure in measures {
      let length = denseMeasures[measure].count
      for paragraph in paragraphs[texts[measure]] where paragraph.paragraph.kind == .prose {
        // Most measures are one paragraph, which has its tokens already.
        let isAll = paragraph.words.count == length
        let tokens = isAll ? tokens[measure] : tokenizer.tokens(of: paragraph.words)
        pieces.append(
          Piece(
            measure: measure, tokens: tokens, windows: TokenWindow.repeated(in: tokens, length: shortest, shingles)))
      }
    }
    return pieces
  }

  /// Where each window of tokens that may come again first stands, and in how many paragraphs.
  private static func windows(of pieces: [Piece]) -> NumberTable<Window> {
    var filter = RepeatFilter(capacity: pieces.reduce(0) { $0 + $1.windows.count })
    for piece in pieces {
      for window in piece.windows { filter.insert(window.hash) }
    }
    var windows = NumberTable<Window>()
    for (number, piece) in pieces.enumerated() {
      for window in piece.windows where filter.mayRepeat(window.hash) {
        windows[window.hash, default: Window(piece: number, start: window.start)].meet(number)
      }
    }
    return windows
  }
}
