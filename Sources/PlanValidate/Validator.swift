import PlanModel

/// Runs rules over plans.
public struct Validator: Sendable {
  /// The checklists that plans may name.
  public var catalog: ChecklistCatalog
  /// A checklist to use whatever the plan names.
  public var checklist: Checklist?
  /// Which rules run, and how bad their findings are.
  public var settings: RuleSettings

  /// A validator.
  public init(
    catalog: ChecklistCatalog = .builtIn, checklist: Checklist? = nil, settings: RuleSettings = RuleSettings()
  ) {
    self.catalog = catalog
    self.checklist = checklist
    self.settings = settings
  }

  /// The findings on a document that no comment suppresses, in the order of the file.
  public func findings(on document: PlanDocument) -> [Finding] { report(on: document).findings }

  /// The findings on a document, and those that its comments suppress.
  public func report(on document: PlanDocument) -> FileReport {
    var index = PlanIndex(document, catalog: catalog, checklist: checklist)
    // A file that could not be read would only make every rule report the same thing in its own words.
    let rules = RuleRegistry.all.filter { rule in
      rule.documents.contains(document.content.kind)
        && (document.isReadable || rule.description.family == .reading) && settings.isOn(rule.description)
    }
    let found = findings(of: rules.filter { $0.description.family != .tool }, on: index)
    let (shown, hidden, unused) = index.suppressions.divide(found, in: document.source)
    // Of a rule that did not run nobody knows whether it would have found something.
    index.unusedSuppressions = unused.filter { entry in
      RuleRegistry.rule(entry.code).map { settings.isOn($0.description) } ?? false
    }
    let aboutComments = findings(of: rules.filter { $0.description.family == .tool }, on: index)
    return FileReport(document: document, findings: (shown + aboutComments).inOrderOfFile, hidden: hidden)
  }

  private func findings(of rules: [any Rule.Type], on index: PlanIndex) -> [Finding] {
    rules.flatMap { rule -> [Finding] in
      var list = FindingList(rule: rule.description)
      rule.check(index, &list)
      guard let severity = settings.severity(of: rule.description) else { return list.findings }
      return list.findings.map { finding in
        var finding = finding
        finding.severity = severity
        return finding
      }
    }.inOrderOfFile
  }
}
