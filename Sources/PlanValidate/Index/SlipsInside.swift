import PlanText

/// Words of five characters inside a name, or with a letter in them (e點通), that elsewhere have another character in
/// their middle.
///
/// In a name the others must be at least four and twice as many, and the rare character must stand beside its
/// neighbours nowhere else.
struct SlipsInside {
  /// Characters of the document, all in one stretch.
  typealias Place = Range<Int>

  /// The places of the usual word and of the rare one, those of which most is certain first.
  private(set) var found: [(usual: [Place], rare: [Place])] = []

  private let words: WordRuns
  /// Five characters without one of the middle ones, numbered: by the first three that are left, and then by the last
  /// and where the gap is. A character takes 21 bits.
  private var heads = NumberTable<UInt64>()
  private var frames = NumberTable<UInt64>()

  private static let length = 5
  private static let gaps = 1...3

  init(_ words: WordRuns) {
    self.words = words
    var ends = NumberTable<Void>()
    var firsts: [Unicode.Scalar] = []
    for run in words.runs where run.hasLatin || isQuotedName(run) {
      for window in Self.windows(of: run) where isName(window, in: run) {
        ends[self.ends(of: window), default: ()] = ()
        firsts.append(words.scalars[window.lowerBound])
        for gap in Self.gaps { addFrame(of: window, gap: gap) }
      }
    }
    guard frames.count > 0 else { return }
    let isFirst = ScalarSet(firsts)
    var places: [(frame: UInt32, window: UInt32)] = []
    for run in words.runs {
      for window in Self.windows(of: run)
      where isFirst.contains(words.scalars[window.lowerBound]) && ends.contains(self.ends(of: window)) {
        for gap in Self.gaps {
          guard let frame = frame(of: window, gap: gap) else { continue }
          places.append((UInt32(truncatingIfNeeded: frame), UInt32(truncatingIfNeeded: window.lowerBound)))
        }
      }
    }
    judge(Self.byFrame(places, count: frames.count))
  }

  // MARK: Frames

  private mutating func addFrame(of window: Place, gap: Int) {
    let (nextHead, nextFrame) = (UInt64(heads.count), UInt64(frames.count))
    let head = heads.index(of: self.head(of: window, gap: gap), default: nextHead)
    _ = frames.index(of: key(of: window, gap: gap, head: UInt64(head)), default: nextFrame)
  }

  private func frame(of window: Place, gap: Int) -> Int? {
    heads[head(of: window, gap: gap)].flatMap { frames[key(of: window, gap: gap, head: $0)] }.map { Int($0) }
  }

  private func head(of window: Place, gap: Int) -> UInt64 {
    var packed: UInt64 = 0
    for offset in 0..<(Self.length - 1) where offset != gap {
      packed = packed << 21 | UInt64(words.scalars[window.lowerBound + offset].value)
    }
    return packed
  }

  private func key(of window: Place, gap: Int, head: UInt64) -> UInt64 {
    (head << 21 | UInt64(words.scalars[window.upperBound - 1].value)) << 2 | UInt64(gap)
  }

  /// Where the windows of each frame begin, in order.
  private static func byFrame(_ places: [(frame: UInt32, window: UInt32)], count: Int) -> [ArraySlice<UInt32>] {
    var ends = Array(repeating: 0, count: count + 1)
    for place in places { ends[Int(place.frame) + 1] += 1 }
    for frame in 0..<count { ends[frame + 1] += ends[frame] }
    var next = ends
    var sorted: [UInt32] = Array(repeating: 0, count: places.count)
    for place in places {
      sorted[next[Int(place.frame)]] = place.window
      next[Int(place.frame)] += 1
    }
    return (0..<count).map { sorted[ends[$0]..<ends[$0 + 1]] }
  }

  // MARK: Judging

  private mutating func judge(_ places: [ArraySlice<UInt32>]) {
    var slips: [(gap: Int, usual: [Place], rare: [Place])] = []
    for (frame, windows) in places.enumerated() {
      let gap = Int(frames.keys[frame] & 3)
      guard let (usual, rare) = usualAndRare(windows, gap: gap) else { continue }
      let (right, wrong) = (middle(of: usual[0], gap), middle(of: rare[0], gap))
      guard !NameSlip.tellsApart(right, wrong), !NameSlip.isAddition(right), !NameSlip.isAddition(wrong) else {
        continue
      }
      let isFrequent = usual.count >= 4 && usual.count >= 2 * rare.count
      guard isFrequent || hasLatin(rare[0], besides: gap),
        rare.allSatisfy({ isName($0, in: words.runs[words.run(at: $0.lowerBound)]) })
      else { continue }
      slips.append((gap, usual, rare))
    }
    let counts = neighbours(of: slips.compactMap { slip in slip.rare.first.map { $0.lowerBound + slip.gap } })
    found = slips.filter { slip in
      guard let place = slip.rare.first else { return false }
      let middle = place.lowerBound + slip.gap
      return counts[words.pair(at: middle - 1)] == slip.rare.count && counts[words.pair(at: middle)] == slip.rare.count
    }
    // Of the frames around one slip the one with the most others says it best, and then the one that begins with the
    // word.
    .sorted {
      ($1.usual.count, $0.gap, $0.rare[0].lowerBound) < ($0.usual.count, $1.gap, $1.rare[0].lowerBound)
    }
    .map { ($0.usual, $0.rare) }
  }

  private func middle(of window: Place, _ gap: Int) -> Unicode.Scalar { words.scalars[window.lowerBound + gap] }

  /// The windows of one frame by their character in the gap, where there are two such and one is the more frequent.
  private func usualAndRare(_ starts: ArraySlice<UInt32>, gap: Int) -> (usual: [Place], rare: [Place])? {
    func middle(_ start: UInt32) -> Unicode.Scalar { words.scalars[Int(start) + gap] }
    guard let first = starts.first.map(middle),
      let second = starts.lazy.map(middle).first(where: { $0 != first }),
      starts.allSatisfy({ middle($0) == first || middle($0) == second })
    else { return nil }
    func windows(with scalar: Unicode.Scalar) -> [Place] {
      starts.filter { middle($0) == scalar }.map { Int($0)..<(Int($0) + Self.length) }
    }
    let (one, other) = (windows(with: first), windows(with: second))
    return one.count == other.count ? nil : one.count > other.count ? (one, other) : (other, one)
  }

  /// How often the pairs on both sides of some characters stand in the document.
  private func neighbours(of middles: [Int]) -> NumberTable<Int> {
    var counts = NumberTable<Int>()
    for middle in middles {
      counts[words.pair(at: middle - 1), default: 0] = 0
      counts[words.pair(at: middle), default: 0] = 0
    }
    guard !middles.isEmpty else { return counts }
    for index in words.scalars.indices.dropLast() {
      let pair = words.pair(at: index)
      if counts.contains(pair) { counts[pair, default: 0] += 1 }
    }
    return counts
  }

  // MARK: Names

  private static func windows(of run: WordRuns.Run) -> some Sequence<Place> {
    run.range.dropLast(length - 1).lazy.map { $0..<($0 + length) }
  }

  private func ends(of window: Place) -> UInt64 {
    UInt64(words.scalars[window.lowerBound].value) << 21 | UInt64(words.scalars[window.upperBound - 1].value)
  }

  private func isQuotedName(_ run: WordRuns.Run) -> Bool { run.isQuoted && run.range.count <= NameSpellings.longest }

  /// Whether one of the characters of a window besides the one in the gap is of Latin script.
  private func hasLatin(_ window: Place, besides gap: Int) -> Bool {
    window.contains { $0 != window.lowerBound + gap && words.scalars[$0].isASCII }
  }

  /// Whether words stand in quotation marks, or are Chinese around one single letter.
  private func isName(_ window: Place, in run: WordRuns.Run) -> Bool {
    guard run.hasLatin, let foreign = window.first(where: { words.scalars[$0].isASCII }) else {
      return isQuotedName(run)
    }
    return Numeral.digit(words.scalars[foreign]) == nil && foreign > window.lowerBound
      && foreign < window.upperBound - 1
      && !((foreign + 1)..<window.upperBound).contains { words.scalars[$0].isASCII }
  }
}
