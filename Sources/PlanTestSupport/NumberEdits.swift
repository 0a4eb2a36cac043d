import PlanText

/// Swaps numbers in a file for those at which arithmetic, calendars and ranges end: by a slip of the hand, or on
/// purpose, any number can stand anywhere.
public struct NumberEdits {
  private var random: SplitMix64

  /// Edits; the same seed makes the same ones.
  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Where years, months, days, counts and machine words end, and the numbers just inside and outside, in digits of
  /// both widths and in numerals.
  public static let extremes = [
    "", "0", "00", "1", "2", "10", "12", "13", "28", "29", "30", "31", "32", "78", "79", "80", "99", "100", "107",
    "199", "200", "250", "366", "999", "1000", "1911", "1912", "1950", "2018", "2110", "2910", "2911", "9999", "10000",
    "9999999", "10000000", "4294967296", "1000000000000000000", "9223372036854775807", "9223372036854775808",
    "10000000000000000000", "99999999999999999999999999999999", "-1", "-107", "-9223372036854775808", "1.5", "0.0001",
    "1e9", "1,000", "０", "１０", "１０７", "９９９９", "１０００００００", "〇", "零", "一", "兩", "十", "十二", "廿", "廿九", "卅", "卅一",
    "百", "一百零七", "一〇七", "千", "九千九百九十九", "萬", "一萬", "億", "半", "貳拾玖", "①", "⑳", "½", "Ⅻ",
  ]

  private static let extremeBytes = extremes.map { Array($0.utf8) }
  /// Numerals and digits of full width, all of three bytes.
  private static let wide = Set("０１２３４５６７８９〇零一二兩三四五六七八九十廿卅百千萬億壹貳參肆伍陸柒捌玖拾".unicodeScalars.map { Array(String($0).utf8) })

  /// The bytes with one to three of their numbers swapped, if they have any. Whole characters are replaced by whole
  /// characters.
  public mutating func apply(to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(3) {
      let numbers = Self.numbers(in: bytes)
      guard !numbers.isEmpty else { break }
      bytes.replaceSubrange(random.pick(numbers), with: random.pick(Self.extremeBytes))
    }
    return bytes
  }

  private static func numbers(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let start = index
      while let length = digitLength(at: index, in: bytes) { index += length }
      if index > start { found.append(start..<index) } else { index += 1 }
    }
    return found
  }

  private static func digitLength(at index: Int, in bytes: [UInt8]) -> Int? {
    guard index < bytes.count else { return nil }
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { return 1 }
    guard bytes[index] >= 0xE0, index + 3 <= bytes.count else { return nil }
    return wide.contains(Array(bytes[index..<(index + 3)])) ? 3 : nil
  }
}
