import PlanModel
import PlanTestSupport
import Testing

/// The two real plans hold exactly what was counted in the documents by hand.
@Suite struct SeedCountTests {
  private func table(_ plan: Plan) throws -> MeasureTable {
    let tables = plan.sections.compactMap { section -> MeasureTable? in
      if case .measures(let table) = section.content { return table }
      return nil
    }
    return try #require(tables.first)
  }

  /// The focuses of a table, with the fields that hold for each measure.
  private func focuses(_ table: MeasureTable) -> [(name: String, measures: [Measure], fields: [MeasureFields])] {
    func walk(_ group: MeasureGroup, _ outer: MeasureFields) -> [(String, [Measure], [MeasureFields])] {
      let inherited = group.defaults.inheriting(outer)
      let own =
        group.level == .focus
        ? [(ChecklistName.plain(group.heading.string), group.measures, group.measures.map { $0.fields.inheriting(inherited) })] : []
      return own + group.groups.flatMap { walk($0, inherited) }
    }
    return table.groups.flatMap { walk($0, table.defaults) }
  }

  @Test func shilin() throws {
    let document = PlanDocument(reading: try Seed.shilin.source())
    #expect(document.problems.isEmpty)
    let plan = document.plan
    let kinds: [SectionKind] = [.citations] + Array(repeating: .narrative, count: 7) + [.measures, .survey]
    #expect(plan.sections.map(\.content.kind) == kinds)
    guard case .citations(let citations) = plan.sections[0].content, case .survey(let survey) = plan.sections[9].content else {
      Issue.record("the sections are not those of the document")
      return
    }
    #expect(citations.map { CitationParts($0.text).number?.string } == ["警署秘字第1070062631號", "北市警秘字第10733653600號"])
    #expect(survey.count == 11)
    let focuses = focuses(try table(plan))
    #expect(
      focuses.map(\.measures.count) == [
        2, 4, 6, 1, 5, 6, 7, 5, 2, 5, 3, 5, 1, 3, 2, 4, 7, 4, 2, 7, 2, 2, 1, 3, 7, 3,
      ])
    #expect(try table(plan).groups.map { $0.weight?.points } == [200, 300, 200, 200, 100])
    let deadlines = focuses.compactMap(\.fields.first?.deadline?.text.string)
    #expect(deadlines.count == 24)
    let forms = Dictionary(grouping: deadlines) { String($0.prefix(2)) }.mapValues(\.count)
    #expect(forms == ["持續": 1, "賡續": 6, "廣續": 15, "續辦": 2])
    #expect(focuses.compactMap(\.fields.first?.units).count == 24)
  }

  @Test func taichung() throws {
    let document = PlanDocument(reading: try Seed.taichung.source())
    #expect(document.problems.isEmpty)
    let plan = document.plan
    let kinds: [SectionKind] =
      [.citations] + Array(repeating: .narrative, count: 6) + [.measures, .taskForce, .checklist, .units]
    #expect(plan.sections.map(\.content.kind) == kinds)
    guard case .citations(let citations) = plan.sections[0].content, case .taskForce(let members) = plan.sections[8].content,
      case .checklist(let nodes) = plan.sections[9].content
    else {
      Issue.record("the sections are not those of the document")
      return
    }
    #expect(citations.count == 3)
    #expect(members.count == 14)
    #expect(members.allSatisfy { $0.name.isBlank })
    #expect(members.filter { $0.role.string == "委員" }.count == 9)
    let focuses = focuses(try table(plan))
    #expect(
      focuses.map(\.measures.count) == [
        10, 7, 8, 2, 9, 7, 2, 27, 3, 4, 1, 7, 1, 2, 2, 1, 1, 1, 2, 10, 1, 8, 2, 4, 1, 2,
      ])
    let deadlines = Dictionary(grouping: focuses.flatMap(\.fields)) { $0.deadline?.text.string ?? "" }.mapValues(\.count)
    #expect(deadlines == ["107年4月": 90, "持續辦理": 30, "107年每月": 2, "": 3])
    let units = focuses.flatMap(\.fields).flatMap { $0.units?.units.map(\.string) ?? [] }
    let counts = Dictionary(grouping: units) { $0 }.mapValues(\.count)
    #expect(counts["行政科"] == 29)
    #expect(counts["國際科"] == 22)
    #expect(counts["勤務指揮中心(資訊)"] == 19)
    #expect(counts["各外勤(中)隊"] == 19)
    #expect(counts["各內、外勤單位"] == 12)
    #expect(counts["資訊室"] == 3)
    #expect(counts.count == 23)
    let all = flattened(nodes)
    #expect(all.filter { $0.level == .focus }.count == 26)
    #expect(all.map(\.checkpoints.count).reduce(0, +) == 40)
    #expect(all.map(\.guidance.count).reduce(0, +) == 8)
  }

  private func flattened(_ nodes: [ChecklistNode]) -> [ChecklistNode] { nodes.flatMap { [$0] + flattened($0.nodes) } }

  @Test func police107Checklist() throws {
    let (checklist, problems) = Checklist.read(ChecklistCatalog.builtInSources[0])
    #expect(problems.isEmpty)
    let entries = try #require(checklist).entries
    func count(_ level: ChecklistLevel) -> Int { entries.filter { $0.node.level == level }.count }
    #expect([count(.dimension), count(.item), count(.focus)] == [5, 9, 26])
    #expect(entries.map(\.node.checkpoints.count).reduce(0, +) == 40)
    #expect(entries.map(\.node.guidance.count).reduce(0, +) == 8)
    #expect(Set(entries.flatMap(\.node.checkpoints).compactMap(\.group?.string)) == ["資訊公開", "資料開放", "案件查詢管道"])
    #expect(entries.compactMap(\.node.weight) == [200, 300, 200, 200, 100])
    #expect(checklist?.total == 1000)
    #expect(checklist?.columns == [.dimension, .item, .focus, .measure, .deadline, .units])
    let open = try #require(checklist?.anyEntry(named: "開放參與"))
    #expect(entries[open].columns == [.dimension, .focus, .measure])
  }

  @Test(arguments: [
    ("個別評核構面-基礎服務", "基礎服務"), ("一、「個別評核構面－服務遞送」（300分）", "服務遞送"), ("開發線上申辦或跨平臺通用服務", "開發線上申辦"),
    ("開發線上申辦或跨平台通用服務", "開發線上申辦"), ("針對民眾意見、抱怨及陳情積極回應", "針對民眾意見、抱怨及陳情等積極回應"),
  ])
  func acceptedNamesLeadToTheOfficialOne(name: String, official: String) throws {
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: "police-107"))
    let entry = try #require(checklist.anyEntry(named: name))
    #expect(checklist.entries[entry].name == official)
  }

  @Test func otherServicesIsFoundUnderEachOfItsFourItems() throws {
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: "police-107"))
    #expect(checklist.anyEntry(named: "其他服務作法") == nil)
    let items = try ["服務一致及正確", "服務友善", "服務便捷", "服務可近性"].map { try #require(checklist.anyEntry(named: $0)) }
    let found = items.compactMap { checklist.entry(named: "其他服務作法", under: $0) }
    #expect(Set(found).count == 4)
  }
}
