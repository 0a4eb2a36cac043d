import PlanText

/// Finds texts that repeat each other: candidates by the rarest shingles that they share, which are then compared.
enum TextRepeats {
  /// Shorter texts (辦理教育訓練) come again for good reasons.
  private static let shortest = 8
  /// Nearly the same can only be said of texts of some length.
  private static let shortestSimilar = 20
  /// A shorter text still counts as contained where it stands in the other without anything between its words.
  private static let shortestContained = 12

  // MARK: The same, and nearly so

  /// The texts that say the same as an earlier one or nearly so, each with the first such and with the words in which
  /// they differ.
  static func alike(
    _ texts: [Tokens], _ shared: SharedShingles
  ) -> [(first: Int, second: Int, wording: (String, String)?)] {
    var found: [(Int, Int, (String, String)?)] = []
    var firsts = NumberTable<Int>(capacity: texts.count)
    var distinct: [Int] = []
    for (index, text) in texts.enumerated() where text.length >= shortest {
      var key = text.values.reduce(0) { numberHash($0 ^ UInt64($1)) }
      while let first = firsts[key], texts[first].values != text.values { key &+= 1 }
      let first = firsts[key, default: index]
      if first != index {
        found.append((first, index, nil))
      } else {
        firsts[key, default: index] = index
        if text.length >= shortestSimilar { distinct.append(index) }
      }
    }
    for (first, second) in similar(distinct, texts, shared) {
      guard let wording = Tokens.difference(texts[first], texts[second]) else { continue }
      found.append((first, second, wording))
    }
    return found
  }

  /// Pairs of different texts that are nearly the same, each later text with the first such.
  ///
  /// Their sets of three neighbouring tokens have at least seven tenths in common, so they share at least one of the
  /// rarest three tenths, and only these are looked up.
  private static func similar(_ distinct: [Int], _ texts: [Tokens], _ shared: SharedShingles) -> [(Int, Int)] {
    var places = ChainedLists(count: shared.frequencies.count, most: RepeatCandidates.most)
    var candidates = RepeatCandidates(of: texts.count)
    var pairs: [(Int, Int)] = []
    for index in distinct {
      let count = shared.counts[index]
      let rarest = shared.rarest(of: index, count: count - (count * 7 + 9) / 10 + 1)
      let found = candidates.first(with: rarest, in: places).first { isSimilar($0, index, texts, shared) }
      if let found {
        pairs.append((found, index))
      } else {
        // What is close to an earlier text is found through that one.
        for shingle in rarest { places.append(index, to: shingle) }
      }
    }
    return pairs
  }

  private static func isSimilar(_ one: Int, _ other: Int, _ texts: [Tokens], _ shared: SharedShingles) -> Bool {
    let (a, b) = (shared.counts[one], shared.counts[other])
    // One edit changes at most a tenth of the tokens, and the shingles that reach into it.
    let mostChanged = max(texts[one].values.count, texts[other].values.count) / 10 + 2
    let (shorter, longer) = (min(a, b), max(a, b))
    let needed = max(0, longer - max(mostChanged, longer / 10 + 1))
    guard [one, other].allSatisfy({ shared.sharedCount(of: $0) >= needed }),
      let common = shared.common(one, other, atLeast: needed)
    else { return false }
    let isNearlySame = shorter * 10 >= longer * 9 && common * 10 >= (a + b - common) * 9
    return isNearlySame || Tokens.isOneEdit(texts[one], texts[other])
  }

  // MARK: Contained

  /// How many of some shingles must be in a longer text so that the text counts as contained.
  private static func contained(of count: Int) -> Int { (count * 17 + 19) / 20 }

  /// Whether nearly all shingles of a text are among those of a longer one.
  static func isContained(_ part: ShingleSet, in whole: ShingleSet) -> Bool {
    part.common(with: whole, atLeast: contained(of: part.count)) != nil
  }

  /// Texts that stand in a longer one, and where in it. At least 17 of 20 of their shingles are in the longer text, so
  /// at least one of the rarest is, and only these are looked up.
  static func parts(_ texts: [Tokens], _ shared: SharedShingles) -> [(part: Int, whole: Int, place: PlanText)] {
    // Through a shingle that many texts have nothing is looked for.
    var places = ChainedLists(count: shared.frequencies.count, most: RepeatCandidates.most)
    for index in texts.indices {
      for shingle in shared.numbers(of: index)
      where (2...Int(RepeatCandidates.most)).contains(shared.frequencies[Int(shingle)]) {
        places.append(index, to: Int(shingle))
      }
    }
    var candidates = RepeatCandidates(of: texts.count)
    var parts: [(Int, Int, PlanText)] = []
    for (index, text) in texts.enumerated() where text.length >= shortestContained {
      let isShort = text.length < shortestSimilar
      let count = shared.counts[index]
      let needed = isShort ? count : contained(of: count)
      let rarest = shared.rarest(of: index, count: count - needed + 1)
      let whole = candidates.first(with: rarest, in: places).first { candidate in
        texts[candidate].length > text.length
          && shared.common(index, candidate, atLeast: needed) != nil
          && text.numberShingles.isSubset(of: texts[candidate].shingles)
          && (!isShort || texts[candidate].place(of: text) != nil)
      }
      guard let whole else { continue }
      parts.append((index, whole, texts[whole].longestStretch(of: text.shingles)))
    }
    return parts
  }
}
