import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate

/// One slip is one finding: what only follows from it is not said, and half of it is not mended.
@Suite struct FollowUpTests {
  private static func document(_ measures: String) -> PlanDocument {
    let text =
      "# 甲計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n### 甲構面\n\n\(measures)\n"
    return PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  /// The findings but those about checklists.
  private static func codes(_ document: PlanDocument) -> [String] {
    Validator().findings(on: document).map(\.code).filter { !$0.hasPrefix("PT1") || $0 == "PT112" }
      .filter { !["PT203", "PT204", "PT205", "PT211", "PT213"].contains($0) }
  }

  @Test(arguments: [
    ("1. 檢討。\n   －完成期限：107年4月至\n   －107年6月\n   - 承辦單位：秘書室", ["PT014"]),
    ("1. 檢討。\n   - 完成期限：107年4月\n   －承辦單位：○○組", ["PT014"]),
    ("1. 檢討。\n   完成期限：107年4月。逾期者\n   - 承辦單位：秘書室", ["PT014"]),
    ("| 具体作法 | 完成期線 | 承辦單位 |\n| --- | --- | --- |\n| 檢討。 | 107年4月 | 秘書室 |", ["PT011", "PT011"]),
    ("| 具體作法 | 完成期線 | 承辦單位 |\n| --- | --- | --- |\n| 檢討。 | 107年4月 | 秘書室 |", ["PT011"]),
    ("1. ```\n   檢討\n   ```\n   - 完成期限：107年4月\n   - 承辦單位：秘書室", []),
    ("│ 具體作法 │ 完成期限 │ 承辦單位 │\n├──┼──┼──┤\n│ 檢討。 │ 107年4月 │ 秘書室 │", []),
  ])
  func isOneFinding(measures: String, codes: [String]) {
    #expect(Self.codes(Self.document(measures)).filter { $0 != "PT201" } == codes, "\(measures)")
  }

  /// Fixes that would mend a part, or somebody else's words.
  @Test(arguments: [
    "1. 檢討。\n   - 完成期限：107年⼀⽉\n   - 承辦單位：秘書室", "1. 標語\"廣續辦理\"。\n   - 完成期限：107年4月\n   - 承辦單位：秘書室",
    "│ 具體作法 │ 完成期限 │ 承辦單位 │\n├──┼──┼──┤\n│ 檢討。 │ 107年4月 │ 秘書室 │",
    "| 具體作法 | 完成期限 | 承辦單位 |\n| --- | --- | --- |\n| 檢討。 | 107年4月 | 秘書室 |\n\n| 備註 | 本表依府函 | 填列 |",
    "| 具體作法 | 完成期限 | 承辦單位 |\n| --- | --- | --- |\n| 檢討。 | 107年4月 | 秘書室 |\n\n| 合計 | 1項 | |",
    "| 具體作法 | 完成期限 | 承辦單位 |\n| --- | --- | --- |\n| 檢討。 | 107年4月 | 秘書室 |\n\n| 以上 | 依函 | 填列 |",
  ])
  func isLeftAsItIs(measures: String) {
    let document = Self.document(measures)
    #expect(Fixer(Validator()).fix(document).applied.isEmpty, "\(measures)")
  }
}
