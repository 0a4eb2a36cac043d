import PlanOffice
import PlanText

/// A tag as the reader of pages asks it: its attributes, and the properties in its `style`.
struct HTMLTagView {
  let tag: HTMLTag
  /// The properties and their values in small letters, without quotation marks and blanks.
  private let style: [(name: Substring, value: Substring)]

  init(_ tag: HTMLTag) {
    self.tag = tag
    let text = String(
      String.UnicodeScalarView(
        (tag["style"] ?? "").lowercased().unicodeScalars.filter { !$0.showsNothing && $0 != "\"" && $0 != "'" }))
    style = text.split(separator: ";").compactMap { part in
      let pair = part.split(separator: ":", maxSplits: 1)
      return pair.count == 2 ? (pair[0], pair[1]) : nil
    }
  }

  var name: String { tag.name }
  subscript(name: String) -> String? { tag[name] }

  func property(_ name: String) -> String? { style.last { $0.name == name }.map { String($0.value) } }

  /// A number in an attribute, if it is one that makes sense.
  func number(_ name: String, within range: ClosedRange<Int>) -> Int? {
    tag[name].flatMap { Int($0.trimmingWhiteSpace()) }.flatMap { range.contains($0) ? $0 : nil }
  }

  private func hasClass(_ prefix: String) -> Bool {
    (tag["class"] ?? "").lowercased().split(separator: " ").contains { $0.hasPrefix(prefix) }
  }

  // MARK: What programs say in it

  /// Not shown: by the browser, or in Word.
  var isHidden: Bool {
    property("display") == "none" || property("mso-hide") == "all" || property("visibility") == "hidden"
      || tag["hidden"] != nil || name == "noscript" || name == "template"
  }

  /// The number that Word put before a paragraph.
  var isListMark: Bool { property("mso-list") == "ignore" }

  /// The font of signs that words are set in, if they are.
  var symbolFont: String? {
    let font = property("font-family").map { String($0.prefix { $0 != "," }) } ?? tag["face"]?.lowercased()
    switch font {
    case "wingdings", "symbol": return font
    case "wingdings2", "wingdings 2": return "wingdings 2"
    default: return nil
    }
  }

  /// What stands above or below each page, as LibreOffice writes it.
  var isPageHeader: Bool { name == "div" && tag["title"] == "header" }
  var isPageFooter: Bool { name == "div" && tag["title"] == "footer" }
  /// A line of a table of contents of Word.
  var isContents: Bool { hasClass("msotoc") }
  /// The title of a document, as Word, pandoc and LibreOffice mark it.
  var isTitle: Bool { hasClass("msotitle") || name == "h1" && hasClass("title") }
}
