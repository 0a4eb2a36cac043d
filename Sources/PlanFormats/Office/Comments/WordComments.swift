import PlanOffice
import PlanText

/// Comments of Word documents (ISO/IEC 29500-1, 17.13.4): the words are marked in the document, and the comments stand
/// in a part of their own, which needs a relationship and a content type.
enum WordComments {
  private static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
  private static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

  /// The parts that change, and those that are new.
  static func parts(of archive: ZipReader, with comments: [OfficeComment]) throws -> [String: [UInt8]] {
    let main = try Self.target(of: "officeDocument", in: "_rels/.rels", of: archive) ?? "word/document.xml"
    guard let document = try archive.contents(of: main) else { throw OfficeCommentFault.otherKind }
    let namespace = document.firstOffset(of: Array(strict.utf8)) == nil ? transitional : strict
    let isDeclared = document.firstOffset(of: Array("xmlns:w=\"\(namespace)\"".utf8)) != nil
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let links = "\(folder)_rels/\(main.dropFirst(folder.count)).rels"
    // A relationship that leads nowhere is none.
    let existing = try Self.target(of: "comments", in: links, of: archive, below: folder)
      .flatMap { archive[$0] == nil ? nil : $0 }
    var changed: [String: [UInt8]] = [:]
    let comments = comments.filter { $0.part == main }

    var part = try existing.flatMap { name throws -> [UInt8]? in try archive.contents(of: name) }
    let first = try part.map { try Self.highestNumber(in: $0) + 1 } ?? 0
    let fragment = Self.fragment(of: comments, from: first, namespace)
    if let content = part {
      part = try XMLInsertions.appending(fragment, to: content, .openXML)
    } else {
      var xml = XMLWriter()
      xml.begin("w:comments", ("xmlns:w", namespace))
      xml.add(fragment)
      part = xml.finished()
    }
    let name = existing ?? Self.freeName(in: folder, of: archive)
    changed[name] = part
    changed[main] = Self.marked(document, comments, from: first, namespace: isDeclared ? nil : namespace)
    if existing == nil {
      let file = String(name.dropFirst(folder.count))
      changed[links] = try Self.linked(try archive.contents(of: links), to: file, isStrict: namespace == strict)
      guard let types = try archive.contents(of: "[Content_Types].xml") else { throw OfficeCommentFault.otherKind }
      var entry = XMLWriter(fragment: ())
      entry.empty("Override", ("xmlns", contentTypes), ("PartName", "/" + name), ("ContentType", type))
      changed["[Content_Types].xml"] = try XMLInsertions.appending(entry, to: types, .openXML)
    }
    return changed
  }

  // MARK: The document and the comments

  /// The document with marks around the words, and a reference to its comment behind each.
  private static func marked(
    _ document: [UInt8], _ comments: [OfficeComment], from first: Int, namespace: String?
  ) -> [UInt8] {
    var insertions = XMLInsertions()
    func declare(_ xml: inout XMLWriter) { if let namespace { xml.attribute("xmlns:w", namespace) } }
    for (offset, comment) in comments.enumerated() {
      let number = "\(first + offset)"
      var start = XMLWriter(fragment: ())
      start.begin("w:commentRangeStart")
      declare(&start)
      start.attribute("w:id", number)
      start.end()
      let place = CommentAnchor(comment, in: document).runs
      insertions.insert(start, at: place.lowerBound)
      var end = XMLWriter(fragment: ())
      end.begin("w:commentRangeEnd")
      declare(&end)
      end.attribute("w:id", number)
      end.end()
      end.begin("w:r")
      declare(&end)
      end.empty("w:commentReference", ("w:id", number))
      end.end()
      insertions.insert(end, at: place.upperBound)
    }
    return insertions.applied(to: document)
  }

  private static func fragment(of comments: [OfficeComment], from first: Int, _ namespace: String) -> XMLWriter {
    var xml = XMLWriter(fragment: ())
    for (offset, comment) in comments.enumerated() {
      xml.element(
        "w:comment", ("xmlns:w", namespace), ("w:id", "\(first + offset)"), ("w:author", OfficeComment.author),
        ("w:initials", "P")
      ) { xml in
        for line in comment.text.lineSlices {
          xml.element("w:p") { xml in
            xml.element("w:r") { xml in
              xml.element("w:t", ("xml:space", "preserve")) { $0.text(line) }
            }
          }
        }
      }
    }
    return xml
  }

  /// The highest number of a comment that is there; -1 where there is none.
  private static func highestNumber(in comments: [UInt8]) throws(XMLFault) -> Int {
    var reader = try XMLReader(comments, namespaces: .openXML)
    var highest = -1
    while let event = try reader.next() {
      guard case .start("w:comment") = event, let number = try reader.attribute("w:id").flatMap({ Int($0) }) else {
        continue
      }
      // Nobody counts so far; a number that is larger would leave none for the next.
      highest = max(highest, min(number, 1 << 30))
    }
    return highest
  }

  // MARK: The package

  /// The name of the part to which a relationship of a kind leads; nil where there is none.
  private static func target(
    of kind: String, in links: String, of archive: ZipReader, below folder: String = ""
  ) throws -> String? {
    guard let content = try archive.contents(of: links) else { return nil }
    var reader = try XMLReader(content, namespaces: .openXML)
    while let event = try reader.next() {
      guard case .start("rel:Relationship") = event, let type = try reader.attribute("Type"),
        type.hasSuffix("/relationships/\(kind)"), let target = try reader.attribute("Target")
      else { continue }
      return target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
    }
    return nil
  }

  private static func freeName(in folder: String, of archive: ZipReader) -> String {
    var name = folder + "comments.xml"
    var number = 1
    while archive[name] != nil {
      number += 1
      name = "\(folder)comments\(number).xml"
    }
    return name
  }

  /// The relationships of the document with one more.
  private static func linked(_ links: [UInt8]?, to file: String, isStrict: Bool) throws(XMLFault) -> [UInt8] {
    let base =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    var known: Set<String> = []
    if let links {
      var reader = try XMLReader(links, namespaces: .openXML)
      while let event = try reader.next() {
        if case .start("rel:Relationship") = event, let identifier = try reader.attribute("Id") {
          known.insert(identifier)
        }
      }
    }
    var number = 1
    while known.contains("rIdPlantool\(number)") { number += 1 }
    var entry = XMLWriter(fragment: ())
    entry.empty(
      "Relationship", ("xmlns", relationships), ("Id", "rIdPlantool\(number)"), ("Type", base + "comments"),
      ("Target", file))
    if let links { return try XMLInsertions.appending(entry, to: links, .openXML) }
    var xml = XMLWriter()
    xml.begin("Relationships", ("xmlns", relationships))
    xml.add(entry)
    return xml.finished()
  }
}
