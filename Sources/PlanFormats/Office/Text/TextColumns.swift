import PlanModel
import PlanText

/// A table whose columns stand in the same places on every line, with gaps between them, as `pdftotext -layout` writes
/// it. Only one is read whose first line names columns that plantool knows.
struct TextColumns {
  private(set) var rows: [(line: Int, cells: [[TextPart]])] = []
  private(set) var rules: [String] = []
  /// The line behind it.
  private(set) var end: Int
  private let starts: [Int]

  init?(_ lines: [TextLine], from start: Int) {
    guard lines[start].pieces.count > 2, TextBlocks.namesColumns(lines[start]) else { return nil }
    let names = lines[start].pieces
    starts = names.map(\.columns.lowerBound)
    end = start + 1
    rows = [(lines[start].number, names.map { [TextPart(line: lines[start].number, text: $0.text)] })]
    var isBehindBlank = true
    let hasGaps = Self.hasGaps(lines[end...].prefix(200))
    for line in lines[end...] {
      if line.isBlank {
        isBehindBlank = true
        continue
      }
      if TextBlocks.namesColumns(line) { break }
      if TextBlocks.isRule(line.words) {
        rules.append(line.words)
        isBehindBlank = true
        end = Self.index(behind: line, in: lines, from: end)
        continue
      }
      let pieces = line.pieces
      guard !Self.endsTable(pieces, line, isBehindBlank) else { break }
      let isNew = rows.count == 1 || (hasGaps ? isBehindBlank : begins(pieces))
      if isNew { rows.append((line.number, Array(repeating: [], count: starts.count))) }
      for piece in pieces { add(piece, line: line.number) }
      isBehindBlank = false
      end = Self.index(behind: line, in: lines, from: end)
    }
    // Names with nothing below them are a line of words.
    guard rows.count > 1 else { return nil }
  }

  private static func index(behind line: TextLine, in lines: [TextLine], from start: Int) -> Int {
    (lines[start...].firstIndex { $0.number == line.number } ?? start) + 1
  }

  /// Whether blank lines part the rows.
  private static func hasGaps(_ lines: ArraySlice<TextLine>) -> Bool {
    var seen = false
    for (line, next) in zip(lines, lines.dropFirst()) {
      if !line.isBlank, line.pieces.count > 1 { seen = true }
      if seen, line.isBlank, next.pieces.count > 1 { return true }
      if seen, line.isBlank, next.isBlank { break }
    }
    return false
  }

  /// Words from the left edge on that reach beyond the first column, or a section's number, are no row.
  private static func endsTable(_ pieces: [TextPiece], _ line: TextLine, _ isBehindBlank: Bool) -> Bool {
    guard let first = pieces.first, pieces.count == 1 else { return false }
    if AttachmentReference.all(in: PlanText(line.words)).first?.isAtStart == true { return true }
    guard let label = Label.read(at: line.words)?.label else { return false }
    return label.style == .formal && isBehindBlank && first.columns.lowerBound < 8
  }

  /// Without blank lines a row begins where every column has words, or a number stands before a measure.
  private func begins(_ pieces: [TextPiece]) -> Bool {
    pieces.count == starts.count
  }

  /// Puts a piece into its column: the one that begins nearest to it, but no column to its right that it only reaches
  /// into.
  private mutating func add(_ piece: TextPiece, line: Int) {
    var column = starts.lastIndex { $0 <= piece.columns.lowerBound + 1 } ?? 0
    if column + 1 < starts.count {
      // Names stand in the middle of their columns.
      let (left, right) = (piece.columns.lowerBound - starts[column], starts[column + 1] - piece.columns.lowerBound)
      if right < left, piece.columns.upperBound > starts[column + 1] { column += 1 }
    }
    var cell = rows[rows.count - 1].cells[column]
    let joins = cell.last.map { last in
      Label.read(at: piece.text) == nil && !"。：:".unicodeScalars.contains(last.text.unicodeScalars.last ?? "。")
    }
    if joins ?? false, let last = cell.popLast() {
      cell.append(TextPart(line: last.line, text: last.text.joiningLine(piece.text)))
    } else {
      cell.append(TextPart(line: line, text: piece.text))
    }
    rows[rows.count - 1].cells[column] = cell
  }
}
