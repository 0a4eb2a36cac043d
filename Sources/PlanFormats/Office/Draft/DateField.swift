/// 時間：__年__月__日, the field of an inspection log.
struct DateField {
  /// With its colon.
  let name: String
  let words: String

  init?(_ line: String) {
    for name in ["時間", "日期"] where line.hasPrefix(name) {
      let rest = line.dropFirst(name.count)
      guard let colon = rest.first, colon == "：" || colon == ":" else { continue }
      (self.name, words) = (name + "：", MarkdownEscape.words(String(rest.dropFirst())))
      return
    }
    return nil
  }
}

extension DraftPlan {
  mutating func write(_ field: DateField, of paragraph: OfficeParagraph) {
    add("- \(field.name)")
    add(field.words, from: place(of: paragraph))
    endBlock()
  }
}
