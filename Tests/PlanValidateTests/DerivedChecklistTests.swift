import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import PlanValidate
import Testing

/// A checklist that is made from a plan fits that plan, and the next one.
@Suite struct DerivedChecklistTests {
  private static let plan = """
    # 某某市甲地政事務所112年度為民服務工作計畫

    - 機關：某某市甲地政事務所
    - 年度：112
    - 期程：112年1月1日至112年12月31日
    - 檢核表：無

    ## 附表1、具體作法表

    ### 一、基礎服務（60分）

    #### （一）登記業務

    1. 檢討逾期案件，並公布結果。
       - 完成期限：每月
       - 承辦單位：登記課

    #### （二）測量業務

    1. 校正測量儀器。
       - 完成期限：112年6月30日
       - 承辦單位：測量課

    ### 二、創新服務（40分）

    1. 試辦視訊諮詢。

    """

  private func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  /// The checklist of a plan, written and read again.
  private func derived(_ plan: Plan) throws -> Checklist {
    let made = try #require(DerivedChecklist.checklist(of: plan, identifier: "own"))
    let (read, problems) = Checklist.read(SourceText(name: "own.checklist.md", text: PlanTextWriter.text(made)))
    #expect(problems.isEmpty)
    let checklist = try #require(read)
    #expect(checklist.entries.map(\.name) == made.entries.map(\.name))
    #expect(checklist.entries.map(\.parent) == made.entries.map(\.parent))
    #expect(checklist.entries.map(\.columns) == made.entries.map(\.columns))
    #expect(checklist.outlines.map(\.layout) == made.outlines.map(\.layout))
    return checklist
  }

  @Test func itHasLevelsWeightsAndColumns() throws {
    let made = try #require(DerivedChecklist.checklist(of: document(Self.plan).plan, identifier: "own"))
    #expect(
      PlanTextWriter.text(made) == """
        # 某某市甲地政事務所112年度為民服務工作計畫檢核表

        - 代號：own
        - 年度：112
        - 總分：100
        - 表別：具體作法表
        - 欄位：評核構面、評核項目、具體作法、完成期限、承辦單位

        ## 一、基礎服務（60分）

        ### （一）登記業務

        ### （二）測量業務

        ## 二、創新服務（40分）

        - 欄位：評核構面、評核項目、具體作法

        """)
  }

  @Test func itsPlanAndTheNextFit() throws {
    let document = document(Self.plan)
    let checklist = try derived(document.plan)
    let findings = Validator(checklist: checklist).findings(on: document)
    #expect(findings.isEmpty, "\(findings.map { $0.summary(.zhHant) })")
    let rollover = try #require(PlanRollover(document.plan, to: 113, checklist: checklist))
    #expect(rollover.report.added.isEmpty && rollover.report.dropped.isEmpty && rollover.report.renamed.isEmpty)
    #expect(rollover.plan.metadata.checklist?.string == "own")
  }

  /// A heading without a measure stays as it was: nobody has to fill it in.
  /// A table that is written as one says what its columns are called, and a checklist made from it says so too.
  @Test func columnsAreCalledAsThePlanCallsThem() throws {
    let table =
      "| 主軸 | 工作項目 | 實施內容 | 完成時限（年月） | 權責單位 |\n| --- | --- | --- | --- | --- |\n| 甲 | 乙 | 檢討流程。 | 112年6月 | 登記課 |\n"
    let plan = document("# 甲機關112年度計畫\n\n## 附表1、具體作法表\n\n\(table.replacing("主軸", with: "服務主軸"))").plan
    let checklist = try derived(plan)
    let outline = checklist.outlines[0]
    #expect(
      outline.columns.map { checklist.name(of: $0, in: .measures) } == ["服務主軸", "工作項目", "實施內容", "完成時限（年月）", "權責單位"])
  }

  /// All levels of a table are the checklist's, and so is a column of the plan's own. Five levels are more than a plan
  /// has headings for: a new plan has them in a table.
  @Test(arguments: 1...5)
  func allLevelsAreTheChecklists(count: Int) throws {
    let titles = Array(["構面", "項目", "指標", "次指標", "工作重點"].prefix(count))
    let rows = ["1", "2"].map { row in
      (1...count).map { "第\($0)層\(row)" } + ["新住民", "檢討流程\(row)。", "112年6月30日", "登記課"]
    }
    let header = titles + ["服務對象", "具體作法", "完成期限", "承辦單位"]
    let lines = ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |\n" }
    let text = "# 甲機關112年度計畫\n\n- 年度：112\n\n## 附表1、具體作法表\n\n\(lines.joined())"
    let plan = document(text).plan
    let checklist = try derived(plan)
    #expect(checklist.entries.map(\.name) == rows.flatMap { $0.prefix(count) })
    let columns = checklist.outlines[0].columns.map { checklist.name(of: $0, in: .measures) }
    #expect(columns == titles + header.suffix(3) + ["服務對象"])
    let codes = Set(Validator(checklist: checklist).findings(on: document(text)).map(\.code))
    #expect(codes.isDisjoint(with: ["PT202", "PT203"]))
    let rollover = try #require(PlanRollover(plan, to: 113, checklist: checklist))
    #expect(rollover.report.dropped.isEmpty && rollover.report.added.isEmpty && rollover.report.renamed.isEmpty)
    let new = PlanTextWriter.text(NewPlan.plan(agency: "甲機關", year: 113, checklist: checklist))
    let read = document(new)
    #expect(read.problems.isEmpty)
    #expect(read.plan.placedGroups(checklist: checklist).map(\.entry) == Array(checklist.entries.indices))
    #expect(new.contains(count < 5 ? "  - 其他欄位：服務對象＝（待填）" : "| 第5層2 | （待填） | （待填） | （待填） | （待填） |"))
  }

  @Test func anEmptyHeadingNeedsNothing() throws {
    let document = document(Self.plan + "### 三、其他\n")
    let findings = Validator(checklist: try derived(document.plan)).findings(on: document)
    #expect(findings.isEmpty, "\(findings.map { $0.summary(.zhHant) })")
  }

  @Test(arguments: ["# 甲\n\n## 壹、目標\n\n乙。\n", "# 甲\n\n- 文件種類：創意提案\n", "# 甲\n\n## 附表1、具體作法表\n"])
  func thereIsNoneWithoutLevels(text: String) {
    #expect(DerivedChecklist.checklist(of: document(text).plan, identifier: "own") == nil)
  }

  @Test(arguments: Seed.plans)
  func realPlansFitTheirs(seed: Seed) throws {
    let document = PlanDocument(reading: try seed.source())
    let checklist = try derived(document.plan)
    func errors(_ checklist: Checklist?) -> Set<String> {
      Set(
        Validator(checklist: checklist).findings(on: document).filter { $0.severity == .error }.map {
          "\($0.code) \($0.range)"
        })
    }
    #expect(errors(checklist).subtracting(errors(nil)).isEmpty)
    let year = try #require(document.plan.metadata.intendedROCYear)
    let rollover = try #require(PlanRollover(document.plan, to: year + 1, checklist: checklist))
    #expect(rollover.report.dropped.isEmpty)
    #expect(rollover.report.added.isEmpty)
  }

  /// In the order of their names two tables of a plan may differ.
  @Test func anyPlanFitsIts() throws {
    for seed in 0..<300 as Range<UInt64> {
      let document = document(PlanGenerator.text(seed: seed))
      guard DerivedChecklist.checklist(of: document.plan, identifier: "own") != nil else { continue }
      let checklist = try derived(document.plan)
      let findings = Validator(checklist: checklist).findings(on: document).filter {
        ["PT202", "PT203"].contains($0.code)
      }
      #expect(findings.isEmpty, "\(seed): \(findings.map { $0.summary(.zhHant) })")
    }
  }

  @Test(arguments: ChecklistCatalog.builtInSources.indices)
  func checklistsAreWrittenAsTheyAreRead(number: Int) throws {
    let source = ChecklistCatalog.builtInSources[number]
    let checklist = try #require(Checklist.read(source).checklist)
    let text = PlanTextWriter.text(checklist)
    let again = try #require(Checklist.read(SourceText(name: "own.checklist.md", text: text)).checklist)
    #expect(PlanTextWriter.text(again) == text)
    #expect(
      again.entries.map { PlanJSON.node($0.node).text() } == checklist.entries.map { PlanJSON.node($0.node).text() })
    #expect(again.total == checklist.total && again.year == checklist.year && again.source == checklist.source)
  }

  /// 欄位 may say what a column is called in this framework.
  @Test(arguments: [
    ("構面＝類別、具體作法＝工作重點、完成期限=辦理 期程", ["類別", "工作重點", "辦理 期程"]),
    ("構面、具體作法＝「工作重點、要領」、完成期限＝期限（月／日）", ["構面", "工作重點、要領", "期限（月／日）"]),
    ("構面＝、具體作法＝推動作法", ["構面", "推動作法", "完成期限"]),
  ])
  func columnsHaveNamesOfTheirOwn(list: String, names: [String]) throws {
    let text = "# 甲\n\n- 代號：own\n- 欄位：\(list)\n\n## 乙\n"
    let (read, problems) = Checklist.read(SourceText(name: "own.checklist.md", text: text))
    #expect(problems.isEmpty)
    let checklist = try #require(read)
    let columns: [MeasureColumn] = [.dimension, .measure, .field(.deadline)]
    #expect(columns.map { checklist.name(of: $0, in: .measures) } == names)
    let again = Checklist.read(SourceText(name: "b.checklist.md", text: PlanTextWriter.text(checklist)))
    #expect(columns.map { again.checklist?.name(of: $0, in: .measures) } == names)
  }
}
