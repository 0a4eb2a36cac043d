import PlanModel

/// Spellings of one name that differ, found without a list of words: what stands in 「」 is a name, and words that are one slip away from it are probably
/// meant to be it.
struct NameSpellings {
  /// Where two spellings of one name stand: the rarer one, or of two that are equally frequent the later one, and the other.
  struct Pair {
    let rare: [PlanText]
    let usual: [PlanText]
  }

  /// The pairs, in the order of the rare spellings' first places.
  static func all(in plan: PlanIndex) -> [Pair] {
    let runs = plan.texts.flatMap(Run.all(in:))
    var spellings = NameSpellings(runs)
    spellings.collect()
    return spellings.pairs()
  }

  /// Shorter names differ by one character for good reasons (人事室, 人事科).
  private static let shortest = 5
  private static let longest = 24
  /// Words that begin alike are compared with at most this many names.
  private static let mostNames = 16

  private let runs: [Run]
  private let names: [[Unicode.Scalar]]
  /// For each name, the spellings found beside it, with their places in the runs.
  private var found: [[Unicode.Scalar]: [[Unicode.Scalar]: Set<Place>]] = [:]

  private struct Place: Hashable, Comparable {
    let run: Int
    let range: Range<Int>

    static func < (a: Place, b: Place) -> Bool { (a.run, a.range.lowerBound) < (b.run, b.range.lowerBound) }
  }

  private init(_ runs: [Run]) {
    self.runs = runs
    var seen: Set<[Unicode.Scalar]> = []
    names = runs.filter { $0.isQuoted && (Self.shortest...Self.longest).contains($0.scalars.count) }.map(\.scalars)
      .filter { seen.insert($0).inserted }
  }

  // MARK: Looking

  private mutating func collect() {
    guard !names.isEmpty else { return }
    collect(names, in: runs.map(\.scalars), isReversed: false)
    collect(names.map { $0.reversed() }, in: runs.map { $0.scalars.reversed() }, isReversed: true)
  }

  /// Finds the words that have the first two characters of a name and are one slip away from it. Slips at the beginning are found in the reversed texts.
  private mutating func collect(_ names: [[Unicode.Scalar]], in runs: [[Unicode.Scalar]], isReversed: Bool) {
    var byStart = NumberTable<[[Unicode.Scalar]]>(capacity: names.count)
    for name in names { byStart[Self.pair(name, 0), default: []].append(name) }
    let firsts = ScalarSet(names.map { $0[0] })
    for (index, run) in runs.enumerated() where run.count >= Self.shortest - 1 {
      for start in 0..<(run.count - 1) where firsts.contains(run[start]) {
        guard let names = byStart[Self.pair(run, start)] else { continue }
        for name in names.prefix(Self.mostNames) {
          guard let length = Slip.length(of: name, in: run, at: start) else { continue }
          let end = start + length
          // Not the beginning of a longer word in Latin letters.
          if end < run.count, Self.isLatin(run[end - 1]), Self.isLatin(run[end]) { continue }
          let words = Array(run[start..<end])
          let range = isReversed ? (run.count - end)..<(run.count - start) : start..<end
          found[isReversed ? name.reversed() : name, default: [:]][isReversed ? words.reversed() : words, default: []]
            .insert(Place(run: index, range: range))
        }
      }
    }
  }

  private static func pair(_ scalars: [Unicode.Scalar], _ index: Int) -> UInt64 {
    UInt64(scalars[index].value) << 21 | UInt64(scalars[index + 1].value)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII }

  // MARK: Inside names

  /// Five characters without one of the middle ones.
  private struct Frame: Hashable {
    let characters: [Unicode.Scalar]
    let gap: Int

    init(_ window: ArraySlice<Unicode.Scalar>, gap: Int) {
      var characters = Array(window)
      characters.remove(at: gap)
      self.characters = characters
      self.gap = gap
    }
  }

  private static let frameLength = 5

  /// Words of five characters inside a name, or with a letter in them (e點通), that elsewhere have another character in their middle.
  ///
  /// In a name the others must be at least four and twice as many, and the rare character must stand beside its neighbours nowhere else.
  private func slipsInside() -> [(usual: [Place], rare: [Place])] {
    var ends = NumberTable<Void>()
    var frames: Set<Frame> = []
    for run in runs where run.mayHoldName(upTo: Self.longest) {
      for window in Self.windows(of: run) where isName(run, run.scalars[window]) {
        ends[Self.ends(of: run.scalars, window), default: ()] = ()
        for gap in 1..<(Self.frameLength - 1) { frames.insert(Frame(run.scalars[window], gap: gap)) }
      }
    }
    guard !frames.isEmpty else { return [] }
    var places: [Frame: [Unicode.Scalar: [Place]]] = [:]
    for (number, run) in runs.enumerated() {
      for window in Self.windows(of: run) where ends.contains(Self.ends(of: run.scalars, window)) {
        for gap in 1..<(Self.frameLength - 1) {
          let frame = Frame(run.scalars[window], gap: gap)
          guard frames.contains(frame) else { continue }
          places[frame, default: [:]][run.scalars[window.lowerBound + gap], default: []]
            .append(Place(run: number, range: window))
        }
      }
    }
    var slips: [(gap: Int, usual: [Place], rare: [Place])] = []
    for (frame, middles) in places where middles.count == 2 {
      let sorted = middles.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      let (usual, rare) = (sorted[0], sorted[1])
      guard usual.value.count > rare.value.count, !Slip.tellsApart(usual.key, rare.key),
        !Slip.isAddition(usual.key), !Slip.isAddition(rare.key)
      else { continue }
      let isFrequent = usual.value.count >= 4 && usual.value.count >= 2 * rare.value.count
      guard frame.characters.contains(where: Self.isLatin) || isFrequent,
        rare.value.allSatisfy({ isName(runs[$0.run], runs[$0.run].scalars[$0.range]) })
      else { continue }
      slips.append((frame.gap, usual.value, rare.value))
    }
    let counts = neighbours(of: slips.flatMap { slip in slip.rare.prefix(1).map { ($0, slip.gap) } })
    return slips.filter { slip in
      guard let place = slip.rare.first else { return false }
      let (scalars, middle) = (runs[place.run].scalars, place.range.lowerBound + slip.gap)
      return counts[Self.pair(scalars, middle - 1)] == slip.rare.count
        && counts[Self.pair(scalars, middle)] == slip.rare.count
    }
    // Of the frames around one slip the one with the most others says it best, and then the one that begins with the word.
    .sorted { ($1.usual.count, $0.gap, $0.rare[0]) < ($0.usual.count, $1.gap, $1.rare[0]) }
    .map { ($0.usual, $0.rare) }
  }

  /// How often the pairs on both sides of some characters stand in the document.
  private func neighbours(of characters: [(place: Place, gap: Int)]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for (place, gap) in characters {
      let (scalars, middle) = (runs[place.run].scalars, place.range.lowerBound + gap)
      counts[Self.pair(scalars, middle - 1)] = 0
      counts[Self.pair(scalars, middle)] = 0
    }
    guard !counts.isEmpty else { return counts }
    for run in runs {
      for index in run.scalars.indices.dropLast() where counts[Self.pair(run.scalars, index)] != nil {
        counts[Self.pair(run.scalars, index), default: 0] += 1
      }
    }
    return counts
  }

  private static func windows(of run: Run) -> some Sequence<Range<Int>> {
    run.scalars.indices.dropLast(frameLength - 1).lazy.map { $0..<($0 + frameLength) }
  }

  private static func ends(of scalars: [Unicode.Scalar], _ window: Range<Int>) -> UInt64 {
    UInt64(scalars[window.lowerBound].value) << 21 | UInt64(scalars[window.upperBound - 1].value)
  }

  /// Whether words stand in quotation marks, or are Chinese around one single letter.
  private func isName(_ run: Run, _ window: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let foreign = window.firstIndex(where: Self.isLatin) else {
      return run.isQuoted && run.scalars.count <= Self.longest
    }
    return window[foreign].properties.isAlphabetic && foreign > window.startIndex && foreign < window.endIndex - 1
      && !window[(foreign + 1)...].contains(where: Self.isLatin)
  }

  // MARK: Judging

  private func pairs() -> [Pair] {
    let exact = places(of: Set(found.keys).union(found.values.flatMap(\.keys)))
    var pairs: [(first: Place, pair: Pair)] = []
    // By run.
    var taken: [Int: [Range<Int>]] = [:]
    func isTaken(_ place: Place) -> Bool { taken[place.run]?.contains { $0.overlaps(place.range) } ?? false }
    // The most frequent names first, so that what is said of a name is not said again with a word behind it.
    func rank(_ name: [Unicode.Scalar]) -> (Int, Int, String) { (exact[name]?.count ?? 0, name.count, Self.key(name)) }
    for (name, others) in found.sorted(by: { rank($0.key) > rank($1.key) }) {
      for words in others.keys.sorted(by: { Self.key($0) < Self.key($1) }) {
        guard let own = exact[name], let other = exact[words], let ownFirst = own.first, let otherFirst = other.first
        else { continue }
        let isRare = (other.count, ownFirst) < (own.count, otherFirst)
        let (rare, usual) = isRare ? (other, own) : (own, other)
        // Two names that are both in use are two names.
        guard rare.count == 1 || usual.count >= 2 * rare.count, let first = rare.first else { continue }
        if isTaken(first) { continue }
        taken[first.run, default: []].append(first.range)
        pairs.append((first, Pair(rare: rare.map(text), usual: usual.map(text))))
      }
    }
    for (usual, rare) in slipsInside() {
      guard let first = rare.first, !isTaken(first) else { continue }
      taken[first.run, default: []].append(first.range)
      pairs.append((first, Pair(rare: rare.map(text), usual: usual.map(text))))
    }
    return pairs.sorted { $0.first < $1.first }.map(\.pair)
  }

  private static func key(_ words: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(words)) }

  private func text(at place: Place) -> PlanText { runs[place.run].part(place.range) }

  /// Every place of some words.
  private func places(of words: Set<[Unicode.Scalar]>) -> [[Unicode.Scalar]: [Place]] {
    var places: [[Unicode.Scalar]: [Place]] = [:]
    guard !words.isEmpty else { return places }
    var byStart = NumberTable<[[Unicode.Scalar]]>(capacity: words.count)
    for word in words { byStart[Self.pair(word, 0), default: []].append(word) }
    let firsts = ScalarSet(words.map { $0[0] })
    for (index, run) in runs.enumerated() where run.scalars.count >= 2 {
      let scalars = run.scalars
      for start in 0..<(scalars.count - 1) where firsts.contains(scalars[start]) {
        for word in byStart[Self.pair(scalars, start)] ?? [] where start + word.count <= scalars.count {
          guard scalars[start..<(start + word.count)].elementsEqual(word) else { continue }
          places[word, default: []].append(Place(run: index, range: start..<(start + word.count)))
        }
      }
    }
    return places
  }
}

/// A stretch of Chinese characters, Latin letters and digits without punctuation or line break, and where it stands. White space inside does not count.
private struct Run {
  /// The characters, narrow and in lower case.
  private(set) var scalars: [Unicode.Scalar] = []
  private var offsets: [Range<UInt32>] = []
  private let text: PlanText
  private var hasLatin = false
  /// Whether it is all that stands between quotation marks.
  private(set) var isQuoted = false

  private init(in text: PlanText) { self.text = text }

  func part(_ range: Range<Int>) -> PlanText {
    text.part(Int(offsets[range.lowerBound].lowerBound)..<Int(offsets[range.upperBound - 1].upperBound))
  }

  /// Whether some of its characters can be a name: one in quotation marks, or one with a letter in it.
  func mayHoldName(upTo length: Int) -> Bool { hasLatin || (isQuoted && scalars.count <= length) }

  static func all(in text: PlanText) -> [Run] {
    var runs: [Run] = []
    var run = Run(in: text)
    let room = text.string.utf8.count / 3
    run.scalars.reserveCapacity(room)
    run.offsets.reserveCapacity(room)
    var opened = false
    var offset: UInt32 = 0
    func end(with scalar: Unicode.Scalar?) {
      if !run.scalars.isEmpty {
        run.isQuoted = opened && (scalar == "」" || scalar == "』")
        runs.append(run)
        run = Run(in: text)
      }
      opened = scalar == "「" || scalar == "『"
    }
    for scalar in text.string.unicodeScalars {
      let next = offset + UInt32(UTF8.width(scalar))
      let narrow = NameKey.narrow(scalar)
      if narrow.isCommonHan {
        run.scalars.append(narrow)
        run.offsets.append(offset..<next)
      } else if narrow.isASCIIAlphanumeric {
        run.scalars.append(narrow.lowercasedASCII)
        run.offsets.append(offset..<next)
        run.hasLatin = true
      } else if scalar == "\n" || !scalar.isWhiteSpace {
        end(with: scalar)
      }
      offset = next
    }
    end(with: nil)
    return runs
  }
}

/// One slip of the pen inside a name: a character put in, left out or replaced, or two neighbours (or two pairs of neighbours) exchanged.
private enum Slip {
  /// The number of characters that a name has with a slip, where it stands so in a text; nil where it stands right or not at all.
  static func length(of name: [Unicode.Scalar], in run: [Unicode.Scalar], at start: Int) -> Int? {
    var same = 0
    while same < name.count, start + same < run.count, name[same] == run[start + same] { same += 1 }
    // What differs at the very end is where one word ends and another begins.
    guard same < name.count - 1, start + same < run.count else { return nil }
    let here = start + same
    func goesOn(_ nameIndex: Int, _ runIndex: Int) -> Int? {
      let rest = name.count - nameIndex
      guard rest > 0, runIndex + rest <= run.count,
        run[runIndex..<(runIndex + rest)].elementsEqual(name[nameIndex...])
      else { return nil }
      return runIndex + rest - start
    }
    if here + 1 < run.count, name[same] == run[here + 1], name[same + 1] == run[here], name[same] != name[same + 1],
      let length = same + 2 == name.count ? same + 2 : goesOn(same + 2, here + 2)
    {
      return length
    }
    if same + 4 <= name.count, here + 4 <= run.count, name[same] == run[here + 2], name[same + 1] == run[here + 3],
      name[same + 2] == run[here], name[same + 3] == run[here + 1],
      let length = same + 4 == name.count ? same + 4 : goesOn(same + 4, here + 4)
    {
      return length
    }
    if let length = goesOn(same + 1, here + 1) {
      return tellsApart(name[same], run[here]) ? nil : length
    }
    guard name.count >= 6 else { return nil }
    if let length = goesOn(same, here + 1) { return isAddition(run[here]) ? nil : length }
    if let length = goesOn(same + 1, here) { return isAddition(name[same]) ? nil : length }
    return nil
  }

  /// Whether two characters make two things of one name: numbers, letters, and opposites such as 新 and 舊.
  static func tellsApart(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    isOrdinal(a) || isOrdinal(b) || (opposites.contains(a) && opposites.contains(b))
  }

  /// Whether a character more makes another name, or another phrase, of one: 副, 各, 的.
  static func isAddition(_ scalar: Unicode.Scalar) -> Bool { isOrdinal(scalar) || additions.contains(scalar) }

  private static func isOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || Numeral.chineseDigit(scalar) != nil || ordinals.contains(scalar)
  }

  private static let ordinals: ScalarSet = "十百千甲乙丙丁戊己庚辛"
  private static let opposites: ScalarSet = "上下左右東西南北前後內外大小新舊男女公私進出中高低初早晚日夜春夏秋冬正副市縣區鄉鎮里年月週日時班組科課室股隊局處所院"
  private static let additions: ScalarSet = "的之與及或和並各本副總大小新舊主非不未再"
}
