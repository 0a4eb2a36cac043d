import PlanText

extension NameVariants {
  /// Reports words in Latin letters that are written in several ways.
  static func checkLatin(_ plan: PlanIndex, _ findings: inout FindingList) {
    for word in LatinSpellings.all(in: plan) { report(word, &findings) }
  }

  private static func report(_ word: LatinSpellings.Word, _ findings: inout FindingList) {
    guard let usual = word.spellings.first, let usualPlace = usual.places.first else { return }
    let rare = word.spellings.dropFirst()
    let places = rare.flatMap { spelling in spelling.places.map { (spelling.written, $0) } }
      .sorted { $0.1.range.lowerBound < $1.1.range.lowerBound }
    guard let first = places.first?.1 else { return }
    let isTie = rare.contains { $0.places.count == usual.places.count }
    let zh = rare.map { "「\($0.written)」（\($0.places.count) 處）" }.joined(separator: "、")
    let en = rare.map { "“\($0.written)” (\($0.places.count)×)" }.joined(separator: ", ")
    findings.add(
      at: first.firstLineRange,
      LocalizedText(
        zh: "\(zh)與「\(usual.written)」（\(usual.places.count) 處）並見，" + (isTie ? "請統一寫法。" : "請統一為「\(usual.written)」。"),
        en: "\(en) and “\(usual.written)” (\(usual.places.count)×) are used; "
          + (isTie ? "write the word in one way." : "write “\(usual.written)” throughout.")),
      notes: [
        Finding.Note(
          usualPlace.firstLineRange, LocalizedText(zh: "另一種寫法首見於此", en: "The other spelling first appears here"))
      ]
        + places.dropFirst().map { written, place in
          Finding.Note(place.firstLineRange, LocalizedText(zh: "「\(written)」亦見於此", en: "“\(written)” is also here"))
        })
  }
}
