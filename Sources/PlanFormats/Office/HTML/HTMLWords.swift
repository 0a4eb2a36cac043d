import PlanText

/// The words of a paragraph of a page while it is read. White space of the file is one blank, and a break of a line
/// between two Chinese characters nothing: it is there because the line was full.
struct HTMLWords {
  private(set) var text = ""
  private var gap = Gap.none

  private enum Gap { case none, lineBreak, blank }

  /// Adds words; those of `<pre>` with their line breaks.
  mutating func add(_ words: String, keepsBreaks: Bool) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\n" where keepsBreaks: addBreak()
      case "\n", "\r", "\u{C}": if gap == .none { gap = .lineBreak }
      case " ", "\t": gap = .blank
      default:
        close(before: scalar)
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Adds a line break that is shown.
  mutating func addBreak() {
    gap = .none
    text += "\n"
  }

  private mutating func close(before next: Unicode.Scalar) {
    defer { gap = .none }
    guard gap != .none, let last = text.unicodeScalars.last, last != "\n", last != " " else { return }
    if gap == .lineBreak, !last.isASCII, !next.isASCII { return }
    text += " "
  }
}
