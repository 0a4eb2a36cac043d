import PlanFormats
import PlanModel
import PlanText

/// What a rule says of a problem of reading.
struct ReadingWords {
  let summary: LocalizedText
  /// The severity, where it is not the rule's.
  var severity: Severity?
  var notes: [Finding.Note] = []
  var fixes: [Finding.Fix] = []
}

/// A rule about problems of reading. It words those that ``ReadProblem/wording(at:in:)`` gives to it, and no others.
protocol ReadingRule: Rule {}

extension ReadingRule {
  static var documents: [DocumentKind] { DocumentKind.allCases }

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) { checkReading(of: plan, &findings) }

  /// Words the problems of reading.
  static func checkReading(of plan: PlanIndex, _ findings: inout FindingList) {
    for problem in plan.document.problems {
      let (rule, words) = problem.value.wording(at: problem.range, in: plan.source)
      guard rule == Self.self else { continue }
      let said = words()
      findings.add(
        at: plan.source.firstLine(of: problem.range), said.summary, severity: said.severity, notes: said.notes,
        fixes: said.fixes)
    }
  }
}

extension ReadProblem {
  /// The one rule that reports the problem, and its words.
  ///
  /// There is no `default`, so a new problem does not compile before a rule words it.
  func wording(at range: SourceRange, in source: SourceText) -> (rule: any ReadingRule.Type, words: () -> ReadingWords)
  {
    switch self {
    case .emptyFile: (UnreadableFile.self, { UnreadableFile.empty })
    case .notUTF8: (UnreadableFile.self, { UnreadableFile.notUTF8 })
    case .nulByte: (UnreadableFile.self, { UnreadableFile.nulByte })
    case .tooLarge(let size, let limit): (UnreadableFile.self, { UnreadableFile.tooLarge(size: size, limit: limit) })
    case .json(let problem): (JSONSyntax.self, { JSONSyntax.words(for: problem) })
    case .wrongType(let key, let expected): (JSONShape.self, { JSONShape.wrongType(key, expected) })
    case .missingKey(let key): (JSONShape.self, { JSONShape.missing(key) })
    case .unknownKey(let key, let suggestion, let known):
      (JSONShape.self, { JSONShape.unknown(key, suggestion, known) })
    case .unknownValue(let key, let value, let known) where key == FieldName.tableKind.name:
      (UnknownTable.self, { UnknownTable.unknownKind(value, known) })
    case .unknownValue(let key, let value, let known): (JSONShape.self, { JSONShape.unknownValue(key, value, known) })
    case .derivedValueDiffers(let key, let derived): (JSONShape.self, { JSONShape.differs(key, derived) })
    case .headingWithoutSpace: (HeadingForm.self, { HeadingForm.withoutSpace(at: range, in: source) })
    case .secondTitle(let first): (HeadingForm.self, { HeadingForm.secondTitle(first: first, at: range, in: source) })
    case .headingLevelSkipped(let level, let expected): (HeadingLevel.self, { HeadingLevel.skipped(level, expected) })
    case .headingTooDeep(let level, let deepest): (HeadingLevel.self, { HeadingLevel.tooDeep(level, deepest) })
    case .unknownField(let name, let suggestion, let known):
      (UnknownField.self, { UnknownField.unknown(name, suggestion, known, at: range) })
    case .unknownDocumentKind(let word, let suggestion, let known):
      (UnknownField.self, { UnknownField.unknownKind(word, suggestion, known, at: range) })
    case .ownWordForDeadline(let name): (UnknownField.self, { UnknownField.ownWordForDeadline(name) })
    case .missingField(let name): (UnknownField.self, { UnknownField.missing(name) })
    case .fieldNotNumber(let name, let value): (UnknownField.self, { UnknownField.notNumber(name, value) })
    case .noDimension: (HeadingForm.self, { HeadingForm.noDimension })
    case .fieldWithoutColon(let name, let isCertain):
      (UnknownField.self, { UnknownField.withoutColon(name, isCertain: isCertain, at: range, in: source) })
    case .fieldLost(let name, let place): (FieldNotListed.self, { FieldNotListed.lost(name, place) })
    case .measureNotListed(let mark): (FieldNotListed.self, { FieldNotListed.measure(mark, at: range, in: source) })
    case .foreignMarks(let marks): (ForeignMarks.self, { ForeignMarks.words(marks, in: source) })
    case .fieldNotListed(let line): (FieldNotListed.self, { FieldNotListed.words(line) })
    case .strangeColon(let name, let colon):
      (FieldNotListed.self, { FieldNotListed.strangeColon(name, colon, at: range) })
    case .repeatedField(let name, let first):
      (RepeatedField.self, { RepeatedField.words(name, first: first, in: source) })
    case .fieldOutsideMeasure(let name): (FieldOutsideMeasure.self, { FieldOutsideMeasure.words(name) })
    case .misplaced(let content):
      (MisplacedContentRule.self, { MisplacedContentRule.words(content, at: range, in: source) })
    case .tableKindDiffers(let heading, let content): (UnknownTable.self, { UnknownTable.differs(heading, content) })
    case .strangeTable(let table): (TableNotRead.self, { TableNotRead.words(table, at: range, in: source) })
    case .sectionWithoutRows(let name, let kind):
      (TableNotRead.self, { TableNotRead.withoutRows(name, kind, at: range, in: source) })
    case .cellCount(let found, let expected): (TableShape.self, { TableShape.cellCount(found, expected) })
    case .continuedCells(let cells): (CellsContinued.self, { CellsContinued.words(cells, in: source) })
    case .repeatedHeader: (TableShape.self, { TableShape.repeatedHeader })
    case .unknownColumn(let name, let suggestion, let known):
      (TableShape.self, { TableShape.unknown(name, suggestion, known) })
    case .missingColumn(let name): (TableShape.self, { TableShape.missing(name) })
    case .repeatedColumn(let name): (TableShape.self, { TableShape.repeated(name) })
    case .cellTooDeep(let column, let name): (TableShape.self, { TableShape.tooDeep(column, name) })
    case .unclosedBlock(let block): (HiddenContent.self, { HiddenContent.unclosed(block, in: source) })
    case .hiddenByHTML(let html): (HiddenContent.self, { HiddenContent.inHTML(html, in: source) })
    case .unclosedComment: (UnclosedComment.self, { UnclosedComment.words })
    }
  }
}

extension SourceText {
  /// The part of a range that stands on its first line, so that an underline stays on one line.
  func firstLine(of range: SourceRange) -> SourceRange {
    let end = rangeOfLine(line(at: range.lowerBound)).upperBound
    return range.lowerBound..<max(range.lowerBound, min(range.upperBound, end))
  }

  /// The first line of a range for quoting in a message.
  func excerpt(of range: SourceRange) -> String { text(in: firstLine(of: range)).excerpt() }
}
