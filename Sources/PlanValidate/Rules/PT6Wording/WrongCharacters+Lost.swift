import PlanText

extension WrongCharacters {
  /// Reports where a character is likely lost, where nothing else was said of the characters beside it.
  static func checkLost(
    _ row: TextRow, _ texts: SpelledTexts, _ pairs: SpelledPairs, besides known: Set<Int>,
    _ findings: inout FindingList
  ) {
    for loss in LostCharacters(texts, pairs).all() {
      let place = texts.place(of: loss.index)
      guard known.isDisjoint(with: (place - 1)...(place + 2)), let lost = Vocabulary.shared.character(loss.lost) else {
        continue
      }
      let (first, second) = (row.scalars[place], row.scalars[place + 1])
      let written = String(scalars: [first, second])
      let right = String(scalars: [first, lost, second])
      let word = String(scalars: loss.beginsWord ? [first, lost] : [lost, second])
      let times = loss.uses == 1 ? "once" : "\(loss.uses) times"
      let why = LocalizedText(
        zh: loss.uses > 0 ? "，文中另有 \(loss.uses) 處寫作「\(right)」" : "",
        en: loss.uses > 0 ? ", and the document has “\(right)” \(times)" : "")
      findings.add(
        at: row.part(place..<(place + 2)).firstLineRange,
        LocalizedText(
          zh: "「\(written)」之間可能漏了「\(lost)」字：「\(word)」是常用的詞\(why(.zhHant))，請確認。",
          en: """
            “\(lost)” may be missing in “\(written)”: “\(word)” is a common word\(why(.en)); \
            please check.
            """),
        severity: loss.isLikely ? .warning : .note)
    }
  }
}
