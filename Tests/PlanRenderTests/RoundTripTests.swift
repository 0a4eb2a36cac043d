import PlanFormats
import PlanModel
import PlanText
import PlanRender
import PlanTestSupport
import Testing

/// What is printed in Markdown reads back as the same measures.
@Suite struct RoundTripTests {
  static let checklist = ChecklistCatalog.builtIn.checklist(identifier: "police-107")

  @Test(arguments: [(Seed.shilin, ViewName.measures), (.taichung, .measures), (.district, .strategies)])
  func measuresOfSeed(seed: Seed, view: ViewName) throws {
    let checklist = ChecklistCatalog.builtIn.checklist(identifier: view == .measures ? "police-107" : "district-109")
    try expectSameMeasures(PlanDocument(reading: seed.source()).plan, view, checklist: checklist)
  }

  @Test(arguments: 0..<200)
  func measuresOfGeneratedPlan(number: Int) throws {
    var generator = PlanGenerator(seed: UInt64(number))
    try expectSameMeasures(generator.plan(), .measures, checklist: number.isMultiple(of: 2) ? Self.checklist : nil)
  }

  @Test func surveyOfSeed() throws { try expectSameSurvey(PlanDocument(reading: Seed.shilin.source()).plan) }

  @Test func taskForceOfSeed() throws { try expectSameTaskForce(PlanDocument(reading: Seed.taichung.source()).plan) }

  @Test func inspectionLogOfSeed() throws { try expectSameLog(PlanDocument(reading: Seed.district.source()).plan) }

  @Test(arguments: 0..<100)
  func inspectionLogOfGeneratedPlan(number: Int) throws {
    var generator = PlanGenerator(seed: UInt64(number))
    try expectSameLog(generator.inspectionLog())
  }

  @Test(arguments: 0..<100)
  func rostersOfGeneratedPlan(number: Int) throws {
    var generator = PlanGenerator(seed: UInt64(number))
    let plan = generator.rosters()
    try expectSameSurvey(plan)
    try expectSameTaskForce(plan)
  }

  /// A JSON plan may have carriage returns in its texts; in a table one would end the row.
  @Test func carriageReturnsOfJSON() throws {
    let json = """
      {"format": "plantool/1", "sections": [{"kind": "survey", "heading": "附表2、措施調查表", "rows": [
        {"dimension": "甲", "item": "乙", "name": "丙\\r\\n丁", "text": "戊\\r己"}]}]}
      """
    let document = PlanDocument(reading: SourceText(name: "a.plan.json", text: json))
    // Whoever reads on finds the lines; who wants to convert is told first.
    #expect(document.problems.count == 1)
    #expect(throws: PlanConversion.Problem.self) { try PlanConversion.convert(document, to: .text) }
    try expectSameSurvey(document.plan)
    let rows = try Renderer.tables(of: document.plan, checklist: nil, for: .survey)[0].rows
    #expect(rows.map { $0.map(\.text) } == [["甲", "乙", "丙\n丁", "戊\n己"]])
  }

  // MARK: Comparing

  private func reread(_ plan: Plan, _ view: ViewName, checklist: Checklist?) throws -> Plan {
    let head = PlanTextWriter.text(Plan(title: plan.title, metadata: plan.metadata))
    let text = head + "\n" + (try Renderer.text(view, of: plan, checklist: checklist, as: .markdown))
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    // A printed table leaves a field empty that a measure lacks.
    let problems = document.problems.filter { if case .continuedCells = $0.value { false } else { true } }
    #expect(problems.map { "\($0.value)" } == [], "\(text)")
    return document.plan
  }

  private func expectSameMeasures(_ plan: Plan, _ view: ViewName, checklist: Checklist?) throws {
    let again = try reread(plan, view, checklist: checklist)
    let rows = flatten(plan, checklist)
    expectSame(withoutContinuedCells(flatten(again, checklist), lackedBy: rows), rows)
    let found = Set(headings(again, checklist))
    let expected = Set(headings(plan, checklist))
    #expect(expected.subtracting(found) == [])
    #expect(weights(again) == weights(plan))
    #expect(again.sections.map(\.heading.string) == measureSections(plan).map(\.heading.string))
    #expect(again.sections.map { $0.intro?.string } == measureSections(plan).map { $0.intro?.string })
    #expect(again.sections.map { $0.closing?.string } == measureSections(plan).map { $0.closing?.string })
  }

  private func measureSections(_ plan: Plan) -> [Section] { plan.sections.filter { $0.content.kind.layout != nil } }

  /// Every measure with its official place and all that holds for it.
  private func flatten(_ plan: Plan, _ checklist: Checklist?) -> [[String]] {
    let groups = plan.placedGroups(checklist: checklist)
    return zip(groups, headings(plan, checklist)).flatMap { place, heading in
      place.group.measures.map { measure in
        let fields = measure.fields.inheriting(place.fields)
        return [heading, words(of: measure, in: place.layout)]
          + MeasureField.shared.map { fields.text(of: $0)?.string ?? "" }
      }
    }
  }

  /// The rows without the words that were read in a cell for being those of the one above.
  private func withoutContinuedCells(_ rows: [[String]], lackedBy printed: [[String]]) -> [[String]] {
    let columns = MeasureField.shared.enumerated().filter { [.deadline, .units, .indicator].contains($0.element) }
    var shown = rows
    for index in rows.indices.dropFirst() where index < printed.count && rows[index].count == printed[index].count {
      for (column, _) in columns where printed[index][column + 2].isEmpty {
        if rows[index][column + 2] == rows[index - 1][column + 2] { shown[index][column + 2] = "" }
      }
    }
    return shown
  }

  /// The text and the number that is printed with it. Whether a number was written before the text or in it does not
  /// show in a cell.
  private func words(of measure: Measure, in layout: TableLayout) -> String {
    if let label = measure.label { return (layout.prints(label) ? label.text + "｜" : "") + measure.text.string }
    let text = measure.text
    guard let (label, length) = Label.read(at: text.string), layout.prints(label) else { return text.string }
    return label.text + "｜" + text.part(length..<text.string.utf8.count).string
  }

  private func headings(_ plan: Plan, _ checklist: Checklist?) -> [String] {
    var headings: [String] = []
    for place in plan.placedGroups(checklist: checklist) {
      if let checklist, let entry = place.entry {
        headings.append(checklist.names(to: entry).joined(separator: "／"))
      } else {
        let above = place.parent.map { headings[$0] + "／" } ?? ""
        headings.append(above + ChecklistName.plain(place.group.heading.string))
      }
    }
    return headings
  }

  /// The weights of the dimensions; a dimension that follows itself counts once.
  private func weights(_ plan: Plan) -> [String] {
    let all = plan.placedGroups(checklist: nil).filter { $0.parent == nil }.map { place in
      "\(ChecklistName.plain(place.group.heading.string).split(separator: "-").last ?? "") \(place.group.weight?.points ?? 0)"
    }
    return all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] }
  }

  private func expectSameSurvey(_ plan: Plan) throws {
    func rows(_ plan: Plan) -> [[String]] {
      plan.sections.flatMap { section -> [[String]] in
        guard case .survey(let rows) = section.content else { return [] }
        return rows.map { row in SurveyColumn.allCases.map { row[$0] } }
      }
    }
    expectSame(rows(try reread(plan, .survey, checklist: nil)), rows(plan))
  }

  private func expectSameTaskForce(_ plan: Plan) throws {
    func rows(_ plan: Plan) -> [[String]] {
      plan.sections.flatMap { section -> [[String]] in
        guard case .taskForce(let members) = section.content else { return [] }
        return members.map { member in MemberColumn.allCases.map { member[$0] } }
      }
    }
    expectSame(rows(try reread(plan, .taskForce, checklist: nil)), rows(plan))
  }

  /// Every group with what stands in it. Slots that a group does not have are empty cells in the table, so those are
  /// left out.
  private func expectSameLog(_ plan: Plan) throws {
    func groups(_ plan: Plan) -> [[String]] {
      plan.sections.flatMap { section -> [[String]] in
        guard case .inspectionLog(let log) = section.content else { return [] }
        let head = [[log.date?.string ?? "", section.intro?.string ?? "", section.closing?.string ?? ""]]
        return head
          + log.groups.map { group in
            let items = group.items.flatMap { item in
              [item.words]
                + zip(group.slots, item.cells).filter { !$0.1.text.isBlank }.flatMap {
                  [$0.0.text.string, $0.1.text.string]
                }
            }
            return [group.heading?.string ?? ""] + items + [group.text?.string ?? ""]
          }
      }
    }
    expectSame(groups(try reread(plan, .inspectionLog, checklist: nil)), groups(plan))
  }

  private func expectSame(_ found: [[String]], _ expected: [[String]]) {
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) where found != expected {
      #expect(found == expected)
      return
    }
  }
}
