/// One line of Markdown inside its container: the indentation and markers of the container are left out.
struct MarkdownLine: Sendable {
  private let storedRange: StoredRange

  init(start: Int, end: Int) { storedRange = StoredRange(start..<max(start, end)) }

  /// From where the content begins to the line's end, before the line break.
  var range: SourceRange { storedRange.range }
  /// The byte offset at which the content begins.
  var start: Int { range.lowerBound }
  /// The byte offset of the line's end, before the line break.
  var end: Int { range.upperBound }
  var isEmpty: Bool { start >= end }
}

/// The blocks of Markdown that a plan is made of.
///
/// This is the part of CommonMark that plans need, read a little more generously: numbers such as 一、 begin list items
/// too, and a nested item may be indented by less than its parent's text.
enum MarkdownBlock: Sendable {
  case heading(MarkdownHeading)
  case paragraph(MarkdownLines)
  case item(MarkdownItem)
  case table(MarkdownTable)
  case quote(MarkdownLines)
  case comment(MarkdownComment)
  /// `---`: a line across the page.
  case rule(MarkdownLines)
  /// Code: read, but no part of any plan table.
  case code(MarkdownCode)
  /// HTML with lines in it that would be something else outside of it. HTML of plain lines is a paragraph.
  case html(MarkdownLines)

  /// The stretch of the file that the block takes.
  var range: SourceRange {
    switch self {
    case .heading(let heading): heading.range
    case .paragraph(let lines), .quote(let lines), .rule(let lines), .html(let lines): lines.range
    case .code(let code): code.lines.range
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

/// A block of code.
struct MarkdownCode: Sendable {
  /// The whole block, with the fences that it has.
  let lines: MarkdownLines
  /// The code alone.
  let content: ArraySlice<MarkdownLine>
  /// Whether nothing closes it, so that blank lines behind it belong to it too.
  let isOpen: Bool

  /// Whether a fence makes it code, and not its indentation.
  var isFenced: Bool { content.count < lines.lines.count }
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
  /// How its first line begins.
  let start: ItemStart
  /// The lines of the file, or of the item around it, that belong to the item. Its text is cut out of them when it is
  /// asked for: most of a plan is items, and a copy of all lines would be a second plan.
  let lines: ArraySlice<MarkdownLine>

  /// The number printed before the text, as Markdown's marker (`1.`) or behind it (`- 一、`).
  var label: Label? { start.label }
  /// Where the label stands.
  var labelRange: SourceRange { start.labelRange }
  /// Whether the marker is a bullet.
  var isBullet: Bool { start.isBullet }
  /// `[ ]` is false, `[x]` is true.
  var checkbox: Bool? { start.checkbox }

  /// From the marker to the end of the last line.
  var range: SourceRange {
    let lower = start.markerRange.lowerBound
    return lower..<max(lower, lines.last?.end ?? lower)
  }

  /// The text after the markers on the first line.
  var firstLine: MarkdownLine { MarkdownLine(start: start.contentStart, end: lines.first?.end ?? start.contentStart) }

  /// The text after the markers, line by line, without the indentation that nesting needs.
  func content(in source: [UInt8]) -> [MarkdownLine] {
    var content = [firstLine]
    content.reserveCapacity(lines.count)
    for line in lines.dropFirst() {
      var index = line.start
      var columns = 0
      while index < line.end, Ascii.isBlank(source[index]), columns < start.contentColumn {
        columns += source[index] == Ascii.tab ? 4 - columns % 4 : 1
        index += 1
      }
      if columns < start.contentColumn { index = source.firstContent(in: line.range) }
      content.append(MarkdownLine(start: source.isBlank(index..<line.end) ? line.end : index, end: line.end))
    }
    return content
  }

  /// The lines of a paragraph of the item that do not stand behind its marker. That line is no field, though it may
  /// look like one; a marker alone on its line has no words that could be.
  ///
  /// A measure or phase whose text begins as a field does is written with its bullet alone on a line (`isEscape`), so
  /// there the next line is text.
  func furtherLines(of paragraph: MarkdownLines, isEscape: Bool = false) -> ArraySlice<MarkdownLine> {
    let text = firstLine
    let next = lines.dropFirst().first
    let isFirst =
      text.isEmpty
      ? isEscape && isBullet && label == nil && checkbox == nil && paragraph.lines.first?.end == next?.end
      : paragraph.lines.first?.end == text.end
    return paragraph.lines.dropFirst(isFirst ? 1 : 0)
  }

  /// The item with its box or number in front of the text, for places that keep neither apart.
  var withWordsAsText: MarkdownItem { MarkdownItem(start: start.withWordsAsText, lines: lines) }

  /// The item with its box as part of the text, for places where boxes mean nothing.
  var withBoxAsText: MarkdownItem { checkbox == nil ? self : withWordsAsText }
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
