import PlanFormats
import PlanOffice
import PlanRender
import PlanTestSupport
import PlanText
import Testing

/// Documents for office programs. `scripts/check-office.py` has these programs, and the schemas, judge them.
@Suite struct OfficeTests {
  static let formats = FormatName.allCases.filter { !$0.isText }

  // MARK: Whole files

  @Test(arguments: formats, [ViewName.plan, .measures])
  func everyPartOfASmallDocument(format: FormatName, view: ViewName) throws {
    let plan = PlanDocument(reading: SourceText(name: "a.plan.md", text: Self.small))
    try #require(!plan.problems.contains { $0.value.hidesParts })
    let bytes = try Renderer.render(view, of: plan.plan, checklist: nil, as: format)
    let golden = GoldenFile("Golden/office-\(view.rawValue).\(format.rawValue).xml", besides: #filePath)
    #expect(golden.mismatch(with: try OfficeReader(bytes).text) == nil)
  }

  /// A plan with everything that looks different.
  private static let small = """
    # 某局107年度提升服務品質執行計畫

    - 機關：某局
    - 年度：107
    - 期程：107年1月至12月
    - 檢核表：無

    107年3月1日訂定

    ## 壹、計畫依據

    - 一、某函。

    ## 貳、計畫目標

    為民服務，**熱心**且[有禮]{.underline}，見 https://www.example.gov.tw/a?b=1&c=2 及`a  b`[^1]。

    - 甲
      - 乙
    - (一)丙
      1. 丁，
         戊。

    > 引文

    | 子 | 丑 |
    | --- | --- |
    | 一<br>二 | **三** |

    ---

    ## 附表1、具體作法表

    表前說明。

    - 承辦單位：行政科

    ### 一、基礎服務（200分）

    #### (一)一致

    - 完成期限：107年4月30日前

    1. 辦理如下：
       - (1)甲。
       - 乙。
    2. <b>不是標籤</b> & 「”引號”」。

    #### (二)友善

    1. 丙。
       - 完成期限：2018-05-31
       - 績效指標：12

    ---

    表後說明。

    ## 附表2、推動小組編組名冊

    | 組別 | 職稱 | 現職 | 姓名 | 職掌 |
    | --- | --- | --- | --- | --- |
    | 督導組 | 召集人 | 局長 | | 綜理 |
    | | 委員 | 科長 | | 督導 |
    """

  // MARK: What holds of every document

  /// Web pages have the same words in the same order.
  @Test(arguments: GoldenTests.outputs, [FormatName.odt, .docx])
  func wordsAreThoseOfTheWebPage(of output: (Seed, ViewName), as format: FormatName) throws {
    let document = PlanDocument(reading: try output.0.source())
    let checklist = document.plan.metadata.checklist.flatMap {
      ChecklistCatalog.builtIn.checklist(identifier: $0.string)
    }
    let parts = try Renderer.parts(of: document.content, checklist: checklist, for: output.1)
    try expectWords(of: parts, as: format)
  }

  @Test(arguments: 0..<15, formats)
  func generatedPlan(number: Int, format: FormatName) throws {
    var generator = PlanGenerator(seed: UInt64(number))
    let plan = generator.plan()
    let parts = try Renderer.parts(of: plan, checklist: nil, for: .measures)
    try expectWords(of: parts, as: format)
    let whole = try Renderer.render([.plan, .measures], of: .plan(plan), checklist: nil, as: format)
    #expect(try OfficeReader(whole).body().problems == [])
    #expect(try Renderer.render([.plan, .measures], of: .plan(plan), checklist: nil, as: format) == whole)
  }

  @Test(arguments: 0..<60, formats)
  func anyMixtureIsXMLWithTheWordsOfTheWebPage(number: Int, format: FormatName) throws {
    var random = SplitMix64(seed: UInt64(number))
    let pieces =
      HTMLTests.hostile + [
        "**", "`", "[", "](http://a.example/?a=1&b=2)", "\n", "\n\n", "\n- ", "\n  1. ", "\n> ",
        "\n\n| a | b |\n| - | - |\n| c |\n\n", "\n```\n", "\n# ", "\n---\n", "\\", "<!--", "-->", " ", "   ", "一、",
        "(一)",
        "\u{0}", "\u{7}", "\u{85}", "\u{202E}", "\u{2028}", String(decoding: [0xEF, 0xBF, 0xBF], as: UTF8.self), "\t",
        "\r", "字", "[^1]", "[甲]{.underline}",
        "&nbsp;",
      ]
    let text = (0...random.below(14)).map { _ in random.pick(pieces) }.joined()
    let table = TableView(title: text, intro: text, columns: [.init(text)], rows: [[.init(text)]], closing: text)
    try expectWords(of: [.table(table), .text(TextView(title: text, level: 3, body: text))], as: format)
  }

  /// The same words as in HTML; in a spreadsheet, where no mark can be shown, every part is XML.
  private func expectWords(of parts: [ViewPart], as format: FormatName) throws {
    let file = try OfficeReader(Renderer.bytes(of: parts, title: "題", as: format))
    try file.expectXML()
    let body = try file.body()
    #expect(body.problems == [])
    guard format != .ods else { return }
    let main = try #require(try HTMLReader.read(Renderer.text(of: parts, title: "題", as: .html)).all("main").first)
    var expected = main.text
    // The page has the title of the plan above everything.
    if case .text(let text)? = parts.first, text.level == 1 {
    } else {
      expected = String(expected.trimmingPrefix("\n題"))
    }
    #expect(dense(body.words) == dense(expected))
  }

  private func dense(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
  }

  /// Nesting and open marks without end must neither fill the stack nor take quadratic time.
  @Test(arguments: ["> ", "- ", "**a ", "`a``", "[", "[a](http://a", "<!--", "http://a ", "1. ", "\\", "(一)"], formats)
  func endlessRepetition(piece: String, format: FormatName) throws {
    let text = String(repeating: piece, count: 2000)
    let table = TableView(title: "表", columns: [.init("甲")], rows: [[.init(text)]])
    #expect(throws: Never.self) {
      try OfficeReader(Renderer.bytes(of: [.table(table), .text(TextView(title: "", body: text))], as: format)).body()
    }
  }

  // MARK: Details

  @Test func repeatedLabelsStandInEveryRow() throws {
    let cells: [[TableView.Cell]] = [
      [.init("甲"), .init("乙", origin: 1)], [.init("甲"), .init("乙", origin: 1)], [.init("丙"), .init("丁")],
    ]
    let table = TableView(title: "", columns: [.init("子", isHierarchy: true), .init("丑")], rows: cells)
    for (format, joined) in [
      (FormatName.odt, "covered"), (.ods, "covered"), (.docx, "vMerge"), (.html, "rowspan=\"2\""),
    ] {
      let merged = try content(of: [.table(table)], as: format, RenderOptions())
      let repeated = try content(of: [.table(table)], as: format, RenderOptions(repeatsLabels: true))
      #expect(merged.contains(joined) && !repeated.contains(joined))
      #expect(merged.count { $0 == "甲" } == 1 && repeated.count { $0 == "甲" } == 2)
      #expect(merged.count { $0 == "乙" } == 1 && repeated.count { $0 == "乙" } == 2)
    }
  }

  private func content(of parts: [ViewPart], as format: FormatName, _ options: RenderOptions) throws -> String {
    let bytes = Renderer.bytes(of: parts, as: format, options: options)
    if format.isText { return String(decoding: bytes, as: UTF8.self) }
    let name = format == .docx ? "word/document.xml" : "content.xml"
    return String(decoding: try OfficeReader(bytes).content(of: name), as: UTF8.self)
  }

  /// What a title or a section says is not said again, and what is for plantool alone not at all.
  @Test func fieldsForPlantoolAreNotHandedIn() throws {
    func fields(_ text: String, _ format: FormatName) throws -> [String] {
      let plan = PlanDocument(reading: SourceText(name: "a.plan.md", text: text)).plan
      let bytes = try Renderer.render(.plan, of: plan, checklist: nil, as: format)
      let words = format.isText ? String(decoding: bytes, as: UTF8.self) : try OfficeReader(bytes).body().words
      return ["機關：", "年度：", "期程：", "檢核表："].filter(words.contains)
    }
    let head = "# 某局107年度計畫\n\n- 機關：某局\n- 年度：107\n- 期程：107年1月至12月\n- 檢核表：police-107\n\n## 壹、"
    let other = head.replacing("# 某局107年度計畫", with: "# 提升計畫")
    #expect(try fields(head + "甲\n\n乙", .markdown) == ["機關：", "年度：", "期程：", "檢核表："])
    for format in [FormatName.html, .odt, .docx] {
      #expect(try fields(head + "甲\n\n乙", format) == ["期程："])
      #expect(try fields(head + "執行期程\n\n如題", format) == [])
      #expect(try fields(other + "甲", format) == ["機關：", "年度：", "期程："])
    }
  }

  @Test(
    arguments: [
      ("107年4月30日", "2018-04-30"), ("107年4月30日前", "2018-04-30"), ("107年12月5日止", "2018-12-05"),
      ("107年04月03日以前", "2018-04-03"), ("2018-05-31", "2018-05-31"), ("2018/5/1", "2018-05-01"),
      ("107年2月30日", nil), ("107年4月", nil), ("107年4月30日至5月1日", nil), ("7年4月30日", nil), ("107/4/30", nil),
      ("18-05-31", nil), ("2018-05-31-1", nil), ("107年4月30日起", nil), ("0107年4月30日", nil), ("107年004月30日", nil),
      ("12", nil), ("", nil), ("年月日", nil), ("99999999999999999999年1月1日", nil),
    ] as [(String, String?)])
  func daysOfASpreadsheetAreDates(text: String, day: String?) throws {
    let xml = try content(
      of: [.table(TableView(title: "表", columns: [.init("期限")], rows: [[.init(text)]]))], as: .ods, .init())
    #expect(xml.contains("office:value-type=\"date\" office:date-value=\"\(day ?? "")\"") == (day != nil))
    #expect(xml.contains("<text:p>\(text)</text:p>") || text.isEmpty)
  }

  @Test(
    arguments: [
      ("12", true), ("0", true), ("123456789", true), ("012", false), ("1234567890", false), ("1.5", false),
      ("１２", false),
      ("-3", false), ("", false),
    ])
  func countsOfASpreadsheetAreNumbers(text: String, isNumber: Bool) throws {
    let xml = try content(
      of: [.table(TableView(title: "表", columns: [.init("數")], rows: [[.init(text)]]))], as: .ods, .init())
    #expect(xml.contains("office:value-type=\"float\" office:value=\"\(text)\"") == isNumber)
  }

  @Test func sheetsHaveNamesThatEveryProgramTakes() throws {
    let long = String(repeating: "長", count: 40)
    let titles = ["附表1", "附表1", "", "a[b]*c?:/\\d'", long, long, "ABC", "abc", "附\n表", "\u{202E}x"]
    let xml = try content(
      of: titles.map { .table(TableView(title: $0, columns: [.init("甲")], rows: [])) }, as: .ods, .init())
    let names = xml.matches(of: /<table:table table:name="([^"]*)"/).map { String($0.1) }
    #expect(
      names == [
        "附表1", "附表1（2）", "表", "a b c d", String(long.prefix(31)), String(long.prefix(28)) + "（2）", "ABC", "abc（2）",
        "附 表", "x",
      ])
  }

  @Test(
    arguments: [
      ("a b", "a b"), (" a", "<text:s/>a"), ("a ", "a<text:s/>"), ("a  b", "a<text:s text:c=\"2\"/>b"),
      ("a\tb", "a<text:tab/>b"), ("a\t b", "a<text:tab/><text:s/>b"), ("　甲", "　甲"),
      ("甲 乙 丙", "甲 乙 丙"), ("", ""),
    ])
  func blanksAreKept(text: String, expected: String) throws {
    let table = TableView(title: "", columns: [.init("甲", isHierarchy: true)], rows: [[.init("`\(text)`")]])
    let xml = try content(of: [.table(table)], as: .odt, .init())
    #expect(xml.contains(text.isEmpty ? "``" : ">\(expected)</text:span>"))
  }

  /// A list inside a list costs as much as its depth in ODF, and Word has nine levels.
  @Test func listsAreAsDeepAsWordHasThem() throws {
    let text = (0..<12).map { String(repeating: "  ", count: $0) + "- 甲" }.joined(separator: "\n")
    let parts: [ViewPart] = [.text(TextView(title: "", body: text))]
    let bytes = Renderer.bytes(of: parts, as: .odt)
    var reader = try XMLReader(OfficeReader(bytes).content(of: "content.xml"), namespaces: .openDocument)
    var (depth, deepest, items) = (0, 0, 0)
    while let event = try reader.next() {
      switch event {
      case .start("text:list"): depth += 1
      case .end("text:list"): depth -= 1
      case .start("text:p"): items += 1
      default: break
      }
      deepest = max(deepest, depth)
    }
    #expect(deepest == 9 && items == 12)
    let word = try content(of: parts, as: .docx, .init())
    let levels = word.matches(of: /<w:ilvl w:val="(\d+)"/).compactMap { Int($0.1) }
    #expect(levels.count == 12 && levels.max() == 8)
  }
}
