import PlanFormats
import PlanModel
import PlanText
import PlanTestSupport
import Testing
/// The plans of a district office and of a household office.
extension SeedCountTests {
  @Test func districtHasItsSections() throws {
    let plan = try plan(.district)
    #expect(labels(plan) == ["壹、", "貳、", "參、", "肆、", "伍、", "陸、", "柒、"])
    // 附件1, 附件2 and 附表 are referred to, but no table is labelled so.
    #expect(attachments(plan) == [])
    #expect(
      kinds(plan) == [.citations] + Array(repeating: .narrative, count: 6) + [.strategies, .taskForce, .inspectionLog])
    #expect(citations(plan) == [nil, nil, "府授研服字第1083004788號", "北市民秘字第1096016472號"])
  }

  @Test func districtHasItsStrategies() throws {
    let plan = try plan(.district)
    #expect(measuresByDimension(plan) == [21, 12, 4, 8, 7])
    #expect(weights(plan) == [nil, nil, nil, nil, nil])
    #expect(
      focuses(plan) == [
        FocusCount("訂定申辦業務標準作業流程", 2), FocusCount("服務及時性", 2), FocusCount("服務人員專業度", 4),
        FocusCount("服務設施的合宜程度", 4), FocusCount("網站使用便利性", 2), FocusCount("服務行為的友善性", 2),
        FocusCount("服務資訊透明度", 5), FocusCount("建置單一窗口整合服務", 1), FocusCount("減除申辦案件需檢附之表件", 1),
        FocusCount("開發線上申辦或跨平台通用服務", 2), FocusCount("在地化、客製化服務服務", 3), FocusCount("專人全程服務", 1),
        FocusCount("主動服務", 1), FocusCount("突破成長", 1), FocusCount("優質服務", 2), FocusCount("內部作業簡化", 2),
        FocusCount("服務精進機制", 2), FocusCount("服務滿意情形", 4), FocusCount("意見回應處理情形", 4), FocusCount("開放參與", 3),
        FocusCount("創新性", 4),
      ])
    let labels = plan.placedGroups(checklist: nil).flatMap { $0.group.measures.map { $0.label?.text ?? "" } }
    #expect(labels.prefix(10) == ["1-1", "2-1", "1-1", "1-2", "1-1", "1-2", "1-3", "2-1", "1-1", "1-2"])
    #expect(labels[14...].prefix(7) == ["3-1", "3-2", "4-1", "4-2", "4-3", "4-4", "4-5"])
    #expect(!labels.contains(""))
  }

  @Test func districtHasItsRoster() throws {
    let members = try plan(.district).sections.flatMap { section -> [Member] in
      if case .taskForce(let members) = section.content { return members }
      return []
    }
    #expect(members.map { $0.group?.string } == ["督導組", "督導組"] + Array(repeating: "執行組", count: 9) + ["考核組", "考核組"])
    let roles = members.reduce(into: [:]) { $0[$1.role.string, default: 0] += 1 }
    #expect(roles == ["區長": 1, "主任秘書": 1, "課長": 7, "主任": 2, "課員": 2])
    #expect(members.allSatisfy { $0.name.string.isEmpty && $0.post.string.isEmpty })
  }

  @Test func districtHasItsInspectionLog() throws {
    let logs = try plan(.district).sections.compactMap { section -> InspectionLog? in
      if case .inspectionLog(let log) = section.content { return log }
      return nil
    }
    let log = try #require(logs.first)
    #expect(log.date?.string == "__年__月__日")
    #expect(log.groups.map(\.items.count) == [14, 28, 5, 0, 4, 0, 0])
    for group in log.groups where !group.items.isEmpty {
      let times = group.slots.compactMap(\.times)
      #expect(times.map(\.from.text) == ["08:30", "10:30", "12:30", "13:30", "15:30"])
      // Each begins when the one before it ends.
      #expect(times.map(\.to.text) == Array(times.dropFirst().map(\.from.text)) + ["17:30"])
    }
    let boxed = log.groups[..<3].flatMap(\.items)
    #expect(boxed.count == 47)
    #expect(boxed.allSatisfy { $0.cells.map { $0.boxes.map(\.words) } == Array(repeating: ["是"], count: 5) })
    #expect(log.groups.flatMap(\.items).allSatisfy { $0.cells.allSatisfy { !$0.boxes.contains { $0.isTicked } } })
    #expect(
      log.groups[4].items.map { $0.cells.map(\.boxes.count) } == [
        [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [3, 0, 0, 3, 0], [0, 0, 0, 0, 0],
      ])
  }

  // MARK: The household office

  /// The headings of a layout's table by level: 實施要領, 執行策略, and the parts of a strategy.
  private func headings(_ plan: Plan, _ layout: TableLayout, depth: Int) -> [PlacedGroup] {
    let places = plan.placedGroups(checklist: nil)
    func depthOf(_ place: PlacedGroup) -> Int { 1 + (place.parent.map { depthOf(places[$0]) } ?? 0) }
    return places.filter { $0.layout == layout && depthOf($0) == depth }
  }

  /// Each measure of a layout's table with the fields that hold for it.
  private func measures(_ plan: Plan, _ layout: TableLayout) -> [(measure: Measure, fields: MeasureFields)] {
    plan.placedGroups(checklist: nil).filter { $0.layout == layout }.flatMap { place in
      place.group.measures.map { ($0, $0.fields.inheriting(place.fields)) }
    }
  }

  private func measuresByDimension(_ plan: Plan, _ layout: TableLayout) -> [Int] {
    plan.placedGroups(checklist: nil).filter { $0.layout == layout }.reduce(into: []) { counts, place in
      if place.parent == nil { counts.append(0) }
      counts[counts.count - 1] += place.group.measures.count
    }
  }

  @Test func householdHasItsSections() throws {
    let plan = try plan(.household)
    #expect(labels(plan) == ["壹、", "貳、", "參、", "肆、", "伍、", "陸、", "柒、", "捌、", "玖、", "拾、"])
    #expect(
      kinds(plan) == [.narrative, .citations, .narrative, .narrative, .strategies]
        + Array(repeating: .narrative, count: 5) + [.workItems])
    #expect(citations(plan) == [nil, nil, nil])
  }

  @Test func householdHasItsStrategies() throws {
    let plan = try plan(.household)
    #expect(headings(plan, .strategies, depth: 1).count == 6)
    let strategies = headings(plan, .strategies, depth: 2)
    #expect(strategies.map(\.group.measures.count) == [1, 8, 3, 3, 5, 3, 3, 5, 2, 4, 1, 1, 1, 1, 1])
    #expect(measuresByDimension(plan, .strategies) == [1, 11, 8, 6, 11, 5])
    #expect(measures(plan, .strategies).count == 42)
  }

  @Test func householdHasItsWorkItems() throws {
    let plan = try plan(.household)
    #expect(headings(plan, .workItems, depth: 1).count == 6)
    #expect(headings(plan, .workItems, depth: 2).count == 13)
    #expect(measuresByDimension(plan, .workItems) == [1, 18, 30, 12, 8, 19])
    let measures = measures(plan, .workItems)
    #expect(measures.count == 88)
    let periods = measures.compactMap { $0.fields.deadline?.text.string }
    #expect(
      periods.reduce(into: [:]) { $0[$1, default: 0] += 1 } == ["1月~12月": 78, "賡續辦理": 7, "廣續辦理": 1, "1月~2月": 1])
    let empty = measures.filter { $0.fields.deadline == nil }
    #expect(empty.map(\.measure.text.string) == ["規劃更具替代性或創意性的服務設備。"])
    #expect(empty.map { $0.fields.units?.text.string } == ["各課"])
    #expect(measures.allSatisfy { $0.fields.units != nil })
  }

  @Test func householdHasItsUnits() throws {
    let units = measures(try plan(.household), .workItems).flatMap { $0.fields.units?.units ?? [] }.map(\.string)
    let counts = units.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    #expect(
      counts == [
        "研考": 21, "各課": 16, "總務": 9, "文書研考": 9, "雙語研考": 8, "資訊": 8, "戶籍登記課": 7, "戶籍資料課": 6, "行政庶務課": 4, "全所": 3,
        "志工承辦人": 2,
        "文書": 1,
      ])
  }
}
