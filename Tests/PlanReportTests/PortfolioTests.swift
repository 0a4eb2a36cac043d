import Foundation
import PlanFormats
import PlanModel
import PlanReport
import PlanTestSupport
import PlanText
import PlanValidate
import Testing

/// The report on many plans.
@Suite struct PortfolioTests {
  private func plan(
    _ agency: String, _ measures: [String], file: String? = nil, under names: [String] = ["基礎服務", "服務一致及正確", "服務及時性"]
  ) -> FileReport {
    let text = """
      # \(agency)107年度提升服務品質執行計畫

      - 機關：\(agency)
      - 年度：107
      - 檢核表：police-107

      ## 附表1、提升服務品質組織診斷具體作法表

      \(names.enumerated().map { String(repeating: "#", count: $0 + 3) + " \($1)\n" }.joined(separator: "\n"))
      \(measures.enumerated().map { "\($0 + 1). \($1)\n   - 完成期限：107年3月\n   - 承辦單位：秘書室\n" }.joined())
      """
    return Validator().report(
      on: PlanDocument(reading: SourceText(name: file ?? "\(agency).plan.md", text: text)))
  }

  private func report(
    _ reports: [FileReport], asOf day: CalendarDate? = nil, as format: PortfolioReport.Format = .json
  ) throws -> JSONValue {
    let options = PortfolioOptions(language: .en, asOf: day, within: 30)
    return try JSONValue(
      text: PortfolioReport(reports.map { PortfolioPart($0, options) }, options).output(format))
  }

  private func copies(_ reports: [FileReport]) throws -> [[String]] {
    try (report(reports)["copies"]?.elements ?? []).map { copy in
      (copy["places"]?.elements ?? []).compactMap { $0["path"]?.string }
    }
  }

  private let own = "於服務臺設置線上取號系統，民眾可先行取號並查詢等候人數，減少現場等候的時間。"

  @Test func reportsFitTheSchemaAndEverythingInItOccurs() throws {
    let checker = try SchemaChecker(text: PortfolioReport.schema.text)
    let day = CalendarDate(year: 2018, month: 6, day: 1)
    let near = own.replacingOccurrences(of: "減少現場", with: "有效減少現場")
    let plans = [plan("甲分局", [own]), plan("乙分局", [near]), plan("丙分局", ["設置單一窗口，一次受理各項申請。"])]
    var used = SchemaChecker.Usage()
    for (reports, day, language) in [(plans, day, Language.en), (plans, nil, .zhHant), ([], day, .en)] {
      let options = PortfolioOptions(language: language, asOf: day, within: 30)
      let json = PortfolioReport(reports.map { PortfolioPart($0, options) }, options).output(.json)
      let (problems, usage) = checker.check(try JSONValue(text: json))
      #expect(problems.isEmpty, "\(problems.prefix(3))")
      used.merge(usage)
    }
    #expect(checker.everything.words.subtracting(used.words) == [])
    #expect(Set(checker.everything.objects.keys).subtracting(used.objects.keys) == [])
    #expect(checker.openObjects.isEmpty)
  }

  @Test func sameAndNearlySameMeasuresOfTwoAgenciesAreOne() throws {
    let near = own.replacingOccurrences(of: "減少現場", with: "有效減少現場")
    let found = try copies([plan("甲分局", [own]), plan("乙分局", [near]), plan("丙分局", [own])])
    #expect(found == [["甲分局.plan.md", "乙分局.plan.md", "丙分局.plan.md"]])
  }

  @Test func whatIsNotSharedIsNoCopy() throws {
    // Of one agency in two years; with another number; short; and what the checklist says itself.
    let numbered = ["一", "二"].map { "第\($0)季召開服務品質檢討會議，檢討各項申辦案件之處理時間並提出改善。" }
    let same = try copies([plan("甲分局", [own]), plan("甲分局", [own], file: "甲108.plan.md")])
    #expect(same.isEmpty)
    #expect(try copies([plan("甲分局", [numbered[0]]), plan("乙分局", [numbered[1]])]).isEmpty)
    #expect(try copies([plan("甲分局", ["辦理為民服務教育訓練。"]), plan("乙分局", ["辦理為民服務教育訓練。"])]).isEmpty)
  }

  @Test func theWordsOfTheChecklistAreNobodysOwn() throws {
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: "police-107"))
    let focus = try #require(
      checklist.entries.indices.first { entry in
        checklist.entries[entry].isFocus && checklist.names(to: entry).count == 3
          && checklist.entries[entry].node.checkpoints.contains { $0.text.string.count >= 24 }
      })
    let words = checklist.entries[focus].node.checkpoints.map(\.text.string).filter { $0.count >= 24 }
    let names = checklist.names(to: focus)
    #expect(try copies(["甲分局", "乙分局"].map { plan($0, [words[0]], under: names) }).isEmpty)
    #expect(try copies(["甲分局", "乙分局"].map { plan($0, [own], under: names) }).count == 1)
  }

  @Test func theWorstPlanIsFirstWhateverTheOrder() throws {
    let data = try Data(contentsOf: Package.root.appending(path: "Examples/broken.plan.md"))
    let broken = Validator().report(
      on: PlanDocument(reading: SourceText(name: "broken.plan.md", bytes: Array(data))))
    let clean = plan("甲分局", [own])
    for reports in [[broken, clean], [clean, broken]] {
      let paths = try report(reports)["plans"]?.elements?.compactMap { $0["path"]?.string }
      #expect(paths?.count == 2)
      let errors = try report(reports)["plans"]?.elements?.compactMap { plan -> Double? in
        if case .number(let count)? = plan["errors"] { count } else { nil }
      }
      #expect(errors == errors?.sorted(by: >))
    }
    #expect(try report([broken, clean]) == report([clean, broken]))
  }

  @Test func progressIsToldForADayAlone() throws {
    let plans = [plan("甲分局", [own])]
    #expect(try report(plans)["overdue"] == nil)
    #expect(try report(plans)["plans"]?.elements?.first?["progress"] == nil)
    let day = try #require(CalendarDate(year: 2018, month: 6, day: 30))
    let late = try report(plans, asOf: day)
    #expect(late["overdue"]?.elements?.first?["since"]?.string == "2018-03-31")
    #expect(late["overdue"]?.elements?.first?["place"]?.string == "15:4")
  }

  @Test func theScriptIsTheOneThatThePolicyNames() throws {
    let options = PortfolioOptions(language: .zhHant, asOf: nil, within: 30)
    let page = PortfolioReport([PortfolioPart(plan("<b>甲</b>", [own]), options)], options).output(.html)
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.contains("&lt;b&gt;甲&lt;/b&gt;") && !page.contains("<b>甲"))
    #expect(page.contains("script-src 'sha256-"))
  }
}
