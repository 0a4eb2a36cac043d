import PlanModel
import PlanText

/// PT408: a plan speaks as its parent agency, or for its sisters.
enum Scope: Rule {
  static let description = RuleDescription(
    code: "PT408", name: "scope", severity: .note,
    summary: LocalizedText(zh: "計畫以上級或同級機關的範圍書寫", en: "A plan speaks for its parent or its sisters"),
    explanation: LocalizedText(
      zh: """
        分局、大隊、隊、所的計畫常由上級機關的計畫改寫，「本局」換成了「本分局」，範圍卻沒有跟著改：承辦單位還是「各分局」，內文有「本分局各分局」「本分局某某分局」，\
        附表標題仍是上級機關的名稱。執行對象只限本機關時，這些作法無人可辦。附件的標題、作法的文字與承辦單位各只列一次，註明處數與各種寫法；向同級機關觀摩、與其合作的作法不受影響。
        """,
      en: """
        The plan of a precinct, brigade or office is often made from its parent's; then 本局 became 本分局 while the scope stayed: the units are still 各分局, the text \
        says 本分局各分局, tables bear the parent's name. No unit that the plan addresses can do these measures. There is one finding each for titles, words and units, with the number of \
        places and each wording. Measures that learn from sisters or work with them are left alone.
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
        "In the 107 plan of a precinct the units of 23 of 24 focuses are 各分局、大隊、隊; its text says 本分局各分局 and 本分局北投分局, and its first table bears the police department's name."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let agency = plan.plan.metadata.agency, let scope = AgencyScope(agency.string) else { return }
    let target = plan.plan.sections.first { targetHeadings.contains(NameKey($0.title.string).text) }
    let report = ScopeReport(agency: agency, target: target)
    let titles =
      plan.plan.sections.compactMap(scope.place(ofTitle:)) + plan.plan.sections.flatMap(scope.places(inList:))
    if !titles.isEmpty {
      let hasOwn = plan.plan.sections.contains { scope.isOwn(title: $0) || scope.hasOwn(list: $0) }
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
      Finding.Note(agency.firstLineRange, LocalizedText(zh: "計畫的機關", en: "the agency of the plan"))
    ]
    if let target, case .narrative(let text) = target.content {
      notes.append(
        .init(
          text.firstLineRange,
          LocalizedText(zh: "\(target.title.string)限於此", en: "the plan is for these")))
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
          "An attachment bears the name of the parent agency \(en) in \(plural), but the plan is that of “\(agency.excerpt)”; name this agency."
      )
    case .words:
      LocalizedText(
        zh: "計畫的機關是「\(agency.excerpt)」，作法卻有 \(count) 處以上級或同級機關的範圍書寫（\(zh)）；請改為本機關的單位。",
        en:
          "The plan is that of “\(agency.excerpt)”, but its measures speak for its parent or sisters in \(plural) (\(en)); name its own units."
      )
    case .units:
      LocalizedText(
        zh: "計畫的機關是「\(agency.excerpt)」，承辦單位卻有 \(count) 處是同級機關（\(zh)）；請改為本機關的單位。",
        en:
          "The plan is that of “\(agency.excerpt)”, but sister agencies carry its measures in \(plural) (\(en)); name its own units."
      )
    }
  }
}

/// A place that goes beyond the agency.
private struct ScopePlace {
  let words: PlanText
  /// Whether it can mean nothing else. Others are only counted.
  let isCertain: Bool
}

/// What lies within an agency that is one of many of its kind.
private struct AgencyScope {
  /// 臺北市政府警察局士林分局, without white space.
  private let agency: [Unicode.Scalar]
  /// 分局
  private let kind: [Unicode.Scalar]
  /// 本分局, 本所
  private let selfNames: [[Unicode.Scalar]]
  /// The kinds of agency that are not below this one.
  private let notBelow: [[Unicode.Scalar]]
  /// 臺北市政府警察局
  private let parent: [Unicode.Scalar]?
  /// Whether 本局 is the parent.
  private let isBelowBureau: Bool

  /// The kinds of agency of which there are many side by side, each with its level in the organisation of police, fire
  /// and coast guard; the others have none.
  private static let kinds: [(name: String, level: Int?)] = [
    ("總隊", 1), ("分局", 2), ("大隊", 2), ("派出所", 3), ("分駐所", 3), ("中隊", 3), ("分隊", 4), ("小隊", 5), ("戶政事務所", nil),
    ("地政事務所", nil), ("區公所", nil), ("鄉公所", nil), ("鎮公所", nil), ("衛生所", nil), ("稽徵所", nil), ("監理站", nil),
  ]
  /// What may stand between 本分局 and 各分局.
  private static let links = ["", "暨", "及", "所屬", "轄內", "轄下"].map { Array($0.unicodeScalars) }
  /// What is no part of a name, so that 本分局與乙分局 are two.
  private static let noName: ScalarSet = "與及和同請由向參照洽經至往於在各所為會協暨並跨赴函轉商邀派對將"
  private static let longestName = 4

  init?(_ name: String) {
    let agency = name.unicodeScalars.filter { !$0.isWhiteSpace }
    let text = String(scalars: agency)
    guard let own = Self.kinds.filter({ text.hasSuffix($0.name) }).max(by: { $0.name.count < $1.name.count }) else {
      return nil
    }
    self.agency = Array(agency)
    kind = Array(own.name.unicodeScalars)
    var names = ["本" + own.name]
    if let last = own.name.last, last != "局" { names.append("本\(last)") }
    selfNames = names.map { Array($0.unicodeScalars) }
    notBelow = Self.kinds.filter { other in
      other.name == own.name || (own.level.map { level in other.level.map { $0 <= level } ?? false } ?? false)
    }.map { Array($0.name.unicodeScalars) }
    let above = agency.dropLast(own.name.unicodeScalars.count).lastIndex { "局府部署處".unicodeScalars.contains($0) }
    let parent = above.map { Array(agency[...$0]) }
    self.parent = parent.flatMap { $0.count >= 4 ? $0 : nil }
    isBelowBureau = parent?.last == "局"
  }

  /// Whether a section says that the plan is for all agencies of the kind.
  func includesSisters(_ section: Section?) -> Bool {
    guard let section, case .narrative(let text) = section.content else { return false }
    let dense = DenseText(text)
    return (0..<dense.count).contains { dense.scalars[$0] == "各" && dense.has(kind, at: $0 + 1) }
  }

  /// The places in a measure's words.
  func places(in text: PlanText) -> [ScopePlace] {
    let dense = DenseText(text)
    var places: [ScopePlace] = []
    var index = 0
    while index < dense.count {
      var found: (end: Int, isCertain: Bool)?
      if dense.scalars[index] == "本" {
        found = endOfOwn(in: dense, at: index).map { ($0, true) }
      } else if dense.scalars[index] == "各", dense.has(kind, at: index + 1) {
        found = (index + 1 + kind.count, false)
      } else if dense.scalars[index] == "等", dense.has(kind, at: index + 1), let start = group(in: dense, before: index)
      {
        places.append(ScopePlace(words: dense.part(start..<(index + 1 + kind.count)), isCertain: false))
      }
      if let found { places.append(ScopePlace(words: dense.part(index..<found.end), isCertain: found.isCertain)) }
      index = found?.end ?? index + 1
    }
    return places
  }

  /// 大同、士林、文山第一等分局: where the names begin.
  private func group(in dense: DenseText, before end: Int) -> Int? {
    var start = end
    while start > 0, end - start < 30, dense.scalars[start - 1].isCommonHan || dense.scalars[start - 1] == "、",
      !Self.noName.contains(dense.scalars[start - 1])
    {
      start -= 1
    }
    while start < end, dense.scalars[start] == "、" { start += 1 }
    let names = dense.scalars[start..<end].split(separator: "、")
    return names.count > 1 && names.allSatisfy { (2...5).contains($0.count) } ? start : nil
  }

  /// The end of 本分局各分局, 本分局北投分局, 本分局交通警察大隊, 本局各….
  private func endOfOwn(in dense: DenseText, at index: Int) -> Int? {
    if isBelowBureau, let words = ["本局各", "本局所屬", "本局暨"].first(where: { dense.has($0, at: index) }) {
      return index + words.unicodeScalars.count
    }
    guard let name = selfNames.first(where: { dense.has($0, at: index) }) else { return nil }
    let start = index + name.count
    for link in Self.links where dense.has(link, at: start) && dense.has("各", at: start + link.count) {
      let at = start + link.count + 1
      if dense.has(kind, at: at) { return at + kind.count }
    }
    for length in 2...Self.longestName where start + length < dense.count {
      guard dense.scalars[start..<(start + length)].allSatisfy({ $0.isCommonHan && !Self.noName.contains($0) }) else {
        return nil
      }
      for other in notBelow where dense.has(other, at: start + length) {
        let end = start + length + other.count
        // 本分局大同分局長 is a person, and 本總隊臺中總隊 may be the agency itself.
        if dense.has("長", at: end) || agency.suffix(end - start).elementsEqual(dense.scalars[start..<end]) {
          return nil
        }
        return end
      }
    }
    return nil
  }

  /// A unit that is not below the agency.
  func place(ofUnit unit: PlanText) -> ScopePlace? {
    let name = unit.string.unicodeScalars.filter { !$0.isWhiteSpace }
    if name.first == "各", name.dropFirst().starts(with: kind) { return ScopePlace(words: unit, isCertain: true) }
    guard name.first != "各", name.first != "本",
      notBelow.contains(where: { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }),
      !agency.suffix(name.count).elementsEqual(name)
    else { return nil }
    return ScopePlace(words: unit, isCertain: false)
  }

  /// A table with the parent's name in its title. The copy of the checklist is the parent's own form.
  func place(ofTitle section: Section) -> ScopePlace? {
    switch section.content.kind {
    case .narrative, .citations, .checklist, .units, .inspectionLog: return nil
    case .measures, .workItems, .strategies, .survey, .taskForce: break
    }
    guard let parent else { return nil }
    let dense = DenseText(section.title)
    guard dense.has(parent, at: 0), !dense.has(agency, at: 0) else { return nil }
    return ScopePlace(words: dense.part(0..<parent.count), isCertain: true)
  }

  /// The entries of the plan's list of attachments that begin with the parent's name.
  func places(inList section: Section) -> [ScopePlace] {
    guard let parent, case .narrative(let text) = section.content, PlanAttachments.isList(section) else { return [] }
    return Paragraph.all(in: text).compactMap { paragraph in
      let dense = DenseText(paragraph.item.words)
      guard dense.has(parent, at: 0), !dense.has(agency, at: 0) else { return nil }
      return ScopePlace(words: dense.part(0..<parent.count), isCertain: true)
    }
  }

  /// Whether an attachment bears the agency's own name.
  func isOwn(title section: Section) -> Bool {
    section.attachment != nil && DenseText(section.title).has(agency, at: 0)
  }

  /// Whether an entry of the list of attachments does.
  func hasOwn(list section: Section) -> Bool {
    guard case .narrative(let text) = section.content, PlanAttachments.isList(section) else { return false }
    return Paragraph.all(in: text).contains { DenseText($0.item.words).has(agency, at: 0) }
  }
}
