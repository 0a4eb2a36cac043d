/// Reads one measure: an item of a list, with its text, its fields and the lines in it that are meant as fields.
struct MeasureItemReader {
  let source: [UInt8]
  let parser: MarkdownParser
  let fieldReader: FieldReader

  /// Reads an item that is no field, with the comments before it. What is under a heading for all its measures is not looked at.
  func read(
    _ item: MarkdownItem, comments: [PlanText], cells: inout CellReader, problems: inout ProblemList
  ) -> Measure {
    var fields = FieldSet()
    var progress: [ProgressEntry] = []
    var inner: [InnerComment] = []
    var pending: [PlanText] = []
    var taken: [SourceRange] = []
    var strays: [StrayField] = []
    var ownWord: PlanText?
    var code: [SourceRange] = []
    let column = item.start.contentColumn
    let blocks = parser.blocks(in: item)
    let numbered = fieldReader.numbered(among: blocks, allowed: FieldName.ofMeasure)
    strays += numbered
    for block in blocks {
      switch block {
      case .comment(let comment):
        pending.append(comment.text)
        taken.append(comment.range)
      case .paragraph(let lines):
        inner += pending.take()
        let found = fieldReader.strays(
          in: item.furtherLines(of: lines, isEscape: true), allowed: FieldName.ofMeasure, column: column)
        taken += found.map(\.field.range)
        strays += found
      case .item(let item) where numbered.contains { $0.field.range.lowerBound == item.range.lowerBound }:
        inner += pending.take()
        taken.append(item.range)
      case .item(let item):
        let found = fieldReader.strays(in: item, allowed: FieldName.ofMeasure, column: column)
        strays += found
        switch fieldReader.read(item, allowed: FieldName.ofMeasure) {
        case .field(let field):
          inner += pending.take(before: field.name)
          if field.name == .progress {
            progress.append(ProgressEntry(text: field.value))
          } else {
            fields.add(field, problems: &problems)
          }
          taken.append(item.range)
        case .problem(let problem, let range, let intended):
          problems.add(problem, at: range)
          if let intended, intended.name == .progress {
            progress.append(ProgressEntry(text: intended.value))
          } else if let intended {
            fields.add(intended, problems: &problems)
          }
          taken.append(item.range)
        case .text:
          inner += pending.take()
          taken += found.map(\.field.range)
          ownWord = ownWord ?? fieldReader.ownWordForDeadline(item)
        }
      case .code(let block):
        inner += pending.take()
        code.append(block.lines.range)
      case .html(let lines):
        inner += pending.take()
        code.append(lines.range)
      default: inner += pending.take()
      }
    }
    inner += pending.take()
    for stray in strays {
      if stray.field.name == .progress {
        progress.append(ProgressEntry(text: stray.field.value))
        problems.add(.fieldNotListed(stray.unlisted), at: stray.range)
      } else {
        fields.add(stray.reading, problems: &problems)
      }
    }
    if let ownWord, fields[.deadline] == nil { problems.add(.ownWordForDeadline(ownWord.string), at: ownWord.range) }
    return Measure(
      label: item.label, labelRange: item.labelRange,
      text: MarkdownText.of(item, without: taken, code: code, source: source),
      name: fields[.measureName],
      fields: fields.measureFields(&cells), checkpoints: fields[.checkpoints], progress: progress,
      comments: comments, innerComments: inner, range: item.range)
  }
}
