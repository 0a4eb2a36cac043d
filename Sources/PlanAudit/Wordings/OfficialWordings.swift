import PlanFormats
import PlanModel
import PlanText

/// What the checklist, and the one before it, say at each focus.
package struct OfficialWordings: Sendable {
  /// An official text with its pairs of neighbouring characters.
  private struct Wording: Sendable {
    let official: Restated
    let pairs: ShingleSet

    init(_ text: String, earlier: String?) {
      official = Restated(text: text, earlier: earlier)
      pairs = OfficialWordings.pairs(text)
    }
  }

  /// An official text that a measure repeats.
  package struct Restated: Sendable {
    package let text: String
    /// The identifier of the earlier checklist whose text it is; nil where it is the plan's own checklist's.
    package let earlier: String?
  }

  private let words: [Int: [Wording]]
  /// The names of each focus.
  private let names: [Int: [Wording]]
  /// Tells the pairs of neighbouring characters of all of them from most others.
  private var known = PairFilter()

  /// Shorter texts share their words with the checklist by necessity.
  private static let shortest = 14
  /// The share of a measure's pairs of neighbouring characters that are the checklist's, and the share of the
  /// checklist's that are in the measure.
  private static let ownShare = 0.8
  private static let officialShare = 0.6
  /// Beside the whole name of a focus a measure may have this many pairs of its own and still say nothing.
  private static let mostBesideName = 6

  /// The wordings of a checklist, which are the same for all plans.
  package static func of(_ checklist: Checklist, in catalog: ChecklistCatalog) -> OfficialWordings {
    let earlier = catalog.last(before: checklist.year ?? 0)
    return checklist.memory.value(beside: earlier?.memory) { OfficialWordings(checklist, earlier: earlier) }
  }

  private init(_ checklist: Checklist, earlier: Checklist?) {
    var words: [Int: [Wording]] = [:]
    var focusNames: [Int: [Wording]] = [:]
    for index in checklist.entries.indices where checklist.entries[index].isFocus {
      let entry = checklist.entries[index]
      let names = [entry.name] + (entry.node.aliases + entry.node.formerNames).map(\.string)
      let earlierEntries =
        earlier.map { earlier in
          Set(names.compactMap { earlier.anyEntry(named: $0) }).sorted().map { earlier.entries[$0] }
        } ?? []
      func texts(_ node: ChecklistNode) -> [String] {
        node.checkpoints.map(\.text.string) + node.guidance.map(\.text.string)
      }
      words[index] =
        texts(entry.node).map { Wording($0, earlier: nil) }
        + earlierEntries.flatMap { texts($0.node) }.map { Wording($0, earlier: earlier?.identifier) }
      focusNames[index] = Set(names + earlierEntries.map(\.name)).sorted()
        .map { Wording($0, earlier: names.contains($0) ? nil : earlier?.identifier) }
        .filter { $0.pairs.count >= Self.shortest }
    }
    self.words = words
    names = focusNames
    for wording in [words, focusNames].flatMap({ $0.values.joined() }) {
      for pair in wording.pairs.values { known.insert(pair) }
    }
  }

  /// The official text that a measure at a focus repeats; the name of the focus counts as one, unless a name is what
  /// stands there by right.
  package func restated(by text: String, at focus: Int) -> Restated? {
    mayRestate(text) ? restated(by: Self.pairs(text), at: focus) : nil
  }

  /// Whether hardly a pair of a text is none of the checklist's. Most texts soon show that they have words of their own.
  private func mayRestate(_ text: String) -> Bool {
    let mostOwn = max(Self.mostBesideName, Int((1 - Self.ownShare) * Double(text.scalarCount)) + 1)
    var own = 0
    var seen = PairFilter()
    text.forEachPair { pair in
      if !known.mayHave(pair), !seen.mayHave(pair) {
        own += 1
        seen.insert(pair)
      }
      return own <= mostOwn
    }
    return own <= mostOwn
  }

  /// The same for the pairs of a text.
  package func restated(by own: ShingleSet, at focus: Int, names isNameCounted: Bool = true) -> Restated? {
    guard own.count >= Self.shortest else { return nil }
    // The checkpoints and hints most of whose words are in the measure, one of them or several joined.
    let repeated = (words[focus] ?? []).map { (wording: $0, common: $0.pairs.common(with: own)) }
      .filter { Double($0.common) >= Self.officialShare * Double($0.wording.pairs.count) }
    let needed = Self.ownShare * Double(own.count)
    if let whole = repeated.first(where: { Double($0.common) >= needed }) { return whole.wording.official }
    if repeated.count > 1 {
      let joined = ShingleSet(repeated.flatMap(\.wording.pairs.values))
      if Double(joined.common(with: own)) >= needed {
        let texts = repeated.map(\.wording.official)
        return Restated(
          text: texts.map(\.text).joined(separator: "／"),
          earlier: texts.contains { $0.earlier == nil } ? nil : texts[0].earlier)
      }
    }
    guard isNameCounted else { return nil }
    return names[focus]?.first { $0.pairs.isSubset(of: own) && own.count - $0.pairs.count <= Self.mostBesideName }?
      .official
  }

  /// Neighbouring characters; digits count, for a measure with a figure of its own says something.
  package static func pairs(_ text: String) -> ShingleSet {
    var pairs: [UInt64] = []
    pairs.reserveCapacity(text.utf8.count / 3)
    text.forEachPair { pair in
      pairs.append(pair)
      return true
    }
    return ShingleSet(pairs)
  }
}

extension String {
  /// Does something with all neighbouring letters and digits, packed, until it is told that this is enough.
  fileprivate func forEachPair(_ body: (UInt64) -> Bool) {
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars
    where scalar.isCommonHan || scalar.isASCIIAlphanumeric || Numeral.digit(scalar) != nil
      || (!scalar.isASCII && !scalar.isMarkOfChinese && scalar.properties.isAlphabetic)
    {
      if let previous, !body(UInt64(previous.value) << 21 | UInt64(scalar.value)) { return }
      previous = scalar
    }
  }
}
