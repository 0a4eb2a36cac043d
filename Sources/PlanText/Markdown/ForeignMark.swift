/// What pandoc, HackMD and their like write into Markdown for themselves, and what says nothing to whoever reads a plan.
public struct ForeignMark: Sendable, Equatable {
  public enum Kind: Sendable, CaseIterable {
    /// `[TOC]`
    case contents
    /// `{#id .class}` behind a heading.
    case attributes
    /// `[words]{.underline}`, or `[]{#id}` without any words.
    case span
  }

  public let kind: Kind
  /// The whole of it.
  public let range: SourceRange
  /// Where the words stand that stay without it; empty where there are none.
  public let words: SourceRange

  /// What is left out of the file so that only the words stay.
  public var edges: [SourceRange] {
    words.isEmpty ? [range] : [range.lowerBound..<words.lowerBound, words.upperBound..<range.upperBound]
  }
}

extension BlockTree {
  /// The marks of other programs outside of code, in order.
  package var foreignMarks: [ForeignMark] {
    var marks: [ForeignMark] = []
    for block in blocks {
      switch block.kind {
      case .paragraph where ForeignMarkReader.isContents(bytes[block.range]):
        let lower = block.range.lowerBound
        marks.append(ForeignMark(kind: .contents, range: block.range, words: lower..<lower))
      case .heading:
        let line = lines(of: block).first?.range ?? block.range
        marks += ForeignMarkReader.spans(in: line, of: bytes)
        if let mark = ForeignMarkReader.attributes(atEndOf: line, of: bytes) { marks.append(mark) }
      case .paragraph: for line in lines(of: block) { marks += ForeignMarkReader.spans(in: line.range, of: bytes) }
      case .table: marks += ForeignMarkReader.spans(in: block.range, of: bytes)
      case .text, .item, .quote, .comment, .rule, .code, .html: break
      }
    }
    return marks.filter { code(at: $0.range.lowerBound) == nil }
  }
}

/// Finds the marks of other programs in bytes.
package enum ForeignMarkReader {
  /// Whether a paragraph is nothing but the place for a table of contents.
  package static func isContents(_ paragraph: ArraySlice<UInt8>) -> Bool {
    guard paragraph.count < 16, let first = paragraph.first, first == Ascii.openBracket || first == Ascii.openBrace
    else {
      return false
    }
    return ["[toc]", "[[toc]]", "[[_toc_]]", "{:toc}"].contains(
      String(decoding: paragraph, as: UTF8.self).trimmingWhiteSpace().lowercased())
  }

  /// All `[words]{.class}` of some bytes, from left to right. The words may hold others, which are not told apart.
  static func spans(in range: SourceRange, of source: [UInt8]) -> [ForeignMark] {
    // Brackets are common, and without these two there is no mark.
    guard source.firstOffset(of: [Ascii.closeBracket, Ascii.openBrace], in: range) != nil else { return [] }
    var marks: [ForeignMark] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if source[index] == Ascii.openBracket, let mark = span(at: index, to: range.upperBound, in: source) {
        marks.append(mark)
        index = mark.range.upperBound
      } else {
        index += 1
      }
    }
    return marks
  }

  /// `[words]{.class}` that begins at a byte, on one line. How far it is looked for is limited, so that many brackets
  /// without an end cost little.
  package static func span(at index: Int, to end: Int, in source: [UInt8]) -> ForeignMark? {
    let limit = min(end, index + longest)
    guard var close = closing(of: index, to: limit, in: source) else { return nil }
    let words = (index + 1)..<close
    close += 1
    guard let last = endOfAttributes(at: close, to: limit, in: source) else { return nil }
    return ForeignMark(kind: .span, range: index..<last, words: words)
  }

  /// Whether bytes are an edge of a mark and nothing else: what may be left out without losing a word.
  package static func isEdge(_ bytes: [UInt8]) -> Bool {
    if bytes == [Ascii.openBracket] || isContents(bytes[...]) { return true }
    if let mark = span(at: 0, to: bytes.count, in: bytes) {
      return mark.words.isEmpty && mark.range.count == bytes.count
    }
    let start = bytes.first == Ascii.closeBracket ? 1 : bytes.firstContent(in: bytes.indices)
    return endOfAttributes(at: start, to: bytes.count, in: bytes) == bytes.count
  }

  /// ` {#id .class}` with which a heading ends, and the blanks before it.
  static func attributes(atEndOf line: SourceRange, of source: [UInt8]) -> ForeignMark? {
    let line = WhiteSpace.trimming(line, of: source)
    guard !line.isEmpty, source[line.upperBound - 1] == Ascii.closeBrace,
      let open = source[line].suffix(longest).lastIndex(of: Ascii.openBrace), open > line.lowerBound,
      Ascii.isBlank(source[open - 1]), endOfAttributes(at: open, to: line.upperBound, in: source) == line.upperBound
    else { return nil }
    let start = WhiteSpace.trimming(line.lowerBound..<open, of: source).upperBound
    return ForeignMark(kind: .attributes, range: start..<line.upperBound, words: start..<start)
  }

  /// The bracket that closes another.
  private static func closing(of open: Int, to end: Int, in source: [UInt8]) -> Int? {
    var depth = 0
    var index = open
    while index < end {
      switch source[index] {
      case Ascii.backslash: index += 1
      case Ascii.openBracket: depth += 1
      case Ascii.closeBracket:
        depth -= 1
        if depth == 0 { return index }
      case Ascii.lineFeed, Ascii.carriageReturn: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Behind `{#id .class key="value"}`.
  private static func endOfAttributes(at open: Int, to end: Int, in source: [UInt8]) -> Int? {
    guard open + 2 < end, source[open] == Ascii.openBrace,
      let close = source[open..<end].firstIndex(where: { $0 == Ascii.closeBrace || $0 == Ascii.lineFeed }),
      source[close] == Ascii.closeBrace
    else { return nil }
    let parts = source[(open + 1)..<close].split(whereSeparator: Ascii.isBlank)
    let areAttributes = parts.allSatisfy { part in
      part.count > 1 && (part.first == Ascii.hash || part.first == Ascii.dot)
        || part.firstIndex(of: Ascii.equals).map { $0 > part.startIndex } == true
    }
    return areAttributes && !parts.isEmpty ? close + 1 : nil
  }

  private static let longest = 400
}

extension String {
  /// The text with the words of `[words]{.class}` in its place.
  package var withoutForeignMarks: String {
    guard has("]{") else { return self }
    let bytes = Array(utf8)
    let edges = ForeignMarkReader.spans(in: bytes.indices, of: bytes).flatMap(\.edges)
    var kept: [UInt8] = []
    var start = 0
    for edge in edges {
      kept += bytes[start..<edge.lowerBound]
      start = edge.upperBound
    }
    return String(decoding: kept + bytes[start...], as: UTF8.self)
  }
}
