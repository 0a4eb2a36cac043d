import PlanModel
import PlanText

/// Reads one measure: an item of a list, with its text, its fields and the lines in it that are meant as fields.
struct MeasureItemReader {
  private let tree: BlockTree
  private let fieldReader: FieldReader
  private let source: [UInt8]

  init(_ tree: BlockTree) {
    self.tree = tree
    fieldReader = FieldReader(tree: tree)
    source = tree.bytes
  }

  /// Reads an item that is no field, with the comments before it. What is under a heading for all its measures is not
  /// looked at.
  func read(
    _ item: MarkdownItem, comments: [PlanText], cells: inout CellReader, problems: inout ProblemList
  ) -> Measure {
    var fields = FieldSet()
    var inner: [InnerComment] = []
    var pending: [PlanText] = []
    var taken: [SourceRange] = []
    var strays: [StrayField] = []
    var ownWord: PlanText?
    var code: [SourceRange] = []
    let column = item.start.contentColumn
    let blocks = tree.inside(item)
    let numbered = fieldReader.numbered(among: blocks, allowed: FieldName.ofMeasure)
    strays += numbered
    // Whether something in the item is an item too, so that a line behind it may be meant for that.
    var place = StrayPlace.inItem
    var hasPartWithField = false
    for block in blocks {
      switch block.kind {
      case .comment:
        pending.append(tree.comment(block))
        taken.append(block.range)
      case .paragraph:
        inner += pending.take()
        let rest = item.furtherLines(of: tree.lines(of: block), isEscape: true)
        let found = fieldReader.strays(in: rest, allowed: FieldName.ofMeasure, column: column, place: place)
        let marked = rest.filter { fieldReader.isMarked($0) && !fieldReader.isField($0, FieldName.ofMeasure) }
        if !marked.isEmpty { place = .inDoubt }
        if item.isBullet { report(marked, besides: item, problems: &problems) }
        taken += found.map(\.field.range)
        strays += found
      case .item where numbered.contains { $0.field.range.lowerBound == block.range.lowerBound }:
        inner += pending.take()
        taken.append(block.range)
      case .item:
        let item = tree.item(block)
        let found = fieldReader.strays(in: item, allowed: FieldName.ofMeasure, column: column)
        strays += found
        let reading = fieldReader.read(item, allowed: FieldName.ofMeasure, strays: found)
        switch reading {
        case .field(let field):
          inner += pending.take(before: field.name)
          fields.add(field, problems: &problems)
          taken.append(item.range)
        case .problem:
          fields.add(reading, problems: &problems)
          taken.append(item.range)
        case .text:
          inner += pending.take()
          place = .inDoubt
          taken += found.map(\.field.range)
          let isReported =
            (!item.isBullet || item.start.isWordBullet)
            && reportFields(under: item, textColumn: column, problems: &problems)
          if !isReported, !hasPartWithField, let name = fieldOfPart(item) {
            hasPartWithField = true
            problems.add(.fieldLost(name.string, .underPart), at: name.range)
          }
          ownWord = ownWord ?? fieldReader.ownWordForDeadline(item)
        }
      case .code, .html:
        inner += pending.take()
        code.append(block.range)
      case .quote:
        inner += pending.take()
        for stray in fieldReader.strays(
          in: tree.lines(of: block), allowed: FieldName.ofMeasure.filter(\.isShort), column: 0)
        where stray.unlisted.suggestion == nil && fieldReader.saysOneThing(stray.field, allowed: FieldName.ofMeasure) {
          problems.add(.fieldLost(stray.unlisted.name, .inQuotation), at: stray.range)
        }
      default: inner += pending.take()
      }
    }
    inner += pending.take()
    for stray in strays { fields.add(stray.reading, problems: &problems) }
    if let ownWord, fields[.deadline] == nil { problems.add(.ownWordForDeadline(ownWord.string), at: ownWord.range) }
    return Measure(
      label: item.label, labelRange: item.labelRange,
      text: MarkdownText.of(item, without: taken, code: code, source: source),
      fields: fields.measureFields(&cells), comments: comments, innerComments: inner, range: item.range)
  }

  /// Lines at the place of the item itself that people take for the next items: • 公布檢討結果。
  private func report(_ lines: [MarkdownLine], besides item: MarkdownItem, problems: inout ProblemList) {
    for line in lines {
      let start = source.firstContent(in: line.range)
      let (mark, next) = source.scalar(at: start)
      guard column(of: start) <= column(of: item.start.markerRange.lowerBound), LayoutMark.bullets.contains(mark),
        next < line.end,
        Ascii.isBlank(source[next]) || source.scalar(at: next).scalar == "\u{3000}"
      else { continue }
      problems.add(.measureNotListed(mark: mark), at: start..<line.end)
    }
  }

  /// How many bytes stand in front of a place on its line.
  private func column(of place: Int) -> Int { place - source.startOfLine(at: place) }

  /// The name of the first field that says when or who for a part of a measure alone. The part is words of the measure,
  /// and so is the field.
  private func fieldOfPart(_ part: MarkdownItem) -> PlanText? {
    for block in tree.inside(part) where block.kind == .item {
      let inner = tree.item(block)
      if case .field(let field) = fieldReader.read(inner, allowed: FieldName.tellingMeasures), field.name.isShort,
        !field.value.isBlank, !field.value.string.unicodeScalars.contains("。")
      {
        return field.writtenName
      }
      if let name = fieldOfPart(inner) { return name }
    }
    return nil
  }

  /// Fields that were taken for words under a number or a bullet that is no item to Markdown, though they stand no deeper than it
  /// does in the text of the measure, which begins at `textColumn`. True if there are some.
  private func reportFields(under item: MarkdownItem, textColumn: Int, problems: inout ProblemList) -> Bool {
    var hasSome = false
    for block in tree.inside(item) where block.kind == .item {
      let inner = tree.item(block)
      guard
        column(of: inner.start.markerRange.lowerBound)
          <= max(textColumn, column(of: item.start.markerRange.lowerBound)),
        let field = fieldReader.read(inner, allowed: FieldName.tellingMeasures).meant
      else { continue }
      problems.add(.fieldLost(field.writtenName.string, .underNumber), at: field.writtenName.range)
      hasSome = true
    }
    return hasSome
  }
}
