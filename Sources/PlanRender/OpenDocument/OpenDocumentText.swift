import PlanOffice
import PlanText

/// Writes the body of a text document (ODF 1.3, part 3), and collects the styles that it needs.
struct OpenDocumentText {
  private var xml = XMLWriter(fragment: ())
  private var styles = OpenDocumentAutomaticStyles()
  private var tableCount = 0

  /// content.xml
  static func content(of document: OfficePages) -> [UInt8] {
    var writer = OpenDocumentText()
    for (number, section) in document.sections.enumerated() {
      // A master page in the style of the first block begins a new page. The first page of all is a portrait one
      // without that.
      var page = number == 0 && section.page == .portrait ? nil : section.page
      for block in section.blocks {
        writer.write(block, page: page)
        page = nil
      }
    }
    var xml = XMLWriter()
    OpenDocumentPackage.begin("office:document-content", in: &xml)
    OpenDocumentStyles.writeFonts(to: &xml)
    xml.element("office:automatic-styles") { writer.styles.write(to: &$0) }
    xml.lineBreak()
    xml.element("office:body") { xml in
      xml.element("office:text") { $0.add(writer.xml) }
    }
    return xml.finished()
  }

  private mutating func write(_ block: OfficeBlock, page: OfficePage?) {
    switch block {
    case .paragraph(let paragraph): write(paragraph, page: page)
    case .table(let table): write(table, page: page)
    }
  }

  // MARK: Tables

  private mutating func write(_ table: OfficeTable, page: OfficePage?) {
    tableCount += 1
    let name = styles.name(ofTable: table.widths, page: page)
    xml.lineBreak()
    xml.begin("table:table", ("table:name", "表格\(tableCount)"), ("table:style-name", name))
    for column in table.widths.indices {
      xml.empty(
        "table:table-column", ("table:style-name", OpenDocumentAutomaticStyles.column(column, ofTable: name)))
    }
    xml.lineBreak()
    xml.begin("table:table-header-rows")
    xml.begin("table:table-row", ("table:style-name", "RowKept"))
    for cell in table.header { write(cell, style: "HeaderCell") }
    xml.end()
    xml.end()
    for row in table.rows {
      xml.lineBreak()
      xml.begin("table:table-row", ("table:style-name", row.isBreakable ? "Row" : "RowKept"))
      for cell in row.cells { write(cell, style: "Cell") }
      xml.end()
    }
    xml.end()
  }

  private mutating func write(_ cell: OfficeCell, style: String) {
    xml.lineBreak()
    guard cell.span > 0 else {
      xml.empty("table:covered-table-cell", ("table:style-name", style))
      return
    }
    xml.begin("table:table-cell", ("table:style-name", style), ("office:value-type", "string"))
    if cell.span > 1 {
      xml.attribute("table:number-columns-spanned", "1")
      xml.attribute("table:number-rows-spanned", "\(cell.span)")
    }
    for block in cell.blocks { write(block, page: nil) }
    xml.end()
  }

  // MARK: Paragraphs

  private mutating func write(_ paragraph: OfficeParagraph, page: OfficePage?) {
    let style = styles.name(of: paragraph.style, page: page)
    xml.lineBreak()
    for depth in 0..<(paragraph.style.bullet.map { $0 + 1 } ?? 0) {
      xml.begin("text:list")
      // The lists inside take the style of the outermost.
      if depth == 0 { xml.attribute("text:style-name", "Bullets") }
      xml.begin("text:list-item")
    }
    if case .heading(let level) = paragraph.style.kind {
      xml.begin("text:h", ("text:style-name", style), ("text:outline-level", "\(level)"))
    } else {
      xml.begin("text:p", ("text:style-name", style))
    }
    for run in paragraph.runs { write(run) }
    xml.end()
    for _ in 0..<(paragraph.style.bullet.map { 2 * ($0 + 1) } ?? 0) { xml.end() }
  }

  private mutating func write(_ run: OfficeRun) {
    if let link = run.link {
      xml.begin(
        "text:a", ("xlink:type", "simple"), ("xlink:href", link), ("text:style-name", "Link"),
        ("text:visited-style-name", "Link"))
    }
    if let style = styles.name(of: run.marks) {
      xml.begin("text:span", ("text:style-name", style))
      Self.write(run.text, to: &xml)
      xml.end()
    } else {
      Self.write(run.text, to: &xml)
    }
    if run.link != nil { xml.end() }
  }

  /// Words with their blanks and line breaks, which would be one blank each otherwise.
  static func write(_ text: String, to xml: inout XMLWriter) {
    guard text.utf8.contains(where: { $0 <= Ascii.space }) else { return xml.text(text) }
    let bytes = Array(text.utf8)
    var start = 0
    func plain(upTo end: Int, _ xml: inout XMLWriter) {
      if start < end { xml.text(String(decoding: bytes[start..<end], as: UTF8.self)) }
    }
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case Ascii.space:
        let end = bytes[index...].firstIndex { $0 != Ascii.space } ?? bytes.count
        // One blank between two words of a run is itself.
        if end > index + 1 || index == 0 || end == bytes.count || bytes[index - 1] < Ascii.space
          || bytes[end] < Ascii.space
        {
          plain(upTo: index, &xml)
          if end == index + 1 { xml.empty("text:s") } else { xml.empty("text:s", ("text:c", "\(end - index)")) }
          start = end
        }
        index = end
      case Ascii.lineFeed, Ascii.tab:
        plain(upTo: index, &xml)
        if bytes[index] == Ascii.tab { xml.empty("text:tab") } else { xml.empty("text:line-break") }
        index += 1
        start = index
      default: index += 1
      }
    }
    plain(upTo: bytes.count, &xml)
  }
}
