import PlanText

/// How an automatic number is printed.
package enum NumberFormat: Sendable, Hashable {
  case decimal, decimalZero
  case lowerLetter, upperLetter, lowerRoman, upperRoman
  /// 一、十一、二十一
  case chinese
  /// 壹、壹拾壹、貳拾壹
  case formal
  /// 甲 to 癸, then digits
  case stem
  /// 子 to 亥, then digits
  case branch
  /// ① to ⑳, then digits
  case circled
  case none

  /// A number as it is printed.
  package func text(_ value: Int) -> String {
    switch self {
    case .none: ""
    case .decimal: String(value)
    case .decimalZero: value < 10 ? "0\(value)" : String(value)
    case .chinese: Numeral.chinese(value)
    case .formal: (10...19).contains(value) ? "壹" + Numeral.formal(value) : Numeral.formal(value)
    case .stem: Self.name(value, of: "甲乙丙丁戊己庚辛壬癸")
    case .branch: Self.name(value, of: "子丑寅卯辰巳午未申酉戌亥")
    case .circled: Self.name(value, of: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
    case .lowerLetter: Self.letters(value).lowercased()
    case .upperLetter: Self.letters(value)
    case .lowerRoman: Self.roman(value).lowercased()
    case .upperRoman: Self.roman(value)
    }
  }

  private static func name(_ value: Int, of names: String) -> String {
    let scalars = Array(names.unicodeScalars)
    return (1...scalars.count).contains(value) ? String(scalars[value - 1]) : String(value)
  }

  /// a to z, then aa to zz.
  private static func letters(_ value: Int) -> String {
    guard (1...780).contains(value), let letter = Unicode.Scalar(0x41 + UInt32((value - 1) % 26)) else {
      return String(value)
    }
    return String(repeating: String(letter), count: (value - 1) / 26 + 1)
  }

  private static func roman(_ value: Int) -> String {
    guard (1...3999).contains(value) else { return String(value) }
    let parts = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (value, "")
    for (worth, letters) in parts {
      while rest >= worth {
        text += letters
        rest -= worth
      }
    }
    return text
  }
}
