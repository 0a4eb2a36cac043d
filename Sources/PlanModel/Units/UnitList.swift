/// 承辦單位: the units of one cell, as written and one by one.
public struct UnitList: Sendable {
  /// The words of the cell.
  public let text: PlanText
  /// Its units, in order, repeats included.
  public let units: [PlanText]

  /// Splits a cell into units. `known` are names to keep whole although they hold a separator.
  ///
  /// Separators are `；` `;` `、` `，` `,` `/` and line breaks. A collective name keeps its own 、 (各分局、大隊、隊 ; 各內、外勤單位).
  public init(_ text: PlanText, known: Set<String> = []) {
    self.text = text
    self.units = UnitSplitter.split(text, known: known)
  }
}

/// Splits a cell of units.
enum UnitSplitter {
  static func split(_ text: PlanText, known: Set<String>) -> [PlanText] {
    let pieces = pieces(of: text)
    var units: [PlanText] = []
    var index = 0
    while index < pieces.count {
      var end = index + 1
      if let length = knownLength(at: index, in: pieces, of: text, known: known) {
        end = index + length
      } else if continues(pieces[index], at: index, in: pieces) {
        while end < pieces.count, isPartOfCollective(pieces, at: end) { end += 1 }
      }
      let unit = text.part(pieces[index].range.lowerBound..<pieces[end - 1].range.upperBound).trimmed
      if !unit.isBlank { units.append(unit) }
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

  private static func pieces(of text: PlanText) -> [Piece] {
    var pieces: [Piece] = []
    var offset = 0
    var start = 0
    var separator: Unicode.Scalar?
    var depth = 0
    func add(upTo end: Int) {
      let bytes = text.string.utf8
      let lower = bytes.index(bytes.startIndex, offsetBy: start)
      let name = String(decoding: bytes[lower..<bytes.index(lower, offsetBy: end - start)], as: UTF8.self)
      let dense = String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.isWhiteSpace }))
      if !dense.isEmpty { pieces.append(Piece(name: dense, range: start..<end, separator: separator)) }
    }
    for scalar in text.string.unicodeScalars {
      let width = UTF8.width(scalar)
      if scalar == "(" || scalar == "（" { depth += 1 }
      if scalar == ")" || scalar == "）" { depth = max(0, depth - 1) }
      if isSeparator(scalar), depth == 0 {
        add(upTo: offset)
        start = offset + width
        separator = scalar
      }
      offset += width
    }
    add(upTo: offset)
    return pieces
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { "；;、，,/／\n".unicodeScalars.contains(scalar) }

  /// The number of pieces that make up the longest known name starting here, if there is one of more than one piece.
  private static func knownLength(at index: Int, in pieces: [Piece], of text: PlanText, known: Set<String>) -> Int? {
    guard !known.isEmpty else { return nil }
    let last = min(pieces.count, index + 6)
    for end in stride(from: last, to: index + 1, by: -1) {
      let whole = text.part(pieces[index].range.lowerBound..<pieces[end - 1].range.upperBound).string
      if known.contains(String(String.UnicodeScalarView(whole.unicodeScalars.filter { !$0.isWhiteSpace }))) {
        return end - index
      }
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

/// Names that stand for several units at once: 各分局、大隊、隊; 各內、外勤單位; 全所.
public enum CollectiveUnits {
  /// Kinds of unit without a name of their own, which after 各… and 、 belong to the collective.
  public static let genericKinds: Set<String> = [
    "局", "分局", "總隊", "大隊", "中隊", "分隊", "小隊", "隊", "科", "室", "課", "處", "所", "組", "股", "中心", "派出所", "分駐所", "單位", "外勤單位",
    "內勤單位", "外勤隊", "機關",
    "學校", "(中)隊", "（中）隊", "課室", "科室", "里", "區公所",
  ]

  /// Whether a name stands for several units: it begins with 各, 全, 所屬 or 本…各.
  public static func isCollective(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return first == "各" || first == "全" || name.hasPrefix("所屬") || name.hasPrefix("相關") || name.hasPrefix("本局各")
  }
}
