/// Undoes deflate (RFC 1951).
package enum Inflate {
  /// Why a stream cannot be undone.
  package enum Fault: Error, Sendable {
    /// It ends before its last block does.
    case truncated
    /// It has what no compressor writes.
    case damaged
    /// It makes more bytes than were allowed.
    case tooLarge
  }

  /// The bytes that a deflated stream stands for, at most `limit` of them. What follows its last block is not looked at.
  package static func bytes(of deflated: ArraySlice<UInt8>, limit: Int) throws(Fault) -> [UInt8] {
    var fault: Fault?
    let bytes = deflated.withUnsafeBufferPointer { input in
      // No stream makes more than 1,032 bytes of one: a limit beyond that is no reason to ask for memory.
      [UInt8](unsafeUninitializedCapacity: min(max(0, limit), input.count.multipliedSaturating(by: 1032))) {
        room, count in
        var output = InflateOutput(room)
        do throws(Fault) {
          try undo(BitReader(input), into: &output)
        } catch let problem {
          fault = problem
        }
        count = output.count
      }
    }
    if let fault { throw fault }
    return bytes
  }

  private static func undo(_ input: BitReader, into output: inout InflateOutput) throws(Fault) {
    var input = input
    var isLast = false
    while !isLast {
      isLast = try input.number(of: 1) == 1
      switch try input.number(of: 2) {
      case 0:
        input.finishByte()
        let length = try input.number(of: 16)
        guard try input.number(of: 16) == ~length & 0xFFFF else { throw .damaged }
        try output.add(try input.wholeBytes(length))
      case 1:
        guard let codes = HuffmanCode.fixed else { throw .damaged }
        try block(&input, &output, codes.literals, codes.distances)
      case 2:
        let codes = try codes(&input)
        try block(&input, &output, codes.literals, codes.distances)
      default: throw .damaged
      }
    }
  }

  /// Literals and copies up to the end of a block.
  private static func block(
    _ input: inout BitReader, _ output: inout InflateOutput, _ literals: borrowing HuffmanCode,
    _ distances: borrowing HuffmanCode
  ) throws(Fault) {
    while true {
      let symbol = try input.symbol(literals)
      if symbol < 256 {
        try output.add(UInt8(truncatingIfNeeded: symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol < 286 else { throw .damaged }
      let length = Int(lengthBases[symbol - 257]) + (try input.number(of: Int(lengthBits[symbol - 257])))
      let far = try input.symbol(distances)
      guard far < 30 else { throw .damaged }
      let distance = Int(distanceBases[far]) + (try input.number(of: Int(distanceBits[far])))
      try output.copy(length, from: distance)
    }
  }

  /// The codes that a block begins with (RFC 1951, 3.2.7).
  private static func codes(
    _ input: inout BitReader
  ) throws(Fault) -> (literals: HuffmanCode, distances: HuffmanCode) {
    let literalCount = try input.number(of: 5) + 257
    let distanceCount = try input.number(of: 5) + 1
    let lengthCount = try input.number(of: 4) + 4
    guard literalCount <= 286 else { throw .damaged }
    var lengths = [UInt8](repeating: 0, count: 19)
    for place in lengthOrder.prefix(lengthCount) { lengths[place] = UInt8(try input.number(of: 3)) }
    guard let code = HuffmanCode(lengths: lengths[...]) else { throw .damaged }

    let count = literalCount + distanceCount
    lengths = []
    lengths.reserveCapacity(count)
    while lengths.count < count {
      let symbol = try input.symbol(code)
      var (length, repeats) = (UInt8(truncatingIfNeeded: symbol), 1)
      switch symbol {
      case 0...15: break
      case 16:
        guard let last = lengths.last else { throw .damaged }
        (length, repeats) = (last, try input.number(of: 2) + 3)
      case 17: (length, repeats) = (0, try input.number(of: 3) + 3)
      default: (length, repeats) = (0, try input.number(of: 7) + 11)
      }
      guard repeats <= count - lengths.count else { throw .damaged }
      for _ in 0..<repeats { lengths.append(length) }
    }
    // A block without an end is none.
    guard lengths[256] > 0, let literals = HuffmanCode(lengths: lengths[..<literalCount]),
      let distances = HuffmanCode(lengths: lengths[literalCount...])
    else { throw .damaged }
    return (literals, distances)
  }

  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBases: [UInt16] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits: [UInt8] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases: [UInt16] = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let distanceBits: [UInt8] = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
}

extension Int {
  /// The product, or the largest number there is.
  fileprivate func multipliedSaturating(by other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? .max : product
  }
}
