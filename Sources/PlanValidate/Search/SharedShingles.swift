/// The shingles that several of some texts have, by numbers of their own. Most shingles stand in one text alone; these
/// are only counted.
struct SharedShingles {
  /// For each text, how many different shingles it has.
  let counts: [Int]
  /// How many of the texts have each shingle.
  let frequencies: [Int]
  /// The shingles of all texts that may be shared, text by text and in the order of their values.
  private let numbers: [UInt32]
  /// The value of each.
  private let values: [UInt64]
  /// Where the shingles of each text end.
  private let ends: [Int]

  /// Looks through some texts. The filter has seen the shingles of all of them.
  init(_ texts: [Tokens], _ filter: RepeatFilter) {
    var (counts, ends): ([Int], [Int]) = ([], [])
    counts.reserveCapacity(texts.count)
    ends.reserveCapacity(texts.count)
    var (frequencies, numbers): ([Int], [UInt32]) = ([], [])
    var known = NumberTable<Void>()
    var found: [UInt64] = []
    for text in texts {
      found.removeAll(keepingCapacity: true)
      var alone = 0
      text.forEachShingle { shingle in
        if filter.mayRepeat(shingle) { found.append(shingle) } else { alone += 1 }
      }
      found.sort()
      var different = 0
      for (index, shingle) in found.enumerated() where index == 0 || found[index - 1] != shingle {
        different += 1
        let number = known.index(of: shingle, default: ())
        if number == frequencies.count { frequencies.append(0) }
        frequencies[number] += 1
        numbers.append(UInt32(truncatingIfNeeded: number))
      }
      counts.append(alone + different)
      ends.append(numbers.count)
    }
    values = known.keys
    self.counts = counts
    self.ends = ends
    self.frequencies = frequencies
    self.numbers = numbers
  }

  /// Those shingles of a text that others may have as well.
  func numbers(of text: Int) -> ArraySlice<UInt32> { numbers[(text == 0 ? 0 : ends[text - 1])..<ends[text]] }

  /// How many shingles two texts have in common; nil where there are fewer than so many. Nobody needs sets of them.
  func common(_ one: Int, _ other: Int, atLeast needed: Int) -> Int? {
    numbers(of: one).commonCount(with: numbers(of: other), atLeast: needed, inOrderOf: { values[Int($0)] })
  }

  /// How many shingles of a text others have as well: no text can have more of them.
  func sharedCount(of text: Int) -> Int { numbers(of: text).count { frequencies[Int($0)] > 1 } }

  /// Those among the rarest shingles of a text that another text has as well.
  func rarest(of text: Int, count: Int) -> [Int] {
    let sharedCount = sharedCount(of: text)
    let own = counts[text] - sharedCount
    guard own < count else { return [] }
    // The frequency and, as shingles are in order, the place of each in one number.
    var shared: [UInt64] = []
    shared.reserveCapacity(sharedCount)
    for (place, number) in numbers(of: text).enumerated() where frequencies[Int(number)] > 1 {
      shared.append(UInt64(frequencies[Int(number)]) << 32 | UInt64(place))
    }
    shared.sort()
    let start = text == 0 ? 0 : ends[text - 1]
    return shared.prefix(count - own).map { Int(numbers[start + Int($0 & 0xFFFF_FFFF)]) }
  }
}

/// Collects texts that share something with another one, each once.
struct RepeatCandidates {
  /// For each text, the number of the last collection it was in.
  private var collections: [Int]
  private var collection = 0
  private var found: [Int] = []
  /// A text is compared with at most this many others.
  static let most: UInt8 = 32

  init(of count: Int) { collections = Array(repeating: 0, count: count) }

  /// The first texts that have one of some shingles, in order.
  mutating func first(with shingles: [Int], in places: ChainedLists) -> ArraySlice<Int> {
    found.removeAll(keepingCapacity: true)
    collection += 1
    for shingle in shingles {
      places.forEach(in: shingle) { text in
        guard collections[text] != collection else { return }
        collections[text] = collection
        found.append(text)
      }
    }
    found.sort()
    return found.prefix(Int(Self.most))
  }
}
