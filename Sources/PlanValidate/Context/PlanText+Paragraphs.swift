import PlanModel

extension PlanText {
  /// The paragraphs and list items of a text. A line that begins no item goes on with the one before it, as in a text with hard line breaks.
  var paragraphs: [PlanText] {
    var starts: [Int] = []
    var offset = 0
    var isNew = true
    for line in string.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
      if content.isEmpty {
        isNew = true
      } else {
        if isNew || Self.beginsItem(content) { starts.append(offset) }
        isNew = false
      }
      offset += line.utf8.count + 1
    }
    let ends = starts.dropFirst() + [string.utf8.count]
    return zip(starts, ends).map { part($0..<$1).trimmed }
  }

  /// The paragraph without its bullet, and the label that it begins with.
  var item: (label: Label?, words: PlanText) {
    var words = self
    if let first = string.utf8.first, "-*+".utf8.contains(first), string.utf8.dropFirst().first == UInt8(ascii: " ") {
      words = part(2..<string.utf8.count).trimmed
    }
    guard let found = Label.read(at: words.string) else { return (nil, words) }
    return (found.label, words.part(found.length..<words.string.utf8.count))
  }

  private static func beginsItem(_ line: Substring) -> Bool {
    if line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("|") || line.hasPrefix("#") { return true }
    return Label.read(at: line.unicodeScalars) != nil
  }
}
