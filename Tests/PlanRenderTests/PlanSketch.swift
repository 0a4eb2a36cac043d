import PlanFormats
import PlanModel
import PlanText
import PlanRender
import Testing

/// Small plans and what a view makes of them.
enum PlanSketch {
  /// A plan with a table of measures, and whatever else stands behind it.
  static func plan(_ measures: String, metadata: String = "- 年度：107", rest: String = "") throws -> Plan {
    let text = "# 計畫\n\n\(metadata)\n\n## 附表1、具體作法表\n\n\(measures)\n\n\(rest)\n"
    let document = PlanDocument(reading: SourceText(name: "t.plan.md", text: text))
    try #require(document.problems.map { "\($0.value)" } == [])
    return document.plan
  }

  static func checklist(_ body: String) throws -> Checklist {
    try #require(Checklist.read(SourceText(name: "t.checklist.md", text: "# 表\n\n- 代號：t\n\n" + body)).checklist)
  }

  /// The only table of a view.
  static func table(
    _ view: ViewName, of plan: Plan, checklist: Checklist? = nil, options: RenderOptions = RenderOptions()
  ) throws -> TableView {
    let tables = try Renderer.tables(of: plan, checklist: checklist, for: view, options: options)
    try #require(tables.count == 1)
    return tables[0]
  }
}

extension TableView {
  /// The words of some columns, by their numbers, one row a line.
  func lines(_ columns: Int...) -> [String] {
    rows.map { row in columns.map { row[$0].text.split(separator: "\n").joined(separator: "/") }.joined(separator: "|")
    }
  }
}
