import PlanText

extension WrongCharacters {
  /// A character of elsewhere, the right one and where it stands.
  private typealias Foreign = (wrong: Unicode.Scalar, right: Unicode.Scalar, places: [PlanText])

  /// A text with more different ones was written so throughout.
  private static let mostSlips = 15
  /// So many of them are quoted then.
  private static let mostQuoted = 5

  /// Reports characters of simplified Chinese and of Japanese: each with all its places, or in one finding where the
  /// whole text is written with them.
  static func checkSimplified(_ plan: PlanIndex, _ findings: inout FindingList) {
    let places = plan.characterPlaces
    let addresses = plan.webAddresses.map(\.address.wholeRange).sorted { $0.lowerBound < $1.lowerBound }
    let found = SimplifiedCharacter.all.compactMap { wrong, right -> Foreign? in
      guard places.has(wrong) else { return nil }
      let texts = places.all(of: wrong).map { places.row.part(Int($0)..<(Int($0) + 1)) }
        .filter { !overlaps($0.range, anyOf: addresses) }
      return texts.isEmpty ? nil : (wrong, right, texts)
    }
    if found.count > mostSlips {
      reportAll(found, &findings)
    } else {
      for foreign in found { report(foreign, &findings) }
    }
  }

  /// `ranges` are in order and apart.
  private static func overlaps(_ range: Range<Int>, anyOf ranges: [Range<Int>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].overlaps(range)
  }

  private static func report(_ foreign: Foreign, _ findings: inout FindingList) {
    let (wrong, right, places) = foreign
    for written in places {
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

  private static func reportAll(_ found: [Foreign], _ findings: inout FindingList) {
    let ordered = found.sorted { $0.places[0].range.lowerBound < $1.places[0].range.lowerBound }
    let count = ordered.reduce(0) { $0 + $1.places.count }
    let examples = ordered.prefix(mostQuoted).map { "\($0.wrong)→\($0.right)" }.joined(separator: "、")
    let edits = ordered.flatMap { foreign in
      foreign.places.map { Finding.Edit(range: $0.range, text: String(foreign.right)) }
    }
    findings.add(
      at: ordered[0].places[0].firstLineRange,
      LocalizedText(
        zh: "文件以簡體字書寫（\(found.count) 種、\(count) 處，例如\(examples)）；請先改為正體字，其他結果才可靠。",
        en: """
          The document is written in simplified characters (\(found.count) different ones in \(count) places, such as \(examples)); \
          convert it first, for the other findings depend on it.
          """),
      fixes: [
        // Characters that stand for several, such as 发, are left.
        Finding.Fix(
          LocalizedText(zh: "將這些字改為正體字", en: "Write these characters in their traditional form"),
          edits: edits.sorted { $0.range.lowerBound < $1.range.lowerBound }, isSafe: false)
      ])
  }
}
