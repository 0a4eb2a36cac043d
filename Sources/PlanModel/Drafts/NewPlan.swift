import PlanText

/// A plan that has everything but its content: the sections that plans have, and every focus of the checklist.
public enum NewPlan {
  /// A plan of an agency for a year of the Republic, by a checklist; without one it has levels of its own to be filled
  /// in.
  public static func plan(agency: String, year: Int, checklist: Checklist?) -> Plan {
    let tables = checklist.map(tables) ?? [ownTable]
    let roster = Section(heading: "提升服務品質推動小組編組名冊", content: .taskForce(members))
    var attachments = tables + [roster]
    let titles = attachments.map(\.heading.string)
    for index in attachments.indices { attachments[index].heading = PlanText("附表\(index + 1)、\(titles[index])") }
    let named = titles.enumerated().map { "附表\($0 + 1)「\($1)」" }
    let list = titles.enumerated().map { "- \(Numeral.chinese($0 + 1))、\($1)（附表\($0 + 1)）。" }
    let narrative: [(String, SectionContent)] = [
      ("壹、計畫依據", .citations(citations(year: year, checklist: checklist))),
      ("貳、計畫目標", .narrative("（待填）")),
      ("參、執行對象", .narrative("（待填：適用本計畫的單位）")),
      ("肆、執行期程", .narrative(PlanText("自\(year)年1月1日起至\(year)年12月31日止，計1年。"))),
      ("伍、計畫內容", .narrative(PlanText("各項具體作法，詳如\(named.dropLast().joined(separator: "、"))。"))),
      ("陸、執行步驟", .narrative(PlanText("- 一、成立推動小組，名冊詳如\(named[tables.count])。\n- 二、（待填：推動、追蹤與檢討的步驟）"))),
      ("柒、考核獎懲", .narrative("- 一、考核：（待填）\n- 二、獎懲：（待填）")),
      ("捌、附件", .narrative(PlanText(list.joined(separator: "\n")))),
    ]
    let metadata = Metadata(
      agency: PlanText(agency), year: PlanText(String(year)),
      period: Deadline(PlanText("\(year)年1月1日至\(year)年12月31日")),
      checklist: PlanText(checklist?.identifier ?? Metadata.noChecklist[0]))
    return Plan(
      title: PlanText("\(agency)\(year)年度提升服務品質執行計畫"), metadata: metadata,
      sections: narrative.map { Section(heading: PlanText($0), content: $1) } + attachments)
  }

  /// One table for each outline of a checklist.
  private static func tables(of checklist: Checklist) -> [Section] {
    checklist.outlines.map { outline in
      let layout = outline.layout ?? .measures
      let title = layout == .measures ? "提升服務品質組織診斷具體作法表" : layout.kind.title
      return Section(
        heading: PlanText(title),
        content: .measures(
          MeasureTable(
            layout: layout, groups: groups(of: checklist, under: nil, layout: layout),
            columns: checklist.columnsOfDeepTable(in: layout))))
    }
  }

  /// A table whose levels nobody has set: one of each to begin with.
  private static var ownTable: Section {
    let names = ["一、（待填：構面或工作類別）", "（一）（待填：項目）"]
    let item = MeasureGroup(
      level: .focus, heading: PlanText(names[1]), measures: [measure(with: [.deadline, .units], comments: [])])
    let group = MeasureGroup(level: .dimension, heading: PlanText(names[0]), groups: [item])
    return Section(heading: "具體作法表", content: .measures(MeasureTable(groups: [group])))
  }

  /// A measure to be filled in, with those of the fields that have a column, and a box to tick for each checkpoint where
  /// there are several.
  private static func measure(
    with columns: [MeasureColumn], boxes: [CheckPoint] = [], comments: [PlanText]
  ) -> Measure {
    func field(_ column: MeasureColumn) -> PlanText? {
      columns.contains(column) ? PlanText(Placeholder.standard) : nil
    }
    var fields = MeasureFields(
      deadline: field(.deadline).map { Deadline($0) }, units: field(.units).map { UnitList($0) })
    let own = columns.filter(\.isOwn).map { NamedText(name: $0.name, text: PlanText(Placeholder.standard)) }
    if !own.isEmpty { fields[.extra] = .named(own) }
    if boxes.count > 1 {
      let lines = boxes.enumerated().map { "- [ ] \($0 + 1). \(words(of: $1))" }
      fields[.checkpoints] = .text(PlanText(lines.joined(separator: "\n")))
    }
    return Measure(text: PlanText(Placeholder.standard), fields: fields, comments: comments)
  }

  /// A focus without content: what the checklist asks for as comments, and one measure to be filled in.
  static func focus(_ index: Int, of checklist: Checklist) -> MeasureGroup {
    let entry = checklist.entries[index]
    return MeasureGroup(
      level: .focus, heading: entry.node.heading,
      measures: [measure(with: entry.columns, boxes: entry.node.checkpoints, comments: reminders(of: entry.node))])
  }

  private static func groups(of checklist: Checklist, under parent: Int?, layout: TableLayout) -> [MeasureGroup] {
    checklist.children(of: parent, layout: layout).map { index in
      let entry = checklist.entries[index]
      if entry.isFocus { return focus(index, of: checklist) }
      let inner = groups(of: checklist, under: index, layout: layout)
      // A dimension without anything below it is answered itself.
      if inner.isEmpty { return focus(index, of: checklist) }
      return MeasureGroup(level: entry.node.level, heading: entry.node.heading, groups: inner)
    }
  }

  private static func words(of checkpoint: CheckPoint) -> String {
    (checkpoint.group.map { "\($0.string)：" } ?? "") + checkpoint.text.string.replacing("\n", with: "")
  }

  /// □ what is asked, where there is one box only, which needs no tick; ◎ what evidence should be shown.
  private static func reminders(of node: ChecklistNode) -> [PlanText] {
    let boxes = node.checkpoints.count == 1 ? node.checkpoints.map { "□ " + words(of: $0) } : []
    let guidance = node.guidance.map { "◎ " + $0.text.string }
    // A comment ends at the first `-->`.
    return (boxes + guidance).map {
      PlanText($0.split(separator: "-->", omittingEmptySubsequences: false).joined(separator: "→"))
    }
  }

  /// The letter that issued the checklist, if it is of the same year, and room for the others.
  private static func citations(year: Int, checklist: Checklist?) -> [Citation] {
    var texts = ["（待填：上級機關函頒計畫的日期、字號與名稱）"]
    if let checklist, checklist.year == year, let source = checklist.source { texts.insert(source + "。", at: 0) }
    return texts.enumerated().map { number, text in
      Citation(label: Label.read(at: Numeral.chinese(number + 1) + "、")?.label, text: PlanText(text))
    }
  }

  private static var members: [Member] {
    let roles = [("召集人", "綜理全般事宜"), ("副召集人", "襄理全般事宜"), ("執行秘書", "綜合規劃及管制考核"), ("委員", ""), ("委員", ""), ("幹事", "")]
    return roles.map { role, duty in
      Member(role: PlanText(role), post: PlanText(Placeholder.standard), duty: PlanText(duty))
    }
  }
}
