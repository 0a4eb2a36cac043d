/// An address with a scheme, or what was probably meant as one: https://www.example.gov.tw/a?b=1.
package struct WebAddress {
  /// The scheme and its slashes as written: `https://`, `http:/`.
  package let scheme: PlanText
  /// Where it begins in the text, in UTF-8.
  package let offset: Int
  /// The address, from the scheme to its last character.
  package let address: PlanText
  /// The Chinese text that follows without anything between; empty where there is none.
  package let following: PlanText
  /// What is wrong with a blank: the stretch with the blank, where there is one.
  package let blank: PlanText?
  /// Whether it goes on in a way that an address cannot, so that what is here of it leads somewhere else.
  package let isCut: Bool

  /// The address and what runs into it.
  package var wholeRange: SourceRange {
    address.range.lowerBound..<max(address.range.upperBound, following.range.upperBound)
  }

  /// Whether the scheme is written as it must be.
  package var isWellFormed: Bool { scheme.string == "http://" || scheme.string == "https://" }

  /// The scheme as it must be.
  package var properScheme: String { scheme.string.lowercased().unicodeScalars.contains("s") ? "https://" : "http://" }

  /// The addresses of a text, in order.
  package static func all(in text: PlanText) -> [WebAddress] {
    // Most texts have no letter h, and need not be taken apart.
    guard text.string.has(ascii: "h") || text.string.has(ascii: "H") else { return [] }
    let scalars = Array(text.string.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    func part(_ range: Range<Int>) -> PlanText { text.part(offsets[range.lowerBound]..<offsets[range.upperBound]) }

    var found: [WebAddress] = []
    var index = 0
    while index < scalars.count {
      guard isLetter(scalars[index], "h"), index == 0 || !isWordCharacter(scalars[index - 1]),
        let schemeEnd = schemeEnd(from: index, in: scalars)
      else {
        index += 1
        continue
      }
      var start = schemeEnd
      var blank: Range<Int>?
      while start < scalars.count, scalars[start] == " " { start += 1 }
      if start > schemeEnd, start < scalars.count, isWordCharacter(scalars[start]) {
        blank = schemeEnd..<start
      } else {
        start = schemeEnd
      }
      var end = addressEnd(from: start, in: scalars)
      // www. example.gov.tw, www .example.gov.tw: a dot at a blank, with more of a name behind it.
      if blank == nil, end + 1 < scalars.count, scalars[end] == " " {
        let next = scalars[end + 1]
        let isDotted = (end > start && scalars[end - 1] == "." && isWordCharacter(next)) || next == "."
        let rest = scalars[(end + 1)...].prefix { isWordCharacter($0) || $0 == "." }
        if isDotted, end > start, rest.dropFirst().contains(".") || next == "." && rest.count > 1 {
          blank = end..<(end + 1)
          end = addressEnd(from: end + 1, in: scalars)
        }
      }
      // Punctuation at the end belongs to the sentence.
      var last = end
      while last > start, ".,;:!?'".unicodeScalars.contains(scalars[last - 1]) { last -= 1 }
      let follows = last == end ? scalars[end...].prefix { $0.properties.isIdeographic }.count : 0
      found.append(
        WebAddress(
          scheme: part(index..<schemeEnd), offset: offsets[index], address: part(index..<max(last, schemeEnd)),
          following: part(end..<(end + follows)),
          blank: blank.map(part),
          isCut: isCut(behind: index..<schemeEnd, last: max(last, schemeEnd), end: end, in: scalars)))
      index = max(end + follows, index + 1)
    }
    return found
  }

  /// The end of http:// or of what resembles it: htpp://, http:/, https//, http：//.
  private static func schemeEnd(from start: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var index = start + 1
    while index < scalars.count, index - start < 7, isLetter(scalars[index], "t") || isLetter(scalars[index], "p") {
      index += 1
    }
    guard index - start >= 3 else { return nil }
    if index < scalars.count, isLetter(scalars[index], "s") { index += 1 }
    let afterLetters = index
    if index < scalars.count, ":：;；".unicodeScalars.contains(scalars[index]) { index += 1 }
    let afterColon = index
    while index < scalars.count, index - afterColon < 3, "/\\／".unicodeScalars.contains(scalars[index]) { index += 1 }
    let slashes = index - afterColon
    // http alone is a word, http/2 a version, and http:80 nothing of ours.
    return slashes >= (afterColon > afterLetters ? 1 : 2) ? index : nil
  }

  /// The end of an address: what cannot stand in one, or a parenthesis that was opened before it.
  private static func addressEnd(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
    var depth = 0
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "(" { depth += 1 }
      if scalar == ")" {
        guard depth > 0 else { break }
        depth -= 1
      }
      guard isWordCharacter(scalar) || "-._~:/?#[]@!$&'()*+,;=%".unicodeScalars.contains(scalar) else { break }
      index += 1
    }
    return index
  }

  private static func isLetter(_ scalar: Unicode.Scalar, _ letter: Unicode.Scalar) -> Bool {
    scalar == letter || scalar.value == letter.value - 32
  }

  static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}
