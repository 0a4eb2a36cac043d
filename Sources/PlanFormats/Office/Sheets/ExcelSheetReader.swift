import PlanOffice
import PlanText

/// Reads the cells of a sheet (`xl/worksheets/sheet1.xml`; ISO/IEC 29500-1, 18.3).
struct ExcelSheetReader {
  var styles = ExcelStyles()
  var strings: [String] = []
  var isSince1904 = false
  private(set) var isTooLarge = false
  private var leftOut: [LeftOut] = []

  /// The rows with words, and what spans in them.
  mutating func rows(_ bytes: [UInt8]) throws(XMLFault) -> [Sheet.Row] {
    var rows: [Sheet.Row] = []
    // By the row and column in which they begin.
    var spans: [Place: (columns: Int, rows: Int)] = [:]
    var xml = try XMLReader(bytes, namespaces: .openXML)
    while let event = try xml.next() {
      switch event {
      case .start("x:row"):
        let last = rows.last?.number ?? 0
        let number = try xml.attribute("r").flatMap { Int($0) } ?? last + 1
        // Rows stand in their order; what does not is no sheet that a program wrote.
        rows.append(try row(&xml, max(last + 1, min(number, Self.rowLimit))))
      case .start("x:mergeCell"):
        let parts = (try xml.attribute("ref") ?? "").split(separator: ":").map { Place(String($0)) }
        if parts.count == 2, let from = parts[0], let to = parts[1], to.row >= from.row, to.column >= from.column {
          spans[from] = (to.column - from.column + 1, to.row - from.row + 1)
        }
      case .start("x:oddHeader"), .start("x:evenHeader"), .start("x:firstHeader"):
        leaveOut(.pageHeader, try xml.readText())
      case .start("x:oddFooter"), .start("x:evenFooter"), .start("x:firstFooter"):
        leaveOut(.pageFooter, try xml.readText())
      default: break
      }
    }
    return spans.isEmpty ? rows : merged(rows, spans)
  }

  mutating func takeLeftOut() -> [LeftOut] {
    defer { leftOut = [] }
    return leftOut
  }

  private mutating func leaveOut(_ kind: LeftOut.Kind, _ text: String) {
    if !text.isEmpty { leftOut.append(LeftOut(kind: kind, text: text)) }
  }

  /// Gives cells their spans. Words in cells that another covers nobody sees.
  private mutating func merged(
    _ rows: [Sheet.Row], _ spans: [Place: (columns: Int, rows: Int)]
  ) -> [Sheet.Row] {
    var rows = rows
    // Down to which row each column is covered.
    var covered = [Int](repeating: 0, count: OfficeTable.columnLimit)
    let byRow = Dictionary(grouping: spans, by: \.key.row)
    var pending = byRow.keys.sorted()[...]
    for index in rows.indices {
      let number = rows[index].number
      while let next = pending.first, next <= number {
        pending.removeFirst()
        for (place, span) in byRow[next] ?? [] {
          let start = min(covered.count, place.column)
          for column in start..<min(covered.count, start + span.columns) {
            covered[column] = max(covered[column], next + span.rows - 1)
          }
        }
      }
      var cells: [Sheet.Cell] = []
      for cell in rows[index].cells {
        let place = Place(row: number, column: cell.column)
        if let span = spans[place] {
          cells.append(Sheet.Cell(column: cell.column, text: cell.text, columns: span.columns, rows: span.rows))
        } else if covered[cell.column] >= number {
          leaveOut(.coveredText, cell.text)
        } else {
          cells.append(cell)
        }
      }
      rows[index].cells = cells
    }
    return rows
  }

  private mutating func row(_ xml: inout XMLReader, _ number: Int) throws(XMLFault) -> Sheet.Row {
    var row = Sheet.Row(number: number)
    var next = 0
    let depth = xml.depth
    while let event = try xml.next() {
      if event == .start("x:c") {
        let column = try xml.attribute("r").flatMap(Place.init)?.column ?? next
        let (kind, style) = (try xml.attribute("t") ?? "n", try xml.attribute("s"))
        let text = try value(&xml, kind, styles[style]).trimmingWhiteSpace()
        next = min(OfficeTable.columnLimit, max(next, column) + 1)
        guard !text.isEmpty else { continue }
        if column >= OfficeTable.columnLimit {
          isTooLarge = true
        } else {
          row.cells.append(Sheet.Cell(column: column, text: text))
        }
      }
      if case .end = event, xml.depth < depth { break }
    }
    return row
  }

  /// What the cell that has just begun says.
  private func value(
    _ xml: inout XMLReader, _ kind: String, _ shown: ExcelStyles.Shown
  ) throws(XMLFault) -> String {
    var (written, text) = ("", "")
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("x:v"): written = try xml.readText()
      case .start("x:is"): text = try ExcelText.words(&xml)
      case .start("x:f"): try xml.skipElement()
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    switch kind {
    case "s": return Int(written).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "inlineStr": return text
    case "b": return written == "1" ? "TRUE" : "FALSE"
    case "d": return SheetDate.shown(written, written)
    case "n":
      guard let number = Double(written) else { return written }
      if shown == .date { return SheetDate.shown(serial: number, since1904: isSince1904) ?? written }
      return SheetNumber.shown(number, isPercent: shown == .percent) ?? written
    default: return written
    }
  }

  /// The most rows that a sheet has.
  private static let rowLimit = 1_048_576

  /// `C5`, as row and column.
  private struct Place: Hashable {
    /// From 1.
    let row: Int
    /// From 0.
    let column: Int

    init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    init?(_ reference: String) {
      let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
      guard (1...3).contains(letters.count), let row = Int(reference.dropFirst(letters.count)),
        (1...ExcelSheetReader.rowLimit).contains(row)
      else { return nil }
      self.row = row
      column = letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
    }
  }
}
