import PlanFormats
import PlanModel
import PlanText
import PlanTestSupport
import Testing

/// The real plans hold what was counted by hand in the documents that they are made from.
@Suite struct SeedCountTests {
  private func plan(_ seed: Seed) throws -> Plan {
    let document = PlanDocument(reading: try seed.source())
    try #require(document.problems.isEmpty, "\(document.problemList)")
    return document.plan
  }

  /// A focus, the number of its measures, and how often each deadline stands in or over them.
  private struct FocusCount: Equatable, CustomStringConvertible {
    let name: String
    let measures: Int
    let deadlines: [String: Int]

    init(_ name: String, _ measures: Int, _ deadlines: [String: Int] = [:]) {
      self.name = name
      self.measures = measures
      self.deadlines = deadlines
    }

    var description: String { "\(name): \(measures) \(deadlines)" }
  }

  /// The focuses of the measure tables in order; written deadlines are counted where they stand.
  private func focuses(_ plan: Plan) -> [FocusCount] {
    plan.placedGroups(checklist: nil).filter { $0.group.level == .focus }.map { place in
      let written = [place.group.defaults.deadline] + place.group.measures.map(\.fields.deadline)
      let deadlines = written.compactMap { $0?.text.string }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      return FocusCount(ChecklistName.plain(place.group.heading.string), place.group.measures.count, deadlines)
    }
  }

  private func measuresByDimension(_ plan: Plan) -> [Int] {
    plan.placedGroups(checklist: nil).reduce(into: []) { counts, place in
      if place.parent == nil { counts.append(0) }
      counts[counts.count - 1] += place.group.measures.count
    }
  }

  private func weights(_ plan: Plan) -> [Int?] {
    plan.placedGroups(checklist: nil).filter { $0.parent == nil }.map { $0.group.weight?.points }
  }

  private func labels(_ plan: Plan) -> [String] { plan.sections.compactMap { $0.label?.text } }

  private func attachments(_ plan: Plan) -> [String] { plan.sections.compactMap { $0.attachment?.name } }

  private func kinds(_ plan: Plan) -> [SectionKind] { plan.sections.map(\.content.kind) }

  private func citations(_ plan: Plan) -> [String?] {
    plan.sections.flatMap { section -> [String?] in
      guard case .citations(let citations) = section.content else { return [] }
      return citations.map { CitationParts($0.text).number?.string }
    }
  }

  /// Every unit of every cell of units, in order.
  private func units(_ plan: Plan) -> [String] {
    plan.placedGroups(checklist: nil).flatMap { place in
      ([place.group.defaults.units] + place.group.measures.map(\.fields.units)).flatMap { $0?.units ?? [] }
    }.map(\.string)
  }

  private func unitCells(_ plan: Plan) -> Int {
    plan.placedGroups(checklist: nil).map { place in
      ([place.group.defaults.units] + place.group.measures.map(\.fields.units)).count { $0 != nil }
    }.reduce(0, +)
  }

  // MARK: Shilin

  private static let ongoing = "賡續辦理，並請於6月29日前提供辦理情形"
  /// The same with the wrong first character, as it stands in the document.
  private static let misspelt = "廣續辦理，並請於6月29日前提供辦理情形"
  private static let short = "續辦，並請於6月29日前提供辦理情形"

  @Test func shilinHasItsSections() throws {
    let plan = try plan(.shilin)
    #expect(labels(plan) == ["壹、", "貳、", "參、", "肆、", "伍、", "陸、", "柒、", "捌、"])
    // 附表3 is listed in 捌 and missing from the document.
    #expect(attachments(plan) == ["附表1", "附表2"])
    #expect(kinds(plan) == [.citations] + Array(repeating: .narrative, count: 7) + [.measures, .survey])
    #expect(citations(plan) == ["警署秘字第1070062631號", "北市警秘字第10733653600號"])
  }

  @Test func shilinHasItsMeasures() throws {
    let plan = try plan(.shilin)
    #expect(weights(plan) == [200, 300, 200, 200, 100])
    #expect(measuresByDimension(plan) == [38, 36, 9, 6, 10])
    let expected = [
      FocusCount("申辦業務標準作業流程訂定情形", 2, ["持續檢討辦理，並請於6月29日前提供106、107年申辦件數及辦理情形": 1]),
      FocusCount("服務及時性", 4, [Self.ongoing: 1]), FocusCount("服務人員專業度", 6, [Self.ongoing: 1]),
      FocusCount("其他服務作法", 1, [Self.ongoing: 1]), FocusCount("服務設施合宜程度", 5, [Self.ongoing: 1]),
      FocusCount("網站使用便利性", 6, [Self.misspelt: 1]), FocusCount("服務行為的友善性", 7, [Self.short: 1]),
      FocusCount("服務資訊透明度", 5, [Self.short: 1]), FocusCount("其他服務作法", 2, [Self.misspelt: 1]),
      FocusCount("建置單一窗口整合服務", 5, [Self.misspelt: 1]), FocusCount("減除申辦案件需檢附之書表謄本", 3, [Self.misspelt: 1]),
      FocusCount("開發線上申辦或跨平臺通用服務", 5, [Self.misspelt: 1]), FocusCount("其他服務作法", 1, [Self.misspelt: 1]),
      FocusCount("在地化服務", 3, [Self.misspelt: 1]), FocusCount("專人全程服務", 2, [Self.misspelt: 1]),
      FocusCount("主動服務", 4, [Self.misspelt: 1]), FocusCount("其他服務作法", 7, [Self.misspelt: 1]),
      FocusCount("突破成長", 4, [Self.misspelt: 1]), FocusCount("優質服務", 2, [Self.misspelt: 1]),
      FocusCount("簡化內部作業，並聚焦核心業務，創新精進服務", 7, [Self.misspelt: 1]),
      FocusCount("組織內部建立常態性運作機制，以及在首長領導及成員合作下，投入服務創新及精進", 2, [Self.misspelt: 1]),
      FocusCount("定期進行滿意度調查", 2, [Self.misspelt: 1]), FocusCount("運用其他機制瞭解民眾對服務的評價", 1, [Self.ongoing: 1]),
      FocusCount("針對民眾意見、抱怨及陳情積極回應", 3, [Self.ongoing: 1]), FocusCount("開放參與", 7), FocusCount("創新性", 3),
    ]
    #expect(focuses(plan) == expected)
    #expect(expected.count == 26)
    #expect(expected.filter { !$0.deadlines.isEmpty }.count == 24)
  }

  @Test func shilinHasItsUnits() throws {
    let plan = try plan(.shilin)
    #expect(unitCells(plan) == 24)
    let units = units(plan)
    #expect(Set(units).count == 24)
    #expect(units.count { $0 == "各分局、大隊、隊" } == 21)
    // Twice in one cell, as in the document.
    #expect(units.count { $0 == "犯防科" } == 8)
  }

  @Test func shilinHasItsSurvey() throws {
    let plan = try plan(.shilin)
    guard case .survey(let rows) = plan.sections.last?.content else {
      Issue.record("the last section is no survey")
      return
    }
    let dimensions = rows.map(\.dimension.string)
    #expect(rows.count == 11)
    #expect(
      ["基礎服務", "服務遞送", "服務量能", "服務評價", "開放創新"].map { name in dimensions.count { $0 == name } } == [2, 3, 2, 2, 2])
    #expect(rows.last.map { [$0.item, $0.name, $0.text].map(\.string) } == ["創新性", "無", "無"])
    #expect(plan.sections.last?.closing?.string == "(本表若不敷使用請自行擴充)")
  }

  // MARK: Taichung

  private static let april = "107年4月"
  private static let kept = "持續辦理"

  @Test func taichungHasItsSections() throws {
    let plan = try plan(.taichung)
    #expect(labels(plan) == ["壹、", "貳、", "參、", "肆、", "伍、", "陸、", "柒、"])
    #expect(attachments(plan) == ["附件一", "附件二", "附件三"])
    #expect(
      kinds(plan) == [.citations] + Array(repeating: .narrative, count: 6) + [
        .measures, .taskForce, .checklist, .units,
      ])
    #expect(citations(plan) == ["發社字第1071300028號", "台內秘字第1070402658號", "警署秘字第1070062631號"])
  }

  @Test func taichungHasItsMeasures() throws {
    let plan = try plan(.taichung)
    #expect(weights(plan) == [200, 300, 200, 200, 100])
    #expect(measuresByDimension(plan) == [75, 22, 11, 14, 3])
    let expected = [
      FocusCount("申辦業務標準作業流程訂定情形", 10, [Self.kept: 10]), FocusCount("服務及時性", 7, [Self.kept: 2, Self.april: 5]),
      FocusCount("服務人員專業度", 8, [Self.april: 8]), FocusCount("其他服務作法", 2, [Self.april: 2]),
      FocusCount("服務設施合宜程度", 9, [Self.kept: 2, Self.april: 7]), FocusCount("網站使用便利性", 7, [Self.april: 7]),
      FocusCount("服務行為的友善性", 2, [Self.april: 2]), FocusCount("服務資訊透明度", 27, [Self.kept: 11, Self.april: 16]),
      FocusCount("其他服務作法", 3, [Self.april: 3]), FocusCount("建置單一窗口整合服務", 4, [Self.april: 4]),
      FocusCount("減除申辦案件需檢附之書表謄本", 1, [Self.april: 1]), FocusCount("開發線上申辦或跨平臺通用服務", 7, [Self.april: 7]),
      FocusCount("其他服務作法", 1, [Self.april: 1]), FocusCount("在地化服務", 2, [Self.april: 2]),
      FocusCount("專人全程服務", 2, [Self.april: 2]), FocusCount("主動服務", 1, [Self.april: 1]),
      FocusCount("其他服務作法", 1, [Self.april: 1]), FocusCount("突破成長", 1, [Self.april: 1]),
      FocusCount("優質服務", 2, [Self.kept: 1, Self.april: 1]),
      FocusCount("簡化內部作業，並聚焦核心業務，創新精進服務", 10, [Self.kept: 1, Self.april: 9]),
      FocusCount("組織內部建立常態性運作機制，以及在首長領導及成員合作下，投入服務創新及精進", 1, [Self.kept: 1]),
      FocusCount("定期進行滿意度調查", 8, [Self.kept: 1, Self.april: 5, "107年每月": 2]),
      FocusCount("運用其他機制瞭解民眾對服務的評價", 2, [Self.april: 2]),
      FocusCount("針對民眾意見、抱怨及陳情積極回應", 4, [Self.kept: 1, Self.april: 3]), FocusCount("開放參與", 1), FocusCount("創新性", 2),
    ]
    #expect(focuses(plan) == expected)
    let deadlines = expected.reduce(into: [:]) { $0.merge($1.deadlines, uniquingKeysWith: +) }
    #expect(deadlines == [Self.april: 90, Self.kept: 30, "107年每月": 2])
    #expect(expected.map(\.measures).reduce(0, +) == 125)
  }

  @Test func taichungHasItsUnits() throws {
    let plan = try plan(.taichung)
    #expect(unitCells(plan) == 122)
    let units = units(plan)
    #expect(Set(units).count == 23)
    #expect(units.count { $0 == "行政科" } == 29)
    #expect(units.count { $0 == "國際科" } == 22)
    #expect(units.count { $0 == "各外勤(中)隊" } == 19)
    #expect(units.count { $0 == "各內、外勤單位" } == 12)
    #expect(units.count { $0 == "勤務指揮中心(資訊)" } == 19)
    #expect(units.count { $0 == "勤指中心" } == 6)
    #expect(units.count { $0 == "資訊室" } == 3)
  }

  @Test func taichungHasItsRoster() throws {
    let members = try plan(.taichung).sections.flatMap { section -> [Member] in
      if case .taskForce(let members) = section.content { return members }
      return []
    }
    #expect(members.count == 14)
    let roles = members.reduce(into: [:]) { $0[$1.role.string, default: 0] += 1 }
    #expect(roles == ["召集人": 1, "副召集人": 1, "委員": 9, "執行秘書": 1, "幹事": 2])
    // Names are left out on purpose, and 備考 is empty in the document too.
    #expect(members.allSatisfy { $0.name.string.isEmpty && $0.remark.string.isEmpty })
  }

  @Test func taichungHasItsCopyOfTheChecklist() throws {
    let nodes = try plan(.taichung).sections.flatMap { section -> [ChecklistNode] in
      if case .checklist(let nodes) = section.content { return nodes }
      return []
    }
    func all(_ nodes: [ChecklistNode]) -> [ChecklistNode] { nodes.flatMap { [$0] + all($0.nodes) } }
    let everything = all(nodes)
    #expect(everything.count { $0.level == .focus } == 26)
    #expect(everything.map(\.checkpoints.count).reduce(0, +) == 40)
    #expect(everything.map(\.guidance.count).reduce(0, +) == 8)
    #expect(everything.allSatisfy { $0.checkpoints.allSatisfy { !$0.isTicked } })
  }

  // MARK: Wanhua District

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
