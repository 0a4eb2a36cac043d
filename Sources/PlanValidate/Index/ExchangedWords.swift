import PlanText

/// Words that the document has elsewhere with two characters or two words exchanged: 護鈔運送 for 運鈔護送,
/// 機關提升創新作為 for 提升機關創新作為.
///
/// Any two words may change places (申請案件, 案件申請), so that these must go on alike.
struct ExchangedWords {
  /// Characters of the document, all in one stretch.
  typealias Place = Range<Int>

  /// The places of the usual words and of the rare ones.
  private(set) var found: [(usual: [Place], rare: [Place])] = []

  private let scalars: [Unicode.Scalar]

  /// What has its meaning from the words on either side: 甲及乙, 乙及甲.
  private static let joints: ScalarSet = "及與和或至到暨的之為是不比對"

  init(_ words: WordRuns) {
    let scalars = words.scalars
    self.scalars = scalars
    for orders in BothOrders(upTo: scalars.count - 2, { Self.ends(of: scalars, at: $0) }).found { judgeEnds(orders) }
    // The stretch of Chinese characters that was looked at last.
    var stretch = 0..<0
    let halves = BothOrders(upTo: scalars.count - 7) { index in
      if !stretch.contains(index) { stretch = index..<Self.endOfStretch(in: scalars, from: index) }
      return stretch.upperBound - index < 8 ? nil : Self.halves(of: scalars, at: index)
    }
    for orders in halves.found {
      judgeHalves(orders)
    }
  }

  // MARK: Two characters around a third

  private static func ends(of scalars: [Unicode.Scalar], at index: Int) -> BothOrders.Entry? {
    let (first, middle, last) = (scalars[index], scalars[index + 1], scalars[index + 2])
    guard first.isCommonHan, middle.isCommonHan, last.isCommonHan, first != last, first != middle, middle != last else {
      return nil
    }
    let (low, high) = (min(first.value, last.value), max(first.value, last.value))
    return (UInt64(low) << 42 | UInt64(middle.value) << 21 | UInt64(high), first < last)
  }

  /// The character behind, or before, must be the same too.
  private mutating func judgeEnds(_ orders: BothOrders.Orders) {
    let first = orders.forward[0]
    guard !scalars[first..<(first + 3)].contains(where: Self.joints.contains),
      !NameSlip.tellsApart(scalars[first], scalars[first + 2])
    else { return }
    for offset in [3, -1] {
      let shared = Set(orders.forward.map { neighbour(of: $0, offset) })
        .intersection(orders.backward.map { neighbour(of: $0, offset) })
      // 辦法辦理 and 辦理辦法 are two words each.
      guard let other = shared.filter({ $0.isCommonHan && $0 != scalars[first + 1] }).min(),
        !Self.joints.contains(other)
      else { continue }
      func places(_ starts: [Int]) -> [Place] {
        starts.filter { neighbour(of: $0, offset) == other }.map { ($0 + min(0, offset))..<($0 + max(3, offset + 1)) }
      }
      return add(places(orders.forward), places(orders.backward))
    }
  }

  private func neighbour(of start: Int, _ offset: Int) -> Unicode.Scalar {
    let place = start + offset
    return scalars.indices.contains(place) ? scalars[place] : WordRuns.separator
  }

  // MARK: Two words before the same four characters

  private static func endOfStretch(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    scalars[start...].firstIndex { !$0.isCommonHan } ?? scalars.count
  }

  /// Eight characters must be left at the index.
  private static func halves(of scalars: [Unicode.Scalar], at index: Int) -> BothOrders.Entry? {
    let (first, second) = (WordRuns.pair(scalars, index), WordRuns.pair(scalars, index + 2))
    guard first != second else { return nil }
    let tail = WordRuns.pair(scalars, index + 4) &* 0x9E37_79B9_7F4A_7C15 ^ WordRuns.pair(scalars, index + 6)
    let key = min(first, second) &* 0xD6E8_FEB8_6659_FD93 ^ max(first, second) &* 0xA076_1D64_78BD_642F ^ tail
    return (key, first < second)
  }

  private mutating func judgeHalves(_ orders: BothOrders.Orders) {
    let (first, other) = (orders.forward[0], orders.backward[0])
    // Other words may have the same key.
    func isSame(_ start: Int, as other: Int) -> Bool { scalars[start..<(start + 8)] == scalars[other..<(other + 8)] }
    guard scalars[first..<(first + 2)] == scalars[(other + 2)..<(other + 4)],
      scalars[(first + 2)..<(first + 4)] == scalars[other..<(other + 2)],
      scalars[(first + 4)..<(first + 8)] == scalars[(other + 4)..<(other + 8)],
      isWord(at: first), isWord(at: first + 2)
    else { return }
    add(
      orders.forward.filter { isSame($0, as: first) }.map { $0..<($0 + 8) },
      orders.backward.filter { isSame($0, as: other) }.map { $0..<($0 + 8) })
  }

  private func isWord(at index: Int) -> Bool {
    let vocabulary = Vocabulary.shared
    return vocabulary.use(
      ofCommon: vocabulary.number(of: scalars[index]), vocabulary.number(of: scalars[index + 1])
    ).isWord
  }

  /// Two ways that are both in use are two things.
  private mutating func add(_ some: [Place], _ others: [Place]) {
    let isRare = (some.count, others[0].lowerBound) < (others.count, some[0].lowerBound)
    let (rare, usual) = isRare ? (some, others) : (others, some)
    guard rare.count == 1 || usual.count >= 2 * rare.count else { return }
    found.append((usual, rare))
  }
}

/// Places at which the same two things stand in either order.
private struct BothOrders {
  /// A number for the two things, and in which order they stand; nil where nothing is looked at.
  typealias Entry = (key: UInt64, isForward: Bool)
  /// Where the same two things stand in each order.
  typealias Orders = (forward: [Int], backward: [Int])

  private(set) var found: [Orders] = []

  /// Of one key so many places are kept.
  private static let mostPlaces = 64

  init(upTo end: Int, _ entry: (Int) -> Entry?) {
    guard end > 0 else { return }
    // Two bits for each of eight or more slots for a place: few keys are in both orders, and only these are kept.
    var bits: [UInt64] = Array(repeating: 0, count: 4)
    while bits.count * 4 < end { bits = Array(repeating: 0, count: bits.count * 2) }
    let shift = UInt64(59 - bits.count.trailingZeroBitCount)
    func slot(_ key: UInt64) -> (word: Int, bit: UInt64) {
      let slot = numberHash(key) &>> shift
      return (Int(truncatingIfNeeded: slot &>> 5), 2 &* (slot & 31))
    }
    for index in 0..<end {
      guard let (key, isForward) = entry(index) else { continue }
      let (word, bit) = slot(key)
      bits[word] |= 1 &<< (isForward ? bit : bit &+ 1)
    }
    var orders = NumberTable<Orders>()
    for index in 0..<end {
      guard let (key, isForward) = entry(index) else { continue }
      let (word, bit) = slot(key)
      guard bits[word] &>> bit & 3 == 3 else { continue }
      add(index, isForward, to: &orders[key, default: ([], [])])
    }
    found = orders.values.filter { !$0.forward.isEmpty && !$0.backward.isEmpty }
  }

  private func add(_ index: Int, _ isForward: Bool, to orders: inout Orders) {
    if isForward {
      if orders.forward.count < Self.mostPlaces { orders.forward.append(index) }
    } else if orders.backward.count < Self.mostPlaces {
      orders.backward.append(index)
    }
  }
}
