import PlanText

/// Spellings of one name that differ, found without a list of words: what stands in 「」 is a name, and words that are
/// one slip away from it are probably meant to be it.
struct NameSpellings {
  /// Where two spellings of one name stand: the rarer one, or of two that are equally frequent the later one, and the
  /// other.
  struct Pair {
    let rare: [PlanText]
    let usual: [PlanText]
  }

  /// The pairs, in the order of the rare spellings' first places.
  static func all(in plan: PlanIndex) -> [Pair] {
    var spellings = NameSpellings(WordRuns(plan.texts))
    spellings.collect()
    return spellings.pairs()
  }

  /// Shorter names differ by one character for good reasons (人事室, 人事科).
  private static let shortest = 5
  private static let longest = 24
  /// Words that begin alike are compared with at most this many names.
  private static let mostNames = 16

  private let words: WordRuns
  private let names: [[Unicode.Scalar]]
  /// For each name, the spellings found beside it.
  private var found: [[Unicode.Scalar]: Set<[Unicode.Scalar]>] = [:]

  /// Characters of the document, all in one stretch.
  private typealias Place = Range<Int>

  private init(_ words: WordRuns) {
    self.words = words
    var seen: Set<[Unicode.Scalar]> = []
    names = words.runs.filter { $0.isQuoted && (Self.shortest...Self.longest).contains($0.range.count) }
      .map { Array(words.scalars[$0.range]) }.filter { seen.insert($0).inserted }
  }

  // MARK: Looking

  private mutating func collect() {
    guard !names.isEmpty else { return }
    collect(names, in: words.scalars, isReversed: false)
    collect(names.map { $0.reversed() }, in: words.scalars.reversed(), isReversed: true)
  }

  /// Finds the words that have the first two characters of a name and are one slip away from it. Slips at the beginning
  /// are found in the reversed texts.
  private mutating func collect(_ names: [[Unicode.Scalar]], in scalars: [Unicode.Scalar], isReversed: Bool) {
    let byStart = Self.byStart(names)
    let firsts = ScalarSet(names.map { $0[0] })
    for start in scalars.indices.dropLast() where firsts.contains(scalars[start]) {
      guard let names = byStart[Self.pair(scalars, start)] else { continue }
      for name in names.prefix(Self.mostNames) {
        guard let length = Slip.length(of: name, in: scalars, at: start) else { continue }
        let end = start + length
        // Not the beginning of a longer word in Latin letters.
        if end < scalars.count, scalars[end - 1].isASCII, scalars[end].isASCII { continue }
        let other = Array(scalars[start..<end])
        found[isReversed ? name.reversed() : name, default: []].insert(isReversed ? other.reversed() : other)
      }
    }
  }

  private static func byStart(_ words: some Collection<[Unicode.Scalar]>) -> NumberTable<[[Unicode.Scalar]]> {
    var byStart = NumberTable<[[Unicode.Scalar]]>(capacity: words.count)
    for word in words { byStart[pair(word, 0), default: []].append(word) }
    return byStart
  }

  private static func pair(_ scalars: [Unicode.Scalar], _ index: Int) -> UInt64 {
    UInt64(scalars[index].value) << 21 | UInt64(scalars[index + 1].value)
  }

  // MARK: Inside names

  /// Five characters without one of the middle ones, packed: a character takes 21 bits.
  private struct Frame: Hashable {
    let first: UInt64
    let last: UInt32

    init(_ scalars: [Unicode.Scalar], _ window: Range<Int>, gap: Int) {
      var packed: UInt64 = 0
      for (offset, index) in window.dropLast().enumerated() where offset != gap {
        packed = packed << 21 | UInt64(scalars[index].value)
      }
      first = packed
      // The gap is one of the three in the middle.
      last = scalars[window.upperBound - 1].value << 3 | UInt32(gap)
    }

    var gap: Int { Int(last & 7) }
  }

  private static let frameLength = 5

  /// Words of five characters inside a name, or with a letter in them (e點通), that elsewhere have another character in
  /// their middle.
  ///
  /// In a name the others must be at least four and twice as many, and the rare character must stand beside its
  /// neighbours nowhere else.
  private func slipsInside() -> [(usual: [Place], rare: [Place])] {
    let scalars = words.scalars
    var ends = NumberTable<Void>()
    var firsts: Set<Unicode.Scalar> = []
    var frames: Set<Frame> = []
    for run in words.runs where run.hasLatin || isQuotedName(run) {
      for window in Self.windows(of: run) where isName(window, in: run) {
        ends[Self.ends(of: scalars, window), default: ()] = ()
        firsts.insert(scalars[window.lowerBound])
        for gap in 1..<(Self.frameLength - 1) { frames.insert(Frame(scalars, window, gap: gap)) }
      }
    }
    guard !frames.isEmpty else { return [] }
    let isFirst = ScalarSet(firsts)
    var places: [Frame: [Unicode.Scalar: [Place]]] = [:]
    for run in words.runs {
      for window in Self.windows(of: run)
      where isFirst.contains(scalars[window.lowerBound]) && ends.contains(Self.ends(of: scalars, window)) {
        for gap in 1..<(Self.frameLength - 1) {
          let frame = Frame(scalars, window, gap: gap)
          guard frames.contains(frame) else { continue }
          places[frame, default: [:]][scalars[window.lowerBound + gap], default: []].append(window)
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
      guard isFrequent || hasLatin(rare.value[0], besides: frame.gap),
        rare.value.allSatisfy({ isName($0, in: words.runs[words.run(at: $0.lowerBound)]) })
      else { continue }
      slips.append((frame.gap, usual.value, rare.value))
    }
    let counts = neighbours(of: slips.compactMap { slip in slip.rare.first.map { $0.lowerBound + slip.gap } })
    return slips.filter { slip in
      guard let place = slip.rare.first else { return false }
      let middle = place.lowerBound + slip.gap
      return counts[Self.pair(scalars, middle - 1)] == slip.rare.count
        && counts[Self.pair(scalars, middle)] == slip.rare.count
    }
    // Of the frames around one slip the one with the most others says it best, and then the one that begins with the
    // word.
    .sorted {
      ($1.usual.count, $0.gap, $0.rare[0].lowerBound) < ($0.usual.count, $1.gap, $1.rare[0].lowerBound)
    }
    .map { ($0.usual, $0.rare) }
  }

  /// How often the pairs on both sides of some characters stand in the document.
  private func neighbours(of middles: [Int]) -> NumberTable<Int> {
    let scalars = words.scalars
    var counts = NumberTable<Int>()
    for middle in middles {
      counts[Self.pair(scalars, middle - 1), default: 0] = 0
      counts[Self.pair(scalars, middle), default: 0] = 0
    }
    guard !middles.isEmpty else { return counts }
    for index in scalars.indices.dropLast() {
      let pair = Self.pair(scalars, index)
      if counts.contains(pair) { counts[pair, default: 0] += 1 }
    }
    return counts
  }

  private static func windows(of run: WordRuns.Run) -> some Sequence<Range<Int>> {
    run.range.dropLast(frameLength - 1).lazy.map { $0..<($0 + frameLength) }
  }

  private static func ends(of scalars: [Unicode.Scalar], _ window: Range<Int>) -> UInt64 {
    UInt64(scalars[window.lowerBound].value) << 21 | UInt64(scalars[window.upperBound - 1].value)
  }

  private func isQuotedName(_ run: WordRuns.Run) -> Bool { run.isQuoted && run.range.count <= Self.longest }

  /// Whether one of the characters of a window besides the one in the gap is of Latin script.
  private func hasLatin(_ window: Range<Int>, besides gap: Int) -> Bool {
    window.contains { $0 != window.lowerBound + gap && words.scalars[$0].isASCII }
  }

  /// Whether words stand in quotation marks, or are Chinese around one single letter.
  private func isName(_ window: Range<Int>, in run: WordRuns.Run) -> Bool {
    guard run.hasLatin, let foreign = window.first(where: { words.scalars[$0].isASCII }) else {
      return isQuotedName(run)
    }
    return Numeral.digit(words.scalars[foreign]) == nil && foreign > window.lowerBound
      && foreign < window.upperBound - 1
      && !((foreign + 1)..<window.upperBound).contains { words.scalars[$0].isASCII }
  }

  // MARK: Judging

  private func pairs() -> [Pair] {
    let exact = places(of: Set(found.keys).union(found.values.joined()))
    var pairs: [(first: Place, pair: Pair)] = []
    // By stretch.
    var taken: [Int: [Place]] = [:]
    func isTaken(_ place: Place) -> Bool {
      taken[words.run(at: place.lowerBound)]?.contains { $0.overlaps(place) } ?? false
    }
    func take(_ first: Place, rare: [Place], usual: [Place]) {
      taken[words.run(at: first.lowerBound), default: []].append(first)
      pairs.append((first, Pair(rare: rare.map(words.part), usual: usual.map(words.part))))
    }
    // The most frequent names first, so that what is said of a name is not said again with a word behind it.
    func rank(_ name: [Unicode.Scalar]) -> (Int, Int, String) {
      (exact[name]?.count ?? 0, name.count, String(scalars: name))
    }
    for (name, others) in found.sorted(by: { rank($0.key) > rank($1.key) }) {
      for other in others.sorted(by: { String(scalars: $0) < String(scalars: $1) }) {
        guard let own = exact[name], let there = exact[other], let ownFirst = own.first, let otherFirst = there.first
        else { continue }
        let isRare = (there.count, ownFirst.lowerBound) < (own.count, otherFirst.lowerBound)
        let (rare, usual) = isRare ? (there, own) : (own, there)
        // Two names that are both in use are two names.
        guard rare.count == 1 || usual.count >= 2 * rare.count, let first = rare.first, !isTaken(first) else {
          continue
        }
        take(first, rare: rare, usual: usual)
      }
    }
    for (usual, rare) in slipsInside() {
      guard let first = rare.first, !isTaken(first) else { continue }
      take(first, rare: rare, usual: usual)
    }
    return pairs.sorted { $0.first.lowerBound < $1.first.lowerBound }.map(\.pair)
  }

  /// Every place of some words.
  private func places(of sought: Set<[Unicode.Scalar]>) -> [[Unicode.Scalar]: [Place]] {
    var places: [[Unicode.Scalar]: [Place]] = [:]
    guard !sought.isEmpty else { return places }
    let byStart = Self.byStart(sought)
    let firsts = ScalarSet(sought.map { $0[0] })
    let scalars = words.scalars
    for start in scalars.indices.dropLast() where firsts.contains(scalars[start]) {
      for word in byStart[Self.pair(scalars, start)] ?? [] where start + word.count <= scalars.count {
        guard scalars[start..<(start + word.count)].elementsEqual(word) else { continue }
        places[word, default: []].append(start..<(start + word.count))
      }
    }
    return places
  }
}

/// One slip of the pen inside a name: a character put in, left out or replaced, or two neighbours (or two pairs of
/// neighbours) exchanged.
private enum Slip {
  /// The number of characters that a name has with a slip, where it stands so in a text; nil where it stands right or
  /// not at all.
  static func length(of name: [Unicode.Scalar], in run: [Unicode.Scalar], at start: Int) -> Int? {
    var same = 0
    while same < name.count, start + same < run.count, name[same] == run[start + same] { same += 1 }
    // What differs at the very end is where one word ends and another begins.
    guard same < name.count - 1, start + same < run.count, run[start + same] != WordRuns.separator else { return nil }
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
