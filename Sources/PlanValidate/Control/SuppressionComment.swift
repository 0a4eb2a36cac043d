import PlanModel

/// A comment of a plan that speaks to plantool: `<!-- plantool-disable-next-line PT301 -- 理由 -->`.
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
  let names: [PlanText]
  /// What stands behind the separator, if there is one.
  let reason: String?
  /// The line that a comment for the next line is about; nil where no line follows.
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
    let start = word.string.utf8.count
    guard let separator else {
      // Without a separator, words that cannot name a rule are a reason that is not marked as one.
      names = Self.words(in: words.part(start..<bytes.count)).filter { $0.string.utf8.allSatisfy { $0 < 0x80 } }
      reason = nil
      return
    }
    names = Self.words(in: words.part(start..<separator.lowerBound))
    reason = words.part(separator.upperBound..<bytes.count).string.excerpt(.max)
  }

  /// The first `--`, `——` or `：`, as UTF-8 offsets: what divides the rules from the reason. A single `—` and `:` are taken for what they are meant to be.
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
      index += 1
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
