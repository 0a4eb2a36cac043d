import PlanText

/// A kind of character that no text of a plan should hold: it shows nothing, or not what was written, or means
/// something to one machine alone.
enum UnseenCharacter: Hashable {
  /// Shows nothing and changes nothing: it can be taken out.
  case unseen
  /// Turns the reading direction around.
  case direction
  /// A control character, or a line break that no editor makes.
  case control
  /// Looks like a blank and is a letter or a sign.
  case filler
  /// What programs put where a character was lost.
  case lost
  /// A character that a font or an office made for itself (造字).
  case privateUse
  /// No character at all.
  case none

  /// What a scalar is, whatever stands around it; nil for a character as it should be.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0xFFFC, 0xFFFD: self = .lost
    case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800: self = .filler
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: self = .privateUse
    case let value where value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value): self = .none
    case 0x2028, 0x2029: self = .control
    default:
      if scalar.isUnseen {
        self = .unseen
      } else if scalar.isHarmful {
        self = scalar.value < 0xA0 ? .control : .direction
      } else if scalar.properties.generalCategory == .format {
        self = .control
      } else {
        return nil
      }
    }
  }

  /// Whether a character belongs to its neighbours: joiners between emoji, the tags of a flag, marks in scripts that
  /// need them.
  static func belongs(_ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
    switch scalar.value {
    case 0x200D where before.map(isPictorial) ?? false: return after.map(isPictorial) ?? false
    case 0xE0020...0xE007F: return before.map { isPictorial($0) || (0xE0020...0xE007F).contains($0.value) } ?? false
    case 0x200B...0x200F, 0x061C: return [before, after].contains { $0.map(isOfJoiningScript) ?? false }
    default: return (0x0600...0x08FF).contains(scalar.value) && scalar.value != 0x061C
    }
  }

  /// Emoji, what selects their look and their skin.
  private static func isPictorial(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value > 0x2000 && scalar.properties.isEmoji
  }

  /// Hebrew and Arabic, the scripts of India and South-East Asia, Mongolian: their letters join, are kept apart and
  /// broken into lines by marks.
  private static func isOfJoiningScript(_ scalar: Unicode.Scalar) -> Bool {
    (0x0590...0x109F).contains(scalar.value) || (0x1700...0x1CFF).contains(scalar.value)
      || (0xA8E0...0xAAFF).contains(scalar.value)
  }

  /// U+200B
  static func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What a character is called. In English by its name in Unicode.
  static func name(of scalar: Unicode.Scalar) -> (zh: String, en: String) {
    let english = scalar.properties.name ?? scalar.properties.nameAlias ?? "control character"
    return (chineseNames[scalar] ?? (scalar.value < 0xA0 ? "控制字元" : "格式控制字元"), english.lowercased())
  }

  private static let chineseNames: [Unicode.Scalar: String] = [
    "\u{0B}": "垂直定位", "\u{0C}": "換頁", "\u{1B}": "跳脫字元", "\u{7F}": "刪除字元", "\u{85}": "換行", "\u{AD}": "軟連字號",
    "\u{34F}": "字形連接符",
    "\u{61C}": "阿拉伯文方向標記", "\u{180E}": "蒙古文母音分隔符", "\u{200B}": "零寬空格", "\u{200C}": "零寬不連字", "\u{200D}": "零寬連字",
    "\u{200E}": "由左至右標記", "\u{200F}": "由右至左標記", "\u{2028}": "行分隔符", "\u{2029}": "段落分隔符", "\u{202A}": "由左至右嵌入",
    "\u{202B}": "由右至左嵌入", "\u{202C}": "方向結束", "\u{202D}": "由左至右強制", "\u{202E}": "由右至左強制", "\u{2060}": "不斷行連接符",
    "\u{2061}": "看不見的函數符號", "\u{2062}": "看不見的乘號", "\u{2063}": "看不見的逗號", "\u{2064}": "看不見的加號", "\u{2066}": "由左至右隔離",
    "\u{2067}": "由右至左隔離", "\u{2068}": "方向隔離", "\u{2069}": "隔離結束", "\u{2800}": "點字空白", "\u{115F}": "韓文填充字元",
    "\u{1160}": "韓文填充字元",
    "\u{3164}": "韓文填充字元", "\u{FFA0}": "韓文填充字元", "\u{FEFF}": "位元組順序記號", "\u{FFFC}": "物件替代字元", "\u{FFFD}": "替代字元",
  ]
}
