import PlanText

/// Markdown of a plan as paragraphs and tables of a document.
///
/// Printed numbers are text and stay as they are: a word processor that counted items itself would lose 一、 and (一).
/// Items with nothing but a bullet are items to it too.
struct OfficeText {
  /// The style of paragraphs: of the body, or of cells.
  private let kind: ParagraphStyle.Kind
  private let lineBreaks: InlineReading.LineBreaks
  /// The room for text, in twentieths of a point.
  private let width: Int
  /// How many tables this stands in.
  private let depth: Int
  /// The level of the last heading, below which no level may be left out.
  private var level: Int
  private let topLevel: Int
  private var blocks: [OfficeBlock] = []

  private init(
    _ kind: ParagraphStyle.Kind, _ lineBreaks: InlineReading.LineBreaks, width: Int, depth: Int, below level: Int
  ) {
    self.kind = kind
    self.lineBreaks = lineBreaks
    self.width = width
    self.depth = depth
    self.level = level
    topLevel = level
  }

  /// Text below a heading of a level, on a page with some room.
  static func body(_ text: String, below level: Int, width: Int) -> [OfficeBlock] {
    var writer = OfficeText(.body, .markdown, width: width, depth: 0, below: level)
    writer.add(MarkdownNode.nodes(of: text, headings: true), .init())
    return writer.blocks
  }

  /// What stands in a cell of some width inside so many tables; at least one paragraph, the last of them at the end.
  /// `addition` follows the last words.
  static func cell(_ text: String, addition: String = "", isName: Bool = false, width: Int, depth: Int = 1)
    -> [OfficeBlock]
  {
    var writer = OfficeText(.cell, .kept, width: width, depth: depth, below: 6)
    if isName, text.isOneLine {
      // The number of a name does not make it a list.
      writer.addParagraph(text, .init())
    } else {
      writer.add(MarkdownNode.nodes(of: text, headings: false), .init())
    }
    if !addition.isEmpty { writer.append(addition) }
    if case .paragraph? = writer.blocks.last { return writer.blocks }
    return writer.blocks + [.paragraph(OfficeParagraph(style: ParagraphStyle(kind: .cell), runs: []))]
  }

  /// Words that are not Markdown, as one paragraph on one line.
  static func plain(_ text: String, _ style: ParagraphStyle) -> OfficeBlock {
    let words = text.lineSlices.joined(separator: " ")
    return .paragraph(OfficeParagraph(style: style, runs: words.isEmpty ? [] : [OfficeRun(text: words)]))
  }

  // MARK: Blocks

  /// Where a block stands in lists and quotes.
  private struct Place {
    var indent = 0
    /// How many lists it stands in.
    var lists = 0
    /// What the next paragraph begins with: the number of its item and its width, or a bullet.
    var label = ""
    var hanging = 0
    var hasBullet = false

    /// Whether the next paragraph is the first of an item.
    var isLabelled: Bool { !label.isEmpty || hasBullet }

    /// Goes on behind the first paragraph of an item.
    mutating func endLabel() {
      label = ""
      hanging = 0
      hasBullet = false
    }
  }

  private mutating func add(_ nodes: [MarkdownNode], _ place: Place) {
    var place = place
    for node in nodes {
      add(node, place)
      place.endLabel()
    }
    // An item without words is its number.
    if nodes.isEmpty, place.isLabelled { addParagraph("", place) }
  }

  private mutating func add(_ node: MarkdownNode, _ place: Place) {
    switch node {
    case .paragraph(let words): addParagraph(words, place)
    case .heading(let wanted, let text):
      level = min(max(wanted, topLevel + 1), level + 1, 6)
      addParagraph(text, place, kind: .heading(level))
    case .list(let items):
      var place = place
      // A list that is the first thing in an item: the item has a line of its own.
      if place.isLabelled { addParagraph("", place) }
      place.endLabel()
      for item in items { add(item, place) }
    case .quote(let nodes): add(nodes, moved(place, by: 2))
    case .rule(let written):
      if lineBreaks == .kept {
        addPlain(written, place)
      } else {
        blocks.append(.paragraph(OfficeParagraph(style: ParagraphStyle(kind: kind, isRuled: true), runs: [])))
      }
    case .code(let text): addPlain(text, place, marks: .code)
    case .table(let header, let rows):
      if depth < 2 {
        if place.isLabelled { addParagraph("", place) }
        addTable(header, rows)
      } else {
        addPlain(([header] + rows).map { $0.joined(separator: "　") }.joined(separator: "\n"), place)
      }
    }
  }

  private mutating func add(_ item: MarkdownListItem, _ outer: Place) {
    let width = item.label.isEmpty ? 2 : min(DisplayWidth.of(item.label), 12)
    var place = moved(outer, by: width)
    place.hanging = place.indent - outer.indent
    place.label = item.label
    place.hasBullet = item.label.isEmpty
    place.lists = outer.lists + 1
    add(item.content, place)
  }

  /// A place so many half-width characters further to the right. A column must have room left for words.
  private func moved(_ place: Place, by characters: Int) -> Place {
    var place = place
    place.indent = min(place.indent + characters * OfficeFont.halfWidth(of: kind), width / 3)
    return place
  }

  private mutating func addParagraph(_ words: String, _ place: Place, kind other: ParagraphStyle.Kind? = nil) {
    var runs = OfficeRun.runs(of: words, lineBreaks: lineBreaks)
    if !place.label.isEmpty { runs.insert(OfficeRun(text: place.label), at: 0) }
    blocks.append(.paragraph(OfficeParagraph(style: style(place, other ?? kind), runs: runs)))
  }

  private mutating func addPlain(_ text: String, _ place: Place, marks: OfficeRun.Marks = []) {
    let runs = [OfficeRun(text: place.label), OfficeRun(text: text, marks: marks)].filter { !$0.text.isEmpty }
    blocks.append(.paragraph(OfficeParagraph(style: style(place, kind), runs: runs)))
  }

  /// As deep as Word's lists are.
  private static let deepestList = 9

  private func style(_ place: Place, _ kind: ParagraphStyle.Kind) -> ParagraphStyle {
    ParagraphStyle(
      kind: kind, indent: place.indent, hanging: place.hanging,
      bullet: place.hasBullet ? min(place.lists, Self.deepestList) - 1 : nil)
  }

  /// Adds words to the last paragraph, if there is one at the end.
  private mutating func append(_ words: String) {
    if case .paragraph(var paragraph)? = blocks.last {
      paragraph.runs.append(OfficeRun(text: words))
      blocks[blocks.count - 1] = .paragraph(paragraph)
    } else {
      blocks.append(Self.plain(words, ParagraphStyle(kind: kind)))
    }
  }

  private mutating func addTable(_ header: [String], _ rows: [[String]]) {
    let full = rows.map { $0.prefix(header.count) + Array(repeating: "", count: max(0, header.count - $0.count)) }
    let table = TableView(
      title: "", columns: header.map { .init($0) }, rows: full.map { $0.map { .init($0) } })
    blocks.append(.table(OfficeTable(table, isMarkdown: true, repeatsLabels: false, width: width, depth: depth + 1)))
  }
}

extension OfficeRun {
  /// The runs of some words.
  static func runs(of text: String, lineBreaks: InlineReading.LineBreaks) -> [OfficeRun] {
    var runs: [OfficeRun] = []
    var marks: Marks = []
    var link: String?
    func add(_ text: String, _ further: Marks = []) {
      let all = marks.union(further)
      if let last = runs.last, last.marks == all, last.link == link {
        runs[runs.count - 1].text += text
      } else {
        runs.append(OfficeRun(text: text, marks: all, link: link))
      }
    }
    for part in InlineReading.parts(of: text, lineBreaks: lineBreaks) {
      switch part {
      case .text(let words): add(words)
      case .code(let code): add(code, .code)
      case .lineBreak: add("\n")
      case .footnote(let name): add("[\(name)]", .raised)
      case .begin(.bold): marks.insert(.bold)
      case .end(.bold): marks.remove(.bold)
      case .begin(.underline): marks.insert(.underline)
      case .end(.underline): marks.remove(.underline)
      case .begin(.link(let address)): link = address
      case .end(.link): link = nil
      }
    }
    return runs
  }
}
