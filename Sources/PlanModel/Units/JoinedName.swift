import PlanText

/// A name in a cell of units that may be several: 登記課 測量課, 登記課及測量課. Behind a blank or a dash a unit of lower
/// rank belongs to the one before it: 行政課-研考股.
package struct JoinedName {
  /// The words between names.
  package static let words = ["以及", "及", "與", "暨", weakWord]
  /// Marks that join as words do.
  package static let marks = ["＋", "+", "＆", "&"]
  /// Blanks and dashes, behind which a part of the unit before may stand.
  package static let looseMarks = [" ", "\u{3000}", "\t", "\u{A0}", "-", "－", "–", "—", "─"]
  /// A word that names of places have: 永和, 協和里.
  private static let weakWord = "和"

  /// What stands between two names, the least certain first.
  enum Join: Int {
    case weak
    case loose
    case word
  }

  /// A stretch of the name between joins.
  struct Piece {
    /// In UTF-8.
    let range: Range<Int>
    let words: String
    /// What kind of unit it ends as, if it does.
    let kind: UnitKind?
  }

  /// At least two.
  let pieces: [Piece]
  /// What stands before each piece but the first.
  let joins: [Join]

  /// Nil where nothing joins anything.
  package init?(_ name: String) {
    guard Self.mayBeJoined(name) else { return nil }
    var reading = Reading()
    let scalars = Array(name.unicodeScalars)
    var (index, offset) = (0, 0)
    while index < scalars.count {
      var found = reading.depth == 0 ? Self.join(at: index, of: scalars) : nil
      // 和平區公所
      if found?.join == .weak, reading.isAtStart, Self.join(at: index + 1, of: scalars) == nil { found = nil }
      let length = found?.length ?? 1
      let width = scalars[index..<(index + length)].reduce(0) { $0 + UTF8.width($1) }
      if let found { reading.close(found.join) } else { reading.add(scalars[index], at: offset) }
      (index, offset) = (index + length, offset + width)
    }
    reading.close(.weak)
    guard reading.pieces.count > 1 else { return nil }
    pieces = reading.pieces
    joins = reading.joins
  }

  /// Whether only its end says what kind of unit it is: 資訊及統計室, 永和區公所.
  var isOneName: Bool {
    pieces.dropLast().allSatisfy { $0.kind == nil && !CollectiveUnits.genericKinds.contains($0.words) }
  }

  /// The units that it looks like, by the kinds of unit at the ends of its pieces; nil where it is one.
  var likelyUnits: [Range<Int>]? {
    var units: [(range: Range<Int>, kind: UnitKind?)] = []
    for (index, piece) in pieces.enumerated() {
      if let last = units.last, goesOn(with: index, behind: last.kind) {
        units[units.count - 1] = (last.range.lowerBound..<piece.range.upperBound, piece.kind)
      } else {
        units.append((piece.range, piece.kind))
      }
    }
    return units.count > 1 && units.allSatisfy { $0.kind != nil } ? units.map(\.range) : nil
  }

  private func goesOn(with index: Int, behind kind: UnitKind?) -> Bool {
    if CollectiveUnits.belongsToOneBefore(pieces[index].words) { return true }
    switch joins[index - 1] {
    case .word: return false
    case .weak: return true
    case .loose:
      guard let kind, let next = pieces[index].kind else { return true }
      return kind.rank(of: next) == .lower
    }
  }

  private struct Reading {
    var pieces: [Piece] = []
    var joins: [Join] = []
    private(set) var depth = 0
    private var start = 0
    private var scalars: [Unicode.Scalar] = []
    private var join: Join?
    /// Whether a piece would begin here.
    var isAtStart: Bool { scalars.isEmpty }

    mutating func add(_ scalar: Unicode.Scalar, at offset: Int) {
      if scalars.isEmpty { start = offset }
      scalars.append(scalar)
      if UnitSplitter.opening.contains(scalar) { depth += 1 }
      if UnitSplitter.closing.contains(scalar) { depth = max(0, depth - 1) }
    }

    /// Ends the piece before a join.
    mutating func close(_ next: Join) {
      guard !scalars.isEmpty else {
        if let join, next.rawValue > join.rawValue { self.join = next }
        return
      }
      let words = String(scalars: scalars)
      if let join { joins.append(join) }
      pieces.append(Piece(range: start..<(start + words.utf8.count), words: words, kind: UnitKind(of: words)))
      (scalars, join) = ([], next)
    }
  }

  private static func join(at index: Int, of scalars: [Unicode.Scalar]) -> (length: Int, join: Join)? {
    guard index < scalars.count, starts.contains(scalars[index]) else { return nil }
    return joiners.first { scalars[index...].starts(with: $0.scalars) }.map { ($0.scalars.count, $0.join) }
  }

  /// Whether the characters of a join stand in a name.
  private static func mayBeJoined(_ name: String) -> Bool {
    var found = false
    name.forEachScalar { scalar, _ in found = found || starts.contains(scalar) }
    return found
  }

  private static let joiners: [(scalars: [Unicode.Scalar], join: Join)] =
    words.map { (Array($0.unicodeScalars), $0 == weakWord ? .weak : .word) }
    + marks.map { (Array($0.unicodeScalars), .word) } + looseMarks.map { (Array($0.unicodeScalars), .loose) }
  private static let starts = ScalarSet((words + marks + looseMarks).compactMap(\.unicodeScalars.first))
}
