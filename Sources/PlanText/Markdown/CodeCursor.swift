/// The code of a file, for those who walk through its bytes from the beginning to the end. It is looked for when it is
/// first asked for.
package struct CodeCursor: Sendable {
  private let tree: BlockTree?
  private var found: ArraySlice<MarkdownCode>?

  /// The code of a file in Markdown; of nil none.
  package init(_ tree: BlockTree?) { self.tree = tree }

  /// Where the code ends in which an offset is; nil outside of code. No offset may be smaller than the one before.
  package mutating func end(at offset: Int) -> Int? {
    var rest = found ?? tree?.code[...] ?? []
    // Nothing else may hold what is cut.
    found = nil
    while let first = rest.first, first.range.upperBound <= offset { rest.removeFirst() }
    found = rest
    return rest.first.flatMap { $0.range.contains(offset) ? $0.range.upperBound : nil }
  }
}
