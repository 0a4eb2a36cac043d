import PlanText

/// Finds e-mail addresses, mobile numbers and national ids in a file, wherever they stand.
struct PersonalDataScanner {
  /// What was found.
  struct Datum {
    let kind: Kind
    let range: SourceRange
    /// The datum with most of it hidden, for messages.
    let masked: String
  }

  enum Kind { case email, mobile, nationalID }

  /// The characters of a line, narrow, and where each begins; the end of the line is the last offset.
  private var scalars: [Unicode.Scalar] = []
  private var offsets: [Int] = []

  /// Everything found in a file, in order.
  static func data(in source: SourceText) -> [Datum] {
    var scanner = PersonalDataScanner()
    var found: [Datum] = []
    for line in 1...max(1, source.lineCount) {
      let range = source.rangeOfLine(line)
      guard mayHoldData(source.bytes[range]) else { continue }
      scanner.read(source.bytes[range], at: range.lowerBound)
      found += scanner.data()
    }
    return found
  }

  /// Whether a line has an at sign, or digits enough for a number. Few lines have, and only these are taken apart.
  private static func mayHoldData(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { line in
      var digits = 0
      for (index, byte) in line.enumerated() {
        // Most bytes are those of Chinese characters.
        if byte >= 0x80 {
          guard byte == 0xEF, index + 2 < line.count, line[index + 1] == 0xBC else { continue }
          // U+FF20 is the full-width at sign, U+FF10 to U+FF19 are the full-width digits.
          if line[index + 2] == 0xA0 { return true }
          if (0x90...0x99).contains(line[index + 2]) { digits += 1 }
        } else if byte == UInt8(ascii: "@") {
          return true
        } else if Ascii.isDigit(byte) {
          digits += 1
        }
      }
      return digits >= 9
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, at start: Int) {
    scalars.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var offset = start
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      scalars.append(scalar.narrow)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
  }

  private func data() -> [Datum] {
    var found: [Datum] = []
    var index = 0
    while index < scalars.count {
      let datum: (kind: Kind, range: Range<Int>, masked: String)? =
        switch scalars[index] {
        case "@": email(at: index)
        case "0", "+": mobile(at: index)
        case "A"..."Z": nationalID(at: index)
        default: nil
        }
      if let datum, !isInAddress(datum.range.lowerBound) {
        found.append(
          Datum(
            kind: datum.kind, range: offsets[datum.range.lowerBound]..<offsets[datum.range.upperBound],
            masked: datum.masked))
        index = datum.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: E-mail

  private func email(at sign: Int) -> (Kind, Range<Int>, String)? {
    var lower = sign
    while lower > 0, sign - lower < 64, isAlphanumeric(lower - 1) || "._%+-".unicodeScalars.contains(scalars[lower - 1])
    { lower -= 1 }
    var upper = sign + 1
    while upper < scalars.count, upper - sign < 254,
      isAlphanumeric(upper) || ".-".unicodeScalars.contains(scalars[upper])
    { upper += 1 }
    while upper > sign + 1, !isAlphanumeric(upper - 1) { upper -= 1 }
    let name = text(lower..<sign)
    let domain = text((sign + 1)..<upper)
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = name.first, labels.count > 1, !labels.contains(where: \.isEmpty), let top = labels.last,
      top.count > 1, top.allSatisfy(\.isLetter), !Self.offices.contains(name.lowercased())
    else { return nil }
    return (.email, lower..<upper, "\(first)***@\(domain)")
  }

  /// Mailboxes of an office and not of a person: RFC 2142, and the usual names of service desks.
  private static let offices: Set<String> = [
    "info", "marketing", "sales", "support", "abuse", "noc", "security", "postmaster", "hostmaster", "webmaster", "www",
    "service",
    "services", "contact", "mail", "admin", "public", "police", "mayor",
  ]

  // MARK: Mobile numbers

  /// 0912345678, 0912-345-678, 0912-345678, and the same after +886.
  private func mobile(at start: Int) -> (Kind, Range<Int>, String)? {
    guard start == 0 || !isPartOfNumber(start - 1) else { return nil }
    var index = start
    if scalars[index] == "+" {
      guard matches("+886", at: index) else { return nil }
      index += 4
      if index < scalars.count, isSeparator(index) { index += 1 }
      if index < scalars.count, scalars[index] == "0" { index += 1 }
    } else {
      index += 1
    }
    guard index < scalars.count, scalars[index] == "9", let first = digits(3, at: index) else { return nil }
    guard let middle = digits(3, at: first, afterSeparator: true) else { return nil }
    guard let end = digits(3, at: middle, afterSeparator: isSeparator(first)) else { return nil }
    guard end == scalars.count || !isPartOfNumber(end) || (scalars[end] == "-" && !isDigit(end + 1)) else { return nil }
    // 字第0990012345號: a document of the year 99.
    if scalars[end...].first(where: { !$0.isWhiteSpace }) == "號" { return nil }
    if scalars[..<start].last(where: { !$0.isWhiteSpace }) == "第" { return nil }
    return (.mobile, start..<end, "0\(text(index..<first))-***-***")
  }

  /// The end of `count` digits, which may follow one separator.
  private func digits(_ count: Int, at start: Int, afterSeparator: Bool = false) -> Int? {
    let first = afterSeparator && start < scalars.count && isSeparator(start) ? start + 1 : start
    guard first + count <= scalars.count, (first..<(first + count)).allSatisfy(isDigit) else { return nil }
    return first + count
  }

  // MARK: National ids

  /// A letter and nine digits whose check digit is right.
  private func nationalID(at start: Int) -> (Kind, Range<Int>, String)? {
    guard start == 0 || !isPartOfNumber(start - 1), let end = digits(9, at: start + 1),
      end == scalars.count || !isPartOfNumber(end), scalars[start + 1] == "1" || scalars[start + 1] == "2",
      let letter = Self.letters.firstIndex(of: scalars[start])
    else { return nil }
    // The letter stands for the numbers 10 to 35, of which the tens count once and the ones nine times.
    let code = letter + 10
    var sum = code / 10 + code % 10 * 9
    for place in 1...8 { sum += value(start + place) * (9 - place) }
    guard (sum + value(start + 9)) % 10 == 0 else { return nil }
    return (.nationalID, start..<end, "\(scalars[start])\(scalars[start + 1])********")
  }

  /// The letters in the order of their numbers: A is 10, Z is 33. Source: 內政部, the check digit of
  /// 國民身分證統一編號.
  private static let letters = Array("ABCDEFGHJKLMNPQRSTUVXYWZIO".unicodeScalars)

  // MARK: Characters

  private func text(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

  private func value(_ index: Int) -> Int { Int(scalars[index].value) - 0x30 }

  private func isDigit(_ index: Int) -> Bool { index < scalars.count && (0x30...0x39).contains(scalars[index].value) }

  private func isSeparator(_ index: Int) -> Bool {
    index < scalars.count && "- ".unicodeScalars.contains(scalars[index])
  }

  private func isAlphanumeric(_ index: Int) -> Bool {
    scalars[index].isASCII && scalars[index].properties.isAlphabetic || isDigit(index)
  }

  private func isPartOfNumber(_ index: Int) -> Bool {
    isAlphanumeric(index) || "-_%+".unicodeScalars.contains(scalars[index])
  }

  private func matches(_ word: String, at start: Int) -> Bool {
    let word = Array(word.unicodeScalars)
    return start + word.count <= scalars.count && word.indices.allSatisfy { scalars[start + $0] == word[$0] }
  }

  /// Whether a place is inside a web address, whose numbers are nobody's.
  private func isInAddress(_ place: Int) -> Bool {
    var index = place - 1
    // Addresses are no longer than that before the number.
    while index > 1, place - index < 200, scalars[index].value > 0x20, scalars[index].isASCII {
      if scalars[index] == "/", scalars[index - 1] == "/", scalars[index - 2] == ":" { return true }
      index -= 1
    }
    return false
  }
}
