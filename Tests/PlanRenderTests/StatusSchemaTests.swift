import Foundation
import PlanAudit
import PlanFormats
import PlanRender
import PlanTestSupport
import PlanText
import Testing

/// The schema of the status says what `status --format json` prints.
@Suite struct StatusSchemaTests {
  @Test func reportsFitAndEverythingInTheSchemaOccurs() throws {
    let checker = try SchemaChecker(text: StatusReport.schema.text)
    let cells = [
      "107年3月", "107年5月31日", "107年12月", "持續辦理", "107年2月\n  - 辦理情形：107年2月20日已完成",
      "每季\n  - 辦理情形：107年3月20日辦理（50%）\n  - 辦理情形：107年9月1日辦理",
    ]
    let invented =
      "# 甲機關107年度計畫\n\n- 機關：甲機關\n- 年度：107\n- 期程：107年1月1日至107年12月31日\n\n## 附表1、具體作法表\n\n### 基礎服務\n\n"
      + cells.enumerated().map { "\($0 + 1). 檢討第\($0)項流程。\n  - 承辦單位：秘書室\n  - 完成期限：\($1)\n" }.joined()
    let seed = try String(
      contentsOf: Package.root.appending(path: "seeds/taichung-port-police-107.plan.md"), encoding: .utf8)
    let plans = [invented, seed].map { PlanDocument(reading: SourceText(name: "a.plan.md", text: $0)) }
    let day = try #require(CalendarDate(year: 2018, month: 5, day: 20))
    var used = SchemaChecker.Usage()
    for plans in [plans, [plans[0]], []] {
      let status = plans.map { PlanStatus($0, asOf: day, within: 30) }
      let report = StatusReport(status, asOf: day, within: 30, in: .en) { _, _ in "" }
      let (problems, usage) = checker.check(try JSONValue(text: report.json()))
      #expect(problems.isEmpty, "\(problems.prefix(3))")
      used.merge(usage)
    }
    #expect(checker.everything.words.subtracting(used.words) == [])
    #expect(Set(checker.everything.objects.keys).subtracting(used.objects.keys) == [])
    #expect(checker.openObjects.isEmpty)
  }
}
