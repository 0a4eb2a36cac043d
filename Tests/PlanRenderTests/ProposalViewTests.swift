import PlanFormats
import PlanModel
import PlanText
import PlanRender
import PlanTestSupport
import Testing

@Suite struct ProposalViewTests {
  private func content(_ sections: String) throws -> DocumentContent {
    let text = "# 提案表\n\n- 文件種類：創意提案\n- 提案年度：106\n- 提案名稱：甲案\n- 提案單位：乙局\n\n" + sections
    let document = PlanDocument(reading: SourceText(name: "t.plan.md", text: text))
    try #require(document.problems.isEmpty)
    return document.content
  }

  @Test func rowsStandInTheOrderOfTheForm() throws {
    let content = try content(
      """
      ## 附件1

      照片。

      ## 五、成效

      - 一、快。

      ## 評審意見

      無。

      ## 提案類別

      - [ ] 創新獎
      - [x] 精進獎
      """)
    let parts = try Renderer.parts(of: content, checklist: nil, for: .proposal)
    let table = try #require(parts.first?.table)
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["提案類別", "□創新獎 ■精進獎"], ["提案年度", "106年度"], ["提案單位", "乙局"], ["提案名稱", "甲案"], ["成效", "一、快。"], ["評審意見", "無。"],
      ])
    guard case .text(let attachment) = parts.last else {
      Issue.record("the attachment is missing")
      return
    }
    #expect(attachment.title == "附件1")
    #expect(attachment.body == "照片。")
  }

  @Test func phasesStandUnderTheirPart() throws {
    let content = try content("## 實施方法\n\n### 一、期程\n\n- (一)第一階段\n  - 時程：106年1月\n  - 單位：甲：\n    - (1)乙\n")
    let table = try Renderer.parts(of: content, checklist: nil, for: .proposal)[0].table
    #expect(
      table?.rows.last?[1].text == "一、期程\n  - (一)第一階段\n    - 時程：106年1月\n    - 單位：甲：\n      - (1)乙")
  }

  @Test func viewsAreForTheirKindOfDocument() throws {
    let content = try content("")
    #expect(throws: RenderError.otherDocument(.measures, .proposal)) {
      try Renderer.text(.measures, of: content, checklist: nil, as: .markdown)
    }
    #expect(throws: RenderError.otherDocument(.proposal, .plan)) {
      try Renderer.text(.proposal, of: .plan(Plan()), checklist: nil, as: .markdown)
    }
    #expect(ViewName.all(of: .proposal) == [.proposal])
    #expect(!ViewName.all(of: .plan).contains(.proposal))
  }
}
