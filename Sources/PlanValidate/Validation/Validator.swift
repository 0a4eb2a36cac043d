import PlanFormats
import PlanModel
import PlanText
import Synchronization

/// Runs rules over plans.
public struct Validator: Sendable {
  /// The checklists that plans may name.
  public var catalog: ChecklistCatalog
  /// A checklist to use whatever the plan names.
  public var checklist: Checklist?
  /// Which rules run, and how bad their findings are.
  public var settings: RuleSettings
  /// The day whose state is looked at, by which reports (辦理情形) dated later are found; nil where nobody named one.
  public var asOf: CalendarDate?
  /// How many threads check one document. What is found does not depend on it.
  public var threads = 1
  /// Whether the report is going to be asked which checkpoints a plan answers: then that is worked out beside the rules.
  public var looksAtCheckpoints = false

  public init(
    catalog: ChecklistCatalog = .builtIn, checklist: Checklist? = nil, settings: RuleSettings = RuleSettings()
  ) {
    self.catalog = catalog
    self.checklist = checklist
    self.settings = settings
  }

  /// The findings on a document that no comment suppresses, in the order of the file.
  public func findings(on document: PlanDocument) -> [Finding] { report(on: document).findings }

  /// The findings on a document, those that its comments suppress and, if they are asked for, the claims that hold.
  public func report(on document: PlanDocument, withConfirmations: Bool = false) -> FileReport {
    let index = PlanIndex(
      document, catalog: catalog, checklist: checklist, asOf: asOf, looksAtCheckpoints: looksAtCheckpoints
    ) { RuleRegistry.names }
    // A file that could not be read would only make every rule report the same thing in its own words.
    let wanted = RuleRegistry.all.filter { rule in
      rule.documents.contains(document.content.kind)
        && (document.isReadable || rule.description.family == .reading) && settings.isOn(rule.description)
    }
    func canRun(_ rule: any Rule.Type) -> Bool { index.checklist != nil || !rule.needsChecklist }
    let rules = wanted.filter(canRun)
    let checklist = document.content.kind == .plan && document.isReadable ? index.checklist : nil
    let isCovered = looksAtCheckpoints && checklist != nil
    let lists = lists(of: rules.filter { $0.description.family != .tool }, on: index, withCoverage: isCovered)
    let (shown, hidden, unused) = index.suppressions.divide(lists.flatMap(\.findings).inOrderOfFile)
    // Of a rule that did not run nobody knows whether it would have found something.
    let idle = unused.filter { entry in
      RuleRegistry.rule(entry.code).map { settings.isOn($0.description) && canRun($0) } ?? false
    }
    let aboutComments = self.lists(
      of: rules.filter { $0.description.family == .tool }, on: index, unusedSuppressions: idle
    ).flatMap(\.findings)
    let confirmations = lists.flatMap(\.confirmations).enumerated().sorted { a, b in
      (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset)
    }.map(\.element)
    return FileReport(
      document: document, findings: (shown + aboutComments).inOrderOfFile, hidden: hidden,
      confirmations: withConfirmations ? confirmations : nil,
      checklist: checklist, coverage: isCovered ? index.coverage : nil,
      isChecklistRecognized: self.checklist == nil && checklist != nil && document.isChecklistRecognized,
      catalog: catalog,
      notChecked: document.isReadable
        ? NotChecked(in: document, idleRules: wanted.filter { !canRun($0) }.map { $0.description.code }) : .nothing)
  }

  /// What rules find, with the severities that were set for them.
  private func lists(
    of rules: [any Rule.Type], on index: PlanIndex, withCoverage: Bool = false,
    unusedSuppressions: [Suppressions.Entry] = []
  ) -> [FindingList] {
    // Of rules of one workload those of the last families take longest.
    let order: [Int?] = rules.indices.reversed().map { ($0, rules[$0].workload.rawValue) }.sorted { a, b in a.1 < b.1 }
      .map(\.0)
    let comparisons = rules.count { $0.workload == .comparison }
    let comparing = Countdown(comparisons)
    // The checkpoints take longest of all that needs little memory; nil stands for them.
    let work = Array(order[..<comparisons] + (withCoverage ? [nil] : []) + order[comparisons...])
    let lists = Parallel.map(work.count, threads: threads) { [settings] number -> FindingList? in
      guard let rule = work[number].map({ rules[$0] }) else {
        _ = index.coverage
        return nil
      }
      defer { if rule.workload == .comparison, comparing.isLast() { index.forgetComparisons() } }
      let description = rule.description
      var list = FindingList(rule: description, unusedSuppressions: unusedSuppressions)
      rule.check(index, &list)
      guard !list.findings.isEmpty else { return list }
      list.removeRepeats()
      list.withhold(index.deadlinesInDoubt)
      if description.family == .document { list.remove(at: index.document.linesHiddenByHTML) }
      if let severity = settings.severity(of: description) { list.setSeverity(severity) }
      return list
    }
    var listOfRule: [FindingList?] = rules.map { _ in nil }
    for (rule, list) in zip(work, lists) { if let rule { listOfRule[rule] = list } }
    return listOfRule.compactMap(\.self)
  }

  /// Tells which of several threads is the last to be done with something.
  private final class Countdown: Sendable {
    private let left: Atomic<Int>

    init(_ count: Int) { left = Atomic(count) }

    func isLast() -> Bool { left.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 }
  }
}
