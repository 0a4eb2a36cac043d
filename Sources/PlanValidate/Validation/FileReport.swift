import PlanAudit
import PlanFormats
import PlanModel
import PlanText

/// The findings on one file.
public struct FileReport: Sendable {
  /// The file and the plan in it.
  public let document: PlanDocument
  /// The findings that are shown and counted, in the order of the file.
  public let findings: [Finding]
  /// The findings that a comment suppresses or a baseline lists, in the order of the file. Only formats for programs
  /// have them.
  public let hidden: [Finding]
  /// The claims that were verified, in the order of the file; nil where nobody asked for them.
  public let confirmations: [Confirmation]?
  /// The checklist that the plan was held against; nil where it is unknown or the file is no plan that can be read.
  public let checklist: Checklist?
  /// Whether it is one that the document does not say, told from the names in its tables.
  public let isChecklistRecognized: Bool
  /// What was worked out beside the rules; nil where nobody asked for it.
  private let madeCoverage: CheckpointCoverage?
  /// The checklists that were at hand.
  let catalog: ChecklistCatalog
  /// What no rule looked at.
  public let notChecked: NotChecked

  public init(
    document: PlanDocument, findings: [Finding], hidden: [Finding] = [], confirmations: [Confirmation]? = nil,
    checklist: Checklist? = nil, coverage: CheckpointCoverage? = nil, isChecklistRecognized: Bool = false,
    catalog: ChecklistCatalog = .builtIn,
    notChecked: NotChecked = .nothing
  ) {
    self.document = document
    self.findings = findings
    self.hidden = hidden
    self.confirmations = confirmations
    self.checklist = checklist
    madeCoverage = coverage
    self.isChecklistRecognized = isChecklistRecognized
    self.catalog = catalog
    self.notChecked = notChecked
  }

  /// Which checkpoints of the checklist the plan answers; nil where it was held against none. It is worked out each time,
  /// for those who show it, unless the ``Validator`` was told that it would be asked for.
  public var coverage: CheckpointCoverage? {
    checklist.map { checklist in
      madeCoverage ?? CheckpointCoverage(of: document.withoutCode.plan, checklist: checklist, catalog: catalog)
    }
  }

  /// The places of personal data, which are not to be printed.
  package var personalData: [SourceRange] { PersonalPlaces.places(in: document) }

  /// The same report with other findings shown and hidden.
  func dividing(shown: [Finding], hidden: [Finding]) -> FileReport {
    FileReport(
      document: document, findings: shown, hidden: hidden, confirmations: confirmations, checklist: checklist,
      coverage: madeCoverage, isChecklistRecognized: isChecklistRecognized, catalog: catalog, notChecked: notChecked)
  }

  /// All findings, hidden or not, in the order of the file.
  public var allFindings: [Finding] { hidden.isEmpty ? findings : (findings + hidden).inOrderOfFile }
}

extension [Finding] {
  /// The findings by their places; those at one place stay as they are.
  var inOrderOfFile: [Finding] {
    enumerated().sorted { a, b in (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset) }
      .map(\.element)
  }
}
