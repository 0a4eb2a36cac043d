import PlanModel
import PlanText

/// PT203: a focus of the checklist has no measure.
enum FocusWithoutMeasure: Rule {
  static let description = RuleDescription(
    code: "PT203", name: "focus-without-measure", severity: .error,
    summary: LocalizedText(zh: "評核重點沒有作法", en: "A focus has no measure"),
    explanation: LocalizedText(
      zh: """
        檢核表的每一個評核重點至少要有一項作法；只有標題而其下沒有作法，或整個重點、項目、構面沒有列出，都算缺漏。整個項目或構面缺少時只指出一次。檢核表註明「毋須另闢專節撰寫」的重點不要求；「除上述各項外，可自行提供」一類的重點（其他服務作法）缺少時列為提示。
        """,
      en: """
        Every focus of the checklist needs at least one measure, under its own heading. An entire item or dimension \
        that is missing is reported once. Focuses that the checklist exempts (毋須另闢專節撰寫) are not required, and a missing focus \
        that only invites further measures (其他服務作法) is a note.
        """),
    failing: RuleExample(
      """
      ## ↓↓附表1、提升服務品質組織診斷具體作法表

      | 評核構面 | 評核項目 | 評核重點 | 具體作法 | 完成期限 | 承辦單位 |
      | --- | --- | --- | --- | --- | --- |
      | 基礎服務 | ↓服務一致及正確 | 申辦業務標準作業流程訂定情形 | 全部訂定流程。 | 持續辦理 | 秘書室 |
      | | | 服務及時性 | 每月檢討逾期案件。 | 持續辦理 | 秘書室 |
      | | | 其他服務作法 | 設諮詢櫃檯。 | 持續辦理 | 秘書室 |
      | | ↓↓服務友善 | 服務設施合宜程度 | 增設無障礙設施。 | 持續辦理 | 秘書室 |
      | | | 網站使用便利性 | 每月檢測網站連結。 | 持續辦理 | 資訊室 |
      | | | ↓服務資訊透明度 | | | |
      | ↓服務遞送 | 服務便捷 | 建置單一窗口整合服務 | 設單一窗口。 | 持續辦理 | 秘書室 |
      | | | 減除申辦案件需檢附之書表謄本 | 免附戶籍謄本。 | 持續辦理 | 秘書室 |
      | | | 開發線上申辦 | 通行證線上申辦。 | 持續辦理 | 資訊室 |
      | | | 其他服務作法 | 結案以簡訊通知。 | 持續辦理 | 資訊室 |
      | | 服務可近性 | 在地化服務 | 提供英語服務。 | 持續辦理 | 外事科 |
      | | | 專人全程服務 | 專人陪同報案。 | 持續辦理 | 秘書室 |
      | | | 主動服務 | 到府受理。 | 持續辦理 | 秘書室 |
      | | | 其他服務作法 | 設夜間櫃檯。 | 持續辦理 | 秘書室 |
      """),
    passing: RuleExample(
      """
      ## 附表1、提升服務品質組織診斷具體作法表

      | 評核構面 | 評核項目 | 評核重點 | 具體作法 | 完成期限 | 承辦單位 |
      | --- | --- | --- | --- | --- | --- |
      | 基礎服務 | 服務一致及正確 | 申辦業務標準作業流程訂定情形 | 全部訂定流程。 | 持續辦理 | 秘書室 |
      | | | 服務及時性 | 每月檢討逾期案件。 | 持續辦理 | 秘書室 |
      | | | 服務人員專業度 | 辦理專業講習。 | 持續辦理 | 秘書室 |
      | | | 其他服務作法 | 設諮詢櫃檯。 | 持續辦理 | 秘書室 |
      | | 服務友善 | 服務設施合宜程度 | 增設無障礙設施。 | 持續辦理 | 秘書室 |
      | | | 網站使用便利性 | 每月檢測網站連結。 | 持續辦理 | 資訊室 |
      | | | 服務行為的友善姓 | 辦理電話禮貌測試。 | 持續辦理 | 督察室 |
      | | | 服務資訊透明度 | 公開申辦進度。 | 持續辦理 | 資訊室 |
      | | | 其他服務作法 | 設意見箱。 | 持續辦理 | 秘書室 |
      | 服務遞送 | 服務便捷 | 建置單一窗口整合服務 | 設單一窗口。 | 持續辦理 | 秘書室 |
      | | | 減除申辦案件需檢附之書表謄本 | 免附戶籍謄本。 | 持續辦理 | 秘書室 |
      | | | 開發線上申辦或跨平臺通用服務 | 通行證線上申辦。 | 持續辦理 | 資訊室 |
      | | | 其他服務作法 | 結案以簡訊通知。 | 持續辦理 | 資訊室 |
      | | 服務可近性 | 在地化服務 | 提供英語服務。 | 持續辦理 | 外事科 |
      | | | 專人全程服務 | 專人陪同報案。 | 持續辦理 | 秘書室 |
      | | | 主動服務 | 到府受理。 | 持續辦理 | 秘書室 |
      | | | 其他服務作法 | 設夜間櫃檯。 | 持續辦理 | 秘書室 |
      | | 服務成長及優化 | 突破成長 | 檢討報案流程。 | 持續辦理 | 秘書室 |
      | | | 優質服務 | 提供預約服務。 | 持續辦理 | 秘書室 |
      | 服務量能 | 內部作業簡化 | 簡化內部作業，並聚焦核心業務，創新精進服務 | 簿冊電子化。 | 持續辦理 | 資訊室 |
      | | 服務精進機制 | 組織內部建立常態性運作機制，以及在首長領導及成員合作下，投入服務創新及精進 | 辦理創意提案。 | 持續辦理 | 秘書室 |
      | 服務評價 | 服務滿意情形 | 定期進行滿意度調查 | 每年調查一次。 | 持續辦理 | 秘書室 |
      | | | 運用其他機制瞭解民眾對服務的評價 | 電話訪問。 | 持續辦理 | 秘書室 |
      | | 意見回應處理情形 | 針對民眾意見、抱怨及陳情積極回應 | 限期回復。 | 持續辦理 | 秘書室 |
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫的 26 個評核重點都有作法；檢核表則載明開放創新「毋須另闢專節撰寫」。",
      en: "Both 107 police plans answer all 26 focuses; the checklist itself exempts 開放創新 from a part of its own."))

  static let needsChecklist = true

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let checklist = plan.checklist else { return }
    let tables = plan.sections.compactMap { section in section.content.kind.layout.map { (section, $0) } }
    let coverage = FocusCoverage(plan, checklist)
    guard !tables.isEmpty else {
      let count = checklist.entries.indices.filter { checklist.entries[$0].parent == nil }.flatMap(coverage.required)
        .count
      guard count > 0 else { return }
      findings.add(
        at: plan.title?.firstLineRange ?? 0..<0,
        LocalizedText(
          zh: "計畫沒有具體作法的表格，檢核表的 \(count) 個評核重點都沒有作法。",
          en: "The plan has no table of measures, so none of the checklist's \(count) focuses has a measure."))
      return
    }
    confirm(coverage, checklist, tables.map { ($0.0.heading, $0.1) }, &findings)
    let search = Search(plan: plan, checklist: checklist, coverage: coverage)
    // Each outline of the checklist is asked of the first table that follows it.
    var asked: Set<Int> = []
    for (table, layout) in tables {
      for dimension in checklist.children(of: nil, layout: layout) where asked.insert(dimension).inserted {
        search.visit(dimension, place: table.heading.firstLineRange, &findings)
      }
    }
  }
}

extension FocusWithoutMeasure {
  /// Every focus of an outline has a measure: one line at the table.
  private static func confirm(
    _ coverage: FocusCoverage, _ checklist: Checklist, _ tables: [(heading: PlanText, layout: TableLayout)],
    _ findings: inout FindingList
  ) {
    var seen: Set<TableLayout> = []
    for table in tables where seen.insert(table.layout).inserted {
      let required = checklist.children(of: nil, layout: table.layout).flatMap(coverage.required)
      guard !required.isEmpty, required.allSatisfy(coverage.isAnswered) else { continue }
      findings.confirm(
        at: table.heading.firstLineRange,
        LocalizedText(
          zh: "檢核表要求的 \(required.count) 個評核重點都有作法。",
          en: "All \(required.count) focuses that the checklist asks for have a measure."))
    }
  }
}

/// Walks the checklist and reports what the tables lack, as high up as possible.
private struct Search {
  let plan: PlanIndex
  let checklist: Checklist
  let coverage: FocusCoverage

  /// `place` is the nearest heading above that the plan has.
  func visit(_ entry: Int, place: SourceRange, _ findings: inout FindingList) {
    let required = coverage.required(at: entry)
    let missing = required.filter { !coverage.isAnswered($0) }
    guard !missing.isEmpty else { return }
    let heading = coverage.heading(of: entry).map { plan.groups[$0].group }
    let ownPlace = heading.map { ChecklistName.part(of: $0.heading).firstLineRange }
    if checklist.entries[entry].isFocus || (missing.count == required.count && !coverage.isOpened(entry)) {
      report(entry, missing: missing, heading: heading, at: ownPlace ?? place, &findings)
    } else {
      for child in checklist.children(of: entry) { visit(child, place: ownPlace ?? place, &findings) }
    }
  }

  private func report(
    _ entry: Int, missing: [Int], heading: MeasureGroup?, at place: SourceRange, _ findings: inout FindingList
  ) {
    let node = checklist.entries[entry]
    let level = node.node.level.title
    let names = missing.map { checklist.entries[$0].name }
    var zh = "\(level(.zhHant))「\(node.name)」沒有作法"
    var en = "The \(level(.en)) “\(node.name)” has no measure"
    if let heading, !heading.measures.isEmpty {
      zh = "\(level(.zhHant))「\(node.name)」的作法沒有分列在評核重點之下，請分到 \(names.count) 個重點"
      en = "The measures of “\(node.name)” are not under a focus; sort them into its \(names.count) focuses"
    } else if heading == nil {
      zh = "缺少\(level(.zhHant))「\(node.name)」，檢核表的這一部分沒有作法"
      en = "The \(level(.en)) “\(node.name)” is missing; this part of the checklist has no measure"
    }
    let list = names.quoted
    let isWhole = !node.isFocus
    findings.add(
      at: place, LocalizedText(zh: zh + "。", en: en + "."),
      severity: missing.allSatisfy { checklist.entries[$0].invitesMore } ? .note : nil,
      explanation: isWhole
        ? LocalizedText(zh: "其下的評核重點：\(list(.zhHant))。", en: "Its focuses: \(list(.en)).") : asked(entry))
  }

  /// What the checklist asks for at a focus.
  private func asked(_ entry: Int) -> LocalizedText? {
    let points = checklist.entries[entry].node.checkpoints.map(\.text.string)
    guard !points.isEmpty else { return nil }
    return LocalizedText(
      zh: "檢核表的辦理事項：" + points.joined(separator: " "), en: "The checklist asks: " + points.joined(separator: " "))
  }
}
