import PlanFormats
import PlanModel
import PlanText
import PlanValidate
import Testing

/// What is to be filled in is said once, by one rule.
@Suite struct PlaceholderTests {
  @Test(arguments: ["police-107", "district-109", "household-105"])
  func newPlansHaveNothingButPlaceholders(identifier: String) throws {
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: identifier))
    for year in [105, 107, 109, 112] {
      let plan = NewPlan.plan(agency: "某某市政府甲機關", year: year, checklist: checklist)
      let source = SourceText(name: "a.plan.md", text: PlanTextWriter.text(plan))
      let findings = Validator().findings(on: PlanDocument(reading: source))
      // The two tables of the household offices' framework differ in the official forms themselves.
      let others = findings.filter { $0.code != "PT112" }.map { "\($0.code) \($0.summary(.zhHant))" }
      #expect(others.isEmpty)
      #expect(findings.count > 10)
    }
  }

  @Test(arguments: [
    "（待填）", "待填", " 待填。", "待填寫", "○○分局", "TBD", "6月TBD", "【】", "【 】", "(待填：日期)", "〇〇室",
  ])
  func placeholders(text: String) {
    #expect(Placeholder.first(in: PlanText(text)) != nil)
  }

  @Test(arguments: ["一○○年", "○", "民眾待填妥申請書", "待填妥後受理", "【含秘書室】", "TBDX", "1○○", "（待）", "一〇〇"])
  func others(text: String) {
    #expect(Placeholder.first(in: PlanText(text)) == nil)
  }

  @Test func metadataIsSaidOnce() {
    let text = "# （待填）\n\n- 機關：（待填）\n- 年度：待填\n- 期程：（待填）\n- 檢核表：（待填）\n\n## 壹、計畫目標\n\n服務。\n"
    let findings = Validator().findings(on: PlanDocument(reading: SourceText(name: "a.plan.md", text: text)))
    #expect(findings.map(\.code) == Array(repeating: "PT112", count: 5))
  }

  /// A cell that holds for several rows is one thing to fill in.
  @Test func aContinuedCellIsSaidOnce() {
    let text = """
      # 甲107年度計畫

      - 機關：甲
      - 年度：107

      ## 附表3、推動小組名冊

      | 組別 | 職稱 | 現職 | 姓名 |
      | --- | --- | --- | --- |
      | （待填） | 組長 | 局長 | |
      | | 組員 | 科長 | |
      | | 組員 | （待填） | |
      | 乙組 | 組員 | （待填） | |

      """
    let settings = RuleSettings([RuleSettings.Layer(select: [.rule("PT112")])])
    let findings = Validator(settings: settings).findings(
      on: PlanDocument(reading: SourceText(name: "a.plan.md", text: text)))
    #expect(findings.count == 3)
  }
}
