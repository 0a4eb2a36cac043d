import PlanModel
import PlanText

/// PT111: phases overlap, stand in another order than their dates, or name months outside of their own period.
enum PhaseOrder: Rule {
  static let description = RuleDescription(
    code: "PT111", name: "phase-order", severity: .warning,
    summary: LocalizedText(
      zh: "階段的時程重疊、順序顛倒，或列有時程以外的月份", en: "Phases overlap, are out of order, or list months outside their period"),
    explanation: LocalizedText(
      zh: """
        同一部分之下的第一階段、第二階段…應依時程先後排列，互不重疊；階段內逐月列出的工作（106年3月：…）應在該階段的時程之內。階段之間可以有間隔；其他各階段（至少兩處）都首尾相接而只有一處間隔時，\
        列為提示。沒有寫年份的時程、\
        名稱不是階段或期的工作項目、寫明同時或並行辦理的階段，以及前一階段的迄日（月）與後一階段的起日（月）相同者，都不檢查。
        """,
      en: """
        第一階段, 第二階段 … of one part should follow one another without overlapping, and work listed month by month in a phase (106年3月：…) should be in its period. Gaps between phases are \
        accepted; a single gap where all others (at least two) join without one is a note. Not checked: periods without a year, items that are called neither 階段 nor 期, phases that say they run at the same time (同時, 並行), and a phase that \
        begins on the day, or in the month, in which the one before ends.
        """),
    failing: RuleExample(
      """
      # 某某市政府創意提案表

      - 文件種類：創意提案
      - 提案名稱：線上預約
      - 提案年度：106
      - 提案單位：某某市政府甲局

      ## 實施方法

      ### 一、推動期程

      - (一)第一階段
        - 時程：自105年8月8日起至同年12月31日止
      - (二)第二階段
        - 時程：↓自105年12月1日起至106年2月28日止
        - 單位：逐月推動：
          - (1)106年2月：甲區。
          - (2)↓106年3月：乙區。
      - (三)第三階段
        - 時程：↓自105年3月1日起至同年5月31日止
      """),
    passing: RuleExample(
      """
      # 某某市政府創意提案表

      - 文件種類：創意提案
      - 提案名稱：線上預約
      - 提案年度：106
      - 提案單位：某某市政府甲局

      ## 實施方法

      ### 一、推動期程

      - (一)第一階段
        - 時程：自105年8月8日起至同年12月31日止
      - (二)第二階段
        - 時程：自105年12月31日起至106年5月31日止
        - 單位：自106年1月1日起，逐月推動：
          - (1)106年5月：甲區。
          - (2)106年12月驗收之系統：另案辦理。
      - (三)第三階段
        - 時程：106年10月至12月
      - (四)第四階段（與第三階段同時辦理）
        - 時程：106年11月至12月

      ### 二、分工

      - (一)系統建置
        - 時程：106年1月至6月
      - (二)教育訓練
        - 時程：106年3月至4月
      """),
    evidence: LocalizedText(
      zh: "一份 106 年創意提案的四個階段依序排列，前三階段首尾相接，第三、四階段之間卻隔四個月。",
      en:
        "The four phases of a proposal of 106 are in order; the first three join, and there are four months between the third and the fourth."
    ))

  static let documents: [DocumentKind] = [.proposal]

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for part in plan.document.proposal?.parts ?? [] {
      let phases = part.phases.compactMap { Dated($0) }
      let sequence = phases.filter(\.isSequential)
      for (previous, dated) in zip(sequence, sequence.dropFirst()) { compare(previous, dated, &findings) }
      checkGaps(sequence, &findings)
      for dated in phases {
        let phase = dated.phase
        for text in [phase.text, phase.units] {
          if let text { checkMonths(in: text, of: dated, &findings) }
        }
      }
    }
  }

  /// A phase with a first and a last day whose years are written.
  private struct Dated {
    let phase: Phase
    let period: PlanText
    let days: ClosedRange<CalendarDate>
    let from: DatePoint
    let to: DatePoint

    init?(_ phase: Phase) {
      guard let period = phase.period, case .span(let from?, let to?) = period.meaning?.form, from.year != nil,
        let days = period.meaning?.days(in: PlanYears(year: nil))
      else { return nil }
      self.phase = phase
      self.period = period.text
      self.days = days
      self.from = from
      self.to = to
    }

    /// Whether the phase is one of several that follow each other: 第一階段, 第二期.
    var isSequential: Bool {
      let dense = DenseText(phase.text)
      let isNamed = dense.scalars.indices.contains { index in
        dense.has("階段", at: index)
          || (dense.scalars[index] == "期" && index > 1 && dense.scalars[index - 2] == "第")
      }
      let words = phase.text.string + (phase.units?.string ?? "")
      return isNamed && !["同時", "同步", "並行", "併行", "平行", "重疊"].contains { words.has($0) }
    }
  }

  private static func compare(_ first: Dated, _ second: Dated, _ findings: inout FindingList) {
    let (name, before) = (second.phase.text.excerpt, first.phase.text.excerpt)
    let note = Finding.Note(
      first.period.firstLineRange, LocalizedText(zh: "前一階段的時程在此", en: "The previous phase's period is here"))
    if second.days.lowerBound < first.days.lowerBound {
      findings.add(
        at: second.period.firstLineRange,
        LocalizedText(
          zh: "「\(name)」自\(second.days.lowerBound.roc)起，早於前面的「\(before)」（自\(first.days.lowerBound.roc)起）；請確認日期或調整順序。",
          en: """
            “\(name)” begins on \(second.days.lowerBound.roc), before “\(before)” above it (\(first.days.lowerBound.roc)); check the dates or the order.
            """),
        notes: [note])
    } else if second.days.lowerBound <= first.days.upperBound, !sharesBoundary(first, second) {
      findings.add(
        at: second.period.firstLineRange,
        LocalizedText(
          zh:
            "「\(name)」自\(second.days.lowerBound.roc)起，與「\(before)」（至\(first.days.upperBound.roc)止）重疊；請確認日期，若是同時辦理請寫明。",
          en: """
            “\(name)” begins on \(second.days.lowerBound.roc), before “\(before)” ends (\(first.days.upperBound.roc)); check the dates, or say that both run at the same time.
            """),
        notes: [note])
    }
  }

  /// One gap where all other phases join.
  private static func checkGaps(_ phases: [Dated], _ findings: inout FindingList) {
    let pairs = Array(zip(phases, phases.dropFirst()))
    let joining = pairs.count { $0.days.upperBound.next == $1.days.lowerBound }
    let gaps = pairs.filter { $0.days.upperBound.next < $1.days.lowerBound }
    guard joining >= 2, gaps.count == 1, joining + 1 == pairs.count, let (first, second) = gaps.first else { return }
    let days = second.days.lowerBound.dayNumber - first.days.upperBound.next.dayNumber
    findings.add(
      at: second.period.firstLineRange,
      LocalizedText(
        zh:
          "「\(first.phase.text.excerpt)」至\(first.days.upperBound.roc)止，「\(second.phase.text.excerpt)」自\(second.days.lowerBound.roc)起，中間有 \(days) 天沒有列入任何階段，其他階段都首尾相接；請確認。",
        en: """
          “\(first.phase.text.excerpt)” ends on \(first.days.upperBound.roc) and “\(second.phase.text.excerpt)” begins on \(second.days.lowerBound.roc): \(days) days are not in any phase, although \
          all other phases join; check the dates.
          """),
      severity: .note,
      notes: [
        .init(first.period.firstLineRange, LocalizedText(zh: "前一階段的時程在此", en: "The previous phase's period is here"))
      ])
  }

  /// 1月至3月, 3月至5月: the end of one is the beginning of the next.
  private static func sharesBoundary(_ first: Dated, _ second: Dated) -> Bool {
    let end = first.to.year == nil ? first.to.with(year: first.days.upperBound.year) : first.to
    return end == second.from && second.days.upperBound > first.days.upperBound
  }

  /// Lines that begin with a date and a colon.
  private static func checkMonths(in text: PlanText, of phase: Dated, _ findings: inout FindingList) {
    let isOneYear = phase.days.lowerBound.year == phase.days.upperBound.year
    var start = 0
    for line in text.string.lineSlices {
      let range = start..<(start + line.utf8.count)
      start = range.upperBound + 1
      guard let head = head(of: text.part(range)),
        let meaning = Deadline(head).meaning, isPlainDate(meaning),
        let days = meaning.days(in: PlanYears(year: isOneYear ? phase.days.lowerBound.year : nil)),
        days.lowerBound > phase.days.upperBound || days.upperBound < phase.days.lowerBound
      else { continue }
      findings.add(
        at: head.firstLineRange,
        LocalizedText(
          zh:
            "「\(head.excerpt)」不在「\(phase.phase.text.excerpt)」的時程內（\(phase.days.lowerBound.roc)至\(phase.days.upperBound.roc)）。",
          en: """
            “\(head.excerpt)” is not in the period of “\(phase.phase.text.excerpt)” (\(phase.days.lowerBound.roc) to \(phase.days.upperBound.roc)).
            """),
        notes: [.init(phase.period.firstLineRange, LocalizedText(zh: "該階段的時程在此", en: "The period is here"))])
    }
  }

  /// What stands between the bullet and number of a line and its first colon.
  private static func head(of line: PlanText) -> PlanText? {
    var rest = line.trimmed
    if let bullet = rest.string.utf8.first, "-*+".utf8.contains(bullet) {
      rest = rest.part(1..<rest.string.utf8.count).trimmed
    }
    if let label = Label.read(at: rest.string) { rest = rest.part(label.length..<rest.string.utf8.count) }
    var length = 0
    for scalar in rest.string.unicodeScalars {
      if scalar.narrow == ":" { return length > 0 ? rest.part(0..<length) : nil }
      length += UTF8.width(scalar)
      if length > 60 { return nil }
    }
    return nil
  }

  /// A day, a month or a span of them.
  private static func isPlainDate(_ meaning: DeadlineMeaning) -> Bool {
    switch meaning.form {
    case .due(let point):
      switch point.precision {
      case .day, .month, .part: true
      case .quarter, .half, .year, .term, .schoolYear: false
      }
    case .span(.some, .some): true
    default: false
    }
  }
}
