import PlanFormats
import PlanModel
import PlanText
import PlanRender
import PlanTestSupport
import Testing

@Suite struct WholePlanTests {
  private func parts(_ plan: Plan) throws -> [ViewPart] {
    try Renderer.parts(of: plan, checklist: ChecklistCatalog.builtIn.checklist(identifier: "police-107"), for: .plan)
  }

  private func title(_ part: ViewPart) -> String {
    switch part {
    case .table(let table): table.title
    case .text(let text): text.title
    }
  }

  @Test(arguments: Seed.plans)
  func everySectionOfSeedInItsPlace(seed: Seed) throws {
    let plan = PlanDocument(reading: try seed.source()).plan
    #expect(try parts(plan).map(title) == [plan.title?.string ?? ""] + plan.sections.map(\.heading.string))
  }

  /// Two tables of a kind, one without rows, text around them, and an own copy of the checklist.
  @Test func everyKindOfSection() throws {
    let text = """
      # 計畫

      - 機關：某局
      - 年度：107

      ## 壹、計畫依據

      - 一、某函。
        第二行。
      - 二、另函。

      ## 附表1、具體作法表

      前言。

      ### 基礎

      1. 甲。

      ---

      結語。

      ## 貳、空節

      ## 附表2、具體作法表

      ### 遞送

      ## 附表3、檢核表

      ### 基礎（200分）

      #### 友善

      - 公開
        - [x] 公開資訊。

      > 提供數據。

      #### 便捷

      ## 單位表

      | 單位 | 別名 |
      | --- | --- |
      | 甲科 | 甲；乙 |

      """
    let document = PlanDocument(reading: SourceText(name: "t.plan.md", text: text))
    try #require(document.problems.map { "\($0.value)" } == [])
    let printed = try Renderer.text(.plan, of: document.plan, checklist: nil, as: .markdown)
    let expected = """
      # 計畫

      - 機關：某局
      - 年度：107

      ## 壹、計畫依據

      - 一、某函。
        第二行。
      - 二、另函。

      ## 附表1、具體作法表

      前言。

      | 評核構面 | 具體作法 | 完成期限 | 承辦單位 |
      | -------- | -------- | -------- | -------- |
      | 基礎     | 甲。     |          |          |

      結語。

      ## 貳、空節

      ## 附表2、具體作法表

      | 評核構面 | 具體作法 | 完成期限 | 承辦單位 |
      | -------- | -------- | -------- | -------- |
      | 遞送     |          |          |          |

      ## 附表3、檢核表

      | 評核構面      | 評核重點 | 辦理事項           | 辦理 |
      | ------------- | -------- | ------------------ | ---- |
      | 基礎（200分） | 友善     | （公開）公開資訊。 | ☑    |
      |               |          | ◎提供數據。        |      |
      |               | 便捷     |                    |      |

      ## 單位表

      | 單位 | 別名   |
      | ---- | ------ |
      | 甲科 | 甲；乙 |

      """
    #expect(printed == expected)
  }

  @Test func planWithNothingInIt() throws {
    #expect(throws: RenderError.noSuchTable(.plan)) { try parts(Plan()) }
    #expect(try parts(Plan(title: "計畫")).map(title) == ["計畫"])
  }

  /// No view stumbles over a plan that is hard to print.
  @Test(arguments: 0..<50)
  func everyViewOfGeneratedPlan(number: Int) throws {
    var generator = PlanGenerator(seed: UInt64(number))
    let plan = generator.plan()
    for view in ViewName.allCases {
      guard let tables = try? Renderer.tables(of: plan, checklist: RoundTripTests.checklist, for: view) else {
        continue
      }
      for table in tables { #expect(table.rows.allSatisfy { $0.count == table.columns.count }) }
    }
  }
}
