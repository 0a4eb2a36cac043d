import PlanText

extension OfficePages {
  /// The document of some parts. Text stands on portrait pages, tables on landscape ones with what belongs to them; a
  /// table with a title begins on a new page, as the attachments of a plan do.
  init(_ parts: [ViewPart], title: String?, options: RenderOptions) {
    let only = parts.count == 1 ? parts[0].title : nil
    let names = [only, title].compactMap { $0 }.filter { !$0.isEmpty }
    self.init(title: names.first ?? "")
    var level = 1
    var repeats = RepeatedTexts()
    for (number, part) in parts.enumerated() {
      switch part {
      case .text(let text):
        if number == 0, text.level == 1, !text.title.isEmpty {
          add(heading(text.title, level: 1, isCentered: true), on: .portrait)
          addBody(text.body, below: 1, on: .portrait)
          continue
        }
        if !text.title.isEmpty {
          level = max(2, min(text.level, level + 1))
          add(heading(text.title, level: level), on: .portrait)
        }
        addBody(text.body, below: level, on: .portrait)
      case .table(let table):
        level = 2
        add(table, &repeats, options)
      }
    }
    // A document ends with a paragraph, which must not need another page.
    if case .table? = sections.last?.blocks.last { sections[sections.count - 1].blocks.append(.paragraph(.gap)) }
  }

  private mutating func add(_ whole: TableView, _ repeats: inout RepeatedTexts, _ options: RenderOptions) {
    // A form of two columns, a name and what is to be written, is a page of text.
    let page = whole.isWide ? OfficePage.landscape : .portrait
    if !whole.title.isEmpty {
      if page == .landscape { sections.append(OfficeSection(page: page)) }
      add(heading(whole.title, level: 2, isCentered: true), on: page)
    }
    if let intro = whole.intro { addBody(intro, below: 2, on: page) }
    let table = OfficeTable(
      whole, repeatsLabels: options.repeatsLabels, width: page.textWidth, depth: 1, repeats: &repeats)
    add(.table(table), on: page)
    if let closing = whole.closing { addBody(closing, below: 2, on: page) }
  }

  private mutating func addBody(_ text: String, below level: Int, on page: OfficePage) {
    if text.isEmpty { return }
    for block in OfficeText.body(text, below: level, width: page.textWidth) { add(block, on: page) }
  }

  private mutating func add(_ block: OfficeBlock, on page: OfficePage) {
    if sections.last?.page != page { sections.append(OfficeSection(page: page)) }
    sections[sections.count - 1].blocks.append(block)
  }

  private func heading(_ title: String, level: Int, isCentered: Bool = false) -> OfficeBlock {
    OfficeText.plain(title, ParagraphStyle(kind: .heading(level), isCentered: isCentered))
  }
}

extension ViewPart {
  /// The heading; empty where there is none.
  var title: String {
    switch self {
    case .table(let table): table.title
    case .text(let text): text.title
    }
  }
}

extension OfficeTable {
  /// A table of a view in some room, inside so many tables. Long texts that come again and again are printed as
  /// ``RepeatedTexts`` has it.
  init(
    _ whole: TableView, isMarkdown: Bool = false, repeatsLabels: Bool, width: Int, depth: Int,
    repeats: inout RepeatedTexts
  ) {
    let spans = RowSpans(whole, repeatsLabels: repeatsLabels)
    let table = repeats.printed(whole) { spans.span(row: $0, column: $1) > 0 }
    self.init(table, spans, isMarkdown: isMarkdown, width: width, depth: depth)
  }

  /// A table inside a text, whose headings may be Markdown.
  init(_ table: TableView, isMarkdown: Bool, repeatsLabels: Bool, width: Int, depth: Int) {
    self.init(
      table, RowSpans(table, repeatsLabels: repeatsLabels), isMarkdown: isMarkdown, width: width, depth: depth)
  }

  /// Between the border of a cell and its words on each side, in twentieths of a point.
  static let padding = 57

  private init(_ table: TableView, _ spans: RowSpans, isMarkdown: Bool, width: Int, depth: Int) {
    let layout = ColumnWidths(of: table, spans: spans, on: OfficeFont.paper(of: width))
    let widths = layout.widths(of: width)
    self.widths = widths
    header = zip(table.columns, widths).map { column, width in
      let style = ParagraphStyle(kind: .columnTitle)
      let runs =
        isMarkdown
        ? OfficeRun.runs(of: column.title, lineBreaks: .kept)
        : [OfficeRun(text: column.title)].filter { !$0.text.isEmpty }
      return OfficeCell(blocks: [.paragraph(OfficeParagraph(style: style, runs: runs))])
    }
    rows = table.rows.indices.map { row in
      let cells = table.columns.indices.map { column in
        let cell = table.rows[row][column]
        let span = spans.span(row: row, column: column)
        guard span > 0 else { return OfficeCell(span: 0, blocks: []) }
        return OfficeCell(
          span: span,
          blocks: OfficeText.cell(
            cell.text, addition: cell.addition, isName: table.columns[column].isHierarchy,
            width: widths[column] - 2 * Self.padding, depth: depth))
      }
      let isJoined = spans.spans(row: row).contains { $0 != 1 }
      return OfficeRow(
        cells: cells, leastLines: Self.leastLines(of: row, in: table, spans, layout),
        isBreakable: isJoined || layout.isLong(row, of: table, spans: spans))
    }
  }

  /// A cell of more lines is spread over its rows, and does not make the first of them higher.
  private static let highestLabel = 4

  private static func leastLines(
    of row: Int, in table: TableView, _ spans: RowSpans, _ layout: ColumnWidths
  ) -> Int {
    var (label, others) = (0, 1)
    for column in table.columns.indices {
      let span = spans.span(row: row, column: column)
      if span > 1 { label = max(label, layout.lines(of: table.rows[row][column], in: column)) }
      if span == 1 { others = max(others, layout.lines(of: table.rows[row][column], in: column)) }
    }
    return label > others ? min(label, highestLabel) : 0
  }
}
