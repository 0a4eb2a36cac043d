extension Unicode.Scalar {
  /// Whether the scalar has the Unicode property White_Space. The list is short and closed, and asked for every
  /// character of a plan, so it is spelt out instead of looked up.
  public var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar shows nothing, neither ink nor room, and turns nothing around: soft hyphen, zero width space,
  /// joiners, word joiner, invisible operators, a byte order mark inside a text. Nobody sees that it is there.
  package var isUnseen: Bool {
    switch value {
    case 0xAD, 0x34F, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  /// Whether a name, a date or a number is the same without the scalar: white space, and what nobody sees.
  package var showsNothing: Bool { isWhiteSpace || isUnseen }
}

extension String {
  /// The text without white space and without what nobody sees.
  package var withoutWhatShowsNothing: String {
    unicodeScalars.contains(where: \.showsNothing)
      ? String(scalars: unicodeScalars.lazy.filter { !$0.showsNothing }) : self
  }
}
