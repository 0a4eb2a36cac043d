/// Markdown as a tree of texts, for writing it in another format: without places in a file, and without comments.
package indirect enum MarkdownNode: Sendable {
  case heading(level: Int, text: String)
  /// Lines, with LF between them. Blanks at the end of a line are kept: two of them are a line break to Markdown.
  case paragraph(String)
  case list([MarkdownListItem])
  case table(header: [String], rows: [[String]])
  case quote([MarkdownNode])
  /// `---`, as written.
  case rule(String)
  /// Code, line by line, without its fences.
  case code(String)

  /// The tree of a text.
  package static func nodes(of text: String, headings: Bool) -> [MarkdownNode] {
    let reader = MarkdownNodeReader(tree: BlockTree(SourceText(name: "", text: text), headings: headings))
    return reader.nodes(reader.tree.top)
  }
}

/// One item of a list.
package struct MarkdownListItem: Sendable {
  /// The box or the printed number with the white space behind it, as written; empty where the item has a bullet only.
  package let label: String
  /// What stands in the item.
  package let content: [MarkdownNode]
}

/// Makes nodes of blocks.
private struct MarkdownNodeReader {
  let tree: BlockTree

  func nodes(_ blocks: BlockList) -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var items: [MarkdownListItem] = []
    func endList() {
      if !items.isEmpty { nodes.append(.list(items)) }
      items = []
    }
    for block in blocks {
      if block.kind == .item {
        let item = tree.item(block)
        if let read = self.item(item) {
          items.append(read)
          continue
        }
        endList()
        nodes.append(.paragraph(text(item.start.markerRange)))
        continue
      }
      endList()
      switch block.kind {
      case .heading:
        let heading = tree.heading(block)
        nodes.append(.heading(level: heading.level, text: text(heading.textRange)))
      // Nobody knows the pages that it would name.
      case .paragraph where ForeignMarkReader.isContents(tree.bytes[block.range]): break
      case .paragraph, .html: nodes.append(.paragraph(text(tree.lines(of: block), withoutIndentation: true)))
      case .quote: nodes.append(.quote(self.nodes(tree.inside(block))))
      case .table:
        let table = tree.table(block)
        nodes.append(.table(header: table.header.cells.map(\.string), rows: table.rows.map { $0.cells.map(\.string) }))
      case .rule: nodes.append(.rule(text(tree.lines(of: block), withoutIndentation: true)))
      case .code: nodes.append(.code(text(tree.code(block), withoutIndentation: false)))
      case .comment, .item, .text: break
      }
    }
    endList()
    return nodes
  }

  /// An item; nil for a bullet with nothing behind it, which is no item but a sign: the “-” of an empty cell.
  private func item(_ item: MarkdownItem) -> MarkdownListItem? {
    let first = item.firstLine
    let words = item.start.wordsStart
    if item.isBullet, words >= first.end, item.content.count == 1 { return nil }
    // Other bullets than Markdown's are kept: ➢ below ● may be another level.
    let start = item.start.isWordBullet ? item.start.markerRange.lowerBound : words
    let label = text(start..<max(start, first.start)).shownWords
    return MarkdownListItem(
      label: item.checkbox.map { $0 ? "☑ " : "□ " } ?? label, content: nodes(tree.inside(item)))
  }

  private func text(_ lines: ArraySlice<MarkdownLine>, withoutIndentation: Bool) -> String {
    lines.map { line in
      let start = withoutIndentation ? tree.bytes.firstContent(in: line.range) : line.start
      return text(start..<max(start, line.end))
    }.joined(separator: "\n")
  }

  private func text(_ range: SourceRange) -> String { String(decoding: tree.bytes[range], as: UTF8.self) }
}
