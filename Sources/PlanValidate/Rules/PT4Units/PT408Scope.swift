import PlanModel
import PlanText

/// PT408: a plan speaks as its parent agency, or for its sisters.
enum Scope: Rule {
  static let description = RuleDescription(
    code: "PT408", name: "scope", severity: .note,
    summary: LocalizedText(zh: "計畫以上級或同級機關的範圍書寫", en: "A plan covers its parent or sister agencies"),
    explanation: LocalizedText(
      zh: """
        分局、大隊、隊、所的計畫常由上級機關的計畫改寫，「本局」換成了「本分局」，範圍卻沒有跟著改：承辦單位還是「各分局」，內文有「本分局各分局」「本分局某某分局」，\
        附表標題仍是上級機關的名稱。執行對象只限本機關時，這些作法無人可辦。附件的標題、作法的文字與承辦單位各只列一次，註明處數與各種寫法；向同級機關觀摩、與其合作的作法不受影響。
        """,
      en: """
        The plan of a precinct, brigade or office is often made from its parent's; then 本局 became 本分局 but the scope did not change: the units are still 各分局, the text \
        says 本分局各分局, and tables have the parent's name. No unit covered by the plan can carry out these measures. There is one finding each for titles, words and units, with the number of \
        places and each wording. Measures about learning from or working with sister agencies are not checked.
        """),
    failing: RuleExample(
      """
      ## 參、執行對象

      本分局所屬各內、外勤單位。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      - 完成期限：持續辦理

      1. 每月檢討逾期案件。
         - 承辦單位：↓各分局、大隊、隊
      2. ↓本分局各分局網站公開處理流程。
         - 承辦單位：秘書室

      ## ↓某某市政府警察局推動小組編組名冊

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |
      """),
    passing: RuleExample(
      """
      ## 參、執行對象

      本分局所屬各內、外勤單位。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      - 完成期限：持續辦理

      1. 參照乙分局與各分局的作法，每月檢討逾期案件；本分局各派出所並設專人。
         - 承辦單位：各內、外勤單位
      2. 本分局甲派出所與丙分局合辦宣導，並請交通警察大隊協助。
         - 承辦單位：行政組、交通警察大隊
      """),
    evidence: LocalizedText(
      zh: "一份分局的 107 年計畫，24 個重點中有 23 個的承辦單位是「各分局、大隊、隊」，內文有「本分局各分局」「本分局北投分局」，附表1 的標題是警察局。",
      en:
        "In the 107 plan of a precinct the units of 23 of 24 focuses are 各分局、大隊、隊; its text says 本分局各分局 and 本分局北投分局, and its first table has the police department's name."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let agency = plan.metadata.agency, let scope = AgencyScope(agency.string) else { return }
    let target = plan.sections.first { targetHeadings.contains(NameKey($0.title.string).text) }
    let report = ScopeReport(agency: agency, target: target)
    let titles =
      plan.sections.compactMap(scope.place(ofTitle:)) + plan.sections.flatMap(scope.places(inList:))
    if !titles.isEmpty {
      let hasOwn = plan.sections.contains { scope.isOwn(title: $0) || scope.hasOwn(list: $0) }
      report.add(titles, as: .titles, severity: hasOwn ? .warning : nil, &findings)
    }
    guard !scope.includesSisters(target) else { return }
    let texts = plan.measures.map(\.measure.text) + plan.surveyRows.flatMap { [$0.name, $0.text] }
    let inTexts = texts.flatMap(scope.places(in:))
    let units = plan.unitLists.flatMap { $0.value.units.compactMap(scope.place(ofUnit:)) }
    let certain = (inTexts + units).count(where: \.isCertain)
    guard certain > 0, inTexts.count + units.count > 1 else { return }
    // Nobody has sister agencies below it: what says so in so many words is wrong, and the rest may be meant.
    report.add(inTexts, as: .words, severity: inTexts.contains(where: \.isCertain) ? .warning : nil, &findings)
    report.add(
      units, as: .units, severity: target != nil && units.contains(where: \.isCertain) ? .warning : nil, &findings)
  }

  private static let targetHeadings: Set<String> = ["執行對象", "實施對象", "適用對象", "實施範圍", "適用範圍", "執行範圍"]
}

/// Says what was found of one kind, in one finding.
private struct ScopeReport {
  enum Kind { case titles, words, units }

  let agency: PlanText
  let target: Section?

  func add(_ places: [ScopePlace], as kind: Kind, severity: Severity?, _ findings: inout FindingList) {
    let places = places.sorted { $0.words.range.lowerBound < $1.words.range.lowerBound }
    guard let first = places.first else { return }
    // Each wording once, those that can mean nothing else first.
    var wordings: Set<String> = []
    let distinct = (places.filter(\.isCertain) + places.filter { !$0.isCertain }).filter {
      wordings.insert(NameKey($0.words.string).text).inserted
    }
    var notes = [
      Finding.Note(agency.firstLineRange, LocalizedText(zh: "計畫的機關", en: "The plan's agency"))
    ]
    if let target, case .narrative(let text) = target.content {
      notes.append(
        .init(
          text.firstLineRange,
          LocalizedText(zh: "\(target.title.string)限於此", en: "The plan is for these")))
    }
    let others = kind == .titles ? places : Array(distinct.prefix(12))
    notes += others.filter { $0.words.range != first.words.range }.map { place in
      .init(place.words.firstLineRange, LocalizedText(zh: "「\(place.words.excerpt)」", en: "“\(place.words.excerpt)”"))
    }
    findings.add(
      at: first.words.firstLineRange, summary(of: kind, count: places.count, distinct.prefix(5).map(\.words.excerpt)),
      severity: severity, notes: notes)
  }

  private func summary(of kind: Kind, count: Int, _ wordings: [String]) -> LocalizedText {
    let quoted = wordings.quoted
    let (zh, en) = (quoted(.zhHant), quoted(.en))
    let plural = count == 1 ? "one place" : "\(count) places"
    return switch kind {
    case .titles:
      LocalizedText(
        zh: "附件的標題以上級機關\(zh)為名（\(count) 處），計畫的機關卻是「\(agency.excerpt)」；請改為本機關。",
        en:
          "An attachment has the name of the parent agency \(en) in \(plural), but the plan's agency is “\(agency.excerpt)”; use this agency's name."
      )
    case .words:
      LocalizedText(
        zh: "計畫的機關是「\(agency.excerpt)」，作法卻有 \(count) 處以上級或同級機關的範圍書寫（\(zh)）；請改為本機關的單位。",
        en:
          "The plan's agency is “\(agency.excerpt)”, but its measures cover its parent or sister agencies in \(plural) (\(en)); name its own units."
      )
    case .units:
      LocalizedText(
        zh: "計畫的機關是「\(agency.excerpt)」，承辦單位卻有 \(count) 處是同級機關（\(zh)）；請改為本機關的單位。",
        en:
          "The plan's agency is “\(agency.excerpt)”, but sister agencies are responsible for its measures in \(plural) (\(en)); name its own units."
      )
    }
  }
}
