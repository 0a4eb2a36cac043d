import PlanOffice
import PlanText

/// Opens a workbook of Excel (`.xlsx`; ISO/IEC 29500-1, 18).
enum ExcelWorkbook {
  static func read(_ zip: ZipReader) throws(OfficeFault) -> OfficeDocument {
    let (sheets, leftOut) = try sheets(zip)
    return OfficeDocument(blocks: SheetBlocks(sheets).blocks, leftOut: leftOut)
  }

  /// The sheets with their rows; with `includesHidden` those that are not shown as well.
  static func sheets(
    _ zip: ZipReader, includesHidden: Bool = false
  ) throws(OfficeFault) -> (sheets: [Sheet], leftOut: [LeftOut]) {
    let main = "xl/workbook.xml"
    guard let bytes = try WordDocument.part(main, zip) else { throw .missing(part: main) }
    let targets = try parsed("xl/_rels/workbook.xml.rels", zip, targets) ?? [:]
    let book = try parsed(main, bytes, Book.init)
    var reader = ExcelSheetReader()
    reader.isSince1904 = book.isSince1904
    reader.styles = try parsed("xl/styles.xml", zip, ExcelStyles.init) ?? ExcelStyles()
    reader.strings = try parsed("xl/sharedStrings.xml", zip, ExcelText.shared) ?? []
    var sheets: [Sheet] = []
    var leftOut: [LeftOut] = []
    for entry in book.sheets {
      guard let target = targets[entry.relation] else { continue }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      // A sheet of a chart has no cells.
      guard path.has("worksheets/"), let bytes = try WordDocument.part(path, zip) else {
        leftOut.append(LeftOut(kind: .object, text: entry.name))
        continue
      }
      var sheet = Sheet(name: entry.name, part: path)
      do throws(XMLFault) { sheet.rows = try reader.rows(bytes) } catch { throw .xml(error, part: path) }
      leftOut += reader.takeLeftOut()
      if entry.isHidden, !includesHidden {
        let words = sheet.rows.flatMap { $0.cells.map(\.text) }.joined(separator: " ")
        if !words.isEmpty { leftOut.append(LeftOut(kind: .hiddenText, text: entry.name + "：" + words)) }
      } else {
        sheets.append(sheet)
        if !sheet.isNamed { leftOut.append(LeftOut(kind: .sheetName, text: sheet.name)) }
      }
    }
    if reader.isTooLarge { throw .tableTooLarge(limit: OfficeTable.placeLimit) }
    for entry in zip.entries {
      if entry.name.hasPrefix("xl/comments") {
        for text in try parsed(entry.name, zip, ExcelText.comments) ?? [] {
          leftOut.append(LeftOut(kind: .comment, text: text))
        }
      } else if entry.name.hasPrefix("xl/media/") {
        leftOut.append(LeftOut(kind: .picture, text: ""))
      } else if entry.name.hasPrefix("xl/charts/chart") {
        leftOut.append(LeftOut(kind: .object, text: ""))
      }
    }
    return (sheets, leftOut)
  }

  /// The sheets that a workbook lists.
  private struct Book {
    var isSince1904 = false
    var sheets: [(name: String, relation: String, isHidden: Bool)] = []

    init(_ bytes: [UInt8]) throws(XMLFault) {
      var xml = try XMLReader(bytes, namespaces: .openXML)
      while let event = try xml.next() {
        switch event {
        case .start("x:workbookPr"):
          let value = try xml.attribute("date1904")
          isSince1904 = value == "1" || value == "true"
        case .start("x:sheet"):
          sheets.append(
            (
              try xml.attribute("name") ?? "", try xml.attribute("r:id") ?? "",
              try xml.attribute("state") ?? "visible" != "visible"
            ))
        default: break
        }
      }
    }
  }

  private static func targets(_ bytes: [UInt8]) throws(XMLFault) -> [String: String] {
    var xml = try XMLReader(bytes, namespaces: .openXML)
    var targets: [String: String] = [:]
    while let event = try xml.next() {
      guard event == .start("rel:Relationship"), let id = try xml.attribute("Id") else { continue }
      targets[id] = try xml.attribute("Target")
    }
    return targets
  }

  private static func parsed<Value>(
    _ path: String, _ zip: ZipReader, _ parse: ([UInt8]) throws(XMLFault) -> Value
  ) throws(OfficeFault) -> Value? {
    guard let bytes = try WordDocument.part(path, zip) else { return nil }
    return try parsed(path, bytes, parse)
  }

  private static func parsed<Value>(
    _ path: String, _ bytes: [UInt8], _ parse: ([UInt8]) throws(XMLFault) -> Value
  ) throws(OfficeFault) -> Value {
    do throws(XMLFault) { return try parse(bytes) } catch { throw .xml(error, part: path) }
  }
}
