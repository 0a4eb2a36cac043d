/// Numbers as plans print them: digits of either width, Chinese numerals (二十三) and the formal ones (貳拾參).
public enum Numeral {
  /// The value of a whole number written in digits, full-width digits or Chinese numerals; nil when it is anything else
  /// or larger than 9,999,999.
  public static func value(of text: some StringProtocol) -> Int? {
    // A number is short: what is longer is not taken apart.
    let scalars = text.unicodeScalars.prefix(8)
    return value(of: Array(scalars)[...])
  }

  /// The value of a whole number in scalars.
  package static func value(of scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 7 else { return nil }
    return digits(scalars) ?? chinese(scalars)
  }

  /// A number from 1 to 99 in Chinese numerals: 12 is 十二.
  public static func chinese(_ value: Int) -> String {
    let names = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(value) else { return String(value) }
    let tens = value / 10
    return (tens == 0 ? "" : tens == 1 ? "十" : names[tens] + "十") + names[value % 10]
  }

  /// A number from 1 to 99 in the formal numerals that head sections: 12 is 拾貳.
  public static func formal(_ value: Int) -> String {
    let names: [Character: Character] = [
      "一": "壹", "二": "貳", "三": "參", "四": "肆", "五": "伍", "六": "陸", "七": "柒", "八": "捌", "九": "玖", "十": "拾",
    ]
    return String(chinese(value).map { names[$0] ?? $0 })
  }

  /// The heavenly stem that counts so much, from 1 to 10: 2 is 乙.
  static func stem(_ value: Int) -> String? {
    (1...10).contains(value) ? String(stems[stems.index(stems.startIndex, offsetBy: value - 1)]) : nil
  }

  /// Which of the ten heavenly stems a character is, from 1.
  static func stem(_ scalar: Unicode.Scalar) -> Int? {
    // Nearly every character that is asked about is none.
    guard stemSet.contains(scalar), let index = stems.firstIndex(of: scalar) else { return nil }
    return stems.distance(from: stems.startIndex, to: index) + 1
  }

  private static let stems = "甲乙丙丁戊己庚辛壬癸".unicodeScalars
  private static let stemSet = ScalarSet(stems)

  /// The value of one digit, ASCII or full-width.
  public static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }

  /// The value of one Chinese numeral from 零 to 九, common or formal.
  public static func chineseDigit(_ scalar: Unicode.Scalar) -> Int? {
    // Nearly every character that is asked about is none.
    guard chineseDigits.contains(scalar) else { return LookAlike.meant(by: scalar).flatMap(chineseDigit) }
    return switch scalar {
    case "零", "〇", "○": 0
    case "一", "壹": 1
    case "二", "貳", "貮", "兩": 2
    case "三", "參", "叁", "叄": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陸": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// Whether a character is a digit of either width, a Chinese numeral or a unit of one.
  public static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil || isChinese(scalar) }

  /// Whether a character is a Chinese numeral, common or formal, or a unit of one: 三, 參, 十, 廿.
  public static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    units.contains(scalar) || chineseDigit(scalar) != nil
  }

  private static let units: ScalarSet = "十百千拾佰仟廿卅"

  private static let chineseDigits: ScalarSet = "零〇○一壹二貳貮兩三參叁叄四肆五伍六陸七柒八捌九玖"

  /// Whether a numeral is one of the formal ones, in any of the forms that are in use (參, 叁, 叄).
  static func isFormal(_ scalar: Unicode.Scalar) -> Bool { "壹貳貮參叁叄肆伍陸柒捌玖拾".unicodeScalars.contains(scalar) }

  private static func digits(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    var value = 0
    for scalar in scalars {
      guard let digit = digit(scalar) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// 二十三, 廿三, 一百零七 and the digit by digit 一〇七.
  private static func chinese(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    if scalars.allSatisfy({ chineseDigit($0) != nil }) {
      return scalars.reduce(0) { $0 * 10 + (chineseDigit($1) ?? 0) }
    }
    var total = 0
    var pending: Int?
    // Each unit is smaller than the one before: 百, then 十.
    var lastUnit = Int.max
    for scalar in scalars {
      if let digit = chineseDigit(scalar) {
        // Inside 一百零七 the 零 only fills a place.
        guard pending == nil || pending == 0 else { return nil }
        pending = digit
        continue
      }
      guard let (unit, value) = unit(scalar, times: pending), unit < lastUnit else { return nil }
      total += value
      lastUnit = unit
      pending = nil
    }
    return total + (pending ?? 0)
  }

  /// What a unit stands for behind a digit: 十 alone is ten, 二十 twenty, and 廿 twenty without any digit.
  private static func unit(_ scalar: Unicode.Scalar, times digit: Int?) -> (unit: Int, value: Int)? {
    switch scalar {
    case "十", "拾": (10, (digit ?? 1) * 10)
    case "百", "佰": (100, (digit ?? 1) * 100)
    case "千", "仟": (1000, (digit ?? 1) * 1000)
    case "廿" where digit == nil: (10, 20)
    case "卅" where digit == nil: (10, 30)
    default: nil
    }
  }
}
