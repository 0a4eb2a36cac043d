import PlanFormats
import PlanModel
import PlanOffice
import PlanText

/// ODS: the form of a unit as a workbook (ODF 1.3, part 3). Cells that are not to be filled in are locked, without a
/// password; units and percentages can be chosen from lists.
public struct ShareSheetFormat {
  private let sheet: ShareSheet
  private var xml = XMLWriter()

  /// The bytes of the workbook; nil where it would not keep the form as it is.
  public static func bytes(of sheet: ShareSheet, title: String) -> [UInt8]? {
    guard sheet.keptLines.allSatisfy({ $0.unicodeScalars.count < longestCell }) else { return nil }
    let bytes = OpenDocumentPackage.bytes(
      type: OpenDocumentPackage.spreadsheet, title: title,
      files: [
        ("content.xml", ShareSheetFormat(sheet).content()), ("styles.xml", OpenDocumentSheetSettings.styles()),
        ("settings.xml", OpenDocumentSheetSettings.settings(sheets: [(ShareSheet.shownName, 2)])),
      ])
    return sheet.isKept(in: bytes) ? bytes : nil
  }

  /// As many characters as any program keeps in a cell.
  private static let longestCell = 30_000

  private init(_ sheet: ShareSheet) { self.sheet = sheet }

  private consuming func content() -> [UInt8] {
    OpenDocumentPackage.begin(
      "office:document-content", with: [("xmlns:of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2")], in: &xml)
    OpenDocumentStyles.writeFonts(to: &xml)
    xml.element("office:automatic-styles") { Self.writeStyles(to: &$0) }
    xml.lineBreak()
    xml.begin("office:body")
    xml.begin("office:spreadsheet")
    writeLists()
    writeTable()
    writeKept()
    return xml.finished()
  }

  // MARK: Styles

  private static func writeStyles(to xml: inout XMLWriter) {
    for width in Width.allCases {
      xml.lineBreak()
      xml.element("style:style", ("style:name", width.rawValue), ("style:family", "table-column")) {
        $0.empty("style:table-column-properties", ("style:column-width", OpenDocumentStyles.length(width.twentieths)))
      }
    }
    xml.lineBreak()
    xml.element("style:style", ("style:name", "Row"), ("style:family", "table-row")) {
      $0.empty("style:table-row-properties", ("style:use-optimal-row-height", "true"))
    }
    for (name, isShown) in [("Sheet", "true"), ("Hidden", "false")] {
      xml.lineBreak()
      xml.element(
        "style:style", ("style:name", name), ("style:family", "table"), ("style:master-page-name", "Landscape")
      ) {
        $0.empty("style:table-properties", ("table:display", isShown), ("style:writing-mode", "lr-tb"))
      }
    }
    for style in [CellStyle.open, .locked, .header, .mark] { write(style, to: &xml) }
    xml.lineBreak()
  }

  private enum Width: String, CaseIterable {
    case narrow = "Narrow"
    case middle = "Middle"
    case wide = "Wide"

    var twentieths: Int {
      switch self {
      case .narrow: 1400
      case .middle: 2200
      case .wide: 4200
      }
    }
  }

  private enum CellStyle: String {
    case open = "Open"
    case locked = "Locked"
    case header = "Header"
    /// Marks are long, and would make every row high.
    case mark = "Mark"
  }

  private static func write(_ style: CellStyle, to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.begin("style:style", ("style:name", style.rawValue), ("style:family", "table-cell"))
    xml.attribute("style:parent-style-name", "Default")
    // Locked cells are grey, as headings are.
    OpenDocumentStyles.writeCellProperties(
      isHeader: style != .open, wraps: style != .mark, protection: style == .open ? "none" : "protected", to: &xml)
    xml.empty("style:paragraph-properties", ("fo:text-align", style == .header ? "center" : "start"))
    if style == .header {
      xml.empty("style:text-properties", ("fo:font-weight", "bold"), ("style:font-weight-asian", "bold"))
    }
    xml.end()
  }

  // MARK: Sheets

  /// What can be chosen; other words may be written too.
  private mutating func writeLists() {
    let percentages = ShareSheet.percentages.map { "\"\($0)\"" }.joined(separator: ";")
    let units = "[$\(ShareSheet.hiddenName).$B$1:.$B$\(max(1, sheet.units.count))]"
    xml.lineBreak()
    xml.begin("table:content-validations")
    for (name, values) in [("percent", percentages), ("units", units)] {
      xml.lineBreak()
      xml.begin(
        "table:content-validation", ("table:name", name),
        ("table:condition", "of:cell-content-is-in-list(\(values))"), ("table:allow-empty-cell", "true"),
        ("table:display-list", "unsorted"), ("table:base-cell-address", "\(ShareSheet.shownName).A3"))
      xml.empty("table:error-message", ("table:display", "false"))
      xml.end()
    }
    xml.end()
  }

  private mutating func writeTable() {
    xml.lineBreak()
    xml.begin("table:table", ("table:name", ShareSheet.shownName), ("table:style-name", "Sheet"))
    xml.attribute("table:protected", "true")
    for (column, _) in sheet.columns {
      xml.begin("table:table-column", ("table:style-name", width(of: column).rawValue))
      if column == .mark { xml.attribute("table:visibility", "collapse") }
      xml.attribute("table:default-cell-style-name", "Locked")
      xml.end()
    }
    row { format in
      format.write("", .locked)
      format.write(format.sheet.intro, .locked, columns: format.sheet.columns.count - 1)
    }
    row { format in for (_, title) in format.sheet.columns { format.write(title, .header) } }
    for texts in sheet.rows {
      row { format in
        for ((column, _), text) in zip(format.sheet.columns, texts) {
          format.write(
            text, column.isOpen ? .open : column == .mark ? .mark : .locked, list: format.list(of: column))
        }
      }
    }
    xml.end()
  }

  private func width(of column: ShareSheet.Column) -> Width {
    switch column {
    case .cell(.words), .report, .reports: .wide
    case .day, .percent: .narrow
    default: .middle
    }
  }

  private func list(of column: ShareSheet.Column) -> String? {
    switch column {
    case .percent: "percent"
    case .cell(.field(.units)), .cell(.field(.supportUnits)): sheet.units.isEmpty ? nil : "units"
    default: nil
    }
  }

  /// The form as it was made, and the units that can be chosen.
  private mutating func writeKept() {
    xml.lineBreak()
    xml.begin("table:table", ("table:name", ShareSheet.hiddenName), ("table:style-name", "Hidden"))
    xml.attribute("table:protected", "true")
    xml.empty("table:table-column", ("table:number-columns-repeated", "2"))
    let lines = sheet.keptLines
    for index in 0..<max(lines.count, sheet.units.count) {
      row { format in
        format.write(index < lines.count ? lines[index] : "", .locked)
        if index < format.sheet.units.count { format.write(format.sheet.units[index], .locked) }
      }
    }
    xml.end()
  }

  private mutating func row(_ cells: (inout ShareSheetFormat) -> Void) {
    xml.lineBreak()
    xml.begin("table:table-row", ("table:style-name", "Row"))
    cells(&self)
    xml.end()
  }

  private mutating func write(_ text: String, _ style: CellStyle, list: String? = nil, columns: Int = 1) {
    xml.begin("table:table-cell", ("table:style-name", style.rawValue))
    if let list { xml.attribute("table:content-validation-name", list) }
    if columns > 1 {
      xml.attribute("table:number-columns-spanned", "\(columns)")
      xml.attribute("table:number-rows-spanned", "1")
    }
    if !text.isEmpty {
      xml.attribute("office:value-type", "string")
      for line in text.lineSlices {
        xml.begin("text:p")
        OpenDocumentText.write(String(line), to: &xml)
        xml.end()
      }
    }
    xml.end()
    if columns > 1 { xml.empty("table:covered-table-cell", ("table:number-columns-repeated", "\(columns - 1)")) }
  }
}
