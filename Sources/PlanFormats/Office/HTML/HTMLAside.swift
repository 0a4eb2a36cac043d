/// Words of a page that are read aside: they are no words of a paragraph, or not yet.
struct HTMLAside {
  enum Kind {
    /// The number before a paragraph, as Word writes it.
    case mark
    /// Characters of a font of signs.
    case symbol(String)
    case leftOut(LeftOut.Kind)

    init?(_ tag: HTMLTagView) {
      if tag.isListMark {
        self = .mark
      } else if tag.isHidden {
        self = .leftOut(.hiddenText)
      } else if tag.name == "del" || tag.name == "strike" && tag["class"] == "del" {
        self = .leftOut(.deletedText)
      } else if tag.isPageHeader {
        self = .leftOut(.pageHeader)
      } else if tag.isPageFooter {
        self = .leftOut(.pageFooter)
      } else if tag.isContents {
        self = .leftOut(.contents)
      } else if let font = tag.symbolFont {
        self = .symbol(font)
      } else {
        return nil
      }
    }
  }

  let kind: Kind
  private let name: String
  var words = HTMLWords()
  /// How many elements of the name are open.
  private var depth = 1

  init(_ kind: Kind, name: String) { (self.kind, self.name) = (kind, name) }

  /// Whether paragraphs may be in it; one that may have none ends where a paragraph begins.
  var isBlock: Bool {
    HTMLBlocks.areParagraphs(name) && name != "p" || name == "noscript" || name == "template"
  }

  mutating func begin(_ tag: HTMLTagView) {
    if tag.name == name, !tag.tag.isVoid { depth += 1 }
    if HTMLBlocks.areParagraphs(tag.name) || tag.name == "br" { words.add(" ", keepsBreaks: false) }
  }

  /// Whether an end tag is that of its element.
  mutating func ends(with name: String) -> Bool {
    if HTMLBlocks.areParagraphs(name) { words.add(" ", keepsBreaks: false) }
    if name == self.name { depth -= 1 }
    return depth == 0
  }
}

/// Which elements are paragraphs of their own, or have some.
enum HTMLBlocks {
  static func areParagraphs(_ name: String) -> Bool { names.contains(name) }

  private static let names: Set<String> = [
    "html", "head", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "menu", "dir", "li", "dl", "dt",
    "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col", "pre", "blockquote", "hr",
    "section", "article", "aside", "nav", "header", "footer", "main", "figure", "figcaption", "address", "form",
    "fieldset", "legend", "details", "summary", "center", "hgroup", "search", "dialog", "option", "optgroup", "select",
    "title",
  ]
}
