extension String {
  /// The beginning of a text for quoting in a message: white space and line breaks as single spaces, at most `limit`
  /// characters.
  ///
  /// One character can be made of any number of combining marks, and blanks of any number stand between two: no more of
  /// the text is looked at than a quotation can need, so that quoting a long text over and over costs nothing.
  public func excerpt(_ limit: Int = 24) -> String { plainExcerpt(limit) ?? anyExcerpt(limit) }

  /// The quotation of a text whose scalars are a character each; nil where one may join with others.
  private func plainExcerpt(_ limit: Int) -> String? {
    guard limit > 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Swift.min(utf8.count, 96))
    var count = 0
    var isSpacePending = false
    var blanks = 0
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x20, 0x3000:
        isSpacePending = count > 0
        blanks += 1
        guard blanks < Self.mostBlanks else { return nil }
      case 0x21..<0x7F, 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60:
        guard count < limit else {
          bytes += "…".utf8
          return String(decoding: bytes, as: UTF8.self)
        }
        if isSpacePending { bytes.append(Ascii.space) }
        isSpacePending = false
        bytes.append(scalar)
        count += 1
      default: return nil
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func anyExcerpt(_ limit: Int) -> String {
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
