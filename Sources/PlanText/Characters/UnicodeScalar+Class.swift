extension Unicode.Scalar {
  /// Whether the scalar is one of the common Chinese characters. Asking this first saves looking up properties for most
  /// of a plan.
  @inlinable package var isCommonHan: Bool { (0x4E00...0x9FFF).contains(value) }

  /// Whether the scalar is a letter or a digit of ASCII.
  @inlinable package var isASCIIAlphanumeric: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// The small letter of a capital one of ASCII; every other scalar as it is.
  @inlinable package var lowercasedASCII: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(truncatingIfNeeded: value) + 0x20) : self
  }

  /// Whether the scalar is one of the marks of Chinese text (、。「」《》), which are in every line and are no letters.
  @inlinable package var isMarkOfChinese: Bool {
    (0x3000...0x3004).contains(value) || (0x3008...0x3020).contains(value)
  }
}
