// Searching by bytes. Words of plans are compared as they are encoded; the standard library's searches go by grapheme
// clusters, which costs twenty times as much on Chinese text.
extension String {
  /// Whether a word stands in the text, byte for byte.
  public func has(_ word: String) -> Bool {
    var (text, word) = (self, word)
    return text.withUTF8 { text in word.withUTF8 { text.firstOffset(of: $0) } } != nil
  }

  /// Whether a character of ASCII stands in the text.
  package func has(ascii scalar: Unicode.Scalar) -> Bool {
    let byte = UInt8(ascii: scalar)
    return utf8.withContiguousStorageIfAvailable { $0.has(byte) } ?? utf8.contains(byte)
  }

  /// Whether a text is the same, byte for byte.
  public func isWritten(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    var (text, other) = (self, other)
    return text.withUTF8 { text in
      other.withUTF8 { other in
        for index in text.indices where text[index] != other[index] { return false }
        return true
      }
    }
  }

  /// Whether a text begins with a word, byte for byte.
  public func begins(with word: String) -> Bool {
    utf8.count >= word.utf8.count && zip(utf8, word.utf8).allSatisfy { $0 == $1 }
  }

  /// Whether a text ends with a word, byte for byte.
  public func ends(with word: String) -> Bool {
    utf8.count >= word.utf8.count && zip(utf8.reversed(), word.utf8.reversed()).allSatisfy { $0 == $1 }
  }

  /// The number of Unicode scalars. Counting the bytes that begin one takes a fraction of what walking through them
  /// does.
  public var scalarCount: Int {
    utf8.withContiguousStorageIfAvailable { $0.count - $0.continuationCount } ?? unicodeScalars.count
  }

  /// Whether there is no LF in the text.
  public var isOneLine: Bool { !has(ascii: "\n") }

  /// The lines of a text, split at LF.
  package var lines: [String] { lineSlices.map(String.init) }

  /// The lines of a text, split at LF, empty ones included.
  public var lineSlices: [Substring] {
    // Most texts of a plan are one line.
    if isOneLine { return [self[...]] }
    var slices: [Substring] = []
    var start = startIndex
    while let end = utf8[start...].firstIndex(of: Ascii.lineFeed) {
      slices.append(self[start..<end])
      start = utf8.index(after: end)
    }
    slices.append(self[start...])
    return slices
  }
}

extension StringProtocol {
  /// Where a word first stands in the text, byte for byte.
  public func place(of word: String) -> Range<Index>? {
    var word = word
    let offset = word.withUTF8 { word in
      utf8.withContiguousStorageIfAvailable { $0.firstOffset(of: word) } ?? Array(utf8).firstOffset(of: Array(word))
    }
    guard let offset else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: word.utf8.count)
  }
}
