import PlanModel
import PlanTestSupport
import PlanText
import Testing

@testable import PlanFormats

@Suite("Plans in pages, texts and sheets")
struct PageImportTests {
  private func plan(_ name: String, _ text: String) throws -> OfficePlan {
    try OfficePlan.reading(SourceText(name: name, text: text))
  }

  private func text(_ plan: OfficePlan) -> String { String(decoding: plan.source.bytes, as: UTF8.self) }

  private func visible(_ text: String) -> String { text.withoutWhatShowsNothing }

  @Test("lose no character: each stands in the plan or in the report", arguments: ImportSamples.names)
  func nothingLost(name: String) throws {
    let document = try OfficeDocument(reading: ImportSamples.source(name))
    let plan = try OfficePlan.reading(ImportSamples.source(name))
    let kept = count(text(plan) + plan.report.leftOut.map(\.text).joined())
    let written = count(
      document.blocks.paragraphs.map(\.shown).joined() + document.leftOut.map(\.text).joined())
    #expect(!document.blocks.paragraphs.isEmpty)
    for (scalar, number) in written { #expect(kept[scalar, default: 0] >= number, "\(scalar) is lost") }
  }

  @Test("take the only numbered heading of a short document for a section")
  func onlyHeading() throws {
    let page = "<h1>某區公所107年度提升服務品質執行計畫</h1><p>壹、計畫依據</p><p>一、某函</p>"
    #expect(text(try plan("p.html", page)).contains("\n## 壹、計畫依據\n\n- 一、某函\n"))
    // The last number of a list that goes on elsewhere begins nothing.
    #expect(!text(try plan("p.html", page.replacing("壹、", with: "肆、"))).contains("## 肆、"))
  }

  @Test("part two levels in one cell, though both are numbered 1., 2.")
  func levelsNumberedAlike() throws {
    func row(_ cells: String...) -> String { "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>" }
    let table =
      "<table><tr><th>實施要領</th><th>執行策略</th><th>推動作法</th><th>執行期間</th></tr>"
      + row("一、環境", "<p>1. 設施</p><p>1. 動線</p>", "重劃動線。", "3月") + row("", "2. 標示", "增設標示。", "4月")
      + row("", "<p>2. 禮貌</p><p>1. 電話</p>", "測試電話。", "5月") + row("二、民意", "1. 調查", "辦理調查。", "6月")
      + row("", "2. 分析", "分析結果。", "7月") + "</table>"
    let page = "<h1>某所105年度提升服務品質實施計畫</h1><p>壹、計畫目標</p><p>提升服務。</p><p>附表1、工作要項執行表</p>"
    let document = PlanDocument(reading: try plan("p.html", page + table).source, as: .text)
    guard case .measures(let measures)? = document.plan.sections.last?.content else {
      Issue.record("no table of measures")
      return
    }
    #expect(
      paths(measures.groups, "") == [
        "環境/設施/動線/重劃動線。", "環境/設施/標示/增設標示。", "環境/禮貌/電話/測試電話。", "民意/調查/辦理調查。", "民意/分析/分析結果。",
      ])
  }

  /// Each measure behind the names of what it stands under.
  private func paths(_ groups: [MeasureGroup], _ above: String) -> [String] {
    groups.flatMap { group in
      let path = above + NameKey(group.heading.string).text + "/"
      return group.measures.map { path + $0.text.string } + paths(group.groups, path)
    }
  }

  /// How often each character that can be seen stands in a text.
  private func count(_ text: String) -> [Unicode.Scalar: Int] {
    Dictionary(text.unicodeScalars.filter { !$0.showsNothing }.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test(
    "keep every word of a file of text",
    arguments: ImportSamples.names.filter { $0.hasSuffix(".txt") || $0.hasSuffix("sv") })
  func wholeText(name: String) throws {
    let source = ImportSamples.source(name)
    let plan = try OfficePlan.reading(source)
    let kept = count(text(plan) + plan.report.leftOut.map(\.text).joined())
    let marks: Set<Unicode.Scalar> = [",", "\"", "\u{FEFF}"]
    for (scalar, number) in count(String(decoding: source.bytes, as: UTF8.self)) where !marks.contains(scalar) {
      #expect(kept[scalar, default: 0] >= number, "\(scalar) is lost")
    }
  }

  @Test("are read without a problem, and in their canonical form mean the same", arguments: ImportSamples.names)
  func canonical(name: String) throws {
    let document = PlanDocument(reading: try OfficePlan.reading(ImportSamples.source(name)).source, as: .text)
    #expect(document.problems.isEmpty, "\(document.problems)")
    let text = try PlanConversion.canonical(document)
    let again = PlanDocument(reading: SourceText(name: "", text: text), as: .text)
    #expect(again.problems.isEmpty, "\(again.problems)")
    #expect(try PlanConversion.canonical(again) == text)
  }

  @Test("say where each word stands", arguments: ImportSamples.names)
  func places(name: String) throws {
    let source = try OfficePlan.reading(ImportSamples.source(name)).source
    let place = try #require(source.places?.place(at: source.bytes.count - 1))
    if name.hasSuffix(".txt") || name.hasSuffix("sv") {
      #expect(place.line != nil && place.sheet == nil)
    } else if name.hasSuffix(".html") {
      #expect(place.line == nil && place.sheet == nil)
    } else {
      #expect(place.sheet == "工作表2")
    }
  }

  @Test("end in a plan or in a problem wherever they are cut off or damaged", arguments: ImportSamples.names)
  func damaged(name: String) throws {
    let source = ImportSamples.source(name)
    for place in stride(from: 0, to: source.bytes.count, by: max(1, source.bytes.count / 60)) {
      _ = try? OfficePlan.reading(SourceText(name: name, bytes: Array(source.bytes[..<place])))
      var bytes = source.bytes
      bytes[place] ^= 0x5F
      _ = try? OfficePlan.reading(SourceText(name: name, bytes: bytes))
    }
  }

  @Test("have the properties of every input", arguments: ImportSamples.names.filter { !$0.hasPrefix("measures.x") })
  func properties(name: String) throws { try InputKind.page.check(ImportSamples.source(name).bytes) }

  // MARK: Pages

  @Test("in other encodings are read, or refused by name")
  func encodings() throws {
    let page = "<html><meta charset=\"big5\"><p>某某分局107年度計畫</p></html>"
    #expect(text(try plan("a.html", page)).has("# 某某分局107年度計畫"))
    var big5 = Array("<html><head><meta charset=\"Big5\"></head><p>".utf8)
    big5 += [0xAC, 0x59, 0xAC, 0x59]
    #expect(throws: OfficeProblem.encoding("big5")) {
      try OfficePlan.reading(SourceText(name: "a.html", bytes: big5))
    }
    #expect(throws: OfficeProblem.encoding("")) {
      try OfficePlan.reading(SourceText(name: "a.csv", bytes: [0xAC, 0x59, 0x2C]))
    }
    for isLittle in [true, false] {
      let units = Array(("\u{FEFF}" + page).utf16)
      let bytes = units.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isLittle ? [low, high] : [high, low]
      }
      let read = try OfficePlan.reading(SourceText(name: "x", bytes: bytes))
      #expect(text(read).has("# 某某分局107年度計畫"))
    }
  }

  @Test("that nest, span and count without end are read")
  func hostilePages() throws {
    let deep = String(repeating: "<table><tr><td>", count: 5000) + "甲" + String(repeating: "</table>", count: 5000)
    #expect(text(try plan("a.html", deep)).has("甲"))
    let lists = String(repeating: "<ul><li>", count: 20_000) + "乙"
    #expect(text(try plan("a.html", lists)).has("乙"))
    let spans = String(
      repeating: "<tr><td rowspan=99999999999999999999 colspan=1000>丙<td rowspan=65534 colspan=-1>丁", count: 300)
    #expect(text(try plan("a.html", "<table>\(spans)")).has("丁"))
    for number in ["0", "-1", "99999999999999999999", "9223372036854775807", "x", ""] {
      let list = "<ol start=\(number)><li value='\(number)'>戊<li>己</ol><td rowspan=\(number)>庚<h9>"
      #expect(visible(text(try plan("a.html", list))).has("庚"))
    }
    let open = String(repeating: "<p style='display:none'>", count: 10_000) + "辛"
    let hidden = try plan("a.html", open)
    #expect(text(hidden).has("辛") || hidden.report.leftOut.contains { $0.text.has("辛") })
  }

  // MARK: Tables of values

  @Test("of values have quoted commas, line breaks and any separator")
  func values() throws {
    let rows = "職稱;現職;姓名\r\n\"召\"\"集\"\"人\";\"區\n長\";甲,乙\r\n"
    let read = text(try plan("a.csv", rows))
    #expect(read.has("<td>召\"集\"人</td><td>區<br>長</td><td>甲,乙</td>"))
    #expect(text(try plan("a.tsv", "職稱\t現職\n召集人\t甲;乙,丙")).has("<td>甲;乙,丙</td>"))
    // A quotation mark that is not closed goes on to the end.
    #expect(text(try plan("a.csv", "職稱,現職\n\"召集人,區長\n副,秘書")).has("副,秘書"))
    let wide = String(repeating: "甲,", count: 2000) + "\n"
    #expect(throws: OfficeProblem.tableTooLarge) { try plan("a.csv", wide) }
  }

  @Test("of measures carry the names of levels down to the blanks below them")
  func blankLevels() throws {
    let rows = """
      評核項目,評核重點,具體作法,承辦單位
      甲項,子重點,一法。,秘書室
      ,,二法。,
      乙項,,三法。,人事室
      """
    let document = PlanDocument(reading: try plan("a.csv", rows).source, as: .text)
    #expect(document.problems.isEmpty, "\(document.problems)")
    let groups = PlacedMeasures(of: document.plan, checklist: nil).measures.map { $0.measure.text.string }
    #expect(groups == ["一法。", "二法。", "三法。"])
    #expect(
      text(try plan("a.csv", rows)).has("<tr><td rowspan=\"2\">甲項</td><td rowspan=\"2\">子重點</td><td>一法。</td>"))
    #expect(text(try plan("a.csv", rows)).has("<tr><td>乙項</td><td></td><td>三法。</td>"))
  }

  @Test("of measures go on below a name that stands again on the next page")
  func repeatedLevels() throws {
    let rows = "評核項目,評核重點,具體作法,承辦單位\n甲項,子重點,一法。,秘書室\n甲項,,二法。,人事室\n"
    let read = try plan("a.csv", rows)
    #expect(text(read).has("<td rowspan=\"2\">子重點</td>"))
    let document = PlanDocument(reading: read.source, as: .text)
    #expect(document.problems.isEmpty && (try? PlanConversion.canonical(document)) != nil)
  }

  // MARK: Text

  @Test("of text in rows begin anew where the names of columns stand again")
  func repeatedNames() throws {
    let read = try plan("a.txt", "附表1、具體作法表\n具體作法\t承辦單位\n一法。\t甲課\n\n具體作法\t承辦單位\n二法。\t乙課\n")
    #expect(text(read).has("<tr><td>一法。</td><td>甲課</td></tr>\n<tr><td>二法。</td><td>乙課</td></tr>"))
    #expect(read.report.joinedTables == 1)
  }

  @Test("of a log keep the headings of its groups among its rows")
  func log() throws {
    let read = try plan(
      "a.txt",
      "巡檢工作日誌\t時間：__年__月__日\n巡檢項目\t08:30\t10:30\n一、環境\n(一)整潔\t<input type=\"checkbox\"/> 是\t□是\n二、設施\n(一)照明\t□是\t□是\n")
    let document = PlanDocument(reading: read.source, as: .text)
    #expect(document.problems.isEmpty, "\(document.problems)")
    #expect(text(read).has("### 二、設施\n\n| 巡檢項目 | 08:30 | 10:30 |"))
    #expect(text(read).has("| (一)整潔 | □ 是 | □是 |"))
  }

  @Test("of text join the lines that were full and leave the others")
  func wrapped() throws {
    let words = String(repeating: "服務品質", count: 10)
    let read = text(
      try plan(
        "a.txt",
        "某某分局107年度執行計畫\n壹、目標\n\(words)\n提升之。\n一、\(words)\n二、短句\n三、\(words)\nABC\n\(words)。\n\n完。\n貳、其他\n略。\n"))
    #expect(read.has("\(words)提升之。"))
    #expect(read.has("- 二、短句\n"))
    #expect(read.has("- 三、\(words)ABC"))
  }

  @Test("of text are no plan files, and plan files no texts")
  func kinds() {
    func kind(_ name: String, _ text: String) -> OfficeFileKind? {
      OfficeFileKind.of(SourceText(name: name, text: text))
    }
    #expect(kind("a.txt", "壹、依據\n") == .text)
    #expect(kind("a.txt", "# 計畫\n\n- 機關：某某分局\n") == nil)
    #expect(kind("a.txt", "# 計畫\n\n## 壹、依據\n") == nil)
    #expect(kind("a.txt", "## 甲\n評核項目\t具體作法\n") == .text)
    #expect(kind("a.plan.md", "壹、依據\n") == nil)
    #expect(kind("a.plan.md", "<!-- 註 -->\n# 計畫\n") == nil)
    #expect(kind("a.HTM", "<p>甲") == .page)
    #expect(kind("-", "\u{FEFF}  <!DOCTYPE html>") == .page)
    #expect(kind("a.csv", "甲,乙") == .values(isTabbed: false))
  }

  @Test(
    "of text whose lines say nothing but the page lose them to the report",
    arguments: [
      ("- 3 -", true), ("第 12 頁，共 30 頁", true), ("第3頁", true), ("－２－", true), ("3", false), ("12 / 30", false),
    ])
  func pageNumbers(words: String, isMarked: Bool) throws {
    let number = try #require(PageNumber(words))
    #expect(number.isMarked == isMarked)
    for other in ["107", "(3)", "3件", "第3次", "12,345", ""] { #expect(PageNumber(other)?.isMarked != true, "\(other)") }
  }
}
