import PlanTestSupport
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
    #expect(Renderer.text(of: [.table(table)], as: .markdown) == expected)
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
    #expect(Renderer.text(of: [.table(table)], as: .markdown) == expected)
  }

  @Test func textsHaveTheirHeadings() {
    let table = TableView(title: "附表", columns: [.init("甲")], rows: [])
    let parts: [ViewPart] = [
      .text(TextView(title: "計畫\n名稱", level: 1)), .text(TextView(title: "", body: "首段。")),
      .text(TextView(title: "壹、依據", body: "- 一、函。\n- 二、令。")), .table(table),
    ]
    let expected = """
      # 計畫 名稱

      首段。

      ## 壹、依據

      - 一、函。
      - 二、令。

      ## 附表

      | 甲  |
      | --- |

      """
    #expect(Renderer.text(of: parts, as: .markdown) == expected)
  }
}
