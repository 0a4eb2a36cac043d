import PlanText

extension WrongCharacters {
  /// Reports what the vocabulary takes for a slip, where the table of known ones has said nothing.
  static func checkLikely(_ plan: PlanIndex, _ findings: inout FindingList) {
    let row = plan.textRow
    let vocabulary = Vocabulary.shared
    // Not kept: only this rule asks.
    let slips = LikelySlips(SpelledTexts(row, plan.textPlaces)).all()
    let known = Set(plan.wrongWords.flatMap { $0.place..<($0.place + WrongWord.wrong[$0.word].count) })
    for slip in slips where !known.contains(slip.place) {
      let written = row.scalars[slip.place]
      guard let meant = vocabulary.character(slip.meant), !VariantWord.differ(in: written, meant) else { continue }
      let other = row.scalars[slip.place + (slip.endsWord ? -1 : 1)]
      let wrong = String(scalars: slip.endsWord ? [other, written] : [written, other])
      let right = String(scalars: slip.endsWord ? [other, meant] : [meant, other])
      let start = slip.endsWord ? slip.place - 1 : slip.place
      let why = reason(slip, right)
      findings.add(
        at: row.part(start..<(start + 2)).firstLineRange,
        LocalizedText(
          zh: "「\(wrong)」可能是「\(right)」之誤\(why(.zhHant))。",
          en: "“\(wrong)” may be a slip for “\(right)”\(why(.en))."),
        severity: slip.isLikely ? .warning : .note)
    }
  }

  private static func reason(_ slip: LikelySlips.Slip, _ right: String) -> LocalizedText {
    var zh: [String] = []
    var en: [String] = []
    if slip.likeness.soundsSame || slip.likeness.soundsNear {
      zh.append("音近")
      en.append("they sound alike")
    }
    if slip.likeness.shape > 0 {
      zh.append("形近")
      en.append("they look alike")
    }
    if slip.uses > 0 {
      zh.append("文中另有 \(slip.uses) 處寫作「\(right)」")
      en.append("the document has “\(right)” \(slip.uses == 1 ? "once" : "\(slip.uses) times")")
    }
    return LocalizedText(
      zh: zh.isEmpty ? "" : "（\(zh.joined(separator: "；"))）", en: en.isEmpty ? "" : " (\(en.joined(separator: "; ")))")
  }
}
