import PlanOffice

/// styles.xml of a text document: what does not depend on the text.
enum OpenDocumentTextStyles {
  static func bytes() -> [UInt8] {
    var xml = XMLWriter()
    OpenDocumentPackage.begin("office:document-styles", in: &xml)
    OpenDocumentStyles.writeFonts(to: &xml)
    xml.element("office:styles") { writeNamed(to: &$0) }
    xml.lineBreak()
    xml.element("office:automatic-styles") { xml in
      OpenDocumentStyles.writePageLayout("PortraitLayout", .portrait, to: &xml)
      OpenDocumentStyles.writePageLayout("LandscapeLayout", .landscape, to: &xml)
    }
    xml.lineBreak()
    xml.element("office:master-styles") { xml in
      for (page, layout) in [(OfficePage.portrait, "PortraitLayout"), (.landscape, "LandscapeLayout")] {
        xml.lineBreak()
        xml.element("style:master-page", ("style:name", page.masterName), ("style:page-layout-name", layout)) { xml in
          xml.element("style:footer") { OpenDocumentStyles.writePageNumber(style: "Footer", to: &$0) }
        }
      }
    }
    return xml.finished()
  }

  private static func writeNamed(to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.element("style:default-style", ("style:family", "paragraph")) { xml in
      xml.empty(
        "style:paragraph-properties", ("style:text-autospace", "none"),
        ("style:punctuation-wrap", "hanging"), ("style:line-break", "strict"), ("style:writing-mode", "page"))
      OpenDocumentStyles.writeTextProperties(size: OfficeFont.size(of: .body), to: &xml)
    }
    xml.lineBreak()
    xml.element("style:default-style", ("style:family", "table")) {
      $0.empty("style:table-properties", ("table:border-model", "collapsing"))
    }
    xml.lineBreak()
    xml.empty(
      "style:style", ("style:name", "Standard"), ("style:family", "paragraph"), ("style:class", "text"))
    for level in 1...6 { writeHeading(level, to: &xml) }
    writeSmall("Table_20_Contents", "Table Contents", of: .cell, isTitle: false, to: &xml)
    writeSmall("Table_20_Heading", "Table Heading", of: .columnTitle, isTitle: true, to: &xml)
    writeSmall("Footer", "Footer", of: .cell, isTitle: false, isCentered: true, to: &xml)
    writeSmall("Gap", "Gap", of: .gap, isTitle: false, to: &xml)
    // Without it addresses would be blue, and underlined, on paper too.
    xml.lineBreak()
    xml.element("style:style", ("style:name", "Link"), ("style:family", "text")) { xml in
      xml.empty("style:text-properties", ("fo:color", "#000000"), ("style:text-underline-style", "none"))
    }
    writeBullets(to: &xml)
    xml.lineBreak()
  }

  private static func writeHeading(_ level: Int, to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.element(
      "style:style", ("style:name", "Heading_20_\(level)"), ("style:display-name", "Heading \(level)"),
      ("style:family", "paragraph"), ("style:parent-style-name", "Standard"),
      ("style:next-style-name", "Standard"), ("style:default-outline-level", "\(level)"), ("style:class", "text")
    ) { xml in
      xml.empty(
        "style:paragraph-properties", ("fo:margin-top", "6pt"), ("fo:margin-bottom", "6pt"),
        ("fo:keep-with-next", "always"))
      writeSize(OfficeFont.size(of: .heading(level)), isBold: true, to: &xml)
    }
  }

  private static func writeSmall(
    _ name: String, _ shown: String, of kind: ParagraphStyle.Kind, isTitle: Bool, isCentered: Bool = false,
    to xml: inout XMLWriter
  ) {
    xml.lineBreak()
    xml.begin("style:style", ("style:name", name))
    if name != shown { xml.attribute("style:display-name", shown) }
    xml.attribute("style:family", "paragraph")
    xml.attribute("style:parent-style-name", "Standard")
    xml.attribute("style:class", "extra")
    if isCentered || isTitle { xml.empty("style:paragraph-properties", ("fo:text-align", "center")) }
    writeSize(OfficeFont.size(of: kind), isBold: isTitle, to: &xml)
    xml.end()
  }

  private static func writeSize(_ size: Int, isBold: Bool, to xml: inout XMLWriter) {
    xml.begin("style:text-properties", ("fo:font-size", "\(size)pt"))
    if isBold { xml.attribute("fo:font-weight", "bold") }
    xml.attribute("style:font-size-asian", "\(size)pt")
    if isBold { xml.attribute("style:font-weight-asian", "bold") }
    xml.end()
  }

  /// The bullets of lists. How far items are moved is said by their paragraphs.
  private static func writeBullets(to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.element("text:list-style", ("style:name", "Bullets")) { xml in
      for level in 1...10 {
        xml.lineBreak()
        xml.element("text:list-level-style-bullet", ("text:level", "\(level)"), ("text:bullet-char", "•")) { xml in
          xml.element(
            "style:list-level-properties", ("text:list-level-position-and-space-mode", "label-alignment")
          ) { xml in
            let indent = OpenDocumentStyles.length(level * 2 * OfficeFont.halfWidth(of: .cell))
            xml.empty(
              "style:list-level-label-alignment", ("text:label-followed-by", "listtab"),
              ("text:list-tab-stop-position", indent), ("fo:text-indent", "-12pt"), ("fo:margin-left", indent))
          }
        }
      }
    }
  }
}
