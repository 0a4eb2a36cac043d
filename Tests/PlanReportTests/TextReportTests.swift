import PlanFormats
import PlanText
import PlanReport
import PlanTestSupport
import PlanValidate
import Testing

/// The report for people.
@Suite struct TextReportTests {
  // The line under the message must not tell what the message hides.
  @Test func printedLinesHidePersonalData() {
    let text = """
      # 甲分局107年度提升服務品質執行計畫

      - 機關：甲分局
      - 年度：107
      - 期程：107年1月1日至107年12月31日
      - 檢核表：police-107

      ## 壹、聯絡方式

      聯絡人：王科員，電話02-1234-5678，手機0912-345-678，廣續辦理。

      """
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let report = FileReport(document: document, findings: Validator().findings(on: document))
    let options = ReportOptions(language: .zhHant)
    let output = ReportFormat.text.output([ReportFormat.text.part(of: report, options)], options)
    #expect(output.contains("廣續辦理") && output.contains("PT406"))
    #expect(!output.contains("1234") && !output.contains("345-678"))
  }
}
