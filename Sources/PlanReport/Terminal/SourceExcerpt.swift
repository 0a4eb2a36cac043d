import PlanText
import PlanValidate

/// The line of a finding with the place underlined, cut to a width that fits a terminal.
///
/// The underline is as wide as the text above it is displayed: an East Asian wide character takes two columns.
struct SourceExcerpt {
  /// Nil where the text has no lines that people know: it was made of an office document.
  let lineNumber: Int?
  /// The line as it is shown: what is before the place, the place, and what is behind it.
  let parts: (head: String, marked: String, tail: String)

  /// The number of columns for a source line where no terminal limits it.
  static let fullWidth = 100
  /// What stands before a source line, and the dots that say where it is cut, in columns.
  private static let margin = 10
  /// The fewest columns that show anything.
  private static let leastWidth = 20

  /// The number of columns for the source line on a terminal so wide.
  static func width(onTerminal columns: Int) -> Int { max(leastWidth, columns - margin) }

  /// How many bytes on either side can matter: a column is at most a few bytes, combining marks aside.
  private static let reach = 480

  /// Shows the line of a place in so many columns. What stands at the hidden places is personal and not printed.
  init(
    _ range: SourceRange, in source: SourceText, hiding hidden: [SourceRange] = [], width: Int = Self.fullWidth
  ) {
    let number = source.line(at: min(range.lowerBound, source.bytes.count))
    lineNumber = source.places == nil ? number : nil
    var line = source.rangeOfLine(number)
    // Of a document the words of one paragraph are shown, without the marks of the text that was made of it.
    if let words = source.places?.words(at: range.lowerBound) { line = words.clamped(to: line) }
    let lower = min(max(range.lowerBound, line.lowerBound), line.upperBound)
    let upper = min(max(range.upperBound, lower), line.upperBound)
    // No more of a long line is looked at than could be shown.
    let start = Self.boundary(from: max(line.lowerBound, lower - Self.reach), upTo: lower, in: source)
    let head = (start > line.lowerBound ? "…" : "") + Self.shown(start..<lower, in: source, hiding: hidden)
    let markedEnd = Self.boundary(from: min(upper, lower + Self.reach), upTo: upper, in: source)
    let marked = Self.shown(lower..<markedEnd, in: source, hiding: hidden)
    let tailEnd = Self.boundary(from: min(line.upperBound, upper + Self.reach), upTo: line.upperBound, in: source)
    let tail = Self.shown(upper..<tailEnd, in: source, hiding: hidden)
    var shownHead = head
    if DisplayWidth.of(head + marked + tail, upTo: width) == nil {
      // Most of the line is for the place and what follows it; what these leave is for what is before.
      let behind = DisplayWidth.of(marked + tail, upTo: width) ?? width
      shownHead = head.ending(width: max(width * 3 / 10, width - behind - 1))
      if shownHead.utf8.count < head.utf8.count { shownHead = "…" + shownHead }
    }
    let room = max(8, width - DisplayWidth.of(shownHead))
    let shownMarked = marked.beginning(width: room)
    let shownTail = shownMarked == marked ? tail.beginning(width: room - DisplayWidth.of(marked)) : ""
    parts = (shownHead, shownMarked, shownTail)
  }

  func lines(style: TerminalStyle, severity: Severity) -> String {
    let number = lineNumber.map { String($0) } ?? ""
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let underline =
      String(repeating: " ", count: DisplayWidth.of(parts.head))
      + style.severity(severity, String(repeating: "^", count: max(1, DisplayWidth.of(parts.marked))))
    return
      "\(style.dim("\(margin)\(number) |")) \(parts.head + parts.marked + parts.tail)\n\(style.dim("      |")) \(underline)\n"
  }

  /// The next offset at which a character begins, or the limit: in a damaged file any byte can be where a finding
  /// begins.
  private static func boundary(from offset: Int, upTo limit: Int, in source: SourceText) -> Int {
    var offset = offset
    while offset < limit, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  /// A tab as one space, everything harmful escaped, and marks for what is hidden.
  private static func shown(_ range: SourceRange, in source: SourceText, hiding hidden: [SourceRange]) -> String {
    var text = ""
    var start = range.lowerBound
    for place in hidden.sorted(by: { $0.lowerBound < $1.lowerBound }) where place.overlaps(range) {
      let clipped = place.clamped(to: max(start, range.lowerBound)..<max(start, range.upperBound))
      guard !clipped.isEmpty else { continue }
      text += source.text(in: start..<clipped.lowerBound)
      text += source.text(in: clipped).map { $0.isASCII ? "*" : "○" }.joined()
      start = clipped.upperBound
    }
    text += source.text(in: start..<range.upperBound)
    if text.utf8.contains(Ascii.tab) { text = String(text.map { $0 == "\t" ? " " : $0 }) }
    return TerminalText.escape(text)
  }
}
