import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import PlanValidate
import Testing

/// Traps of the rules on 辦理情形 that the examples of a rule do not show.
@Suite struct ReportRuleTests {
  private static let codes: Set<String> = ["PT317", "PT318", "PT319", "PT321", "PT322"]

  /// What these rules find on one measure, in a plan that runs from January to December 107, with the words at the place.
  private func found(_ reports: [String], deadline: String? = "107年6月30日", asOf: CalendarDate? = nil) -> [String] {
    let fields =
      (deadline.map { ["   - 完成期限：\($0)\n"] } ?? []) + ["   - 承辦單位：秘書室\n"] + reports.map { "   - 辦理情形：\($0)\n" }
    let text =
      "# 甲機關107年度計畫\n\n- 機關：甲機關\n- 年度：107\n- 期程：107年1月1日至107年12月31日\n- 檢核表：無\n\n## 附表1、具體作法表\n\n### 基礎服務\n\n1. 檢討流程。\n"
      + fields.joined()
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(document.problems.isEmpty)
    var validator = Validator()
    validator.asOf = asOf
    return validator.findings(on: document).filter { Self.codes.contains($0.code) }.map { finding in
      "\(finding.code) \(document.source.text(in: finding.range))"
    }
  }

  @Test(arguments: [
    ["107年3月5日 完成清查（60%）", "107年5月5日 完成二類（60%）"], ["107年3月5日 出席率90%", "107年5月5日 出席率80%"],
    ["107年3月 進度60%", "107年3月5日 進度50%"], ["107年3月5日 滿意度達95％（30%）", "107年5月5日 滿意度90%，進度40%"],
    ["完成清查（60%）", "完成清查（40%）"], ["107年3月5日 完成（80%）", "107年5月5日 內容變更，完成（50%）"],
    ["107年3月5日 執行率101%", "107年5月5日 執行率3%"],
  ])
  func sharesThatDoNotFall(reports: [String]) { #expect(found(reports) == []) }

  @Test(arguments: [
    (["107年3月5日 完成清查（60%）", "107年5月5日 完成清查（40 %）"], "PT317 40 %"),
    (["107年5月5日 進度４０％", "107年3月5日 進度６０％"], "PT317 ４０％"),
    (["107年3月5日 60%", "107年5月5日 40.5%"], "PT317 40.5%"), (["107/3/5 進度約60%", "107/5/5 50%"], "PT317 50%"),
    (["107年第1季 累計達60%", "107年5月 累計達55%，滿意度96%"], "PT317 55%"),
  ])
  func sharesThatFall(reports: [String], expected: String) { #expect(found(reports) == [expected]) }

  @Test func eachStepIsHeldToTheOneBefore() {
    let shares = [60, 40, 50, 30].enumerated().map { "107年\($0 + 1)月5日 清查（\($1)%）" }
    #expect(found(shares) == ["PT317 40%", "PT317 30%"])
  }

  @Test(arguments: [
    "107年6月5日 已函頒，另預計7月辦理說明會（100%）", "107年6月5日 查無尚未完成之案件（100%）", "107年6月5日 就尚未完成部分已函催（100%）",
    "107年6月5日 尚未申請者均已通知（100%）", "107年6月5日 採購中（60%）", "107年6月5日 於施工中加強巡查（100%）", "107年6月5日 手冊已完成，函送各單位",
  ])
  func doneAndNotPending(report: String) { #expect(found([report]) == []) }

  @Test(arguments: [
    ("107年6月5日 尚未驗收（100%）", "尚未驗收"), ("107年6月5日 手冊修訂中，100%", "手冊修訂中"), ("107年6月5日 簡報已完成，手冊尚未印製。已完成", "手冊尚未印製"),
    ("107年6月5日 規劃中 （100％）", "規劃中"), ("107年6月5日 預計7月底完成，進度100%", "預計7月底完成"),
  ])
  func doneAndPending(report: String, expected: String) { #expect(found([report]) == ["PT318 \(expected)"]) }

  @Test(arguments: [
    ("107年6月30日", ["107年6月30日 測試（80%）"]), ("107年6月30日", ["107年6月 測試（80%）"]), ("第2季", ["107年第2季 測試（80%）"]),
    ("107年6月30日", ["107年6月20日 手冊已印製（100%）", "107年7月20日 補印"]), ("107年6月30日", ["手冊已完成", "107年7月20日 補印（20%）"]),
    ("107年6月30日", ["107年7月20日 業於6月25日函頒"]), ("107年6月30日", ["107年7月20日 廠商延誤，展延至8月底（80%）"]),
    ("每季", ["107年12月30日 檢討三類（80%）"]), ("持續辦理", ["107年12月30日 檢討三類"]), ("6月30日及12月31日前", ["107年7月20日 檢討三類"]),
    ("107年3月已完成", ["107年7月20日 檢討三類"]), ("賡續辦理，並請於6月29日前提供辦理情形", ["107年7月20日 檢討三類"]),
  ])
  func notLate(deadline: String, reports: [String]) { #expect(found(reports, deadline: deadline) == []) }

  @Test(arguments: [
    ("107年6月30日", "107年7月1日 測試（80%）", "107年7月1日"), ("6月", "107年7月 召開二次會議", "107年7月"),
    ("第2季", "107/8/1 已採購，尚未驗收", "107/8/1"), ("1月至6月", "１０７年７月１日 趕辦中", "１０７年７月１日"),
  ])
  func late(deadline: String, report: String, expected: String) {
    #expect(found([report], deadline: deadline) == ["PT319 \(expected)"])
  }

  @Test(arguments: ["107年6月5日 已完成。", "已完成", "107年6月5日 100%", "107年6月5日 本項業務業已全數辦理完竣（100%）", "107年6月 如期完成"])
  func nothingButDone(report: String) { #expect(found([report]) == ["PT321 \(report)"]) }

  @Test(arguments: ["107年6月5日 已完成3場", "107年6月5日 已完成（府秘字第107號函）", "107年6月5日 說明會辦理完成", "－", "待填", "〔待填〕"])
  func moreThanDone(report: String) { #expect(found([report]) == []) }

  @Test func reportsOfLaterDays() throws {
    let day = try #require(CalendarDate(year: 2018, month: 6, day: 15))
    let late = ["107年6月16日 檢討三類", "107年6月 檢討四類", "107年第3季 檢討五類", "106年12月31日 檢討一類"]
    #expect(found(late, deadline: "持續辦理", asOf: day) == ["PT322 107年6月16日", "PT322 107年第3季", "PT322 106年12月31日"])
    #expect(found(late, deadline: "持續辦理") == ["PT322 106年12月31日"])
  }

  /// A cell that holds for several measures is reported once.
  @Test func reportsThatMeasuresShare() {
    let text = """
      # 甲機關107年度計畫

      - 年度：107
      - 期程：107年1月1日至107年12月31日

      ## 附表1、具體作法表

      <table>
      <tr><th>評核構面</th><th>具體作法</th><th>完成期限</th><th>辦理情形</th></tr>
      <tr><td>基礎服務</td><td>檢討流程。</td><td>107年12月31日</td><td rowspan="2">106年6月20日 檢討一類</td></tr>
      <tr><td>基礎服務</td><td>檢討表單。</td><td>107年12月31日</td></tr>
      </table>
      """
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(Validator().findings(on: document).count { $0.code == "PT322" } == 1)
  }
}
