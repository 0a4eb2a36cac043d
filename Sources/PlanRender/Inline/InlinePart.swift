/// A piece of the words of a paragraph or a cell, as it is shown.
enum InlinePart: Hashable {
  /// Words without marks and line breaks, never empty.
  case text(String)
  /// What stands between backticks.
  case code(String)
  case lineBreak
  /// The name of a footnote: the 1 of `[^1]`.
  case footnote(String)
  case begin(InlineMark)
  case end(InlineMark)
}

/// What is said of words by the marks around them.
enum InlineMark: Hashable {
  case bold
  case underline
  /// The address, of http or https, to which the words lead.
  case link(String)
}
