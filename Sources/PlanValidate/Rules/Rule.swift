import PlanModel
import PlanText

/// A rule: one file that holds what it is called, why it exists, an example of either kind, and the check.
///
/// A rule knows neither which severity was configured nor how findings are printed. It reads the ``PlanIndex`` and adds
/// findings.
public protocol Rule: Sendable {
  /// What the rule is.
  static var description: RuleDescription { get }
  /// The kinds of document that it looks at; a plan alone unless the rule says otherwise.
  static var documents: [DocumentKind] { get }
  /// Whether it compares the plan with a checklist, so that it cannot run without one.
  static var needsChecklist: Bool { get }
  /// Which of its findings have one cause, which is said once.
  static var repeats: Repeats { get }
  /// The rules that, where they have something to say of a whole name, say what this one would say of a word in it.
  static var yieldsTo: [any Rule.Type] { get }
  /// What the rule makes for itself while it runs.
  static var workload: RuleWorkload { get }
  /// Looks at a plan.
  static func check(_ plan: PlanIndex, _ findings: inout FindingList)
}

extension Rule {
  /// Most rules are about plans.
  public static var documents: [DocumentKind] { [.plan] }
  /// Most rules follow the plan's own levels.
  public static var needsChecklist: Bool { false }
  /// Most findings ask for a decision of their own.
  public static var repeats: Repeats { .apart }
  /// Most words are looked at by one rule.
  public static var yieldsTo: [any Rule.Type] { [] }
  /// Most rules make little.
  public static var workload: RuleWorkload { .little }
}

/// How much memory a rule needs besides what all rules share. Those that need much run first, when little else is
/// there yet; they take longest, too, so that no thread waits for them at the end.
public enum RuleWorkload: Int, Sendable {
  /// The texts of the measures as they are compared with each other, which is given back when the last of these rules
  /// has run.
  case comparison
  /// All words of the document once more.
  case words
  /// Nothing that counts.
  case little
}

/// Which findings of a rule are printed as one with all its places.
public enum Repeats: Sendable {
  /// None: each asks for a decision of its own.
  case apart
  /// Those that say the same in the same words.
  case sameWords
  /// All, where there are more than `limit`; `summary` says how many.
  case all(limit: Int, summary: @Sendable (Int) -> LocalizedText)
}
