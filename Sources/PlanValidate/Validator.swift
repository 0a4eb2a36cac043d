import PlanModel

/// Runs rules over plans.
public struct Validator: Sendable {
  /// The checklists that plans may name.
  public var catalog: ChecklistCatalog
  /// A checklist to use whatever the plan names.
  public var checklist: Checklist?

  /// A validator.
  public init(catalog: ChecklistCatalog = .builtIn, checklist: Checklist? = nil) {
    self.catalog = catalog
    self.checklist = checklist
  }

  /// The findings on a document, in the order of the file.
  public func findings(on document: PlanDocument) -> [Finding] {
    let index = PlanIndex(document, catalog: catalog, checklist: checklist)
    // A file that could not be read would only make every rule report the same thing in its own words.
    let rules = RuleRegistry.all.filter { rule in
      rule.documents.contains(document.content.kind)
        && (document.isReadable || rule.description.family == .reading)
    }
    let findings = rules.flatMap { rule -> [Finding] in
      var list = FindingList(rule: rule.description)
      rule.check(index, &list)
      return list.findings
    }
    return findings.enumerated().sorted { a, b in
      (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset)
    }.map(\.element)
  }
}
