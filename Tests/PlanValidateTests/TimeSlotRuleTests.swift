import PlanFormats
import PlanText
import PlanValidate
import Testing

/// Traps of PT310 that its two examples do not show, and of the rules that read inspection logs besides.
@Suite struct TimeSlotRuleTests {
  private func findings(_ code: String, _ log: String) -> [Finding] {
    let text = "# 計畫\n\n- 機關：某區公所\n- 年度：109\n\n## 工作日誌\n\n" + log
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    return Validator().findings(on: document).filter { $0.code == code }
  }

  private func slots(_ slots: [String]) -> [String] {
    let header =
      "| 巡檢項目 | \(slots.joined(separator: " | ")) |\n|\(String(repeating: " --- |", count: slots.count + 1))\n"
    return findings("PT310", "### 一、甲\n\n\(header)\n### 二、乙\n\n\(header)").map { "\($0.severity)" }
  }

  @Test(arguments: [
    ["08:30至10:30", "10:30至12:30", "12:30至13:30", "13:30至15:30", "15:30至17:30"],
    ["08:00-12:00", "13:30-17:30"], ["上午", "下午"], ["上午(8:00~12:00)", "下午(1:30~5:30)"], ["22:00至02:00", "02:00至06:00"],
    ["08:00至16:00", "16:00至24:00", "00:00至08:00"], ["16:00至00:00", "00:00至08:00", "08:00至16:00"], ["08:00至08:00"],
    ["09:00至09:30", "11:00至11:30", "15:00至15:30"], ["08:00至09:00", "09:00至10:00", "13:00至14:00", "16:00至17:00"],
    ["22:00至翌日06:00", "06:00至14:00"], ["下午1:30~3:30", "3:30~5:30"], ["時間", "結果", "備註"],
  ])
  func silent(names: [String]) { #expect(slots(names) == []) }

  @Test(arguments: [
    (["08:30至10:30", "08:30 至 10:30"], ["error"]), (["上午", "上午"], ["error"]), (["10:30至08:30"], ["error"]),
    (["12:30至1:30"], ["error"]), (["08:30至25:00"], ["error"]), (["23:00至24:30"], ["error"]),
    (["08:30至10:30", "10:00至12:00"], ["warning"]), (["10:30至12:30", "08:30至10:30"], ["warning"]),
    (["12:30至13:30", "1:30至3:30"], ["warning"]),
    (["08:00至09:00", "09:00至10:00", "10:30至11:00", "11:00至12:00"], ["note"]),
  ])
  func reported(names: [String], severities: [String]) { #expect(slots(names) == severities) }

  @Test func numbersOfGroupsAndItemsAreALists() {
    let log = """
      ### 一、甲

      | 巡檢項目 | 上午 |
      | --- | --- |
      | (一)甲 | □ |
      | (三)乙 | □ |

      ### 三、乙

      """
    #expect(findings("PT106", log).map { $0.summary.zhHant.contains("缺「") } == [true, true])
  }
}
