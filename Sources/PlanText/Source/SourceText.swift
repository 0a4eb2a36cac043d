/// A stretch of a file, as UTF-8 byte offsets from its beginning. Byte offsets stay inside the program; whatever is
/// shown to a person goes through ``SourceText/position(at:)``.
public typealias SourceRange = Range<Int>

/// A range as a plan keeps thousands of them, in half the memory: no file that is read is larger than what 32 bits
/// count.
@usableFromInline package struct StoredRange: Sendable {
  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32

  @inlinable package init(_ range: SourceRange) {
    lower = UInt32(truncatingIfNeeded: range.lowerBound)
    upper = max(lower, UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// The range as it is used.
  @inlinable package var range: SourceRange { Int(lower)..<Int(upper) }
}

/// A place in a file as people count: both numbers start at 1, and a column is one Unicode scalar.
public struct SourcePosition: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, counted in Unicode scalars (a tab is one, 中 is one, an emoji with a joiner is several).
  public let column: Int

  /// A place at a line and column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The bytes of one file and where its lines are.
///
/// Lines end at LF, CRLF or CR. A byte order mark at the beginning belongs to no line.
public struct SourceText: Sendable {
  /// The name to show for the file: its path as the user gave it, or `<stdin>`.
  public let name: String
  /// The whole file, unchanged.
  public let bytes: [UInt8]
  /// Where the words stand in the document that the text was made of; nil for a text that is a file itself.
  public let places: DocumentPlaces?
  /// The byte offset at which each line begins. There is always at least one line.
  let lineStarts: [Int]
  /// The columns at some bytes of long lines, so that a line as long as the file need not be counted from its beginning
  /// for every finding.
  private let milestones: [Milestone]

  private struct Milestone {
    let offset: Int
    let column: Int
  }

  /// The number of bytes between two milestones of a line.
  private static let stride = 4096

  /// Indexes the lines of `bytes`; nothing is decoded.
  public init(name: String, bytes: [UInt8]) { self.init(name: name, bytes: bytes, places: nil) }

  /// The same of a text that was made of a document; `name` is that of the document.
  package init(name: String, bytes: [UInt8], places: DocumentPlaces?) {
    self.name = name
    self.bytes = bytes
    self.places = places
    let starts = Self.findLineStarts(bytes)
    lineStarts = starts
    milestones = Self.findMilestones(bytes, lineStarts: starts)
  }

  /// The bytes of `text`, under the given name.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of lines; an empty file has one.
  public var lineCount: Int { lineStarts.count }

  /// The bytes of a line without its line break. `line` counts from 1.
  public func rangeOfLine(_ line: Int) -> SourceRange {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    if end > start, bytes[end - 1] == Ascii.lineFeed { end -= 1 }
    if end > start, bytes[end - 1] == Ascii.carriageReturn { end -= 1 }
    return start..<end
  }

  /// The text of a line, damaged bytes shown as U+FFFD. `line` counts from 1.
  public func textOfLine(_ line: Int) -> String {
    String(decoding: bytes[rangeOfLine(line)], as: UTF8.self)
  }

  /// The line, from 1, that holds the byte at `offset`.
  public func line(at offset: Int) -> Int {
    max(1, lineStarts.halvingIndex { $0 > offset })
  }

  /// The place of the byte at `offset`, which may be the end of the file.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, lineStarts[0]), bytes.count)
    let line = line(at: offset)
    var start = Milestone(offset: lineStarts[line - 1], column: 1)
    if let last = lastMilestone(upTo: offset), last.offset > start.offset { start = last }
    let further = bytes[start.offset..<offset].count { !Ascii.isUTF8Continuation($0) }
    return SourcePosition(line: line, column: start.column + further)
  }

  /// The text of a range, damaged bytes shown as U+FFFD.
  public func text(in range: SourceRange) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private func lastMilestone(upTo offset: Int) -> Milestone? {
    let index = milestones.halvingIndex(fromWhich: { $0.offset > offset })
    return index > 0 ? milestones[index - 1] : nil
  }

  private static func findMilestones(_ bytes: [UInt8], lineStarts: [Int]) -> [Milestone] {
    var milestones: [Milestone] = []
    for index in lineStarts.indices {
      let start = lineStarts[index]
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
      if end - start <= stride { continue }
      var column = 1
      var offset = start
      while end - offset > stride {
        column += bytes[offset..<(offset + stride)].count { !Ascii.isUTF8Continuation($0) }
        offset += stride
        milestones.append(Milestone(offset: offset, column: column))
      }
    }
    return milestones
  }

  private static func findLineStarts(_ bytes: [UInt8]) -> [Int] {
    var index = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    var starts = [index]
    starts.reserveCapacity(bytes.count / 64 + 1)
    while true {
      index = bytes.firstIndex(upTo: Ascii.carriageReturn, from: index)
      guard index < bytes.count else { return starts }
      let byte = bytes[index]
      index += 1
      if byte == Ascii.carriageReturn {
        if index < bytes.count, bytes[index] == Ascii.lineFeed { index += 1 }
        starts.append(index)
      } else if byte == Ascii.lineFeed {
        starts.append(index)
      }
    }
  }

  /// The UTF-8 encoding of U+FEFF, which some editors put at the beginning of a file.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
