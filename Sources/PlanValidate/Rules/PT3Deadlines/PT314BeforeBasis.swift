import PlanModel
import PlanText

/// PT314: something is due, or the plan begins, before the approval that it needs.
enum BeforeBasis: Rule {
  static let description = RuleDescription(
    code: "PT314", name: "before-basis", severity: .note,
    summary: LocalizedText(
      zh: "期程或期限早於所依據的核定或函文", en: "Work begins or is due before the approval or letter it is based on"),
    explanation: LocalizedText(
      zh: """
        計畫寫明「於3月31日前，報…核定後執行」，期程卻自1月1日起，核定之前的工作有沒有依據不清楚；請寫明「溯自」或調整期程。作法的期限早於這個日期，或早於所引用的本年度函文中最早\
        的一件，也列出來。期限是期間、頻率或持續辦理者不檢查。
        """,
      en: """
        If a plan says 於3月31日前，報…核定後執行 but begins on 1 January, the basis of the work before the approval is not clear; say that it applies retroactively, or change the period. \
        Measures due before that day, or before the first of this year's letters that the plan cites, are listed too. Spans, frequencies and ongoing work are not checked.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、某某部107年3月1日某署秘字第1070062631號函頒「107年度提升服務品質實施計畫」。

      ## 貳、執行步驟

      本計畫於↓107年3月31日前，報某某部核定後執行。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 檢討逾期案件。
         - 完成期限：↓107年2月
      2. 檢討收費標準。
         - 完成期限：107年3月15日
      """),
    passing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、某某部106年12月1日某署秘字第1060062631號函頒「107年度提升服務品質實施計畫」。
      - 二、某某局107年3月1日某署秘字第1070062631號函。

      ## 貳、執行步驟

      本計畫於106年12月31日前，報某某部核定後執行；修訂時，於107年3月31日前報核。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 檢討逾期案件。
         - 完成期限：107年2月
      2. 檢討收費標準。
         - 完成期限：1月~3月
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫自 1 月 1 日起執行，內文卻寫於 3 月 31 日前報署核定後執行。",
      en:
        "A 107 police plan runs from 1 January, but its text says that it is carried out after an approval due by 31 March."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let period = plan.period, let written = plan.metadata.period else { return }
    let approvals = plan.sections.flatMap { section -> [Basis] in
      if case .narrative(let text) = section.content { return Basis.approvals(in: text, planYear: plan.planYear) }
      return []
    }
    for approval in approvals where approval.day > period.lowerBound && approval.day < period.upperBound {
      findings.add(
        at: approval.words.firstLineRange,
        LocalizedText(
          zh: "計畫須經核定後才執行（「\(approval.words.excerpt)」），期程卻自\(period.lowerBound.roc)起；請寫明核定前的工作如何處理，或調整期程。",
          en:
            "The plan is carried out after an approval (“\(approval.words.excerpt)”), but its period begins on \(period.lowerBound.roc); say how work before the approval is treated, or change the period."
        ),
        notes: [.init(written.text.firstLineRange, LocalizedText(zh: "計畫期程", en: "the period"))])
    }
    let letter = plan.sections.flatMap { section -> [Basis] in
      guard case .citations(let citations) = section.content else { return [] }
      return citations.flatMap { Basis.letters(in: $0.text) }
    }.min { $0.day < $1.day }
    let bases = approvals.sorted { $0.day > $1.day }.prefix(1) + [letter].compactMap { $0 }
    var early: [(text: PlanText, basis: Basis)] = []
    for entry in plan.deadlines {
      guard case .due(let point)? = entry.value.meaning?.form, point.precision != .year,
        let due = plan.years.days(of: point)?.upperBound, due >= period.lowerBound,
        let basis = bases.first(where: { due < $0.day })
      else { continue }
      early.append((entry.value.text, basis))
    }
    report(early, &findings)
  }

  /// One finding for all deadlines: it is mended in one place.
  private static func report(_ early: [(text: PlanText, basis: Basis)], _ findings: inout FindingList) {
    guard let (text, basis) = early.first else { return }
    let count = early.count
    findings.add(
      at: text.firstLineRange,
      LocalizedText(
        zh: "期限「\(text.excerpt)」\(count > 1 ? "等 \(count) 處" : "")早於計畫所依據的「\(basis.words.excerpt)」，請確認。",
        en:
          "The deadline “\(text.excerpt)”\(count > 1 ? ", as \(count - 1) more," : "") is before “\(basis.words.excerpt)”, on which the plan rests; check it."
      ),
      notes: [.init(basis.words.firstLineRange, LocalizedText(zh: "依據在此", en: "The plan is based on this"))]
        + early.dropFirst().prefix(8).map {
          .init($0.text.firstLineRange, LocalizedText(zh: "此處也早於依據", en: "This one too"))
        })
  }
}

/// A day before which the plan has nothing to rest on.
private struct Basis {
  let day: CalendarDate
  let words: PlanText

  /// 於107年3月31日前，報某某署核定後執行
  static func approvals(in text: PlanText, planYear: Int?) -> [Basis] {
    let dense = DenseText(text)
    guard dense.scalars.contains("核"), dense.count < 100_000 else { return [] }
    var found: [Basis] = []
    var index = 0
    while index < dense.count {
      let isStart =
        Numeral.digit(dense.scalars[index]) != nil && (index == 0 || Numeral.digit(dense.scalars[index - 1]) == nil)
      guard isStart, let day = WrittenDay(in: dense, at: index, year: planYear), day.isDay else {
        index += 1
        continue
      }
      index = day.range.upperBound
      guard dense.has("前", at: index) else { continue }
      var start = index + 1
      if dense.has(",", at: start) { start += 1 }
      let sentence = dense.scalars[start...].prefix(30).prefix { !"。;".unicodeScalars.contains($0) }
      guard ["報", "函報", "陳報", "提報", "層報", "送", "函送"].contains(where: { dense.has($0, at: start) }) else { continue }
      // All of these have five characters.
      let place = sentence.indices.first { place in
        ["核定後執行", "核定後實施", "核定後辦理", "核備後執行", "核備後實施", "核准後執行", "核准後實施", "核可後實施", "核可後執行"].contains {
          dense.has($0, at: place)
        }
      }
      if let place {
        found.append(Basis(day: day.days.lowerBound, words: dense.part(day.range.lowerBound..<(place + 5))))
      }
    }
    return found
  }

  /// The letters that a citation names.
  static func letters(in text: PlanText) -> [Basis] {
    CitationParts.letters(in: text).compactMap { letter in
      letter.date.map { Basis(day: $0.value, words: PlanText($0.value.roc + letter.number.string, range: $0.range)) }
    }
  }
}
