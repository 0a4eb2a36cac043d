/// Words of three and four characters.
///
/// Only a mark of each is kept, so that one in eight other rows of characters passes for a word too.
extension Vocabulary {
  func isWord(_ first: UInt16, _ second: UInt16, _ third: UInt16) -> Bool {
    let (low, high) = (min(first, second, third), max(first, second, third))
    guard low > 0, high < Self.clauseStart else { return false }
    return longWords.mayHave(mixed(third, behind: mixed(second, behind: mixed(first, behind: 3))))
  }

  func isWord(_ first: UInt16, _ second: UInt16, _ third: UInt16, _ fourth: UInt16) -> Bool {
    let (low, high) = (min(first, second, third, fourth), max(first, second, third, fourth))
    guard low > 0, high < Self.clauseStart else { return false }
    let half = mixed(second, behind: mixed(first, behind: 4))
    return longWords.mayHave(mixed(fourth, behind: mixed(third, behind: half)))
  }

  /// Whether three or four characters of a row, over a place in it, are a word, with some number at that place.
  func isInLongWord(_ numbers: [UInt16], at index: Int, as number: UInt16) -> Bool {
    guard number > 0, number < Self.clauseStart else { return false }
    /// The number so far from the place; 0 outside the row.
    func at(_ distance: Int) -> UInt16 {
      let place = index + distance
      return place >= 0 && place < numbers.count ? numbers[place] : 0
    }
    let (before, after) = (at(-1), at(1))
    let (second, next) = (at(-2), at(2))
    if isWord(second, before, number) || isWord(before, number, after) || isWord(number, after, next) { return true }
    return isWord(at(-3), second, before, number) || isWord(second, before, number, after)
      || isWord(before, number, after, next) || isWord(number, after, next, at(3))
  }

  /// The character that three in a row are short of: behind the first, or behind the second of them. Nil where they are no
  /// frequent row of four with one lost; one in 256 others passes for one too.
  func lost(from first: UInt16, _ second: UInt16, _ third: UInt16) -> (number: UInt16, isBehindSecond: Bool)? {
    let (low, high) = (min(first, second, third), max(first, second, third))
    guard low > 0, high < Self.clauseStart else { return nil }
    let row = UInt64(first) &<< 24 | UInt64(second) &<< 12 | UInt64(third)
    let key = UInt32(truncatingIfNeeded: (row &* 0x9E37_79B9_7F4A_7C15) &>> 32)
    guard let value = lostFromRows.value(of: key), value < 1 &<< 13 else { return nil }
    let number = UInt16(truncatingIfNeeded: value & 0xFFF)
    return number > 0 && number < Self.clauseStart ? (number, value &>> 12 == 1) : nil
  }

  @inline(__always) private func mixed(_ number: UInt16, behind hash: UInt32) -> UInt32 {
    KeyFilter.mixed(hash &* 4096 &+ UInt32(number))
  }
}
