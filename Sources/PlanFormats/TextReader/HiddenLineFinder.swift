import PlanModel
import PlanText

/// Lines that code or HTML hides though they are meant as parts of the plan.
struct HiddenLines {
  /// The first line of what hides them.
  let opening: SourceRange
  /// The first line that is hidden.
  let first: SourceRange
  let problem: ReadProblem
  /// Where the problem is told.
  let place: SourceRange
}

/// Finds fences that nothing closes and HTML that nobody ended, with headings, items, tables or fields behind them.
/// Markdown has it so, and no reader of the file sees that half of the plan is gone.
struct HiddenLineFinder {
  private let tree: BlockTree
  private let line: LineReader
  private let fields: FieldReader
  private var found: [HiddenLines] = []
  /// Whether all the rest of the file is told to be hidden.
  private var isRestHidden = false

  private init(_ tree: BlockTree) {
    self.tree = tree
    line = tree.lineReader
    fields = FieldReader(tree: tree, acceptsSlips: false)
  }

  private var source: SourceText { tree.source }

  /// What is hidden in a file, in order.
  static func find(in tree: BlockTree) -> [HiddenLines] {
    guard tree.blocks.contains(where: { $0.kind == .html || $0.isOpen }) else { return [] }
    var finder = HiddenLineFinder(tree)
    finder.look(in: tree.top, endOfItem: nil, isAtTop: true)
    return finder.found
  }

  /// `endOfItem` is where the innermost item around the blocks ends that Markdown knows: to it the items of 一、 are words, and what is open in one of them is
  /// open to the end of the file.
  private mutating func look(in blocks: BlockList, endOfItem: Int?, isAtTop: Bool) {
    for block in blocks {
      if isRestHidden { return }
      switch block.kind {
      case .code where block.isOpen:
        look(behind: tree.lines(of: block), endOfItem: endOfItem, isAtTop: isAtTop, isHTML: false)
      case .html: look(in: tree.lines(of: block), endOfItem: endOfItem, isAtTop: isAtTop)
      case .item:
        look(
          in: tree.inside(block),
          endOfItem: tree.item(block).start.isMarkdown ? block.range.upperBound : endOfItem, isAtTop: false)
      default: break
      }
    }
  }

  // MARK: What is open

  private mutating func look(behind lines: ArraySlice<MarkdownLine>, endOfItem: Int?, isAtTop: Bool, isHTML: Bool) {
    guard let opening = lines.first, let first = firstHidden(behind: opening, endOfItem: endOfItem, isHTML) else {
      return
    }
    let place = line.content(of: opening)
    let (mark, end) = marks(of: place)
    let unclosed = UnclosedBlock(mark: mark, end: end, hidden: first, isInItem: endOfItem != nil, isKept: isAtTop)
    found.append(HiddenLines(opening: place, first: first, problem: .unclosedBlock(unclosed), place: place))
    if endOfItem == nil { isRestHidden = true }
  }

  /// The first line behind another that is hidden up to the end of the item or the file.
  private func firstHidden(behind opening: MarkdownLine, endOfItem: Int?, _ isHTML: Bool) -> SourceRange? {
    var number = source.line(at: opening.start) + 1
    let end = endOfItem ?? source.bytes.count
    while number <= source.lineCount, case let range = source.rangeOfLine(number), range.lowerBound < end {
      let own = MarkdownLine(start: range.lowerBound, end: range.upperBound)
      let next = number < source.lineCount ? source.rangeOfLine(number + 1) : range.upperBound..<range.upperBound
      let following = MarkdownLine(start: next.lowerBound, end: next.upperBound)
      if isMeant(own, before: following, headings: endOfItem == nil, isHTML: isHTML) { return line.content(of: own) }
      number += 1
    }
    return nil
  }

  /// The fence or the tag that a line begins with, and what closes it.
  private func marks(of line: SourceRange) -> (mark: String, end: String) {
    let words = source.text(in: line)
    guard words.hasPrefix("<") else {
      let fence = String(words.prefix { $0 == words.first })
      return (fence, fence)
    }
    let name = String(words.dropFirst().prefix { $0.isASCII && $0.isLetter })
    return ("<\(name)>", "</\(name)>")
  }

  // MARK: HTML

  private mutating func look(in lines: ArraySlice<MarkdownLine>, endOfItem: Int?, isAtTop: Bool) {
    guard let opening = lines.first, let last = lines.last,
      let start = HTMLBlockStart(opening, in: source.bytes)
    else { return }
    if start.isRaw {
      if !start.isEnded(by: last.range, in: source.bytes) {
        look(behind: lines, endOfItem: endOfItem, isAtTop: isAtTop, isHTML: true)
      }
      return
    }
    guard let first = firstHidden(in: lines, headings: endOfItem == nil) else { return }
    let place = line.content(of: opening)
    let hidden = HiddenByHTML(opening: place, endsBeforeBlankLine: start.ends == nil, isKept: true)
    found.append(HiddenLines(opening: place, first: first, problem: .hiddenByHTML(hidden), place: first))
  }

  /// The first line of HTML that is meant as something else, outside of `<pre>` and its like where they are closed.
  private func firstHidden(in lines: ArraySlice<MarkdownLine>, headings: Bool) -> SourceRange? {
    var index = lines.startIndex
    var isRaw = false
    var firstInRaw: SourceRange?
    while index < lines.endIndex {
      if firstInRaw == nil, index > lines.startIndex,
        isMeant(
          lines[index], before: index + 1 < lines.endIndex ? lines[index + 1] : nil, headings: headings, isHTML: true)
      {
        let range = line.content(of: lines[index])
        if !isRaw { return range }
        firstInRaw = range
      }
      isRaw = HTMLBlockStart.leavesRaw(isRaw, behind: lines[index].range, in: source.bytes)
      if !isRaw { firstInRaw = nil }
      index += 1
    }
    return firstInRaw
  }

  // MARK: Lines

  /// Whether the first of two lines would be a heading, an item, a table or a field. Lists and tables are common in
  /// HTML and in text that is set in it: there only those with the names of fields or columns are meant as parts of a
  /// plan.
  private func isMeant(_ own: MarkdownLine, before next: MarkdownLine?, headings: Bool, isHTML: Bool) -> Bool {
    guard !line.isBlank(own) else { return false }
    if headings, line.heading(own) != nil { return true }
    if !fields.strays(in: [own], allowed: FieldName.ofFiles, column: 0).isEmpty,
      !isHTML || ItemStart.begins(own, in: source.bytes)
    {
      return true
    }
    if !isHTML, ItemStart.begins(own, in: source.bytes) { return true }
    guard let next, line.isTableStart(own, next) else { return false }
    let cells = TableRowScanner.row(own, in: source.bytes).cells
    return !isHTML || TableColumns.known(among: cells.lazy.map(\.string)) > 1
  }
}
