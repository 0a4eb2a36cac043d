import PlanModel
import PlanText

/// The blocks of a document as a plan is made of them: no blank paragraphs, frames opened, tables that go on joined.
struct DraftBlocks {
  private(set) var blocks: [OfficeBlock] = []
  private(set) var leftOut: [LeftOut] = []
  private(set) var joinedTables = 0

  init(_ document: OfficeDocument) {
    for block in Self.opened(document.blocks) { add(block) }
  }

  /// The blocks without blank paragraphs; a table of one cell is a frame around what stands in it, and one without words
  /// is nothing.
  private static func opened(_ blocks: [OfficeBlock]) -> [OfficeBlock] {
    blocks.flatMap { block -> [OfficeBlock] in
      switch block {
      case .paragraph(let paragraph): return paragraph.isBlank ? [] : [block]
      case .table(let table):
        let cells = table.rows.flatMap(\.cells)
        if cells.count == 1 { return opened(cells[0].blocks) }
        return cells.allSatisfy { $0.blocks.text.isEmpty } ? [] : [block]
      }
    }
  }

  /// Adds a block; a table that goes on with the last one is joined with it, and what stands again above it is left out.
  private mutating func add(_ block: OfficeBlock) {
    guard case .table(let next) = block, let last = blocks.lastIndex(where: \.isTable),
      case .table(let table) = blocks[last],
      table.width == next.width
    else {
      blocks.append(block)
      return
    }
    // Between them stands nothing, or the title that stands above the first as well.
    let between = Array(blocks[(last + 1)...]).paragraphs
    let above = blocks[..<last].reversed().prefix(between.count).reversed().map { [$0].text }
    guard zip(between, above).allSatisfy({ Self.isSame($0.shown, $1) }), above.count == between.count else {
      blocks.append(block)
      return
    }
    let headers = Self.headerCount(of: table)
    var rows = next.rows
    if headers > 0, rows.count >= headers,
      (0..<headers).allSatisfy({ Self.isSame(Self.text(of: rows[$0]), Self.text(of: table.rows[$0])) })
    {
      leftOut.append(LeftOut(kind: .repeatedHeader, text: rows[..<headers].map(Self.text).joined(separator: "｜")))
      rows.removeFirst(headers)
    } else if !between.isEmpty || MeasureHeader(rows.first.map(Self.names) ?? []).holdsMeasures {
      // Another table with names of its own.
      blocks.append(block)
      return
    }
    blocks.removeSubrange((last + 1)...)
    leftOut += between.map { LeftOut(kind: .repeatedTitle, text: $0.shown) }
    blocks[last] = .table(OfficeTable(rows: table.rows + rows, number: table.number))
    joinedTables += 1
  }

  /// How many rows at the top name the columns: those that are repeated on each page, or else the first.
  static func headerCount(of table: OfficeTable) -> Int {
    let stated = table.rows.prefix { $0.isHeader }.count
    return stated > 0 && stated < table.rows.count ? stated : min(1, table.rows.count)
  }

  static func names(of row: OfficeTable.Row) -> [String] { row.cells.map { $0.blocks.text.oneLine } }

  private static func text(of row: OfficeTable.Row) -> String { names(of: row).joined(separator: "｜") }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    !NameKey(a).text.isEmpty && NameKey(a) == NameKey(b) || a == b
  }
}

extension OfficeBlock {
  var isTable: Bool { if case .table = self { true } else { false } }
}

extension String {
  /// The words in one line: between two Chinese characters a break is nothing, elsewhere a blank.
  var oneLine: String {
    guard !isOneLine || has(ascii: "\t") else { return trimmingWhiteSpace() }
    var result = ""
    for line in unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\t" }) {
      let words = String(line).trimmingWhiteSpace()
      guard let first = words.unicodeScalars.first else { continue }
      if let last = result.unicodeScalars.last, last.isASCII || first.isASCII { result += " " }
      result += words
    }
    return result
  }
}
