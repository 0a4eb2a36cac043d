import PlanModel
import PlanText
import Testing

/// Years as 年度 writes them, and where dates without a year belong.
@Suite struct PlanYearsTests {
  private func metadata(_ year: String, _ period: String? = nil) -> Metadata {
    Metadata(year: PlanText(year), period: period.map { Deadline(PlanText($0)) })
  }

  @Test(arguments: [
    ("107", 107...107), ("107年度", 107...107), ("九十一", 91...91), ("九十一年度", 91...91), ("104-107", 104...107),
    ("104至107年", 104...107), ("104年～107年", 104...107), ("112學年度", 112...112), ("096", 96...96), ("民國１０７年", 107...107),
  ])
  func yearsThatAreWrittenRightly(text: String, years: ClosedRange<Int>) {
    #expect(metadata(text).rocYear == years.lowerBound)
    #expect(metadata(text).intendedROCYears == years)
  }

  @Test(arguments: ["2018", "西元2018", "107-104", "107-108-109", "甲", "", "第107", "學年度"])
  func yearsThatAreNot(text: String) { #expect(metadata(text).rocYear == nil) }

  @Test(arguments: [
    // A school year is from August to July, whether its days are written or not.
    ("112學年度", nil, "9月", "2023-09-30"), ("112學年度", nil, "3月", "2024-03-31"),
    ("112學年度", "112學年度", "6月30日前", "2024-06-30"),
    ("112", "112年8月1日至113年7月31日", "3月", "2024-03-31"), ("112", "112年8月1日至113年7月31日", "8月", "2023-08-31"),
    ("112學年度", "8月至7月", "2月", "2024-02-29"), ("112", "112年8月1日至113年7月31日", "第2學期", "2024-07-31"),
    // 第2學期 in a calendar year is that of the school year before.
    ("113", "113年1月1日至113年12月31日", "第2學期", "2024-07-31"), ("113", "113年1月1日至113年12月31日", "第1學期", "2025-01-31"),
    // The plan's own year goes first where the period has several.
    ("107", "106年1月1日至108年12月31日", "6月", "2018-06-30"), ("104-107", nil, "6月", "2015-06-30"),
    ("107", nil, "3月", "2018-03-31"),
    ("107", "自函頒日起實施", "3月", "2018-03-31"), ("112", "112年8月1日至113年7月31日", "次年1月", "2024-01-31"),
  ])
  func datesWithoutAYear(year: String, period: String?, deadline: String, due: String) {
    let years = metadata(year, period).years
    #expect(Deadline(PlanText(deadline)).meaning?.dueDay(in: years)?.iso == due, "\(deadline) in \(years)")
  }
}
