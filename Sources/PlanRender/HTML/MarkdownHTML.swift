import PlanText

/// Markdown of a plan as HTML, with nothing in it that is active but links.
///
/// Printed numbers are text and stay as they are: a browser that counted items itself would lose 一、 and (一).
struct MarkdownHTML {
  private let lineBreaks: InlineReading.LineBreaks
  /// Whether a table may stand here. In a caption none may.
  private let allowsTables: Bool
  /// The level of the last heading, below which no level may be left out.
  private var level: Int
  /// The level above which no heading may stand.
  private let topLevel: Int

  private init(_ lineBreaks: InlineReading.LineBreaks, allowsTables: Bool, below level: Int) {
    self.lineBreaks = lineBreaks
    self.allowsTables = allowsTables
    self.level = level
    topLevel = level
  }

  /// What stands in a cell. Words alone are no paragraph.
  static func cell(_ text: String) -> String {
    var writer = MarkdownHTML(.kept, allowsTables: true, below: 6)
    return writer.tight(MarkdownNode.nodes(of: text, headings: false))
  }

  /// The name of a level. Its number does not make it a list.
  static func name(_ text: String) -> String {
    text.isOneLine ? InlineHTML.html(text, lineBreaks: .kept) : cell(text)
  }

  /// Text below a heading of a level.
  static func text(_ text: String, below level: Int, allowsTables: Bool = true) -> String {
    var writer = MarkdownHTML(.markdown, allowsTables: allowsTables, below: level)
    return writer.blocks(MarkdownNode.nodes(of: text, headings: true))
  }

  /// The blocks, the first paragraph without its own tags.
  private mutating func tight(_ nodes: [MarkdownNode]) -> String {
    guard case .paragraph(let words)? = nodes.first else { return blocks(nodes) }
    let rest = blocks(Array(nodes.dropFirst()))
    return inline(words) + (rest.isEmpty ? "" : "\n" + rest)
  }

  private mutating func blocks(_ nodes: [MarkdownNode]) -> String {
    nodes.map { block($0) }.joined(separator: "\n")
  }

  private mutating func block(_ node: MarkdownNode) -> String {
    switch node {
    case .heading(let wanted, let text):
      level = min(max(wanted, topLevel + 1), level + 1, 6)
      return "<h\(level)>\(inline(text))</h\(level)>"
    case .paragraph(let words): return "<p>\(inline(words))</p>"
    case .list(let items): return "<ul>\n\(items.map { item($0) + "\n" }.joined())</ul>"
    case .table(let header, let rows):
      return allowsTables
        ? table(header, rows)
        : preformatted(([header] + rows).map { $0.joined(separator: "　") }.joined(separator: "\n"))
    case .quote(let nodes): return "<blockquote>\n\(blocks(nodes))\n</blockquote>"
    case .rule(let written): return lineBreaks == .kept ? "<p>\(HTMLText.escape(written))</p>" : "<hr>"
    case .code(let text): return preformatted(text)
    }
  }

  private mutating func item(_ item: MarkdownListItem) -> String {
    let content = tight(item.content)
    guard !item.label.isEmpty else { return "<li>\(content)</li>" }
    // The lines below the first begin under the words, not under the number.
    let width = min(DisplayWidth.of(item.label), 12)
    return "<li class=\"n\(width)\">\(HTMLText.escape(item.label))\(content)</li>"
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    func row(_ cells: [String], _ tag: String, _ attribute: String = "") -> String {
      let full = cells.prefix(header.count) + Array(repeating: "", count: max(0, header.count - cells.count))
      return "<tr>" + full.map { "<\(tag)\(attribute)>\(Self.cell($0))</\(tag)>" }.joined() + "</tr>\n"
    }
    let body = rows.map { row($0, "td") }.joined()
    return "<table>\n<thead>\n\(row(header, "th", " scope=\"col\""))</thead>\n<tbody>\n\(body)</tbody>\n</table>"
  }

  /// A line break behind the tag belongs to the tag.
  private func preformatted(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { HTMLText.escape($0) }
    return "<pre>\n\(lines.joined(separator: "\n"))</pre>"
  }

  private func inline(_ words: String) -> String { InlineHTML.html(words, lineBreaks: lineBreaks) }
}
