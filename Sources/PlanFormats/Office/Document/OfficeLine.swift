import PlanText

/// The words of a paragraph while it is read, and what stands in it beside them.
struct OfficeLine {
  var text = ""
  /// What text boxes in it hold.
  var boxes: [OfficeBlock] = []
  var hasWords: Bool { !text.unicodeScalars.allSatisfy(\.showsNothing) }

  /// The paragraph behind its text boxes. A number that the words begin with themselves is not set twice.
  func blocks(label: String?, isBullet: Bool, level: Int?, place: OfficePlace) -> [OfficeBlock] {
    let words = text.hasLabel(label) ? nil : label
    let paragraph = OfficeParagraph(
      text: SymbolFont.shown(text), label: words, isBullet: isBullet && words != nil, level: level, place: place)
    return boxes + [.paragraph(paragraph)]
  }
}

extension String {
  fileprivate func hasLabel(_ label: String?) -> Bool {
    guard let label, !label.isEmpty else { return false }
    return String(unicodeScalars.drop(while: \.showsNothing)).hasPrefix(label.trimmingWhiteSpace())
  }
}

extension [OfficeBlock] {
  /// The same, as what stands in a text box.
  var inBox: [OfficeBlock] {
    map { block in
      guard case .paragraph(var paragraph) = block else { return block }
      paragraph.isInBox = true
      return .paragraph(paragraph)
    }
  }
}
