import PlanOffice

/// The parts of a Word file that do not depend on its text (ISO/IEC 29500-1, part 17).
enum WordStyles {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// The identifier of the style of a kind of paragraph; nil for the default.
  static func identifier(of kind: ParagraphStyle.Kind) -> String? {
    switch kind {
    case .body: nil
    case .heading(let level): "Heading\(level)"
    case .cell: "TableContents"
    case .columnTitle: "TableHeading"
    case .gap: "Gap"
    }
  }

  /// styles.xml
  static func styles() -> [UInt8] {
    var xml = XMLWriter()
    xml.begin("w:styles", ("xmlns:w", namespace))
    xml.lineBreak()
    xml.element("w:docDefaults") { xml in
      xml.element("w:rPrDefault") { xml in
        xml.element("w:rPr") { xml in
          xml.empty(
            "w:rFonts", ("w:ascii", OfficeFont.latin), ("w:eastAsia", OfficeFont.chinese),
            ("w:hAnsi", OfficeFont.latin), ("w:cs", OfficeFont.latin))
          writeSize(of: .body, to: &xml)
          xml.empty("w:lang", ("w:val", "en-US"), ("w:eastAsia", "zh-TW"), ("w:bidi", "ar-SA"))
        }
      }
      xml.element("w:pPrDefault") { xml in
        xml.element("w:pPr") { xml in
          xml.empty("w:autoSpaceDE", ("w:val", "0"))
          xml.empty("w:autoSpaceDN", ("w:val", "0"))
        }
      }
    }
    xml.lineBreak()
    xml.element("w:style", ("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")) { xml in
      xml.empty("w:name", ("w:val", "Normal"))
      xml.empty("w:qFormat")
    }
    for level in 1...6 { writeHeading(level, to: &xml) }
    writeSmall(.cell, "Table Contents", isBold: false, to: &xml)
    writeSmall(.columnTitle, "Table Heading", isBold: true, to: &xml)
    writeSmall(.gap, "Gap", isBold: false, to: &xml)
    writeTable(to: &xml)
    return xml.finished()
  }

  private static func writeSize(of kind: ParagraphStyle.Kind, to xml: inout XMLWriter) {
    let halfPoints = "\(OfficeFont.size(of: kind) * 2)"
    xml.empty("w:sz", ("w:val", halfPoints))
    xml.empty("w:szCs", ("w:val", halfPoints))
  }

  private static func writeHeading(_ level: Int, to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.element("w:style", ("w:type", "paragraph"), ("w:styleId", "Heading\(level)")) { xml in
      xml.empty("w:name", ("w:val", "heading \(level)"))
      xml.empty("w:basedOn", ("w:val", "Normal"))
      xml.empty("w:next", ("w:val", "Normal"))
      xml.empty("w:qFormat")
      xml.element("w:pPr") { xml in
        xml.empty("w:keepNext")
        xml.empty("w:spacing", ("w:before", "120"), ("w:after", "120"))
        xml.empty("w:outlineLvl", ("w:val", "\(level - 1)"))
      }
      xml.element("w:rPr") { xml in
        xml.empty("w:b")
        xml.empty("w:bCs")
        writeSize(of: .heading(level), to: &xml)
      }
    }
  }

  private static func writeSmall(
    _ kind: ParagraphStyle.Kind, _ name: String, isBold: Bool, to xml: inout XMLWriter
  ) {
    xml.lineBreak()
    xml.element("w:style", ("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", identifier(of: kind) ?? "")) {
      xml in
      xml.empty("w:name", ("w:val", name))
      xml.empty("w:basedOn", ("w:val", "Normal"))
      xml.empty("w:qFormat")
      switch kind {
      case .gap: xml.element("w:pPr") { $0.empty("w:spacing", ("w:line", "20"), ("w:lineRule", "exact")) }
      case .columnTitle:
        xml.element("w:pPr") { xml in
          writeDense(to: &xml)
          xml.empty("w:jc", ("w:val", "center"))
        }
      case .cell: xml.element("w:pPr") { writeDense(to: &$0) }
      case .body, .heading: break
      }
      xml.element("w:rPr") { xml in
        if isBold {
          xml.empty("w:b")
          xml.empty("w:bCs")
        }
        writeSize(of: kind, to: &xml)
      }
    }
  }

  /// Nothing between Chinese characters and digits: with what Word puts there a date is wider than its column.
  private static func writeDense(to xml: inout XMLWriter) {
    xml.empty("w:autoSpaceDE", ("w:val", "0"))
    xml.empty("w:autoSpaceDN", ("w:val", "0"))
  }

  /// The style that every table has unless it says otherwise, and that with borders.
  private static func writeTable(to xml: inout XMLWriter) {
    xml.lineBreak()
    xml.element("w:style", ("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")) { xml in
      xml.empty("w:name", ("w:val", "Normal Table"))
      xml.empty("w:uiPriority", ("w:val", "99"))
      xml.empty("w:semiHidden")
      xml.empty("w:unhideWhenUsed")
      xml.element("w:tblPr") { xml in
        xml.empty("w:tblInd", ("w:w", "0"), ("w:type", "dxa"))
        writeCellMargins(sides: 108, ends: 0, to: &xml)
      }
    }
    xml.lineBreak()
    xml.element("w:style", ("w:type", "table"), ("w:styleId", "TableGrid")) { xml in
      xml.empty("w:name", ("w:val", "Table Grid"))
      xml.empty("w:basedOn", ("w:val", "TableNormal"))
      xml.element("w:tblPr") { xml in
        xml.element("w:tblBorders") { xml in
          line("w:top", &xml)
          line("w:left", &xml)
          line("w:bottom", &xml)
          line("w:right", &xml)
          line("w:insideH", &xml)
          line("w:insideV", &xml)
        }
        writeCellMargins(sides: OfficeTable.padding, ends: OfficeTable.padding, to: &xml)
      }
    }
    xml.lineBreak()
  }

  /// A line of half a point.
  static func line(_ name: StaticString, _ xml: inout XMLWriter) {
    xml.empty(name, ("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto"))
  }

  private static func writeCellMargins(sides: Int, ends: Int, to xml: inout XMLWriter) {
    xml.element("w:tblCellMar") { xml in
      xml.empty("w:top", ("w:w", "\(ends)"), ("w:type", "dxa"))
      xml.empty("w:left", ("w:w", "\(sides)"), ("w:type", "dxa"))
      xml.empty("w:bottom", ("w:w", "\(ends)"), ("w:type", "dxa"))
      xml.empty("w:right", ("w:w", "\(sides)"), ("w:type", "dxa"))
    }
  }

  /// settings.xml: without it Word takes the document for one of 2007.
  static func settings() -> [UInt8] {
    var xml = XMLWriter()
    xml.begin("w:settings", ("xmlns:w", namespace))
    xml.empty("w:zoom", ("w:percent", "100"))
    xml.empty("w:defaultTabStop", ("w:val", "480"))
    xml.element("w:compat") { xml in
      xml.empty(
        "w:compatSetting", ("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"),
        ("w:val", "15"))
    }
    return xml.finished()
  }

  /// footer1.xml: 第N頁
  static func footer() -> [UInt8] {
    var xml = XMLWriter()
    xml.begin("w:ftr", ("xmlns:w", namespace))
    xml.element("w:p") { xml in
      xml.element("w:pPr") { xml in
        xml.empty("w:pStyle", ("w:val", "TableContents"))
        xml.empty("w:jc", ("w:val", "center"))
      }
      run("第", &xml)
      xml.element("w:fldSimple", ("w:instr", " PAGE ")) { run("1", &$0) }
      run("頁", &xml)
    }
    return xml.finished()
  }

  private static func run(_ text: String, _ xml: inout XMLWriter) {
    xml.element("w:r") { xml in
      xml.element("w:t") { $0.text(text) }
    }
  }

  /// The number of the one list that there is.
  static let bullets = 1

  /// numbering.xml: bullets. How far items are moved is said by their paragraphs.
  static func numbering() -> [UInt8] {
    var xml = XMLWriter()
    xml.begin("w:numbering", ("xmlns:w", namespace))
    xml.element("w:abstractNum", ("w:abstractNumId", "0")) { xml in
      xml.empty("w:multiLevelType", ("w:val", "hybridMultilevel"))
      for level in 0..<9 {
        xml.lineBreak()
        xml.element("w:lvl", ("w:ilvl", "\(level)")) { xml in
          xml.empty("w:start", ("w:val", "1"))
          xml.empty("w:numFmt", ("w:val", "bullet"))
          xml.empty("w:lvlText", ("w:val", "•"))
          xml.empty("w:lvlJc", ("w:val", "left"))
        }
      }
    }
    xml.lineBreak()
    xml.element("w:num", ("w:numId", "\(bullets)")) { $0.empty("w:abstractNumId", ("w:val", "0")) }
    return xml.finished()
  }
}
