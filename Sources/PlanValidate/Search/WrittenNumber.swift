import PlanText

/// A number in digits as plans print it: 1,178,154, 0.1174 and 117萬8,154.
struct WrittenNumber {
  /// What it says.
  let value: Double
  /// What one step of its last place is worth: 0.1 for 2.5, 10,000 for 3萬.
  let step: Double
  /// The characters.
  let range: Range<Int>

  /// The number that begins at a character; nil where none does, or the character stands inside one.
  init?(in scalars: DenseScalars, at start: Int) {
    guard start < scalars.count, Self.isDigit(scalars[start]), !Self.goesOn(before: start, in: scalars) else {
      return nil
    }
    var total = 0.0
    var step = 1.0
    var index = start
    while let part = Self.part(in: scalars, at: index) {
      index = part.end
      guard index < scalars.count, let unit = Self.units[scalars[index]] else {
        total += part.value
        step = part.step
        break
      }
      total += part.value * unit
      step = part.step * unit
      index += 1
    }
    value = total
    self.step = step
    range = start..<index
  }

  private static let units: [Unicode.Scalar: Double] = ["千": 1e3, "萬": 1e4, "億": 1e8]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { Numeral.digit(scalar) != nil }

  /// Whether what stands before a digit belongs to the same number or word: 1.5, A4, 12-3.
  private static func goesOn(before start: Int, in scalars: DenseScalars) -> Bool {
    guard start > 0 else { return false }
    let before = scalars[start - 1]
    if isDigit(before) || units[before] != nil { return true }
    if ".,".unicodeScalars.contains(before) { return start > 1 && isDigit(scalars[start - 2]) }
    return before.isASCII && before.properties.isAlphabetic
  }

  /// Digits with their commas and decimals.
  private static func part(
    in scalars: DenseScalars, at start: Int
  ) -> (value: Double, step: Double, end: Int)? {
    var index = start
    var value = 0.0
    var count = 0
    while index < scalars.count, count < 15 {
      if let digit = Numeral.digit(scalars[index]) {
        value = value * 10 + Double(digit)
        count += 1
        index += 1
      } else if scalars[index] == ",", count > 0, isGroup(in: scalars, at: index + 1) {
        index += 1
      } else {
        break
      }
    }
    guard count > 0 else { return nil }
    var step = 1.0
    if index + 1 < scalars.count, scalars[index] == ".", isDigit(scalars[index + 1]) {
      index += 1
      while index < scalars.count, let digit = Numeral.digit(scalars[index]) {
        step /= 10
        value += Double(digit) * step
        index += 1
      }
    }
    return (value, step, index)
  }

  /// Three digits and no fourth.
  private static func isGroup(in scalars: DenseScalars, at start: Int) -> Bool {
    guard start + 2 < scalars.count, scalars[start..<(start + 3)].allSatisfy(isDigit) else { return false }
    return start + 3 >= scalars.count || !isDigit(scalars[start + 3])
  }
}

extension Double {
  /// The number for a message: whole, or with at most four decimals.
  var shown: String {
    let scaled = (self * 10_000).rounded()
    guard abs(scaled) < 9e18 else { return String(self) }
    let whole = Int64(scaled) / 10_000
    var decimals = String(abs(Int64(scaled) % 10_000) + 10_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? String(whole) : "\(whole).\(decimals)"
  }
}
