import PlanModel
import PlanText

/// The period of a plan, in the words of the section that says it: 肆、執行期程.
enum DraftPeriod {
  /// The words and the paragraph that has them; nil where no section says from when to when.
  static func find(in sections: [DraftSection]) -> (words: String, paragraph: OfficeParagraph)? {
    for section in sections where !section.isAttachment {
      let title = NameKey(section.title).text
      guard ["期程", "期間", "期限", "時程", "範圍"].contains(where: title.has), !title.has("完成期限") else { continue }
      for case .paragraph(let paragraph) in section.body.prefix(4) {
        if let words = period(in: paragraph.text.oneLine) { return (plain(words), paragraph) }
      }
    }
    return nil
  }

  /// 自107年1月1日起至107年12月31日止，計1年 in a sentence.
  private static func period(in sentence: String) -> String? {
    var words = sentence.trimmingWhiteSpace()
    while let last = words.unicodeScalars.last, "。；".unicodeScalars.contains(last) { words.unicodeScalars.removeLast() }
    var starts: [String.Index] = []
    for mark in ["自", "民國", "為", "："] {
      if let range = words.place(of: mark) { starts += [range.lowerBound, range.upperBound] }
    }
    if let digit = words.unicodeScalars.firstIndex(where: { Numeral.digit($0) != nil }) { starts.append(digit) }
    starts.append(words.startIndex)
    for start in starts {
      for end in ends(of: words, from: start) {
        let part = String(words[start..<end])
        if case .span? = Deadline(PlanText(part)).meaning?.form { return part }
      }
    }
    return nil
  }

  /// 自107年1月1日起至107年12月31日止，計1年 as the field says it: 107年1月1日至107年12月31日. What would not say the same
  /// days stays as it is.
  private static func plain(_ words: String) -> String {
    let meaning = Deadline(PlanText(words)).meaning
    guard case .span(.some, .some)? = meaning?.form, let middle = words.place(of: "至") else { return words }
    var first = String(words[..<middle.lowerBound])
    var last = String(words[middle.upperBound...])
    if first.hasPrefix("自") { first.removeFirst() }
    if first.hasSuffix("起") { first.removeLast() }
    if let stop = last.place(of: "止") { last = String(last[..<stop.lowerBound]) }
    let short = [first, last].map { end in
      ["中華民國", "民國"].first(where: end.hasPrefix).map { String(end.dropFirst($0.count)) } ?? end
    }.joined(separator: "至")
    return Deadline(PlanText(short)).meaning?.form == meaning?.form ? short : words
  }

  /// Where the words may end: behind the length that is stated, behind 止, behind the last day or month, at their end.
  private static func ends(of words: String, from start: String.Index) -> [String.Index] {
    var ends: [String.Index] = []
    let rest = words[start...]
    if let stop = rest.place(of: "止") {
      let behind = words[stop.upperBound...]
      if ["，計", "，共", "，為期", "，合計"].contains(where: behind.hasPrefix) { ends.append(words.endIndex) }
      ends.append(stop.upperBound)
    }
    if let month = rest.unicodeScalars.lastIndex(where: { $0 == "月" || $0 == "日" || $0 == "底" }) {
      ends.append(rest.unicodeScalars.index(after: month))
    }
    return ends + [words.endIndex]
  }
}
