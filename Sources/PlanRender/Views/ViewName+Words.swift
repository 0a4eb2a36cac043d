import PlanModel

extension ViewName {
  /// The view that a word names: what users type, or what the table is called on paper.
  public init?(word: String) {
    guard let view = ViewName(rawValue: word) ?? Self.allCases.first(where: { $0.words.contains(word) }) else {
      return nil
    }
    self = view
  }

  /// The view of what a section of a plan holds; nil where there is none of its own.
  public init?(of kind: SectionKind) {
    switch kind {
    case .measures: self = .measures
    case .workItems: self = .workItems
    case .strategies: self = .strategies
    case .survey: self = .survey
    case .taskForce: self = .taskForce
    case .checklist: self = .checklist
    case .inspectionLog: self = .inspectionLog
    case .narrative, .citations, .units: return nil
    }
  }

  /// What the table is called.
  private var words: [String] {
    switch self {
    case .measures: ["具體作法表", "具體作法", "作法表"]
    case .workItems: ["工作要項執行表", "工作要項"]
    case .strategies: ["策略與方法表", "策略與方法", "實施方法"]
    case .survey: ["措施調查表", "調查表"]
    case .taskForce: ["推動小組編組名冊", "編組名冊", "名冊"]
    case .checklist: ["檢核表"]
    case .coverage: ["涵蓋表"]
    case .byUnit: ["各單位", "各單位應辦事項"]
    case .deadlines: ["期限", "完成期限", "完成期限一覽"]
    case .timeline: ["時程圖", "期程圖", "甘特圖"]
    case .progress: ["辦理情形", "辦理情形表"]
    case .plan: ["計畫", "整份計畫"]
    case .inspectionLog: ["巡檢工作日誌", "工作日誌"]
    case .proposal: ["創意提案表", "提案表"]
    }
  }
}
