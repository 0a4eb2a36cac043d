import PlanText

/// The stretches of a JSON file's strings in which a byte of the file is a byte of the text.
struct JSONStrings {
  /// In order; none is empty.
  private let stretches: [Range<Int>]

  /// Looks through a file whose syntax is right.
  init(_ bytes: [UInt8]) {
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    var stretches: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == quote else {
        index += 1
        continue
      }
      index += 1
      var start = index
      while index < bytes.count, bytes[index] != quote {
        guard bytes[index] == backslash else {
          index += 1
          continue
        }
        if start < index { stretches.append(start..<index) }
        // `\uXXXX` is six bytes, any other escape two.
        index += index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "u") ? 6 : 2
        start = index
      }
      if start < index { stretches.append(start..<min(index, bytes.count)) }
      index += 1
    }
    self.stretches = stretches
  }

  /// Whether a range lies inside one stretch.
  func isPlain(_ range: Range<Int>) -> Bool {
    let behind = stretches.halvingIndex { $0.lowerBound > range.lowerBound }
    return behind > 0 && range.upperBound <= stretches[behind - 1].upperBound
  }
}
