/// What an `XMLReader` comes across.
package enum XMLEvent: Sendable, Hashable {
  /// The beginning of an element, also of one without content (`<w:p/>`), which its end follows.
  case start(String)
  /// Its end.
  case end(String)
  /// Characters between tags. A text may come in several parts.
  case text(String)
}

/// An attribute of an element.
package struct XMLAttribute: Sendable {
  package let name: String
  /// Where the value stands in the file, without its quotation marks and with its entities.
  package let range: Range<Int>
}
