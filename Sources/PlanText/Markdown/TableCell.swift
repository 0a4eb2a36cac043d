/// How a text stands in the cell of a pipe table: `|` is `\|`, a line break is `<br>`.
///
/// Both directions are exact: what is escaped reads back as it was. A backslash is doubled only where a `|` or the end
/// of the cell follows, and a `<br>` that is part of the text becomes `&lt;br>`.
public enum TableCell {
  /// What stands in a cell that is empty, where nothing at all would mean the cell above. It is shown as nothing.
  package static let empty = "&nbsp;"

  /// The text as it stands in a cell.
  public static func escape(_ text: String) -> String {
    // Most texts stand in a cell as they are.
    if text.utf8.withContiguousStorageIfAvailable({ $0.allSatisfy(isPlain) }) ?? false { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Ascii.backslash {
        let run = bytes[index...].prefix { $0 == Ascii.backslash }.count
        let doubled =
          index + run == bytes.count || bytes[index + run] == Ascii.pipe || bytes[index + run] == Ascii.lineFeed
        result.append(contentsOf: repeatElement(Ascii.backslash, count: doubled ? run * 2 : run))
        index += run
        continue
      }
      if byte == Ascii.pipe { result.append(Ascii.backslash) }
      if byte == Ascii.lineFeed {
        result.append(contentsOf: "<br>".utf8)
      } else if lineBreakLength(at: index, in: bytes) != nil {
        result.append(contentsOf: "&lt;".utf8)
      } else if let amps = escapedLineBreak(at: index, in: bytes) {
        result.append(contentsOf: "&amp;".utf8)
        result.append(contentsOf: bytes[(index + 1)..<(index + amps)])
        index += amps
        continue
      } else {
        result.append(byte)
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a byte stands in a cell as it is, whatever is beside it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.backslash, Ascii.pipe, Ascii.lineFeed, Ascii.less, UInt8(ascii: "&"): false
    default: true
    }
  }

  /// The text that a stretch of the file, the inside of a cell, stands for.
  static func unescape(_ range: SourceRange, in source: [UInt8]) -> PlanText {
    let bytes = source
    // Most cells hold nothing that stands for something else.
    if !bytes[range].contains(where: { $0 == Ascii.backslash || $0 == Ascii.less || $0 == 0x26 }) {
      let rest = WhiteSpace.trimming(range, of: bytes)
      return PlanText(String(decoding: bytes[rest], as: UTF8.self), range: rest)
    }
    var builder = PlanTextBuilder(source)
    var index = range.lowerBound
    var plain = index
    func flush(upTo end: Int, into builder: inout PlanTextBuilder) {
      if plain < end { builder.append(plain..<end) }
    }
    while index < range.upperBound {
      switch bytes[index] {
      case Ascii.backslash:
        let run = bytes[index..<range.upperBound].prefix { $0 == Ascii.backslash }.count
        let isBreak = lineBreakLength(at: index + run, in: bytes, end: range.upperBound) != nil
        let atEnd = index + run == range.upperBound || isBreak
        let atPipe = !atEnd && bytes[index + run] == Ascii.pipe
        if atEnd || atPipe {
          flush(upTo: index, into: &builder)
          builder.append(repeatElement(Ascii.backslash, count: run / 2), for: index..<(index + run))
          // An odd backslash at the end of a cell stands for itself; before a pipe it is the escape.
          if atEnd, !run.isMultiple(of: 2) {
            builder.append(CollectionOfOne(Ascii.backslash), for: (index + run - 1)..<(index + run))
          }
          plain = index + run
        }
        index += run
        if atPipe { index += 1 }
      case Ascii.less:
        if let length = lineBreakLength(at: index, in: bytes, end: range.upperBound) {
          flush(upTo: index, into: &builder)
          builder.append(CollectionOfOne(Ascii.lineFeed), for: index..<(index + length))
          index += length
          plain = index
        } else {
          index += 1
        }
      case 0x26:
        if let length = escapedLineBreak(at: index, in: bytes, end: range.upperBound) {
          flush(upTo: index, into: &builder)
          let isPlain = length == 6
          if isPlain {
            builder.append(CollectionOfOne(Ascii.less), for: index..<(index + 4))
            plain = index + 4
          } else {
            builder.append(CollectionOfOne(0x26), for: index..<(index + 5))
            plain = index + 5
          }
          index += length
        } else {
          index += 1
        }
      default: index += 1
      }
    }
    flush(upTo: range.upperBound, into: &builder)
    return builder.build()
  }

  /// The length of `<br>`, `<br/>` or `<br />` at `index`.
  static func lineBreakLength(at index: Int, in bytes: [UInt8], end: Int? = nil) -> Int? {
    let end = end ?? bytes.count
    guard end - index >= 4, bytes[index] == Ascii.less, bytes[index + 1] | 0x20 == 0x62, bytes[index + 2] | 0x20 == 0x72
    else {
      return nil
    }
    var close = index + 3
    if close < end, bytes[close] == Ascii.space { close += 1 }
    if close < end, bytes[close] == Ascii.slash { close += 1 }
    return close < end && bytes[close] == Ascii.greater ? close + 1 - index : nil
  }

  /// The length of `&lt;br`, `&amp;lt;br`, `&amp;amp;lt;br` … at `index`.
  private static func escapedLineBreak(at index: Int, in bytes: [UInt8], end: Int? = nil) -> Int? {
    let end = end ?? bytes.count
    guard index < end, bytes[index] == 0x26 else { return nil }
    var next = index + 1
    while bytes.has("amp;", at: next, to: end) { next += 4 }
    guard bytes.has("lt;", at: next, to: end), end - next >= 5, bytes[next + 3] | 0x20 == 0x62,
      bytes[next + 4] | 0x20 == 0x72
    else { return nil }
    return next + 5 - index
  }
}

/// Splits the line of a pipe table into its cells.
package enum TableRowScanner {
  package static func row(_ line: MarkdownLine, in source: [UInt8]) -> MarkdownRow {
    var start = line.start
    var end = line.end
    while start < end, Ascii.isBlank(source[start]) { start += 1 }
    while end > start, Ascii.isBlank(source[end - 1]) { end -= 1 }
    let range = start..<end
    if start < end, source[start] == Ascii.pipe { start += 1 }
    var cells: [PlanText] = []
    var cellStart = start
    var index = start
    while index < end {
      if source[index] == Ascii.backslash {
        let run = source[index..<end].prefix { $0 == Ascii.backslash }.count
        index += run
        if index < end, source[index] == Ascii.pipe, !run.isMultiple(of: 2) { index += 1 }
        continue
      }
      if source[index] == Ascii.pipe {
        cells.append(cell(cellStart..<index, in: source))
        cellStart = index + 1
      }
      index += 1
    }
    if cellStart < end { cells.append(cell(cellStart..<end, in: source)) }
    return MarkdownRow(cells: cells, range: range)
  }

  /// The row that a line is with bars that Markdown does not know.
  package static func row(_ line: TableLine, in source: [UInt8]) -> MarkdownRow {
    line.strangeBar == nil
      ? row(MarkdownLine(start: line.range.lowerBound, end: line.range.upperBound), in: source)
      : MarkdownRow(cells: line.cells.map { cell($0, in: source) }, range: line.range)
  }

  /// The text of a cell. An empty one still knows where it is.
  private static func cell(_ range: SourceRange, in source: [UInt8]) -> PlanText {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, Ascii.isBlank(source[lower]) { lower += 1 }
    while upper > lower, Ascii.isBlank(source[upper - 1]) { upper -= 1 }
    guard lower < upper else { return PlanText("", range: range.lowerBound..<range.lowerBound) }
    return TableCell.unescape(lower..<upper, in: source)
  }
}
