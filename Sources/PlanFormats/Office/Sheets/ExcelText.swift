import PlanOffice
import PlanText

extension XMLReader {
  /// The characters in the element that has just begun.
  mutating func readText() throws(XMLFault) -> String {
    var text = ""
    let depth = depth
    while let event = try next() {
      if case .text(let words) = event { text += words }
      if case .end = event, self.depth < depth { break }
    }
    return text
  }
}

/// Texts of a workbook: shared ones, those in cells, those of comments (ISO/IEC 29500-1, 18.4).
enum ExcelText {
  /// The words in the element that has just begun, without readings of characters.
  static func words(_ xml: inout XMLReader) throws(XMLFault) -> String {
    var text = ""
    var isText = false
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("x:t"): isText = true
      case .end("x:t"): isText = false
      case .start("x:rPh"): try xml.skipElement()
      case .text(let words) where isText: text += words
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    return text
  }

  static func shared(_ bytes: [UInt8]) throws(XMLFault) -> [String] {
    try all("x:si", of: bytes)
  }

  static func comments(_ bytes: [UInt8]) throws(XMLFault) -> [String] {
    try all("x:comment", of: bytes)
  }

  private static func all(_ name: String, of bytes: [UInt8]) throws(XMLFault) -> [String] {
    var xml = try XMLReader(bytes, namespaces: .openXML)
    var texts: [String] = []
    while let event = try xml.next() {
      if event == .start(name) { texts.append(try words(&xml)) }
    }
    return texts
  }
}
