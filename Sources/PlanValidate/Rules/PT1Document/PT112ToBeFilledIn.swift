import PlanModel
import PlanText

/// PT112: a placeholder is still there, or a comment that asks to confirm something.
enum ToBeFilledIn: Rule {
  static let description = RuleDescription(
    code: "PT112", name: "to-be-filled-in", severity: .warning,
    summary: LocalizedText(zh: "還有待填或待確認之處", en: "Something is still to be filled in or confirmed"),
    explanation: LocalizedText(
      zh: """
        「（待填）」「待填」「○○」「TBD」與空的「【】」是還沒有寫的內容，每項作法或每一格只指出一次，其他規則不再就同一處指出。「plantool init」沿用舊計畫時，\
        以「<!-- 待確認：… -->」標出可能過時的年份、文號與數字；看過、改好之後，請刪去那一行。
        """,
      en: """
        （待填）, 待填, ○○, TBD and an empty 【】 mark content that is not written yet. They are reported once for each measure or cell, and other rules do not report the same \
        place. When “plantool init” makes a plan from an old one, it marks years, document numbers and figures that may be out of date with “<!-- 待確認：… -->”; \
        check them, then delete the line.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、↓（待填：上級機關的函）

      ## 貳、計畫目標

      ↓<!-- 待確認：106年 -->
      延續106年之成果，提供↓（待填）的服務。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      <!-- ↓待確認：26項 -->
      1. 檢討26項申辦流程。
         - 完成期限：↓（待填）
         - 承辦單位：TBD
      2. ↓○○分局辦理講習。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ## 附表2、推動小組編組名冊

      | 職稱 | 現職 | 職掌 |
      | --- | --- | --- |
      | 召集人 | ↓【　】 | 綜理全般事宜 |
      | 幹事 | 秘書室科員 | 管制考核 |
      """),
    passing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、某某部一○○年3月1日某署秘字第1000062631號函頒「100年度提升服務品質實施計畫」。

      ## 貳、計畫目標

      【一】民眾待填妥申請書後，由專人（如○○派出所所長）受理。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      <!-- 由秘書室確認 -->
      1. 民眾待填寫之書表，以【範例】說明；一○○年起免附謄本。
         - 完成期限：持續辦理
         - 承辦單位：秘書室
      """),
    evidence: LocalizedText(
      zh: "一份 106 年創意提案的聯絡窗口、兩份 107 年警察計畫名冊的姓名欄，都是先空著再填；沿用上年度計畫時，舊年份與舊數字常留在新計畫裡。",
      en:
        "The contact of a 106 proposal and the names in the rosters of two 107 police plans are blanks to be filled in, and plans made from the previous year's keep old years and figures."
    ))

  /// A form that nobody has filled in yet is one thing to say.
  static let repeats = Repeats.all(limit: 5) { count in
    LocalizedText(zh: "這份文件還有 \(count) 處待填。", en: "There are \(count) places to fill in.")
  }

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let metadata = plan.metadata
    let fields = [
      ("計畫名稱", plan.title), (FieldName.agency.name, metadata.agency), (FieldName.year.name, metadata.year),
      (FieldName.period.name, metadata.period?.text), (FieldName.checklist.name, metadata.checklist),
    ]
    for (name, text) in fields { report(text, named: name, &findings) }
    for entry in plan.measures { report(entry, plan, &findings) }
    for section in plan.sections { report(section, &findings) }
    for group in plan.groups {
      report(prose: group.group.heading, &findings)
      for (column, text) in cells(of: group.group.defaults) {
        report(text, named: group.layout.name(of: column), &findings)
      }
    }
    for comment in plan.plan.allComments where comment.string.hasPrefix(Placeholder.confirmation) {
      confirm(comment, &findings)
    }
  }

  private static func cells(of fields: MeasureFields) -> [(MeasureColumn, PlanText)] {
    // A report of progress says what is not known yet.
    fields.texts.filter { $0.field.kind != .entries }.map { (.field($0.field), $0.text) }
  }

  private static func report(_ text: PlanText?, named name: String, _ findings: inout FindingList) {
    guard let place = text.flatMap({ Placeholder.first(in: $0) }) else { return }
    findings.add(
      at: place.firstLineRange,
      LocalizedText(zh: "「\(name)」待填（\(place.excerpt)）。", en: "“\(name)” is still to be filled in: “\(place.excerpt)”.")
    )
  }

  /// One finding a measure, whatever of it is missing.
  private static func report(_ entry: PlanIndex.MeasureEntry, _ plan: PlanIndex, _ findings: inout FindingList) {
    let measure = entry.measure
    let layout = plan.groups[entry.group].layout
    var missing: [(name: String, place: PlanText)] = []
    func look(at text: PlanText, in column: MeasureColumn) {
      guard let place = Placeholder.first(in: text), !plan.isInDoubt(text) else { return }
      missing.append((layout.name(of: column), place))
    }
    look(at: measure.text, in: .measure)
    for (field, text) in measure.fields.texts where field.kind != .entries { look(at: text, in: .field(field)) }
    guard let first = missing.min(by: { $0.place.range.lowerBound < $1.place.range.lowerBound }) else { return }
    let names = missing.map(\.name)
    findings.add(
      at: first.place.firstLineRange,
      LocalizedText(
        zh: "這項作法待填：\(names.joined(separator: "、"))。",
        en: "This measure is still to be filled in: \(names.joined(separator: ", "))."))
  }

  private static func report(_ section: Section, _ findings: inout FindingList) {
    for text in [section.intro, section.closing] { report(prose: text, &findings) }
    switch section.content {
    case .narrative(let body):
      report(prose: body, &findings)
      for comment in body.comments where comment.inside.string.hasPrefix(Placeholder.confirmation) {
        confirm(comment, &findings)
      }
    case .citations(let citations): for citation in citations { report(prose: citation.text, &findings) }
    case .measures(let table):
      for (column, text) in cells(of: table.defaults) {
        report(text, named: table.layout.name(of: column), &findings)
      }
    case .survey(let rows):
      for column in SurveyColumn.allCases {
        report(rows.map { $0.text(of: column) }, named: column.name, &findings)
      }
      report(rows.flatMap(\.extra), &findings)
    case .taskForce(let members):
      // Names are hidden with circles: 王○○.
      for column in MemberColumn.allCases where column != .name {
        report(members.map { $0.text(of: column) }, named: column.name, &findings)
      }
      report(members.flatMap(\.extra), &findings)
    case .units(let table):
      for unit in table.units {
        for text in [unit.name] + unit.aliases + [unit.parent, unit.nature].compactMap({ $0 }) {
          report(text, named: "單位表", &findings)
        }
        report(unit.extra, &findings)
      }
    default: break
    }
  }

  private static func report(_ extra: [NamedText], _ findings: inout FindingList) {
    for cell in extra { report(cell.text, named: cell.name, &findings) }
  }

  /// The texts of a column. One that holds for several rows is one thing to fill in.
  private static func report(_ column: [PlanText?], named name: String, _ findings: inout FindingList) {
    for (index, text) in column.enumerated() where index == 0 || text?.range != column[index - 1]?.range {
      report(text, named: name, &findings)
    }
  }

  private static func report(prose text: PlanText?, _ findings: inout FindingList) {
    for place in text.map(Placeholder.all(inProse:)) ?? [] {
      findings.add(
        at: place.firstLineRange,
        LocalizedText(zh: "這裡待填：\(place.excerpt)。", en: "This is still to be filled in: “\(place.excerpt)”."))
    }
  }

  private static func confirm(_ comment: PlanText, _ findings: inout FindingList) {
    let inside = comment.string.replacing("<!--", with: "").replacing("-->", with: "").trimmingWhiteSpace()
    let words = inside.drop { $0 != "：" }.dropFirst()
    findings.add(
      at: comment.firstLineRange,
      LocalizedText(
        zh: words.isEmpty ? "請確認其後的內容，確認後刪去這個註解。" : "請確認：\(words)；確認後刪去這個註解。",
        en: words.isEmpty
          ? "Confirm what follows, and delete the comment." : "To be confirmed: \(words). Then delete the comment."),
      severity: .note)
  }
}

extension SurveyRow {
  fileprivate func text(of column: SurveyColumn) -> PlanText {
    switch column {
    case .dimension: dimension
    case .item: item
    case .name: name
    case .text: text
    }
  }
}

extension Member {
  fileprivate func text(of column: MemberColumn) -> PlanText? {
    switch column {
    case .group: group
    case .role: role
    case .post: post
    case .name: name
    case .duty: duty
    case .remark: remark
    }
  }
}

extension Plan {
  /// Every comment outside narrative texts, in no order.
  fileprivate var allComments: [PlanText] {
    var found = titleComments + metadata.comments + metadata.innerComments.map(\.text) + comments
    func add(_ group: MeasureGroup) {
      found += group.comments + group.innerComments.map(\.text)
      for measure in group.measures { found += measure.comments + measure.innerComments.map(\.text) }
      for inner in group.groups { add(inner) }
    }
    func add(_ node: ChecklistNode) {
      found += node.comments + node.checkpoints.flatMap(\.comments)
      for inner in node.nodes { add(inner) }
    }
    for section in sections {
      found += section.comments + section.innerComments.map(\.text)
      switch section.content {
      case .citations(let citations): found += citations.flatMap(\.comments)
      case .measures(let table): for group in table.groups { add(group) }
      case .checklist(let nodes): for node in nodes { add(node) }
      default: break
      }
    }
    return found
  }
}
