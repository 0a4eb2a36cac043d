import PlanModel
import PlanText
import Testing

/// What the deadlines of real plans mean, in every form that occurs in them and in the forms that people write besides.
@Suite struct DeadlineTests {
  private static let report = "ongoing, report 2018-06-29 辦理情形"

  // B: the cells of a plan whose 24 deadlines are all ongoing with a report, as printed and as they come out of a PDF.
  @Test(arguments: [
    ("持續檢討辦理，並請於6月29日前提供106、107年申辦件數及辦理情形", "ongoing, report 2018-06-29 106、107年申辦件數及辦理情形"),
    ("賡續辦理，並請於6月29日前提供辦理情形", report), ("廣續辦理，並請於6月29日前提供辦理情形", report), ("續辦，並請於6月29日前提供辦理情形", report),
    ("續辦，並請於 6 月 29 日前提供辦理情形", report), ("廣續辦 理，並請 於6月29 日前提供 辦理情形", report), ("廣續辦理，並請於6月29 日前提供辦 理情 形", report),
    ("廣 續 辦 理，並請於6月29日前提供辦理情形", report), ("廣續辦理,並請於6月29日前提供辦理情形", report),
    ("廣續辦理，並請於6月29日 日前提 供辦 理情形", report), ("賡續辦理，並請於6月29 日 日前 提 供 辦理情形", report),
  ])
  func ongoingWithReport(text: String, meaning: String) { #expect(DeadlineWording.described(text) == meaning) }

  // C: months, and every month of a year.
  @Test(arguments: [
    ("107年4月", "due 2018-04-30"), ("107年\n4 月", "due 2018-04-30"), ("107 年\n4 月", "due 2018-04-30"),
    ("持續辦理", "ongoing"), ("持續\n辦理", "ongoing"),
    ("持續辦\n理", "ongoing"), ("107年每月", "every month in 2018"), ("107 年\n每月", "every month in 2018"),
  ])
  func monthsAndEveryMonth(text: String, meaning: String) { #expect(DeadlineWording.described(text) == meaning) }

  // D: spans of months; the year is the plan's, which was a leap year.
  @Test(arguments: [
    ("1月~12月", "2016-01-01/2016-12-31"), ("1 月~12 月", "2016-01-01/2016-12-31"), ("賡續辦理", "ongoing"),
    ("廣續辦理", "ongoing"), ("全年", "ongoing"), ("全年度持續辦理", "ongoing"), ("全年辦理", "ongoing"),
    ("1月~2月", "2016-01-01/2016-02-29"), ("1 月~2 月", "2016-01-01/2016-02-29"), ("", "empty"), (" \n", "empty"),
  ])
  func spansOfMonths(text: String, meaning: String) {
    #expect(DeadlineWording.described(text, planYear: 2016) == meaning)
  }

  // What other agencies write: work at any time, on occasions and on several dates.
  @Test(arguments: [
    ("隨到隨辦", "ongoing"), ("隨案辦理", "ongoing"), ("即時處理", "ongoing"), ("全年無休", "ongoing"), ("平時辦理", "ongoing"),
    ("例行性業務", "ongoing"),
    ("上班時間", "ongoing"), ("常年", "ongoing"), ("經常性業務", "ongoing"), ("逐年辦理", "ongoing"),
    ("視需要", "occasion need"), ("視實際需要辦理", "occasion need"), ("不定期辦理", "occasion irregular"),
    ("依計畫期程", "occasion rule"), ("開徵期間", "occasion season"), ("寒暑假期間辦理", "occasion season"),
    ("3個工作日內", "3 workdays"), ("收件後3日內回復", "3 days after 收件"), ("活動前1週", "1 weeks before 活動"),
    ("次月5日前", "every month, day 5 of the next month"), ("收件日之次日起6個工作日內", "6 workdays after 收件日"),
    ("視需要（每案檢討）", "occasion need"),
    ("年底前", "due 2018-12-31"), ("年度內完成", "due 2018-12-31"), ("5月中旬", "due 2018-05-11–20"),
    ("107年5月上旬", "due 2018-05-01–10"),
    ("5月下旬", "due 2018-05-21–31"),
    ("6、12月", "due 2018-06-30 2018-12-31"), ("6月及12月", "due 2018-06-30 2018-12-31"),
    ("107年3、6、9、12月底前", "due 2018-03-31 2018-06-30 2018-09-30 2018-12-31"),
    ("107年4月15日及10月15日前", "due 2018-04-15 2018-10-15"), ("第1季、第3季", "due 2018-03-31 2018-09-30"),
    ("7月、8月", "due 2018-07-31 2018-08-31"), ("4月、6月29日前提供辦理情形", "due 2018-04-30, report 2018-06-29 辦理情形"),
    ("107.1-107.12", "2018-01-01/2018-12-31"), ("107.1.15", "due 2018-01-15"),
    ("每月5日前", "every month day 5"), ("每月10日", "every month day 10"), ("每年12月", "every year 12-31"),
    ("每年6月30日前", "every year 06-30"),
    ("每兩週", "every twoWeeks"), ("每月2次", "every month x2"), ("每年2次", "every year x2"),
    ("無", "unstated"), ("－", "unstated"), ("未定", "unstated"), ("另訂", "unstated"),
  ])
  func otherAgencies(text: String, meaning: String) { #expect(DeadlineWording.described(text) == meaning) }

  // Words that look alike and say nothing that can be followed up.
  @Test(arguments: [
    "儘速", "期間", "12.5", "6、12項", "13月、14月", "每月31日32日", "5日", "視力檢查", "無障礙設施完工", "每月40日",
    "107/99999999999999999999/1",
    "107年12345678月", "12345678/4",
  ])
  func notUnderstood(text: String) {
    #expect(Deadline(PlanText(text)).meaning == nil, "\(DeadlineWording.described(text))")
  }

  // A: periods of whole plans and of their phases.
  @Test(arguments: [
    ("自 107 年 1 月 1 日起至 107 年 12 月 31 日止，計 1 年", "2018-01-01/2018-12-31, 1 years"),
    ("自民國 107 年 1月起至民國 107 年 12 月止，計 1年", "2018-01-01/2018-12-31, 1 years"), ("109年1月至12月", "2020-01-01/2020-12-31"),
    ("自即日至 105 年 12 月 31 日止", "…/2016-12-31"), ("自106年1月1日起至同年5月底止", "2017-01-01/2017-05-31"),
    ("自105年8月8日起至同年12月31日止", "2016-08-08/2016-12-31"), ("自106年1月1日起至同年2月28日止", "2017-01-01/2017-02-28"),
    ("106年4月1日起", "2017-04-01/…"),
    ("即日起至107年12月31日", "…/2018-12-31"), ("自即日起至年底", "…/2018-12-31"), ("自函頒日起實施", "…/…"),
  ])
  func periods(text: String, meaning: String) { #expect(DeadlineWording.described(text) == meaning) }

  @Test(arguments: [
    ("１０７年４月３０日", "due 2018-04-30"), ("一百零七年四月三十日", "due 2018-04-30"), ("一〇七年四月", "due 2018-04-30"),
    ("四月三十日前", "due 2018-04-30"),
    ("民國107年4月30日", "due 2018-04-30"), ("中華民國107年4月30日", "due 2018-04-30"), ("99年4月", "due 2010-04-30"),
    ("民國99年4月", "due 2010-04-30"),
    ("2018-04-30", "due 2018-04-30"), ("2018年4月30日", "due 2018-04-30"), ("107/4/30", "due 2018-04-30"),
    ("107.4.30", "due 2018-04-30"),
    ("107/04", "due 2018-04-30"), ("4/30", "due 2018-04-30"), ("4月底", "due 2018-04-30"), ("107年4月底前", "due 2018-04-30"),
    ("2月底", "due 2018-02-28"),
    ("109年2月底", "due 2020-02-29"), ("第2季", "due 2018-06-30"), ("107年第四季", "due 2018-12-31"), ("上半年", "due 2018-06-30"),
    ("107年下半年", "due 2018-12-31"), ("107年", "due 2018-12-31"), ("107年底前", "due 2018-12-31"),
    ("107年度", "due 2018-12-31"),
    ("本年6月底前完成", "due 2018-06-30"), ("於107年6月30日以前完成", "due 2018-06-30"), ("4月30日前（視經費而定）", "due 2018-04-30"),
  ])
  func oneDate(text: String, meaning: String) { #expect(DeadlineWording.described(text) == meaning) }

  @Test(arguments: [
    ("每月", "every month"), ("逐月", "every month"), ("每季", "every quarter"), ("107年每季", "every quarter in 2018"),
    ("每半年", "every halfYear"),
    ("每週三", "every week 3"), ("每週三次", "every week x3"), ("每周一場", "every week x1"), ("每星期日", "every week 7"),
    ("每日", "every day"), ("每年至少1次", "every year x1"),
    ("每半年至少舉辦1次", "every halfYear x1"),
    ("每兩個月", "every twoMonths"), ("每月定期", "every month"), ("每年", "every year"),
  ])
  func recurrences(text: String, meaning: String) { #expect(DeadlineWording.described(text) == meaning) }

  @Test(arguments: [
    ("1月-12月", "2018-01-01/2018-12-31"), ("1月至12月", "2018-01-01/2018-12-31"), ("1月～12月", "2018-01-01/2018-12-31"),
    ("1月–12月", "2018-01-01/2018-12-31"), ("107年11月至108年2月", "2018-11-01/2019-02-28"),
    ("1至12月", "2018-01-01/2018-12-31"),
    ("1-6月", "2018-01-01/2018-06-30"), ("107/1/1-107/6/30", "2018-01-01/2018-06-30"), ("107年1月起", "2018-01-01/…"),
    ("107年4月1日至30日", "2018-04-01/2018-04-30"),
  ])
  func spans(text: String, meaning: String) { #expect(DeadlineWording.described(text) == meaning) }

  @Test(arguments: [
    ("107年2月30日", ImpossibleDate.day(year: 2018, month: 2, day: 30)),
    ("107年2月29日", .day(year: 2018, month: 2, day: 29)),
    ("2月30日", .day(year: nil, month: 2, day: 30)), ("4月31日前", .day(year: nil, month: 4, day: 31)),
    ("107/2/30", .day(year: 2018, month: 2, day: 30)), ("107年13月", .month(13)),
    ("107年0月", .month(0)),
    ("第5季", .quarter(5)), ("賡續辦理，並請於2月30日前提供辦理情形", .day(year: nil, month: 2, day: 30)),
    ("107年4月0日", .day(year: 2018, month: 4, day: 0)),
  ])
  func impossibleDates(text: String, problem: ImpossibleDate) {
    guard case .failure(.impossible(problem)) = Deadline(PlanText(text)).reading else {
      Issue.record("\(text) is \(DeadlineWording.described(text))")
      return
    }
  }

  // 2月29日 exists in some years, so the words are fine; in 107 the day does not exist.
  @Test func leapDayWithoutAYear() {
    let meaning = Deadline("2月29日").meaning
    #expect(meaning?.days(in: PlanYears(year: 2018)) == nil)
    #expect(meaning?.days(in: PlanYears(year: 2020))?.upperBound.iso == "2020-02-29")
  }

  @Test(arguments: [
    ("視野", "視野"), ("107年4月，詳附件", "詳附件"), ("107年1月1日至107年底月", "月"),
    ("1月1日至萬月", "萬月"), ("賡續辦理，並請於6月百億日前", "百億日前"), ("12.5", "12.5"), ("99", "99"), ("每月40日", "40日"),
  ])
  func whatIsNotUnderstood(text: String, rest: String) {
    #expect(DeadlineWording.described(text) == "notUnderstood(rest: \"\(rest)\")")
  }

  @Test func comparableMeanings() {
    func comparable(_ text: String) -> DeadlineMeaning? {
      Deadline(PlanText(text)).meaning?.comparable(in: PlanYears(year: 2018))
    }
    #expect(comparable("4月") == comparable("107年4月底前"))
    #expect(comparable("持續辦理") == comparable("賡續辦理"))
    #expect(comparable("4月") != comparable("108年4月"))
    #expect(comparable("持續辦理") != comparable("賡續辦理，並請於6月29日前提供辦理情形"))
  }
}
