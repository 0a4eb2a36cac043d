import PlanText

/// Reads XML 1.0 in UTF-8 from one element to the next, as far as office files have it: no document type, and so no
/// entities but those of XML.
///
/// Names have the prefixes of `XMLNamespaces`, whatever the file calls its namespaces: `w:p`, `text:p`; `?:name` stands
/// for one of a namespace that is not known.
package struct XMLReader {
  /// How deep elements may be inside each other.
  package static let depthLimit = 256
  /// How many attributes an element may have.
  package static let attributeLimit = 256

  package let bytes: [UInt8]
  /// Where the last event stands in the file: the whole tag, or the characters.
  package private(set) var range = 0..<0
  /// The attributes of the element that has just begun, without declarations of namespaces.
  package private(set) var attributes: [XMLAttribute] = []
  /// How many elements are open; the one that has just begun is among them.
  package var depth: Int { open.count }
  /// Whether the element that has just begun has no content and no end tag of its own.
  package private(set) var isEmptyElement = false

  /// The first byte that was not read yet.
  private var place: Int
  private var names: XMLNames
  /// The names of the open elements, as they are and as written.
  private var open: [(name: String, written: Range<Int>)] = []
  private var hasRoot = false
  /// The attributes of the last tag as they are written.
  private var found: [XMLTag.Attribute] = []

  /// Takes the bytes of a file. Whether they are UTF-8 is checked at once, everything else on the way.
  package init(_ bytes: [UInt8], namespaces: XMLNamespaces) throws(XMLFault) {
    self.bytes = bytes
    names = XMLNames(namespaces)
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard UTF8Check.firstInvalid(in: bytes) == nil else { throw .encoding }
    // UTF-16 that is no invalid UTF-8 has bytes of 0, and so has no XML.
    if bytes.contains(0) { throw .encoding }
  }

  /// The next event; nil behind the end of the root element.
  package mutating func next() throws(XMLFault) -> XMLEvent? {
    if isEmptyElement {
      isEmptyElement = false
      range = range.upperBound..<range.upperBound
      return close()
    }
    while place < bytes.count {
      guard bytes[place] == Ascii.less else {
        if let text = try characters() { return .text(text) }
        continue
      }
      switch place + 1 < bytes.count ? bytes[place + 1] : 0 {
      case Ascii.slash: return try endTag()
      case UInt8(ascii: "?"): try instruction()
      case UInt8(ascii: "!"):
        if let text = try declaration() { return .text(text) }
      default: return try startTag()
      }
    }
    guard open.isEmpty, hasRoot else { throw .truncated }
    return nil
  }

  /// The value of an attribute of the element that has just begun.
  package func attribute(_ name: String) throws(XMLFault) -> String? {
    for attribute in attributes where attribute.name == name { return try value(of: attribute) }
    return nil
  }

  /// The value of an attribute, its entities replaced.
  package func value(of attribute: XMLAttribute) throws(XMLFault) -> String {
    try XMLCharacters.text(of: bytes, in: attribute.range)
  }

  /// Goes on behind the end of the element that has just begun.
  package mutating func skipElement() throws(XMLFault) {
    let outer = depth - 1
    while depth > outer {
      if try next() == nil { return }
    }
  }

  private mutating func characters() throws(XMLFault) -> String? {
    let start = place
    while place < bytes.count, bytes[place] != Ascii.less { place += 1 }
    range = start..<place
    guard open.isEmpty else { return try XMLCharacters.text(of: bytes, in: range) }
    // Around the root there is nothing but white space.
    for index in range where !XMLCharacters.isSpace(bytes[index]) { throw .syntax(at: index) }
    return nil
  }

  private mutating func startTag() throws(XMLFault) -> XMLEvent {
    let start = place
    guard !open.isEmpty || !hasRoot else { throw .syntax(at: start) }
    guard open.count < Self.depthLimit else { throw .tooDeep(limit: Self.depthLimit) }
    var tag = XMLTag(bytes, at: start + 1)
    let written = try tag.name()
    try tag.readAttributes(into: &found, limit: Self.attributeLimit)
    hasRoot = true
    place = tag.end
    range = start..<place
    isEmptyElement = tag.isEmpty
    for attribute in found where attribute.isDeclaration(in: bytes) {
      names.declare(
        attribute.declaredPrefix(in: bytes), try XMLCharacters.text(of: bytes, in: attribute.value),
        depth: open.count + 1)
    }
    guard let name = names.name(bytes[written], isAttribute: false) else { throw .unknownPrefix(at: start) }
    attributes.removeAll(keepingCapacity: true)
    for attribute in found where !attribute.isDeclaration(in: bytes) {
      guard let name = names.name(bytes[attribute.name], isAttribute: true) else {
        throw .unknownPrefix(at: attribute.name.lowerBound)
      }
      if attributes.contains(where: { $0.name == name && name.utf8.first != UInt8(ascii: "?") }) {
        throw .syntax(at: attribute.name.lowerBound)
      }
      attributes.append(XMLAttribute(name: name, range: attribute.value))
    }
    open.append((name, written))
    return .start(name)
  }

  private mutating func endTag() throws(XMLFault) -> XMLEvent? {
    let start = place
    var tag = XMLTag(bytes, at: start + 2)
    let written = try tag.name()
    try tag.close()
    guard let last = open.last, bytes[written] == bytes[last.written] else { throw .wrongEnd(at: start) }
    place = tag.end
    range = start..<place
    return close()
  }

  private mutating func close() -> XMLEvent? {
    attributes.removeAll(keepingCapacity: true)
    names.leave(depth: open.count)
    return open.popLast().map { .end($0.name) }
  }

  /// `<?…?>`. The one at the beginning says the encoding.
  private mutating func instruction() throws(XMLFault) {
    let start = place
    let end = try end(of: "?>", from: start + 2)
    let words = bytes[start..<end]
    if bytes.has("<?xml", at: start), words.count > 5, XMLCharacters.isSpace(words[words.startIndex + 5]) {
      let text = String(decoding: words, as: UTF8.self).lowercased()
      if text.has("encoding"), !["utf-8", "utf8", "us-ascii"].contains(where: text.has) { throw .encoding }
    }
    place = end
  }

  /// A comment, or a text in CDATA.
  private mutating func declaration() throws(XMLFault) -> String? {
    let start = place
    if bytes.has("<!--", at: start) {
      place = try end(of: "-->", from: start + 4)
      return nil
    }
    if bytes.has("<![CDATA[", at: start), !open.isEmpty {
      place = try end(of: "]]>", from: start + 9)
      range = start..<place
      return XMLCharacters.plain(bytes[(start + 9)..<(place - 3)])
    }
    if bytes.has("<!DOCTYPE", at: start) || bytes.has("<!ENTITY", at: start) { throw .documentType(at: start) }
    if bytes.count - start < 9 { throw .truncated }
    throw .syntax(at: start)
  }

  private func end(of word: StaticString, from start: Int) throws(XMLFault) -> Int {
    var index = start
    while index < bytes.count {
      if bytes.has(word, at: index) { return index + word.utf8CodeUnitCount }
      index += 1
    }
    throw .truncated
  }
}
