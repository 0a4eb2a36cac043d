import PlanText

extension WrongCharacters {
  /// Reports what the vocabulary takes for a slip, where the table of known ones has said nothing.
  static func checkLikely(_ plan: PlanIndex, _ findings: inout FindingList) {
    let row = plan.textRow
    // Not kept: only this rule asks.
    let texts = SpelledTexts(row, plan.textPlaces)
    let pairs = SpelledPairs(texts.numbers)
    var known = Set(plan.wrongWords.flatMap { $0.place..<($0.place + WrongWord.wrong[$0.word].count) })
    for slip in LikelySlips(texts, pairs, row).all() {
      let place = texts.place(of: slip.index)
      let written = row.scalars[place]
      guard !known.contains(place), let meant = Vocabulary.shared.character(slip.meant),
        !VariantWord.differ(in: written, meant)
      else { continue }
      known.insert(place)
      let other = row.scalars[place + (slip.endsWord ? -1 : 1)]
      let wrong = String(scalars: slip.endsWord ? [other, written] : [written, other])
      let right = String(scalars: slip.endsWord ? [other, meant] : [meant, other])
      let start = slip.endsWord ? place - 1 : place
      let why = reason(slip, right)
      findings.add(
        at: row.part(start..<(start + 2)).firstLineRange,
        LocalizedText(
          zh: "「\(wrong)」不成常用的詞，可能是「\(right)」之誤\(why(.zhHant))，請確認。",
          en: "“\(wrong)” is not a common word and may be a slip for “\(right)”\(why(.en)); please check."),
        severity: slip.isLikely ? .warning : .note)
    }
    checkLost(row, texts, pairs, besides: known, &findings)
  }

  /// What speaks for the word that is meant, in brackets.
  private static func reason(_ slip: LikelySlips.Slip, _ right: String) -> LocalizedText {
    var zh: [String] = []
    var en: [String] = []
    func add(_ chinese: String, _ english: String, if isSo: Bool) {
      guard isSo else { return }
      zh.append(chinese)
      en.append(english)
    }
    let sounds = slip.likeness.soundsSame || slip.likeness.soundsNear
    let looks = slip.likeness.shape >= LikelySlips.leastShape
    add("兩字音形皆近", "the two characters sound and look alike", if: sounds && looks)
    add("兩字音近", "the two characters sound alike", if: sounds && !looks)
    add("兩字形近", "the two characters look alike", if: !sounds && looks)
    let times = slip.uses == 1 ? "once" : "\(slip.uses) times"
    add("文中另有 \(slip.uses) 處寫作「\(right)」", "the document has “\(right)” \(times)", if: slip.uses > 0)
    return LocalizedText(
      zh: zh.isEmpty ? "" : "（\(zh.joined(separator: "；"))）", en: en.isEmpty ? "" : " (\(en.joined(separator: "; ")))")
  }
}
