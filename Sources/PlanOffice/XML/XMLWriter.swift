import PlanText

/// Writes XML 1.0 (W3C, fifth edition) in UTF-8, element by element. Whatever the texts are, what comes out is
/// well-formed as long as the names are.
package struct XMLWriter {
  private var bytes: [UInt8]
  /// The elements that are open, from the outermost.
  private var open: [StaticString] = []
  /// Whether the start tag of the last of them has no end yet.
  private var isInTag = false

  /// Begins with the declaration.
  package init() {
    bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
  }

  /// Begins with nothing: what is written is to be added to another document.
  package init(fragment: Void) { bytes = [] }

  /// What was written, once all its elements have ended.
  package var written: [UInt8] { bytes }

  /// Adds what another one has written, as it is.
  package mutating func add(_ fragment: XMLWriter) {
    endTag()
    bytes += fragment.bytes
  }

  /// Begins an element.
  package mutating func begin(_ name: StaticString, _ attributes: (StaticString, String)...) {
    endTag()
    bytes.append(UInt8(ascii: "<"))
    add(name)
    open.append(name)
    isInTag = true
    for (name, value) in attributes { attribute(name, value) }
  }

  /// Adds an attribute to the element that was begun last, before anything is in it.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    add(name)
    bytes += "=\"".utf8
    XMLText.escape(value, isAttribute: true, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Ends the element that was begun last.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    if isInTag {
      bytes += "/>".utf8
      isInTag = false
    } else {
      bytes += "</".utf8
      add(name)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  /// An element with nothing in it.
  package mutating func empty(_ name: StaticString, _ attributes: (StaticString, String)...) {
    begin(name)
    for (name, value) in attributes { attribute(name, value) }
    end()
  }

  /// An element with what is written meanwhile.
  package mutating func element(
    _ name: StaticString, _ attributes: (StaticString, String)..., content: (inout XMLWriter) -> Void
  ) {
    begin(name)
    for (name, value) in attributes { attribute(name, value) }
    content(&self)
    end()
  }

  /// Text in the element that is open.
  package mutating func text(_ text: some StringProtocol) {
    endTag()
    XMLText.escape(text, isAttribute: false, into: &bytes)
  }

  /// A line break between elements, where it means nothing.
  package mutating func lineBreak() {
    endTag()
    bytes.append(Ascii.lineFeed)
  }

  /// The whole document, its last line ended.
  package consuming func finished() -> [UInt8] {
    while !open.isEmpty { end() }
    bytes.append(Ascii.lineFeed)
    return bytes
  }

  private mutating func endTag() {
    if isInTag { bytes.append(UInt8(ascii: ">")) }
    isInTag = false
  }

  private mutating func add(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
