import PlanModel
import PlanText

/// Something in a file that the reader could not take, as a fact; the words for it are made where findings are made.
public enum ReadProblem: Sendable {
  // The bytes
  /// There is nothing in the file.
  case emptyFile
  /// The bytes are not UTF-8.
  case notUTF8
  /// A NUL byte, as binary files have.
  case nulByte
  /// The file is larger than the limit, in bytes.
  case tooLarge(size: Int, limit: Int)

  // JSON
  /// RFC 8259 is not kept.
  case json(JSONProblem)
  /// A value of another type than the format has here.
  case wrongType(key: String, expected: JSONType)
  /// A key that must be there.
  case missingKey(String)
  /// A key that the format does not have here.
  case unknownKey(String, suggestion: String?, known: [String])
  /// A word that is none of the known ones.
  case unknownValue(key: String, value: String, known: [String])
  /// A value that plantool derives from the text beside it says something else.
  case derivedValueDiffers(key: String, derived: String)

  // Text
  /// 文件種類 is none of the kinds that are known. `suggestion` is the word that was probably meant.
  case unknownDocumentKind(String, suggestion: String?, known: [String])
  /// `##` without a space behind it, or full-width number signs.
  case headingWithoutSpace
  /// A heading more than one level below the one before it.
  case headingLevelSkipped(level: Int, expected: Int)
  /// A heading deeper than the tables have levels.
  case headingTooDeep(level: Int, deepest: Int)
  /// A second `#` heading.
  case secondTitle(first: SourceRange)
  /// A field that does not exist here. `suggestion` is the one that was probably meant.
  case unknownField(String, suggestion: String?, known: [String])
  /// An item of a measure without a deadline that is text, though its name says when and its content is a date:
  /// 完成期間：107年4月.
  case ownWordForDeadline(String)
  /// A field that must be there.
  case missingField(String)
  /// A field that must be a number and is none.
  case fieldNotNumber(String, value: String)
  /// A checklist without a dimension.
  case noDimension
  /// 完成期限 107年4月: a field without its colon.
  ///
  /// `isCertain` is whether the words behind it can be nothing but its value.
  case fieldWithoutColon(String, isCertain: Bool)
  /// A line that begins as a field does and is no item of a list.
  case fieldNotListed(UnlistedField)
  /// A field that stands where none is read, and why that is so.
  case fieldLost(String, LostField)
  /// A line that begins with a mark of lists that Markdown does not know, in a list of measures at the place of an
  /// item.
  case measureNotListed(mark: Unicode.Scalar)
  /// What another program wrote for itself, which says nothing here: all of one kind.
  case foreignMarks([ForeignMark])
  /// A field with a character for its colon that only looks like one.
  case strangeColon(String, colon: Unicode.Scalar)
  /// The same field twice in one place.
  case repeatedField(String, first: SourceRange)
  /// A field that stands neither in a measure nor directly under a heading.
  case fieldOutsideMeasure(String)
  /// Something that has no place here.
  case misplaced(MisplacedContent)
  /// The heading names one kind of table and the content is another.
  case tableKindDiffers(heading: SectionKind, content: SectionKind)
  /// A table in a spelling that Markdown does not know.
  case strangeTable(StrangeTable)
  /// Text in a section that is a table, which has no row; the name of the table.
  case sectionWithoutRows(String, kind: SectionKind?)
  /// A row has more or fewer cells than the header.
  case cellCount(found: Int, expected: Int)
  /// Empty cells that are read as the one above.
  case continuedCells(ContinuedCells)
  /// The header again among the rows, as it stands on each page.
  case repeatedHeader
  /// A column that this kind of table does not have.
  case unknownColumn(String, suggestion: String?, known: [String])
  /// A column that this kind of table must have.
  case missingColumn(String)
  /// Two columns with the same meaning.
  case repeatedColumn(String)
  /// A cell of a column that names a level of the checklist, in a table under headings that have taken all levels
  /// already.
  case cellTooDeep(column: String, name: String)
  /// `<!--` without `-->`.
  case unclosedComment
  /// A fence or a tag such as `<pre>` that nothing closes, with parts of the plan behind it.
  case unclosedBlock(UnclosedBlock)
  /// A heading, a field or a table in a block of HTML, at its first line.
  case hiddenByHTML(HiddenByHTML)
}

/// Code or HTML that has no end.
public struct UnclosedBlock: Sendable {
  /// The fence or the tag.
  public let mark: String
  /// What would close it.
  public let end: String
  /// The first line behind it that is meant as a part of the plan.
  public let hidden: SourceRange
  /// Whether it ends with the item that it stands in, and not with the file.
  public let isInItem: Bool
  /// Whether all of it is kept as part of a text.
  public internal(set) var isKept: Bool
}

/// A block of HTML around lines that are meant as something else.
public struct HiddenByHTML: Sendable {
  /// The line that begins it.
  public let opening: SourceRange
  /// Whether a blank line ends it.
  public let endsBeforeBlankLine: Bool
  /// Whether the lines are kept as part of a text.
  public internal(set) var isKept: Bool
}

/// The types of JSON values, for saying which one is expected.
public enum JSONType: String, Sendable {
  case object
  case array
  case string
  case integer
  case boolean
}

/// Content that cannot stand where it does, and where that is.
public enum MisplacedContent: Sendable, Hashable {
  /// Anything but fields between the title and the first section.
  case beforeSections
  /// The same in a file in which no section follows.
  case withoutSections
  /// Content before the title.
  case beforeTitle
  /// A paragraph among measures; it should be an item.
  case paragraphAmongMeasures
  /// A measure before the first heading of the checklist.
  case measureWithoutHeading
  /// A quotation, code or rule in a table of measures.
  case blockAmongMeasures
  /// Anything but paragraphs and one table in a section that is a table.
  case besideTable
  /// Anything but boxes and guidance under a heading of a checklist.
  case amongCheckpoints
  /// Anything but one table and what was entered under a heading of an inspection log.
  case amongInspections
  /// Anything but boxes and paragraphs around them under 提案類別.
  case amongCategories
  /// Anything but phases and comments between two phases of a proposal.
  case amongPhases
  /// Anything but fields and paragraphs around them under 聯絡窗口.
  case amongContact
}

/// Problems as they are found, in the order of reading.
struct ProblemList {
  private(set) var problems: [Located<ReadProblem>] = []

  mutating func add(_ problem: ReadProblem, at range: SourceRange) {
    problems.append(Located(problem, at: range))
  }

  /// Removes misplaced content at a place where another problem is the cause, and says whether there was any.
  @discardableResult mutating func removeMisplaced(at offset: Int) -> Bool {
    let count = problems.count
    problems.removeAll { problem in
      if case .misplaced = problem.value { problem.range.contains(offset) } else { false }
    }
    return problems.count < count
  }

  mutating func add(contentsOf others: [Located<ReadProblem>]) {
    problems.append(contentsOf: others)
  }
}
