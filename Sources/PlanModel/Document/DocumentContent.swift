import PlanText

/// What a file holds.
public enum DocumentContent: Sendable {
  /// 執行計畫
  case plan(Plan)
  /// 創意提案表
  case proposal(Proposal)

  /// The kind, without the content.
  public var kind: DocumentKind {
    switch self {
    case .plan: .plan
    case .proposal: .proposal
    }
  }

  public var title: PlanText? {
    switch self {
    case .plan(let plan): plan.title
    case .proposal(let proposal): proposal.title
    }
  }

  /// `$schema` of a JSON file.
  package var schema: PlanText? {
    get {
      switch self {
      case .plan(let plan): plan.schema
      case .proposal(let proposal): proposal.schema
      }
    }
    set {
      switch self {
      case .plan(var plan):
        plan.schema = newValue
        self = .plan(plan)
      case .proposal(var proposal):
        proposal.schema = newValue
        self = .proposal(proposal)
      }
    }
  }
}
