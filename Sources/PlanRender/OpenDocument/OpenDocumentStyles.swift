import PlanOffice

/// The styles that texts and spreadsheets have in common, and how their XML is written.
enum OpenDocumentStyles {
  /// A length that is given in twentieths of a point.
  static func length(_ twentieths: Int) -> String {
    let hundredths = twentieths * 5
    let rest = hundredths % 100
    let digits = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return "\(hundredths / 100)\(digits)pt"
  }

  /// The fonts, each under its own name: a list of names would be taken for one name.
  static func writeFonts(to xml: inout XMLWriter) {
    xml.element("office:font-face-decls") { xml in
      for (name, kind) in [(OfficeFont.chinese, "script"), (OfficeFont.latin, "roman"), (OfficeFont.code, "modern")] {
        xml.lineBreak()
        xml.empty(
          "style:font-face", ("style:name", name), ("svg:font-family", name.contains(" ") ? "'\(name)'" : name),
          ("style:font-family-generic", kind), ("style:font-pitch", kind == "modern" ? "fixed" : "variable"))
      }
    }
    xml.lineBreak()
  }

  /// What the text of a document looks like unless something else is said. Chinese has attributes of its own: with the
  /// others alone it would be in the default font.
  static func writeTextProperties(size: Int, to xml: inout XMLWriter) {
    xml.empty(
      "style:text-properties", ("style:font-name", OfficeFont.latin), ("fo:font-size", "\(size)pt"),
      ("fo:language", "en"), ("fo:country", "US"), ("style:font-name-asian", OfficeFont.chinese),
      ("style:font-size-asian", "\(size)pt"), ("style:language-asian", "zh"), ("style:country-asian", "TW"),
      ("style:font-name-complex", OfficeFont.latin), ("style:font-size-complex", "\(size)pt"))
  }

  /// The layout of pages of one orientation, with a footer; those of sheets have a header too.
  static func writePageLayout(
    _ name: String, _ page: OfficePage, ofSheets: Bool = false, to xml: inout XMLWriter
  ) {
    let margin = length(OfficePage.margin)
    xml.lineBreak()
    xml.element("style:page-layout", ("style:name", name)) { xml in
      xml.begin(
        "style:page-layout-properties", ("fo:page-width", length(page.width)), ("fo:page-height", length(page.height)),
        ("style:print-orientation", page == .portrait ? "portrait" : "landscape"), ("fo:margin-top", margin),
        ("fo:margin-bottom", length(OfficePage.footerMargin)), ("fo:margin-left", margin), ("fo:margin-right", margin))
      // As wide as one page, however many they are.
      if ofSheets { xml.attribute("style:scale-to-X", "1") }
      xml.end()
      if ofSheets {
        xml.element("style:header-style") {
          $0.empty("style:header-footer-properties", ("fo:min-height", "20pt"), ("fo:margin-bottom", "6pt"))
        }
      } else {
        xml.empty("style:header-style")
      }
      // The number stands in what is left of the margin below.
      xml.element("style:footer-style") { xml in
        xml.empty(
          "style:header-footer-properties", ("fo:min-height", length(OfficePage.margin - OfficePage.footerMargin)),
          ("fo:margin-top", "6pt"))
      }
    }
  }

  /// 第N頁
  static func writePageNumber(style: String, to xml: inout XMLWriter) {
    xml.element("text:p", ("text:style-name", style)) { xml in
      xml.text("第")
      xml.element("text:page-number", ("text:select-page", "current")) { $0.text("1") }
      xml.text("頁")
    }
  }

  /// The border, padding and background of a cell.
  static func writeCellStyle(_ name: String, isHeader: Bool, to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.element("style:style", ("style:name", name), ("style:family", "table-cell")) {
      writeCellProperties(isHeader: isHeader, to: &$0)
    }
  }

  static func writeCellProperties(
    isHeader: Bool, wraps: Bool = false, protection: String? = nil, to xml: inout XMLWriter
  ) {
    xml.begin("style:table-cell-properties")
    if isHeader { xml.attribute("fo:background-color", "#eeeeee") }
    xml.attribute("fo:padding", length(OfficeTable.padding))
    xml.attribute("fo:border", "0.5pt solid #000000")
    xml.attribute("style:vertical-align", isHeader ? "middle" : "top")
    if wraps { xml.attribute("fo:wrap-option", "wrap") }
    if let protection { xml.attribute("style:cell-protect", protection) }
    xml.end()
  }
}
