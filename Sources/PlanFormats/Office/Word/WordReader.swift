import PlanOffice

/// Reads the body of a Word document (`word/document.xml`, ISO/IEC 29500-1, 17): paragraphs and tables as they are
/// shown once all changes are accepted.
struct WordReader {
  var xml: XMLReader
  var counter: OfficeCounter
  private let styles: WordStyles
  private var numbering: WordNumbering
  /// What footnotes and endnotes say, by `footnote 1`.
  var notes: [String: String]
  /// Inside the instruction of a field, whose words are no text: one for each field that is open.
  var fields: [Bool] = []
  private var fault: OfficeFault?

  init(
    _ bytes: [UInt8], part: String, styles: WordStyles, numbering: WordNumbering, notes: [String: String]
  ) throws(XMLFault) {
    xml = try XMLReader(bytes, namespaces: .openXML)
    counter = OfficeCounter(part: part, size: bytes.count)
    (self.styles, self.numbering, self.notes) = (styles, numbering, notes)
  }

  /// Whether a value of a switch means on (ST_OnOff).
  static func isOn(_ value: String) -> Bool { !["0", "false", "off"].contains(value) }

  /// The blocks of the whole part.
  mutating func read() throws(OfficeFault) -> [OfficeBlock] {
    var blocks: [OfficeBlock] = []
    do throws(XMLFault) {
      while let event = try xml.next() {
        if case .start(let name) = event { blocks += try block(name) }
      }
    } catch {
      throw .xml(error, part: counter.part)
    }
    if let fault { throw fault }
    return blocks
  }

  /// The blocks in the element that has just begun, to its end.
  mutating func blocks() throws(XMLFault) -> [OfficeBlock] {
    var blocks: [OfficeBlock] = []
    let depth = xml.depth
    while let event = try xml.next() {
      if case .start(let name) = event { blocks += try block(name) }
      if case .end = event, xml.depth < depth { break }
    }
    return blocks
  }

  /// What an element among blocks holds.
  private mutating func block(_ name: String) throws(XMLFault) -> [OfficeBlock] {
    switch name {
    case "w:p": return try paragraph()
    case "w:tbl": return try table()
    case "w:sdtPr", "w:sdtEndPr", "w:sectPr", "w:tcPr", "w:customXmlPr", "mc:Fallback": try xml.skipElement()
    case "w:del", "w:moveFrom": try leaveOutElement(.deletedText)
    // Wrappers: what they hold counts.
    default: break
    }
    return []
  }

  /// Leaves out the element that has just begun, with its words.
  mutating func leaveOutElement(_ kind: LeftOut.Kind) throws(XMLFault) {
    let outer = xml.depth - 1
    var text = ""
    var isText = false
    while xml.depth > outer, let event = try xml.next() {
      switch event {
      case .start(let name): isText = name == "w:t" || name == "w:delText"
      case .end(let name):
        isText = false
        if name == "w:p" { text += "\n" }
      case .text(let words): if isText { text += words }
      }
    }
    counter.leaveOut(kind, text)
  }

  // MARK: Paragraphs

  private mutating func paragraph() throws(XMLFault) -> [OfficeBlock] {
    let depth = xml.depth
    var content = xml.range.upperBound..<xml.range.upperBound
    var line = OfficeLine()
    var own = WordParagraphProperties()
    while let event = try xml.next() {
      switch event {
      case .start("w:pPr"):
        own = try Self.properties(&xml)
        content = xml.range.upperBound..<xml.range.upperBound
      case .start(let name): try inline(name, &line)
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    content = content.lowerBound..<max(content.lowerBound, xml.range.lowerBound)
    if styles.isContents(own) {
      counter.leaveOut(.contents, line.text)
      return line.boxes
    }
    let all = styles.resolved(own)
    var label: (label: String, isBullet: Bool)?
    if let list = all.list, list != "0" { label = numbering.next(list: list, level: all.listLevel ?? 0) }
    let outline = all.outline.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
    return line.blocks(
      label: label?.label, isBullet: label?.isBullet ?? false, level: styles.isTitle(own) ? 0 : outline,
      place: counter.place(content: content, hasWords: line.hasWords || label?.isBullet == false))
  }

  /// What `w:pPr`, which has just begun, says.
  static func properties(_ xml: inout XMLReader) throws(XMLFault) -> WordParagraphProperties {
    var own = WordParagraphProperties()
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("w:pStyle"): own.style = try xml.attribute("w:val")
      case .start("w:numId"): own.list = try xml.attribute("w:val")
      case .start("w:ilvl"): own.listLevel = try xml.attribute("w:val").flatMap { Int($0) }
      case .start("w:outlineLvl"): own.outline = try xml.attribute("w:val").flatMap { Int($0) }
      // What it was before a change.
      case .start("w:pPrChange"), .start("w:rPr"), .start("w:sectPr"): try xml.skipElement()
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    return own
  }

  // MARK: Tables

  private mutating func table() throws(XMLFault) -> [OfficeBlock] {
    var builder = WordTableBuilder(number: counter.nextTable())
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("w:gridCol"): builder.width += 1
      case .start("w:tr"): try row(&builder)
      case .start("w:tblPr"), .start("w:sdtPr"), .start("mc:Fallback"): try xml.skipElement()
      case .start("w:del"): try leaveOutElement(.deletedText)
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    if builder.isTooLarge { fault = .tableTooLarge(limit: OfficeTable.placeLimit) }
    for text in builder.covered { counter.leaveOut(.coveredText, text) }
    return [.table(builder.table)]
  }

  private mutating func row(_ builder: inout WordTableBuilder) throws(XMLFault) {
    builder.beginRow()
    var isDeleted = false
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("w:gridBefore"): builder.skip(try xml.attribute("w:val").flatMap { Int($0) } ?? 0)
      case .start("w:tblHeader"): builder.isHeader = try xml.attribute("w:val").map(Self.isOn) ?? true
      case .start("w:tc"):
        counter.enter(table: builder.number, row: builder.rowNumber, column: builder.column + 1)
        try cell(&builder)
        counter.leaveCell()
      case .start("w:del"):
        // In the properties of a row it means that the row is deleted.
        isDeleted = true
      case .start("w:ins"): counter.pendingChanges += 1
      case .start("w:sdtPr"), .start("w:tblPrEx"), .start("w:trPrChange"): try xml.skipElement()
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    if isDeleted {
      counter.pendingChanges += 1
      counter.leaveOut(.deletedText, builder.dropRow())
    } else {
      builder.endRow()
    }
  }

  private mutating func cell(_ builder: inout WordTableBuilder) throws(XMLFault) {
    var shape = WordTableBuilder.Shape()
    var blocks: [OfficeBlock] = []
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("w:tcPr"): shape = try self.shape()
      case .start(let name): blocks += try block(name)
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    builder.add(blocks, shape)
  }

  private mutating func shape() throws(XMLFault) -> WordTableBuilder.Shape {
    var shape = WordTableBuilder.Shape()
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("w:gridSpan"): shape.columns = try xml.attribute("w:val").flatMap { Int($0) } ?? 1
      // Without a value it goes on with the cell above.
      case .start("w:vMerge"): shape.down = try xml.attribute("w:val") == "restart" ? .begins : .goesOn
      case .start("w:hMerge"): shape.sideways = try xml.attribute("w:val") == "restart" ? .begins : .goesOn
      case .start("w:tcPrChange"): try xml.skipElement()
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    return shape
  }
}
