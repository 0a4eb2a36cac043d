import PlanText
import Testing

/// Dates in running text.
@Suite struct WrittenDateTests {
  /// The first date in a text, as it is written, and the first day that it covers.
  private func first(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices {
      guard let date = WrittenDate(in: scalars, at: start) else { continue }
      let words = String(String.UnicodeScalarView(scalars[date.range]))
      return "\(words) \(date.point.days(defaultYear: nil).map { $0.lowerBound.iso } ?? "without a year")"
    }
    return nil
  }

  @Test(arguments: [
    ("訂於108年完成", "108年 2019-01-01"), ("中華民國108年3月5日起", "中華民國108年3月5日 2019-03-05"),
    ("於民國一○八年四月完成", "民國一○八年四月 2019-04-01"), ("至一百零八年底前", "一百零八年底 2019-01-01"),
    ("於108/5/3完成", "108/5/3 2019-05-03"), ("於108.05.03完成", "108.05.03 2019-05-03"),
    ("於2019-05-03完成", "2019-05-03 2019-05-03"),
    ("於108/5完成", "108/5 2019-05-01"), ("108年第2季", "108年第2季 2019-04-01"), ("108年下半年完成", "108年下半年 2019-07-01"),
    ("同年5月6日", "同年5月6日 without a year"), ("於3月底前", "3月底 without a year"),
  ])
  func dates(text: String, found: String) { #expect(first(text) == found) }

  @Test(arguments: [
    "12.5公里", "4/30", "1/2以上", "108.5公里", "107.4.30.2", "民眾", "中心", "同仁", "本所", "第2點", "108年13月", "1080503",
  ])
  func noDates(text: String) { #expect(first(text) == nil) }
}
