extension [UInt8] {
  /// The first byte from an index on that is at most `limit`, or the end. Control characters are rare: sixteen bytes
  /// are looked at in one step.
  package func firstIndex(upTo limit: UInt8, from start: Int) -> Int {
    firstIndex(from: start, vector: { $0 .<= SIMD16(repeating: limit) }, byte: { $0 <= limit })
  }

  /// The first byte from an index on that is one of two, or the end.
  package func firstIndex(of one: UInt8, or other: UInt8, from start: Int) -> Int {
    firstIndex(
      from: start,
      vector: { ($0 .== SIMD16(repeating: one)) .| ($0 .== SIMD16(repeating: other)) },
      byte: { $0 == one || $0 == other })
  }

  /// The first byte from an index on that is more than itself in a JSON string: a quotation mark, a backslash or a
  /// control character; or the end.
  package func firstIndexInString(from start: Int) -> Int {
    firstIndex(
      from: start,
      vector: {
        ($0 .== SIMD16(repeating: Ascii.quote)) .| ($0 .== SIMD16(repeating: Ascii.backslash))
          .| ($0 .< SIMD16(repeating: Ascii.space))
      },
      byte: { $0 == Ascii.quote || $0 == Ascii.backslash || $0 < Ascii.space })
  }

  @inline(__always)
  private func firstIndex(
    from start: Int, vector: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>, byte: (UInt8) -> Bool
  ) -> Int {
    withUnsafeBytes { bytes in
      var index = start
      while index + 16 <= bytes.count {
        if any(vector(bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))) { break }
        index += 16
      }
      while index < bytes.count, !byte(bytes[index]) { index += 1 }
      return index
    }
  }

  /// Whether a word of ASCII stands at an index.
  package func has(_ word: StaticString, at index: Int) -> Bool { has(word, at: index, to: count) }

  /// Whether a word of ASCII stands at an index, before an end.
  func has(_ word: StaticString, at index: Int, to end: Int) -> Bool {
    guard end - index >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for offset in 0..<word.count where self[index + offset] != word[offset] { return false }
      return true
    }
  }

  /// Where the line begins that an offset is on.
  package func startOfLine(at offset: Int) -> Int {
    var start = offset
    while start > 0, !Ascii.isBreak(self[start - 1]) { start -= 1 }
    return start
  }

  /// The first byte of a stretch that is no space and no tab, or its end.
  package func firstContent(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, Ascii.isBlank(self[index]) { index += 1 }
    return index
  }

  /// Whether a stretch has nothing but spaces and tabs.
  package func isBlank(_ range: Range<Int>) -> Bool { firstContent(in: range) >= range.upperBound }

  /// Where some bytes first stand, from the beginning or within a range.
  package func firstOffset(of word: [UInt8], in range: Range<Int>? = nil) -> Int? {
    withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
        let range = range ?? bytes.indices
        return UnsafeBufferPointer(rebasing: bytes[range]).firstOffset(of: word).map { range.lowerBound + $0 }
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where some bytes first stand.
  func firstOffset(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = word.first else { return 0 }
    guard count >= word.count else { return nil }
    for start in 0...(count - word.count) where self[start] == first {
      var matched = 1
      while matched < word.count, self[start + matched] == word[matched] { matched += 1 }
      if matched == word.count { return start }
    }
    return nil
  }
}
