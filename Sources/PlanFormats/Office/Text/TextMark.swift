import PlanText

/// What a line begins with that is no word of it: `#` of a heading, a bullet.
struct TextMark {
  let words: String
  /// The level of a heading, from 1.
  let level: Int?
  let isBullet: Bool

  init(_ text: String) {
    let trimmed = text.trimmingWhiteSpace()
    let hashes = trimmed.prefix { $0 == "#" }.count
    if (1...6).contains(hashes), trimmed.dropFirst(hashes).first == " " {
      words = String(trimmed.dropFirst(hashes)).trimmingWhiteSpace()
      (level, isBullet) = (hashes, false)
      return
    }
    level = nil
    guard let first = trimmed.unicodeScalars.first, "-*+•●▪■◆➢．·".unicodeScalars.contains(first) else {
      (words, isBullet) = (trimmed, false)
      return
    }
    let rest = trimmed.unicodeScalars.dropFirst()
    let isASCII = first.isASCII
    guard let next = rest.first, !isASCII || next == " " || next == "\t" else {
      (words, isBullet) = (trimmed, false)
      return
    }
    words = String(String.UnicodeScalarView(rest)).trimmingWhiteSpace()
    // 「- 一、」 is an item with a number of its own.
    isBullet = Label.read(at: words) == nil
  }
}
