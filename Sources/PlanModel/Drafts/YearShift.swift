import PlanText

/// Moves the years in words: 107年4月 becomes 108年4月. What is written without a year stays.
struct YearShift {
  /// How many years later.
  let years: Int

  /// The words with their years moved, and how many were. With `only` other years (of the Republic) stay; `end` is the
  /// UTF-8 offset behind which nothing is moved.
  func moved(_ text: String, only: Int? = nil, end: Int = .max) -> (text: String, count: Int) {
    var output = ""
    var count = 0
    var rest = text[...]
    while let first = rest.unicodeScalars.first {
      let digits = rest.unicodeScalars.prefix { Numeral.digit($0) != nil }
      guard !digits.isEmpty else {
        output.unicodeScalars.append(first)
        rest = rest.unicodeScalars.dropFirst().asSubstring
        continue
      }
      let offset = text.utf8.distance(from: text.startIndex, to: digits.startIndex)
      let word = String(digits)
      rest = rest[digits.endIndex...]
      guard offset < end, let year = Numeral.value(of: word), isYear(year, digits: digits.count, before: rest),
        only == nil || only == (year > 1911 ? year - CalendarDate.rocOffset : year), year + years > 0
      else {
        // 12/107 and 1.5: what follows a separator is no year.
        output += word
        let separators = rest.unicodeScalars.prefix { "/.-".unicodeScalars.contains($0) }
        let tail =
          separators.isEmpty
          ? "" : rest[separators.endIndex...].unicodeScalars.prefix { Numeral.digit($0) != nil }.asString
        output += String(separators) + tail
        rest = rest.unicodeScalars.dropFirst(separators.count + tail.unicodeScalars.count).asSubstring
        continue
      }
      count += 1
      let isWide = (digits.first?.value ?? 0) > 0xFF00
      output += isWide ? Self.wide(String(year + years)) : String(year + years)
      // The rest of a date with separators holds no other year.
      if let separator = rest.unicodeScalars.first, "/.-".unicodeScalars.contains(separator) {
        let tail = rest.unicodeScalars.prefix { Numeral.digit($0) != nil || "/.-".unicodeScalars.contains($0) }
        output += String(tail)
        rest = rest[tail.endIndex...]
      }
    }
    return (output, count)
  }

  /// Whether a number is a year: before 年, or at the head of a date with separators.
  private func isYear(_ value: Int, digits: Int, before rest: Substring) -> Bool {
    guard digits == 4 ? (1950...2110).contains(value) : (2...3).contains(digits) && (50...199).contains(value) else {
      return false
    }
    let next = rest.unicodeScalars.drop(while: \.isWhiteSpace)
    if next.first == "年" || next.starts(with: "學年".unicodeScalars) { return true }
    guard let separator = rest.unicodeScalars.first, "/.-".unicodeScalars.contains(separator) else { return false }
    let parts = rest.unicodeScalars.prefix { Numeral.digit($0) != nil || $0 == separator }.split(separator: separator)
    return parts.count >= 2 || (parts.count == 1 && separator == "/" && value > 31)
  }

  private static func wide(_ digits: String) -> String {
    String(scalars: digits.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) })
  }

  /// The words with 29 February as the 28th.
  static func withoutLeapDay(_ text: String) -> String {
    var text = text
    for match in text.matches(of: /(?:^|[^0-9])0?2\s*[月\/.\-]\s*(29)/).reversed() {
      text.replaceSubrange(match.output.1.startIndex..<match.output.1.endIndex, with: "28")
    }
    return text
  }
}

extension Substring.UnicodeScalarView {
  fileprivate var asSubstring: Substring { Substring(self) }
  fileprivate var asString: String { String(self) }
}
