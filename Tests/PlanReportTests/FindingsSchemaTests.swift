import PlanFormats
import PlanText
import Foundation
import PlanReport
import PlanTestSupport
import PlanValidate
import Testing

/// The schema of findings says what the JSON report has.
@Suite struct FindingsSchemaTests {
  @Test func reportsFitAndEverythingInTheSchemaOccurs() throws {
    let checker = try SchemaChecker(text: FindingsSchema.file.text)
    let plans = try [
      "seeds/shilin-police-107", "seeds/taichung-port-police-107", "Examples/broken", "Examples/minimal",
    ]
    .map { name in
      let data = try Data(contentsOf: Package.root.appending(path: "\(name).plan.md"))
      return SourceText(name: "\(name).plan.md", bytes: Array(data))
    }
    let damaged = [
      SourceText(name: "a.plan.json", text: "{"), SourceText(name: "b.plan.json", text: #"{"sections": [{}]}"#),
      SourceText(name: "c.plan.md", text: ""),
    ]
    let suppressing = SourceText(
      name: "d.plan.md", text: "# 甲\n\n<!-- plantool-disable-file PT101 -- 另案簽核 -->\n\n## 壹、說明\n\n乙。\n")
    // What the plans above have no case of.
    let table = "## 附表1、提升服務品質組織診斷具體作法表\n\n### 服務遞送（300分）\n\n#### 服務便捷\n\n"
    let checked = [
      "", table + "##### 建置單一窗口整合服務\n\n1. 本分局不適用。\n\n",
      table + "1. 設單一櫃檯。\n   - 辦理事項：1\n",
      table + "##### 開發線上申辦\n\n1. 提供線上申辦。\n   - 辦理事項：1\n",
    ].enumerated().map { number, text in
      SourceText(name: "\(number).plan.md", text: "# 甲\n\n- 檢核表：police-107\n\n\(text)")
    }
    let asJSON = try SourceText(
      name: "e.plan.json", text: PlanConversion.convert(PlanDocument(reading: checked[3]), to: .json))
    let unchecked = SourceText(
      name: "f.plan.md", text: "# 甲\n\n## 附表1、績效指標\n\n甲。\n\n## 壹、乙\n\n```\n丙\n```\n\n## 附件2、契約\n\n另附。\n")
    let uncheckedJSON = try SourceText(
      name: "g.plan.json", text: PlanConversion.convert(PlanDocument(reading: unchecked), to: .json))
    let office = "Tests/PlanFormatsTests/Office/wanhua-district-109.odt"
    let data = try Data(contentsOf: Package.root.appending(path: office))
    let asODT = try OfficePlan.reading(SourceText(name: office, bytes: Array(data))).source
    let reports =
      (plans + damaged + [suppressing, asJSON, unchecked, uncheckedJSON] + checked).map { source in
        Validator().report(on: PlanDocument(reading: source), withConfirmations: true)
      } + [Validator().report(on: PlanDocument(reading: asODT, as: .text), withConfirmations: true)]
    var used = SchemaChecker.Usage()
    for language in Language.allCases {
      for reports in [reports, []] {
        let options = ReportOptions(language: language)
        let parts = reports.map { ReportFormat.json.part(of: $0, options) }
        let (problems, usage) = checker.check(try JSONValue(text: ReportFormat.json.output(parts, options)))
        #expect(problems.isEmpty, "\(problems.prefix(3))")
        used.merge(usage)
      }
    }
    #expect(checker.everything.words.subtracting(used.words) == [])
    #expect(Set(checker.everything.objects.keys).subtracting(used.objects.keys) == [])
    #expect(checker.openObjects.isEmpty)
  }
}
