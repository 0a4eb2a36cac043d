import PlanModel
import PlanTestSupport
import Testing

@testable import PlanAudit

/// What an agency does for itself beside what it does for the public.
@Suite struct HousekeepingTests {
  private func isRefused(_ text: String, beside boxes: [BoxWords] = []) -> Bool {
    SearchedText(text)
      .refusing(singleClausesWith: Housekeeping.words(beside: boxes), without: Housekeeping.publicWords).isRefused
  }

  @Test(arguments: ["會議室桌面更換玻璃。", "同仁請假改用手機簽核。", "分局網路頻寬升級。"])
  func whatIsDoneForTheAgencyItself(text: String) { #expect(isRefused(text)) }

  @Test(
    "A clause that names the public, or is one of several, may answer",
    arguments: ["會議室開放民眾使用。", "更換櫃檯，排隊時間減半。", "報案系統汰換。"])
  func whatIsDoneForOthers(text: String) { #expect(!isRefused(text)) }

  @Test func whereSuchThingsAreAskedForTheyAreNone() {
    let box = BoxWords(AnswerWords(keyWords: ["設備；更換、維修"]))
    #expect(isRefused("機房設備汰換。", beside: [box]))
    #expect(!isRefused("設備每季更換。", beside: [box]))
  }
}
