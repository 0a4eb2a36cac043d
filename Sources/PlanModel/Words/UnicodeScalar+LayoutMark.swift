extension Unicode.Scalar {
  /// Whether the scalar arranges words and says none: white space, a bar, a dash, a bullet or a colon, or what people
  /// take for one.
  package var isLayoutMark: Bool {
    switch self {
    case " ", "\t", "\u{3000}", "\n", "\r", "|", ":", "：", "\u{FE55}": true
    default:
      TableLine.strangeBars.contains(self) || TableLine.dashes.contains(self) || FieldReader.marks.contains(self)
        || FieldReader.strangeColons.contains(self)
    }
  }
}
