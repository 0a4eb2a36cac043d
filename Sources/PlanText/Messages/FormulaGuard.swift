/// Which texts a spreadsheet program may take for a formula.
///
/// Programs drop much from the beginning of a cell before they look at it, each something else: white space, control
/// characters, a byte order mark, quotation marks of their own language. So the guard looks at the first character that
/// stands for something, whatever is before it.
package enum FormulaGuard {
  /// Whether a text may be run as a formula.
  package static func isFormula(_ text: String) -> Bool {
    // Most cells begin with a Chinese character, U+4000 to U+9FFF.
    if let first = text.utf8.first, (0xE4...0xE9).contains(first) { return false }
    return text.unicodeScalars.first { beginsFormula($0) || !isPassedOver($0) }.map(beginsFormula) ?? false
  }

  /// The signs with which a formula begins, and those that a program folds into them: full-width and small forms,
  /// superscripts and subscripts, the minus sign. A tab or a carriage return makes some programs begin anew.
  static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r": true
    case "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫": true
    case "⁼", "⁺", "⁻", "₌", "₊", "₋", "−", "﬩": true
    default: false
    }
  }

  /// Whether a character may be gone before a program looks at the cell: one that is not seen, one that belongs to the
  /// character before it, where there is none, or one that quotes.
  static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if scalar.isWhiteSpace || properties.isDefaultIgnorableCodePoint || properties.isQuotationMark { return true }
    return switch properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .surrogate: true
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    case .initialPunctuation, .finalPunctuation: true
    // ` ´ ʼ ˈ and others that look like quotation marks.
    case .modifierSymbol, .modifierLetter: true
    // Braille without a dot; the primes, which look like quotation marks; what stands for an object.
    default:
      scalar == "\u{2800}" || (0x2032...0x2037).contains(scalar.value) || scalar == "\u{2057}" || scalar == "\u{FFFC}"
    }
  }
}
