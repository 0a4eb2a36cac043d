import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate

/// No row leaves its table in silence: what is drawn as a table is read as one, or is an error, wherever it stands.
@Suite struct UnreadTableTests {
  enum Fate {
    /// It is read, or kept as text.
    case clear
    /// The same, and a warning says what is a little wrong with it.
    case slip
    /// It is an error.
    case unread
  }

  /// Tables in spellings that Markdown does not know. `↓` stands where the finding begins, if there is one.
  static let tables: [(name: String, fate: Fate, text: String)] = [
    ("a blank line", .slip, "| 項目 | 期限 |\n| --- | --- |\n| 甲 | 3月 |\n\n↓| 乙 | 4月 |\n| 丙 | 5月 |"),
    ("three blank lines", .slip, "| 項目 | 期限 |\n|---|---|\n| 甲 | 3月 |\n\n \t\n\n↓| 乙 | |"),
    ("blank lines between all rows", .slip, "↓| 項目 | 期限 |\n\n| --- | --- |\n\n| 甲 | 3月 |\n\n| 乙 | 4月 |"),
    ("no line of dashes", .slip, "↓| 項目 | 期限 |\n| 甲 | 3月 |\n| 乙 | 4月 |"),
    ("one row alone", .unread, "↓| 項目 | 期限 | 單位 |"),
    ("no bars at the ends", .slip, "↓項目 | 期限 | 單位\n甲 | 3月 | 秘書室\n乙 | 4月 | 人事室"),
    ("two known columns", .slip, "↓承辦單位 | 完成期限\n秘書室 | 4月"),
    ("full-width dashes", .slip, "↓| 項目 | 期限 |\n|－－－|－－－|\n| 甲 | 3月 |"),
    ("a long dash and a hyphen", .slip, "↓| 項目 | 期限 |\n| —- | —- |\n| 甲 | 3月 |"),
    ("dashes without bars", .slip, "↓| 項目 | 期限 |\n---\n| 甲 | 3月 |"),
    ("equals signs", .slip, "↓項目 | 期限\n=== | ===\n甲 | 3月"),
    ("full-width bars", .slip, "↓｜項目｜期限｜\n｜---｜---｜\n｜甲｜3月｜"),
    ("full-width bars and dashes", .slip, "↓｜項目｜期限｜\n｜－－｜－－｜\n｜甲｜3月｜"),
    ("a row with full-width bars", .slip, "| 項目 | 期限 |\n| --- | --- |\n| 甲 | 3月 |\n↓｜乙｜4月｜"),
    ("drawn bars", .slip, "↓│項目│期限│\n│甲│3月│"),
    ("tabs", .clear, "↓項目\t期限\t單位\n甲\t3月\t秘書室\n\t4月\t人事室"),
    ("tabs and two known columns", .clear, "↓承辦單位\t完成期限\n秘書室\t4月"),
    ("tabs and numbers", .clear, "↓編號\t項目\t期限\n1.\t甲\t3月\n2.\t乙\t4月"),
    ("HTML", .clear, "↓<table>\n<tr><th>項目</th></tr>\n\n<tr><td>甲</td></tr>\n</table>"),
    ("HTML in capitals, in one line", .clear, "↓<TABLE border=\"1\"><TR><TD>甲</TD></TR></TABLE>"),
    ("rows of HTML", .unread, "↓<tr><td>甲</td><td>3月</td></tr>"),
    ("a table in a table", .unread, "↓<table><tr><td>\n<table><tr><td>甲</td></tr></table>\n</td></tr>\n\n</table>"),
    ("HTML in a box", .unread, "<div>\n↓<table>\n<tr><td>甲</td></tr>\n\n- 乙\n</table>\n</div>"),
    ("HTML with lists in it", .clear, "↓<table><tr><td>\n- 甲\n# 乙\n</td></tr></table>"),
    ("HTML that is not closed", .unread, "↓<table>\n<tr><td>甲</td></tr>"),
    ("a grid", .clear, "↓+------+------+\n| 項目 | 期限 |\n+======+======+\n| 甲   | 3月  |\n+------+------+"),
    ("a drawn frame", .clear, "↓┌──┬──┐\n│甲│乙│\n├──┼──┤\n│丙│丁│\n└──┴──┘"),
    ("columns", .clear, "↓項目    期限\n------  ------\n甲      3月"),
    ("columns without a header", .clear, "↓------  ------\n甲      3月\n乙      4月\n------  ------"),
    (
      "columns with blank lines", .clear,
      "↓---------------\n項目    期限\n------  ------\n甲      3月\n\n乙      4月\n---------------"
    ),
  ]

  /// Sections of every kind, with a place for a table.
  static let places: [(name: String, text: String)] = [
    ("narrative", "## 貳、目標\n\n民眾滿意。\n\n@\n\n文字。\n"),
    ("citations", "## 壹、計畫依據\n\n@\n\n- 一、某某市政府107年1月5日某研字第1070000001號函。\n"),
    ("measures", "## 附表1、具體作法表\n\n@\n\n### 基礎服務（200分）\n\n1. 檢討。\n"),
    ("measures, under a heading", "## 附表1、具體作法表\n\n### 基礎服務（200分）\n\n@\n\n1. 檢討。\n"),
    ("measures, behind them", "## 附表1、具體作法表\n\n### 基礎服務（200分）\n\n1. 檢討。\n\n@\n"),
    ("measures, the closing text", "## 附表1、具體作法表\n\n### 基礎服務（200分）\n\n1. 檢討。\n\n---\n\n@\n"),
    ("roster", "## 附表3、推動小組編組名冊\n\n@\n"),
    ("survey", "## 附表2、措施調查表\n\n@\n"),
    ("units", "## 附表4、單位表\n\n說明如下。\n\n@\n"),
    ("checklist", "## 附件、檢核表\n\n### 基礎服務（200分）\n\n@\n\n- [ ] 甲\n"),
    ("inspection log", "## 附表5、巡檢工作日誌\n\n### 環境\n\n@\n"),
    ("unknown attachment", "## 附表6、一覽\n\n@\n"),
  ]

  /// What stands before the sections.
  static let head = "# 甲機關107年度提升服務品質執行計畫\n\n- 機關：甲機關\n- 年度：107\n\n"

  static let inPlaces = places.indices.flatMap { place in tables.indices.map { (place, $0) } }

  @Test(arguments: inPlaces) func isReadOrAnErrorEverywhere(place: Int, table: Int) throws {
    let marked = MarkedText(
      Self.head + Self.places[place].text.replacing("@", with: Self.tables[table].text))
    try expect(Self.tables[table].fate, marked, "\(Self.places[place].name), \(Self.tables[table].name)")
  }

  @Test(arguments: tables.indices) func isAnErrorBeforeTheSections(table: Int) {
    // A table that is read has no place there, which is another error.
    let text = Self.tables[table].text
    guard text.hasPrefix("↓") else { return }
    expectOneError(MarkedText("\(Self.head)\(text)\n\n## 壹、目標\n\n文字。\n"), Self.tables[table].name)
    expectOneError(MarkedText("\(text)\n\n\(Self.head)## 壹、目標\n\n文字。\n"), Self.tables[table].name)
  }

  @Test(arguments: tables.indices) func isAnErrorInItemsAndQuotations(table: Int) {
    let text = Self.tables[table].text
    for (before, prefix) in [("- 一、下表：\n\n", "  "), ("", "> ")] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let inside = lines.map { line in
        let isMarked = line.hasPrefix("↓")
        return (isMarked ? prefix + "↓" + line.dropFirst() : prefix + line)
      }
      let marked = MarkedText(Self.head + "## 貳、目標\n\n" + before + inside.joined(separator: "\n") + "\n")
      expectOneError(marked, "\(prefix), \(Self.tables[table].name)")
    }
  }

  @Test(arguments: tables.indices) func isReadOrAnErrorInProposals(table: Int) throws {
    let head = "# 創意提案\n\n- 文件種類：創意提案\n- 提案名稱：甲\n\n"
    for section in ["背景說明", "提案人員", "實施方法", "實施範圍", "預期效益", "聯絡窗口", "提案類別"] {
      try expect(
        Self.tables[table].fate, MarkedText("\(head)## \(section)\n\n文字。\n\n\(Self.tables[table].text)\n"),
        "\(section), \(Self.tables[table].name)")
    }
  }

  /// Whatever is read can be written again with every word of it.
  func expect(_ fate: Fate, _ marked: MarkedText, _ name: String) throws {
    if fate == .unread { return expectOneError(marked, name) }
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: marked.text))
    let found = Validator().findings(on: document).filter { $0.code == "PT013" }
    #expect(found.allSatisfy { $0.severity == .warning }, "\(name): \(found.map { $0.summary(.zhHant) })")
    #expect(found.map(\.range.lowerBound) == (fate == .slip ? marked.offsets : []), "\(name)")
    guard let written = try? PlanConversion.canonical(document) else {
      #expect(document.problems.contains { !$0.value.keepsContent }, "\(name)")
      return
    }
    for word in ["甲", "乙", "丙", "3月", "4月", "秘書室", "人事室"] where marked.text.contains(word) {
      #expect(written.contains(word), "\(name): \(word)")
    }
  }

  func expectOneError(_ marked: MarkedText, _ name: String) {
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: marked.text))
    let found = Validator().findings(on: document).filter { $0.code == "PT013" && $0.severity == .error }
    #expect(found.map(\.range.lowerBound) == marked.offsets, "\(name): \(found.map { $0.summary(.zhHant) })")
    // The same is not said in other words.
    let others = document.problems.filter { problem in
      if case .misplaced = problem.value { true } else { false }
    }
    #expect(!others.contains { other in found.contains { $0.range.contains(other.range.lowerBound) } }, "\(name)")
  }

  // MARK: prose

  @Test(arguments: [
    "洽公民眾可由首頁 | 線上申辦查詢。", "服務項目分為申請｜查詢｜繳費三類，\n另有臨櫃｜電話｜網站三種管道。",
    "地址：某某市甲路1號｜電話：(02)2345-6789\n網址：example.gov.tw｜信箱：a@example.gov.tw",
    "|x| 為誤差之絕對值。", "```\n| 項目 | 期限 |\n| 甲 | 3月 |\n```", "~~~\n<table><tr><td>甲</td></tr></table>\n~~~",
    "電話：\t(02)2345-6789\n傳真：\t(02)2345-6780", "承辦人\t\t科長\t\t局長", "一、\t目標\n二、\t作法", "說明：\t甲\t乙，丙。\n另見\t丁。",
    "表格以 `<table>` 標籤製作，內含 `<tr>` 與 `<td>`。", "`| a | b |`\n`| c | d |`", "請勿使用 <table> 排版。", "甲\n\n---\n\n乙｜丙\n\n---",
    "甲｜乙\n\n---\n\n丙", "<pre>\n| 甲 | 乙 |\n| 丙 | 丁 |\n</pre>", "<div>\n申請｜查詢\n</div>", "- - -", "--- ---",
    "C++ 與 +1 及 --verbose 參數", "首頁 | 關於我們 | 聯絡資訊\n首頁 | 便民服務 | 線上申辦", "首頁｜便民｜申辦\n首頁｜公告｜新聞",
    "電話：02-12345678｜傳真：02-12345679｜信箱：a@example.gov.tw\n地址：甲路1號｜郵遞區號：100｜統編：12345678",
    "┌────┐\n│受理│\n└────┘\n  ↓\n┌────┐\n│審查│\n│陳核│\n└────┘".replacing("↓", with: "|"),
    "+----+\n|受理|\n|審查|\n+----+", "甲 | 乙\n丙 | 丁", "<!-- | 甲 | 乙 |\n| 丙 | 丁 | -->",
    "甲 \\| 乙 \\| 丙\n甲 \\| 乙 \\| 丙",
    "| 項目 | 期限 |\n| --- | --- |\n| 甲 | 3月 |\n\n資料來源：甲機關 | 研考科",
    "| 項目 | 期限 |\n| --- | --- |\n| A｜B | 3月 |\n\n| 單位 | 人數 |\n| --- | --- |\n| 甲 | 3 |",
    "單價 <t 者不計，a<tr 亦同。", "寫成 ``<table><td>a</td></table>`` 即可。", "寫成 `` ` <table><td>a</td></table> `` 即可。",
  ])
  func proseIsProse(text: String) {
    for section in [
      "## 貳、目標\n\n\(text)\n", "## 附表4、單位表\n\n\(text)\n\n| 單位 |\n| --- |\n| 秘書室 |\n",
      "## 壹、依據\n\n- 一、\(text.replacing("\n", with: "\n  "))\n",
    ] {
      let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: Self.head + section))
      let found = Validator().findings(on: document).filter { $0.code == "PT013" }
      #expect(found.isEmpty, "\(text): \(found.map { $0.summary(.zhHant) })")
    }
  }

  // MARK: rows without bars

  /// Text under the heading of a table that has no row, or right below a table. `↓` stands where the finding begins.
  @Test(arguments: [
    ("附表3、編組名冊", "↓職稱　　現職　　姓名\n召集人　分局長　王大明"), ("附表3、編組名冊", "↓職稱,現職,姓名\n召集人,分局長,王大明\n"),
    ("附表3、編組名冊", "說明如下。\n\n↓職稱，現職\n召集人，分局長"), ("附表3、編組名冊", "↓職稱\t現職\n召集人\t分局長\n委員"),
    ("附表2、措施調查表", "↓構面名稱   項目   措施名稱   措施內容\n基礎服務   服務一致   櫃臺   設單一窗口。"), ("單位表", "↓秘書室：秘書"),
    ("附表3、編組名冊", "↓召集人由分局長擔任，執行秘書由秘書室主任擔任。"),
    ("附表1、具體作法表", "↓各單位應依下列作法辦理。\n\n每月檢討逾期案件。"),
    ("附表1、具體作法表", "- 完成期限：107年4月\n\n↓每月檢討逾期案件。"), ("附件、檢核表", "↓服務及時性"), ("附表5、巡檢工作日誌", "↓一切正常"),
    ("附表3、編組名冊", "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n↓執行秘書,主任\n委員,科長"),
    ("附表3、編組名冊", "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n↓執行秘書　主任"),
    ("單位表", "| 單位 | 別名 |\n| --- | --- |\n| 秘書室 | 秘書 |\n\n↓行政科 | 行政\n資訊室 | 資訊"),
    ("單位表", "| 單位 | 別名 |\n| --- | --- |\n| 秘書室 | 秘書 |\n\n↓行政科 | 行政"),
  ])
  func textInPlaceOfRowsIsAnError(heading: String, text: String) {
    expectOneError(MarkedText("\(Self.head)## \(heading)\n\n\(text)\n"), "\(heading): \(text)")
  }

  /// Sections of tables that honestly have none, and remarks beside tables.
  @Test(arguments: [
    "", "無", "（無）", "無。", "詳附件", "如附表2", "詳如附件2之電子檔。", "本計畫無此項業務。", "<!-- 待補 -->", "另行函頒。",
    "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n\n承辦人　　局長", "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n註：甲,乙",
    "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n下表各欄，依府函格式。", "| 職稱 | 現職 |\n| --- | --- |\n\n尚待派任。",
  ])
  func honestSectionsAreFine(text: String) {
    for heading in ["附表3、編組名冊", "編組名冊", "附表1、具體作法表", "附表2、措施調查表", "單位表"]
    where !text.hasPrefix("|") || heading.hasSuffix("名冊") {
      let source = SourceText(name: "a.plan.md", text: "\(Self.head)## \(heading)\n\n\(text)\n")
      let found = Validator().findings(on: PlanDocument(reading: source)).filter { $0.code == "PT013" }
      #expect(found.isEmpty, "\(heading), \(text): \(found.map { $0.summary(.zhHant) })")
    }
    // What a heading names without a word for a table is prose as well.
    let prose = "## 推動小組\n\n本局成立推動小組，由局長擔任召集人。\n"
    #expect(RuleProbe("PT013", prose).findings.isEmpty)
  }

  /// A header of its own that lacks its dashes: without its blank line it would be a row.
  @Test func aSecondTableBelowATableLacksItsDashes() {
    let probe = RuleProbe(
      "PT013",
      "## 附表4、單位表\n\n| 單位 | 別名 |\n| --- | --- |\n| 秘書室 | 秘書 |\n\n↓| 職稱 | 現職 |\n| 召集人 | 分局長 |\n")
    #expect(probe.places == probe.marks)
    #expect(probe.summaries.allSatisfy { $0.has("缺少分隔列") })
  }

  @Test func aTableOfMeasuresInProseIsRead() throws {
    let table = "| 重點 | 推動作法 | 執行期間 |\n| --- | --- | --- |\n| 甲 | 乙 | ↓107年2月30日 |\n"
    let other = "### 一、分工\n\n| 單位 | 工作 |\n| --- | --- |\n| 甲 | 乙 |\n"
    let probe = RuleProbe("PT303", "## 伍、計畫內容\n\n文字。\n\n\(table)\n\(other)")
    #expect(probe.places == probe.marks)
    let document = PlanDocument(reading: probe.source)
    let text = String(decoding: probe.source.bytes, as: UTF8.self)
    #expect(try PlanConversion.canonical(document) == text)
    let parts = document.plan.sections.suffix(3)
    #expect(parts.map(\.content.kind) == [.narrative, .workItems, .narrative])
    #expect(parts.map(\.isContinuation) == [false, true, true])
    let json = try PlanConversion.convert(document, to: .json)
    let again = PlanDocument(reading: SourceText(name: "a.plan.json", text: json))
    #expect(again.problems.isEmpty)
    #expect(try PlanConversion.canonical(again) == json)
    #expect(try PlanConversion.convert(again, to: .text) == text)
  }
}
