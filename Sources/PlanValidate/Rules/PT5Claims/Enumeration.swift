import PlanText

/// Things named one after the other: 「甲」、「乙」及「丙」, or 甲案、乙案及丙案.
struct Enumeration {
  /// How many things are named at least and at most: in 甲、乙及丙 the 及 may stand inside a name.
  let count: ClosedRange<Int>
  /// Whether it is plain what the things are: each of them is quoted, or all end with the same character
  /// (甲派出所、乙派出所).
  let isClear: Bool
  /// Whether it hardly begins in the middle, as 失竊、遺失 does in 派出所、分駐所受理失竊、遺失: the names are clear, many, or
  /// as long as each other but for the first, which what is said of all of them may stand before.
  let isWhole: Bool
  /// Whether only the reading in which a 及 in the middle begins another list gives fewer: 「甲」及「乙」、「丙」 may
  /// be 甲, and the two others.
  let restAfterConjunction: Int?
  /// Whether the things are numbered: 第一、第二分局 may have 3項 together.
  let isOfOrdinals: Bool
  /// Where it stands among the characters.
  let range: Range<Int>

  /// Whether there are enough names for a list of all: two are often examples.
  var isList: Bool { isClear || count.upperBound > 2 }

  /// Whether another number is one or two off.
  func isNear(_ number: Int) -> Bool {
    !count.contains(number) && (count.lowerBound - 2...count.upperBound + 2).contains(number)
  }

  /// The words that join the last name to the others.
  private static let conjunctions = ["以及", "及", "與", "和", "暨"]

  /// The characters of the longest list that is counted. Without an end, many counts behind one long list would each
  /// look through all of it.
  static let longest = 4000

  // MARK: Before a place

  /// The enumeration that ends just before a place.
  init?(in dense: DenseText, before end: Int) {
    var end = end
    // 簿冊甲及簿冊乙(如附件4)等2項: a remark in parentheses is no name.
    if let open = Self.openingParenthesis(in: dense, before: end) {
      guard !dense.scalars[open..<end].contains("、") else { return nil }
      end = open
    }
    if let quoted = Self.quoted(in: dense, before: end) {
      self = quoted
      return
    }
    var start = end
    var depth = 0
    while start > 0 {
      let scalar = dense.scalars[start - 1]
      if "」』)》】".unicodeScalars.contains(scalar) {
        depth += 1
      } else if "「『(《【".unicodeScalars.contains(scalar) {
        guard depth > 0 else { break }
        depth -= 1
      } else if depth == 0, "。;:,!?".unicodeScalars.contains(scalar) {
        break
      }
      start -= 1
      guard end - start <= Self.longest else { return nil }
    }
    self.init(in: dense, names: start..<end)
  }

  /// Names without quotation marks, separated by 、. What is no plain list of names is none: 第一、二期 and 106、107年.
  init?(in dense: DenseText, names range: Range<Int>) {
    let segments = Self.segments(of: range, in: dense)
    if let count = Self.ordinalCount(segments.map { dense.scalars($0) }) {
      self.init(count: count...count, isOfOrdinals: true, range: range)
      return
    }
    guard segments.count > 1, Self.areNames(segments.map { dense.scalars($0) }) else { return nil }
    let conjunctions = segments.map { Self.conjunctions(in: dense, $0) }
    let most = segments.count + conjunctions.reduce(0) { $0 + $1.count }
    let ending = Self.commonEnding(of: segments.map { dense.scalars($0) })
    // Between 南門商圈 and 北門商圈 no 及 is a part of a name.
    let sure = ending.map { ending in
      conjunctions.joined().count { place in dense.scalars(range.lowerBound..<place).suffix(2).elementsEqual(ending) }
    }
    let least = segments.count + (sure ?? 0)
    let isQuoted = segments.allSatisfy {
      dense.scalars[$0.lowerBound] == "「" && dense.scalars[$0.upperBound - 1] == "」"
    }
    let last = segments.map { dense.scalars[$0.upperBound - 1] }
    let isClear = isQuoted || (least > 2 && Set(last).count == 1)
    let isEven = least > 2 && Set(segments.dropFirst().map(\.count)).count == 1
    self.init(count: least...most, isClear: isClear, isWhole: isClear || isEven || least > 4, range: range)
  }

  // MARK: Months

  /// Months one after the other, as the times of an event: 3月、6月、9月及12月.
  init?(in dense: DenseText, months range: Range<Int>) {
    let parts = dense.scalars(range).split { "、,及與和".unicodeScalars.contains($0) }
    let areMonths = parts.allSatisfy { part in
      let month = part.dropFirst(part.lastIndex(of: "年").map { $0 + 1 - part.startIndex } ?? 0)
      let number = month.prefix(while: Numeral.isNumeral)
      return !number.isEmpty && ["月", "月底", "月中", "月初", "月份"].contains(String(scalars: month[number.endIndex...]))
    }
    guard parts.count > 1, areMonths else { return nil }
    self.init(count: parts.count...parts.count, range: range)
  }

  private init(
    count: ClosedRange<Int>, isClear: Bool = true, isWhole: Bool = true, restAfterConjunction: Int? = nil,
    isOfOrdinals: Bool = false, range: Range<Int>
  ) {
    self.count = count
    self.isClear = isClear
    self.isWhole = isWhole
    self.restAfterConjunction = restAfterConjunction
    self.isOfOrdinals = isOfOrdinals
    self.range = range
  }

  // MARK: Quoted names

  /// 「甲」、「乙」及「丙」 just before a place: at least two, and nothing between them but what joins them.
  private static func quoted(in dense: DenseText, before end: Int) -> Enumeration? {
    var index = end
    var count = 0
    var rest: Int?
    while let open = openingQuote(in: dense, before: index) {
      count += 1
      index = open
      var next = index
      if next > 0, dense.scalars[next - 1] == "、" { next -= 1 }
      if let word = conjunctions.first(where: { dense.has($0, before: next) }) {
        next -= word.unicodeScalars.count
        // Behind 及 the last name stands; in the middle it may join two lists.
        if count > 1, rest == nil { rest = count }
      }
      if let parenthesis = openingParenthesis(in: dense, before: next),
        openingQuote(in: dense, before: parenthesis) != nil
      {
        next = parenthesis
      }
      guard next < index, openingQuote(in: dense, before: next) != nil else {
        // Another name without quotation marks stands before: 甲、「乙」.
        if next < index, dense.scalars[index - 1] == "、" { return nil }
        break
      }
      index = next
    }
    guard count > 1 else { return nil }
    return Enumeration(count: count...count, restAfterConjunction: rest, range: index..<end)
  }

  private static func openingQuote(in dense: DenseText, before end: Int) -> Int? {
    opening(of: "「", "」", in: dense, before: end)
  }

  private static func openingParenthesis(in dense: DenseText, before end: Int) -> Int? {
    opening(of: "(", ")", in: dense, before: end)
  }

  private static func opening(
    of open: Unicode.Scalar, _ close: Unicode.Scalar, in dense: DenseText, before end: Int
  ) -> Int? {
    guard end > 0, dense.scalars[end - 1] == close else { return nil }
    var depth = 0
    for index in stride(from: end - 1, through: max(0, end - 200), by: -1) {
      if dense.scalars[index] == close { depth += 1 }
      if dense.scalars[index] == open {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  // MARK: Names

  /// The parts between 、 that stand in no parentheses or quotation marks.
  private static func segments(of range: Range<Int>, in dense: DenseText) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      let scalar = dense.scalars[index]
      if "「『(《【".unicodeScalars.contains(scalar) { depth += 1 }
      if "」』)》】".unicodeScalars.contains(scalar) { depth -= 1 }
      guard depth == 0, scalar == "、" else { continue }
      segments.append(start..<index)
      start = index + 1
    }
    segments.append(start..<range.upperBound)
    return segments
  }

  /// Where a segment has 及 between two words.
  private static func conjunctions(in dense: DenseText, _ segment: Range<Int>) -> [Int] {
    var places: [Int] = []
    var depth = 0
    for index in segment {
      let scalar = dense.scalars[index]
      if "「『(《【".unicodeScalars.contains(scalar) { depth += 1 }
      if "」』)》】".unicodeScalars.contains(scalar) { depth -= 1 }
      guard depth == 0, index > segment.lowerBound, index + 1 < segment.upperBound else { continue }
      if "及與和暨".unicodeScalars.contains(scalar) { places.append(index) }
    }
    return places
  }

  /// The two characters with which all of some names end, if there are two such: 商圈.
  private static func commonEnding(of names: [ArraySlice<Unicode.Scalar>]) -> ArraySlice<Unicode.Scalar>? {
    let ending = names[0].suffix(2)
    let isCommon = names.allSatisfy { $0.count > 2 && $0.suffix(2).elementsEqual(ending) }
    return isCommon && ending.allSatisfy(\.isCommonHan) ? ending : nil
  }

  /// Whether all of some segments can be names: words, or characters between a first and a last word (備有中、英、日、韓文).
  private static func areNames(_ segments: [ArraySlice<Unicode.Scalar>]) -> Bool {
    if segments.allSatisfy(isName) { return true }
    let (single, last) = (segments.dropFirst().dropLast(), segments[segments.count - 1])
    return !single.isEmpty && last.count < 5 && single.allSatisfy { $0.count == 1 }
      && (segments[0].suffix(1) + single.joined() + last).allSatisfy { $0.isCommonHan && !Numeral.isNumeral($0) }
  }

  /// How many there are of 第一類、第2類及第3類; nil where anything else is among them, as in 第一、二期.
  private static func ordinalCount(_ segments: [ArraySlice<Unicode.Scalar>]) -> Int? {
    var names = segments.flatMap { $0.split { "及與和暨".unicodeScalars.contains($0) } }
    // What they all are of stands before the first.
    guard names.count > 1, let start = names[0].lastIndex(of: "第") else { return nil }
    names[0] = names[0][start...]
    let areOrdinals = names.allSatisfy { name in
      let number = name.dropFirst().prefix(while: Numeral.isNumeral)
      return name.first == "第" && !number.isEmpty && !name[number.endIndex...].contains { Numeral.digit($0) != nil }
    }
    return areOrdinals ? names.count : nil
  }

  /// Whether a segment can be a name: more than a character or a number.
  private static func isName(_ segment: ArraySlice<Unicode.Scalar>) -> Bool {
    // 戶政5項、地政3項 are summed, not counted.
    guard segment.count > 1, let first = segment.first, !segment.contains(where: { Numeral.digit($0) != nil }) else {
      return false
    }
    if segment.allSatisfy(Numeral.isNumeral) { return false }
    return first != "第" || !segment.dropFirst().prefix(1).allSatisfy(Numeral.isNumeral)
  }
}
