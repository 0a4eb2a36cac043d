import PlanAudit
import PlanFormats
import PlanModel
import PlanText

/// A plan or proposal as the rules see it: flat lists of what it holds, each thing with its place in the checklist and
/// what it inherits.
///
/// There is one for each document, and every rule reads it. What only some rules need is worked out when the first of
/// them asks for it, so that a run of a few rules costs little more than reading.
public final class PlanIndex: Sendable {
  /// The file and the plan in it, whose texts have no code.
  public let document: PlanDocument
  /// The checklists that were at hand.
  public let catalog: ChecklistCatalog
  /// The checklist that the plan names, if it is known.
  public let checklist: Checklist?
  /// Where dates without a year belong.
  public let years: PlanYears
  /// The day whose state is looked at; nil where nobody named one, for the clock is not asked.
  public let asOf: CalendarDate?
  /// Every heading of the measure tables, each before what is below it.
  public let groups: [GroupEntry]
  /// Every measure of the measure tables, in order.
  public let measures: [MeasureEntry]
  /// The names of the rules, for what the comments of the file say of them.
  let ruleNames: @Sendable () -> RuleNames
  private let places: PlacedMeasures
  /// Whether all checkpoints are going to be looked at.
  private let looksAtCheckpoints: Bool

  /// A heading of a measure table, whose parent is an index into ``PlanIndex/groups``.
  public typealias GroupEntry = PlacedGroup

  /// A measure whose heading is an index into ``PlanIndex/groups``.
  public typealias MeasureEntry = PlacedMeasure

  /// A written field whose measures are indices into ``PlanIndex/measures``.
  public typealias FieldEntry = WrittenField

  private let madeLikelyEntries = Facet<[Int?]>()
  private let madeJudge = Facet<CheckpointJudge?>()
  private let madeCoverage = Facet<CheckpointCoverage?>()
  private let madeDeadlines = Facet<[FieldEntry<Deadline>]>()
  private let madeDeadlinesInDoubt = Facet<DeadlinesInDoubt>()
  private let madeReports = Facet<[MeasureReports]>()
  private let madeUnitLists = Facet<[FieldEntry<UnitList>]>()
  private let madeUnits = Facet<UnitDirectory>()
  private let madeUnitUses = Facet<[UnitUse]>()
  private let madeUnitMentions = Facet<UnitMentions>()
  private let madeTexts = Facet<PlanTexts>()
  private let madeTextRow = Facet<TextRow>()
  private let madeCharacterPlaces = Facet<CharacterPlaces>()
  private let madeLetters = Facet<[CitationParts.Letter]>()
  private let madeWebAddresses = Facet<[TextAddress]>()
  private let madeWrongWords = Facet<[CharacterPlaces.Hit]>()
  private let madeParagraphs = Facet<IndexedParagraphs>()
  private let madeAttachments = Facet<PlanAttachments>()
  private let madeNumberedLists = Facet<NumberedLists>()
  private let madeLostPages = Facet<[LostPage]>()
  private let madeParagraphLists = Facet<[[Paragraph]]>()
  private let madeMeasureTokens = PassingFacet<MeasureTokens>()
  private let madeRepeats = PassingFacet<MeasureRepeats>()
  private let madeSuppressions = Facet<Suppressions>()
  private let madeLinesInDoubt = Facet<Set<Int>>()

  /// Indexes a plan. The checklist is the one that the plan names, unless `checklist` overrides it.
  init(
    _ document: PlanDocument, catalog: ChecklistCatalog, checklist override: Checklist? = nil,
    asOf: CalendarDate? = nil, looksAtCheckpoints: Bool = false, ruleNames: @escaping @Sendable () -> RuleNames
  ) {
    self.looksAtCheckpoints = looksAtCheckpoints
    self.ruleNames = ruleNames
    self.asOf = asOf
    let document = document.withoutCode
    self.document = document
    self.catalog = catalog
    let plan = document.plan
    checklist = override ?? plan.metadata.checklist.flatMap { catalog.checklist(identifier: $0.string) }
    years = document.proposal?.metadata.years ?? plan.metadata.years
    places = PlacedMeasures(of: plan, checklist: checklist)
    groups = places.groups
    measures = places.measures
  }
}

// MARK: Headings, measures and their fields

extension PlanIndex {
  /// The plan; an empty one where the document is a proposal.
  public var plan: Plan { document.plan }
  /// The plan's title, the fields under it and its sections.
  var title: PlanText? { plan.title }
  var metadata: Metadata { plan.metadata }
  var sections: [Section] { plan.sections }
  /// The Gregorian year of the plan.
  public var planYear: Int? { years.year }
  /// The days from the first to the last of the plan's period, if it states one that makes sense.
  public var period: ClosedRange<CalendarDate>? { years.period }
  /// The file.
  public var source: SourceText { document.source }

  /// What each of the headings is in the checklist, misspelt ones included.
  var likelyEntries: [Int?] {
    madeLikelyEntries.value { checklist?.likelyEntries(of: groups) ?? groups.map { _ in nil } }
  }

  /// Which checkpoints of the checklist the plan answers; nil without a checklist.
  var coverage: CheckpointCoverage? {
    madeCoverage.value {
      guard let checklist, let judge = checkpointJudge else { return nil }
      return CheckpointCoverage(of: plan, groups, checklist: checklist, judge)
    }
  }

  /// Whether words in the measures of a focus answer a checkpoint of some kind. Where all are looked at anyway, this one is
  /// not judged twice.
  func isAnswered(at focus: Int, _ isOfKind: (CheckPoint) -> Bool) -> Bool {
    let points = looksAtCheckpoints ? coverage?.points.filter { $0.entry == focus } : checkpointJudge?.points(at: focus)
    return points?.contains { $0.state.isGuess && isOfKind($0.checkpoint) } ?? false
  }

  /// Judges the checkpoints of single focuses; nil without a checklist.
  private var checkpointJudge: CheckpointJudge? {
    madeJudge.value { checklist.map { CheckpointJudge(groups, checklist: $0, catalog: catalog) } }
  }

  /// Every written deadline of a measure or heading, once, those of whole tables first; in a proposal the period of
  /// every phase. Placeholders are left out, which PT112 reports.
  public var deadlines: [FieldEntry<Deadline>] {
    madeDeadlines.value {
      guard let proposal = document.proposal else { return places.deadlines.withoutPlaceholders { $0.text } }
      return proposal.phases.compactMap { $0.period.map { WrittenField(.phasePeriod, value: $0) } }
        .withoutPlaceholders { $0.text }
    }
  }

  /// Those of them that nobody understands.
  var deadlinesInDoubt: DeadlinesInDoubt { madeDeadlinesInDoubt.value { DeadlinesInDoubt(self) } }

  /// What was reported on the measures, in their order; those without 辦理情形 are left out.
  var reports: [MeasureReports] { madeReports.value { reportsOfMeasures() } }

  /// Every written cell of units, 承辦單位 and 協辦單位, once, those of whole tables first. Placeholders are left out.
  public var unitLists: [FieldEntry<UnitList>] {
    madeUnitLists.value { places.unitLists.withoutPlaceholders { $0.text } }
  }

  /// Whether measures say no more than that there is nothing of the kind (本項不適用), so that nothing falls due and nobody
  /// has to answer for them. `indices` are those in ``measures``.
  func sayNotApplicable(_ indices: [Int]) -> Bool {
    !indices.isEmpty && indices.allSatisfy { measures[$0].measure.text.string.saysNotApplicable }
  }

  /// The names that units go by.
  public var units: UnitDirectory { madeUnits.value { UnitDirectory(plan) } }

  /// The units in the cells of the plan, with their places.
  var unitUses: [UnitUse] { madeUnitUses.value { usesOfUnits() } }

  /// What finds the names of these units in running text.
  var unitMentions: UnitMentions { madeUnitMentions.value { UnitMentions(self) } }

  /// What the comments of the file suppress.
  var suppressions: Suppressions { madeSuppressions.value { Suppressions(document, ruleNames: ruleNames) } }
}

// MARK: Texts

extension PlanIndex {
  /// Every text that the document's authors wrote, once, in the order of the sections. The copy of the checklist is
  /// left out: its words are those of the authority that issued it.
  var texts: [PlanText] { textPlaces.all }

  /// The same, with what each of them is.
  var textPlaces: PlanTexts { madeTexts.value { PlanTexts(document) } }

  /// The same texts in one row of characters.
  var textRow: TextRow { madeTextRow.value { TextRow(texts) } }

  /// The same texts as they are searched for words.
  var denseTexts: DenseTexts { DenseTexts(textRow) }

  /// The texts of the measures as they are searched for words.
  var denseMeasures: DenseTexts { DenseTexts(textRow, textPlaces.measures) }

  /// Where each of their characters stands.
  var characterPlaces: CharacterPlaces { madeCharacterPlaces.value { CharacterPlaces(textRow) } }

  /// The letters that the texts name, in order.
  var letters: [CitationParts.Letter] {
    madeLetters.value { characterPlaces.texts(withAny: "第").flatMap { CitationParts.letters(in: texts[$0]) } }
  }

  /// A web address, and the text that it stands in.
  typealias TextAddress = (text: PlanText, address: WebAddress)

  /// The web addresses of the texts, in order.
  var webAddresses: [TextAddress] {
    madeWebAddresses.value {
      characterPlaces.texts(withAny: "hH").map { texts[$0] }.flatMap { text in
        WebAddress.all(in: text).map { (text, $0) }
      }
    }
  }

  /// Where words with a wrong character stand, by their numbers among ``WrongWord/wrong``.
  var wrongWords: [CharacterPlaces.Hit] { madeWrongWords.value { characterPlaces.hits(of: WrongWord.wrong) } }

  /// The paragraphs of each text, headings and rows of tables included.
  var paragraphs: IndexedParagraphs { madeParagraphs.value { IndexedParagraphs(denseTexts) } }

  /// The paragraphs and items that stand side by side.
  var paragraphLists: [[Paragraph]] { madeParagraphLists.value { listParagraphs() } }

  /// The attachments, and the places that name them.
  var attachments: PlanAttachments { madeAttachments.value { PlanAttachments(document.content) } }

  /// Every list whose items have numbers.
  var numberedLists: NumberedLists { madeNumberedLists.value { NumberedLists(document, groups: groups) } }

  /// The places at which a page is probably missing.
  var lostPages: [LostPage] { madeLostPages.value { findLostPages() } }

  /// The texts of the measures as they are compared with each other.
  var measureTokens: MeasureTokens { madeMeasureTokens.value { MeasureTokens(denseMeasures) } }

  /// The measures that repeat each other, as a whole or in part.
  var repeats: MeasureRepeats { madeRepeats.value { MeasureRepeats(self) } }

  /// Gives back what only rules that compare measures need.
  func forgetComparisons() {
    madeRepeats.release()
    madeMeasureTokens.release()
  }

  /// Whether a text stands on a line that is reported as a field which is not written as one. Before that is mended
  /// nobody knows what its value is.
  func isInDoubt(_ text: PlanText) -> Bool {
    let lines = madeLinesInDoubt.value { Self.linesInDoubt(of: document) }
    return !lines.isEmpty && lines.contains(source.line(at: text.range.lowerBound))
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
}

extension Array {
  /// Those fields whose words are no placeholder; the same list, not another one, where none is.
  fileprivate func withoutPlaceholders<Value>(
    _ text: (Value) -> PlanText
  ) -> Self where Element == WrittenField<Value> {
    func isPlaceholder(_ field: Element) -> Bool { Placeholder.first(in: text(field.value)) != nil }
    return contains(where: isPlaceholder) ? filter { !isPlaceholder($0) } : self
  }
}
