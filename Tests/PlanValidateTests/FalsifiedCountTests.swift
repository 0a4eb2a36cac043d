import PlanFormats
import PlanTestSupport
import PlanText
import PlanValidate
import Testing

/// What `--confirmed` vouches for is found when it is falsified: every confirmed number of the real plans, one or two
/// off.
@Suite struct FalsifiedCountTests {
  private struct Claim {
    let code: String
    let range: SourceRange
    let number: Range<Int>
    let value: Int
    let isChinese: Bool
  }

  /// Counts and sums that are confirmed, each with its first number.
  private static func claims(of document: PlanDocument) -> [Claim] {
    let confirmations = Validator().report(on: document, withConfirmations: true).confirmations ?? []
    return confirmations.filter { ["PT505", "PT506"].contains($0.code) }.compactMap { confirmation in
      let words = Array(document.source.text(in: confirmation.range).unicodeScalars)
      guard let first = words.firstIndex(where: Numeral.isNumeral) else { return nil }
      let end = words[first...].firstIndex { !Numeral.isNumeral($0) } ?? words.count
      let written = String(String.UnicodeScalarView(words[first..<end]))
      guard let value = Numeral.value(of: written) else { return nil }
      let start = confirmation.range.lowerBound + words[..<first].reduce(0) { $0 + UTF8.width($1) }
      return Claim(
        code: confirmation.code, range: confirmation.range, number: start..<(start + written.utf8.count), value: value,
        isChinese: Numeral.digit(words[first]) == nil)
    }
  }

  /// In 甲、乙及丙 the 及 may stand inside a name, so that one number beside the right one is as good; and a total may be
  /// one of what it is said to add up. The others are found.
  @Test(arguments: Seed.allCases)
  func falsifiedNumbersAreFound(seed: Seed) throws {
    let document = PlanDocument(reading: try seed.source())
    var missed: [String] = []
    var count = 0
    for claim in Self.claims(of: document) {
      for value in [-2, -1, 1, 2].map({ claim.value + $0 }) where value > 1 {
        var bytes = document.source.bytes
        bytes.replaceSubrange(claim.number, with: (claim.isChinese ? Numeral.chinese(value) : String(value)).utf8)
        let falsified = PlanDocument(reading: SourceText(name: "a.plan.md", bytes: bytes))
        count += 1
        let isFound = Validator().findings(on: falsified).contains {
          $0.code == claim.code && $0.range.lowerBound >= claim.range.lowerBound
            && $0.range.lowerBound <= claim.range.upperBound
        }
        if !isFound { missed.append("\(document.source.text(in: claim.range)) → \(value)") }
      }
    }
    #expect(missed.count * 5 <= count, "\(missed)")
  }
}
