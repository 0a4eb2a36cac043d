import PlanText
import Testing

@testable import PlanFormats
@testable import PlanModel

/// A year in the life of a plan: its forms go to the units, units and the officer edit at random, and the forms come
/// back. Every word that is written is unique, so that it can be looked for.
struct ShareSimulation {
  /// What an editor wrote into a cell of a measure.
  struct Edit {
    /// The editor; nil for the officer.
    let form: Int?
    /// The measure, by where it stands in the file that was split.
    let measure: Int
    let cell: ShareCell
    let word: String
  }

  private var state: UInt64
  private var count = 0
  let original: PlanDocument
  private(set) var officer: Plan
  private(set) var forms: [(form: ShareForm, source: SourceText)] = []
  private(set) var edits: [Edit] = []
  /// Words of units that are in no cell of a measure: new rows, comments, headings.
  private(set) var others: [String] = []
  /// The measures that the officer has deleted.
  private(set) var deleted: Set<Int> = []

  /// Nil where the plan has no unit.
  init?(_ original: PlanDocument, seed: UInt64, editing: Bool = true) throws {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    (self.original, officer) = (original, original.plan)
    let shares = UnitShares(original.plan)
    if shares.shares.isEmpty { return nil }
    for (number, share) in shares.shares.enumerated() {
      let file = try original.form(of: share, shares)
      let source = SourceText(name: "\(share.unit).plan.\(file.syntax.rawValue)", text: file.text)
      let made = PlanDocument(reading: source)
      try #require(made.problems.allSatisfy { $0.value.keepsContent }, "\(made.problems) \(file.text)")
      if !editing || file.syntax == .json {
        forms.append((try #require(ShareForm(made.plan, name: source.name)), source))
        continue
      }
      let own = share.measures.map { shares.rows[$0].measure.range.lowerBound }
      let text = PlanTextWriter.text(edited(made.plan, number, own))
      let back = PlanDocument(reading: SourceText(name: source.name, text: text))
      // An edit may make of a hostile text something that cannot be read, which merge refuses.
      if back.problems.allSatisfy({ $0.value.keepsContent }), let form = ShareForm(back.plan, name: source.name) {
        forms.append((form, back.source))
      } else {
        forms.append((try #require(ShareForm(made.plan, name: source.name)), source))
        edits.removeAll { $0.form == number }
        others.removeAll { $0.hasPrefix("字\(number)之") }
      }
    }
    if editing { editOfficer() }
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func word(_ form: Int?) -> String {
    count += 1
    return "字\(form.map { "\($0)" } ?? "官")之\(count)止"
  }

  // MARK: Units

  private mutating func edited(_ plan: Plan, _ form: Int, _ own: [Int]) -> Plan {
    var plan = plan
    var rest = own[...]
    for index in plan.sections.indices {
      guard case .measures(var table) = plan.sections[index].content else { continue }
      for group in table.groups.indices { edit(&table.groups[group], form, &rest) }
      if next(12) == 0, table.groups.count > 1 { table.groups.swapAt(0, table.groups.count - 1) }
      plan.sections[index].content = .measures(table)
    }
    if next(8) == 0 {
      let word = word(form)
      others.append(word)
      plan.comments.append(PlanText(word))
    }
    return plan
  }

  private mutating func edit(_ group: inout MeasureGroup, _ form: Int, _ rest: inout ArraySlice<Int>) {
    for index in group.measures.indices {
      guard let measure = rest.popFirst() else { return }
      if next(2) == 0 { edit(&group.measures[index], form, measure) }
    }
    if next(10) == 0 {
      let word = word(form)
      others.append(word)
      group.measures.append(Measure(text: PlanText("新增作法\(word)")))
    }
    if next(25) == 0, !group.heading.isBlank {
      let word = word(form)
      others.append(word)
      group.heading = PlanText(group.heading.string + word)
    }
    if next(10) == 0 { group.measures.reverse() }
    for index in group.groups.indices { edit(&group.groups[index], form, &rest) }
  }

  private mutating func edit(_ measure: inout Measure, _ form: Int, _ place: Int) {
    let word = word(form)
    func note(_ cell: ShareCell) { edits.append(Edit(form: form, measure: place, cell: cell, word: word)) }
    switch next(10) {
    case 0...4:
      let blank = measure.progress.filter { !$0.text.isBlank }
      measure.fields[.progress] = .entries(
        blank + [ProgressEntry(text: PlanText("107年\(1 + next(12))月\(1 + next(28))日 \(word)"))])
      note(.field(.progress))
    case 5:
      measure.fields[.deadline] = .deadline(Deadline(PlanText("107年12月底\(word)")))
      note(.field(.deadline))
    case 6:
      measure.text = PlanText("\(word)\(measure.text.string)")
      note(.words)
    case 7:
      measure.innerComments.append(InnerComment(text: PlanText(word)))
      others.append(word)
    case 8: measure.innerComments = []
    default: measure.fields[.deadline] = nil
    }
  }

  // MARK: The officer

  private mutating func editOfficer() {
    for index in officer.sections.indices {
      guard case .measures(var table) = officer.sections[index].content else { continue }
      table.columns = nil
      for group in table.groups.indices { editOfficer(&table.groups[group]) }
      officer.sections[index].content = .measures(table)
    }
  }

  private mutating func editOfficer(_ group: inout MeasureGroup) {
    group.columns = nil
    for index in group.measures.indices.reversed() {
      let place = group.measures[index].range.lowerBound
      switch next(16) {
      case 0:
        let word = word(nil)
        group.measures[index].text = PlanText("\(word)\(group.measures[index].text.string)")
        edits.append(Edit(form: nil, measure: place, cell: .words, word: word))
      case 1:
        let word = word(nil)
        group.measures[index].fields[.deadline] = .deadline(Deadline(PlanText("107年11月\(word)")))
        edits.append(Edit(form: nil, measure: place, cell: .field(.deadline), word: word))
      case 2:
        group.measures.remove(at: index)
        deleted.insert(place)
        edits.removeAll { $0.form == nil && $0.measure == place }
      case 3: group.measures.swapAt(0, index)
      default: break
      }
    }
    for index in group.groups.indices { editOfficer(&group.groups[index]) }
    if next(6) == 0, group.groups.count > 1, let moved = group.groups[0].measures.popLast() {
      group.groups[group.groups.count - 1].measures.append(moved)
    }
  }
}
