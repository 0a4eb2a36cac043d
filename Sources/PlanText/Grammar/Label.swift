/// The number printed before a section, a list item or an attachment: 壹、 一、 (一) 1. (1) ① 1-1 甲、.
public struct Label: Sendable, Hashable {
  /// How a label is written. Items of one list are written alike; another style is another level.
  public enum Style: Sendable, Hashable, CaseIterable {
    /// `壹、`
    case formal
    /// `一、`
    case chinese
    /// `(一)`
    case chineseInParentheses
    /// `1.` or `1、`
    case decimal
    /// `(1)`
    case decimalInParentheses
    /// `1)`
    case decimalBeforeParenthesis
    /// `①`
    case circled
    /// `2-1`: the first of the second point
    case pair
    /// `甲、`: the heavenly stems
    case stem
  }

  /// The label as printed, with its punctuation and without white space.
  public let text: String
  /// How it is written.
  public let style: Style
  /// The number it says; of a pair such as 2-1 the second.
  public let value: Int
  /// Whether a backslash stood before its last character, as programs write `1\.` where they fear a list.
  private(set) var isEscaped = false

  /// How many bytes it took where it was read.
  package var writtenLength: Int { text.utf8.count + (isEscaped ? 1 : 0) }

  /// Labels that say the same, however they were written.
  public static func == (a: Label, b: Label) -> Bool {
    a.style == b.style && a.value == b.value && a.text == b.text
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Whether Markdown counts such items by itself: `1.` and `1)`.
  public var isMarkdown: Bool {
    switch style {
    case .decimal: text.utf8.last == Ascii.dot && text.utf8.allSatisfy { $0 < 0x80 }
    case .decimalBeforeParenthesis: text.utf8.allSatisfy { $0 < 0x80 }
    default: false
    }
  }

  /// Whether a blank stands between the label and the words: behind letters and digits, not behind full-width
  /// punctuation.
  public var needsSpace: Bool { isMarkdown || style == .pair }

  /// The same style of label with another number, for saying what a label should have been.
  public func with(value: Int) -> String {
    let wide = text.unicodeScalars.contains("（")
    let (open, close) = wide ? ("（", "）") : ("(", ")")
    switch style {
    case .formal: return Numeral.formal(value) + "、"
    case .chinese: return Numeral.chinese(value) + "、"
    case .chineseInParentheses: return open + Numeral.chinese(value) + close
    case .decimal, .decimalBeforeParenthesis:
      return String(value) + (text.unicodeScalars.last.map { String($0) } ?? ".")
    case .decimalInParentheses: return open + String(value) + close
    case .pair: return text.prefix { $0 != "-" } + "-" + String(value)
    case .stem: return (Numeral.stem(value) ?? String(value)) + "、"
    case .circled: return Unicode.Scalar(0x2460 + UInt32(max(0, value - 1))).map { String($0) } ?? String(value)
    }
  }

  /// Reads the label at the beginning of `text`, and how many UTF-8 bytes it and the white space after it take.
  ///
  /// A decimal label needs white space or a character that is no digit behind it, so `1.5 倍` is no label.
  public static func read(at text: Substring.UnicodeScalarView) -> (label: Label, length: Int)? {
    // Most texts begin with no number; they are not looked at further.
    guard let first = text.first, canBegin(first) else { return nil }
    return Substring(text).utf8.withContiguousStorageIfAvailable { read(in: $0, from: 0, to: $0.count) }
      ?? read(in: Array(Substring(text).utf8))
  }

  /// Reads the label at the beginning of a string.
  public static func read(at text: String) -> (label: Label, length: Int)? {
    read(at: text[...].unicodeScalars)
  }

  private static func read(in bytes: [UInt8]) -> (label: Label, length: Int)? {
    read(in: bytes, from: 0, to: bytes.count)
  }

  /// Reads the label that begins at a byte, and how many bytes it and the white space after it take.
  static func read<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes, from start: Int, to end: Int
  ) -> (label: Label, length: Int)? where Bytes.Index == Int {
    guard start < end, canBegin(UTF8Scalar.read(at: start, in: bytes).scalar) else { return nil }
    if let found = readMarkdown(in: bytes, from: start, to: end) { return found }
    // No label is longer.
    var head: [Unicode.Scalar] = []
    head.reserveCapacity(12)
    var index = start
    while index < end, head.count < 12 {
      let (scalar, next) = UTF8Scalar.read(at: index, in: bytes)
      head.append(scalar)
      index = next
    }
    let isEscaped = removeEscape(from: &head)
    guard let (style, value, count) = shape(of: head, first: head[0]) else { return nil }
    let label = Label(text: String(scalars: head[..<count]), style: style, value: value, isEscaped: isEscaped)
    var length = label.writtenLength
    while start + length < end {
      let (scalar, next) = UTF8Scalar.read(at: start + length, in: bytes)
      guard scalar == " " || scalar == "\t" || scalar == "\u{3000}" else { break }
      length = next - start
    }
    return (label, length)
  }

  /// Reads `1. ` and `12. `, which begin most items of a plan, without looking at what else a number may be.
  private static func readMarkdown<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes, from start: Int, to end: Int
  ) -> (label: Label, length: Int)? where Bytes.Index == Int {
    var index = start
    var value = 0
    while index < end, index < start + 3, Ascii.isDigit(bytes[index]) {
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index > start, index + 2 < end, bytes[index] == Ascii.dot, bytes[index + 1] == Ascii.space,
      // More white space, which may be full-width, is left to those who look on.
      bytes[index + 2] > Ascii.space, bytes[index + 2] != 0xE3
    else { return nil }
    let text = String(decoding: bytes[start...index], as: UTF8.self)
    return (Label(text: text, style: .decimal, value: value), index + 2 - start)
  }

  /// Takes the backslash out of `1\.` and `1\)`.
  private static func removeEscape(from head: inout [Unicode.Scalar]) -> Bool {
    let digits = head.prefix { $0.isASCII && Numeral.digit($0) != nil }.count
    guard digits > 0, digits + 1 < head.count, head[digits] == "\\", head[digits + 1] == "." || head[digits + 1] == ")"
    else { return false }
    head.remove(at: digits)
    return true
  }

  /// Whether a label may begin with a character. Most words do not, and need not be looked at further.
  static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "（", "十", "拾", "廿", "卅", "\u{2460}"..."\u{2473}": true
    default: Numeral.digit(scalar) != nil || Numeral.chineseDigit(scalar) != nil || Numeral.stem(scalar) != nil
    }
  }

  private static func shape(of head: [Unicode.Scalar], first: Unicode.Scalar) -> (Style, Int, Int)? {
    if (0x2460...0x2473).contains(first.value) { return (.circled, Int(first.value) - 0x245F, 1) }
    if first == "(" || first == "（" {
      guard let close = head.firstIndex(where: { $0 == ")" || $0 == "）" }), close > 1 else { return nil }
      guard let value = Numeral.value(of: head[1..<close]), value > 0, value < 100 else { return nil }
      let decimal = Numeral.digit(head[1]) != nil
      return (decimal ? .decimalInParentheses : .chineseInParentheses, value, close + 1)
    }
    if let value = Numeral.stem(first) {
      // 甲、乙兩類 is an enumeration.
      guard head.count > 2, head[1] == "、", Numeral.stem(head[2]) == nil else { return nil }
      return (.stem, value, 2)
    }
    let digits = head.prefix { Numeral.digit($0) != nil }.count
    if digits > 0 {
      if let (value, count) = PairLabel.read(in: head, digits: digits) { return (.pair, value, count) }
      if digits <= 2, digits + 1 < head.count, head[digits] == ")" || head[digits] == "）",
        head[digits + 1].properties.isIdeographic || " \t\u{3000}".unicodeScalars.contains(head[digits + 1]),
        let value = Numeral.value(of: head[..<digits]), value > 0
      {
        return (.decimalBeforeParenthesis, value, digits + 1)
      }
      guard digits <= 9, digits < head.count, ".、．".unicodeScalars.contains(head[digits]) else { return nil }
      let next = digits + 1 < head.count ? head[digits + 1] : " "
      if Numeral.digit(next) != nil || next == "." { return nil }
      // 2018、2019年 are years. Only as Markdown writes it, `1000. `, a longer number counts items.
      if digits > 3, head[digits] != "." || next != " " && next != "\t" || !head[..<digits].allSatisfy(\.isASCII) {
        return nil
      }
      return (.decimal, head[..<digits].reduce(0) { $0 * 10 + (Numeral.digit($1) ?? 0) }, digits + 1)
    }
    let numerals = head.prefix { Numeral.chineseDigit($0) != nil || "十拾廿卅".unicodeScalars.contains($0) }.count
    guard numerals > 0, numerals <= 4, numerals < head.count, head[numerals] == "、" else { return nil }
    guard let value = Numeral.value(of: head[..<numerals]), value > 0 else { return nil }
    return (head[..<numerals].allSatisfy(Numeral.isFormal) ? .formal : .chinese, value, numerals + 1)
  }
}
