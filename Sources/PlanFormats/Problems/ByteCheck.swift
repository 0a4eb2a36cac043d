import PlanText

/// What must hold of the bytes before anything is read.
enum ByteCheck {
  /// The largest file that is read at all, in bytes. The command line stops far earlier unless it is told otherwise.
  static let sizeLimit = 2048 * 1024 * 1024

  static func problem(in source: SourceText) -> Located<ReadProblem>? {
    let bytes = source.bytes
    if bytes.count > sizeLimit { return Located(.tooLarge(size: bytes.count, limit: sizeLimit), at: 0..<0) }
    if bytes.allSatisfy({ $0 <= Ascii.space }) || bytes.count == 3 && bytes == SourceText.byteOrderMark {
      return Located(.emptyFile, at: 0..<0)
    }
    let nul = bytes.firstIndex(upTo: 0, from: 0)
    if nul < bytes.count { return Located(.nulByte, at: nul..<(nul + 1)) }
    if let bad = UTF8Check.firstInvalid(in: bytes) { return Located(.notUTF8, at: bad..<min(bytes.count, bad + 1)) }
    return nil
  }
}
