import PlanText

/// Words of which one is enough, one behind the other in the form of ``SearchedText``.
///
/// A checklist has thousands of them and they are made for each run, so no word is an object of its own.
struct WordList: Sendable {
  fileprivate struct Word: Sendable {
    let start: Int32
    let length: Int32
    /// The first two characters, as ``PairFilter`` takes them.
    let pair: UInt64
    /// Whether it says itself that something is done away with, which is the answer here: 取消用印.
    let refuses: Bool
  }

  private let bytes: [UInt8]
  private var words: [Word] = []

  /// The words of a list in the form of ``SearchedText``, with 、 between them.
  init(_ list: ArraySlice<UInt8>) {
    bytes = Array(list)
    // Most words have two or three characters.
    words.reserveCapacity(list.count / 9 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var (start, index) = (0, 0)
      func close() {
        guard start < index else { return }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
        words.append(
          Word(
            start: Int32(start), length: Int32(word.count), pair: PairFilter.firstPair(of: word),
            refuses: Refusal.doesAway(word)))
      }
      while index < bytes.count {
        let next = min(index + PairFilter.width(of: bytes[index]), bytes.count)
        // 、 is E3 80 81.
        if next - index == 3, bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x81 {
          close()
          start = next
        }
        index = next
      }
      close()
    }
  }

  init(_ words: [String]) { self.init(SearchedText.bytes(words.joined(separator: "、"))[...]) }

  /// The first two characters of a word, as ``PairFilter`` takes them, and its length in bytes. It tells words of two
  /// characters from all others; longer ones that begin alike may share it.
  struct Shape: Hashable {
    let pair: UInt64
    let length: Int32

    init(_ word: String) {
      let bytes = SearchedText.bytes(word)
      pair = bytes.withUnsafeBufferPointer(PairFilter.firstPair)
      length = Int32(bytes.count)
    }

    fileprivate init(_ word: Word) {
      pair = word.pair
      length = word.length
    }
  }

  /// Whether a word has a shape.
  func has(_ shape: Shape) -> Bool { words.contains { Shape($0) == shape } }

  /// The list without the words of some shapes. Their bytes stay, which the list shares with this one.
  func without(_ shapes: Set<Shape>) -> WordList {
    var list = self
    if !shapes.isEmpty { list.words.removeAll { shapes.contains(Shape($0)) } }
    return list
  }

  /// Does something with the shape of each word.
  func forEachShape(_ body: (Shape) -> Void) { for word in words { body(Shape(word)) } }

  /// The first two characters of the words of at least so many bytes.
  func forEachPair(leastLength: Int = 0, _ body: (UInt64) -> Void) {
    for word in words where word.length >= leastLength { body(word.pair) }
  }

  /// The clauses of a text in which its words stand and are not refused, and how many of them do. Only words of at least
  /// so many bytes count.
  func match(_ text: SearchedText, leastLength: Int = 0, isRefusalIgnored: Bool = false) -> BoxWords.Match {
    var match = BoxWords.Match()
    bytes.withUnsafeBufferPointer { bytes in
      for word in words where word.length >= leastLength && text.pairs.mayHave(word.pair) {
        let places = UnsafeBufferPointer(rebasing: bytes[Int(word.start)..<Int(word.start + word.length)])
        let clauses = text.clauses(having: places, refuses: word.refuses || isRefusalIgnored)
        if clauses.isEmpty { continue }
        match.clauses.formUnion(clauses)
        match.words += 1
      }
    }
    return match
  }

  /// Whether a word stands somewhere in a text, refused or not.
  func stands(in text: SearchedText) -> Bool { match(text, isRefusalIgnored: true).words > 0 }
}
