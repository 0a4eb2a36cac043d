// Searching by bytes. Words of plans are compared as they are encoded; the standard library's searches go by grapheme clusters, which costs
// twenty times as much on Chinese text.
extension String {
  /// Whether a word stands in the text, byte for byte.
  public func has(_ word: String) -> Bool {
    var (text, word) = (self, word)
    return text.withUTF8 { text in
      word.withUTF8 { word in
        guard let first = word.first else { return true }
        guard text.count >= word.count else { return false }
        for start in 0...(text.count - word.count) where text[start] == first {
          var matched = 1
          while matched < word.count, text[start + matched] == word[matched] { matched += 1 }
          if matched == word.count { return true }
        }
        return false
      }
    }
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

  /// The number of Unicode scalars. Counting the bytes that begin one takes a fraction of what walking through them does.
  public var scalarCount: Int {
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.reduce(0) { UTF8.isContinuation($1) ? $0 : $0 + 1 }
    } ?? unicodeScalars.count
  }

  /// Whether there is no LF in the text.
  public var isOneLine: Bool { !(utf8.withContiguousStorageIfAvailable { $0.contains(Ascii.lineFeed) } ?? true) }

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
