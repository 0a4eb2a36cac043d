/// A number for each window of some tokens, made in one pass.
struct WindowHashes {
  private let hashes: [UInt64]

  init(_ values: ArraySlice<UInt32>, length: Int) {
    guard values.count >= length else {
      hashes = []
      return
    }
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    let power = (1..<length).reduce(into: UInt64(1)) { power, _ in power = power &* base }
    var hashes: [UInt64] = []
    var hash: UInt64 = 0
    hashes.reserveCapacity(values.count - length + 1)
    for (index, value) in values.enumerated() {
      if index >= length { hash = hash &- UInt64(values[values.startIndex + index - length]) &* power }
      hash = hash &* base &+ UInt64(value)
      if index >= length - 1 { hashes.append(hash) }
    }
    self.hashes = hashes
  }

  var count: Int { hashes.count }

  subscript(index: Int) -> UInt64 { hashes[index] }
}

/// A stretch of tokens that may stand elsewhere too.
struct TokenWindow {
  let start: Int
  let hash: UInt64

  /// The windows of a text all of whose shingles stand somewhere else as well; no other can be repeated.
  static func repeated(in tokens: Tokens, length: Int, _ shingles: RepeatFilter) -> [TokenWindow] {
    var windows: [TokenWindow] = []
    var (index, run) = (0, 0)
    tokens.forEachShingle { shingle in
      run = shingles.mayRepeat(shingle) ? run + 1 : 0
      index += 1
      // The shingles of a window are two fewer than its tokens.
      guard run >= length - 2 else { return }
      let start = index - (length - 2)
      let hash = tokens.values[start..<(start + length)].reduce(0) { ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15 }
      windows.append(TokenWindow(start: start, hash: hash))
    }
    return windows
  }
}
