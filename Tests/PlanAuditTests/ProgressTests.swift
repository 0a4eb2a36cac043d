import PlanFormats
import PlanTestSupport
import Testing

@testable import PlanAudit
@testable import PlanModel
@testable import PlanText

/// Where measures stand on a day, by their deadlines and what was reported.
@Suite struct ProgressTests {
  private static let period = "107年1月1日至107年12月31日"

  private func plan(_ deadline: String?, _ entries: [String]) -> PlanDocument {
    let fields =
      (deadline.map { ["   - 完成期限：\($0)\n"] } ?? []) + ["   - 承辦單位：秘書室\n"] + entries.map { "   - 辦理情形：\($0)\n" }
    let text =
      "# 甲機關107年度計畫\n\n- 機關：甲機關\n- 年度：107\n- 期程：\(Self.period)\n\n## 附表1、具體作法表\n\n### 基礎服務\n\n1. 檢討流程。\n"
      + fields.joined()
    return PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  private func day(_ text: String) throws -> CalendarDate {
    try #require(ProgressEntry(text: PlanText(text)).date)
  }

  /// The state on a day, and the days that were missed and come next.
  private func state(_ deadline: String?, _ entries: [String], on text: String, within: Int = 30) throws -> String {
    let document = plan(deadline, entries)
    try #require(document.problems.isEmpty)
    let line = try #require(PlanStatus(document, asOf: try day(text), within: within).lines.first)
    let progress = line.progress
    return
      ([progress.state.rawValue] + progress.missed.map { "-\($0.month)/\($0.day)" }
      + (progress.next.map { ["+\($0.month)/\($0.day)"] } ?? [])).joined(separator: " ")
  }

  @Test(arguments: [
    ("107年6月30日", "107年5月31日", "soon +6/30"), ("107年6月30日", "107年5月30日", "later +6/30"),
    ("107年6月30日", "107年6月30日", "soon +6/30"), ("107年6月30日", "107年7月1日", "overdue -6/30"),
    ("6月", "107年7月1日", "overdue -6/30"), ("第2季", "107年4月1日", "later +6/30"),
    ("107年1月至9月", "107年10月1日", "overdue -9/30"), ("持續辦理", "107年10月1日", "open"),
    ("每日", "107年10月1日", "open"), ("每週三", "107年10月1日", "open"), ("視需要辦理", "107年10月1日", "open"),
    ("賡續辦理，並請於6月29日前提供辦理情形", "107年6月30日", "overdue -6/29"),
    ("每季", "107年3月1日", "soon +3/31"), ("每季", "107年7月1日", "overdue -3/31 -6/30 +9/30"),
    ("6月30日及12月31日前", "107年7月1日", "overdue -6/30 +12/31"), ("107年3月已完成", "107年7月1日", "done"),
    ("儘速", "107年7月1日", "open"),
  ])
  func withoutReports(deadline: String, day: String, expected: String) throws {
    #expect(try state(deadline, [], on: day) == expected)
  }

  @Test(arguments: [
    (["107年6月20日 已完成。"], "done"), (["107年6月20日 辦理完竣（100%）"], "done"),
    (["107年6月20日 已完成二場講習（50%）"], "overdue -6/30"), (["107年6月20日 已完成二場講習"], "overdue -6/30"),
    (["107年6月20日 尚未完成"], "overdue -6/30"), (["107年6月20日 預計7月辦理完成。"], "overdue -6/30"),
    (["107年7月3日 已完成"], "overdue -6/30"), (["107年7月1日 已完成"], "done"), (["已完成"], "done"),
    (["107年5月1日 50%", "107年6月20日 100%"], "done"), (["107年6月20日 100%", "107年5月1日 50%"], "done"),
    (["107年5月1日 100%", "107年6月20日 發現缺漏，修正中（90%）"], "overdue -6/30"), (["－"], "overdue -6/30"),
  ])
  func workThatIsDoneOnce(entries: [String], expected: String) throws {
    #expect(try state("107年6月30日", entries, on: "107年7月2日") == expected)
  }

  @Test(arguments: [
    (["107年3月20日 完成檢討"], "overdue -6/30 +9/30"), (["107年5月20日 完成檢討"], "overdue -3/31 +9/30"),
    (["107年4月2日 第1季", "107年6月30日 第2季"], "later +9/30"),
    (["107年3月1日 甲", "107年3月2日 乙"], "overdue -6/30 +9/30"), (["107年第1季 已辦", "107年6月 已辦"], "later +9/30"),
    (["107年3月1日 甲", "107年6月2日 乙", "107年7月1日 丙"], "later +12/31"),
  ])
  func workThatComesAgainNeedsAReportEachTime(entries: [String], expected: String) throws {
    #expect(try state("每季", entries, on: "107年7月2日", within: 14) == expected)
  }

  /// A report that is asked for is given by any report; it does not say that the work, which goes on, is done.
  @Test(arguments: [
    (["107年6月28日 檢討三類"], "done"), (["107年7月2日 檢討三類"], "done"), (["檢討三類"], "overdue -6/29"), ([], "overdue -6/29"),
  ])
  func workThatGoesOnIsReportedByItsDay(entries: [String], expected: String) throws {
    #expect(try state("賡續辦理，並請於6月29日前提供辦理情形", entries, on: "107年7月2日") == expected)
  }

  /// Rates of something else do not say how much of the work is done.
  @Test(
    arguments: [
      ("107年6月20日 出席率100%", nil), ("107年6月20日 滿意度達100％，已完成", nil), ("107年6月20日 完成二場（50%）", 50),
      ("107年6月20日 進度達62.5%", 62), ("107年6月20日 逾期率由30%降為20%（完成率80%）", 80), ("逾期2件（20%），已改善", nil),
      ("107/6/1 50%", 50), ("107年6月20日 100%，已結案", 100), ("107年6月20日 進度101%", nil), ("%", nil), ("100%", 100),
    ] as [(String, Int?)])
  func sharesOfTheWork(text: String, expected: Int?) {
    #expect(ProgressEntry(text: PlanText(text)).percent == expected)
  }

  @Test func aYearIsDoneWhenEveryTimeIs() throws {
    let reports = ["107年3月1日 一", "107年6月1日 二", "107年9月1日 三", "107年12月1日 四"]
    #expect(try state("每季", reports, on: "107年12月31日") == "done")
    #expect(try state("每季", Array(reports.dropFirst()), on: "107年12月31日") == "overdue -3/31")
  }

  /// Every measure is in one state, whatever the day; without reports nothing becomes less late.
  @Test(arguments: Seed.plans)
  func statesOfRealPlans(seed: Seed) throws {
    let document = PlanDocument(reading: try seed.source())
    let year = try #require(document.plan.metadata.planYear)
    var late: Set<Int> = []
    for month in 1...12 {
      let status = PlanStatus(document, asOf: .last(ofMonth: month, year: year), within: 30)
      let tally = StatusTally(status.lines)
      #expect(tally.all == status.lines.count)
      #expect(tally.all == PlacedMeasures(of: document.plan, checklist: nil).measures.count)
      for line in status.lines {
        #expect(line.progress.missed.allSatisfy { $0 < .last(ofMonth: month, year: year) })
        #expect(line.progress.due.met <= line.progress.due.all)
      }
      let now = Set(status.lines.indices.filter { status.lines[$0].progress.state == .overdue })
      #expect(late.isSubset(of: now))
      late = now
    }
  }

  /// What is dated later is as if it were not there.
  @Test func laterReportsAreNotKnownYet() throws {
    for entries in [["107年8月1日 已完成"], ["107年3月1日 甲（20%）", "107年8月1日 乙（10%）"]] {
      let early = entries.filter { !$0.hasPrefix("107年8月") }
      for deadline in ["107年6月30日", "每季", "每月5日前", "持續辦理"] {
        #expect(try state(deadline, entries, on: "107年7月31日") == state(deadline, early, on: "107年7月31日"))
      }
    }
  }

  @Test(arguments: ["1年1月1日", "9999年12月31日", "0001/01/01"])
  func anyDayWillDo(text: String) throws {
    let document = plan("每月", ["107年6月20日 已完成", "1年1月1日 x", "99999999999999999999年1月1日 100%"])
    let day = ProgressEntry(text: PlanText(text)).date ?? .first(ofMonth: 1, year: 9999)
    for within in [0, 3660] { #expect(PlanStatus(document, asOf: day, within: within).lines.count == 1) }
  }

  @Test func reportsOfLaterDaysAreCountedAndNotUsed() throws {
    let document = plan("107年6月30日", ["107年4月9日 起草中（50%）", "107年7月2日 已完成（100%）"])
    let early = PlanStatus(document, asOf: try day("107年5月1日"), within: 30)
    #expect(early.lines.map(\.progress.laterReports) == [1])
    #expect(early.lines.map(\.progress.percent) == [50])
    #expect(StatusTally(early.lines).laterReports == 1)
    let late = PlanStatus(document, asOf: try day("107年7月2日"), within: 30)
    #expect(StatusTally(late.lines).laterReports == 0)
    #expect(late.lines.map(\.progress.state) == [.done])
  }
}
