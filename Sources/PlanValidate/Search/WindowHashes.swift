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
}

/// The windows of a text that may stand elsewhere too. A text that repeats another has dozens of them in a row, so only
/// where such rows begin and end is kept.
struct RepeatedWindows {
  private let values: [UInt32]
  private let length: Int
  /// The places at which windows begin.
  private var starts: [Range<UInt32>] = []

  /// The windows all of whose shingles stand somewhere else as well; no other can be repeated.
  init(in tokens: Tokens, length: Int, _ shingles: RepeatFilter) {
    values = tokens.values
    self.length = length
    // The shingles of a window are two fewer than its tokens.
    let shortest = length - 2
    var (index, run) = (0, 0)
    tokens.forEachShingle { shingle in
      if shingles.mayRepeat(shingle) {
        run += 1
      } else {
        if run >= shortest { starts.append(UInt32(index - run)..<UInt32(index - shortest + 1)) }
        run = 0
      }
      index += 1
    }
    if run >= shortest { starts.append(UInt32(index - run)..<UInt32(index - shortest + 1)) }
  }

  var count: Int { starts.reduce(0) { $0 + $1.count } }

  /// All of them, in order, made anew each time.
  var all: [TokenWindow] {
    starts.flatMap { run in
      let first = Int(run.lowerBound)
      let hashes = WindowHashes(values[first..<(first + run.count + length - 1)], length: length)
      return (0..<hashes.count).map { TokenWindow(start: first + $0, hash: hashes[$0]) }
    }
  }
}
