import PlanText

extension WrongCharacters {
  /// Reports characters of simplified Chinese and of Japanese, each once with all its places.
  static func checkSimplified(_ plan: PlanIndex, _ findings: inout FindingList) {
    let places = plan.characterPlaces
    for (wrong, right) in SimplifiedCharacter.all where places.has(wrong) {
      for place in places.all(of: wrong) {
        let written = places.row.part(Int(place)..<(Int(place) + 1))
        if plan.webAddresses.contains(where: { $0.address.wholeRange.overlaps(written.range) }) { continue }
        findings.add(
          at: written.firstLineRange,
          LocalizedText(
            zh: "「\(wrong)」不是正體字，應為「\(right)」。",
            en: "“\(wrong)” is not a traditional Chinese character; it should be “\(right)”."),
          fixes: [
            // A person's name may be written so.
            Finding.Fix(
              LocalizedText(zh: "改為「\(right)」", en: "Write “\(right)”"), replace: written.range, with: String(right),
              isSafe: false)
          ])
      }
    }
  }
}
