import PlanText

/// What no fix may do on its own, whatever its rule says: change a number, a date or a quantity, or the lines of the
/// file.
enum EditCheck {
  /// Whether an edit may be applied. One of the layout may touch the marks of tables and lists and line breaks, but no
  /// word and no number; one of other programs' marks may leave these out, whatever numbers their names have.
  static func permits(_ edit: Finding.Edit, in bytes: [UInt8], scope: Finding.Fix.Scope = .words) -> Bool {
    guard edit.range.lowerBound >= 0, edit.range.upperBound <= bytes.count else { return false }
    let removed = String(decoding: bytes[edit.range], as: UTF8.self)
    // Part of a character is no text.
    guard removed.utf8.elementsEqual(bytes[edit.range]) else { return false }
    if scope == .foreignMarks { return edit.text.isEmpty && ForeignMarkReader.isEdge(Array(bytes[edit.range])) }
    let isAllowed = (removed + edit.text).unicodeScalars.allSatisfy { scalar in
      switch scope {
      // A line break, the border of a table cell or an escape is syntax; the range of a text says nothing certain about
      // it.
      case .words: !scalar.isHarmful && scalar != "\\" && scalar != "|"
      case .layout: scalar.isLayoutMark
      case .foreignMarks: false
      }
    }
    // What nobody sees may be taken out, and never put in.
    guard isAllowed, !edit.text.unicodeScalars.contains(where: \.isUnseen) else { return false }
    let before = [bytes.scalar(before: edit.range.lowerBound)].compactMap { $0 }
    let after = [bytes.scalar(after: edit.range.upperBound)].compactMap { $0 }
    // A number that holds something nobody sees is the number that everybody sees.
    return quantities((before + removed.unicodeScalars + after).filter { !$0.isUnseen })
      == quantities((before + edit.text.unicodeScalars + after).filter { !$0.isUnseen })
  }

  /// Whether a fix keeps every letter and digit: what is to be read is read otherwise, and says the same.
  static func keepsLetters(_ fix: Finding.Fix, in bytes: [UInt8]) -> Bool {
    fix.edits.allSatisfy { edit in
      let removed = String(decoding: bytes[edit.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
      return letters(removed).elementsEqual(letters(edit.text))
    }
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map(\.narrow).filter {
      ($0.properties.isAlphabetic || $0.properties.numericType != nil) && !$0.isLayoutMark
    }
  }

  /// The numbers in a text, each with the sign or the unit that gives it its meaning: 107年, 5%, 1.5, 二.
  static func quantities(_ scalars: [Unicode.Scalar]) -> [String] {
    var found: [String] = []
    var index = 0
    while index < scalars.count {
      guard isNumeral(scalars[index]) else {
        index += 1
        continue
      }
      var quantity = String.UnicodeScalarView()
      while index < scalars.count {
        let scalar = scalars[index]
        let joins = index + 1 < scalars.count && signs.contains(scalar) && isNumeral(scalars[index + 1])
        guard isNumeral(scalar) || joins else { break }
        quantity.append(scalar.narrow)
        index += 1
      }
      if index < scalars.count, units.contains(scalars[index]) { quantity.append(scalars[index]) }
      found.append(String(quantity))
    }
    return found
  }

  private static let signs: ScalarSet = ".,:/-~．，：／－～至點"
  private static let units: ScalarSet = "%％‰年月日號時點分秒週周季旬天元角萬億人名次件處項條款場個種戶家班組題頁"

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    Numeral.isNumeral(scalar) || scalar == "萬" || scalar == "億" || scalar == "半" || scalar.properties.numericType != nil
  }
}
