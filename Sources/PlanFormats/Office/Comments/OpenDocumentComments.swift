import PlanOffice
import PlanText

/// Comments of OpenDocument texts (ODF 1.3, 14.1): `office:annotation` before the words, `office:annotation-end` behind
/// them.
enum OpenDocumentComments {
  /// The parts that change.
  static func parts(of archive: ZipReader, with comments: [OfficeComment]) throws -> [String: [UInt8]] {
    guard let content = try archive.contents(of: "content.xml") else { throw OfficeCommentFault.otherKind }
    return ["content.xml": try adding(comments.filter { $0.part == "content.xml" }, to: content)]
  }

  /// The XML of a document with comments in it.
  static func adding(_ comments: [OfficeComment], to bytes: [UInt8]) throws(XMLFault) -> [UInt8] {
    let declarations = try Self.missingNamespaces(in: bytes)
    var insertions = XMLInsertions()
    // A document that was annotated before has such names already.
    let first = Self.highestNumber(in: bytes) + 1
    for (offset, comment) in comments.enumerated() {
      let name = "\(OfficeComment.author)-\(first + offset)"
      var start = XMLWriter(fragment: ())
      start.begin("office:annotation", ("office:name", name))
      for (name, namespace) in declarations { start.attribute(name, namespace) }
      start.element("dc:creator") { $0.text(OfficeComment.author) }
      for line in comment.text.lineSlices {
        start.element("text:p") { $0.text(line) }
      }
      start.end()
      let place = CommentAnchor(comment, in: bytes).characters
      insertions.insert(start, at: place.lowerBound)
      var end = XMLWriter(fragment: ())
      end.begin("office:annotation-end", ("office:name", name))
      for (name, namespace) in declarations where name.description == "xmlns:office" { end.attribute(name, namespace) }
      end.end()
      insertions.insert(end, at: place.upperBound)
    }
    return insertions.applied(to: bytes)
  }

  private static let namespaces: [(StaticString, String)] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"), ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
  ]

  /// The namespaces that the root element does not declare under the usual prefixes.
  private static func missingNamespaces(in bytes: [UInt8]) throws(XMLFault) -> [(StaticString, String)] {
    var reader = try XMLReader(bytes, namespaces: .openDocument)
    _ = try reader.next()
    let root = String(decoding: bytes[reader.range], as: UTF8.self)
    return namespaces.filter { name, namespace in
      !["\"", "'"].contains { root.place(of: "\(name)=\($0)\(namespace)\($0)") != nil }
    }
  }

  /// The highest number of a name that a comment of ours has.
  private static func highestNumber(in bytes: [UInt8]) -> Int {
    let mark = Array("office:name=\"\(OfficeComment.author)-".utf8)
    var (highest, index) = (0, 0)
    while let offset = bytes.firstOffset(of: mark, in: index..<bytes.count) {
      index = offset + mark.count
      let digits = bytes[index...].prefix(9).prefix(while: Ascii.isDigit)
      highest = max(highest, Int(String(decoding: digits, as: UTF8.self)) ?? 0)
    }
    return highest
  }
}
