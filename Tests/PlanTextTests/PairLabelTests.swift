import PlanText
import Testing

/// 1-1 and 2-1 before words, and spans of numbers before what is counted.
struct PairLabelTests {
  @Test(arguments: [
    ("1-1 本所受理", 1), ("2-1 每月定期", 1), ("1-2 公所網站", 2), ("1-3 處理期限", 3), ("1-2 到府服務", 2), ("1-2本所", 2), ("4-1 名稱", 1),
    ("2-1 分鐘數統計", 1), ("2-2 次要道路", 2), ("1-2 成立小組", 2), ("3-1 條碼", 1), ("1-4 人民申請案", 4), ("2-10 期限", 10),
    ("1-2 台北市", 2),
  ])
  func isALabel(_ text: String, value: Int) throws {
    let label = try #require(Label.read(at: text)?.label)
    #expect(label.style == .pair)
    #expect(label.value == value)
  }

  @Test(arguments: [
    "3-5日內函復", "3-5 日內函復", "2-3名志工", "1-2 人", "5-10分鐘", "1-6月", "12-1月", "11-3時", "2-3個月", "10-20 件", "1-3年", "3-5人次",
    "1-2樓",
    "2-3 小時", "1-2 本手冊", "3-5 場次", "2-1", "2-", "2-0 本所", "1-234 本所",
  ])
  func isASpan(_ text: String) { #expect(Label.read(at: text)?.label.style != .pair) }
}
