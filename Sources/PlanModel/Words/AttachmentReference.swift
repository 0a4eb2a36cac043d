import PlanText

/// 附表1, 附件 三, 附表(二): an attachment named in a text or a heading.
public struct AttachmentReference: Sendable {
  /// 附表 or 附件.
  public let kind: String
  public let number: Int
  /// The number as printed: 1 or 一.
  public let numeral: String
  /// The UTF-8 offsets of the reference in the text.
  public let offsets: Range<Int>
  /// Where it stands in the file.
  public let range: SourceRange

  /// Whether the text begins with the reference.
  public var isAtStart: Bool { offsets.lowerBound == 0 }

  /// Whether the number is printed in Chinese numerals.
  public var isChinese: Bool {
    numeral.unicodeScalars.first.map { Numeral.chineseDigit($0) != nil || $0 == "十" } ?? false
  }

  /// 附表1, without white space.
  public var name: String { kind + numeral }

  /// All references in a text. 附件1至附件12 names its two ends.
  public static func all(in text: PlanText) -> [AttachmentReference] {
    guard text.string.has("附") else { return [] }
    let scalars = Array(text.string.unicodeScalars)
    var found: [AttachmentReference] = []
    var offset = 0
    var index = 0
    while index < scalars.count {
      if scalars[index] == "附", let end = end(of: scalars, from: index) {
        let length = scalars[index..<end.index].reduce(0) { $0 + UTF8.width($1) }
        let offsets = offset..<(offset + length)
        found.append(
          AttachmentReference(
            kind: end.kind, number: end.number, numeral: end.numeral, offsets: offsets,
            range: text.sourceRange(of: offsets)))
        offset += length
        index = end.index
      } else {
        offset += UTF8.width(scalars[index])
        index += 1
      }
    }
    return found
  }

  private static func end(
    of scalars: [Unicode.Scalar], from start: Int
  ) -> (index: Int, kind: String, number: Int, numeral: String)? {
    var index = start + 1
    func skipBlanks() {
      while index < scalars.count, scalars[index] == " " || scalars[index] == "\u{3000}" { index += 1 }
    }
    skipBlanks()
    guard index < scalars.count, scalars[index] == "表" || scalars[index] == "件" else { return nil }
    let kind = "附" + String(scalars[index])
    index += 1
    skipBlanks()
    let parenthesis = index < scalars.count && (scalars[index] == "(" || scalars[index] == "（")
    if parenthesis {
      index += 1
      skipBlanks()
    }
    let numeralStart = index
    while index < scalars.count, Numeral.digit(scalars[index]) != nil { index += 1 }
    if index == numeralStart {
      while index < scalars.count, Numeral.chineseDigit(scalars[index]) != nil || scalars[index] == "十" { index += 1 }
    }
    let numeral = String(scalars: scalars[numeralStart..<index])
    guard let number = Numeral.value(of: numeral), number > 0, number < 100 else { return nil }
    if parenthesis {
      skipBlanks()
      guard index < scalars.count, scalars[index] == ")" || scalars[index] == "）" else { return nil }
      index += 1
    }
    return (index, kind, number, numeral)
  }
}
