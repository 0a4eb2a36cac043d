import PlanText

/// HTML: one file that needs no other, to be read in a browser and printed on A4 paper.
///
/// What the plan writes once for several rows is one cell, as in the official forms. Nothing in the file is active but
/// links, whatever the plan contains.
enum HTMLFormat: TextFormat {
  static let summary = LocalizedText(zh: "網頁，可用瀏覽器列印成 A4", en: "a web page that a browser can print on A4")

  static func text(_ parts: [ViewPart], title: String?, options: RenderOptions) -> String {
    var parts = parts[...]
    var main: [String] = []
    // A view that begins with the title of the plan has its heading already.
    var heading = TextView(title: named(title), level: 1)
    if case .text(let text)? = parts.first, text.level == 1, !text.title.isEmpty {
      heading = text
      parts = parts.dropFirst()
    }
    main.append("<h1\(page(of: .text(heading), before: parts.first))>\(HTMLText.escape(heading.title))</h1>")
    if !heading.body.isEmpty { main.append(MarkdownHTML.text(heading.body, below: 1)) }
    var level = 1
    var repeats = RepeatedTexts()
    for (part, next) in zip(parts, parts.dropFirst().map(Optional.some) + [nil]) {
      main.append(section(part, page(of: part, before: next), below: &level, &repeats, options))
    }
    let only = parts.count == 1 ? parts.first.map(self.title) : nil
    let pageTitle = [only, title].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "｜")
    return """
      <!DOCTYPE html>
      <html lang="zh-Hant">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escape(named(pageTitle)))</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <main>
      \(main.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  /// The class by which a part stands on a page across: a wide table, and a heading with nothing between it and such a
  /// table. Empty for others.
  private static func page(of part: ViewPart, before next: ViewPart?) -> String {
    let table =
      switch part {
      case .table(let table): table
      case .text(let text): text.body.isEmpty ? next?.table : nil
      }
    return table?.isWide ?? false ? " class=\"wide\"" : ""
  }

  private static func named(_ title: String?) -> String {
    guard let title, !title.unicodeScalars.allSatisfy(\.isWhiteSpace) else { return "計畫" }
    return title
  }

  private static func title(of part: ViewPart) -> String {
    switch part {
    case .table(let table): table.title
    case .text(let text): text.title
    }
  }

  /// A part; `level` is that of the last heading.
  private static func section(
    _ part: ViewPart, _ page: String, below level: inout Int, _ repeats: inout RepeatedTexts, _ options: RenderOptions
  ) -> String {
    switch part {
    case .table(let table):
      level = 2
      let closing = table.closing.map { "\n" + MarkdownHTML.text($0, below: 2) } ?? ""
      let tag = table.title.isEmpty ? "div" : "section"
      let pictures = table.picture.map { SVGFormat.figures(of: $0) } ?? ""
      return "<\(tag)\(page)>\n\(pictures)\(html(of: table, &repeats, options))\(closing)\n</\(tag)>"
    case .text(let text):
      let isNamed = !text.title.isEmpty
      if isNamed { level = max(2, min(text.level, level + 1)) }
      let heading = isNamed ? ["<h\(level)>\(HTMLText.escape(text.title))</h\(level)>"] : []
      let body = text.body.isEmpty ? [] : [MarkdownHTML.text(text.body, below: level)]
      // A section is what has a heading.
      let tag = isNamed ? "section" : "div"
      return (["<\(tag)\(page)>"] + heading + body + ["</\(tag)>"]).joined(separator: "\n")
    }
  }

  // MARK: Tables

  private static func html(
    of whole: TableView, _ repeats: inout RepeatedTexts, _ options: RenderOptions
  ) -> String {
    let spans = RowSpans(whole, repeatsLabels: options.repeatsLabels)
    let table = repeats.printed(whole) { spans.span(row: $0, column: $1) > 0 }
    let heading = table.title.isEmpty ? "" : "<h2>\(HTMLText.escape(table.title))</h2>"
    let intro = table.intro.map { "\n" + MarkdownHTML.text($0, below: 2, allowsTables: false) } ?? ""
    let widths = ColumnWidths(of: table, spans: spans)
    let columns = widths.percentages.map { "<col style=\"width: \($0)%\">" }.joined(separator: "\n")
    let header = table.columns.map { "<th scope=\"col\">\(HTMLText.escape($0.title))</th>" }.joined(separator: "\n")
    let bodies = spans.groups.map { group in
      "<tbody>\n\(group.map { row($0, of: table, spans: spans, widths: widths) }.joined())</tbody>\n"
    }
    return """
      <table>\(heading.isEmpty && intro.isEmpty ? "" : "\n<caption>\(heading)\(intro)</caption>")
      <colgroup>
      \(columns)
      </colgroup>
      <thead>
      <tr>
      \(header)
      </tr>
      </thead>
      \(bodies.isEmpty ? "<tbody></tbody>\n" : bodies.joined())</table>
      """
  }

  private static func row(_ row: Int, of table: TableView, spans: RowSpans, widths: ColumnWidths) -> String {
    let cells = table.columns.indices.filter { spans.span(row: row, column: $0) > 0 }.map { column -> String in
      let cell = table.rows[row][column]
      let span = spans.span(row: row, column: column)
      let rows = span > 1 ? " rowspan=\"\(span)\"" : ""
      let addition = cell.addition.isEmpty ? "" : "<span>\(HTMLText.escape(cell.addition))</span>"
      let isName = table.columns[column].isHierarchy
      let words = (isName ? MarkdownHTML.name(cell.text) : MarkdownHTML.cell(cell.text)) + addition
      guard isName, !words.isEmpty else { return "<td\(rows)>\(words)</td>" }
      // On paper the name comes again on each page over which the cell reaches.
      let name = span > 1 ? "<div><div><div>\(words)</div></div></div>" : words
      return "<th scope=\"\(column == 0 ? "rowgroup" : "row")\"\(rows)>\(name)</th>"
    }
    // A page would be half empty if such rows were not broken. To browsers a row with a cell for several rows is as
    // high as these.
    let isSpanning = spans.spans(row: row).contains { $0 > 1 }
    let isLong = widths.isLong(row, of: table, spans: spans)
    let classes = [isSpanning ? "spans" : nil, isLong ? "long" : nil].compactMap { $0 }.joined(separator: " ")
    let start = classes.isEmpty ? "<tr>" : "<tr class=\"\(classes)\">"
    return ([start] + cells + ["</tr>"]).map { $0 + "\n" }.joined()
  }
}
