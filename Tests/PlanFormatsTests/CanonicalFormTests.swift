import Foundation
import PlanTestSupport
import Testing

@testable import PlanFormats
@testable import PlanText

/// The canonical form is one, keeps everything, and leaves what people placed where they placed it.
@Suite struct CanonicalFormTests {
  private func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  private func expectCanonical(_ text: String, _ note: String) throws {
    let first = document(text)
    let once = try PlanConversion.canonical(first)
    let second = document(once)
    #expect(try PlanConversion.canonical(second) == once, "\(note)")
    #expect(PlanJSON.output(second.plan).text() == PlanJSON.output(first.plan).text(), "\(note)")
  }

  @Test(arguments: 0..<10)
  func generatedPlansAreStable(block: UInt64) throws {
    for seed in (block * 30)..<(block * 30 + 30) { try expectCanonical(PlanGenerator.text(seed: seed), "seed \(seed)") }
  }

  @Test(arguments: ["seeds", "Examples"])
  func committedPlansAreCanonical(folder: String) throws {
    let root = Package.root.appending(path: folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: root.path) where name.hasSuffix(".plan.md") {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      #expect(try PlanConversion.canonical(document(text)) == text, "\(name)")
    }
  }

  /// A file may end in the middle of things, without a line break: in every section that is kept or reported, never a
  /// text that cannot be written.
  @Test(arguments: [
    "<pre>甲", "<script>甲", "<textarea>甲", "<style>甲", "<!-- 甲", "<?甲", "<div>甲", "```", "~~~ 甲", "> ```", "- ```",
  ])
  func whatIsOpenAtTheEndOfTheFileIsKeptOrReported(tail: String) throws {
    let example = Package.root.appending(path: "Examples/every-construct.plan.md")
    let parts = try String(contentsOf: example, encoding: .utf8).components(separatedBy: "\n## ")
    let log = "巡檢工作日誌\n\n### 一、環境\n\n| 巡檢項目 | 08:30至10:30 |\n| --- | --- |\n| 整潔 | □ 是 |\n"
    for section in parts.dropFirst() + [log] {
      for end in ["\n", "\n\n"] {
        let read = document(parts[0] + "\n## " + section.trimmingCharacters(in: .newlines) + end + tail)
        guard read.problems.allSatisfy(\.value.keepsContent) else { continue }
        #expect(throws: Never.self, "\(section.prefix(10)) \(end.count)") { try PlanConversion.canonical(read) }
      }
    }
  }

  /// A number may stand left of the text that it belongs to; written anew it stands at its beginning.
  @Test(arguments: ["", " ", "  ", "   ", "    "], ["", " ", "  ", "   ", "      "])
  func aFieldUnderANumberIsReportedWhereverTheNumberStands(number: String, field: String) {
    let read = document(
      "# 計畫\n\n## 附表1、具體作法表\n\n### 甲\n\n- (1)訂定計畫。\n  - 承辦單位：乙科\n\(number)(2)適時調整。\n\(field)- 完成期限：107年4月\n")
    guard read.problems.allSatisfy(\.value.keepsContent) else { return }
    #expect(throws: Never.self) { try PlanConversion.canonical(read) }
  }

  /// Sorted into their order, any field can become the first: a comment before it then stands before the list.
  @Test func commentsStayWithTheFieldsUnderTheTitleInAnyOrder() throws {
    let fields = ["機關：甲", "年度：107", "期程：107年", "檢核表：police-107"]
    for first in fields.indices {
      let turned = fields[first...] + fields[..<first]
      for order in [Array(turned), turned.reversed()] {
        let lines = order.map { "<!-- \($0.prefix(2))之前 -->\n- \($0)" }
        try expectCanonical("# 計畫\n\n" + lines.joined(separator: "\n") + "\n\n## 壹、緣起\n\n說明。\n", "\(order)")
      }
    }
  }

  @Test func commentsStayWithTheFieldsOfHeadingsAndMeasuresInAnyOrder() throws {
    let fields = ["完成期限：107年4月", "承辦單位：甲科", "預期效益：減少等候"]
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]] {
      let lines = order.flatMap { ["<!-- \(fields[$0].prefix(2))之前 -->", "- \(fields[$0])"] }
      let heading = "### 甲\n\n\(lines.joined(separator: "\n"))\n\n"
      let measure = "1. 檢討。\n\n    \(lines.joined(separator: "\n    "))\n    <!-- 最後 -->\n"
      for list in ["", lines.joined(separator: "\n") + "\n\n"] {
        try expectCanonical("# 計畫\n\n## 附表1、具體作法表\n\n" + list + heading + measure, "\(order)")
      }
    }
  }

  @Test func commentsStayWhereTheyAre() throws {
    let text = """
      <!-- 最前面 -->

      # 計畫

      <!-- 清單之前 -->

      - 機關：甲
      <!-- 年度之前 -->
      - 年度：107
      - 期程：107年

      <!-- 章節之前 -->

      ## 壹、計畫依據

      <!-- 依據之前 -->
      - 一、甲函
      - 二、乙函

      ## 附表1、具體作法表

      <!-- 整表期限之前 -->
      - 完成期限：107年4月

      <!-- 構面之前 -->

      ### 基礎服務

      <!-- 單位之前 -->
      - 承辦單位：甲

      <!-- 第一項之前 -->
      1. 甲
         <!-- 期限之前 -->
         - 完成期限：107年5月
         <!-- 最後 -->
      <!-- 第二項之前 -->
      2. 乙

      ### 服務遞送

      <!-- 表格之前 -->

      | 評核項目 | 具體作法 | 完成期限 |
      | --- | --- | --- |
      | 服務便捷 | 甲 | |
      | | 乙 | 107年6月 |

      ## 附表3、編組名冊

      <!-- 名冊之前 -->

      | 職稱 | 現職 | 姓名 | 職掌 | 備考 |
      | --- | --- | --- | --- | --- |
      | 召集人 | | | | |

      ## 附表4、檢核表

      ### 基礎服務

      <!-- 方塊之前 -->
      - [ ] 甲

      > 在甲與乙之間

      <!-- 小標之前 -->
      - 小標
        - [ ] 乙
        <!-- 小標之內 -->
        - [x] 丙

      > 在最後

      <!-- 檔尾 -->

      """
    #expect(try PlanConversion.canonical(document(text)) == text)
  }

  @Test func pipeTablesStayPipeTables() throws {
    let text = """
      ## 附表1、具體作法表

      | 評核構面 | 評核項目 | 評核重點 | 承辦單位 | 具體作法 |
      | --- | --- | --- | --- | --- |
      | 甲（100分） | 乙 | 丙 | 秘書室 | 一<br>二 |
      | | | | 行政科 | 三\\|四 |
      | | | 丁 | | |
      | | 戊 | | | 五 |
      | 己 | | 庚 | | 六 |
      | | 辛 | 壬 | | 七 |
      | | 癸 | | | 八 |

      （附註）

      """
    #expect(try PlanConversion.canonical(document(text)) == text)
  }

  /// A table that something else stands beside, or that cannot hold what there is, becomes headings.
  /// Only lines that are numbered like the measure make a list of its cell.
  @Test func numberedMeasuresOfSeveralLinesStayRows() throws {
    let head = "# 計畫\n\n## 附表1、具體作法表\n\n| 評核項目 | 具體作法 | 完成期限 |\n| --- | --- | --- |\n"
    let rows = "| 服務友善 | 一、盤點設施：<br>(一)指標。<br>(二)服務鈴。 | 107年4月 |\n"
    #expect(try PlanConversion.canonical(document(head + rows)) == head + rows)
  }

  @Test func tablesBesideListsBecomeHeadings() throws {
    let mixed = "## 附表1、具體作法表\n\n### 甲\n\n- 一\n\n| 評核項目 | 具體作法 |\n| --- | --- |\n| 乙 | 二 |\n"
    #expect(try PlanConversion.canonical(document(mixed)) == "## 附表1、具體作法表\n\n### 甲\n\n- 一\n\n#### 乙\n\n- 二\n")
  }

  @Test func groupsOfARosterAreNamedOnce() throws {
    let text = """
      ## 附表3、編組名冊

      | 組別 | 職稱 | 現職 | 姓名 | 職掌 | 備考 |
      | --- | --- | --- | --- | --- | --- |
      | 督導組 | 召集人 | | | | |
      | | 副召集人 | | | | |
      | 執行組 | 委員 | | | | |

      """
    #expect(try PlanConversion.canonical(document(text)) == text)
    #expect(try PlanConversion.canonical(document(text.replacing("| | 副", with: "| 督導組 | 副"))) == text)
  }

  @Test func formsKeepTheirColumns() throws {
    let text = """
      ## 編組名冊

      | 職稱 | 組別 | 工作內容 | 備註 |
      | --- | --- | --- | --- |
      | 區長 | 督導組 | 督導 | |
      | 課長 | | 執行 | |

      ## 單位表

      | 單位名稱 | 簡稱 |
      | --- | --- |
      | 勤務指揮中心 | 勤指中心 |

      """
    #expect(try PlanConversion.canonical(document(text)) == text)
  }

  @Test func contradictionsAreNotWrittenOver() {
    let json = #"{"format":"plantool/1","period":{"text":"107年4月","to":"2018-04-29"},"sections":[]}"#
    let document = PlanDocument(reading: SourceText(name: "a.plan.json", text: json))
    #expect(throws: PlanConversion.Problem.self) { try PlanConversion.canonical(document) }
  }
}
