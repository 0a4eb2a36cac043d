import PlanModel
import PlanRender
import Testing

@Suite struct MarkdownTests {
  @Test func cellsArePaddedByDisplayWidth() {
    let table = TableView(
      title: "表", columns: [.init("構面", isHierarchy: true), .init("作法")],
      rows: [
        [.init("基礎", addition: "（9分）"), "ab"],
        [.init("基礎", addition: "（9分）"), .init(String(repeating: "長", count: 30))],
      ])
    let expected = """
      ## 表

      | 構面        | 作法 |
      | ----------- | ---- |
      | 基礎（9分） | ab   |
      |             | \(String(repeating: "長", count: 30)) |

      """
    #expect(Renderer.text(of: [table], as: .markdown) == expected)
  }

  /// An empty cell would mean the name above.
  @Test func rowWithoutNameBelowOneThatHasItBeginsAnotherTable() {
    let columns = [TableView.Column("甲", isHierarchy: true), .init("乙", isHierarchy: true), .init("丙")]
    let table = TableView(title: "表", columns: columns, rows: [["一", "二", "1"], ["一", "", "2"], ["一", "", "3"]])
    let expected = """
      ## 表

      | 甲  | 乙  | 丙  |
      | --- | --- | --- |
      | 一  | 二  | 1   |

      | 甲  | 乙  | 丙  |
      | --- | --- | --- |
      | 一  |     | 2   |
      |     |     | 3   |

      """
    #expect(Renderer.text(of: [table], as: .markdown) == expected)
  }
}
