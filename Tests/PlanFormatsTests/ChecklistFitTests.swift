import PlanModel
import PlanTestSupport
import PlanText
import Testing

@testable import PlanFormats

/// The checklist of a document is told from the names in its tables, and only where it is certain.
@Suite("The checklist of a document")
struct ChecklistFitTests {
  private let catalog = ChecklistCatalog.builtIn

  /// A table of measures with a row for each name of a checklist: its level and the name.
  private func rows(_ identifier: String) throws -> [(level: ChecklistLevel, name: String)] {
    let checklist = try #require(catalog.checklist(identifier: identifier))
    return checklist.entries.map { ($0.node.level, $0.name) }
  }

  private func page(_ rows: [(level: ChecklistLevel, name: String)], year: String = "107") -> String {
    let cells = rows.map { row in
      let place = [ChecklistLevel.dimension, .item, .focus].firstIndex(of: row.level) ?? 0
      let names = (0..<3).map { $0 == place ? row.name : "" }
      return "<tr>" + (names + ["辦理講習。", "\(year)年6月30日", "秘書室"]).map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    let header = ["評核構面", "評核項目", "評核重點", "具體作法", "完成期限", "承辦單位"].map { "<th>\($0)</th>" }.joined()
    return "<h1>某市某局\(year)年度提升服務品質執行計畫</h1><p>壹、計畫依據</p><p>一、某函</p><p>附表1、具體作法表</p>"
      + "<table><tr>\(header)</tr>\(cells.joined())</table>"
  }

  private func plan(_ page: String, checklist: String? = nil) throws -> OfficePlan {
    try OfficePlan.joining([SourceText(name: "a.html", text: page)], blanksNames: false, checklist: checklist)
  }

  /// What the plan says that it answers.
  private func written(_ plan: OfficePlan) -> String? {
    PlanDocument(reading: plan.source, as: .text).plan.metadata.checklist?.string
  }

  @Test(arguments: ["police-107", "district-109", "household-105"])
  func allNames(identifier: String) throws {
    let plan = try plan(page(rows(identifier), year: String(identifier.suffix(3))))
    #expect(written(plan) == identifier)
    let fit = try #require(plan.report.checklist)
    #expect(fit.identifier == identifier && fit.found == fit.needed && fit.doubt == nil)
  }

  @Test(arguments: OfficeSamples.names)
  func documents(name: String) throws {
    let plan = try OfficePlan.reading(OfficeSamples.source(name))
    let expected = catalog.checklists.map(\.identifier).first { name.has($0) }
    #expect(expected != nil && written(plan) == expected, "\(plan.report.checklist as Any)")
  }

  @Test(arguments: ImportSamples.names)
  func withoutOne(name: String) throws {
    #expect(try written(OfficePlan.reading(ImportSamples.source(name))) == nil)
  }

  @Test("A slip in a name or two makes no doubt, a tenth of the names missing does")
  func missing() throws {
    var rows = try rows("police-107")
    for place in 3..<5 { rows[place].name += "增修" }
    #expect(try written(plan(page(rows))) == "police-107")
    for place in 5..<14 { rows[place].name += "增修" }
    let plan = try plan(page(rows))
    #expect(written(plan) == nil)
    #expect(plan.report.checklist?.doubt == .missingNames)
    #expect(plan.report.checklist?.identifier == "police-107")
  }

  @Test("Names of two frameworks are those of neither")
  func alike() throws {
    let plan = try plan(page(rows("police-107") + rows("district-109")))
    #expect(written(plan) == nil)
    guard case .alike = plan.report.checklist?.doubt else {
      Issue.record("\(plan.report.checklist as Any)")
      return
    }
  }

  @Test("Another year has a framework of its own")
  func otherYear() throws {
    let plan = try plan(page(rows("police-107"), year: "108"))
    #expect(written(plan) == nil)
    #expect(plan.report.checklist?.doubt == .otherYear)
  }

  @Test("Of a document with other names nothing is said, nor of names outside of tables of measures")
  func others() throws {
    let own = try rows("police-107").map { (level: $0.level, name: "本局的" + $0.name) }
    #expect(try plan(page(own)).report.checklist == nil)
    let listed = try rows("police-107").map { "<p>\($0.name)</p>" }.joined()
    let text = "<h1>某局107年度提升服務品質執行計畫</h1><p>壹、計畫依據</p>\(listed)"
    #expect(try plan(text).report.checklist == nil)
    #expect(try written(plan(text)) == nil)
  }

  @Test("What the document or the command line says holds")
  func stated() throws {
    let page = try page(rows("police-107"))
    let declined = page.replacing("</h1>", with: "</h1><p>檢核表：無</p>")
    #expect(try written(plan(declined)) == "無")
    #expect(try plan(declined).report.checklist == nil)
    let given = try plan(declined, checklist: "own-107")
    #expect(written(given) == "own-107")
    #expect(given.report.leftOut.contains { $0.text == "檢核表：無" })
  }
}
