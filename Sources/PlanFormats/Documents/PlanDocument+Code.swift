import PlanModel
import PlanText

extension PlanDocument {
  /// The document as rules look at it: without the code in its texts, which is an example and nothing that the plan
  /// says, and without the white space at their ends.
  public var withoutCode: PlanDocument { with(content.withoutCode) }
}

extension DocumentContent {
  fileprivate var withoutCode: DocumentContent {
    switch self {
    case .plan(var plan):
      plan.intro.removeCode()
      for index in plan.sections.indices { plan.sections[index].removeCode() }
      return .plan(plan)
    case .proposal(var proposal):
      for index in proposal.sections.indices { proposal.sections[index].removeCode() }
      return .proposal(proposal)
    }
  }
}

extension PlanText {
  /// The text as rules look at it.
  fileprivate var said: PlanText { withoutCode.trimmed }

  /// The same; nil where that is the text as it is.
  fileprivate var saidOtherwise: PlanText? {
    let said = said
    return said.string == string ? nil : said
  }

  fileprivate mutating func removeCode() { self = said }
}

extension PlanText? {
  fileprivate mutating func removeCode() { self = map(\.said) }
}

extension [NamedText] {
  fileprivate mutating func removeCode() {
    for index in indices { self[index].text.removeCode() }
  }
}

extension MeasureFields {
  fileprivate mutating func removeCode() { self = changed { $0.saidOtherwise } ?? self }
}

extension Section {
  fileprivate mutating func removeCode() {
    intro.removeCode()
    closing.removeCode()
    switch content {
    case .narrative(let text): content = .narrative(text.withoutCode.trimmedAtEnd)
    case .citations(var citations):
      for index in citations.indices { citations[index].text.removeCode() }
      content = .citations(citations)
    case .measures(var table):
      table.defaults.removeCode()
      for index in table.groups.indices { table.groups[index].removeCode() }
      content = .measures(table)
    case .survey(var rows):
      for index in rows.indices {
        rows[index].text.removeCode()
        rows[index].extra.removeCode()
      }
      content = .survey(rows)
    case .taskForce(var members):
      for index in members.indices {
        members[index].duty.removeCode()
        members[index].remark.removeCode()
        members[index].extra.removeCode()
      }
      content = .taskForce(members)
    case .inspectionLog(var log):
      for group in log.groups.indices {
        log.groups[group].text.removeCode()
        for item in log.groups[group].items.indices { log.groups[group].items[item].text.removeCode() }
      }
      content = .inspectionLog(log)
    case .checklist, .units: break
    }
  }
}

extension MeasureGroup {
  fileprivate mutating func removeCode() {
    defaults.removeCode()
    // Hardly any measure has code. Where none has, the list stays that of the plan as it was read, which a loop that
    // may change it would copy before its first turn.
    let changed = measures.indices.filter { measures[$0].hasCode }
    if !changed.isEmpty { removeCode(ofMeasures: changed) }
    for index in groups.indices { groups[index].removeCode() }
  }

  private mutating func removeCode(ofMeasures changed: [Int]) {
    for index in changed {
      measures[index].text.removeCode()
      measures[index].fields.removeCode()
    }
  }
}

extension Measure {
  fileprivate var hasCode: Bool { text.saidOtherwise != nil || fields.changed { $0.saidOtherwise } != nil }
}

extension ProposalSection {
  fileprivate mutating func removeCode() {
    intro.removeCode()
    closing.removeCode()
    switch content {
    case .text(let text): content = .text(text.withoutCode.trimmedAtEnd)
    case .points(var points):
      for index in points.indices { points[index].text.removeCode() }
      content = .points(points)
    case .parts(var parts):
      for index in parts.indices { parts[index].removeCode() }
      content = .parts(parts)
    case .categories, .contributors, .contact: break
    }
  }
}

extension ProposalPart {
  fileprivate mutating func removeCode() {
    text.removeCode()
    closing.removeCode()
    for index in phases.indices { phases[index].text.removeCode() }
  }
}

extension CodeCursor {
  /// The code of a plan's file. JSON has none: its strings are texts of their own.
  package init(_ document: PlanDocument) { self.init(document.blocks) }
}
