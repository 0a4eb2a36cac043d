import PlanOffice
import PlanText

/// Reads a page as a document: paragraphs and tables as a browser shows them. Nothing is an error; words that stand
/// between the cells of a table stand before it.
struct HTMLReader {
  private var tokens: HTMLTokenizer
  var counter: OfficeCounter
  /// The blocks of the page, and of each cell that is open.
  private var frames: [[OfficeBlock]] = [[]]
  private var tables: [HTMLOpenTable] = []
  private var lists: [HTMLList] = []
  /// The paragraph that is open.
  private var words = HTMLWords()
  private var level: Int?
  private var start: Int?
  /// The number or bullet of the next paragraph.
  private var label: (text: String, isBullet: Bool)?
  private var preDepth = 0
  /// What is being read aside.
  private var aside: HTMLAside?
  private var code: [String: Int] = [:]
  private var isTooLarge = false
  /// How many tables are open that are read as words.
  private var ignoredTables = 0

  /// How deep tables may be inside each other; deeper ones are read as words of the cell that they are in.
  private static let depthLimit = 60

  init(_ bytes: [UInt8]) {
    tokens = HTMLTokenizer(bytes)
    counter = OfficeCounter(part: "", size: bytes.count)
  }

  mutating func read() throws(OfficeFault) -> OfficeDocument {
    while let token = tokens.next() {
      switch token {
      case .start(let tag): begin(HTMLTagView(tag))
      case .end(let name): end(name)
      case .text(let text): add(text)
      case .raw(let name, let text): take(raw: name, text)
      case .comment(let text): take(comment: text)
      }
    }
    endAside()
    while !tables.isEmpty { endTable() }
    flush()
    if isTooLarge { throw .tableTooLarge(limit: OfficeTable.placeLimit) }
    for (name, count) in code.sorted(by: { $0.key < $1.key }) {
      counter.leaveOut(.pageCode, "\(name)（\(count)）")
    }
    return OfficeDocument(blocks: frames[0], leftOut: counter.leftOut, pendingChanges: counter.pendingChanges)
  }

  // MARK: Words

  private mutating func add(_ text: String) {
    if aside != nil {
      aside?.words.add(text, keepsBreaks: false)
      return
    }
    if start == nil, !text.unicodeScalars.allSatisfy(\.showsNothing) { start = tokens.range.lowerBound }
    words.add(text, keepsBreaks: preDepth > 0)
  }

  private mutating func take(raw name: String, _ text: String) {
    switch name {
    case "title": counter.leaveOut(.pageTitle, text)
    case "textarea", "xmp", "noembed", "noframes": add(text)
    default: code[name, default: 0] += 1
    }
  }

  /// Word hides what other programs need in comments with conditions.
  private mutating func take(comment text: String) {
    if text.hasPrefix("[if") || text.hasSuffix("[endif]") {
      code["[if]", default: 0] += 1
    } else {
      counter.leaveOut(.pageComment, text)
    }
  }

  /// Ends the open paragraph.
  mutating func flush() {
    defer { (words, level, start) = (HTMLWords(), nil, nil) }
    let line = OfficeLine(text: words.text.trimmingWhiteSpace())
    // The number of an item stands before its first words.
    guard line.hasWords else { return }
    let content = (start ?? tokens.range.lowerBound)..<max(start ?? 0, tokens.range.lowerBound)
    let place = counter.place(content: content, hasWords: true)
    frames[frames.count - 1] += line.blocks(
      label: label?.text, isBullet: label?.isBullet ?? false, level: level, place: place)
    label = nil
  }

  // MARK: Tags

  private mutating func begin(_ tag: HTMLTagView) {
    if aside != nil, !HTMLBlocks.areParagraphs(tag.name) || aside?.isBlock == true {
      aside?.begin(tag)
      return
    }
    endAside()
    if let kind = HTMLAside.Kind(tag), !tag.tag.isVoid {
      if HTMLBlocks.areParagraphs(tag.name) { flush() }
      aside = HTMLAside(kind, name: tag.name)
      return
    }
    if HTMLBlocks.areParagraphs(tag.name) { flush() }
    switch tag.name {
    case "br": words.addBreak()
    case "img", "svg", "image":
      counter.leaveOut(.picture, tag["alt"] ?? "")
    case "object", "embed", "iframe", "video", "audio", "canvas": counter.leaveOut(.object)
    case "input" where tag["type"]?.lowercased() == "checkbox": add(tag["checked"] == nil ? "□" : "☑")
    case "input": add(tag["value"].map { tag["type"]?.lowercased() == "hidden" ? "" : $0 } ?? "")
    case "pre": preDepth += 1
    case "ins": counter.pendingChanges += 1
    case "h1", "h2", "h3", "h4", "h5", "h6":
      level = tag.isTitle ? 0 : tag.name.utf8.last.map { Int($0) - 0x30 }
    case "p" where tag.isTitle: level = 0
    case "ol", "ul", "menu", "dir":
      if lists.count < 1000 { lists.append(HTMLList(tag)) }
    case "li":
      if lists.isEmpty {
        label = ("•", true)
      } else {
        label = lists[lists.count - 1].label(value: tag.number("value", within: HTMLList.values))
      }
    default: beginPart(tag)
    }
  }

  private mutating func end(_ name: String) {
    if let open = aside {
      if open.isBlock || !HTMLBlocks.areParagraphs(name) {
        if aside?.ends(with: name) == true { endAside() }
        return
      }
      endAside()
    }
    if HTMLBlocks.areParagraphs(name) { flush() }
    switch name {
    case "pre": preDepth = max(0, preDepth - 1)
    case "ol", "ul", "menu", "dir": _ = lists.popLast()
    case "li": label = nil
    default: endPart(name)
    }
  }

  /// Ends what is read aside, and says or does what it means.
  private mutating func endAside() {
    guard let aside else { return }
    self.aside = nil
    let text = aside.words.text.trimmingWhiteSpace()
    switch aside.kind {
    case .mark:
      let isNumber = Label.read(at: text + "甲") != nil
      label = (isNumber ? text : "•", !isNumber)
    case .symbol(let font):
      let signs = text.unicodeScalars.map { scalar in
        SymbolFont.scalar(font: font, code: String(scalar.value, radix: 16)) ?? scalar
      }
      add(String(String.UnicodeScalarView(signs)))
    case .leftOut(let kind):
      if kind == .deletedText { counter.pendingChanges += 1 }
      counter.leaveOut(kind, text)
    }
  }

  // MARK: Tables

  private mutating func beginPart(_ tag: HTMLTagView) {
    if tag.name == "table" {
      if tables.count < Self.depthLimit {
        tables.append(HTMLOpenTable(number: counter.nextTable(), copies: counter.copiesLeft))
      } else {
        ignoredTables += 1
      }
    }
    guard ignoredTables == 0, let last = tables.indices.last else { return }
    switch tag.name {
    case "thead", "tbody", "tfoot":
      endRow()
      tables[last].isHead = tag.name == "thead"
    case "tr":
      endRow()
      tables[last].beginRow(isFlat: tag["height"] == "0")
    case "td", "th": beginCell(tag)
    default: break
    }
  }

  private mutating func endPart(_ name: String) {
    if ignoredTables > 0 {
      if name == "table" { ignoredTables -= 1 }
      return
    }
    guard let last = tables.indices.last else { return }
    switch name {
    case "table": endTable()
    case "thead", "tbody", "tfoot":
      endRow()
      tables[last].isHead = false
    case "tr": endRow()
    case "td", "th": endCell()
    default: break
    }
  }

  private mutating func endRow() {
    guard !tables.isEmpty else { return }
    endCell()
    tables[tables.count - 1].endRow()
  }

  private mutating func beginCell(_ tag: HTMLTagView) {
    guard let table = tables.last else { return }
    if table.isInCell { endCell() }
    if !table.isInRow { tables[tables.count - 1].beginRow(isFlat: false) }
    let place = tables[tables.count - 1].beginCell(tag, lists: lists.count)
    counter.enter(table: place.table, row: place.row, column: place.column)
    frames.append([])
  }

  private mutating func endCell() {
    guard let table = tables.last, table.isInCell else { return }
    flush()
    counter.leaveCell()
    // Lists that were not closed end with their cell.
    while lists.count > table.outerLists { _ = lists.popLast() }
    label = nil
    tables[tables.count - 1].endCell(frames.popLast() ?? [])
  }

  private mutating func endTable() {
    endRow()
    guard let table = tables.popLast() else { return }
    counter.copiesLeft = min(counter.copiesLeft, table.builder.copiesLeft)
    isTooLarge = isTooLarge || table.builder.isTooLarge
    for text in table.builder.covered { counter.leaveOut(.coveredText, text) }
    frames[frames.count - 1].append(.table(table.builder.table))
  }
}
