import PlanModel
import PlanText

/// Deadlines that cannot be understood because of the shape of a character, not of what they say.
enum DeadlineSpelling {
  /// Shapes that stand for another character in the words of deadlines, where they mean nothing themselves: what
  /// optical recognition makes of them (曰), Japanese and simplified forms, and 辨 for 辦. By the Unihan database
  /// (kZVariant, kTraditionalVariant).
  private static let shapes: [Unicode.Scalar: Unicode.Scalar] = [
    "曰": "日", "毎": "每", "続": "續", "续": "續", "赓": "賡", "办": "辦", "辧": "辦", "辨": "辦",
    "辯": "辦",
    "经": "經", "随": "隨", "时": "時", "内": "內", "执": "執", "检": "檢", "讨": "討", "实": "實", "间": "間", "于": "於", "动": "動",
    "进": "進", "个": "個",
  ]

  /// The way to write a deadline so that it is understood, if other shapes of its characters are all it takes.
  ///
  /// No digit is replaced. Where the character belongs to a date, as in 30曰, the fix is shown and a person decides.
  static func fix(of text: PlanText) -> Finding.Fix? {
    var written = String.UnicodeScalarView()
    var edits: [Finding.Edit] = []
    var offset = 0
    for scalar in text.string.unicodeScalars {
      let right = shapes[scalar]
      written.append(right ?? scalar)
      if let right {
        edits.append(
          Finding.Edit(range: text.sourceRange(of: offset..<(offset + UTF8.width(scalar))), text: String(right)))
      }
      offset += UTF8.width(scalar)
    }
    let words = String(written)
    guard !edits.isEmpty, Deadline(PlanText(words)).meaning != nil else { return nil }
    return Finding.Fix(
      LocalizedText(zh: "改為「\(words.excerpt())」", en: "Write “\(words.excerpt())”"), edits: edits)
  }
}
