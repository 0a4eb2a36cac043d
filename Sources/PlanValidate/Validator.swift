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
  public func findings(on document: PlanDocument) -> [Finding] { report(on: document).findings }

  /// The findings on a document and, if they are asked for, the claims that hold, both in the order of the file.
  public func report(on document: PlanDocument, withConfirmations: Bool = false) -> FileReport {
    let index = PlanIndex(document, catalog: catalog, checklist: checklist)
    // A file that could not be read would only make every rule report the same thing in its own words.
    let rules = RuleRegistry.all.filter { rule in
      rule.documents.contains(document.content.kind)
        && (document.isReadable || rule.description.family == .reading)
    }
    let lists = rules.map { rule -> FindingList in
      var list = FindingList(rule: rule.description)
      rule.check(index, &list)
      return list
    }
    return FileReport(
      document: document, findings: inOrder(lists.flatMap(\.findings), of: \.range),
      confirmations: withConfirmations ? inOrder(lists.flatMap(\.confirmations), of: \.range) : nil)
  }

  /// In the order of the file; at one place in the order of the rules.
  private func inOrder<Element>(_ elements: [Element], of range: KeyPath<Element, SourceRange>) -> [Element] {
    elements.enumerated().sorted { a, b in
      (a.element[keyPath: range].lowerBound, a.offset) < (b.element[keyPath: range].lowerBound, b.offset)
    }.map(\.element)
  }
}
