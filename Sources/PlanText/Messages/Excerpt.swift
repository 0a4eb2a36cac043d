extension String {
  /// The beginning of a text for quoting in a message: white space and line breaks as single spaces, at most `limit`
  /// characters.
  ///
  /// One character can be made of any number of combining marks, and blanks of any number stand between two: no more of
  /// the text is looked at than a quotation can need, so that quoting a long text over and over costs nothing.
  public func excerpt(_ limit: Int = 24) -> String {
    let (most, isUnlimited) = limit.multipliedReportingOverflow(by: 8)
    let (reach, isEndless) = most.multipliedReportingOverflow(by: 8)
    var dense = String.UnicodeScalarView()
    var length = 0
    var isCut = false
    var pendingSpace = false
    var seen = 0
    var blanks = 0
    for scalar in unicodeScalars {
      // A run of blanks is one space of the quotation, however long, up to a length that nobody types.
      if !isUnlimited, !isEndless, seen >= reach || length >= most || blanks >= Self.mostBlanks {
        isCut = true
        break
      }
      if scalar.properties.isWhitespace {
        pendingSpace = !dense.isEmpty
        blanks += 1
        continue
      }
      seen += 1
      if pendingSpace { dense.append(" ") }
      pendingSpace = false
      dense.append(scalar)
      length += 1
    }
    var result = ""
    var count = 0
    for character in String(dense) {
      if character != " " {
        if count >= limit { return (result.hasSuffix(" ") ? String(result.dropLast()) : result) + "…" }
        count += 1
      }
      result.append(character)
    }
    return isCut ? result + "…" : result
  }

  /// How many blanks are passed over at most for a quotation.
  private static let mostBlanks = 16384
}
