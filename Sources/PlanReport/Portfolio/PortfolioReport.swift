import PlanAudit
import PlanModel
import PlanText
import PlanValidate

/// A report on many plans, for those who have to look after all of them: the worst first.
public struct PortfolioReport: Sendable {
  /// The plans, the worst first.
  let parts: [PortfolioPart]
  let options: PortfolioOptions
  /// The measures of several agencies that are alike.
  let copies: [Copy]
  /// For each plan, how many of its measures are among them.
  let copied: [Int]
  /// How many measures in words of their own there are, and how many of these were compared with each other.
  let compared: (all: Int, compared: Int)

  /// Measures of several agencies that are alike.
  struct Copy: Sendable {
    /// What the first of them says.
    let text: String
    let agencies: Int
    let members: [Member]

    struct Member: Sendable {
      /// The plan, as an index into ``PortfolioReport/parts``.
      let plan: Int
      let place: String
      /// The words of the first that it has otherwise, and its own.
      let wording: (first: String, own: String)?
    }
  }

  /// Puts a report together of what is said of each plan, in the order in which they were found.
  public init(_ parts: [PortfolioPart], _ options: PortfolioOptions) {
    self.options = options
    let order = parts.map(\.part).worstFirstOrder
    let parts = order.map { parts[$0] }
    self.parts = parts
    // Two plans of one agency, of this year and the last, share what they like.
    var owners: [String: Int] = [:]
    var texts: [(owner: Int, text: String)] = []
    var places: [(plan: Int, place: String)] = []
    for (number, part) in parts.enumerated() {
      let key = NameKey(part.name).text
      let owner = owners[key] ?? owners.count
      owners[key] = owner
      for measure in part.measures {
        texts.append((owner, measure.text))
        places.append((number, measure.place))
      }
    }
    let found = CopiedMeasures.groups(texts)
    compared = (texts.count, found.compared)
    var copied = Array(repeating: 0, count: parts.count)
    copies = found.groups.map { group in
      for member in group.members { copied[places[member.index].plan] += 1 }
      return Copy(
        text: texts[group.members[0].index].text.excerpt(PortfolioPart.longestWords), agencies: group.owners,
        members: group.members.map { member in
          let place = places[member.index]
          return Copy.Member(plan: place.plan, place: place.place, wording: member.wording)
        })
    }
    self.copied = copied
  }

  /// A rule, and the plans in which it finds something, the worst first.
  struct Fault {
    let rule: CountedRule
    let plans: [Int]
  }

  var faults: [Fault] {
    parts.map(\.part).countedRules.map { rule in
      Fault(rule: rule, plans: parts.indices.filter { parts[$0].faults[rule.description.code] != nil })
    }
  }

  /// A focus of a checklist, with the plans that have measures for it and those that have none.
  struct FocusRow {
    let checklist: Checklist
    let entry: Int
    fileprivate(set) var answered: Int
    fileprivate(set) var missing: [Int]

    fileprivate mutating func add(plan: Int, measures: Int) {
      if measures > 0 { answered += 1 } else { missing.append(plan) }
    }
  }

  /// The focuses of all checklists that plans follow, those first that the most plans lack.
  var focuses: [FocusRow] {
    var rows: [String: [Int: FocusRow]] = [:]
    for (number, part) in parts.enumerated() {
      guard let coverage = part.coverage else { continue }
      for focus in coverage.focuses {
        let empty = FocusRow(checklist: coverage.checklist, entry: focus.entry, answered: 0, missing: [])
        rows[coverage.checklist.identifier, default: [:]][focus.entry, default: empty]
          .add(plan: number, measures: focus.measures)
      }
    }
    return rows.values.flatMap(\.values).sorted { a, b in
      (-a.missing.count, a.checklist.identifier, a.entry) < (-b.missing.count, b.checklist.identifier, b.entry)
    }
  }

  /// The overdue measures, those first that are so the longest.
  var overdue: [(plan: Int, measure: PortfolioPart.Overdue)] {
    let all = parts.indices.flatMap { number in (parts[number].progress?.overdue ?? []).map { (number, $0) } }
    return all.enumerated().sorted { ($0.element.1.day, $0.offset) < ($1.element.1.day, $1.offset) }.map(\.element)
  }
}
