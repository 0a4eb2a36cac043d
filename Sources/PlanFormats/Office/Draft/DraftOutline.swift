import PlanModel
import PlanText

/// A section of the plan to be, as the blocks of a document divide it.
struct DraftSection {
  /// The paragraphs that its heading consists of; empty for what stands before the first section.
  var heading: [OfficeParagraph] = []
  /// The heading as one line.
  var title = ""
  /// Whether it is an attachment, or begins with the title of a table.
  var isAttachment = false
  /// Whether the heading stands in the first table, as its first words.
  var hasTitleInTable = false
  var body: [OfficeBlock] = []

  /// Whether its heading names a table and nothing in it is one, but many short lines are.
  var lacksTable: Bool {
    guard isAttachment, !body.contains(where: \.isTable), let kind = SectionClassifier.kind(inWords: title),
      kind != .citations, kind != .narrative
    else { return false }
    return body.count > 5
  }

  /// What people call the section: the number of an attachment, or else the heading.
  var name: String {
    let reference = AttachmentReference.all(in: PlanText(title)).first
    return reference.flatMap { $0.isAtStart ? $0.name : nil } ?? title
  }
}

/// Divides the blocks of a document into what stands before the first section, and sections.
struct DraftOutline {
  private(set) var head: [OfficeBlock] = []
  private(set) var sections: [DraftSection] = []

  /// What begins a section beside attachments and titles of tables.
  private enum Scheme {
    /// 壹、
    case formal
    /// Headings of a level.
    case headings(Int)
    /// 一、 before a few words.
    case chinese
    case none
  }

  private let blocks: [OfficeBlock]
  private let scheme: Scheme
  private let formalLevel: Int?
  private var last = 0
  private var isInAttachment = false

  init(_ blocks: [OfficeBlock]) {
    self.blocks = blocks
    scheme = Self.scheme(of: blocks)
    formalLevel = Self.formalLevel(of: blocks)
    var index = 0
    while index < blocks.count {
      if case .paragraph(let paragraph) = blocks[index], let (section, count) = section(at: index, paragraph) {
        sections.append(section)
        index += count
      } else {
        if case .table(let table) = blocks[index], let section = titled(table) {
          sections.append(section)
          isInAttachment = true
        }
        if sections.isEmpty {
          head.append(blocks[index])
        } else {
          sections[sections.count - 1].body.append(blocks[index])
        }
        index += 1
      }
    }
  }

  private static func scheme(of blocks: [OfficeBlock]) -> Scheme {
    var (formal, chinese) = (0, 0)
    var beginsFormal = false
    var levels: [Int: Int] = [:]
    for case .paragraph(let paragraph) in blocks {
      let label = paragraph.writtenLabel
      if label?.style == .formal {
        formal += 1
        beginsFormal = beginsFormal || label?.value == 1 && paragraph.isShort
      }
      if label?.style == .chinese, label?.value == chinese + 1, paragraph.isShort { chinese += 1 }
      if let level = paragraph.level, level > 0 { levels[level, default: 0] += 1 }
    }
    // A short document may have but one.
    if formal > 1 || beginsFormal { return .formal }
    if let level = levels.keys.sorted().first(where: { levels[$0, default: 0] > 1 }) { return .headings(level) }
    return chinese > 2 ? .chinese : .none
  }

  /// The section that a paragraph begins, and how many blocks its heading takes.
  private mutating func section(at index: Int, _ paragraph: OfficeParagraph) -> (DraftSection, Int)? {
    if let attachment = attachment(at: index, paragraph) {
      isInAttachment = true
      return attachment
    }
    if isSection(paragraph, at: index) { return divided(paragraph) }
    guard !paragraph.isBullet, paragraph.writtenLabel == nil || paragraph.level == 0 else { return nil }
    let isHeading = paragraph.level != nil && paragraph.level == formalLevel && !sections.isEmpty
    guard
      isHeading
        || Self.isTableTitle(paragraph) && index + 1 < blocks.count
          && (blocks[index + 1].isTable || isFollowedByTable(index + 1))
    else { return nil }
    isInAttachment = true
    return (DraftSection(heading: [paragraph], title: paragraph.shown.oneLine, isAttachment: true), 1)
  }

  /// The level that the numbered headings have, where they are headings of the program.
  private static func formalLevel(of blocks: [OfficeBlock]) -> Int? {
    for case .paragraph(let paragraph) in blocks where paragraph.writtenLabel?.style == .formal {
      return paragraph.level.flatMap { $0 > 0 ? $0 : nil }
    }
    return nil
  }

  private mutating func isSection(_ paragraph: OfficeParagraph, at index: Int) -> Bool {
    switch scheme {
    case .none: return false
    case .headings(let level): return paragraph.level == level
    case .formal:
      guard let label = paragraph.writtenLabel, label.style == .formal else { return false }
      // In an attachment the numbers begin anew, above its tables.
      if isInAttachment, label.value != last + 1 || index + 1 < blocks.count && blocks[index + 1].isTable {
        return false
      }
      guard label.value >= last else { return false }
      last = label.value
    case .chinese:
      guard let label = paragraph.writtenLabel, label.style == .chinese, label.value == last + 1, paragraph.isShort,
        !isInAttachment
      else { return false }
      last = label.value
    }
    isInAttachment = false
    return true
  }

  /// 肆、執行期程：自107年1月1日起… is a heading and the words behind its colon.
  private func divided(_ paragraph: OfficeParagraph) -> (DraftSection, Int) {
    var section = DraftSection(heading: [paragraph], title: paragraph.shown.oneLine)
    let words = paragraph.text
    guard let colon = words.unicodeScalars.prefix(16).firstIndex(where: { $0 == "：" || $0 == ":" }) else {
      return (section, 1)
    }
    let behind = words.unicodeScalars.index(after: colon)
    let rest = String(words[behind...]).trimmingWhiteSpace()
    guard !rest.isEmpty else { return (section, 1) }
    var (first, body) = (paragraph, paragraph)
    first.text = String(words[..<behind])
    (body.text, body.label, body.level) = (rest, nil, nil)
    section = DraftSection(heading: [first], title: first.shown.oneLine, body: [.paragraph(body)])
    return (section, 1)
  }

  /// 附表 1, with the title that stands behind it or below it.
  private func attachment(at index: Int, _ paragraph: OfficeParagraph) -> (DraftSection, Int)? {
    let shown = paragraph.shown.oneLine
    guard paragraph.isShort || paragraph.level != nil, !paragraph.isBullet,
      let reference = AttachmentReference.all(in: PlanText(shown)).first, reference.isAtStart
    else { return nil }
    var rest = String(shown.utf8.dropFirst(reference.offsets.upperBound)) ?? ""
    rest = String(rest.unicodeScalars.drop { $0.showsNothing || "、：:.．-－".unicodeScalars.contains($0) })
    var section = DraftSection(heading: [paragraph], title: shown, isAttachment: true)
    guard rest.isEmpty else { return (section, 1) }
    var title = ""
    var next = index + 1
    while next < blocks.count, next < index + 4, case .paragraph(let line) = blocks[next], line.isShort,
      line.writtenLabel == nil, !line.isBullet,
      AttachmentReference.all(in: PlanText(line.shown)).first?.isAtStart != true,
      !Self.namesTable(title)
    {
      title += line.shown.oneLine
      section.heading.append(line)
      next += 1
    }
    if !title.isEmpty { section.title = reference.name + "、" + title }
    return (section, next - index)
  }

  /// The section whose title stands in a table, above the names of its columns.
  private func titled(_ table: OfficeTable) -> DraftSection? {
    guard let header = DraftHeader(table), header.titleRows > 0 else { return nil }
    let paragraphs = table.rows[..<header.titleRows].flatMap { $0.cells.flatMap(\.blocks.paragraphs) }
    guard let title = paragraphs.first(where: { !$0.isBlank }), Self.isTableTitle(title) else { return nil }
    return DraftSection(
      heading: [title], title: title.shown.oneLine, isAttachment: true, hasTitleInTable: true)
  }

  private func isFollowedByTable(_ index: Int) -> Bool {
    guard case .paragraph(let next) = blocks[index], next.isShort, index + 1 < blocks.count else { return false }
    return blocks[index + 1].isTable
  }

  private static func namesTable(_ title: String) -> Bool {
    guard let kind = SectionClassifier.kind(inWords: title) else { return title.hasSuffix("實施方法") }
    return kind != .citations
  }

  private static func isTableTitle(_ paragraph: OfficeParagraph) -> Bool {
    let title = paragraph.shown.oneLine
    return paragraph.isShort && namesTable(title) && !["如下", "下表", "詳如"].contains(where: title.has)
  }
}

extension OfficeParagraph {
  /// The number that the paragraph begins with, automatic or typed.
  var writtenLabel: Label? {
    isBullet ? nil : Label.read(at: String(shown.unicodeScalars.drop(while: \.showsNothing)))?.label
  }

  /// Whether it is as short as a heading, and no sentence.
  var isShort: Bool {
    let words = shown.trimmingWhiteSpace()
    guard words.unicodeScalars.count <= 60, let last = words.unicodeScalars.last else { return false }
    return !"。；，".unicodeScalars.contains(last)
  }
}
