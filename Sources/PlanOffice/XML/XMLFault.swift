/// Why bytes are no XML that is read here.
package enum XMLFault: Error, Sendable, Hashable {
  /// They end inside an element, a tag or a comment, or there is no element.
  case truncated
  /// The syntax is broken at a byte.
  case syntax(at: Int)
  /// An end tag is not that of the element that is open.
  case wrongEnd(at: Int)
  /// A prefix that nothing declares.
  case unknownPrefix(at: Int)
  /// A document type, which can define entities and is in no office file.
  case documentType(at: Int)
  /// An entity that is not one of the five of XML, or a number of no character.
  case unknownEntity(at: Int)
  /// Elements inside each other, deeper than what is read.
  case tooDeep(limit: Int)
  /// One element has more attributes than are read.
  case tooManyAttributes(at: Int, limit: Int)
  /// Another encoding than UTF-8, or bytes that are not UTF-8.
  case encoding
}
