import PlanModel
import PlanText

/// Makes the text of a plan of a document: what stands where in a plan file is told from the words alone.
struct DraftPlan {
  private(set) var text = DraftText()
  private(set) var report = ImportReport()
  private(set) var places: [DocumentPlaces.Place] = []
  private var placeNumbers: [DocumentPlaces.Place: Int] = [:]
  /// The section that is being written.
  private(set) var section = ""
  /// Whether the heading of the section stands in its first table.
  private(set) var hasTitleInTable = false
  /// Whether names of persons are left out.
  let blanksNames: Bool

  /// The checklist that it answers, where somebody said it; it is told from the names in the tables otherwise.
  private let checklist: String?

  init(_ document: OfficeDocument, blanksNames: Bool = false, checklist: String? = nil) {
    self.blanksNames = blanksNames
    self.checklist = checklist
    let draft = DraftBlocks(document)
    let outline = DraftOutline(draft.blocks)
    report.joinedTables = draft.joinedTables
    report.pendingChanges = document.pendingChanges
    report.leftOut = (document.leftOut + draft.leftOut).map { ($0.kind.rawValue, $0.text) }
    if let form = ProposalForm(draft.blocks) {
      write(form)
    } else {
      writeHead(outline, draft.blocks)
      for section in outline.sections { write(section) }
    }
    text.endFile()
  }

  var documentPlaces: DocumentPlaces { DocumentPlaces(text.stretches, places: places) }

  /// Notes what some blocks became.
  mutating func note(_ kind: ImportReport.Entry.Kind, _ words: String, count: Int = 1) {
    report.entries.append(ImportReport.Entry(kind: kind, text: words, count: count))
  }

  /// Begins a section under the name by which people find it.
  mutating func enter(_ section: String) { self.section = section }

  mutating func noteDivided() { report.dividedCells += 1 }
  mutating func noteInnerTable() { report.innerTables += 1 }
  mutating func leaveOut(_ kind: String, _ words: String) { report.leftOut.append((kind, words)) }

  // MARK: Words with their places

  /// The number of a place, under which the words of a paragraph are written.
  mutating func place(of paragraph: OfficeParagraph, cell: DocumentPlaces.Place.Cell? = nil) -> Int {
    let place = DocumentPlaces.Place(
      part: paragraph.place.part, paragraph: paragraph.place.paragraph, content: paragraph.place.content,
      section: section, cell: cell, line: paragraph.place.line, sheet: paragraph.place.sheet)
    if let number = placeNumbers[place] { return number }
    places.append(place)
    placeNumbers[place] = places.count - 1
    return places.count - 1
  }

  /// Adds words as they come, with where they come from.
  mutating func add(_ words: String, from place: Int) { text.add(words, from: place) }
  mutating func add(_ mark: String) { text.add(mark) }
  mutating func endBlock() { text.endBlock() }
  mutating func endLine() { text.endLine() }

  /// Writes a paragraph where no list may stand. One with a number would begin a list, and is kept as a comment.
  mutating func writeBeside(_ paragraph: OfficeParagraph) {
    if paragraph.writtenLabel == nil { writePlain(paragraph) } else { writeComment(paragraph) }
  }

  /// Writes a paragraph that is no item of a list.
  mutating func writePlain(_ paragraph: OfficeParagraph) {
    let place = place(of: paragraph)
    for (index, line) in paragraph.plainLines.enumerated() {
      if index > 0 { endLine() }
      add(MarkdownEscape.lineStart(line), from: place)
    }
    endBlock()
  }

  // MARK: Head

  private mutating func writeHead(_ outline: DraftOutline, _ blocks: [OfficeBlock]) {
    let paragraphs = outline.head.compactMap { block -> OfficeParagraph? in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }
    let title = DraftTitle(in: paragraphs)
    if let title {
      add("# ")
      add(MarkdownEscape.words(title.text), from: place(of: paragraphs[title.lines.lowerBound]))
      endBlock()
      note(.title, title.text, count: title.lines.count)
    }
    var rest = paragraphs
    if let title { rest.removeSubrange(title.lines) }
    let stated = rest.compactMap(StatedField.init)
    rest.removeAll { StatedField($0) != nil }
    if checklist == nil, !stated.contains(where: { $0.field == .checklist }) {
      let year = stated.first { $0.field == .year }?.words ?? title?.year
      report.checklist = ChecklistFit(LevelNames(blocks).keys, year: year)
    }
    for field in FieldName.ofPlan {
      let own = stated.first { $0.field == field }
      if field == .checklist, let checklist {
        if let own { leaveOut("other", own.paragraph.shown.oneLine) }
        writeField(field, checklist, nil)
      } else if let own {
        writeField(field, own.words, own.paragraph)
      } else if let title, let words = field == .agency ? title.agency : field == .year ? title.year : nil {
        writeField(field, words, paragraphs[title.lines.lowerBound])
      } else if field == .period, let (words, paragraph) = DraftPeriod.find(in: outline.sections) {
        writeField(field, words, paragraph)
      } else if field == .checklist, let identifier = report.checklist?.certain {
        writeField(field, identifier, nil)
      }
    }
    endBlock()
    if !rest.isEmpty { note(.head, rest.map(\.shown.oneLine).joined(separator: " "), count: rest.count) }
    for paragraph in rest { writeBeside(paragraph) }
    let tables = outline.head.filter(\.isTable)
    if !tables.isEmpty {
      // A plan has no table before its first section.
      writeHeading(DraftSection(title: "附表", isAttachment: true))
      writeText(tables, heading: "附表")
    }
  }

  /// Writes a field with what a paragraph says, or with what none does.
  private mutating func writeField(_ name: FieldName, _ words: String, _ paragraph: OfficeParagraph?) {
    add("- \(name.name)：")
    if let paragraph { add(words, from: place(of: paragraph)) } else { add(words) }
    endLine()
    note(.field, "\(name.name)：\(words)")
  }

  // MARK: Sections

  private mutating func write(_ section: DraftSection) {
    self.section = section.name
    hasTitleInTable = section.hasTitleInTable
    writeHeading(section)
    let body = section.body
    if section.lacksTable {
      // Its words would be taken for rows.
      add("- \(FieldName.tableKind.name)：\(SectionKind.narrative.title)")
      endBlock()
      report.unreadTables.append(section.title)
    }
    switch DraftTableKind.kind(of: body, in: section) {
    case .measures: writeMeasures(body, of: section)
    case .checklist: writeChecklist(body, heading: section.title)
    case .inspectionLog: writeLog(body, heading: section.title)
    case .rows(let kind): writeRows(body, heading: section.title, kind: kind)
    case .text: writeText(body, heading: section.title)
    }
    endBlock()
  }

  private mutating func writeHeading(_ section: DraftSection) {
    add("## ")
    if let first = section.heading.first {
      add(MarkdownEscape.words(section.title), from: place(of: first))
    } else {
      add(section.title)
    }
    endBlock()
  }
}

extension DraftText {
  /// Ends the file with one line break.
  mutating func endFile() {
    endBlock()
    trimLastBreak()
  }
}

extension OfficeParagraph {
  /// The lines of the paragraph, its number before the first, without white space at their ends and with blanks for
  /// tabs.
  var plainLines: [String] {
    let shown = shown
    // Most paragraphs are one line.
    let lines = shown.isOneLine ? [shown[...]] : shown.lineSlices
    return lines.compactMap { line in
      let words = String(line)
      let plain = (words.has(ascii: "\t") ? words.withBlanksForTabs : words).trimmingWhiteSpace()
      return plain.isEmpty ? nil : plain
    }
  }
}

extension String {
  fileprivate var withBlanksForTabs: String {
    unicodeScalars.split(separator: "\t").map { String($0) }.joined(separator: "　")
  }
}
