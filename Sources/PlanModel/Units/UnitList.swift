import PlanText

/// 承辦單位: the units of one cell, as written and one by one.
public struct UnitList: Sendable {
  /// The words of the cell.
  public let text: PlanText
  /// Its units, in order, repeats included. What only fills the cell (「-」, 無) is none.
  public let units: [PlanText]

  /// Splits a cell into units. `known` are names to keep whole although they hold a separator.
  ///
  /// Separators are `；` `;` `、` `，` `,` `/` and line breaks. A collective name keeps its own 、 (各分局、大隊、隊 ;
  /// 各內、外勤單位).
  public init(_ text: PlanText, known: Set<String> = []) {
    self.init(text, words: UnitWords(text.string, known: known))
  }

  package init(_ text: PlanText, words: UnitWords) {
    self.init(text, units: words.units.map { text.part($0.range, is: $0.name) })
  }

  package init(_ text: PlanText, units: [PlanText]) {
    self.text = text
    self.units = units
  }

  /// Whether words or marks in one of the names may join several.
  package var isJoined: Bool { units.contains { JoinedName($0.string) != nil } }
}

/// The words of a cell of units, wherever it stands, and the units in them.
package struct UnitWords {
  package let text: String
  /// The name of each unit, without white space at its ends, and its UTF-8 offsets.
  let units: [(name: String, range: Range<Int>)]
  /// Whether words or marks in one of the names may join several.
  package let isJoined: Bool

  package init(_ text: String, known: Set<String>) {
    self.text = text
    units = UnitSplitter.split(text, known: known)
    isJoined = units.contains { JoinedName($0.name) != nil }
  }
}

/// Splits a cell of units.
package enum UnitSplitter {
  /// Whether a name has a separator in it, so that a cell might be split inside the name.
  package static func isSplit(_ name: String) -> Bool { name.unicodeScalars.contains(where: isSeparator) }

  /// Brackets, inside which nothing parts units.
  static let opening: ScalarSet = "(（[［【〔"
  static let closing: ScalarSet = ")）]］】〕"

  static func split(_ text: String, known: Set<String>) -> [(name: String, range: Range<Int>)] {
    if fillsCell(text) { return [] }
    let bytes = Array(text.utf8)
    let pieces = pieces(of: bytes)
    var units: [(name: String, range: Range<Int>)] = []
    var index = 0
    while index < pieces.count {
      var end = index + 1
      if let length = knownLength(at: index, in: pieces, of: bytes, known: known) {
        end = index + length
      } else if pieces.count > 1, fillsCell(pieces[index].name) {
        index = end
        continue
      } else if continues(pieces[index], at: index, in: pieces) {
        while end < pieces.count, isPartOfCollective(pieces, at: end) { end += 1 }
      }
      let range = WhiteSpace.trimming(pieces[index].range.lowerBound..<pieces[end - 1].range.upperBound, of: bytes)
      units.append((String(decoding: bytes[range], as: UTF8.self), range))
      index = end
    }
    return units
  }

  private struct Piece {
    let name: String
    let range: Range<Int>
    /// The separator before the piece.
    let separator: Unicode.Scalar?
  }

  private static func pieces(of bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var offset = 0
    var start = 0
    var separator: Unicode.Scalar?
    var depth = 0
    func add(upTo end: Int) {
      let dense = String(decoding: bytes[start..<end], as: UTF8.self).withoutWhatShowsNothing
      if !dense.isEmpty { pieces.append(Piece(name: dense, range: start..<end, separator: separator)) }
    }
    while offset < bytes.count {
      let (scalar, next) = bytes.scalar(at: offset)
      if opening.contains(scalar) { depth += 1 }
      if closing.contains(scalar) { depth = max(0, depth - 1) }
      if depth == 0, isSeparator(scalar) {
        add(upTo: offset)
        start = next
        separator = scalar
      }
      offset = next
    }
    add(upTo: offset)
    return pieces
  }

  /// Whether words stand for no unit. A placeholder stands for the one that somebody still has to name.
  private static func fillsCell(_ name: String) -> Bool {
    name.saysNothing && Placeholder.first(in: PlanText(name)) == nil
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "；", ";", "、", "，", ",", "/", "／", "\n": true
    default: false
    }
  }

  /// The number of pieces that make up the longest known name starting here, if there is one of more than one piece.
  private static func knownLength(at index: Int, in pieces: [Piece], of bytes: [UInt8], known: Set<String>) -> Int? {
    guard !known.isEmpty, index + 1 < pieces.count else { return nil }
    let last = min(pieces.count, index + 6)
    for end in stride(from: last, to: index + 1, by: -1) {
      let whole = bytes[pieces[index].range.lowerBound..<pieces[end - 1].range.upperBound]
      if known.contains(String(decoding: whole, as: UTF8.self).withoutWhatShowsNothing) { return end - index }
    }
    return nil
  }

  private static func continues(_ piece: Piece, at index: Int, in pieces: [Piece]) -> Bool {
    CollectiveUnits.isCollective(piece.name) && index + 1 < pieces.count
  }

  private static func isPartOfCollective(_ pieces: [Piece], at index: Int) -> Bool {
    pieces[index].separator == "、" && CollectiveUnits.genericKinds.contains(pieces[index].name)
  }
}

/// Names that stand for several units at once: 各分局、大隊、隊; 本所各課室; 全所.
public enum CollectiveUnits {
  /// Kinds of unit without a name of their own, which after 各… and 、 belong to the collective.
  public static let genericKinds: Set<String> = [
    "局", "分局", "總隊", "大隊", "中隊", "分隊", "小隊", "隊", "科", "室", "課", "處", "所", "組", "股", "中心", "派出所", "分駐所", "單位", "外勤單位",
    "內勤單位", "外勤隊", "機關",
    "學校", "(中)隊", "（中）隊", "課室", "科室", "處室", "局處", "課隊", "課(室)", "課（室）", "科(室)", "科（室）", "站", "里", "區公所",
  ]

  /// Whether a name stands for several units: it begins with 各, 全, 所屬, 相關 or 本…各 (本所各課室, 本局暨所屬各單位), or is
  /// something's 各課室 (所內各課室).
  public static func isCollective(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    if first == "各" || first == "全" || name.begins(with: "所屬") || name.begins(with: "相關") { return true }
    guard let each = name.place(of: "各") else { return false }
    let isOwn = first == "本" && name[..<each.lowerBound].unicodeScalars.count <= longestOwnName
    return isOwn || genericKinds.contains(String(name[each.upperBound...].prefix { $0 != "、" }))
  }

  /// Whether a name says nothing without the one before it: the 大隊 or 所屬單位 of 各分局及大隊, 各分局及所屬單位.
  static func belongsToOneBefore(_ name: String) -> Bool { genericKinds.contains(name) || name.begins(with: "所屬") }

  /// The scalars of 本局暨所屬, and one more: longer names have a name of their own before 各.
  private static let longestOwnName = 6
}
