/// Finds the code in Markdown: blocks between fences, lines that are indented by four columns, and spans between
/// backticks. Whoever reads a text for words, numbers or comments passes over it.
public struct CodeScanner {
  /// A stretch that is code.
  public struct Stretch: Sendable {
    /// With its fences or backticks.
    public let range: SourceRange
    /// Whether it is whole lines.
    public let isBlock: Bool
  }

  private let source: [UInt8]
  /// Whether lines that are only indented are code though they have words in Chinese: people indent paragraphs freely,
  /// and a program reads as code what nobody meant as such.
  private let countsIndentedProse: Bool
  private var stretches: [Stretch] = []

  private init(_ source: [UInt8], countsIndentedProse: Bool) {
    self.source = source
    self.countsIndentedProse = countsIndentedProse
  }

  /// The code of a file or a text, in order: what Markdown takes for code, with prose that is indented by four columns
  /// or without it.
  public static func code(in text: SourceText, countsIndentedProse: Bool = true) -> [Stretch] {
    guard text.bytes.withUnsafeBufferPointer({ mayHoldCode($0) }) else { return [] }
    var scanner = CodeScanner(text.bytes, countsIndentedProse: countsIndentedProse)
    let parser = MarkdownParser(source: text.bytes, readsIndentedCode: true)
    scanner.add(parser.blocks(of: text), parser, depth: 0)
    return scanner.stretches
  }

  /// Whether there is anything that code begins with. Most texts have none of it.
  static func mayHoldCode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var columns = 0
    var isIndentation = true
    for byte in bytes {
      switch byte {
      case Ascii.backtick, Ascii.tilde: return true
      case Ascii.lineFeed, Ascii.carriageReturn: (columns, isIndentation) = (0, true)
      case Ascii.space where isIndentation: columns += 1
      case Ascii.tab where isIndentation: columns += 4
      default:
        if isIndentation, columns >= 4 { return true }
        isIndentation = false
      }
    }
    return false
  }

  private mutating func add(_ blocks: [MarkdownBlock], _ parser: MarkdownParser, depth: Int) {
    for block in blocks {
      switch block {
      case .code(let code) where !countsIndentedProse && !code.isFenced && holdsIdeograph(code.lines.range):
        var prose = parser
        prose.readsIndentedCode = false
        add(prose.blocks(in: code.lines.lines, headings: false), prose, depth: depth)
      case .code(let code): stretches.append(Stretch(range: code.lines.range, isBlock: true))
      case .heading(let heading): addSpans(in: CollectionOfOne(heading.range))
      case .paragraph(let lines): addSpans(in: lines.lines.map(\.range))
      case .table(let table): for row in [table.header] + table.rows { addSpans(in: CollectionOfOne(row.range)) }
      case .quote(let lines) where depth < MarkdownParser.deepest:
        add(parser.blocks(in: lines.lines, headings: false), parser, depth: depth + 1)
      case .quote(let lines): addSpans(in: lines.lines.map(\.range))
      case .item(let item) where depth < MarkdownParser.deepest:
        // What Markdown does not know as an item is indented for its looks.
        var inner = parser
        inner.readsIndentedCode = parser.readsIndentedCode && item.start.isMarkdown
        add(inner.blocks(in: item), inner, depth: depth + 1)
      case .item(let item): addSpans(in: item.lines.map(\.range))
      case .comment, .html, .rule: break
      }
    }
  }

  private func holdsIdeograph(_ range: SourceRange) -> Bool {
    String(decoding: source[range], as: UTF8.self).unicodeScalars.contains { $0.properties.isIdeographic }
  }

  // MARK: Spans

  private enum Mark {
    /// `usable` is how many of the backticks can open a span: one less behind a backslash.
    case backticks(SourceRange, usable: Int)
    case commentStart
    case commentEnd
  }

  /// Adds the spans of a paragraph. A comment that begins before a backtick goes before it.
  private mutating func addSpans(in lines: some Collection<SourceRange>) {
    let marks = marks(in: lines)
    // The marks that can close each length of backticks, and comments; those that lie behind are taken off.
    var closing: [Int: [Int]] = [:]
    var commentEnds: [Int] = []
    for (index, mark) in marks.enumerated().reversed() {
      switch mark {
      case .backticks(let range, _): closing[range.count, default: []].append(index)
      case .commentEnd: commentEnds.append(index)
      case .commentStart: break
      }
    }
    var index = 0
    while index < marks.count {
      switch marks[index] {
      case .commentStart:
        while let end = commentEnds.last, end <= index { commentEnds.removeLast() }
        if let end = commentEnds.last { index = end }
      case .backticks(let range, let usable):
        while let end = closing[usable]?.last, end <= index { closing[usable]?.removeLast() }
        if let end = closing[usable]?.last, case .backticks(let close, _) = marks[end] {
          stretches.append(Stretch(range: (range.upperBound - usable)..<close.upperBound, isBlock: false))
          index = end
        }
      case .commentEnd: break
      }
      index += 1
    }
  }

  private func marks(in lines: some Collection<SourceRange>) -> [Mark] {
    var marks: [Mark] = []
    for line in lines {
      var index = line.lowerBound
      var isEscaped = false
      while index < line.upperBound {
        switch source[index] {
        case Ascii.backtick:
          let start = index
          while index < line.upperBound, source[index] == Ascii.backtick { index += 1 }
          marks.append(.backticks(start..<index, usable: index - start - (isEscaped ? 1 : 0)))
          isEscaped = false
          continue
        case Ascii.less where source.has("<!--", at: index, to: line.upperBound): marks.append(.commentStart)
        case Ascii.hyphen where source.has("-->", at: index, to: line.upperBound): marks.append(.commentEnd)
        default: break
        }
        isEscaped = source[index] == Ascii.backslash && !isEscaped
        index += 1
      }
    }
    return marks
  }
}

extension PlanText {
  /// The same text for those who look for words: blanks in the place of the lines of code, `x` in the place of what
  /// stands between backticks. Every byte stands where it stood. Lines that are only indented are words, unless there
  /// is no word of Chinese in them.
  public var withoutCode: PlanText {
    guard string.utf8.withContiguousStorageIfAvailable({ CodeScanner.mayHoldCode($0) }) ?? true else { return self }
    var bytes = Array(string.utf8)
    let stretches = CodeScanner.code(in: SourceText(name: "", bytes: bytes), countsIndentedProse: false)
    if stretches.isEmpty { return self }
    for stretch in stretches {
      for index in stretch.range where bytes[index] != Ascii.lineFeed {
        if stretch.isBlock {
          bytes[index] = Ascii.space
        } else if bytes[index] != Ascii.backtick {
          bytes[index] = UInt8(ascii: "x")
        }
      }
    }
    return part(0..<bytes.count, is: String(decoding: bytes, as: UTF8.self))
  }
}
