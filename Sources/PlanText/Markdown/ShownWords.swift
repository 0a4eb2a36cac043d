extension String {
  /// What a text in Markdown shows where no format can show its marks: `\*` is `*`, `&nbsp;` is a blank. Between
  /// backticks every character is itself.
  package var shownWords: String {
    guard utf8.contains(where: { $0 == Ascii.backslash || $0 == 0x26 || $0 == Ascii.closeBrace }) else { return self }
    let bytes = Array(utf8)
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count)
    var index = 0
    // Before this place backticks have no others that close them.
    var openUntil = 0
    while index < bytes.count {
      switch bytes[index] {
      case Ascii.backslash where index + 1 < bytes.count && Self.isEscapable(bytes[index + 1]):
        shown.append(bytes[index + 1])
        index += 2
      case Ascii.backtick where index >= openUntil:
        let end = TableLine.endOfCode(at: index, to: bytes.count, in: bytes)
        if bytes[end - 1] != Ascii.backtick || bytes[index..<end].allSatisfy({ $0 == Ascii.backtick }) {
          openUntil = bytes.count
        }
        shown += bytes[index..<end]
        index = end
      case Ascii.openBracket:
        if let mark = ForeignMarkReader.span(at: index, to: bytes.count, in: bytes) {
          shown += Array(String(decoding: bytes[mark.words], as: UTF8.self).shownWords.utf8)
          index = mark.range.upperBound
        } else {
          shown.append(bytes[index])
          index += 1
        }
      case 0x26:
        if let reference = CharacterReference(at: index, to: bytes.count, in: bytes) {
          shown += Array(String(reference.scalar).utf8)
          index += reference.length
        } else {
          shown.append(bytes[index])
          index += 1
        }
      default:
        shown.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: shown, as: UTF8.self)
  }

  private static func isEscapable(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !Ascii.isDigit(byte) && !HTMLBlockStart.isLetter(byte)
  }
}

extension PlanText {
  /// The text of a date or of names: with the white space that `&nbsp;` and its like name, and without the edges of
  /// `[words]{.class}`, each word still knowing where it stands. Other references stay: what `&amp;lt;` means would be a
  /// reference again.
  package var withoutMarks: PlanText {
    guard string.has(ascii: "&") || string.has(ascii: "{") else { return self }
    let bytes = Array(string.utf8)
    var parts = ForeignMarkReader.spans(in: bytes.indices, of: bytes).flatMap(\.edges).map { (range: $0, words: "") }
    for index in bytes.indices where bytes[index] == 0x26 {
      if let reference = CharacterReference(at: index, to: bytes.count, in: bytes), reference.scalar.isWhiteSpace {
        let range = index..<(index + reference.length)
        if !parts.contains(where: { $0.range.overlaps(range) }) { parts.append((range, String(reference.scalar))) }
      }
    }
    return parts.isEmpty ? self : replacing(parts.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }
}
