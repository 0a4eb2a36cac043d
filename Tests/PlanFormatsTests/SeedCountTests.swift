import PlanFormats
import PlanModel
import PlanText
import PlanTestSupport
import Testing

/// The real plans hold what was counted by hand in the documents that they are made from.
@Suite struct SeedCountTests {
  func plan(_ seed: Seed) throws -> Plan {
    let document = PlanDocument(reading: try seed.source())
    try #require(document.problems.isEmpty, "\(document.problemList)")
    return document.plan
  }

  /// A focus, the number of its measures, and how often each deadline stands in or over them.
  struct FocusCount: Equatable, CustomStringConvertible {
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
  func focuses(_ plan: Plan) -> [FocusCount] {
    plan.placedGroups(checklist: nil).filter { $0.group.level == .focus }.map { place in
      let written = [place.group.defaults.deadline] + place.group.measures.map(\.fields.deadline)
      let deadlines = written.compactMap { $0?.text.string }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      return FocusCount(ChecklistName.plain(place.group.heading.string), place.group.measures.count, deadlines)
    }
  }

  func measuresByDimension(_ plan: Plan) -> [Int] {
    plan.placedGroups(checklist: nil).reduce(into: []) { counts, place in
      if place.parent == nil { counts.append(0) }
      counts[counts.count - 1] += place.group.measures.count
    }
  }

  func weights(_ plan: Plan) -> [Int?] {
    plan.placedGroups(checklist: nil).filter { $0.parent == nil }.map { $0.group.weight?.points }
  }

  func labels(_ plan: Plan) -> [String] { plan.sections.compactMap { $0.label?.text } }

  func attachments(_ plan: Plan) -> [String] { plan.sections.compactMap { $0.attachment?.name } }

  func kinds(_ plan: Plan) -> [SectionKind] { plan.sections.map(\.content.kind) }

  func citations(_ plan: Plan) -> [String?] {
    plan.sections.flatMap { section -> [String?] in
      guard case .citations(let citations) = section.content else { return [] }
      return citations.map { CitationParts($0.text).number?.string }
    }
  }

  /// Every unit of every cell of units, in order.
  func units(_ plan: Plan) -> [String] {
    plan.placedGroups(checklist: nil).flatMap { place in
      ([place.group.defaults.units] + place.group.measures.map(\.fields.units)).flatMap { $0?.units ?? [] }
    }.map(\.string)
  }

  func unitCells(_ plan: Plan) -> Int {
    plan.placedGroups(checklist: nil).map { place in
      ([place.group.defaults.units] + place.group.measures.map(\.fields.units)).count { $0 != nil }
    }.reduce(0, +)
  }

  // MARK: Shilin

  static let ongoing = "賡續辦理，並請於6月29日前提供辦理情形"
  /// The same with the wrong first character, as it stands in the document.
  static let misspelt = "廣續辦理，並請於6月29日前提供辦理情形"
  static let short = "續辦，並請於6月29日前提供辦理情形"

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

  static let april = "107年4月"
  static let kept = "持續辦理"

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
}
