import PlanModel
import PlanText

extension PlanTextWriter {
  mutating func write(_ proposal: Proposal) {
    if let title = proposal.title { block("# " + title.string) }
    write(proposal.metadata.comments)
    let fields: [(FieldName, PlanText?)] = [
      (.documentKind, PlanText(DocumentKind.proposal.name)), (.proposalName, proposal.metadata.name),
      (.proposalYear, proposal.metadata.year), (.proposalUnit, proposal.metadata.unit),
    ]
    block(lines(of: fields))
    for section in proposal.sections { write(section) }
    write(proposal.comments)
  }

  private func lines(of fields: [(FieldName, PlanText?)]) -> [String] {
    fields.flatMap { name, value in value.map { field(name, $0) } ?? [] }
  }

  private mutating func write(_ section: ProposalSection) {
    write(section.comments)
    block("## " + section.heading.string)
    if let intro = section.intro { block(intro.string) }
    switch section.content {
    case .categories(let categories):
      block(categories.flatMap { boxed($0.text, isTicked: $0.isTicked) })
    case .contributors(let contributors):
      block(
        PipeTable.lines(
          header: ContributorColumn.allCases.map(\.name),
          rows: contributors.map { contributor in ContributorColumn.allCases.map { contributor[$0] } }))
    case .points(let points): block(points.flatMap { item($0.text.string.lines, label: $0.label) })
    case .parts(let parts): for part in parts { write(part) }
    case .text(let text): free(text.string)
    case .contact(let contact):
      block(
        lines(of: [(.contactName, contact.name), (.contactPhone, contact.phone), (.contactEmail, contact.email)]))
    }
    if let closing = section.closing { block(closing.string) }
  }

  private mutating func write(_ part: ProposalPart) {
    if let heading = part.heading { block("### " + heading.string) }
    if let text = part.text { free(text.string) }
    block(part.phases.flatMap(phase))
    if let closing = part.closing { free(closing.string) }
  }

  private func phase(_ phase: Phase) -> [String] {
    let fields =
      lines(of: [(.phasePeriod, phase.period?.text), (.phaseUnits, phase.units)])
      + phase.comments.flatMap(Self.comment)
    return item(Self.insert(fields, into: phase.text.string), label: phase.label)
  }
}
