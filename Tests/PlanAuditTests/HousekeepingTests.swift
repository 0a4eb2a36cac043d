import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

@testable import PlanAudit

/// What an agency does for itself beside what it does for the public.
@Suite struct HousekeepingTests {
  /// What a text says beside the checkpoints of a focus that has one, which asks for something.
  private func isRefused(
    _ text: String, asking question: String = "提供便捷服務。", beside boxes: [BoxWords] = []
  ) throws -> Bool {
    let checklist = "# 表\n\n- 代號：t\n\n## 構面\n\n### 項目\n\n#### 重點\n\n- [ ] \(question)\n"
    let read = try #require(Checklist.read(SourceText(name: "t.checklist.md", text: checklist)).checklist)
    let entry = try #require(read.entries.first { $0.name == "重點" })
    return Housekeeping(beside: boxes, of: entry).refusing(in: SearchedText(text)).isRefused
  }

  @Test(arguments: [
    "會議室桌面更換玻璃。", "同仁請假改用手機簽核。", "分局網路頻寬升級。", "會議室桌椅汰換，並添購投影機。", "公務機車破胎，改叫輪胎店的人來補。",
    "同仁差旅費，單據交齊五日內入帳，做到98%。", "本大隊同仁4人考取證照，今年續訓。", "訂閱報紙四份，置於一樓供同仁閱覽。", "新圖案，由同仁票選。",
  ])
  func whatIsDoneForTheAgencyItself(text: String) throws { #expect(try isRefused(text)) }

  @Test(
    "What names the public, says how the agency's people serve, or speaks of something else too may answer",
    arguments: [
      "會議室開放民眾使用。", "更換櫃檯，排隊時間減半。", "報案系統汰換。", "公務機車破胎，改騎自行車訪視獨居老人。", "午休時間由同仁輪值。", "值班同仁一次只辦一件。",
      "另一位同仁再核對一次。",
    ])
  func whatIsDoneForOthers(text: String) throws { #expect(try !isRefused(text)) }

  @Test("Where the focus asks about the agency's people or its work, they are not beside the point")
  func whereTheAgencyIsAskedAbout() throws {
    let (people, work) = ("同仁聽課，再考一次。", "同仁差旅費改為線上核銷。")
    #expect(try isRefused(people) && isRefused(work))
    #expect(try !isRefused(people, asking: "提升服務人員專業度。") && isRefused(work, asking: "提升服務人員專業度。"))
    #expect(try !isRefused(work, asking: "改造內部流程。") && isRefused("同仁便當改由三家輪流送。", asking: "改造內部流程。"))
  }

  @Test func whereSuchThingsAreAskedForTheyAreNone() throws {
    let box = BoxWords(AnswerWords(keyWords: ["設備；更換、維修"]))
    #expect(try isRefused("桌面設備汰換。", beside: [box]))
    #expect(try !isRefused("設備每季更換。", beside: [box]))
  }
}
