import PlanText

/// Words that stand where somebody still has to write something: （待填）, ○○, TBD, 【】.
public enum Placeholder {
  /// What a new plan has where something has to be filled in.
  public static let standard = "（待填）"

  /// The beginning of a comment that asks to look at what follows: 待確認：107年、26項.
  public static let confirmation = "待確認"

  /// The first placeholder in a text that should hold nothing but a value or one measure.
  public static func first(in text: PlanText) -> PlanText? { all(in: text, circles: true).first }

  /// The placeholders in running text, in order: 待填 in brackets, or as all there is. Circles are left alone, for
  /// running text hides names with them.
  public static func all(inProse text: PlanText) -> [PlanText] { all(in: text, circles: false) }

  private static func all(in text: PlanText, circles: Bool) -> [PlanText] {
    // Most texts have none, and need not be taken apart.
    guard text.string.utf8.withContiguousStorageIfAvailable(mayHold) ?? true else { return [] }
    let scalars = Array(text.string.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    var found: [PlanText] = []
    var index = 0
    while index < scalars.count {
      if let end = end(at: index, in: scalars, circles: circles) {
        found.append(text.part(offsets[index]..<offsets[end]))
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether one of the characters that every placeholder has stands in a text: 待, 【, T, ○, ◯, 〇.
  private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == UInt8(ascii: "T") { return true }
        index += 1
      } else if byte >= 0xE4, byte < 0xF0 {
        if byte == 0xE5, bytes[index + 1] == 0xBE, bytes[index + 2] == 0x85 { return true }
        index += 3
      } else if byte >= 0xE2, byte < 0xE4 {
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE2, 0x97, 0x8B), (0xE2, 0x97, 0xAF), (0xE3, 0x80, 0x87), (0xE3, 0x80, 0x90): return true
        default: index += 3
        }
      } else {
        index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      }
    }
    return false
  }

  /// Where the placeholder that begins at an index ends.
  private static func end(at index: Int, in scalars: [Unicode.Scalar], circles: Bool) -> Int? {
    let scalar = scalars[index]
    if let close = scalar.closingBracket ?? (scalar == "「" ? "」" : nil) {
      // （待填）, （待填：上級機關的函）, 【】
      var next = index + 1
      while next < scalars.count, scalars[next].isWhiteSpace { next += 1 }
      let isEmpty = scalar == "【" && next < scalars.count && scalars[next] == close
      guard isEmpty || self.end(of: "待填", at: next, in: scalars) != nil else { return nil }
      return scalars[next...].prefix(80).firstIndex(of: close).map { $0 + 1 }
    }
    // 待填 as all that is there; 「待填妥申請書後」 is a sentence.
    if scalar == "待", scalars[..<index].allSatisfy(\.isWhiteSpace) {
      for word in ["待填寫", "待填"] {
        guard let end = end(of: word, at: index, in: scalars) else { continue }
        return scalars[end...].allSatisfy { $0.isWhiteSpace || "。.".unicodeScalars.contains($0) } ? end : nil
      }
      return nil
    }
    if scalar == "T", index == 0 || !isWord(scalars[index - 1]) {
      for word in ["TBD", "TBC", "TODO"] {
        guard let end = end(of: word, at: index, in: scalars) else { continue }
        return end == scalars.count || !isWord(scalars[end]) ? end : nil
      }
      return nil
    }
    if circles, isCircle(scalar), index == 0 || !isCircle(scalars[index - 1]) {
      let end = scalars[index...].firstIndex { !isCircle($0) } ?? scalars.count
      // 一○○年 is a hundred.
      let isNumber =
        index > 0 && Numeral.isNumeral(scalars[index - 1]) || end < scalars.count && Numeral.isNumeral(scalars[end])
      return end - index > 1 && !isNumber ? end : nil
    }
    return nil
  }

  private static func isCircle(_ scalar: Unicode.Scalar) -> Bool { scalar == "○" || scalar == "◯" || scalar == "〇" }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || Numeral.digit(scalar) != nil || scalar == "_")
  }

  /// Where a word ends that begins at an index, with or without white space between its characters.
  private static func end(of word: String, at index: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var end = index
    for scalar in word.unicodeScalars {
      while end > index, end < scalars.count, scalars[end].isWhiteSpace { end += 1 }
      guard end < scalars.count, scalars[end] == scalar else { return nil }
      end += 1
    }
    return end
  }
}
