import PlanText

/// Opens a page: what its bytes are, before a tag is read.
enum HTMLDocument {
  static func read(_ bytes: [UInt8]) throws(OfficeFault) -> OfficeDocument {
    var reader = HTMLReader(try TextEncoding.utf8(bytes, declared: declaredEncoding(of: bytes)))
    return try reader.read()
  }

  /// Whether bytes begin as a page does, behind white space and in UTF-16 too.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    // Most files are plans, whose first character tells.
    guard let first = bytes.first(where: { $0 > Ascii.space }), first == Ascii.less || first >= 0x80 else {
      return false
    }
    let head = TextEncoding.asciiHead(of: bytes).lowercased()
    let words = head.drop { $0.isWhitespace }
    if words.hasPrefix("<!doctype html") || words.hasPrefix("<html") { return true }
    return words.hasPrefix("<?xml") && words.contains("<html")
  }

  /// What a page says of its encoding, in small letters: `<meta charset=big5>`, or inside `content`.
  private static func declaredEncoding(of bytes: [UInt8]) -> String {
    let head = TextEncoding.asciiHead(of: bytes).lowercased()
    guard let mark = head.place(of: "charset=") ?? head.place(of: "encoding=") else { return "" }
    let value = head[mark.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    return String(value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
  }
}
