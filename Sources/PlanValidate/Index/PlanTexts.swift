import PlanFormats
import PlanModel
import PlanText

/// The texts of a document, in the order of its sections.
struct PlanTexts: Sendable {
  private(set) var all: [PlanText] = []
  /// For each measure of the measure tables, in order, the number of its text.
  private(set) var measures: [Int] = []
  /// The numbers of the sections in free words.
  private(set) var narratives: [Int] = []
  /// For each row of the surveys, in order, the number of what it says.
  private(set) var surveyRows: [Int] = []
  /// The numbers of the names of people and units, dates and deadlines, in order.
  private(set) var names: [Int] = []

  init(_ document: PlanDocument) {
    switch document.content {
    case .plan(let plan): add(plan)
    case .proposal(let proposal): add(proposal)
    }
    all = all.withoutSpareRoom()
  }

  private mutating func add(_ text: PlanText?) {
    if let text { all.append(text) }
  }

  private mutating func add(name: PlanText?) {
    if name != nil { names.append(all.count) }
    add(name)
  }

  private mutating func add(_ proposal: Proposal) {
    for text in [proposal.title, proposal.metadata.name] { add(text) }
    add(name: proposal.metadata.unit)
    for section in proposal.sections {
      add(section.heading)
      add(section.intro)
      all += section.texts
      add(section.closing)
    }
  }

  private mutating func add(_ plan: Plan) {
    add(plan.title)
    for text in [plan.metadata.agency, plan.metadata.period?.text] + plan.versions { add(name: text) }
    add(plan.intro)
    for section in plan.sections {
      if !section.isContinuation { add(section.heading) }
      add(section.intro)
      switch section.content {
      case .narrative(let text):
        narratives.append(all.count)
        add(text)
      case .citations(let citations): all += citations.map(\.text)
      case .measures(let table):
        add(table.defaults)
        for group in table.groups { add(group) }
      case .survey(let rows):
        for row in rows {
          add(row.name)
          surveyRows.append(all.count)
          add(row.text)
          all += row.extra.map(\.text)
        }
      case .taskForce(let members):
        for text in members.flatMap({ [$0.role, $0.post, $0.duty, $0.remark] + $0.extra.map(\.text) }) {
          add(name: text)
        }
      case .units(let table):
        for text in table.units.flatMap({ [$0.name] + $0.aliases + $0.extra.map(\.text) }) { add(name: text) }
      case .inspectionLog(let log): add(log)
      case .checklist: break
      }
      add(section.closing)
    }
  }

  private mutating func add(_ log: InspectionLog) {
    add(name: log.date)
    for group in log.groups {
      add(group.heading)
      all += group.slots.map(\.text)
      for item in group.items { all += [item.text] + item.cells.map(\.text) }
      add(group.text)
    }
  }

  private mutating func add(_ group: MeasureGroup) {
    add(group.heading)
    add(group.defaults)
    for measure in group.measures {
      // Checkpoints are words of the checklist, as its copy is.
      for (field, text) in measure.texts where field != .checkpoints {
        if field == nil { measures.append(all.count) }
        add(text, of: field)
      }
    }
    for inner in group.groups { add(inner) }
  }

  private mutating func add(_ fields: MeasureFields) {
    for (field, text) in fields.texts { add(text, of: field) }
  }

  private mutating func add(_ text: PlanText, of field: MeasureField?) {
    switch field?.kind {
    case .deadline, .units: add(name: text)
    default: add(text)
    }
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
