import PlanFormats
import PlanText

/// Follows the numbers of lists through text without code, line by line.
///
/// A number counts only at the beginning of a line or behind a bullet. Numbers of one list have one style and stand
/// equally deep; the number of an outer list ends the lists inside it, and a 1 begins a list anew.
struct NumberingScanner {
  private var runs: [NumberedRun] = []
  /// The lists that may go on, outermost first.
  private var open: [OpenList] = []
  /// The lines of the current text, for looking up a number in the middle of one.
  private var lines: [Substring] = []

  private struct OpenList {
    var run: Int
    let style: Label.Style
    /// What closes the number: `1.` and `1、` can be two levels.
    let mark: Unicode.Scalar?
    let indent: Int
    let contentColumn: Int
    /// Whether the list began on the line of its parent, so that its indentation is not known.
    let isInline: Bool
    var last: Int
    /// Whether a line of text stands between its last item and here.
    var isInterrupted = false
    /// Whether only the next number continues it: a list of the same style has begun since, or another cell.
    var isDormant = false
  }

  /// The beginning of a line: how deep its content is, and whether a bullet stands before it.
  private struct LineStart {
    var indent = 0
    var contentColumn = 0
    /// The offset of the content in the line.
    var offset = 0
    var isBullet = false
  }

  /// The lists found so far.
  var found: [NumberedRun] { runs }

  /// Reads a text. Lists of the text before go on only where the next number follows.
  mutating func read(_ text: PlanText) {
    for index in open.indices { open[index].isDormant = true }
    lines = []
    var offset = 0
    let known = runs.count
    var tables = Self.tables(in: text.string)[...]
    for line in text.string.lineSlices {
      while let first = tables.first, first.upperBound <= offset { tables.removeFirst() }
      if tables.first.map({ $0.contains(offset) }) != true { read(line, at: offset, of: text) }
      lines.append(line)
      offset += line.utf8.count + 1
    }
    for index in runs.indices.dropFirst(known) where runs[index].items.count == 1 { markLone(index) }
  }

  /// The tables out of a spreadsheet, in the order of the text, whose quoted cells may go on on lines of their own.
  private static func tables(in text: String) -> [SourceRange] {
    text.has("\t") ? BlockTree(SourceText(name: "", text: text)).tables : []
  }

  /// A list of one item whose second number stands neither in the middle of a line nor at the beginning of another
  /// list. A number before a whole text says nothing of a list.
  private mutating func markLone(_ index: Int) {
    guard let item = runs[index].items.first, item.label.value == 1, runs[index].line > 0 else { return }
    let next = item.label.with(value: 2)
    let own = item.label.style
    var isNear = false
    for (number, line) in lines.dropFirst(runs[index].line).prefix(40).enumerated() {
      let label = Label.read(at: line.utf8Suffix(from: Self.start(of: line).offset))?.label
      // The next item of the outer list, or another list of the same kind, is where this one ends.
      if number > 0, let label, label.style == runs[index].parent || (label.style == own && label.value == 1) { break }
      if Self.numbers(next, style: own, standIn: line.prefix(2000)) { isNear = true }
    }
    let isBegun = runs[(index + 1)...].prefix(12).contains {
      $0.items.first.map { $0.label.style == item.label.style && $0.label.value == 2 } ?? false
    }
    runs[index].isLone = !isNear && !isBegun
  }

  private mutating func read(_ line: Substring, at offset: Int, of text: PlanText) {
    let blanks = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
    // Tables and quotations have no lists of their own.
    guard let first = line.unicodeScalars[blanks.endIndex...].first, first != "|", first != ">" else { return }
    let start = Self.start(of: line)
    guard let found = Label.read(at: line.utf8Suffix(from: start.offset)) else {
      for index in open.indices where open[index].contentColumn > start.indent { open[index].isInterrupted = true }
      return
    }
    let rest = line.utf8Suffix(from: start.offset + found.length)
    let place = text.sourceRange(of: (offset + start.offset)..<(offset + start.offset + found.label.writtenLength))
    guard add(found.label, at: place, start: start, followedBy: rest.first) else { return }
    // 一、(一)…: the first item of the inner list stands on the line of the outer one.
    guard let inner = Label.read(at: rest), inner.label.value == 1, inner.label.style != found.label.style else {
      return
    }
    let innerOffset = offset + start.offset + found.length
    let range = text.sourceRange(of: innerOffset..<(innerOffset + inner.label.writtenLength))
    begin(NumberedRun(items: [.init(label: inner.label, range: range, isCertain: false)]), inside: found.label.style)
    open.append(
      list(
        inner.label, run: runs.count - 1, indent: start.contentColumn, contentColumn: start.contentColumn + 2,
        isInline: true))
  }

  /// Skips indentation, number signs of a heading, bullets and boxes.
  private static func start(of line: Substring) -> LineStart {
    line.utf8.withContiguousStorageIfAvailable(start(of:)) ?? Array(line.utf8).withUnsafeBufferPointer(start(of:))
  }

  private static func start(of line: UnsafeBufferPointer<UInt8>) -> LineStart {
    // Nothing stands before the words of most lines.
    guard let first = line.first,
      first < 0x80 || first == ideographicSpace[0] || ItemStart.mayBeWordBullet(first)
    else {
      return LineStart(contentColumn: 2)
    }
    var start = LineStart()
    let bytes = line.prefix(256)
    func skipBlanks() -> Int {
      var width = 0
      while start.offset < bytes.count {
        if bytes[start.offset] == UInt8(ascii: " ") {
          width += 1
        } else if bytes[start.offset] == UInt8(ascii: "\t") {
          width += 4
        } else if bytes[start.offset...].starts(with: ideographicSpace) {
          width += 2
          start.offset += 2
        } else {
          break
        }
        start.offset += 1
      }
      return width
    }
    start.indent = skipBlanks()
    start.contentColumn = start.indent + 2
    let signs = bytes[start.offset...].prefix { $0 == UInt8(ascii: "#") }.count
    if signs > 0 {
      // Headings are outside of every list, one level inside the other.
      start.indent = (signs - 7) * 4
      start.contentColumn = start.indent + 4
      start.offset += signs
      start.isBullet = true
      _ = skipBlanks()
      return start
    }
    while let bullet = ItemStart.bullet(at: start.offset, to: bytes.count, in: line) {
      if start.isBullet { start.indent = start.contentColumn }
      start.isBullet = true
      start.offset += bullet.length
      start.contentColumn = start.indent + 1 + skipBlanks()
      if bytes[start.offset...].starts(with: "[ ] ".utf8) || bytes[start.offset...].starts(with: "[x] ".utf8) {
        start.offset += 4
      }
    }
    return start
  }

  private static let ideographicSpace = Array("\u{3000}".utf8)

  /// Adds a number to the list that it belongs to, or begins one. False where it is no number of a list after all.
  private mutating func add(_ label: Label, at range: SourceRange, start: LineStart, followedBy next: Unicode.Scalar?)
    -> Bool
  {
    let mark = label.text.unicodeScalars.last
    let reachable = open.indices.filter { index in
      let list = open[index]
      guard list.style == label.style else { return false }
      return list.isInline
        ? start.indent + 2 >= list.indent : start.indent >= list.indent - 1 && start.indent < list.contentColumn
    }
    let following = reachable.last { open[$0].last + 1 == label.value }
    let known = following ?? reachable.last { !open[$0].isDormant && (open[$0].mark == mark || label.value > 1) }
    // 一、二級主管, 106、107年: a number behind a number is an enumeration in the text, unless it fits.
    if following == nil, label.value > 1, let next, Numeral.value(of: String(next)) != nil { return false }
    let item = NumberedRun.Item(label: label, range: range, isCertain: start.isBullet)
    if let known, label.value > 1 || isRepeatedOne(known, item) {
      append(item, to: known, follows: following != nil)
    } else {
      begin(item, insteadOf: known, start: start)
    }
    return true
  }

  private mutating func append(_ item: NumberedRun.Item, to index: Int, follows: Bool) {
    var item = item
    if !follows, item.label.value > open[index].last { item.followsInline = standsInline(before: item.label) }
    open.removeSubrange((index + 1)...)
    open[index].last = item.label.value
    open[index].isInterrupted = false
    open[index].isDormant = false
    runs[open[index].run].items.append(item)
  }

  private mutating func begin(_ item: NumberedRun.Item, insteadOf known: Int?, start: LineStart) {
    var item = item
    if item.label.value > 1 { item.followsInline = standsInline(before: item.label) }
    begin(NumberedRun(items: [item]), inside: open.last { $0.contentColumn <= start.indent }?.style)
    if let known {
      open.removeSubrange((known + 1)...)
      // Without bullets it may be a list inside the one before, which then goes on.
      if item.isCertain { open.remove(at: known) } else { open[known].isDormant = true }
    } else {
      open.removeAll { $0.indent > start.indent + 1 }
    }
    open.append(
      list(item.label, run: runs.count - 1, indent: start.indent, contentColumn: start.contentColumn, isInline: false))
    // Sleeping lists would add up in a text that begins anew again and again.
    if open.count > 12 { open.removeFirst() }
  }

  private mutating func begin(_ run: NumberedRun, inside parent: Label.Style?) {
    var run = run
    run.parent = parent
    run.line = lines.count
    runs.append(run)
  }

  /// 一、一、二: the second item of a list of bullets with nothing between the two.
  private func isRepeatedOne(_ index: Int, _ item: NumberedRun.Item) -> Bool {
    let list = open[index]
    guard item.isCertain, !list.isInterrupted, !list.isDormant, let before = runs[list.run].items.last else {
      return false
    }
    return runs[list.run].items.count == 1 && before.isCertain && before.label == item.label
  }

  private func list(_ label: Label, run: Int, indent: Int, contentColumn: Int, isInline: Bool) -> OpenList {
    OpenList(
      run: run, style: label.style, mark: label.text.unicodeScalars.last, indent: indent, contentColumn: contentColumn,
      isInline: isInline,
      last: label.value)
  }

  /// Whether the number before a label stands in the middle of one of the last lines, behind the one that begins the
  /// line.
  private func standsInline(before label: Label) -> Bool {
    let before = label.with(value: label.value - 1)
    return lines.suffix(20).contains { line in
      let content = line.utf8Suffix(from: Self.start(of: line).offset)
      let part = content.dropFirst(Label.read(at: content)?.label.text.unicodeScalars.count ?? 0).prefix(2000)
      return Self.numbers(before, style: label.style, standIn: Substring(part))
    }
  }

  /// Whether a number stands in a text, whatever its punctuation and width.
  private static func numbers(_ printed: String, style: Label.Style, standIn text: Substring) -> Bool {
    let core = printed.unicodeScalars.filter { !"()（）.、．".unicodeScalars.contains($0) }
    let number = String(scalars: core)
    let forms =
      switch style {
      case .chineseInParentheses, .decimalInParentheses: ["(\(number))", "（\(number)）", "(\(number)）", "（\(number))"]
      case .decimalBeforeParenthesis: ["\(number))", "\(number)）"]
      case .circled, .pair: [number]
      case .formal, .chinese, .decimal, .stem: ["\(number)、", "\(number).", "\(number)．"]
      }
    return forms.contains { text.contains($0) }
  }
}

extension Substring {
  /// The text from a UTF-8 offset on.
  fileprivate func utf8Suffix(from offset: Int) -> Substring.UnicodeScalarView {
    self[utf8.index(startIndex, offsetBy: offset)...].unicodeScalars
  }
}
