import PlanOffice
import PlanText

/// Opens a Word document (`.docx`).
enum WordDocument {
  /// Reads the parts of the package (ISO/IEC 29500-2) that the document's words are in.
  static func read(_ zip: ZipReader) throws(OfficeFault) -> OfficeDocument {
    let main = try target("officeDocument", of: "", in: zip).first ?? "word/document.xml"
    guard let bytes = try part(main, zip) else { throw .missing(part: main) }
    let styles = try parsed("styles", of: main, zip) { bytes throws(XMLFault) in try WordStyles(bytes) } ?? WordStyles()
    let numbering =
      try parsed("numbering", of: main, zip) { bytes throws(XMLFault) in try WordNumbering(bytes) } ?? WordNumbering()
    var notes: [String: String] = [:]
    var leftOut: [LeftOut] = []
    for kind in ["footnote", "endnote"] {
      for path in try target(kind + "s", of: main, in: zip) {
        guard let bytes = try part(path, zip) else { continue }
        notes.merge(try self.notes(kind, bytes, part: path)) { first, _ in first }
      }
    }
    for (kind, type) in [(LeftOut.Kind.pageHeader, "header"), (.pageFooter, "footer"), (.comment, "comments")] {
      for path in try target(type, of: main, in: zip) {
        guard let bytes = try part(path, zip) else { continue }
        var reader = try self.reader(bytes, part: path, styles, numbering, [:])
        let text = try reader.read().text
        if !text.isEmpty { leftOut.append(LeftOut(kind: kind, text: text)) }
      }
    }
    var reader = try self.reader(bytes, part: main, styles, numbering, notes)
    let blocks = try reader.read()
    return OfficeDocument(
      blocks: blocks, leftOut: reader.counter.leftOut + leftOut, pendingChanges: reader.counter.pendingChanges)
  }

  private static func reader(
    _ bytes: [UInt8], part: String, _ styles: WordStyles, _ numbering: WordNumbering, _ notes: [String: String]
  ) throws(OfficeFault) -> WordReader {
    do throws(XMLFault) {
      return try WordReader(bytes, part: part, styles: styles, numbering: numbering, notes: notes)
    } catch {
      throw .xml(error, part: part)
    }
  }

  /// The words of each note, in one line.
  private static func notes(_ kind: String, _ bytes: [UInt8], part: String) throws(OfficeFault) -> [String: String] {
    var notes: [String: String] = [:]
    do throws(XMLFault) {
      var reader = try WordReader(
        bytes, part: part, styles: WordStyles(), numbering: WordNumbering(), notes: [:])
      while let event = try reader.xml.next() {
        guard event == .start("w:" + kind), let id = try reader.xml.attribute("w:id"),
          try reader.xml.attribute("w:type") ?? "normal" == "normal"
        else { continue }
        notes[id] = try reader.blocks().text.lines.joined(separator: " ")
      }
    } catch {
      throw .xml(error, part: part)
    }
    return Dictionary(uniqueKeysWithValues: notes.map { ("\(kind) \($0.key)", $0.value) })
  }

  /// What is made of the first part that the document has a relationship of a type to; nil where there is none.
  private static func parsed<Value>(
    _ type: String, of main: String, _ zip: ZipReader, _ parse: ([UInt8]) throws(XMLFault) -> Value
  ) throws(OfficeFault) -> Value? {
    guard let path = try target(type, of: main, in: zip).first, let bytes = try part(path, zip) else { return nil }
    do throws(XMLFault) { return try parse(bytes) } catch { throw .xml(error, part: path) }
  }

  static func part(_ path: String, _ zip: ZipReader) throws(OfficeFault) -> [UInt8]? {
    do throws(ZipFault) { return try zip.contents(of: path) } catch { throw .archive(error) }
  }

  /// The parts that another has relationships of a type to. The package itself has no name.
  private static func target(_ type: String, of source: String, in zip: ZipReader) throws(OfficeFault) -> [String] {
    let slash = source.lastIndex(of: "/")
    let folder = slash.map { String(source[...$0]) } ?? ""
    let file = slash.map { String(source[source.index(after: $0)...]) } ?? source
    let path = "\(folder)_rels/\(file).rels"
    guard let bytes = try part(path, zip) else { return [] }
    var targets: [String] = []
    do throws(XMLFault) {
      var xml = try XMLReader(bytes, namespaces: .openXML)
      while let event = try xml.next() {
        guard event == .start("rel:Relationship"), try xml.attribute("TargetMode") != "External",
          try xml.attribute("Type")?.hasSuffix("/" + type) ?? false, let target = try xml.attribute("Target")
        else { continue }
        targets.append(target.hasPrefix("/") ? String(target.dropFirst()) : folder + target)
      }
    } catch {
      throw .xml(error, part: path)
    }
    return targets
  }
}
