import PlanOffice
import PlanText

/// Writes the sheets of a spreadsheet (ODF 1.3, part 3).
struct OpenDocumentSpreadsheet {
  private var xml = XMLWriter(fragment: ())
  private var dateStyles: [DateStyle] = []
  private var dateNames: [DateStyle: String] = [:]
  private var widths: [Int] = []
  private var widthNames: [Int: String] = [:]

  /// The width of a sheet, in twentieths of a point: 36 cm, which fill a screen. Printed, it is as wide as the page.
  private static let width = 20_412

  /// content.xml
  static func content(of spreadsheet: Spreadsheet) -> [UInt8] {
    var writer = OpenDocumentSpreadsheet()
    for sheet in spreadsheet.sheets { writer.write(sheet) }
    var xml = XMLWriter()
    OpenDocumentPackage.begin("office:document-content", in: &xml)
    OpenDocumentStyles.writeFonts(to: &xml)
    xml.element("office:automatic-styles") { writer.writeStyles(to: &$0) }
    xml.lineBreak()
    xml.element("office:body") { xml in
      xml.element("office:spreadsheet") { $0.add(writer.xml) }
    }
    return xml.finished()
  }

  private mutating func write(_ sheet: Spreadsheet.Sheet) {
    let table = sheet.table
    let layout = ColumnWidths(of: table, spans: sheet.spans, on: OfficeFont.paper(of: Self.width))
    xml.lineBreak()
    xml.begin("table:table", ("table:name", sheet.name), ("table:style-name", "Sheet"))
    for width in layout.widths(of: Self.width) {
      xml.empty(
        "table:table-column", ("table:style-name", name(ofWidth: width)), ("table:default-cell-style-name", "Cell"))
    }
    xml.lineBreak()
    xml.begin("table:table-header-rows")
    xml.begin("table:table-row", ("table:style-name", "Row"))
    for column in table.columns { write(column.title, .text, style: "HeaderCell", span: 1) }
    xml.end()
    xml.end()
    for row in table.rows.indices {
      xml.lineBreak()
      xml.begin("table:table-row", ("table:style-name", "Row"))
      for column in table.columns.indices {
        let span = sheet.spans.span(row: row, column: column)
        if span > 0 {
          write(table.rows[row][column], span: span)
        } else {
          xml.lineBreak()
          xml.empty("table:covered-table-cell", ("table:style-name", "Cell"))
        }
      }
      xml.end()
    }
    xml.end()
  }

  private mutating func write(_ cell: TableView.Cell, span: Int) {
    let text = MarkdownList.plain(cell.text) + cell.addition
    let value = SpreadsheetValue(text)
    let style =
      switch value {
      case .text: "Cell"
      case .number: "NumberCell"
      case .date(_, let style): name(of: style)
      }
    write(text, value, style: style, span: span)
  }

  private mutating func write(_ text: String, _ value: SpreadsheetValue, style: String, span: Int) {
    xml.lineBreak()
    xml.begin("table:table-cell", ("table:style-name", style))
    switch value {
    case .text: xml.attribute("office:value-type", "string")
    case .number:
      xml.attribute("office:value-type", "float")
      xml.attribute("office:value", text)
    case .date(let date, _):
      xml.attribute("office:value-type", "date")
      xml.attribute("office:date-value", date.iso)
    }
    if span > 1 {
      xml.attribute("table:number-columns-spanned", "1")
      xml.attribute("table:number-rows-spanned", "\(span)")
    }
    for line in text.lineSlices {
      xml.begin("text:p")
      OpenDocumentText.write(String(line), to: &xml)
      xml.end()
    }
    xml.end()
  }

  // MARK: Styles

  private mutating func name(of style: DateStyle) -> String {
    if let name = dateNames[style] { return name }
    dateStyles.append(style)
    let name = "Date\(dateStyles.count)"
    dateNames[style] = name
    return name
  }

  private mutating func name(ofWidth width: Int) -> String {
    if let name = widthNames[width] { return name }
    widths.append(width)
    let name = "Column\(widths.count)"
    widthNames[width] = name
    return name
  }

  private func writeStyles(to xml: inout XMLWriter) {
    for width in widths {
      xml.lineBreak()
      xml.element("style:style", ("style:name", widthNames[width] ?? ""), ("style:family", "table-column")) {
        $0.empty("style:table-column-properties", ("style:column-width", OpenDocumentStyles.length(width)))
      }
    }
    xml.lineBreak()
    xml.element("style:style", ("style:name", "Row"), ("style:family", "table-row")) {
      $0.empty("style:table-row-properties", ("style:use-optimal-row-height", "true"))
    }
    xml.lineBreak()
    xml.element(
      "style:style", ("style:name", "Sheet"), ("style:family", "table"), ("style:master-page-name", "Landscape")
    ) {
      $0.empty("style:table-properties", ("table:display", "true"), ("style:writing-mode", "lr-tb"))
    }
    writeCell("Cell", isHeader: false, data: nil, to: &xml)
    writeCell("HeaderCell", isHeader: true, data: nil, to: &xml)
    xml.lineBreak()
    xml.element("number:number-style", ("style:name", "Count")) {
      $0.empty("number:number", ("number:decimal-places", "0"), ("number:min-integer-digits", "1"))
    }
    writeCell("NumberCell", isHeader: false, data: "Count", to: &xml)
    for style in dateStyles { write(style, to: &xml) }
    xml.lineBreak()
  }

  private func writeCell(_ name: String, isHeader: Bool, data: String?, to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.begin("style:style", ("style:name", name), ("style:family", "table-cell"))
    xml.attribute("style:parent-style-name", "Default")
    if let data { xml.attribute("style:data-style-name", data) }
    OpenDocumentStyles.writeCellProperties(isHeader: isHeader, wraps: true, to: &xml)
    // Numbers and dates would stand on the right otherwise.
    xml.empty("style:paragraph-properties", ("fo:text-align", isHeader ? "center" : "start"))
    if isHeader {
      xml.empty("style:text-properties", ("fo:font-weight", "bold"), ("style:font-weight-asian", "bold"))
    }
    xml.end()
  }

  private func write(_ style: DateStyle, to xml: inout XMLWriter) {
    let name = dateNames[style] ?? ""
    xml.lineBreak()
    xml.begin("number:date-style", ("style:name", name + "Words"))
    if style.isROC {
      xml.attribute("number:language", "zh")
      xml.attribute("number:country", "TW")
    }
    func mark(_ place: Int) {
      if !style.marks[place].isEmpty { xml.element("number:text") { $0.text(style.marks[place]) } }
    }
    func padded(_ name: StaticString, _ isPadded: Bool) {
      xml.begin(name)
      if isPadded { xml.attribute("number:style", "long") }
      xml.end()
    }
    if style.isROC {
      xml.empty("number:year", ("number:style", "long"), ("number:calendar", "ROC"))
    } else {
      xml.empty("number:year", ("number:style", "long"))
    }
    mark(0)
    padded("number:month", style.isMonthPadded)
    mark(1)
    padded("number:day", style.isDayPadded)
    mark(2)
    xml.end()
    writeCell(name, isHeader: false, data: name + "Words", to: &xml)
  }
}
