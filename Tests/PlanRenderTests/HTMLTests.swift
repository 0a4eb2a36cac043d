import PlanFormats
import PlanText
import PlanRender
import PlanTestSupport
import Testing

@Suite struct HTMLTests {
  // MARK: Row spans

  @Test(arguments: GoldenTests.outputs)
  func expandedSpansGiveTheTable(of output: (Seed, ViewName)) throws {
    let document = PlanDocument(reading: try output.0.source())
    let checklist = document.plan.metadata.checklist.flatMap {
      ChecklistCatalog.builtIn.checklist(identifier: $0.string)
    }
    let parts = try Renderer.parts(of: document.content, checklist: checklist, for: output.1)
    try expectExpansion(parts.compactMap(\.table))
  }

  @Test(arguments: 0..<50)
  func expandedSpansGiveTheTableOfGeneratedPlan(number: Int) throws {
    var generator = PlanGenerator(seed: UInt64(number))
    try expectExpansion(Renderer.tables(of: generator.plan(), checklist: nil, for: .measures))
    let rosters = generator.rosters()
    try expectExpansion(Renderer.tables(of: rosters, checklist: nil, for: .survey))
    try expectExpansion(Renderer.tables(of: rosters, checklist: nil, for: .taskForce))
  }

  @Test func whatAHeadingHandsDownIsOneCell() throws {
    let text = """
      # 計畫

      ## 附表1、具體作法表

      - 承辦單位：行政科

      ### 基礎（200分）

      #### 項目

      - 完成期限：107年4月

      ##### 重點甲

      1. 甲。
      2. 乙。
         - 完成期限：107年4月
      3. 丙。

      ##### 重點乙

      1. 丁。

      ### 遞送

      #### 項目

      1. 戊。
         - 完成期限：107年4月
      """
    let plan = PlanDocument(reading: SourceText(name: "a.plan.md", text: text)).plan
    let html = try Renderer.text(.measures, of: plan, checklist: nil, as: .html)
    let rows = try HTMLReader.read(html).all("tbody").map { body in
      body.all("tr").map { row in
        row.elements.map { "\($0.tag) \($0.attributes["rowspan"] ?? "1") \($0.attributes["scope"] ?? "") \($0.text)" }
      }
    }
    #expect(
      rows == [
        [
          [
            "th 4 rowgroup 基礎（200分）", "th 4 row 項目", "th 3 row 重點甲", "td 1  甲。", "td 1  107年4月", "td 4  行政科",
          ],
          ["td 1  乙。", "td 1  107年4月"],
          ["td 1  丙。", "td 2  107年4月"],
          ["th 1 row 重點乙", "td 1  丁。"],
        ],
        [["th 1 rowgroup 遞送", "td 1  ", "th 1 row 項目", "td 1  戊。", "td 1  107年4月", "td 1  行政科"]],
      ])
  }

  @Test func sameWordsFromTwoPlacesAreTwoCells() throws {
    let table = TableView(
      title: "表", columns: [.init("甲")], rows: [[.init("月", origin: 1)], [.init("月", origin: 2)], ["月"], ["月"]])
    let html = Renderer.text(of: [.table(table)], as: .html)
    #expect(try HTMLReader.read(html).all("td").map(\.text) == ["月", "月", "月", "月"])
  }

  /// Expands the spans of what is printed and compares with each cell printed alone.
  private func expectExpansion(_ tables: [TableView]) throws {
    let page = try HTMLReader.read(Renderer.text(of: tables.map { .table($0) }, as: .html))
    let printed = page.all("section").compactMap { $0.elements.first { $0.tag == "table" } }
    #expect(printed.count == tables.count)
    for (element, table) in zip(printed, tables) {
      let header = try #require(element.elements.first { $0.tag == "thead" })
      #expect(header.all("th").map(\.text) == table.columns.map(\.title))
      let rows = try element.elements.filter { $0.tag == "tbody" }.flatMap {
        try expanded($0, columns: table.columns.count)
      }
      #expect(rows.count == table.rows.count)
      try #require(rows.map(\.count) == table.rows.map(\.count))
      for (index, column) in table.columns.enumerated() {
        let expected = try alone(table.rows.map { $0[index] }, isHierarchy: column.isHierarchy)
        for (found, expected) in zip(rows.map { $0[index] }, expected) { try #require(found == expected) }
      }
    }
  }

  private func expanded(_ body: HTMLReader.Element, columns: Int) throws -> [[[HTMLReader.Node]]] {
    var rows: [[[HTMLReader.Node]]] = []
    var open: [(rows: Int, content: [HTMLReader.Node])] = Array(repeating: (0, []), count: columns)
    for row in body.elements {
      var cells = row.elements[...]
      for column in 0..<columns {
        if open[column].rows == 0 {
          let next = cells.popFirst()
          let cell = try #require(next)
          open[column] = (try #require(Int(cell.attributes["rowspan"] ?? "1")), words(of: cell))
        }
        open[column].rows -= 1
      }
      try #require(cells.isEmpty)
      rows.append(open.map(\.content))
    }
    #expect(open.allSatisfy { $0.rows == 0 }, "a cell reaches over the end of its row group")
    return rows
  }

  /// What is in a cell; a name for several rows is in elements for print.
  private func words(of cell: HTMLReader.Element) -> [HTMLReader.Node] {
    guard cell.tag == "th", cell.attributes["rowspan"] != nil else { return cell.children }
    return cell.elements.flatMap(\.elements).flatMap(\.elements).flatMap(\.children)
  }

  /// What each cell looks like where it has no neighbour to join.
  private func alone(_ cells: [TableView.Cell], isHierarchy: Bool) throws -> [[HTMLReader.Node]] {
    let rows = cells.enumerated().map { number, cell in
      [TableView.Cell("\(number)"), TableView.Cell(cell.text, addition: cell.addition)]
    }
    let columns = [TableView.Column("號", isHierarchy: true), TableView.Column("甲", isHierarchy: isHierarchy)]
    let table = TableView(title: "表", columns: columns, rows: rows)
    let page = try HTMLReader.read(Renderer.text(of: [.table(table)], as: .html))
    return page.all("tbody").flatMap { body in body.elements.map { $0.elements.last?.children ?? [] } }
  }

  // MARK: Hostile texts

  static let hostile = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "' onfocus='x",
    "</td></tr></table>", "</style><script>", "]]>", "<![CDATA[", "&lt;script&gt;", "&#60;b&#62;", "&amp", "&",
    "[點我](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>)", "[x](//evil.example)",
    "<javascript:alert(1)>", "<!DOCTYPE html>", "<?php", "x<!-- y", "--> x", "<!--> x", "<svg/onload=x>",
    "{{7*7}}", "![x](http//a)",
  ]

  /// Where Markdown is written, `&lt;` is shown as the character that it means.
  @Test(arguments: hostile)
  func hostileTextIsShownAsItIs(text: String) throws {
    let shown = text.contains(";") && text.hasPrefix("&") ? text.shownWords : text
    #expect(try cell(text).text == shown)
    #expect(try cell(text).all("a").isEmpty)
    let parts: [ViewPart] = [
      .text(TextView(title: text, level: 1)), .text(TextView(title: text, body: text)),
      .table(
        TableView(
          title: text, intro: text, columns: [.init(text, isHierarchy: true)], rows: [[.init(text, addition: text)]],
          closing: text)),
    ]
    let page = try HTMLReader.read(Renderer.text(of: parts, title: text, as: .html))
    #expect(page.all("title").map(\.text) == [text])
    #expect((page.all("h1") + page.all("h2")).map(\.text) == [text, text, text])
    #expect(page.all("th").map(\.text) == [text, shown + text])
    #expect(page.all("p").map(\.text) == [shown, shown, shown])
  }

  private static let noncharacter = String(decoding: [0xEF, 0xBF, 0xBF], as: UTF8.self)

  /// Pieces of markup and Markdown in any order: the page stays well-formed and has no tag or link that plantool does
  /// not write.
  @Test(arguments: 0..<100)
  func anyMixtureIsWellFormed(number: Int) throws {
    var random = SplitMix64(seed: UInt64(number))
    let pieces =
      Self.hostile + [
        "**", "`", "``", "[", "](", "](http://a.example/", ")", "https://a.example/?a=1&b=\"2\"", "\n", "\n\n", "\n- ",
        "\n  1. ",
        "\n> ", "\n| a | b |\n| - | - |\n", "\n```\n", "\n# ", "\n---\n", "\\", "<!--", "-->", " ", "一、", "(一)",
        "\u{0}", "\u{7}", "\u{85}", "\u{202E}", "\u{2066}", "\u{2028}", Self.noncharacter, "\t", "\r", "字",
      ]
    let text = (0...random.below(14)).map { _ in random.pick(pieces) }.joined()
    let table = TableView(title: text, intro: text, columns: [.init(text)], rows: [[.init(text)]], closing: text)
    let parts: [ViewPart] = [.table(table), .text(TextView(title: text, level: 3, body: text))]
    #expect(throws: Never.self) {
      try HTMLReader.read(Renderer.text(of: parts, title: text, as: .html))
    }
  }

  @Test func harmfulCharactersAreSpeltOut() throws {
    #expect(try cell("a\u{202E}b\u{7}c\(Self.noncharacter)d\te").text == "a\\u{202E}b\\u{7}c\\u{FFFF}d e")
  }

  /// Nesting and open marks without end must neither fill the stack nor take quadratic time.
  @Test(arguments: ["> ", "- ", "**a ", "`a``", "[", "[a](http://a", "<!--", "http://a ", "1. ", "\\", "(一)"])
  func endlessRepetition(piece: String) throws {
    let text = try cell(String(repeating: piece, count: 20_000)).text
    // Nor may words be lost.
    #expect(text.count { $0 == "a" } >= (piece.contains("a") ? 20_000 : 0))
  }

  // MARK: Markdown

  @Test func cellKeepsLinesNumbersAndNesting() throws {
    let html = inner("辦理如下：\n- (一)甲\n  1. 乙\n  2.丙\n- 丁\n結尾。")
    #expect(
      html == """
        辦理如下：
        <ul>
        <li class="n4">(一)甲
        <ul>
        <li class="n3">1. 乙</li>
        <li class="n2">2.丙</li>
        </ul></li>
        <li>丁<br>
        結尾。</li>
        </ul>
        """)
  }

  @Test(
    arguments: [
      ("**粗**體", "<strong>粗</strong>體"), ("2**3", "2**3"), ("** a **", "** a **"), ("\\*\\*a\\*\\*", "**a**"),
      ("`<b>`", "<code>&lt;b&gt;</code>"), ("`a", "`a"),
      ("[網站](https://a.example/?a=1&b=2)", "<a href=\"https://a.example/?a=1&amp;b=2\">網站</a>"),
      (
        "見https://a.example/x(1)，另見", "見<a href=\"https://a.example/x(1)\">https://a.example/x(1)</a>，另見"
      ),
      ("ftp://a.example https:// http//x", "ftp://a.example https:// http//x"),
      ("甲\n\n乙", "甲\n<p>乙</p>"), ("甲\n乙", "甲<br>\n乙"), ("甲<!-- 註 -->乙", "甲乙"), ("<!-- 註 -->", ""),
      ("-", "-"), ("---", "<p>---</p>"), ("", ""), ("> 引", "<blockquote>\n<p>引</p>\n</blockquote>"),
      ("- [x] 甲\n- [ ] 乙", "<ul>\n<li class=\"n2\">☑ 甲</li>\n<li class=\"n2\">□ 乙</li>\n</ul>"),
      ("# 甲", "# 甲"), ("```\na <b\n\n  c\n```", "<pre>\na &lt;b\n\n  c</pre>"), ("甲<br>乙", "甲&lt;br&gt;乙"),
    ])
  func markdownOfACell(written: String, expected: String) {
    #expect(inner(written) == expected)
  }

  @Test func textsHaveHeadingsInOrder() throws {
    let parts: [ViewPart] = [
      .text(TextView(title: "計畫", level: 1, body: "首段")), .text(TextView(title: "", body: "無題")),
      .text(TextView(title: "壹", level: 2, body: "甲\n乙 a\nb  \n丙\n\n##### 深\n\n| 子 | 丑 |\n| --- | --- |\n| 1<br>2 |")),
      .text(TextView(title: "跳", level: 5)), .table(TableView(title: "附表", columns: [.init("甲")], rows: [])),
    ]
    let html = Renderer.text(of: parts, title: "題", as: .html)
    let main = try #require(try HTMLReader.read(html).all("main").first)
    #expect(main.elements.map(\.tag) == ["h1", "p", "div", "section", "section", "section"])
    #expect(
      ["h1", "h2", "h3", "h4", "h5"].map { main.all($0).map(\.text) } == [["計畫"], ["壹", "附表"], ["深", "跳"], [], []])
    #expect(html.contains("<p>甲乙 a b<br>\n丙</p>"))
    #expect(html.contains("<tr><td>1<br>\n2</td><td></td></tr>"))
    #expect(html.contains("<title>題</title>"))
  }

  @Test func pageWithoutTitleStillHasOne() throws {
    let page = try HTMLReader.read(Renderer.text(of: [.text(TextView(title: "", body: "甲"))], as: .html))
    #expect(page.all("title").map(\.text) == ["計畫"])
    #expect(page.all("h1").map(\.text) == ["計畫"])
  }

  private func page(_ text: String) -> String {
    Renderer.text(of: [.table(TableView(title: "表", columns: [.init("甲")], rows: [[.init(text)]]))], as: .html)
  }

  private func cell(_ text: String) throws -> HTMLReader.Element {
    try #require(try HTMLReader.read(page(text)).all("td").first)
  }

  private func inner(_ text: String) -> String {
    let html = page(text)
    guard let start = html.firstRange(of: "<td>"), let end = html.firstRange(of: "</td>") else { return html }
    return String(html[start.upperBound..<end.lowerBound])
  }
}
