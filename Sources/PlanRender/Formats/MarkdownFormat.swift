import PlanModel

/// GitHub-flavoured Markdown: a heading and a pipe table, which plantool reads back as it was.
enum MarkdownFormat: ViewFormat {
  static let summary = LocalizedText(
    zh: "Markdown 表格，可再讀回計畫", en: "Markdown tables, which can be read back into a plan")

  static func text(_ parts: [ViewPart], title: String?, options: RenderOptions) -> String {
    parts.flatMap(blocks).map { $0 + "\n" }.joined(separator: "\n")
  }

  private static func blocks(of part: ViewPart) -> [String] {
    switch part {
    case .table(let table):
      [heading(table.title, level: 2), table.intro].compactMap { $0 } + pipeTables(table)
        + (table.closing.map { [$0] } ?? [])
    case .text(let text):
      [text.title.isEmpty ? "" : heading(text.title, level: text.level), text.body].filter { !$0.isEmpty }
    }
  }

  private static func heading(_ title: String, level: Int) -> String {
    String(repeating: "#", count: level) + " " + title.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Cells are padded to the widest of their column, but not beyond this: a column of long texts would be mostly blanks.
  private static let widestPadding = 40

  /// The table, usually as one. An empty hierarchy cell means the name above it, so a row without a name where the row above has one
  /// begins another table.
  private static func pipeTables(_ table: TableView) -> [String] {
    let depth = table.columns.prefix(while: \.isHierarchy).count
    var parts: [[[String]]] = [[]]
    var previous: [TableView.Cell] = []
    for row in table.rows {
      var repeated = zip(row, previous).prefix(depth).prefix { $0 == $1 }.count
      if !previous.isEmpty, repeated < depth, row[repeated].text.isEmpty {
        parts.append([])
        repeated = 0
      }
      let cells = row.map { TableCell.escape($0.text + $0.addition) }
      parts[parts.count - 1].append(Array(repeatElement("", count: repeated)) + cells.dropFirst(repeated))
      previous = row
    }
    let header = table.columns.map { TableCell.escape($0.title) }
    let widths = header.indices.map { column in
      ([header] + parts.joined()).map { DisplayWidth.of($0[column]) }.filter { $0 <= widestPadding }.max().map {
        max(3, $0)
      } ?? 3
    }
    let head = [
      line(header, widths: widths), line(widths.map { String(repeating: "-", count: $0) }, widths: widths),
    ]
    return parts.map { rows in (head + rows.map { line($0, widths: widths) }).joined(separator: "\n") }
  }

  private static func line(_ cells: [String], widths: [Int]) -> String {
    zip(cells, widths).reduce("|") { line, cell in
      let (text, width) = cell
      return line + " " + text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + " |"
    }
  }
}
