import PlanFormats
import PlanModel
import PlanText

extension PlanIndex {
  /// The texts as they are searched for words. Those of the measures, most of a plan, are there already.
  static func denseTexts(of texts: [PlanText], measures: [DenseText]) -> [DenseText] {
    var known = NumberTable<DenseText>(capacity: measures.count)
    for dense in measures where !dense.text.range.isEmpty {
      known[UInt64(dense.text.range.lowerBound), default: dense] = dense
    }
    return texts.map { text in
      if let dense = known[UInt64(text.range.lowerBound)], dense.text.range == text.range,
        dense.text.string.isWritten(text.string)
      {
        return dense
      }
      return DenseText(text)
    }
  }

  static func texts(of document: PlanDocument) -> [PlanText] {
    switch document.content {
    case .plan(let plan): texts(of: plan)
    case .proposal(let proposal): texts(of: proposal)
    }
  }

  private static func texts(of proposal: Proposal) -> [PlanText] {
    var texts = [proposal.title, proposal.metadata.name, proposal.metadata.unit].compactMap { $0 }
    for section in proposal.sections {
      texts.append(section.heading)
      if let intro = section.intro { texts.append(intro) }
      texts += section.texts
      if let closing = section.closing { texts.append(closing) }
    }
    return texts
  }

  private static func texts(of plan: Plan) -> [PlanText] {
    var texts = [plan.title, plan.metadata.agency, plan.metadata.period?.text].compactMap { $0 }
    for section in plan.sections {
      texts.append(section.heading)
      if let intro = section.intro { texts.append(intro) }
      switch section.content {
      case .narrative(let text): texts.append(text)
      case .citations(let citations): texts += citations.map(\.text)
      case .measures(let table):
        add(table.defaults, to: &texts)
        for group in table.groups { add(group, to: &texts) }
      case .survey(let rows): texts += rows.flatMap { [$0.name, $0.text] }
      case .taskForce(let members): texts += members.flatMap { [$0.role, $0.post, $0.duty, $0.remark] }
      case .units(let table): texts += table.units.flatMap { [$0.name] + $0.aliases }
      case .inspectionLog(let log): add(log, to: &texts)
      case .checklist: break
      }
      if let closing = section.closing { texts.append(closing) }
    }
    return texts
  }

  private static func add(_ log: InspectionLog, to texts: inout [PlanText]) {
    if let date = log.date { texts.append(date) }
    for group in log.groups {
      texts += [group.heading].compactMap { $0 } + group.slots.map(\.text)
      for item in group.items { texts += [item.text] + item.cells.map(\.text) }
      if let text = group.text { texts.append(text) }
    }
  }

  private static func add(_ group: MeasureGroup, to texts: inout [PlanText]) {
    texts.append(group.heading)
    add(group.defaults, to: &texts)
    for measure in group.measures {
      // Checkpoints are words of the checklist, as its copy is.
      for (field, text) in measure.texts where field != .checkpoints { texts.append(text) }
    }
    for inner in group.groups { add(inner, to: &texts) }
  }

  private static func add(_ fields: MeasureFields, to texts: inout [PlanText]) {
    texts += fields.texts.map(\.text)
  }
}

extension ProposalSection {
  /// The texts under the heading, without the names of people.
  fileprivate var texts: [PlanText] {
    switch content {
    case .categories(let categories): categories.map(\.text)
    case .contributors(let contributors): contributors.map(\.role)
    case .points(let points): points.map(\.text)
    case .parts(let parts): parts.flatMap(\.texts)
    case .text(let text): [text]
    case .contact: []
    }
  }
}

extension ProposalPart {
  /// The heading and every text under it, in order.
  var texts: [PlanText] {
    ([heading, text] + phases.flatMap { [$0.text, $0.period?.text, $0.units] } + [closing]).compactMap { $0 }
  }
}
