import PlanModel
import PlanTestSupport
import PlanValidate
import Testing

/// What rules say of words holds in every field of a measure, also in one that is added.
@Suite struct FieldWordTests {
  private static let texts = MeasureField.allCases.filter { $0.kind == .text && $0 != .checkpoints }

  private func plan(_ field: MeasureField, _ value: String) -> String {
    "### 基礎服務（200分）\n\n#### 服務友善\n\n##### 網站使用便利性\n\n1. 檢測連結。\n   - \(field.name)：\(value)\n"
  }

  private func expectMarks(_ code: String, _ text: String) {
    let probe = RuleProbe(code, text)
    #expect(!probe.marks.isEmpty && probe.places == probe.marks, "\(code): \(text)")
  }

  @Test(arguments: texts)
  func wordsAreLookedAt(field: MeasureField) {
    for (code, words) in [("PT603", "依手册辦理。"), ("PT604", "滿意度（達九成。"), ("PT406", "洽王小明A123456789")] {
      #expect(RuleProbe(code, plan(field, words)).findings.count == 1, "\(code)")
    }
  }

  @Test(arguments: MeasureField.allCases.filter { $0.kind != .entries })
  func placeholdersAreLookedAt(field: MeasureField) {
    let probe = RuleProbe("PT112", plan(field, "↓（待填）"))
    #expect(probe.places == probe.marks)
    #expect(probe.summaries == ["這項作法待填：\(field.name)。"])
  }

  @Test(arguments: MeasureField.shared)
  func placeholdersUnderHeadingsAreLookedAt(field: MeasureField) {
    let text = "### 基礎服務（200分）\n\n- \(field.name)：↓（待填）\n\n#### 服務友善\n\n##### 網站使用便利性\n\n1. 檢測。\n"
    expectMarks("PT112", text)
  }

  @Test(arguments: texts)
  func aSuppressionCoversTheField(field: MeasureField) {
    let text = plan(field, "依手册辦理。").replacing(
      "   - \(field.name)", with: "   <!-- plantool-disable-next-line PT603 -- 原文如此 -->\n   - \(field.name)")
    #expect(RuleProbe("PT603", text).findings.isEmpty)
    #expect(RuleProbe("PT702", text).findings.isEmpty)
  }

  @Test(arguments: MeasureField.shared.filter { $0.kind == .units })
  func aSecondFieldInACellOfUnitsIsReported(field: MeasureField) {
    expectMarks("PT014", plan(field, "秘書室，↓完成期限：107年4月"))
  }
}
