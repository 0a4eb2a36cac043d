import PlanOffice

/// The styles that a text document needs beyond those that have names in styles.xml, numbered as they are first used.
struct OpenDocumentAutomaticStyles {
  private struct Paragraph: Hashable {
    var style: ParagraphStyle
    let page: OfficePage?
  }

  private struct Table: Hashable {
    let widths: [Int]
    let page: OfficePage?
  }

  private var paragraphs: [Paragraph] = []
  private var paragraphNames: [Paragraph: String] = [:]
  private var tables: [Table] = []
  private var tableNames: [Table: String] = [:]
  private var runs: Set<UInt8> = []

  /// The name of the style of a paragraph; the first of a section begins its page.
  mutating func name(of style: ParagraphStyle, page: OfficePage?) -> String {
    var paragraph = Paragraph(style: style, page: page)
    // The list says it; whichever depth it has looks alike.
    paragraph.style.bullet = style.bullet.map { _ in 0 }
    if paragraph == Paragraph(style: ParagraphStyle(kind: style.kind), page: nil) {
      return Self.base(of: style.kind)
    }
    if let name = paragraphNames[paragraph] { return name }
    paragraphs.append(paragraph)
    let name = "P\(paragraphs.count)"
    paragraphNames[paragraph] = name
    return name
  }

  /// The name of the style of a table with such columns.
  mutating func name(ofTable widths: [Int], page: OfficePage?) -> String {
    let table = Table(widths: widths, page: page)
    if let name = tableNames[table] { return name }
    tables.append(table)
    let name = "Table\(tables.count)"
    tableNames[table] = name
    return name
  }

  /// The name of the style of a column, counted from 0.
  static func column(_ column: Int, ofTable name: String) -> String { "\(name).\(column + 1)" }

  /// The name of the style of words; nil where they look like their paragraph.
  mutating func name(of marks: OfficeRun.Marks) -> String? {
    if marks.isEmpty { return nil }
    runs.insert(marks.rawValue)
    return "T\(marks.rawValue)"
  }

  /// The style in styles.xml that a kind of paragraph has.
  private static func base(of kind: ParagraphStyle.Kind) -> String {
    switch kind {
    case .body: "Standard"
    case .heading(let level): "Heading_20_\(level)"
    case .cell: "Table_20_Contents"
    case .columnTitle: "Table_20_Heading"
    case .gap: "Gap"
    }
  }

  // MARK: Writing

  func write(to xml: inout XMLWriter) {
    for paragraph in paragraphs { write(paragraph, to: &xml) }
    for marks in runs.sorted() { Self.write(OfficeRun.Marks(rawValue: marks), to: &xml) }
    for table in tables { write(table, to: &xml) }
    Self.writeRow("Row", isKept: false, to: &xml)
    Self.writeRow("RowKept", isKept: true, to: &xml)
    OpenDocumentStyles.writeCellStyle("Cell", isHeader: false, to: &xml)
    OpenDocumentStyles.writeCellStyle("HeaderCell", isHeader: true, to: &xml)
    xml.lineBreak()
  }

  private func write(_ paragraph: Paragraph, to xml: inout XMLWriter) {
    let style = paragraph.style
    xml.lineBreak()
    xml.begin(
      "style:style", ("style:name", paragraphNames[paragraph] ?? ""), ("style:family", "paragraph"),
      ("style:parent-style-name", Self.base(of: style.kind)))
    if let page = paragraph.page { xml.attribute("style:master-page-name", page.masterName) }
    xml.begin("style:paragraph-properties")
    if style.indent > 0 {
      xml.attribute("fo:margin-left", OpenDocumentStyles.length(style.indent))
      xml.attribute("fo:margin-right", "0pt")
      xml.attribute("fo:text-indent", style.hanging == 0 ? "0pt" : "-" + OpenDocumentStyles.length(style.hanging))
    }
    if style.isCentered { xml.attribute("fo:text-align", "center") }
    if style.isRuled { xml.attribute("fo:border-bottom", "0.5pt solid #000000") }
    xml.end()
    xml.end()
  }

  private static func write(_ marks: OfficeRun.Marks, to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.begin("style:style", ("style:name", "T\(marks.rawValue)"), ("style:family", "text"))
    xml.begin("style:text-properties")
    if marks.contains(.bold) {
      xml.attribute("fo:font-weight", "bold")
      xml.attribute("style:font-weight-asian", "bold")
    }
    if marks.contains(.underline) {
      xml.attribute("style:text-underline-style", "solid")
      xml.attribute("style:text-underline-width", "auto")
    }
    if marks.contains(.raised) { xml.attribute("style:text-position", "super 58%") }
    if marks.contains(.code) { xml.attribute("style:font-name", OfficeFont.code) }
    xml.end()
    xml.end()
  }

  private func write(_ table: Table, to xml: inout XMLWriter) {
    let name = tableNames[table] ?? ""
    xml.lineBreak()
    xml.begin("style:style", ("style:name", name), ("style:family", "table"))
    if let page = table.page { xml.attribute("style:master-page-name", page.masterName) }
    xml.empty(
      "style:table-properties", ("style:width", OpenDocumentStyles.length(table.widths.reduce(0, +))),
      ("table:align", "left"), ("style:may-break-between-rows", "true"), ("table:border-model", "collapsing"))
    xml.end()
    for (column, width) in table.widths.enumerated() {
      xml.lineBreak()
      xml.element(
        "style:style", ("style:name", Self.column(column, ofTable: name)), ("style:family", "table-column")
      ) {
        $0.empty("style:table-column-properties", ("style:column-width", OpenDocumentStyles.length(width)))
      }
    }
  }

  private static func writeRow(_ name: String, isKept: Bool, to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.element("style:style", ("style:name", name), ("style:family", "table-row")) {
      $0.empty("style:table-row-properties", ("fo:keep-together", isKept ? "always" : "auto"))
    }
  }
}

extension OfficePage {
  /// The name of the master page in styles.xml.
  var masterName: String { self == .portrait ? "Standard" : "Landscape" }
}
