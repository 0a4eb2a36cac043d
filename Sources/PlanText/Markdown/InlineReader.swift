/// What stands among the words of a block and is none of them.
struct Inline: Sendable {
  enum Kind: Sendable {
    /// `` `code` ``, with its backticks.
    case code
    /// `<!-- … -->`
    case comment
  }

  let kind: Kind
  let range: SourceRange
}

/// Finds the code and the comments among the words of a block. A comment that begins before a backtick goes before it,
/// and the other way round.
struct InlineReader {
  private enum Mark {
    /// `usable` is how many of the backticks can open a span: one less behind a backslash.
    case backticks(SourceRange, usable: Int)
    case commentStart(Int)
    case commentEnd(Int)
  }

  private let source: [UInt8]
  private let hasCode: Bool
  private var marks: [Mark] = []

  /// What stands in some lines that are read as one text.
  static func inlines(in lines: some Collection<SourceRange>, of source: [UInt8], hasCode: Bool = true) -> [Inline] {
    var reader = InlineReader(source: source, hasCode: hasCode)
    for line in lines { reader.addMarks(in: line) }
    return reader.marks.isEmpty ? [] : reader.inlines
  }

  private init(source: [UInt8], hasCode: Bool) { (self.source, self.hasCode) = (source, hasCode) }

  private var inlines: [Inline] {
    var found: [Inline] = []
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
      case .commentStart(let start):
        while let end = commentEnds.last, end <= index { commentEnds.removeLast() }
        if let end = commentEnds.last, case .commentEnd(let close) = marks[end] {
          found.append(Inline(kind: .comment, range: start..<(close + 3)))
          index = end
        }
      case .backticks(let range, let usable):
        while let end = closing[usable]?.last, end <= index { closing[usable]?.removeLast() }
        if let end = closing[usable]?.last, case .backticks(let close, _) = marks[end] {
          found.append(Inline(kind: .code, range: (range.upperBound - usable)..<close.upperBound))
          index = end
        }
      case .commentEnd: break
      }
      index += 1
    }
    return found
  }

  private mutating func addMarks(in line: SourceRange) {
    var index = line.lowerBound
    var isEscaped = false
    while index < line.upperBound {
      switch source[index] {
      case Ascii.backtick where hasCode:
        let start = index
        while index < line.upperBound, source[index] == Ascii.backtick { index += 1 }
        marks.append(.backticks(start..<index, usable: index - start - (isEscaped ? 1 : 0)))
        isEscaped = false
        continue
      case Ascii.less where source.has("<!--", at: index, to: line.upperBound): marks.append(.commentStart(index))
      case Ascii.hyphen where source.has("-->", at: index, to: line.upperBound): marks.append(.commentEnd(index))
      default: break
      }
      isEscaped = source[index] == Ascii.backslash && !isEscaped
      index += 1
    }
  }
}
