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
    let windows: RepeatedWindows
  }

  /// Where a window first stands, and in how many paragraphs. There may be as many as characters, so they are kept small.
  private struct Window {
    private let storedPiece: UInt32
    private let storedStart: UInt32
    private var last: UInt32
    /// Two pieces have it, or more than two.
    private(set) var isInTwo = false
    private var isInMore = false

    init(piece: Int, start: Int) {
      storedPiece = UInt32(truncatingIfNeeded: piece)
      storedStart = UInt32(truncatingIfNeeded: start)
      last = storedPiece
    }

    /// The first paragraph that has it.
    var piece: Int { Int(storedPiece) }
    /// Where it begins there.
    var start: Int { Int(storedStart) }

    /// Counts another piece that has it.
    mutating func meet(_ piece: Int) {
      let piece = UInt32(truncatingIfNeeded: piece)
      guard last != piece else { return }
      last = piece
      isInMore = isInMore || isInTwo
      isInTwo = !isInMore
    }
  }

  private static func betweenMeasures(_ plan: PlanIndex) -> [RepeatedClause] {
    let measureTokens = plan.measureTokens
    var reported = MeasurePairs()
    for found in plan.repeats.alike { reported.insert(found.first, found.second) }
    var tokenizer = measureTokens.tokenizer
    var clauses: [RepeatedClause] = []
    var lengths = Array(repeating: 0, count: plan.measures.count)
    // One table of a plan may say in short what another one says at length.
    for measures in plan.measuresByLayout {
      let pieces = pieces(of: measures, in: plan, &tokenizer)
      for piece in pieces { lengths[piece.measure] += piece.tokens.values.count }
      let windows = windows(of: pieces)
      for (number, piece) in pieces.enumerated() {
        var start = 0
        for place in piece.windows.all where place.start >= start {
          // What three measures have in common is a phrase of the house.
          guard let window = windows[place.hash], window.isInTwo, window.piece != number else { continue }
          let other = pieces[window.piece]
          let pair = ClausePair(first: other.tokens, second: piece.tokens, at: (window.start, place.start))
          start = place.start + max(1, pair.length - shortest + 1)
          let shorter = min(lengths[other.measure], lengths[piece.measure])
          guard other.measure != piece.measure, pair.length >= shortest, pair.ownLength >= shortest,
            pair.length >= long || pair.length * 3 >= shorter, !pair.areTwoThings,
            reported.insert(other.measure, piece.measure),
            !isContained(measureTokens[other.measure], measureTokens[piece.measure])
          else { continue }
          clauses.append(
            RepeatedClause(
              first: pair.firstText, second: pair.secondText, measures: (other.measure, piece.measure)))
        }
      }
    }
    return clauses
  }

  /// Whether the shorter of two measures stands in the longer one as a whole, which is for PT608 to say.
  private static func isContained(_ one: Tokens, _ other: Tokens) -> Bool {
    let (a, b) = (one.shingles, other.shingles)
    let isFirst = a.count <= b.count
    let (part, whole) = isFirst ? (a, b) : (b, a)
    return TextRepeats.isContained(part, in: whole) && (isFirst ? one : other).numberShingles.isSubset(of: whole)
  }

  /// The paragraphs of prose in some measures.
  private static func pieces(of measures: [Int], in plan: PlanIndex, _ tokenizer: inout Tokenizer) -> [Piece] {
    let (tokens, texts, paragraphs) = (plan.measureTokens, plan.textPlaces.measures, plan.paragraphs)
    let denseMeasures = plan.denseMeasures
    let shingles = plan.repeats.shingles
    var pieces: [Piece] = []
    pieces.reserveCapacity(measures.count)
    for measure in measures {
      let length = denseMeasures[measure].count
      for paragraph in paragraphs[texts[measure]] where paragraph.paragraph.kind == .prose {
        // Most measures are one paragraph, which has its tokens already.
        let isAll = paragraph.words.count == length
        let tokens = isAll ? tokens[measure] : tokenizer.tokens(of: paragraph.words)
        pieces.append(
          Piece(
            measure: measure, tokens: tokens, windows: RepeatedWindows(in: tokens, length: shortest, shingles)))
      }
    }
    return pieces
  }

  /// Where each window of tokens that may come again first stands, and in how many paragraphs.
  private static func windows(of pieces: [Piece]) -> NumberTable<Window> {
    var filter = RepeatFilter(capacity: pieces.reduce(0) { $0 + $1.windows.count })
    for piece in pieces {
      for window in piece.windows.all { filter.insert(window.hash) }
    }
    var windows = NumberTable<Window>()
    for (number, piece) in pieces.enumerated() {
      for window in piece.windows.all where filter.mayRepeat(window.hash) {
        windows[window.hash, default: Window(piece: number, start: window.start)].meet(number)
      }
    }
    return windows
  }
}
