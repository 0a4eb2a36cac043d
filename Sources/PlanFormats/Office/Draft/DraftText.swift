import PlanText

/// The text of a plan while it is made of a document, with where each word comes from.
struct DraftText {
  private(set) var bytes: [UInt8] = []
  private(set) var stretches: [DocumentPlaces.Stretch] = []

  /// Adds marks of Markdown, or words that no single paragraph says.
  mutating func add(_ text: String) { bytes += Array(text.utf8) }

  /// Adds words of a place.
  mutating func add(_ text: String, from place: Int) {
    let start = bytes.count
    bytes += Array(text.utf8)
    if let last = stretches.last, last.place == place, last.range.upperBound == start {
      stretches[stretches.count - 1] = DocumentPlaces.Stretch(range: last.range.lowerBound..<bytes.count, place: place)
    } else {
      stretches.append(DocumentPlaces.Stretch(range: start..<bytes.count, place: place))
    }
  }

  /// Ends a block: exactly one blank line follows.
  mutating func endBlock() {
    while bytes.last == Ascii.lineFeed { bytes.removeLast() }
    if !bytes.isEmpty { bytes += [Ascii.lineFeed, Ascii.lineFeed] }
  }

  /// Takes away the blank line at the end.
  mutating func trimLastBreak() {
    if bytes.last == Ascii.lineFeed { bytes.removeLast() }
  }

  /// Ends a line of a list.
  mutating func endLine() {
    if bytes.last != Ascii.lineFeed { bytes.append(Ascii.lineFeed) }
  }
}
