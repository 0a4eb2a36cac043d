/// Puts a ``PlanText`` together from stretches of a file.
struct PlanTextBuilder {
  private var bytes: [UInt8] = []
  private var stretches: [PlanText.Stretch] = []
  private var lower: Int?
  private var upper = 0

  /// Whether nothing was added yet.
  var isEmpty: Bool { bytes.isEmpty }

  /// Adds the bytes of the file at `range`, as they are.
  mutating func append(_ range: SourceRange, of source: [UInt8]) {
    mark(range)
    bytes.append(contentsOf: source[range])
  }

  /// Adds bytes that stand in the file differently: an escape, or nothing at all.
  mutating func append(_ replacement: [UInt8], for range: SourceRange) {
    mark(range)
    bytes.append(contentsOf: replacement)
  }

  /// The text, white space at both ends removed.
  func build() -> PlanText { buildUntrimmed().trimmed }

  /// The text with the white space at its ends, which JSON strings keep.
  func buildUntrimmed() -> PlanText {
    let lower = lower ?? 0
    return PlanText(
      String(decoding: bytes, as: UTF8.self), range: lower..<max(lower, upper), stretches: Array(stretches.dropFirst()))
  }

  private mutating func mark(_ range: SourceRange) {
    if lower == nil { lower = range.lowerBound }
    // Two appends that touch in both texts are one stretch.
    let continues =
      stretches.last.map { $0.source + bytes.count - $0.text == range.lowerBound && upper == range.lowerBound } ?? false
    if !continues { stretches.append(.init(text: bytes.count, source: range.lowerBound)) }
    upper = max(upper, range.upperBound)
  }
}
