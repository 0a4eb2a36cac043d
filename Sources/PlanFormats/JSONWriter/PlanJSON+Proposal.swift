import PlanModel
import PlanText

extension PlanJSON {
  /// The whole proposal.
  public static func output(_ proposal: Proposal) -> JSONOutput {
    let years = proposal.metadata.years
    return .members([
      ("$schema", text(proposal.schema)),
      ("format", .string(format)),
      ("document", .string(DocumentKind.proposal.rawValue)),
      ("title", text(proposal.title)),
      ("name", text(proposal.metadata.name)),
      ("year", proposal.metadata.year.map(year)),
      ("unit", text(proposal.metadata.unit)),
      ("metadataComments", texts(proposal.metadata.comments)),
      ("sections", .array(proposal.sections.map { section($0, in: years) })),
      ("comments", texts(proposal.comments)),
    ])
  }

  private static func section(_ section: ProposalSection, in years: PlanYears) -> JSONOutput {
    let content: (String, JSONOutput?)
    switch section.content {
    case .categories(let categories): content = ("categories", .array(categories.map(category)))
    case .contributors(let contributors): content = ("contributors", .array(contributors.map(contributor)))
    case .points(let points): content = ("points", .array(points.map(point)))
    case .parts(let parts): content = ("parts", .array(parts.map { part($0, in: years) }))
    case .text(let body): content = ("text", .string(body.string))
    case .contact(let contact):
      content = (
        "contact",
        .members([("name", text(contact.name)), ("phone", text(contact.phone)), ("email", text(contact.email))])
      )
    }
    return .members([
      ("heading", .string(section.heading.string)), ("kind", .string(section.kind.rawValue)),
      ("intro", text(section.intro)), content, ("closing", text(section.closing)),
      ("comments", texts(section.comments)),
    ])
  }

  private static func category(_ category: ProposalCategory) -> JSONOutput {
    .members([("text", .string(category.text.string)), ("ticked", category.isTicked ? .bool(true) : nil)])
  }

  static func contributor(_ contributor: Contributor) -> JSONOutput {
    .members([
      ("role", .string(contributor.role.string)), ("name", .string(contributor.name.string)),
      ("share", .string(contributor.share.string)), ("percent", contributor.percent.map(percent)),
    ])
  }

  /// A number where it is whole, and its digits where it is not.
  private static func percent(_ percent: Percentage) -> JSONOutput {
    percent.hundredths.isMultiple(of: 100) ? .int(percent.hundredths / 100) : .string(percent.digits)
  }

  private static func point(_ point: ProposalPoint) -> JSONOutput {
    .members([("label", point.label.map { .string($0.text) }), ("text", .string(point.text.string))])
  }

  private static func part(_ part: ProposalPart, in years: PlanYears) -> JSONOutput {
    .members([
      ("heading", text(part.heading)), ("text", text(part.text)),
      ("phases", part.phases.isEmpty ? nil : .array(part.phases.map { phase($0, in: years) })),
      ("closing", text(part.closing)),
    ])
  }

  private static func phase(_ phase: Phase, in years: PlanYears) -> JSONOutput {
    .members([
      ("label", phase.label.map { .string($0.text) }), ("text", .string(phase.text.string)),
      ("period", phase.period.map { deadline($0, in: years) }), ("units", text(phase.units)),
      ("comments", texts(phase.comments)),
    ])
  }
}
