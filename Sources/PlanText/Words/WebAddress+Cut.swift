extension WebAddress {
  /// Whether an address goes on behind the place where its own characters end: what is left of it leads somewhere else.
  ///
  /// It is broken off by a line break or an ellipsis, or something follows that cannot stand in an address and was yet
  /// meant to: Chinese between parts of it, a full-width slash, a character that nobody sees. Chinese right behind an
  /// address is a sentence: 網址https://www.gov.tw查詢.
  ///
  /// - Parameters:
  ///   - scheme: the scalars of the scheme.
  ///   - last: the end of the address without the punctuation behind it.
  ///   - end: the end with that punctuation.
  static func isCut(behind scheme: Range<Int>, last: Int, end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let own = scalars[scheme.upperBound..<last]
    // Two characters of a percent sign's three, or one.
    if own.suffix(2).contains("%") { return true }
    let punctuation = scalars[last..<end]
    if punctuation.count(where: { $0 == "." }) > 1 { return true }
    guard end < scalars.count else { return false }
    let next = scalars[end]
    if isEllipsis(next) || next.properties.isDefaultIgnorableCodePoint { return true }
    if next == "\n" || next == "\r" {
      return punctuation.isEmpty && continuesOnNextLine(scalars[end...].drop { $0 == "\n" || $0 == "\r" })
    }
    if next.properties.isAlphabetic || next.properties.numericType != nil {
      guard punctuation.isEmpty else { return punctuation.last == "." || punctuation.last == "?" }
      // 影片網址：https://www.example.gov.tw/videos/12/實施宣導 has an address that is whole, as far as anybody can
      // see.
      let isWhole = own.last.map { isWordCharacter($0) || $0 == "/" || $0 == ")" } ?? false
      let rest = scalars[end...].drop { $0.properties.isIdeographic }
      return !isWhole || !next.properties.isIdeographic || (rest.first.map(continues) ?? false)
    }
    if "／．＝＆＿＃％－～＋＠＼\\|^{`".unicodeScalars.contains(next) { return true }
    // ：8080 and ？a=1 were meant as part of the address; before words they are punctuation.
    let isPunctuation = next == "：" || next == "？"
    return isPunctuation && end + 1 < scalars.count && isWordCharacter(scalars[end + 1])
  }

  private static func isEllipsis(_ scalar: Unicode.Scalar) -> Bool { scalar == "…" || scalar == "⋯" || scalar == "‥" }

  private static func continues(_ scalar: Unicode.Scalar) -> Bool {
    isWordCharacter(scalar) || "./-_?=&%#~+…⋯".unicodeScalars.contains(scalar)
  }

  /// Whether a line begins with what may be the rest of an address. A bullet, a number and another address do not.
  private static func continuesOnNextLine(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let line = line.drop { $0.isWhiteSpace && $0 != "\n" }
    guard let first = line.first, continues(first) else { return false }
    let start = String(scalars: line.prefix { !$0.isWhiteSpace }.prefix(40))
    if start.unicodeScalars.count == 1, "-+".has(start) { return false }
    return Label.read(at: start) == nil && !start.lowercased().hasPrefix("http")
  }
}
