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

  /// The last line names what no rule looked at; of several files it counts.
  @Test(arguments: [
    (
      Language.zhHant, "沒有檢查：2 個表格的內容（附表1、指標、附表2、行事曆）；1 段程式碼（壹、乙）；1 個另附的附件（附件3、契約）。",
      "沒有檢查（2 個檔案）：4 個表格的內容；2 段程式碼；2 個另附的附件。"
    ),
    (
      .en,
      "Not checked: the content of 2 tables (附表1、指標, 附表2、行事曆); 1 block of code (壹、乙); 1 attachment kept elsewhere (附件3、契約).",
      "Not checked in 2 files: the content of 4 tables; 2 blocks of code; 2 attachments kept elsewhere."
    ),
  ])
  func theLastLineSaysWhatWasNotChecked(language: Language, one: String, two: String) {
    let text = """
      # 甲分局107年度提升服務品質執行計畫

      - 檢核表：police-107

      ## 壹、乙

      ```
      丙
      ```

      ## 附表1、指標

      甲。

      ## 附表2、行事曆

      乙。

      ## 附件3、契約

      另附。

      """
    let report = Validator().report(on: PlanDocument(reading: SourceText(name: "a.plan.md", text: text)))
    let options = ReportOptions(language: language)
    let part = ReportFormat.text.part(of: report, options)
    #expect(ReportFormat.text.output([part], options).split(separator: "\n").last ?? "" == one)
    #expect(ReportFormat.text.output([part, part], options).split(separator: "\n").last ?? "" == two)
  }
}
