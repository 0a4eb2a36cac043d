import PlanOffice
import PlanText

/// Reads the body of an OpenDocument text (`content.xml`, or a flat `.fodt`; ODF 1.3): paragraphs and tables as they are
/// shown once all changes are accepted.
struct OpenReader {
  var xml: XMLReader
  var counter: OfficeCounter
  var styles: OpenStyles
  private(set) var numbering = OpenNumbering()
  var fault: OfficeFault?

  init(_ bytes: [UInt8], part: String, styles: OpenStyles = OpenStyles()) throws(XMLFault) {
    xml = try XMLReader(bytes, namespaces: .openDocument)
    counter = OfficeCounter(part: part, size: bytes.count)
    self.styles = styles
  }

  /// The blocks of the body; styles before it are taken in on the way.
  mutating func read() throws(OfficeFault) -> [OfficeBlock] {
    var blocks: [OfficeBlock] = []
    do throws(XMLFault) {
      while let event = try xml.next() {
        guard case .start(let name) = event, try !styles.take(name, &xml) else { continue }
        switch name {
        case "office:text": blocks += try self.blocks()
        case "style:header", "style:header-left", "style:header-first": try leavePageOut(.pageHeader)
        case "style:footer", "style:footer-left", "style:footer-first": try leavePageOut(.pageFooter)
        default: break
        }
      }
    } catch {
      throw .xml(error, part: counter.part)
    }
    if let fault { throw fault }
    return blocks
  }

  /// What stands above or below each page.
  private mutating func leavePageOut(_ kind: LeftOut.Kind) throws(XMLFault) {
    // Its paragraphs are no paragraphs of the document.
    let before = counter
    let text = try blocks().text
    counter = before
    counter.leaveOut(kind, text)
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

  private mutating func block(_ name: String) throws(XMLFault) -> [OfficeBlock] {
    switch name {
    case "text:p", "text:h": return try paragraph(isHeading: name == "text:h")
    case "table:table": return try table()
    case "text:list": return try list()
    case "text:tracked-changes": try changes()
    case "text:table-of-content", "text:illustration-index", "text:table-index", "text:alphabetical-index",
      "text:object-index", "text:user-index":
      try leaveElementOut(.contents)
    case "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "office:forms",
      "office:event-listeners",
      "text:section-source":
      try xml.skipElement()
    case "draw:frame", "draw:custom-shape", "draw:rect", "draw:g":
      var line = OfficeLine()
      try inline(name, &line)
      return line.boxes
    // Sections, numbered paragraphs and other wrappers: what they hold counts.
    default: break
    }
    return []
  }

  // MARK: Paragraphs and lists

  private mutating func paragraph(isHeading: Bool) throws(XMLFault) -> [OfficeBlock] {
    let style = try xml.attribute("text:style-name")
    let level = isHeading ? try xml.attribute("text:outline-level").flatMap { Int($0) } ?? 1 : nil
    let isUnnumbered = try xml.attribute("text:is-list-header") == "true"
    let start = xml.range.upperBound
    let depth = xml.depth
    var line = OfficeLine()
    let label = numbering.takeLabel()
    while let event = try xml.next() {
      switch event {
      case .start(let name): try inline(name, &line)
      case .text(let text): line.addCollapsed(text)
      case .end: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    line.trimEnd()
    let place = counter.place(
      content: start..<max(start, xml.range.lowerBound), hasWords: line.hasWords || label?.isBullet == false)
    if styles.isHidden("paragraph", style) {
      counter.leaveOut(.hiddenText, line.text)
      return line.boxes
    }
    var number = label?.label
    if number == nil, let level, !isUnnumbered, (1...10).contains(level) {
      number = numbering.heading(level: level, styles: styles)
    }
    let isTitle = style.map { $0 == "Title" } ?? false
    return line.blocks(
      label: number, isBullet: label?.isBullet ?? false, level: isTitle ? 0 : level.map { max(1, min(10, $0)) },
      place: place)
  }

  private mutating func list() throws(XMLFault) -> [OfficeBlock] {
    let name = try xml.attribute("text:style-name")
    numbering.beginList(
      style: styles.list(name, paragraph: nil), named: name, id: try xml.attribute("xml:id"),
      continues: try xml.attribute("text:continue-numbering") == "true",
      continuing: try xml.attribute("text:continue-list"))
    var blocks: [OfficeBlock] = []
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("text:list-item"), .start("text:list-header"):
        numbering.beginItem(
          start: try xml.attribute("text:start-value").flatMap { Int($0) },
          isHeader: event == .start("text:list-header"),
          style: nil)
        blocks += try self.blocks()
      case .start(let name): blocks += try block(name)
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    numbering.endList()
    return blocks
  }

  // MARK: What is left out

  /// Deletions are kept aside, before the body; insertions stand where they were made.
  private mutating func changes() throws(XMLFault) {
    let depth = xml.depth
    while let event = try xml.next() {
      if event == .start("text:changed-region") { counter.pendingChanges += 1 }
      if event == .start("text:deletion") { try leaveElementOut(.deletedText) }
      if case .end = event, xml.depth < depth { break }
    }
  }

  /// Leaves out the element that has just begun, with the words of its paragraphs.
  mutating func leaveElementOut(_ kind: LeftOut.Kind) throws(XMLFault) {
    let before = counter
    let text = try blocks().text
    counter = before
    counter.leaveOut(kind, text)
  }
}
