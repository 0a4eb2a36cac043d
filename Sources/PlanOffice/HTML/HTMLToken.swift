/// A piece of an HTML page.
package enum HTMLToken: Sendable, Hashable {
  case start(HTMLTag)
  /// The name of the element that ends, in small letters.
  case end(String)
  /// Words, their character references replaced, white space as it stands in the file.
  case text(String)
  /// What stands in `<script>`, `<style>` and the like: the name of the element and its text as it is.
  case raw(String, String)
  case comment(String)
}

/// A start tag.
package struct HTMLTag: Sendable, Hashable {
  package struct Attribute: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// In small letters.
  package let name: String
  package let attributes: [Attribute]

  /// The value of the first attribute of a name; one without a value is empty.
  package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Elements that have no content and no end tag (HTML, 13.1.2).
  package var isVoid: Bool {
    switch name {
    case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr": true
    default: false
    }
  }
}
