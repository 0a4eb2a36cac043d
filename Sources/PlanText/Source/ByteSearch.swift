/// Whether any lane of a mask is set. The function of the standard library takes the least of the lanes, one by one.
@inline(__always)
private func isAny(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
  let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  return halves[0] | halves[1] != 0
}

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
        if isAny(vector(bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))) { break }
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
  @inlinable package func firstContent(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, Ascii.isBlank(self[index]) { index += 1 }
    return index
  }

  /// Whether a stretch has nothing but spaces and tabs.
  @inlinable package func isBlank(_ range: Range<Int>) -> Bool { firstContent(in: range) >= range.upperBound }

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
  /// How many bytes of UTF-8 are not the first of a scalar. Eight are looked at in one step.
  var continuationCount: Int {
    let bytes = UnsafeRawBufferPointer(self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var (index, count) = (0, 0)
    while index + 8 <= self.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The upper bit and not the one below it.
      let marks = (word &>> 7) & ~(word &>> 6) & ones
      count += Int(truncatingIfNeeded: (marks &* ones) &>> 56)
      index += 8
    }
    while index < self.count {
      if UTF8.isContinuation(self[index]) { count += 1 }
      index += 1
    }
    return count
  }

  /// Whether a byte stands anywhere.
  func has(_ byte: UInt8) -> Bool {
    let bytes = UnsafeRawBufferPointer(self)
    var index = 0
    while index + 16 <= count {
      if isAny(bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== SIMD16(repeating: byte)) {
        return true
      }
      index += 16
    }
    return self[index...].contains(byte)
  }

  /// Where some bytes first stand.
  ///
  /// Sixteen places are looked at in one step, by two bytes of the word: the first of a Chinese character alone is in
  /// every third place of a text.
  package func firstOffset(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = word.first else { return 0 }
    let last = count - word.count
    guard last >= 0 else { return nil }
    let further = Swift.min(word.count - 1, 2)
    let (one, other) = (SIMD16(repeating: first), SIMD16(repeating: word[further]))
    let bytes = UnsafeRawBufferPointer(self)
    var start = 0
    while start <= last, start + further + 16 <= count {
      let hits =
        (bytes.loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self) .== one)
        .& (bytes.loadUnaligned(fromByteOffset: start + further, as: SIMD16<UInt8>.self) .== other)
      if isAny(hits) {
        for place in start..<(start + 16) where hits[place - start] && place <= last && has(word, at: place) {
          return place
        }
      }
      start += 16
    }
    while start <= last {
      if has(word, at: start) { return start }
      start += 1
    }
    return nil
  }

  private func has(_ word: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for offset in word.indices where self[start + offset] != word[offset] { return false }
    return true
  }
}
