import PlanModel

/// A rule: one file that holds what it is called, why it exists, an example of either kind, and the check.
///
/// A rule knows neither which severity was configured nor how findings are printed. It reads the ``PlanIndex`` and adds
/// findings.
public protocol Rule: Sendable {
  /// What the rule is.
  static var description: RuleDescription { get }
  /// The kinds of document that it looks at; a plan alone unless the rule says otherwise.
  static var documents: Set<DocumentKind> { get }
  /// Whether it compares the plan with a checklist, so that it cannot run without one.
  static var needsChecklist: Bool { get }
  /// Looks at a plan.
  static func check(_ plan: PlanIndex, _ findings: inout FindingList)
}

extension Rule {
  /// Most rules are about plans.
  public static var documents: Set<DocumentKind> { [.plan] }
  /// Most rules follow the plan's own levels.
  public static var needsChecklist: Bool { false }
}
