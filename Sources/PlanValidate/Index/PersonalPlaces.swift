import PlanFormats
import PlanModel
import PlanText

/// Where personal data stand in a document, so that a line can be printed without them.
enum PersonalPlaces {
  static func places(in document: PlanDocument) -> [SourceRange] {
    let members = document.plan.sections.flatMap { section -> [PlanText] in
      if case .taskForce(let members) = section.content { members.map(\.name) } else { [] }
    }
    let names =
      members.filter { isName($0.string) } + (document.proposal.map(names) ?? [])
      + document.plan.sections.flatMap { section -> [PlanText] in
        guard case .taskForce(let members) = section.content else { return [] }
        return members.flatMap { [$0.duty, $0.remark] }.flatMap(PersonNames.behindLeads)
      }
    return PersonalDataScanner.data(in: document.source).map(\.range)
      + ContactPhone.all(in: document).map(\.number.firstLineRange) + names.map(\.firstLineRange)
  }

  /// The names of people in a proposal.
  static func names(in proposal: Proposal) -> [PlanText] {
    let contacts = proposal.sections.compactMap { section -> PlanText? in
      if case .contact(let contact) = section.content { contact.name } else { nil }
    }
    return (proposal.contributors.map(\.name) + contacts).filter { isName($0.string) }
  }

  /// Whether a cell for a name has one: not blank, and not hidden with circles.
  static func isName(_ cell: String) -> Bool {
    !cell.saysNothing && !cell.contains { "○〇◯●*＊Xx缺".contains($0) }
  }
}
