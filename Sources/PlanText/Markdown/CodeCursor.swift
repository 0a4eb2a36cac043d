/// The code of a file, for those who walk through its bytes from the beginning to the end. It is looked for when it is
/// first asked for.
public struct CodeCursor: Sendable {
  private let source: SourceText?
  private var found: ArraySlice<CodeScanner.Stretch>?

  /// The code of a file in Markdown; of nil none.
  public init(_ source: SourceText?) { self.source = source }

  /// Where the code ends in which an offset is; nil outside of code. No offset may be smaller than the one before.
  public mutating func end(at offset: Int) -> Int? {
    var rest = found ?? source.map { CodeScanner.code(in: $0)[...] } ?? []
    // Nothing else may hold what is cut.
    found = nil
    while let first = rest.first, first.range.upperBound <= offset { rest.removeFirst() }
    found = rest
    return rest.first.flatMap { $0.range.contains(offset) ? $0.range.upperBound : nil }
  }
}
