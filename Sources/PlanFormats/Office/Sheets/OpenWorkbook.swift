import PlanOffice
import PlanText

/// Reads a workbook of OpenDocument (`.ods`, or a flat `.fods`; ODF 1.3, part 3, 9).
struct OpenWorkbook {
  private var xml: XMLReader
  private let part: String
  private(set) var sheets: [Sheet] = []
  private(set) var leftOut: [LeftOut] = []
  /// Whether sheets that are not shown are read as the others.
  private var includesHidden = false
  /// How many bytes of words may still be repeated because a number in the file says so.
  private var copiesLeft: Int
  private var isTooLarge = false
  /// The styles of sheets that are not shown.
  private var hiddenStyles: Set<String> = []

  static func read(_ bytes: [UInt8], part: String) throws(OfficeFault) -> OfficeDocument {
    let workbook = try reading(bytes, part: part)
    return OfficeDocument(blocks: SheetBlocks(workbook.sheets).blocks, leftOut: workbook.leftOut)
  }

  /// The workbook with all its sheets.
  static func reading(
    _ bytes: [UInt8], part: String, includesHidden: Bool = false
  ) throws(OfficeFault) -> OpenWorkbook {
    var workbook: OpenWorkbook
    do throws(XMLFault) {
      workbook = try OpenWorkbook(bytes, part: part)
      workbook.includesHidden = includesHidden
      try workbook.read()
    } catch {
      throw .xml(error, part: part)
    }
    if workbook.isTooLarge { throw .tableTooLarge(limit: OfficeTable.placeLimit) }
    return workbook
  }

  private init(_ bytes: [UInt8], part: String) throws(XMLFault) {
    xml = try XMLReader(bytes, namespaces: .openDocument)
    self.part = part
    copiesLeft = 4 * bytes.count + 1 << 16
  }

  private mutating func read() throws(XMLFault) {
    var style = ""
    while let event = try xml.next() {
      switch event {
      case .start("style:style"): style = try xml.attribute("style:name") ?? ""
      case .start("style:table-properties"):
        if try xml.attribute("table:display") == "false" { hiddenStyles.insert(style) }
      case .start("style:header"), .start("style:footer"):
        let kind: LeftOut.Kind = event == .start("style:header") ? .pageHeader : .pageFooter
        leaveOut(kind, try words())
      case .start("table:table"): try sheet()
      default: break
      }
    }
  }

  private mutating func leaveOut(_ kind: LeftOut.Kind, _ text: String) {
    if !text.isEmpty || kind == .picture || kind == .object { leftOut.append(LeftOut(kind: kind, text: text)) }
  }

  private mutating func sheet() throws(XMLFault) {
    var sheet = Sheet(name: try xml.attribute("table:name") ?? "", part: part)
    let style = try xml.attribute("table:style-name") ?? ""
    let isHidden = !includesHidden && hiddenStyles.contains(style)
    var number = 1
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("table:table-row"):
        let times = try repeats("table:number-rows-repeated")
        var row = try self.row(number)
        let size = row.cells.reduce(0) { $0 + $1.text.utf8.count + 16 }
        // Sheets end in a million empty rows.
        for time in 0..<(row.isBlank ? 1 : times) {
          if time > 0, !takes(size) { break }
          sheet.rows.append(row)
          row = Sheet.Row(number: row.number + 1, cells: row.cells)
        }
        number = min(Self.rowLimit, number + times)
      case .start("table:shapes"):
        leaveOut(.object, "")
        try xml.skipElement()
      case .start("office:forms"), .start("table:table-source"): try xml.skipElement()
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    if isHidden {
      let words = sheet.rows.flatMap { $0.cells.map(\.text) }.joined(separator: " ")
      leaveOut(.hiddenText, words.isEmpty ? "" : sheet.name + "：" + words)
    } else {
      sheets.append(sheet)
      if !sheet.isNamed { leaveOut(.sheetName, sheet.name) }
    }
  }

  private mutating func row(_ number: Int) throws(XMLFault) -> Sheet.Row {
    var row = Sheet.Row(number: number)
    var column = 0
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("table:table-cell"), .start("table:covered-table-cell"):
        let isCovered = event == .start("table:covered-table-cell")
        let times = try repeats("table:number-columns-repeated")
        let spans = (try repeats("table:number-columns-spanned"), try repeats("table:number-rows-spanned"))
        let date = try xml.attribute("office:date-value")
        let text = SheetDate.shown(try words(), date)
        if !text.isEmpty, isCovered { leaveOut(.coveredText, text) }
        if !isCovered, !text.isEmpty || spans.0 > 1 || spans.1 > 1 {
          for time in 0..<times {
            if time > 0, !takes(text.utf8.count + 16) { break }
            guard column + time < OfficeTable.columnLimit else {
              isTooLarge = true
              break
            }
            row.cells.append(
              Sheet.Cell(
                column: column + time, text: text, columns: min(spans.0, OfficeTable.columnLimit),
                rows: min(spans.1, Self.rowLimit)))
          }
        }
        column = min(OfficeTable.columnLimit, column + times)
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    return row
  }

  /// Whether so many bytes may be repeated once more.
  private mutating func takes(_ size: Int) -> Bool {
    copiesLeft -= size
    if copiesLeft < 0 { isTooLarge = true }
    return !isTooLarge
  }

  /// The words of the paragraphs in the element that has just begun, a line for each.
  private mutating func words() throws(XMLFault) -> String {
    var lines: [String] = []
    var line = OfficeLine()
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("text:p"), .start("text:h"): line = OfficeLine()
      case .end("text:p"), .end("text:h"):
        line.trimEnd()
        lines.append(line.text)
        line = OfficeLine()
      case .start("text:s"):
        line.text += String(
          repeating: " ", count: max(0, min(1000, try xml.attribute("text:c").flatMap { Int($0) } ?? 1)))
      case .start("text:tab"): line.text += "\t"
      case .start("text:line-break"): line.text += "\n"
      case .start("office:annotation"): leaveOut(.comment, try words())
      case .start("dc:creator"), .start("dc:date"), .start("meta:date-string"), .start("text:ruby-text"):
        try xml.skipElement()
      case .start("draw:frame"), .start("draw:image"):
        leaveOut(.picture, "")
        try xml.skipElement()
      case .text(let text): line.addCollapsed(text)
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    return SymbolFont.shown(lines.joined(separator: "\n")).trimmingWhiteSpace()
  }

  private func repeats(_ name: String) throws(XMLFault) -> Int {
    min(Self.rowLimit, max(1, try xml.attribute(name).flatMap { Int($0) } ?? 1))
  }

  /// The most rows that a sheet has.
  private static let rowLimit = 1 << 21
}
