import PlanModel
import PlanText

/// PT202: a heading of a measure table, or a name in the survey, that the checklist does not have.
enum UnknownName: Rule {
  static let description = RuleDescription(
    code: "PT202", name: "unknown-name", severity: .error,
    summary: LocalizedText(
      zh: "構面、項目或重點的名稱不在檢核表內", en: "A dimension, item or focus is not in the checklist"),
    explanation: LocalizedText(
      zh: """
        具體作法表與措施調查表的構面、項目、重點名稱應與檢核表一致，審查機關才能逐項對照。比對時不計編號、配分、空白與全形半形，\
        檢核表所列的別名也可以用。名稱若屬於別的構面或項目，訊息會說明應在何處。
        """,
      en: """
        Dimensions, items and focuses should have the same names as in the checklist, so that reviewers can \
        match them. Numbers, points, white space and character width do not count, and the checklist's own aliases \
        are accepted. A name that belongs elsewhere in the checklist is reported with its place.
        """),
    failing: RuleExample(
      """
      ### 一、基礎服務（200分）

      #### ↓服務一至及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      #### 服務友善

      ##### ↓主動服務

      1. 到府受理行動不便民眾的申請。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 基礎服務 | 服務一致及正確 | 逾期案件檢討 | 每月檢討。 |
      | | ↓服務便利 | 到府服務 | 到府受理申請。 |
      """),
    passing: RuleExample(
      """
      ### 二、 個別評核構面－服務遞送 (300 分)

      #### （一）服務便捷

      ##### 1.開發線上申辦或跨平臺通用服務

      1. 通行證開放線上申辦。
         - 完成期限：107年6月
         - 承辦單位：資訊室

      ##### 其他服務作法

      1. 結案後以簡訊通知。
         - 完成期限：持續辦理
         - 承辦單位：資訊室

      #### 服務可近性

      ##### 其他服務作法

      1. 設夜間櫃檯。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ### 開放創新（100分）

      #### 創新性

      1. 以圖示標牌辨識派出所。
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫的名稱與檢核表一致，只用了檢核表也接受的別名（開發線上申辦或跨平臺通用服務）。",
      en: "Both 107 police plans keep the names, apart from variants that the checklist allows."))

  static let repeats = Repeats.sameWords

  static let needsChecklist = true

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let checklist = plan.checklist else { return }
    let names = NameFinder(checklist: checklist)
    let likely = plan.likelyEntries
    // Under a focus the author may have sub-headings of his own.
    for heading in plan.groups
    where heading.entry == nil && heading.focus == nil && !heading.group.heading.isBlank {
      let hasKnownParent = heading.parent.map { plan.groups[$0].entry != nil } ?? true
      if !hasKnownParent, names.has(heading.group.heading.string) { continue }
      names.report(
        heading.group.heading, level: heading.group.level, under: heading.parent.flatMap { likely[$0] },
        layout: heading.layout, &findings)
    }
    for section in plan.sections {
      if case .survey(let rows) = section.content { check(rows, names, &findings) }
    }
  }

  /// A cell that holds for several rows is looked at once.
  private static func check(_ rows: [SurveyRow], _ names: NameFinder, _ findings: inout FindingList) {
    var lastDimension: SourceRange?
    var lastItem: SourceRange?
    for placed in names.checklist.placed(rows) {
      let (row, dimension) = (placed.row, placed.dimension)
      if !row.dimension.isBlank, row.dimension.range != lastDimension, dimension == nil {
        names.report(row.dimension, level: .dimension, under: nil, layout: .measures, &findings)
      }
      if !row.item.isBlank, row.item.range != lastItem {
        let isKnown = dimension == nil ? names.has(row.item.string) : placed.item != nil
        if !isKnown { names.report(row.item, level: .item, under: dimension, layout: .measures, &findings) }
      }
      lastDimension = row.dimension.range
      lastItem = row.item.range
    }
  }
}

/// Says of an unknown name what was probably meant.
private struct NameFinder {
  /// How many of the names at a place are listed: an official form has a dozen, a form of one's own may have thousands.
  private static let mostNames = 40

  let checklist: Checklist

  /// Whether the checklist has the name anywhere.
  func has(_ name: String) -> Bool { !checklist.entries(named: name).isEmpty }

  func report(
    _ heading: PlanText, level: ChecklistLevel, under parent: Int?, layout: TableLayout, _ findings: inout FindingList
  ) {
    let name = ChecklistName.part(of: heading)
    let place = parent.map { "「\(checklist.place(of: $0))」" } ?? ""
    var zh = "檢核表\(place)沒有\(level.title(.zhHant))「\(name.excerpt)」"
    var en = "The checklist has no \(level.title(.en)) “\(name.excerpt)”"
    if let parent { en += " under “\(checklist.place(of: parent))”" }
    var fixes: [Finding.Fix] = []
    if let renamed = checklist.entry(formerlyNamed: heading.string, under: parent, layout: layout) {
      let official = checklist.entries[renamed].name
      zh += "；這是舊名，現為「\(official)」。"
      en += "; that is its former name, now it is “\(official)”."
      if checklist.entries[renamed].node.formerNames.count == 1 {
        fixes = [.change(name.range, to: official)]
      }
    } else if case let elsewhere = checklist.entries(named: heading.string), !elsewhere.isEmpty {
      // The place without the name itself, which was just said.
      let above = elsewhere.map { entry in
        NameKey(checklist.entries[entry].name) == NameKey(heading.string)
          ? checklist.entries[entry].parent ?? entry : entry
      }
      let places = above.prefix(4).map { checklist.place(of: $0) }.quoted
      zh += "，它屬於\(places(.zhHant))。"
      en += "; it belongs to \(places(.en))."
    } else if let near = checklist.nearMiss(for: heading.string, under: parent, layout: layout) {
      let official = checklist.entries[near.entry].name
      zh += "，是否為「\(official)」？"
      en += "; did you mean “\(official)”?"
      if near.isOnly { fixes = [.change(name.range, to: official)] }
    } else {
      zh += "。"
      en += "."
    }
    let children = checklist.children(of: parent, layout: layout)
    let known = children.prefix(Self.mostNames).map { checklist.entries[$0].name }.quoted
    let more = children.count - Self.mostNames
    findings.add(
      at: name.firstLineRange, LocalizedText(zh: zh, en: en),
      explanation: LocalizedText(
        zh: "此處可用的名稱：\(known(.zhHant))\(more > 0 ? "等 \(children.count) 個" : "")。",
        en: "Names allowed here: \(known(.en))\(more > 0 ? " and \(more) more" : "")."),
      fixes: fixes)
  }
}

extension Finding.Fix {
  /// The official name in place of another, which may be the agency's own: a person decides.
  fileprivate static func change(_ range: SourceRange, to name: String) -> Finding.Fix {
    .init(LocalizedText(zh: "改為「\(name)」", en: "Change to “\(name)”"), replace: range, with: name, isSafe: false)
  }
}
