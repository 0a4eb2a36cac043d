import PlanFormats
import PlanTestSupport
import PlanText
import PlanRender
import Testing

/// Which addresses in a web page are links.
@Suite struct AddressTests {
  private func links(_ text: String, inCell: Bool = true) throws -> [String] {
    let part: ViewPart =
      inCell
      ? .table(TableView(title: "表", columns: [.init("甲")], rows: [[.init(text)]]))
      : .text(TextView(title: "壹", body: text))
    return try HTMLReader.read(Renderer.text(of: [part], as: .html)).all("a").compactMap { $0.attributes["href"] }
  }

  @Test(
    arguments: [
      "https://a.example/x", "https://a.example", "https://a.example/x?y=%E7%94%B2&z=1#w", "http://a.example:8080/",
    ],
    [
      "", "。", "，另見", "）", "」", " 查詢", "\n乙", "\n2. 乙", "\n(二)乙", "\n- 乙", "\nhttps://b.tw", ".", ",", "\"", ">", "；",
      "：",
    ])
  func wholeAddressIsALink(address: String, following: String) throws {
    let other = following.contains("b.tw") ? ["https://b.tw"] : []
    for text in ["見\(address)\(following)", "**見 \(address)**\(following)"] {
      #expect(try links(text) == [address] + other, "\(text)")
      #expect(try links(text, inCell: false) == [address] + other, "\(text)")
    }
  }

  /// What is left of an address that was cut leads somewhere else.
  @Test(
    arguments: [
      "…", "……", "⋯", "...", "..", "\nb/c.html", "\n  b-c", "\n/x", "\n?y=1", "  \nb", "\\\nb", "／乙", "/甲/b", "=甲",
      "?甲=1", "．tw", "%",
      "%E7%9", "%甲", "é", "\u{200B}b", "\u{AD}b", "**b**", "`b`", "：8080", "？a=1", "{id}", "|b",
    ])
  func cutAddressIsNoLink(following: String) throws {
    for text in ["見https://a.example/x\(following)", "**見 https://a.example/x\(following)**"] {
      #expect(try links(text) == [], "\(text)")
      #expect(try links(text, inCell: false) == [], "\(text)")
    }
  }

  @Test(arguments: [
    ("網址https://www.gov.tw查詢", ["https://www.gov.tw"]), ("https://www.台灣.tw", []), ("https://example台灣.tw", []),
    ("https://a.example/wiki/台灣/a", []), ("[甲](https://a.example/x…)", []), ("[甲](https://a.example/%E)", []),
    ("[https://a.example/x…](https://a.example/xyz)", ["https://a.example/xyz"]),
  ])
  func chineseBehindAnAddress(text: String, expected: [String]) throws {
    #expect(try links(text) == expected)
  }

  /// The list of checkpoints shows no more than the first words of a measure.
  @Test(arguments: ["見https://a.example/x/y/z/v/w。", "https://a.tw/x\n/y"])
  func shortenedWordsHaveNoLink(words: String) throws {
    let text = """
      # 計畫

      - 檢核表：police-107

      ## 附表1、具體作法表

      ### 服務遞送（300分）

      #### 服務便捷

      ##### 建置單一窗口整合服務

      1. \(words.replacing("\n", with: "\n   "))
      """
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let checklist = ChecklistCatalog.builtIn.checklist(identifier: "police-107")
    let page = try HTMLReader.read(
      Renderer.text(.checklist, of: document.content, checklist: checklist, as: .html))
    #expect(page.all("td").contains { $0.text.contains("…") })
    #expect(page.all("a").isEmpty)
  }
}
