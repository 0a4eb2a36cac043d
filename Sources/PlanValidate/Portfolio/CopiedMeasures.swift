import PlanText

/// Measures of several owners that say the same or nearly so, as the rules about repeats in one plan take it.
public enum CopiedMeasures {
  /// Measures that are alike, of two owners at least.
  public struct Group: Sendable {
    /// The measures, as indices into the given ones, in their order.
    public let members: [Member]
    /// How many owners they have.
    public let owners: Int
  }

  /// A measure of a group.
  public struct Member: Sendable {
    public let index: Int
    /// The words of the first measure of the group that this one has otherwise, and its own; nil where they say the
    /// same.
    public let wording: (first: String, own: String)?
  }

  /// How many characters of all measures are compared, in UTF-8 bytes: a text takes about ten times as much memory
  /// while that is done.
  private static let mostBytes = 64 << 20

  /// The groups, those of the most owners first; and how many of the measures were compared. `owner` tells whose a text
  /// is.
  public static func groups(_ texts: [(owner: Int, text: String)]) -> (groups: [Group], compared: Int) {
    var size = 0
    let compared =
      texts.firstIndex {
        size += $0.text.utf8.count
        return size > mostBytes
      } ?? texts.count
    let row = TextRow(texts[..<compared].map { PlanText($0.text) })
    var tokenizer = Tokenizer()
    let tokens = DenseTexts(row).map { tokenizer.tokens(of: $0) }
    var filter = RepeatFilter(capacity: tokens.reduce(0) { $0 + $1.values.count })
    for text in tokens { text.forEachShingle { filter.insert($0) } }
    // The first that a text is like, and in which words not.
    var firsts: [Int: (first: Int, wording: (String, String)?)] = [:]
    for (first, second, wording) in TextRepeats.alike(tokens, SharedShingles(tokens, filter)) {
      firsts[second] = (first, wording)
    }
    var members: [Int: [Member]] = [:]
    for second in firsts.keys.sorted() {
      guard let found = firsts[second] else { continue }
      // What says the same as a text that is nearly like another is nearly like that.
      let further = firsts[found.first]
      let root = further?.first ?? found.first
      let wording = found.wording ?? further?.wording
      members[root, default: [Member(index: root, wording: nil)]].append(
        Member(index: second, wording: wording.map { (first: $0.0, own: $0.1) }))
    }
    let groups = members.values.compactMap { members -> Group? in
      let owners = Set(members.map { texts[$0.index].owner }).count
      return owners > 1 ? Group(members: members, owners: owners) : nil
    }.sorted { a, b in
      (-a.owners, -a.members.count, a.members[0].index) < (-b.owners, -b.members.count, b.members[0].index)
    }
    return (groups, compared)
  }
}
