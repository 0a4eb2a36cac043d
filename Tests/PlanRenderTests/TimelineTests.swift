import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

@testable import PlanRender

@Suite struct TimelineTests {
  private static let metadata = "- 年度：107\n- 期程：107年1月1日至107年12月31日"

  private func plan(_ measures: String, metadata: String = metadata) throws -> Plan {
    try PlanSketch.plan("### 基礎\n\n#### 項目\n\n##### 重點\n\n\(measures)", metadata: metadata)
  }

  private func options(_ text: String?) throws -> RenderOptions {
    var options = RenderOptions()
    options.asOf = try text.map { try #require(ProgressEntry(text: PlanText($0)).date) }
    return options
  }

  private func lines(_ measures: String, asOf: String? = nil) throws -> [String] {
    let table = try PlanSketch.table(.timeline, of: try plan(measures), options: options(asOf))
    return asOf == nil ? table.lines(0, 1, 2) : table.lines(1, 2, 3)
  }

  @Test func daysAreCountedByHeading() throws {
    let rows = try lines(
      """
      1. 甲。
         - 完成期限：107年6月30日
      2. 乙。
         - 完成期限：6月
      3. 丙。
         - 完成期限：每季
      4. 丁。
         - 完成期限：持續辦理
      """)
    #expect(
      rows == ["重點|107年3月31日|1", "重點|107年6月30日|3", "重點|107年9月30日|1", "重點|107年12月31日|1"])
  }

  @Test func statesAreThoseOfStatus() throws {
    let measures = """
      1. 甲。
         - 完成期限：107年3月31日
         - 辦理情形：107年3月20日 已完成
      2. 乙。
         - 完成期限：107年3月31日
      3. 丙。
         - 完成期限：每季
         - 辦理情形：107年3月28日 檢討2類
         - 辦理情形：107年8月1日 檢討3類
      """
    #expect(
      try lines(measures, asOf: "107年7月2日") == [
        "107年3月31日|3|逾期1、已完成或已提報2", "107年6月30日|1|逾期1", "107年9月30日|1|尚未到期1", "107年12月31日|1|尚未到期1",
      ])
    // A report is on the time that it falls in.
    #expect(try lines(measures, asOf: "107年8月1日")[1...2] == ["107年6月30日|1|逾期1", "107年9月30日|1|已完成或已提報1"])
    #expect(
      try lines(measures, asOf: "107年1月2日") == [
        "107年3月31日|3|尚未到期3", "107年6月30日|1|尚未到期1", "107年9月30日|1|尚未到期1", "107年12月31日|1|尚未到期1",
      ])
  }

  @Test func withoutADayThereIsNoPicture() throws {
    let plan = try plan("1. 甲。\n   - 完成期限：持續辦理")
    for format in [FormatName.svg, .html, .markdown] {
      #expect(throws: RenderError.noDays) { try Renderer.text(.timeline, of: plan, checklist: nil, as: format) }
    }
  }

  /// The elements of a picture, which a strict reader has read.
  private func elements(of plan: Plan, asOf: String? = nil) throws -> [SVGElement] {
    let text = try Renderer.text(.timeline, of: plan, checklist: nil, as: .svg, options: options(asOf))
    return try SVGElement.all(in: text)
  }

  @Test func wordsOfThePlanAreWords() throws {
    let plan = try PlanSketch.plan(
      "### 基礎\n\n#### 項目\n\n##### <script>alert(1)</script>&\"'\n\n1. 甲。\n   - 完成期限：107年6月30日", metadata: Self.metadata)
    let known = Set(["svg", "rect", "text", "g", "title", "line", "circle", "path"].map { "svg:\($0)" })
    let elements = try elements(of: plan, asOf: "107年7月1日")
    #expect(Set(elements.map(\.name)).isSubset(of: known))
    let html = try Renderer.text(.timeline, of: plan, checklist: nil, as: .html)
    #expect(!html.contains("<script"))
  }

  /// Nothing is outside of the picture, however far a day is from the period.
  @Test(arguments: ["106年1月5日", "109年8月31日", "107年6月30日、107年7月1日、107年7月2日、107年7月3日", "每月", "每月1日、15日"])
  func everythingIsInside(deadline: String) throws {
    let plan = try plan("1. 甲。\n   - 完成期限：\(deadline)\n2. 乙。\n   - 完成期限：107年12月31日")
    let elements = try elements(of: plan, asOf: "107年7月1日")
    let svg = try #require(elements.first)
    let (width, height) = (try #require(svg.length("width")), try #require(svg.length("height")))
    for element in elements {
      for name in ["x", "x1", "x2", "cx"] {
        if let x = element.length(name) { #expect((0...width).contains(x)) }
      }
      for name in ["y", "y1", "y2", "cy"] {
        if let y = element.length(name) { #expect((0...height).contains(y)) }
      }
    }
  }

  /// Labels in one lane do not run into each other.
  @Test func labelsAreApart() throws {
    let days = (1...28).map { "107年6月\($0)日" }.joined(separator: "、")
    let plan = try plan("1. 甲。\n   - 完成期限：\(days)")
    let text = try Renderer.text(.timeline, of: plan, checklist: nil, as: .svg)
    let labels = try SVGElement.all(in: text).filter { $0["text-anchor"] == "middle" }
    #expect(labels.count > 3)
    let lanes = Dictionary(grouping: labels) { $0["y"] ?? "" }
    for lane in lanes.values {
      let spans = lane.map { label in
        let x = label.length("x") ?? 0
        let half = DisplayWidth.of(label.words) * 3
        return (x - half, x + half)
      }.sorted { $0.0 < $1.0 }
      for (a, b) in zip(spans, spans.dropFirst()) { #expect(a.1 < b.0, "\(spans)") }
    }
    // Every day is in one of the labels.
    #expect(labels.first?.words.hasPrefix("6/1") ?? false)
    #expect(labels.last?.words.contains("6/28") ?? false)
  }

  @Test(arguments: [("107年1月1日至107年12月31日", 12), ("107年1月1日至110年12月31日", 8), ("1年1月1日至300年12月31日", 10)])
  func theAxisHasNotTooManyLines(period: String, least: Int) throws {
    let plan = try plan("1. 甲。\n   - 完成期限：107年6月30日", metadata: "- 年度：107\n- 期程：\(period)")
    let years = try #require(plan.metadata.years.period)
    let lines = TimeScale(period: years, start: 0, width: 670).lines
    #expect((least...14).contains(lines.count))
    #expect(lines.map(\.day) == lines.map(\.day).sorted())
    #expect(lines.allSatisfy { years.contains($0.day) })
  }

  @Test func aPictureIsCutBetweenRows() throws {
    let measures = (1...60).map { "##### 重點\($0)\n\n1. 甲。\n   - 完成期限：107年6月30日\n" }.joined(separator: "\n")
    let plan = try PlanSketch.plan("### 基礎\n\n#### 項目\n\n" + measures, metadata: Self.metadata)
    let html = try Renderer.text(.timeline, of: plan, checklist: nil, as: .html)
    #expect(html.ranges(of: "<figure").count == 5)
    for number in 1...60 { #expect(html.ranges(of: ">重點\(number)<").count == 3) }
  }

  /// Each box of the checklist is drawn once, as what the table counts.
  @Test(arguments: [Seed.shilin, .taichung])
  func boxesAreThoseOfTheTable(seed: Seed) throws {
    let plan = PlanDocument(reading: try seed.source()).plan
    let checklist = try #require(
      plan.metadata.checklist.flatMap { ChecklistCatalog.builtIn.checklist(identifier: $0.string) })
    let table = try #require(try Renderer.tables(of: plan, checklist: checklist, for: .coverage).first)
    let picture = try #require(table.picture as? CoveragePicture)
    let titles = table.columns.map(\.title)
    let all = try #require(titles.firstIndex(of: "辦理事項數"))
    let met = try #require(titles.firstIndex(of: "已對應數"))
    #expect(picture.rows.map { "\($0.boxes.count)" } == table.rows.map { $0[all].text })
    #expect(picture.rows.map { "\($0.met)" } == table.rows.map { $0[met].text })
  }
}
