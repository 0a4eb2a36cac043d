/// A frame of `+`, `-` and `|`, or of ┌, ─ and │, in which cells span rows or columns: what belongs to a cell is told by
/// where the walls stand when it is shown in a fixed-width font. In fonts for Chinese, and so in the tables of databases
/// of law, ─ and │ are as wide as a Chinese character.
struct SpannedFrame {
  private let source: [UInt8]
  private let lines: [TableLine]
  /// The columns, from 0, at which walls may stand, and the byte of each line at each of them.
  private var places: [[Int]] = []
  /// The lines of words in each row, and the border above it.
  private var bands: [(border: Int, words: Range<Int>)] = []
  private let width: Int

  init?(_ lines: [TableLine], in source: [UInt8], strokeWidth: Int) {
    (self.lines, self.source) = (lines, source)
    var walls: Set<Int> = []
    for line in lines { walls.formUnion(Self.corners(of: line.range, in: source, strokeWidth)) }
    let columns = walls.sorted()
    width = columns.count - 1
    guard width > 0 else { return nil }
    for line in lines {
      // Each line reaches as far as the last wall, so that there are no more places than bytes.
      guard let own = Self.places(of: columns, in: line.range, of: source, strokeWidth),
        Self.holdsAllWalls(own, of: line, in: source)
      else { return nil }
      places.append(own)
    }
    guard lines.indices.first.map({ hasBorder($0) }) == true, hasBorder(lines.count - 1) else { return nil }
    var border = 0
    for index in lines.indices.dropFirst() where hasBorder(index) {
      guard index > border + 1 else { return nil }
      bands.append((border, (border + 1)..<index))
      border = index
    }
    if bands.isEmpty { return nil }
  }

  func grid(_ range: SourceRange) -> Grid? {
    var builder = GridBuilder(tableOf: range.count)
    var headerRows = 1
    var covered = 0
    for row in bands.indices {
      let band = bands[row]
      if row > 0, (0..<width).contains(where: { isDouble(band.border, $0) }) { headerRows = row }
      var column = 0
      while column < width {
        guard !isContinued(row, column), !isJoined(row, column) else {
          column += 1
          continue
        }
        var end = column + 1
        while end < width, isJoined(row, end), !isContinued(row, end) { end += 1 }
        var below = row + 1
        while below < bands.count, isContinued(below, column),
          (column..<end).allSatisfy({ isContinued(below, $0) && ($0 == column) != isJoined(below, $0) })
        {
          below += 1
        }
        builder.add(words(row..<below, column..<end), rows: below - row, columns: end - column)
        covered += (below - row) * (end - column)
        column = end
      }
      builder.endRow(lines[band.words.lowerBound].range.lowerBound..<lines[band.words.upperBound - 1].range.upperBound)
    }
    // What is no rectangle is no cell.
    return covered == bands.count * width ? builder.grid(headerRows: headerRows, range: range) : nil
  }

  private func words(_ rows: Range<Int>, _ columns: Range<Int>) -> PlanText {
    var words = CellWords(source)
    let first = bands[rows.lowerBound].words.lowerBound
    for line in first..<bands[rows.upperBound - 1].words.upperBound {
      words.addLine(behindWall(line, columns.lowerBound)..<places[line][columns.upperBound], in: source)
    }
    return words.text(at: behindWall(first, columns.lowerBound))
  }

  // MARK: Walls

  /// Whether a line begins and ends with a wall, and has none between the places of walls.
  private static func holdsAllWalls(_ places: [Int], of line: TableLine, in source: [UInt8]) -> Bool {
    guard let first = places.first, let last = places.last, first == line.range.lowerBound,
      source.scalar(at: last).next == line.range.upperBound,
      [first, last].allSatisfy({ place in
        let scalar = source.scalar(at: place).scalar
        return walls.contains(scalar) || scalar == "+" || isCorner(scalar)
      })
    else { return false }
    var next = 0
    return line.bars.allSatisfy { bar in
      while places[next] < bar.lowerBound { next += 1 }
      return places[next] == bar.lowerBound
    }
  }

  /// Whether the border above a row lets a column through.
  private func isContinued(_ row: Int, _ column: Int) -> Bool { row > 0 && !isBorder(bands[row].border, column) }

  /// Whether no wall stands before a column in a row.
  private func isJoined(_ row: Int, _ column: Int) -> Bool {
    column > 0 && bands[row].words.allSatisfy { !Self.walls.contains(source.scalar(at: places[$0][column]).scalar) }
  }

  private func hasBorder(_ line: Int) -> Bool { (0..<width).contains { isBorder(line, $0) } }

  private func isBorder(_ line: Int, _ column: Int) -> Bool {
    let start = behindWall(line, column)
    guard start < places[line][column + 1] else { return false }
    return String(decoding: source[start..<places[line][column + 1]], as: UTF8.self).unicodeScalars.allSatisfy {
      "-=:+".unicodeScalars.contains($0) || FrameTable.strokes.contains($0) || Self.isCorner($0)
    }
  }

  private func isDouble(_ line: Int, _ column: Int) -> Bool {
    isBorder(line, column) && source[behindWall(line, column)..<places[line][column + 1]].contains(UInt8(ascii: "="))
  }

  /// Behind the character that stands at the place of a wall.
  private func behindWall(_ line: Int, _ column: Int) -> Int { source.scalar(at: places[line][column]).next }

  private static let walls: ScalarSet = "|│┃║"

  /// Whether a character draws a corner or a crossing of a frame.
  private static func isCorner(_ scalar: Unicode.Scalar) -> Bool {
    (0x2500...0x257F).contains(scalar.value) && !walls.contains(scalar) && !FrameTable.strokes.contains(scalar)
  }

  private static func width(of scalar: Unicode.Scalar, _ strokeWidth: Int) -> Int {
    (0x2500...0x257F).contains(scalar.value) ? strokeWidth : DisplayWidth.of(scalar)
  }

  /// The columns of the `+` beside a stroke, and of drawn corners.
  private static func corners(of range: SourceRange, in source: [UInt8], _ strokeWidth: Int) -> [Int] {
    var corners: [Int] = []
    func isStroke(_ index: Int) -> Bool {
      range.contains(index) && (source[index] == Ascii.hyphen || source[index] == UInt8(ascii: "="))
    }
    var (index, column) = (range.lowerBound, 0)
    while index < range.upperBound {
      if source[index] == Ascii.plus, isStroke(index - 1) || isStroke(index + 1) { corners.append(column) }
      let (scalar, next) = source.scalar(at: index)
      if isCorner(scalar) { corners.append(column) }
      column += width(of: scalar, strokeWidth)
      index = next
    }
    return corners
  }

  /// The byte at each of some columns; nil for a line that is too short, or has a character across one of them.
  private static func places(
    of columns: [Int], in range: SourceRange, of source: [UInt8], _ strokeWidth: Int
  ) -> [Int]? {
    var places: [Int] = []
    var (index, column) = (range.lowerBound, 0)
    while index < range.upperBound, places.count < columns.count {
      guard column <= columns[places.count] else { return nil }
      if column == columns[places.count] { places.append(index) }
      let (scalar, next) = source.scalar(at: index)
      column += width(of: scalar, strokeWidth)
      index = next
    }
    return places.count == columns.count ? places : nil
  }
}
