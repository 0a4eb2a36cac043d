import PlanAudit
import PlanModel
import PlanText
import PlanValidate

/// What a report on many plans says of one of them. Once it is made, its plan can go.
public struct PortfolioPart: Sendable {
  /// Its name and its counts.
  let part: ReportPart
  /// The agency; where the plan does not say so, its title or the name of its file.
  let name: String
  /// Where each rule finds something first, and what.
  let faults: [String: (place: String, summary: String)]
  /// What it has for its checklist; nil where that is unknown.
  let coverage: Coverage?
  /// How far its measures are; nil where no day was given, or where not all of them are known.
  let progress: Progress?
  /// The measures in words of its own, and where they stand.
  let measures: [(text: String, place: String)]
  /// How many measures it has in all.
  let measureCount: Int

  struct Coverage: Sendable {
    let checklist: Checklist
    /// The focuses that the checklist asks for, as its entries, with the number of measures.
    let focuses: [(entry: Int, measures: Int)]
    /// How many checkpoints there are, and how many of them are answered.
    let checkpoints: (all: Int, met: Int)

    var answered: Int { focuses.count { $0.measures > 0 } }
  }

  struct Progress: Sendable {
    let tally: StatusTally
    /// The measures that are overdue, those first that are so the longest; not all where there are many.
    let overdue: [Overdue]
  }

  struct Overdue: Sendable {
    let text: String
    let deadline: String
    let units: String
    let place: String
    /// The first day that has passed.
    let day: CalendarDate
  }

  /// How many overdue measures of a plan are listed.
  static let mostOverdue = 100
  /// Where words of a plan are cut off, in characters.
  static let longestWords = 80

  public var counts: FindingCounts { part.counts }

  /// What is said of a plan, on whichever thread.
  public init(_ report: FileReport, _ options: PortfolioOptions) {
    let report = report.joiningRepeats()
    let source = report.document.source
    let language = options.language
    func place(_ offset: Int) -> String { source.placeText(at: offset, language) }
    part = ReportPart(report)
    let plan = report.document.plan
    name =
      [plan.metadata.agency, report.document.proposal?.title ?? plan.title].lazy
      .compactMap { $0?.string.excerpt(60) }.first { !$0.isEmpty } ?? source.name
    var faults: [String: (String, String)] = [:]
    for finding in report.findings where faults[finding.code] == nil {
      faults[finding.code] = (place(finding.range.lowerBound), finding.summary(language).excerpt(Self.longestWords))
    }
    self.faults = faults
    let hasMeasures = report.document.proposal == nil && report.document.isReadable
    coverage = hasMeasures ? Self.coverage(of: report) : nil
    let own = hasMeasures ? report.ownMeasures : nil
    measures = (own?.texts ?? []).map { ($0.string, place($0.range.lowerBound)) }
    measureCount = own?.all ?? 0
    progress = hasMeasures ? Self.progress(of: report, options) : nil
  }

  private static func coverage(of report: FileReport) -> Coverage? {
    guard let checklist = report.checklist, let focuses = report.measuresByFocus, let points = report.coverage
    else { return nil }
    return Coverage(
      checklist: checklist, focuses: focuses, checkpoints: (points.points.count, points.count(.met)))
  }

  private static func progress(of report: FileReport, _ options: PortfolioOptions) -> Progress? {
    // Of measures that could not be read nobody knows how far they are.
    guard let day = options.day, !report.document.problems.contains(where: \.value.hidesParts) else { return nil }
    let status = PlanStatus(report.document, asOf: day, within: options.within)
    let late = status.lines.compactMap { line in
      line.progress.state == .overdue ? line.progress.missed.first.map { (line, $0) } : nil
    }
    let first = late.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element)
    return Progress(
      tally: StatusTally(status.lines),
      overdue: first.prefix(mostOverdue).map { line, day in
        Overdue(
          text: line.measure.text.string.excerpt(longestWords), deadline: line.deadline.excerpt(longestWords),
          units: line.units.joined.excerpt(longestWords),
          place: report.document.source.placeText(at: line.measure.text.range.lowerBound, options.language), day: day)
      })
  }
}
