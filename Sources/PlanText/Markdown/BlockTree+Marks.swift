/// A stretch of Markdown that is code.
package struct MarkdownCode: Sendable {
  /// With its fences or backticks.
  package let range: SourceRange
  /// Whether it is whole lines.
  package let isBlock: Bool
}

extension BlockTree {
  /// What was found among the blocks: most texts have neither code nor comments, and few are asked for them.
  struct Found {
    fileprivate var code: [MarkdownCode]?
    fileprivate var comments: [SourceRange]?
  }

  /// The code of the text, in order, as Markdown has it: lines that are indented by four columns belong to it.
  package var code: [MarkdownCode] {
    found.withLock { found in
      let code = found.code ?? asMarkdown.readCode()
      found.code = code
      return code
    }
  }

  /// The comments of the text outside of code, in order, with their marks.
  package var comments: [SourceRange] {
    found.withLock { found in
      let comments = found.comments ?? asMarkdown.readComments()
      found.comments = comments
      return comments
    }
  }

  /// The tree in which lines that are only indented are code.
  private var asMarkdown: BlockTree { isMarkdown ? self : BlockTree(source, indentedLines: .code) }

  /// The code in which a byte is.
  package func code(at offset: Int) -> MarkdownCode? {
    let code = code
    let index = code.halvingIndex(fromWhich: { $0.range.upperBound > offset })
    return index < code.count && code[index].range.contains(offset) ? code[index] : nil
  }

  /// Where the comment begins that nothing closes: `<!--` outside of code and behind the last `-->`.
  package var unclosedComment: Int? {
    guard var index = commentMark(from: 0) else { return nil }
    if let last = bytes[index...].indices.last(where: { bytes[$0] == Ascii.greater && bytes.has("-->", at: $0 - 2) }) {
      index = last
    }
    while let mark = commentMark(from: index) {
      guard let code = code(at: mark) else { return mark }
      index = code.range.upperBound
    }
    return nil
  }

  /// The first `<!--` from an offset on.
  private func commentMark(from start: Int) -> Int? {
    var index = start
    while true {
      index = bytes.firstIndex(of: Ascii.less, or: Ascii.less, from: index)
      guard index < bytes.count else { return nil }
      if bytes.has("<!--", at: index) { return index }
      index += 1
    }
  }

  /// The code in the tree itself.
  func readCode() -> [MarkdownCode] {
    var code: [MarkdownCode] = []
    for block in blocks {
      if block.kind == .code { code.append(MarkdownCode(range: block.range, isBlock: true)) }
      for inline in inlines(of: block) where inline.kind == .code {
        code.append(MarkdownCode(range: inline.range, isBlock: false))
      }
    }
    return code
  }

  private func readComments() -> [SourceRange] {
    var comments: [SourceRange] = []
    // Few texts have any, and only these are looked through.
    guard commentMark(from: 0) != nil else { return [] }
    for block in blocks {
      if block.kind == .comment, !block.isFrontMatter(in: bytes) { comments.append(block.range) }
      for inline in inlines(of: block) where inline.kind == .comment { comments.append(inline.range) }
    }
    return comments
  }

  /// The code and the comments among the words of a block.
  private func inlines(of block: Block) -> [Inline] {
    switch block.kind {
    case .heading: InlineReader.inlines(in: CollectionOfOne(block.range), of: bytes)
    case .paragraph: InlineReader.inlines(in: lines(of: block).map(\.range), of: bytes)
    case .table: rows(of: block).flatMap { InlineReader.inlines(in: CollectionOfOne($0.range), of: bytes) }
    // In HTML backticks are words.
    case .html: InlineReader.inlines(in: lines(of: block).map(\.range), of: bytes, hasCode: false)
    case .text, .item, .quote, .comment, .rule, .code: []
    }
  }
}

extension PlanText {
  /// The comments in a text in Markdown, with their marks.
  package var comments: [PlanText] {
    guard string.has("<!--") else { return [] }
    return BlockTree(SourceText(name: "", text: string)).comments.map { part($0) }
  }

  /// What stands between the marks of a comment.
  package var inside: PlanText {
    let count = string.utf8.count
    return part(min(4, count)..<max(min(4, count), count - 3)).trimmed
  }

  /// The same text for those who look for words: blanks in the place of the lines of code, `x` in the place of what
  /// stands between backticks. Every byte stands where it stood. Lines that are only indented are words, unless there
  /// is no word of Chinese in them.
  package var withoutCode: PlanText {
    guard string.utf8.withContiguousStorageIfAvailable(mayHoldCode) ?? true else { return self }
    var bytes = Array(string.utf8)
    let code = BlockTree(SourceText(name: "", bytes: bytes), indentedLines: .codeWithoutChinese).readCode()
    if code.isEmpty { return self }
    for stretch in code {
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

/// Whether there is anything that code begins with. Most texts have none of it.
private func mayHoldCode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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
