import PlanText

/// Finds items of a list that stand whole in another item of it.
enum RepeatedItems {
  /// Shorter items are not looked for.
  private static let shortest = 14
  /// A window is looked up at most so often.
  private static let mostPlaces = 4

  /// The repeats in the lists of measures, of sections in free words and of the cells of the survey.
  static func all(in plan: PlanIndex) -> [RepeatedClause] {
    let (places, paragraphs) = (plan.textPlaces, plan.paragraphs)
    var tokenizer = Tokenizer()
    return [places.measures, places.narratives, places.surveyRows].joined().flatMap { text -> [RepeatedClause] in
      guard paragraphs[text].count > 1 else { return [] }
      let items = paragraphs[text].filter { $0.paragraph.kind == .prose && !$0.paragraph.leadsToList }
      return items.count < 2 ? [] : contained(items.map { Item(tokenizer.tokens(of: $0.words)) })
    }
  }

  /// An item as items are compared: without what is quoted, for the name of a form or site alone does not make another
  /// sentence.
  private struct Item {
    let tokens: Tokens
    /// The tokens outside quotation marks, as indices.
    let places: [Int]
    let values: [UInt32]

    init(_ tokens: Tokens) {
      self.tokens = tokens
      let isQuoted = tokens.isQuoted
      let places = tokens.values.indices.filter { !isQuoted[$0] }
      self.places = places
      values = places.map { tokens.values[$0] }
    }
  }

  private static func contained(_ items: [Item]) -> [RepeatedClause] {
    // An item stands in another one only from a window on that is its own first.
    let firsts = items.map { WindowHashes($0.values.prefix(shortest), length: shortest) }
    var windows = NumberTable<[(item: Int, start: Int)]>(capacity: items.count)
    for first in firsts where first.count > 0 { windows[first[0], default: []] = [] }
    for (number, item) in items.enumerated() {
      let hashes = WindowHashes(item.values[...], length: shortest)
      for start in 0..<hashes.count where windows[hashes[start]].map({ $0.count < mostPlaces }) ?? false {
        windows[hashes[start], default: []].append((number, start))
      }
    }
    var clauses: [RepeatedClause] = []
    for (number, item) in items.enumerated() {
      guard firsts[number].count > 0 else { continue }
      let holders = (windows[firsts[number][0]] ?? []).filter { place in
        place.item != number && isWhole(item, in: items[place.item], from: place.start)
          // Of two that are the same, the later one is reported.
          && (items[place.item].values.count > item.values.count || place.item < number)
      }
      // A family of items that are alike is none too many.
      guard holders.count == 1, let holder = holders.first else { continue }
      let other = items[holder.item]
      let range = other.places[holder.start]..<(other.places[holder.start + item.values.count - 1] + 1)
      let (own, there) = (item.tokens.part(item.tokens.values.indices), other.tokens.part(range))
      clauses.append(
        holder.item < number
          ? RepeatedClause(first: there, second: own, measures: nil)
          : RepeatedClause(first: own, second: there, measures: nil))
    }
    return clauses
  }

  private static func isWhole(_ item: Item, in other: Item, from start: Int) -> Bool {
    let end = start + item.values.count
    guard end <= other.values.count, other.values[start..<end].elementsEqual(item.values) else { return false }
    let range = other.places[start]..<(other.places[end - 1] + 1)
    // With other names in quotation marks two items that begin alike are two of a family.
    return other.tokens.values[range].elementsEqual(item.tokens.values) || range.lowerBound >= 4
  }
}
