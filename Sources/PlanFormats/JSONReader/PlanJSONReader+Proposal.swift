import PlanModel
import PlanText

extension PlanJSONReader {
  /// A proposal, whose format and kind are already taken.
  mutating func proposal(_ object: inout ObjectReader) -> Proposal {
    var proposal = Proposal()
    proposal.title = object.text("title", problems: &problems)
    proposal.metadata.name = object.text("name", problems: &problems)
    proposal.metadata.year = object.take("year").flatMap { year($0) }
    years = proposal.metadata.years
    proposal.metadata.unit = object.text("unit", problems: &problems)
    proposal.metadata.comments = object.texts("metadataComments", problems: &problems)
    proposal.sections = object.array("sections", required: true, problems: &problems).compactMap { section($0) }
    proposal.comments = object.texts("comments", problems: &problems)
    proposal.schema = object.text("$schema", problems: &problems)
    object.finish(problems: &problems)
    return proposal
  }

  /// A section; nil where its kind is unknown, without which no key can be judged.
  private mutating func section(_ node: JSONNode) -> ProposalSection? {
    var object = ObjectReader(node, key: "section", problems: &problems)
    let heading = object.text("heading", required: true, problems: &problems) ?? ""
    let intro = object.text("intro", problems: &problems)
    let closing = object.text("closing", problems: &problems)
    let comments = object.texts("comments", problems: &problems)
    guard let word = object.text("kind", required: true, problems: &problems) else { return nil }
    guard let kind = ProposalSectionKind(rawValue: word.string) else {
      problems.add(
        .unknownValue(key: "kind", value: word.string, known: ProposalSectionKind.allCases.map(\.rawValue)),
        at: word.range)
      return nil
    }
    let content = content(kind, of: &object)
    object.finish(problems: &problems)
    return ProposalSection(
      heading: heading, kind: kind, content: content, intro: intro, closing: closing, comments: comments)
  }

  private mutating func content(_ kind: ProposalSectionKind, of object: inout ObjectReader) -> ProposalContent {
    switch kind {
    case .categories:
      return .categories(
        object.array("categories", required: true, problems: &problems).map { category($0) })
    case .contributors:
      return .contributors(object.array("contributors", required: true, problems: &problems).map { contributor($0) })
    case .scope where object.has("text"), .background, .attachmentList, .attachment, .narrative:
      return .text(object.text("text", required: true, problems: &problems) ?? "")
    case .effects where object.has("parts"), .methods:
      return .parts(object.array("parts", required: true, problems: &problems).map { part($0) })
    case .scope, .effects:
      return .points(object.array("points", required: true, problems: &problems).map { point($0) })
    case .contact:
      guard let node = object.take("contact") else {
        problems.add(.missingKey("contact"), at: object.range.lowerBound..<object.range.lowerBound + 1)
        return .contact(ProposalContact())
      }
      return .contact(contact(node))
    }
  }

  private mutating func category(_ node: JSONNode) -> ProposalCategory {
    var object = ObjectReader(node, key: "category", problems: &problems)
    let category = ProposalCategory(
      text: object.text("text", required: true, problems: &problems) ?? "",
      isTicked: object.flag("ticked", problems: &problems))
    object.finish(problems: &problems)
    return category
  }

  private mutating func contributor(_ node: JSONNode) -> Contributor {
    var object = ObjectReader(node, key: "contributor", problems: &problems)
    let contributor = Contributor(
      role: object.text("role", required: true, problems: &problems) ?? "",
      name: object.text("name", problems: &problems) ?? "", share: object.text("share", problems: &problems) ?? "")
    object.checkDerived(["percent"], against: PlanJSON.contributor(contributor), problems: &problems)
    object.finish(problems: &problems)
    return contributor
  }

  private mutating func contact(_ node: JSONNode) -> ProposalContact {
    var object = ObjectReader(node, key: "contact", problems: &problems)
    let contact = ProposalContact(
      name: object.text("name", problems: &problems), phone: object.text("phone", problems: &problems),
      email: object.text("email", problems: &problems))
    object.finish(problems: &problems)
    return contact
  }

  private mutating func point(_ node: JSONNode) -> ProposalPoint {
    var object = ObjectReader(node, key: "point", problems: &problems)
    let (label, labelRange) = label(of: &object)
    let point = ProposalPoint(
      label: label, labelRange: labelRange, text: object.text("text", required: true, problems: &problems) ?? "")
    object.finish(problems: &problems)
    return point
  }

  private mutating func part(_ node: JSONNode) -> ProposalPart {
    var object = ObjectReader(node, key: "part", problems: &problems)
    let part = ProposalPart(
      heading: object.text("heading", problems: &problems), text: object.text("text", problems: &problems),
      phases: object.array("phases", problems: &problems).map { phase($0) },
      closing: object.text("closing", problems: &problems))
    object.finish(problems: &problems)
    return part
  }

  private mutating func phase(_ node: JSONNode) -> Phase {
    var object = ObjectReader(node, key: "phase", problems: &problems)
    let (label, labelRange) = label(of: &object)
    let phase = Phase(
      label: label, labelRange: labelRange, text: object.text("text", required: true, problems: &problems) ?? "",
      period: object.take("period").flatMap { deadline($0, key: "period") },
      units: object.text("units", problems: &problems), comments: object.texts("comments", problems: &problems),
      range: node.range)
    object.finish(problems: &problems)
    return phase
  }
}
