import PlanModel
import PlanText
import PlanValidate

/// What a report on many files says of one of them.
///
/// Parts are made by several threads at once, and once a part is made its file and plan can go: of eight thousand plans
/// only the words that are printed stay in memory.
public struct ReportPart: Sendable {
  /// The name of the file.
  let name: String
  /// The agency whose plan it is, as the plan says.
  let agency: String?
  /// How many findings it has.
  public let counts: FindingCounts
  /// What is printed of it; empty where a format is made of all reports at the end.
  var text: String
  /// How many findings are in it.
  let shownFindings: Int
  /// How many of these stand there without their lines.
  let shortFindings: Int
  /// What is printed of what was checked and holds, a line each; nil where nobody asked for it.
  let confirmations: [String]?
  /// What no rule looked at in the file.
  let notChecked: [NotChecked.Part]
  /// What is printed of each such thing, where what holds is listed too.
  let notCheckedLines: [String]
  /// What is said of its checkpoints: how many it answers, and where that was asked for, each of them.
  let checkpoints: [String]
  /// The checklist that was told from the names in the tables of a document; nil where somebody says which it is.
  let recognizedChecklist: String?
  /// The report, where the format needs all of them at the end.
  let report: FileReport?

  /// Where the name of an agency is cut off, in characters.
  private static let longestAgency = 60

  init(
    _ report: FileReport, text: String = "", shownFindings: Int = 0, shortFindings: Int = 0,
    confirmations: [String]? = nil, notCheckedLines: [String] = [],
    checkpoints: [String] = [], isKept: Bool = false
  ) {
    name = report.document.source.name
    agency =
      report.document.proposal == nil ? report.document.plan.metadata.agency?.string.excerpt(Self.longestAgency) : nil
    self.shownFindings = shownFindings
    self.shortFindings = shortFindings
    counts = FindingCounts(report)
    self.text = text
    notChecked = report.notChecked.parts
    self.notCheckedLines = confirmations == nil ? [] : notCheckedLines
    self.confirmations = confirmations
    self.checkpoints = checkpoints
    recognizedChecklist = report.isChecklistRecognized ? report.checklist?.identifier : nil
    self.report = isKept ? report : nil
  }
}
