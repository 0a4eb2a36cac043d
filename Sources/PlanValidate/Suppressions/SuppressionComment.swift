import PlanText

/// A comment of a plan that speaks to plantool: `<!-- plantool-disable-next-line PT301 -- 理由 -->`.
///
/// Words in quotation marks narrow it to the lines that have them, which is how one row of a table is meant: a table
/// has no room for comments between its rows, and the words go where the row goes.
struct SuppressionComment: Sendable {
  /// What such a comment can begin with.
  enum Directive: String, Sendable, CaseIterable {
    /// For the next line that is neither blank nor a comment.
    case nextLine = "plantool-disable-next-line"
    /// From here on.
    case disable = "plantool-disable"
    /// No longer.
    case enable = "plantool-enable"
    /// For the whole file.
    case file = "plantool-disable-file"
  }

  /// The beginning of the comments that are meant for plantool.
  static let prefix = "plantool-"

  /// The whole comment.
  let range: SourceRange
  /// Its first word.
  let word: PlanText
  /// The rules that it names, as they are written.
  private(set) var names: [PlanText]
  /// The quoted words; where there are any, it is about the lines that have one of them.
  let words: [PlanText]
  /// What stands behind the separator, if there is one.
  let reason: String?
  /// From where it counts: its own place or, in JSON, where what it stands before begins.
  var position: Int
  /// The line that a comment for the next line is about, in JSON the entry; nil where none follows.
  var target: Int?

  /// What the comment asks for; nil where its first word is none that plantool knows.
  var directive: Directive? { Directive(rawValue: word.string.lowercased()) }
  /// Whether there is a reason that says something. A comment that ends a stretch needs none.
  var isReasoned: Bool { directive == .enable || !(reason ?? "").saysNothing }

  /// The comment that is between `<!--` and `-->`, if it is meant for plantool.
  init?(_ content: PlanText, range: SourceRange) {
    let words = content.trimmed
    let bytes = Array(words.string.utf8)
    // Comments for people are by far the most, so that they are told apart first.
    guard bytes.count >= Self.prefix.utf8.count,
      zip(bytes, Self.prefix.utf8).allSatisfy({ $0 >= 0x20 && $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    let separator = Self.separator(in: bytes)
    let end = bytes.firstIndex { $0 <= 0x20 || $0 >= 0x80 } ?? bytes.count
    word = words.part(0..<min(end, separator?.lowerBound ?? end))
    self.range = range
    position = range.lowerBound
    let start = word.string.utf8.count
    let scope = words.part(start..<(separator?.lowerBound ?? bytes.count))
    (names, self.words) = Self.divided(scope)
    guard let separator else {
      // Without a separator, words that cannot name a rule are a reason that is not marked as one.
      names.removeAll { !$0.string.utf8.allSatisfy { $0 < 0x80 } }
      reason = nil
      return
    }
    reason = words.part(separator.upperBound..<bytes.count).string.excerpt(.max)
  }

  /// The first `--`, `——` or `：` outside quotation marks, as UTF-8 offsets: what divides the rules from the reason. A
  /// single `—` and `:` are taken for what they are meant to be.
  private static func separator(in bytes: [UInt8]) -> Range<Int>? {
    var index = 0
    while index < bytes.count {
      if let width = separatorWidth(at: index, in: bytes) {
        var end = index + width
        while end < bytes.count, let next = separatorWidth(at: end, in: bytes) ?? (bytes[end] == hyphen ? 1 : nil) {
          end += next
        }
        return index..<end
      }
      index = quoted(at: index, in: bytes)?.end ?? index + 1
    }
    return nil
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func separatorWidth(at index: Int, in bytes: [UInt8]) -> Int? {
    if bytes[index] == UInt8(ascii: ":") { return 1 }
    guard bytes[index] == hyphen || bytes[index] >= 0x80 else { return nil }
    let rest = bytes[index...]
    if rest.starts(with: "--".utf8) { return 2 }
    return rest.starts(with: "—".utf8) || rest.starts(with: "：".utf8) ? 3 : nil
  }

  private static let quotationMarks: [(open: [UInt8], close: [UInt8])] = [("「", "」"), ("“", "”"), ("\"", "\"")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }

  /// The words inside the quotation marks that open at an offset, and where the closing one ends; nil where nothing is
  /// quoted.
  private static func quoted(at index: Int, in bytes: [UInt8]) -> (words: Range<Int>, end: Int)? {
    // Words are short; a mark that nothing closes must not be looked for over and over.
    let limit = min(bytes.count, index + longestWords * 4 + 8)
    guard let marks = quotationMarks.first(where: { bytes[index..<limit].starts(with: $0.open) }) else { return nil }
    let start = index + marks.open.count
    var end = start
    while end < limit, !bytes[end..<limit].starts(with: marks.close) { end += 1 }
    guard end < limit, bytes[start..<end].contains(where: { $0 > 0x20 }) else { return nil }
    return (start..<end, end + marks.close.count)
  }

  /// More quoted characters than this are not taken for words that name a line.
  static let longestWords = 40

  /// The names of rules and the quoted words among them.
  private static func divided(_ scope: PlanText) -> (names: [PlanText], words: [PlanText]) {
    let bytes = Array(scope.string.utf8)
    var names: [PlanText] = []
    var words: [PlanText] = []
    var (start, index) = (0, 0)
    while index < bytes.count {
      guard let quoted = quoted(at: index, in: bytes) else {
        index += 1
        continue
      }
      names += self.words(in: scope.part(start..<index))
      words.append(scope.part(quoted.words))
      index = quoted.end
      start = index
    }
    return (names + self.words(in: scope.part(start..<bytes.count)), words)
  }

  /// The words between commas, 、 and white space.
  private static func words(in text: PlanText) -> [PlanText] {
    var words: [PlanText] = []
    var start: Int?
    var offset = 0
    func close(_ end: Int) {
      if let from = start { words.append(text.part(from..<end)) }
      start = nil
    }
    for scalar in text.string.unicodeScalars {
      if scalar == "," || scalar == "，" || scalar == "、" || scalar.properties.isWhitespace {
        close(offset)
      } else if start == nil {
        start = offset
      }
      offset += UTF8.width(scalar)
    }
    close(offset)
    return words
  }
}
