/// One line of Markdown inside its container: the indentation and markers of the container are left out.
struct MarkdownLine: Sendable {
  // There is one for every line of the file, and none larger than 32 bits count is read.
  private let lower: UInt32
  private let upper: UInt32

  init(start: Int, end: Int) {
    lower = UInt32(truncatingIfNeeded: start)
    upper = UInt32(truncatingIfNeeded: end)
  }

  /// The byte offset at which the content begins.
  var start: Int { Int(lower) }
  /// The byte offset of the line's end, before the line break.
  var end: Int { Int(upper) }
  var range: SourceRange { start..<max(start, end) }
  var isEmpty: Bool { start >= end }
}

/// The blocks of Markdown that a plan is made of.
///
/// This is the part of CommonMark that plans need, read a little more generously: numbers such as 一、 begin list items too, and a
/// nested item may be indented by less than its parent's text.
enum MarkdownBlock: Sendable {
  case heading(MarkdownHeading)
  case paragraph(MarkdownLines)
  case item(MarkdownItem)
  case table(MarkdownTable)
  case quote(MarkdownLines)
  case comment(MarkdownComment)
  /// `---`: a line across the page.
  case rule(MarkdownLines)
  /// A fenced code block: read, but no part of any plan table.
  case other(MarkdownLines)

  /// The stretch of the file that the block takes.
  var range: SourceRange {
    switch self {
    case .heading(let heading): heading.range
    case .paragraph(let lines), .quote(let lines), .rule(let lines), .other(let lines): lines.range
    case .item(let item): item.range
    case .table(let table): table.range
    case .comment(let comment): comment.range
    }
  }
}

/// Lines that belong together.
struct MarkdownLines: Sendable {
  /// A part of the lines around them, so that nothing is copied.
  let lines: ArraySlice<MarkdownLine>

  var range: SourceRange {
    guard let first = lines.first, let last = lines.last else { return 0..<0 }
    return first.start..<max(first.start, last.end)
  }
}

/// `## 壹、計畫依據`
struct MarkdownHeading: Sendable {
  /// 1 to 6.
  let level: Int
  /// The words after the number signs.
  let text: PlanText
  /// The whole line.
  let range: SourceRange
  /// Whether the space after the number signs is missing, or they are full-width.
  let isMalformed: Bool
}

/// One item of a list.
struct MarkdownItem: Sendable {
  /// Where that stands which makes the line an item: `-`, `*`, `+`, `1.`, `一、`.
  let markerRange: SourceRange
  /// The number printed before the text, as Markdown's marker (`1.`) or behind it (`- 一、`).
  let label: Label?
  /// Where the label stands.
  let labelRange: SourceRange
  /// Whether the marker is a bullet.
  let isBullet: Bool
  /// `[ ]` is false, `[x]` is true.
  let checkbox: Bool?
  /// The text after the markers, line by line, without the indentation that nesting needs.
  let content: MarkdownLines
  /// The byte offset of the words: the box, the number or the text, whichever comes first.
  let wordsStart: Int
  /// From the marker to the end of the last line.
  let range: SourceRange

  /// The lines with the box or number in front of the text, for places that keep neither apart.
  var wordLines: [MarkdownLine] {
    guard let first = content.lines.first else { return [] }
    return [MarkdownLine(start: wordsStart, end: first.end)] + content.lines.dropFirst()
  }

  /// The item with its box as part of the text, for places where boxes mean nothing.
  var withBoxAsText: MarkdownItem {
    checkbox == nil
      ? self
      : MarkdownItem(
        markerRange: markerRange, label: label, labelRange: labelRange, isBullet: isBullet, checkbox: nil,
        content: MarkdownLines(lines: wordLines[...]),
        wordsStart: wordsStart, range: range)
  }
}

/// A comment of its own: `<!-- … -->`.
struct MarkdownComment: Sendable {
  /// What stands between the marks, without white space at its ends.
  let text: PlanText
  let range: SourceRange
}

/// A pipe table.
struct MarkdownTable: Sendable {
  let header: MarkdownRow
  let rows: [MarkdownRow]
  let range: SourceRange
}

/// One row of a pipe table.
struct MarkdownRow: Sendable {
  let cells: [PlanText]
  let range: SourceRange
}
