import PlanModel
import PlanText

/// PT410: a cell of units may hold several units, or say who does it and who helps, and is read as it stands.
enum UnitListUnclear: Rule {
  static let description = RuleDescription(
    code: "PT410", name: "unit-list-unclear", severity: .note,
    summary: LocalizedText(zh: "看不出是哪些單位", en: "It is not clear which units a cell lists"),
    explanation: LocalizedText(
      zh: """
        以空白、「及」或短線連在一起的名稱（登記課 測量課），每一個都在計畫別處單獨出現過才分為幾個單位；看不出的整個算一個，並在此提出。主辦、協辦的記號沒有涵蓋每個單位時，\
        整格列為承辦單位。「主（協）辦單位」欄列有幾個單位而沒有記號時，也看不出誰主辦。請寫成「甲課、乙課」或「主辦：甲課；協辦：乙課」。同樣的寫法只提出一次；下級單位\
        （行政課-研考股）與名稱裡有「及」「和」的單位（資訊及統計室）不算。
        """,
      en: """
        Names joined by a blank, 及 or a dash (登記課 測量課) are several units if the plan also names each of them alone; \
        otherwise they are read as one unit, which is reported here. If the marks for lead and support (主辦, 協辦) do not cover \
        every unit, the whole cell is read as 承辦單位, and so are several units in a column 主（協）辦單位 without such \
        marks. Write 「甲課、乙課」 or 「主辦：甲課；協辦：乙課」. The same wording is reported once. Sub-units (行政課-研考股) and \
        units with 及 or 和 in their names (資訊及統計室) do not count.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 承辦單位：↓登記課 測量課
        2. 提供進度查詢。
           - 承辦單位：↓主辦：登記課；督導：秘書室
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 承辦單位：登記課 測量課
        2. 提供進度查詢。
           - 承辦單位：登記課；協辦：測量課、行政課-研考股
        3. 公布結果。
           - 承辦單位：資訊及統計室、協和里、各課及所屬單位
        """),
    evidence: LocalizedText(
      zh: "91 至 112 年各類機關的計畫有「登記課 測量課」這樣的格子，也有只設一欄「主（協）辦單位」的表格；五份種子計畫都沒有。",
      en: """
        Plans of several kinds of agencies of 91 to 112 have cells such as 登記課 測量課, or one column 主（協）辦單位 for all; \
        the seed plans have none.
        """))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let uses = plan.unitUses
    reportJoined(uses, plan, &findings)
    // The names that a mark is left in are few, if there are any.
    if uses.contains(where: { $0.places.first.map { UnitRoles.isNamed(in: $0.string) } ?? false }) {
      reportRoles(plan, &findings)
    }
    for section in plan.sections {
      if case .measures(let table) = section.content { reportColumn(table, &findings) }
    }
  }

  private static func reportJoined(_ uses: [UnitUse], _ plan: PlanIndex, _ findings: inout FindingList) {
    let joined = uses.compactMap(\.places.first).filter { JoinedName($0.string) != nil }
    guard !joined.isEmpty else { return }
    let known = KnownUnits(plan.plan)
    for name in joined where !UnitRoles.isNamed(in: name.string) {
      guard case .unclear(let units) = known.reading(of: name.string) else { continue }
      let list = units.map { name.part($0).excerpt }.joined(separator: "、")
      findings.add(
        at: name.firstLineRange,
        LocalizedText(
          zh: "「\(name.excerpt)」看不出是一個單位還是幾個，整個算一個；若是幾個，請寫成「\(list)」。",
          en: "“\(name.excerpt)” may be one unit or several and is read as one; if they are several, write “\(list)”."))
    }
  }

  private static func reportRoles(_ plan: PlanIndex, _ findings: inout FindingList) {
    var seen: Set<String> = []
    for list in plan.unitLists where list.value.units.contains(where: { UnitRoles.isNamed(in: $0.string) }) {
      let (text, field) = (list.value.text, list.field.name)
      // In a cell of those who help, 協辦 says nothing new.
      let isNews = list.value.units.contains { UnitRoles.isNamed(in: $0.string) { $0 == .units } }
      guard list.field == .units || isNews else { continue }
      guard seen.insert(text.string).inserted else { continue }
      findings.add(
        at: text.firstLineRange,
        LocalizedText(
          zh: "「\(text.excerpt)」看不出每個單位是主辦還是協辦，整格列為\(field)；請寫成「主辦：甲課；協辦：乙課」。",
          en:
            "“\(text.excerpt)” does not say for every unit whether it leads or supports, and is read as \(field); write 「主辦：甲課；協辦：乙課」."
        ))
    }
  }

  // MARK: 主（協）辦單位

  private static func reportColumn(_ table: MeasureTable, _ findings: inout FindingList) {
    if let columns = table.columns { return reportColumn(columns, table.groups, &findings) }
    for group in table.groups { reportColumn(group, &findings) }
  }

  private static func reportColumn(_ group: MeasureGroup, _ findings: inout FindingList) {
    if let columns = group.columns { return reportColumn(columns, [group], &findings) }
    for inner in group.groups { reportColumn(inner, &findings) }
  }

  private static func reportColumn(
    _ columns: [WrittenColumn], _ groups: [MeasureGroup], _ findings: inout FindingList
  ) {
    guard let column = columns.first(where: { $0.column == .field(.units) }), column.name.has("協") else { return }
    let cells = groups.flatMap(\.cellsWithoutRoles)
    guard let first = cells.first else { return }
    findings.add(
      at: first.firstLineRange,
      LocalizedText(
        zh: "「\(column.name)」欄有 \(cells.count) 格列了幾個單位，看不出誰主辦、誰協辦，都列為承辦單位；請寫成「主辦：甲課；協辦：乙課」。",
        en:
          "\(cells.count) cell\(cells.count == 1 ? "" : "s") of the column \(column.name) name several units and do not say who does the work and who helps; write 「主辦：甲課；協辦：乙課」."
      ),
      notes: cells.dropFirst().prefix(3).map {
        .init($0.firstLineRange, LocalizedText(zh: "此格亦然", en: "This one too"))
      })
  }
}

extension MeasureGroup {
  /// The cells that name several units and nobody who helps.
  fileprivate var cellsWithoutRoles: [PlanText] {
    let own = measures.compactMap { measure -> PlanText? in
      guard let list = measure.fields.units, list.units.count > 1, measure.fields.supportUnits == nil,
        !list.units.contains(where: { UnitRoles.isNamed(in: $0.string) })
      else { return nil }
      return list.text
    }
    return own + groups.flatMap(\.cellsWithoutRoles)
  }
}
