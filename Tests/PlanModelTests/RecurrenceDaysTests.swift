import PlanModel
import PlanText
import Testing

@Suite struct RecurrenceDaysTests {
  private func period(_ text: String) throws -> ClosedRange<CalendarDate> {
    try #require(Deadline(PlanText(text)).meaning?.days(in: PlanYears(year: nil)))
  }

  private func days(_ text: String, _ period: String) throws -> [CalendarDate] {
    guard case .recurring(let recurrence) = Deadline(PlanText(text)).meaning?.form else {
      Issue.record("\(text) is no recurrence")
      return []
    }
    return recurrence.days(in: try self.period(period))
  }

  @Test(arguments: [
    ("每月", "107年", 12), ("每季", "107年", 4), ("每半年", "107年", 2), ("每年", "107年", 1), ("每雙月", "107年", 6),
    ("每日", "107年", 365),
    ("每日", "109年", 366), ("每週三", "107年", 52), ("每週一", "107年", 53), ("每週", "107年", 52), ("107年每月", "106年7月至108年6月", 12),
    ("108年每月", "107年", 0), ("每年", "107年至109年", 3), ("每月", "107年至117年", 132), ("每日", "107年至118年", 0),
    ("每日", "1年至9999年", 0), ("每週三", "107年1月4日至107年1月9日", 0),
  ])
  func count(text: String, period: String, expected: Int) throws { #expect(try days(text, period).count == expected) }

  @Test(arguments: [
    ("每季", "107年", "107年3月31日 107年6月30日 107年9月30日 107年12月31日"),
    ("每半年", "107年", "107年6月30日 107年12月31日"),
    ("每年", "107年", "107年12月31日"),
    ("每雙月", "107年2月至107年5月", "107年2月28日 107年4月30日 107年5月31日"),
    // 109 is 2020, a leap year.
    ("每月", "109年1月至109年3月", "109年1月31日 109年2月29日 109年3月31日"),
    ("每月", "107年1月至107年2月", "107年1月31日 107年2月28日"),
    // The last part is cut off by the end of the period, and is due with it.
    ("每月", "107年3月15日至107年5月10日", "107年3月31日 107年4月30日 107年5月10日"),
    ("每季", "106年12月1日至107年4月30日", "106年12月31日 107年3月31日 107年4月30日"),
    ("每年", "107年3月至107年10月", "107年10月31日"),
    ("每月", "107年6月30日至107年6月30日", "107年6月30日"),
    ("每週三", "107年1月1日至107年1月17日", "107年1月3日 107年1月10日 107年1月17日"),
    // A week ends on Sunday; one that the period cuts off is not counted.
    ("每週", "107年1月1日至107年1月15日", "107年1月7日 107年1月14日"),
    ("每日", "107年2月27日至107年3月1日", "107年2月27日 107年2月28日 107年3月1日"),
  ])
  func days(text: String, period: String, expected: String) throws {
    #expect(try days(text, period).map(\.roc).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ((1970, 1, 1), 4), ((2018, 1, 1), 1), ((2018, 1, 3), 3), ((2020, 2, 29), 6), ((2018, 12, 30), 7),
    ((1969, 12, 28), 7),
    ((1911, 10, 10), 2), ((1, 1, 1), 1),
  ])
  func weekday(date: (Int, Int, Int), expected: Int) throws {
    let day = try #require(CalendarDate(year: date.0, month: date.1, day: date.2))
    #expect(day.weekday == expected)
  }

  @Test(
    arguments: [
      ("107年4月", "107年4月30日", nil), ("第1季", "107年3月31日", nil), ("107年4月至109年2月", "109年2月29日", nil),
      ("107年4月起", nil, nil), ("持續辦理", nil, nil), ("107年每月", nil, nil),
      ("賡續辦理，並請於6月29日前提供辦理情形", nil, "107年6月29日"), ("107年12月，並請於6月底前提報", "107年12月31日", "107年6月30日"),
    ] as [(String, String?, String?)])
  func dueDayAndReportDay(text: String, due: String?, report: String?) throws {
    let meaning = try #require(Deadline(PlanText(text)).meaning)
    #expect(meaning.dueDay(in: PlanYears(year: 2018))?.roc == due)
    #expect(meaning.reportDay(in: PlanYears(year: 2018))?.roc == report)
  }
}
