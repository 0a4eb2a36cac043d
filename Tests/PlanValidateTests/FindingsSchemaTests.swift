import Foundation
import PlanModel
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
    let reports = (plans + damaged + [suppressing]).map { source in
      Validator().report(on: PlanDocument(reading: source), withConfirmations: true)
    }
    var used = SchemaChecker.Usage()
    for language in Language.allCases {
      for reports in [reports, []] {
        let (problems, usage) = checker.check(
          try JSONValue(text: ReportFormat.json.output(reports, ReportOptions(language: language))))
        #expect(problems.isEmpty, "\(problems.prefix(3))")
        used.merge(usage)
      }
    }
    #expect(checker.everything.words.subtracting(used.words) == [])
    #expect(Set(checker.everything.objects.keys).subtracting(used.objects.keys) == [])
    #expect(checker.openObjects.isEmpty)
  }
}
