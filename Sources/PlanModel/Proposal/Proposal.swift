import PlanText

/// 創意提案表: an idea that an agency enters in a competition, on the form of its city or ministry.
public struct Proposal: Sendable {
  /// The name of the form, the `#` heading.
  public var title: PlanText?
  /// What the list under the title says.
  public var metadata: ProposalMetadata
  /// The parts of the form and the attachments, in order.
  public var sections: [ProposalSection]
  /// Comments behind the last section.
  public var comments: [PlanText]
  /// `$schema`: where an editor finds the schema of a JSON file; see ``Plan/schema``.
  public var schema: PlanText?

  public init(
    title: PlanText? = nil, metadata: ProposalMetadata = ProposalMetadata(), sections: [ProposalSection] = [],
    comments: [PlanText] = []
  ) {
    self.title = title
    self.metadata = metadata
    self.sections = sections
    self.comments = comments
  }

  /// The boxes of 提案類別.
  public var categories: [ProposalCategory] {
    sections.flatMap { section -> [ProposalCategory] in
      if case .categories(let categories) = section.content { categories } else { [] }
    }
  }

  /// 提案人員
  public var contributors: [Contributor] {
    sections.flatMap { section -> [Contributor] in
      if case .contributors(let contributors) = section.content { contributors } else { [] }
    }
  }

  /// The parts of 實施方法 and 成效, where they have headings of their own.
  public var parts: [ProposalPart] {
    sections.flatMap { section -> [ProposalPart] in
      if case .parts(let parts) = section.content { parts } else { [] }
    }
  }

  /// 投入成本: the parts whose heading says that they are about costs.
  public var costs: [ProposalPart] {
    parts.filter { part in
      part.heading.map { heading in ["成本", "經費", "費用", "預算"].contains { heading.string.has($0) } } ?? false
    }
  }

  /// The phases of all parts, in order.
  public var phases: [Phase] { parts.flatMap(\.phases) }

  /// The attachments behind the form, those without a number included.
  public var attachments: [ProposalSection] { sections.filter { $0.kind == .attachment } }
}

/// What the list under the title says of the whole proposal.
public struct ProposalMetadata: Sendable {
  /// 提案名稱
  public var name: PlanText?
  /// 提案年度: the year of the Republic of China, in digits.
  public var year: PlanText?
  /// 提案單位
  public var unit: PlanText?
  /// Comments in or before the list.
  public var comments: [PlanText]

  public init(name: PlanText? = nil, year: PlanText? = nil, unit: PlanText? = nil, comments: [PlanText] = []) {
    self.name = name
    self.year = year
    self.unit = unit
    self.comments = comments
  }

  /// The ROC year, if 提案年度 is written as it should be.
  public var rocYear: Int? { year.flatMap { YearReading($0.string).proper } }

  /// The ROC year that 提案年度 means, even where it is written differently.
  public var intendedROCYear: Int? { year.flatMap { YearReading($0.string).intended } }

  /// The Gregorian year from which dates without a year take theirs.
  public var planYear: Int? { intendedROCYear.map { $0 + CalendarDate.rocOffset } }

  /// Where dates without a year belong.
  public var years: PlanYears { PlanYears(year: planYear) }
}
