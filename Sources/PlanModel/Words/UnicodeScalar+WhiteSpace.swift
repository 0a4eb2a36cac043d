extension Unicode.Scalar {
  /// Whether the scalar has the Unicode property White_Space. The list is short and closed, and asked for every character of a plan, so it is spelt out
  /// instead of looked up.
  public var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

extension String {
  /// The text without any white space.
  var withoutWhiteSpace: String {
    unicodeScalars.contains(where: \.isWhiteSpace)
      ? String(scalars: unicodeScalars.lazy.filter { !$0.isWhiteSpace }) : self
  }
}
