import PlanOffice

/// styles.xml and settings.xml of a spreadsheet.
enum OpenDocumentSheetSettings {
  /// styles.xml: pages with the name of the sheet above and the number of the page below.
  static func styles() -> [UInt8] {
    var xml = XMLWriter()
    OpenDocumentPackage.begin("office:document-styles", in: &xml)
    OpenDocumentStyles.writeFonts(to: &xml)
    xml.element("office:styles") { xml in
      xml.lineBreak()
      xml.element("style:default-style", ("style:family", "table-cell")) {
        OpenDocumentStyles.writeTextProperties(size: OfficeFont.size(of: .cell), to: &$0)
      }
      xml.lineBreak()
      xml.empty("style:style", ("style:name", "Default"), ("style:family", "table-cell"))
    }
    xml.lineBreak()
    xml.element("office:automatic-styles") { xml in
      OpenDocumentStyles.writePageLayout("LandscapeLayout", .landscape, ofSheets: true, to: &xml)
      xml.lineBreak()
      xml.element("style:style", ("style:name", "Footer"), ("style:family", "paragraph")) {
        $0.empty("style:paragraph-properties", ("fo:text-align", "center"))
      }
    }
    xml.lineBreak()
    xml.element("office:master-styles") { xml in
      xml.element(
        "style:master-page", ("style:name", "Landscape"), ("style:page-layout-name", "LandscapeLayout")
      ) { xml in
        xml.element("style:header") { xml in
          xml.element("text:p", ("text:style-name", "Footer")) { xml in
            xml.element("text:sheet-name") { $0.text("表") }
          }
        }
        xml.element("style:footer") { OpenDocumentStyles.writePageNumber(style: "Footer", to: &$0) }
      }
    }
    return xml.finished()
  }

  /// settings.xml: the headings of the columns stay where they are when a sheet is scrolled.
  static func settings(of spreadsheet: Spreadsheet) -> [UInt8] {
    settings(sheets: spreadsheet.sheets.map { ($0.name, 1) })
  }

  /// The same of sheets whose headings end with some row.
  static func settings(sheets: [(name: String, rows: Int)]) -> [UInt8] {
    var xml = XMLWriter()
    OpenDocumentPackage.begin("office:document-settings", in: &xml)
    xml.begin("office:settings")
    xml.begin("config:config-item-set", ("config:name", "ooo:view-settings"))
    xml.begin("config:config-item-map-indexed", ("config:name", "Views"))
    xml.begin("config:config-item-map-entry")
    item("ViewId", "string", "view1", &xml)
    xml.begin("config:config-item-map-named", ("config:name", "Tables"))
    for sheet in sheets {
      xml.lineBreak()
      xml.element("config:config-item-map-entry", ("config:name", sheet.name)) { xml in
        // 2 is a split that stays; the lower half is the one that is worked in.
        item("VerticalSplitMode", "short", "2", &xml)
        item("VerticalSplitPosition", "int", "\(sheet.rows)", &xml)
        item("ActiveSplitRange", "short", "2", &xml)
        item("PositionTop", "int", "0", &xml)
        item("PositionBottom", "int", "\(sheet.rows)", &xml)
      }
    }
    xml.end()
    if let first = sheets.first { item("ActiveTable", "string", first.name, &xml) }
    return xml.finished()
  }

  private static func item(_ name: String, _ type: String, _ value: String, _ xml: inout XMLWriter) {
    xml.element("config:config-item", ("config:name", name), ("config:type", type)) { $0.text(value) }
  }
}
