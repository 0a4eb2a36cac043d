import PlanOffice
import PlanText

/// Writes document.xml of a Word file. The order of elements inside another is that of the schema, which Word insists on
/// and other programs do not.
struct WordPages {
  /// document.xml
  private(set) var xml = XMLWriter()
  /// The addresses that the text leads to, as the relationships with the numbers of ``link(_:)``.
  private(set) var links: [String] = []
  private var linkNumbers: [String: Int] = [:]
  private(set) var hasBullets = false

  static let footer = "rId3"

  /// The height of a line in a cell, in twentieths of a point.
  private static let lineHeight = OfficeFont.size(of: .cell) * 26

  /// The identifier of the relationship to an address by its number.
  static func link(_ number: Int) -> String { "rIdLink\(number + 1)" }

  init(_ document: OfficePages) {
    xml.begin(
      "w:document", ("xmlns:w", WordStyles.namespace),
      ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"))
    xml.begin("w:body")
    for (number, section) in document.sections.enumerated() {
      write(section, isLast: number == document.sections.count - 1)
    }
    if document.sections.isEmpty { write(OfficePage.portrait) }
    xml.lineBreak()
  }

  /// A section ends with the properties of its pages: those of the last stand at the end of the body, the others in a
  /// paragraph.
  private mutating func write(_ section: OfficeSection, isLast: Bool) {
    write(section.blocks.dropLast(), before: section.blocks.last)
    switch section.blocks.last {
    case .paragraph(let paragraph)?: write(paragraph, endOf: isLast ? nil : section.page)
    case .table(let table)?:
      write(table)
      // Behind a table stands a paragraph.
      write(.gap, endOf: isLast ? nil : section.page)
    case nil: break
    }
    if isLast { write(section.page) }
  }

  private mutating func write(_ page: OfficePage) {
    xml.lineBreak()
    xml.element("w:sectPr") { xml in
      xml.empty("w:footerReference", ("w:type", "default"), ("r:id", Self.footer))
      xml.begin("w:pgSz", ("w:w", "\(page.width)"), ("w:h", "\(page.height)"))
      if page == .landscape { xml.attribute("w:orient", "landscape") }
      xml.end()
      let margin = "\(OfficePage.margin)"
      xml.empty(
        "w:pgMar", ("w:top", margin), ("w:right", margin), ("w:bottom", margin), ("w:left", margin),
        ("w:header", "\(OfficePage.footerMargin)"), ("w:footer", "\(OfficePage.footerMargin)"), ("w:gutter", "0"))
    }
  }

  /// Blocks, and what keeps tables apart that follow each other: Word makes one of them.
  private mutating func write(_ blocks: ArraySlice<OfficeBlock>, before next: OfficeBlock?) {
    for (number, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph): write(paragraph)
      case .table(let table):
        write(table)
        let following = number + 1 < blocks.count ? blocks[blocks.startIndex + number + 1] : next
        if case .table? = following { write(.gap) }
      }
    }
  }

  // MARK: Tables

  private mutating func write(_ table: OfficeTable) {
    let width = table.widths.reduce(0, +)
    xml.lineBreak()
    xml.begin("w:tbl")
    xml.element("w:tblPr") { xml in
      xml.empty("w:tblStyle", ("w:val", "TableGrid"))
      xml.empty("w:tblW", ("w:w", "\(width)"), ("w:type", "dxa"))
      xml.empty("w:tblLayout", ("w:type", "fixed"))
    }
    xml.element("w:tblGrid") { xml in
      for width in table.widths { xml.empty("w:gridCol", ("w:w", "\(width)")) }
    }
    xml.lineBreak()
    xml.begin("w:tr")
    xml.element("w:trPr") { xml in
      xml.empty("w:cantSplit")
      xml.empty("w:tblHeader")
    }
    for (cell, width) in zip(table.header, table.widths) { write(cell, width: width, isHeader: true, isJoined: false) }
    xml.end()
    for row in table.rows {
      xml.lineBreak()
      xml.begin("w:tr")
      if !row.isBreakable || row.leastLines > 0 {
        xml.element("w:trPr") { xml in
          if !row.isBreakable { xml.empty("w:cantSplit") }
          if row.leastLines > 0 {
            let height = row.leastLines * Self.lineHeight + 2 * OfficeTable.padding
            xml.empty("w:trHeight", ("w:val", "\(height)"), ("w:hRule", "atLeast"))
          }
        }
      }
      for (cell, width) in zip(row.cells, table.widths) {
        write(cell, width: width, isHeader: false, isJoined: cell.span != 1)
      }
      xml.end()
    }
    xml.end()
  }

  private mutating func write(_ cell: OfficeCell, width: Int, isHeader: Bool, isJoined: Bool) {
    xml.lineBreak()
    xml.begin("w:tc")
    xml.element("w:tcPr") { xml in
      xml.empty("w:tcW", ("w:w", "\(width)"), ("w:type", "dxa"))
      if isJoined {
        if cell.span > 0 { xml.empty("w:vMerge", ("w:val", "restart")) } else { xml.empty("w:vMerge") }
      }
      if isHeader {
        xml.empty("w:shd", ("w:val", "clear"), ("w:color", "auto"), ("w:fill", "EEEEEE"))
        xml.empty("w:vAlign", ("w:val", "center"))
      }
    }
    if cell.blocks.isEmpty { write(OfficeParagraph(style: ParagraphStyle(kind: .cell), runs: [])) }
    write(cell.blocks[...], before: nil)
    xml.end()
  }

  // MARK: Paragraphs

  private mutating func write(_ paragraph: OfficeParagraph, endOf page: OfficePage? = nil) {
    let style = paragraph.style
    xml.lineBreak()
    xml.begin("w:p")
    if style != ParagraphStyle() || page != nil {
      xml.begin("w:pPr")
      if let identifier = WordStyles.identifier(of: style.kind) { xml.empty("w:pStyle", ("w:val", identifier)) }
      if let depth = style.bullet {
        hasBullets = true
        xml.element("w:numPr") { xml in
          xml.empty("w:ilvl", ("w:val", "\(depth)"))
          xml.empty("w:numId", ("w:val", "\(WordStyles.bullets)"))
        }
      }
      if style.isRuled { xml.element("w:pBdr") { WordStyles.line("w:bottom", &$0) } }
      if style.indent > 0 {
        xml.begin("w:ind", ("w:left", "\(style.indent)"))
        if style.hanging > 0 { xml.attribute("w:hanging", "\(style.hanging)") }
        xml.end()
      }
      if style.isCentered { xml.empty("w:jc", ("w:val", "center")) }
      if let page { write(page) }
      xml.end()
    }
    for run in paragraph.runs { write(run) }
    xml.end()
  }

  private mutating func write(_ run: OfficeRun) {
    if let link = run.link {
      xml.begin("w:hyperlink", ("r:id", Self.link(number(of: link))))
      writeRun(run)
      xml.end()
    } else {
      writeRun(run)
    }
  }

  private mutating func number(of link: String) -> Int {
    if let number = linkNumbers[link] { return number }
    links.append(link)
    linkNumbers[link] = links.count - 1
    return links.count - 1
  }

  private mutating func writeRun(_ run: OfficeRun) {
    xml.begin("w:r")
    let isAmbiguous = run.text.unicodeScalars.contains { (0xA0..<0x2E80).contains($0.value) }
    if !run.marks.isEmpty || isAmbiguous {
      xml.begin("w:rPr")
      if run.marks.contains(.code) {
        xml.empty("w:rFonts", ("w:ascii", OfficeFont.code), ("w:hAnsi", OfficeFont.code), ("w:cs", OfficeFont.code))
      } else if isAmbiguous {
        // “”…—①: characters that are in both fonts are Chinese here.
        xml.empty("w:rFonts", ("w:hint", "eastAsia"))
      }
      if run.marks.contains(.bold) {
        xml.empty("w:b")
        xml.empty("w:bCs")
      }
      if run.marks.contains(.underline) { xml.empty("w:u", ("w:val", "single")) }
      if run.marks.contains(.raised) { xml.empty("w:vertAlign", ("w:val", "superscript")) }
      xml.end()
    }
    write(run.text)
    xml.end()
  }

  /// Words with their tabs and line breaks, which would be blanks otherwise.
  private mutating func write(_ text: String) {
    for (number, line) in text.lineSlices.enumerated() {
      if number > 0 { xml.empty("w:br") }
      for (number, words) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { xml.empty("w:tab") }
        if !words.isEmpty { xml.element("w:t", ("xml:space", "preserve")) { $0.text(words) } }
      }
    }
  }
}
