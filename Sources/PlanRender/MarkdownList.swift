import PlanModel

/// Lists in a text, for places where nobody reads Markdown.
enum MarkdownList {
  /// The text without the bullets at the beginnings of its lines; numbers such as (一) and the indentation stay.
  static func withoutBullets(_ text: String) -> String {
    text.lineSlices.map(withoutBullet).joined(separator: "\n")
  }

  private static func withoutBullet(_ line: Substring) -> Substring {
    let content = line.drop { $0 == " " }
    guard let bullet = content.first, "-*+".contains(bullet), content.dropFirst().first == " " else { return line }
    let indentation = line.prefix(line.count - content.count)
    return indentation + content.dropFirst(2)
  }
}
