import PlanText

/// Texts for places where nobody reads Markdown.
enum MarkdownList {
  /// The text without bullets, and with escapes and `&nbsp;` as the characters that they mean.
  static func plain(_ text: String) -> String { withoutBullets(text).shownWords }

  /// The text without the bullets at the beginnings of its lines; numbers such as (一) and the indentation stay.
  static func withoutBullets(_ text: String) -> String {
    // Most texts have no bullet at all.
    let mayHave =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        bytes.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "+") }
      } ?? true
    return mayHave ? text.lineSlices.map(withoutBullet).joined(separator: "\n") : text
  }

  private static func withoutBullet(_ line: Substring) -> Substring {
    let content = line.utf8.drop { $0 == UInt8(ascii: " ") }
    guard let bullet = content.first, "-*+".utf8.contains(bullet), content.dropFirst().first == UInt8(ascii: " ") else {
      return line
    }
    return line[..<content.startIndex] + Substring(content.dropFirst(2))
  }
}
