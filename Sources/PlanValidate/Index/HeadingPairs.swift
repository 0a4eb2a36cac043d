import PlanText

/// Which headings of one table correspond to which of another, by name and by number.
struct HeadingPairs {
  /// What a heading is recognised by.
  struct Heading {
    /// The index of the group in the plan's groups.
    let group: Int
    /// The printed number, or the place in the list.
    let number: Int
    /// The name as it is compared: its letters, without number and marks.
    let key: [Unicode.Scalar]
    fileprivate let pairs: Set<[Unicode.Scalar]>

    init(group: Int, heading: PlanText, place: Int) {
      self.group = group
      number = Label.read(at: heading.string)?.label.value ?? place
      let letters = NameKey(heading.string).text.unicodeScalars.filter { scalar in
        scalar.properties.isIdeographic || scalar.properties.isAlphabetic || Numeral.digit(scalar) != nil
      }
      key = Array(letters)
      pairs = Set(zip(key, key.dropFirst()).map { [$0, $1] })
    }

    /// The share of neighbouring characters that two names have in common (Dice).
    fileprivate func likeness(_ other: Heading) -> Double {
      pairs.isEmpty || other.pairs.isEmpty
        ? 0 : 2 * Double(pairs.intersection(other.pairs).count) / Double(pairs.count + other.pairs.count)
    }
  }

  /// The same name in both tables, but for number, punctuation, white space and width.
  private(set) var same: [(first: Heading, second: Heading)] = []
  /// Different names of what is the same by likeness or number, in the order of the second table.
  private(set) var differing: [(first: Heading, second: Heading, basis: Basis)] = []
  /// Headings without a counterpart.
  private(set) var onlyFirst: [Heading] = []
  private(set) var onlySecond: [Heading] = []

  /// Why two names are held to mean the same.
  enum Basis {
    case likeness
    case number
  }

  /// From this share of common pairs of characters on, two names mean the same.
  private static let leastLikeness = 0.35
  /// The most pairs of names whose likeness is looked at. A form has a dozen headings on a level; a list of hundreds
  /// that all differ is another table.
  private static let mostComparisons = 10_000

  init(_ first: [Heading], _ second: [Heading]) {
    var waiting = Dictionary(grouping: first.indices.reversed()) { first[$0].key }
    var (rest, unmatched) = (Set(first.indices), Set<Int>())
    for (index, heading) in second.enumerated() {
      if let counterpart = waiting[heading.key]?.popLast() {
        rest.remove(counterpart)
        same.append((first[counterpart], heading))
      } else {
        unmatched.insert(index)
      }
    }
    var pairs: [(Int, Int, Basis)] = []
    func pair(_ one: Int, _ other: Int, by basis: Basis) {
      rest.remove(one)
      unmatched.remove(other)
      pairs.append((one, other, basis))
    }
    // Names that are close belong together wherever they stand; of the others the number tells.
    if rest.count * unmatched.count <= Self.mostComparisons {
      for other in unmatched.sorted() {
        let likely = rest.sorted().map { ($0, first[$0].likeness(second[other])) }.max { $0.1 < $1.1 }
        if let likely, likely.1 >= Self.leastLikeness { pair(likely.0, other, by: .likeness) }
      }
    }
    // The same number means the same thing where there are as many headings, or where the numbers show which are
    // missing.
    if first.count == second.count || second.first.map({ $0.number > 1 }) ?? false {
      let byNumber = Dictionary(grouping: rest.sorted()) { first[$0].number }
      for other in unmatched.sorted() {
        if let one = byNumber[second[other].number]?.first(where: rest.contains) { pair(one, other, by: .number) }
      }
    }
    differing = pairs.sorted { $0.1 < $1.1 }.map { (first[$0], second[$1], $2) }
    onlyFirst = rest.sorted().map { first[$0] }
    onlySecond = unmatched.sorted().map { second[$0] }
    // A table that begins with 2 has lost a heading and not left it out; that is reported by the rule on numbers.
    if let start = second.first?.number { onlyFirst.removeAll { $0.number < start } }
  }
}
