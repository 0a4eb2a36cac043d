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
    let source = SourceText(name: "", text: text)
    let reader = MarkdownNodeReader(parser: MarkdownParser(source: source.bytes))
    return reader.nodes(reader.parser.blocks(of: source, headings: headings), depth: 0)
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
  let parser: MarkdownParser

  func nodes(_ blocks: [MarkdownBlock], depth: Int) -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var items: [MarkdownListItem] = []
    func endList() {
      if !items.isEmpty { nodes.append(.list(items)) }
      items = []
    }
    for block in blocks {
      if case .item(let item) = block {
        if let read = self.item(item, depth: depth) {
          items.append(read)
          continue
        }
        endList()
        nodes.append(.paragraph(text(item.start.markerRange)))
        continue
      }
      endList()
      switch block {
      case .heading(let heading): nodes.append(.heading(level: heading.level, text: heading.text.string))
      case .paragraph(let lines): nodes.append(.paragraph(text(lines.lines, withoutIndentation: true)))
      case .quote(let lines): nodes.append(.quote(content(lines.lines, depth: depth)))
      case .table(let table):
        nodes.append(.table(header: table.header.cells.map(\.string), rows: table.rows.map { $0.cells.map(\.string) }))
      case .rule(let lines): nodes.append(.rule(text(lines.lines, withoutIndentation: true)))
      case .html(let lines): nodes.append(.paragraph(text(lines.lines, withoutIndentation: true)))
      case .code(let code): nodes.append(.code(text(code.content, withoutIndentation: false)))
      case .comment, .item: break
      }
    }
    endList()
    return nodes
  }

  /// An item; nil for a bullet with nothing behind it, which is no item but a sign: the “-” of an empty cell.
  private func item(_ item: MarkdownItem, depth: Int) -> MarkdownListItem? {
    let first = item.firstLine
    let words = item.start.wordsStart
    if item.isBullet, words >= first.end, item.lines.count == 1 { return nil }
    let label = text(words..<max(words, first.start))
    return MarkdownListItem(
      label: item.checkbox.map { $0 ? "☑ " : "□ " } ?? label,
      content: content(item.content(in: parser.source)[...], depth: depth))
  }

  private func content(_ lines: ArraySlice<MarkdownLine>, depth: Int) -> [MarkdownNode] {
    if depth >= MarkdownParser.deepest { return [.paragraph(text(lines, withoutIndentation: true))] }
    return nodes(parser.blocks(in: lines, headings: false), depth: depth + 1)
  }

  private func text(_ lines: ArraySlice<MarkdownLine>, withoutIndentation: Bool) -> String {
    lines.map { line in
      let start = withoutIndentation ? parser.source.firstContent(in: line.range) : line.start
      return text(start..<max(start, line.end))
    }.joined(separator: "\n")
  }

  private func text(_ range: SourceRange) -> String { String(decoding: parser.source[range], as: UTF8.self) }
}
