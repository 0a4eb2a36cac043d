import PlanFormats
import PlanModel
import PlanText

/// A plan or proposal as the rules see it: flat lists of what it holds, each thing with its place in the checklist and
/// what it inherits.
///
/// It is made once per plan, and every rule reads it.
public struct PlanIndex: Sendable {
  /// The file and the plan in it, whose texts have no code.
  public let document: PlanDocument
  /// The checklists that were at hand.
  public let catalog: ChecklistCatalog
  /// The checklist that the plan names, if it is known.
  public let checklist: Checklist?
  /// The Gregorian year from which dates without a year take theirs.
  public let planYear: Int?
  /// The days from the first to the last of the plan's period, if it states one that makes sense.
  public let period: ClosedRange<CalendarDate>?
  /// Every heading of the measure tables, each before what is below it.
  public let groups: [GroupEntry]
  /// What each of them is in the checklist, misspelt ones included.
  let likelyEntries: [Int?]
  /// Every measure of the measure tables, in order.
  public let measures: [MeasureEntry]
  /// Every written deadline of a measure or heading, once, those of whole tables first; in a proposal the period of
  /// every phase. Placeholders are left out.
  public let deadlines: [FieldEntry<Deadline>]
  /// Every written cell of units, 承辦單位 and 協辦單位, once, those of whole tables first. Placeholders are left out.
  public let unitLists: [FieldEntry<UnitList>]
  /// The names that units go by.
  public let units: UnitDirectory
  /// The units in the cells of the plan, with their places.
  private(set) var unitUses: [UnitUse] = []
  /// Every text that the document's authors wrote, once, in the order of the sections. The copy of the checklist is
  /// left out: its words are those of the authority that issued it.
  let texts: [PlanText]
  /// The same texts as they are searched for words.
  let denseTexts: [DenseText]
  /// The texts of the measures as they are searched for words.
  let denseMeasures: [DenseText]
  /// The paragraphs of each text, headings and rows of tables included.
  let paragraphs: [[IndexedParagraph]]
  /// The attachments, and the places that name them.
  let attachments: PlanAttachments
  /// Every list whose items have numbers.
  let numberedLists: NumberedLists
  /// The paragraphs and items that stand side by side.
  private(set) var paragraphLists: [[Paragraph]] = []
  /// The texts of the measures as they are compared with each other.
  let measureTokens: [Tokens]
  /// The shingles of each.
  let measureShingles: [ShingleSet]
  /// What made the tokens: who compares other texts with them goes on with it, so that equal words have equal numbers.
  let tokenizer: Tokenizer
  /// The measures that repeat an earlier one.
  private(set) var repeats: [MeasureRepeat] = []
  /// What the comments of the file suppress.
  let suppressions: Suppressions
  /// The suppressions that none of the rules that ran had use for; known when the rules about comments are run, which
  /// is last.
  var unusedSuppressions: [Suppressions.Entry] = []

  /// The plan; an empty one where the document is a proposal.
  public var plan: Plan { document.plan }
  /// The file.
  public var source: SourceText { document.source }
  /// What deadlines are called in this kind of document.
  var deadlineName: String {
    switch document.content.kind {
    case .plan: FieldName.deadline.name
    case .proposal: FieldName.phasePeriod.name
    }
  }
  /// The members of all task forces.
  public var members: [Member] {
    plan.sections.flatMap { section -> [Member] in
      if case .taskForce(let members) = section.content { return members }
      return []
    }
  }

  /// A heading of a measure table, whose parent is an index into ``PlanIndex/groups``.
  public typealias GroupEntry = PlacedGroup

  /// A measure whose heading is an index into ``PlanIndex/groups``.
  public typealias MeasureEntry = PlacedMeasure

  /// A written field whose measures are indices into ``PlanIndex/measures``.
  public typealias FieldEntry = WrittenField

  private let linesInDoubt: Set<Int>

  /// Indexes a plan. The checklist is the one that the plan names, unless `checklist` overrides it.
  public init(_ document: PlanDocument, catalog: ChecklistCatalog, checklist override: Checklist? = nil) {
    let document = document.withoutCode
    self.document = document
    linesInDoubt = Self.linesInDoubt(of: document)
    self.catalog = catalog
    let checklist = override ?? document.plan.metadata.checklist.flatMap { catalog.checklist(identifier: $0.string) }
    self.checklist = checklist
    planYear = document.proposal?.metadata.planYear ?? document.plan.metadata.planYear
    period = document.plan.metadata.periodDays
    let placed = PlacedMeasures(of: document.plan, checklist: checklist)
    groups = placed.groups
    likelyEntries = checklist?.likelyEntries(of: groups) ?? groups.map { _ in nil }
    measures = placed.measures
    // A placeholder is one thing to say, which PT112 does.
    deadlines =
      (placed.deadlines
      + (document.proposal?.phases ?? []).compactMap { $0.period.map { WrittenField(.phasePeriod, value: $0) } })
      .filter { Placeholder.first(in: $0.value.text) == nil }
    unitLists = placed.unitLists.filter { Placeholder.first(in: $0.value.text) == nil }
    units = UnitDirectory(document.plan)
    suppressions = Suppressions(document)
    texts = Self.texts(of: document)
    denseMeasures = measures.map { DenseText($0.measure.text) }
    denseTexts = Self.denseTexts(of: texts, measures: denseMeasures)
    paragraphs = zip(texts, denseTexts).map(IndexedParagraph.all)
    attachments = PlanAttachments(document.content)
    numberedLists = NumberedLists(document, groups: groups)
    var tokenizer = Tokenizer()
    measureTokens = measures.map { tokenizer.tokens(of: $0.measure.text) }
    self.tokenizer = tokenizer
    measureShingles = measureTokens.map(\.shingles)
    unitUses = usesOfUnits()
    repeats = MeasureRepeats.all(in: self)
    paragraphLists = listParagraphs()
  }

  /// Whether a text stands on a line that is reported as a field which is not written as one. Before that is mended
  /// nobody knows what its value is.
  func isInDoubt(_ text: PlanText) -> Bool {
    !linesInDoubt.isEmpty && linesInDoubt.contains(source.line(at: text.range.lowerBound))
  }

  private static func linesInDoubt(of document: PlanDocument) -> Set<Int> {
    Set(
      document.problems.lazy.compactMap { problem in
        switch problem.value {
        case .fieldNotListed, .fieldWithoutColon, .fieldLost: document.source.line(at: problem.range.lowerBound)
        default: nil
        }
      })
  }

  /// The headings from a dimension down to the given one.
  public func path(to group: Int) -> [Int] {
    var path = [group]
    while let parent = groups[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// What the table of a heading calls its level, a dimension or what stands right below: 評核構面, 實施要領,
  /// 執行策略細目.
  func levelName(of group: Int) -> String {
    let place = groups[group]
    let column: MeasureColumn = place.parent == nil ? .dimension : .item
    return checklist?.name(of: column, in: place.layout) ?? place.layout.name(of: column)
  }

  /// The names from a dimension down to the given heading, for messages: 基礎服務／服務友善／網站使用便利性. Official
  /// names where they are known.
  public func name(of group: Int) -> String {
    path(to: group).map { index in
      groups[index].entry.flatMap { checklist?.entries[$0].name }
        ?? ChecklistName.plain(groups[index].group.heading.string)
    }.joined(separator: "／")
  }
}
