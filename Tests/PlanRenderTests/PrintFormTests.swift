import PlanFormats
import PlanModel
import PlanRender
import PlanTestSupport
import PlanText
import Testing

/// What is printed otherwise than it is written, on request, and what is printed only where there is any.
@Suite struct PrintFormTests {
  private static let normalized = RenderOptions(normalizes: true)

  private func cells(
    deadline: String = "107年12月", units: String = "秘書室", rest: String = "", options: RenderOptions
  ) throws -> [String] {
    let plan = try PlanSketch.plan(
      "### 基礎\n\n1. 甲。\n   - 完成期限：\(deadline)\n   - 承辦單位：\(units)", rest: rest)
    let table = try PlanSketch.table(.measures, of: plan, options: options)
    return table.rows[0].map(\.text)
  }

  @Test(arguments: [
    ("2018/3/30", "107年3月30日"), ("107.03.05前", "107年3月5日前"), ("民國107年3月31日", "107年3月31日"),
    ("１０７／３／３１", "107年3月31日"), ("西元2018年3月31日前完成", "107年3月31日前完成"), ("107 年 3 月 31 日", "107年3月31日"),
    ("107.03.05至107.6.30", "107年3月5日至107年6月30日"), ("4/30、6/30", "4月30日、6月30日"), ("四月三十日", "4月30日"),
    ("2018/03", "107年3月"), ("107年04月", "107年4月"),
    // What is no date of numbers alone stays, and so does what cannot be said in another way.
    ("107年4月底", "107年4月底"), ("107年第2季", "107年第2季"), ("每月5日前", "每月5日前"), ("持續辦理", "持續辦理"), ("儘速", "儘速"),
    ("1910/3/30", "1910/3/30"), ("收件後3日內", "收件後3日內"),
  ])
  func deadline(written: String, printed: String) throws {
    #expect(try cells(deadline: written, options: Self.normalized)[2] == printed)
    #expect(try cells(deadline: printed, options: Self.normalized)[2] == printed)
    #expect(try cells(deadline: written, options: RenderOptions())[2] == written)
  }

  @Test(arguments: Seed.plans) func normalizedDeadlinesMeanTheSame(seed: Seed) throws {
    let plan = PlanDocument(reading: try seed.source()).plan
    for view in [ViewName.measures, .workItems, .strategies, .deadlines] {
      guard let written = try? Renderer.tables(of: plan, checklist: nil, for: view) else { continue }
      let printed = try Renderer.tables(of: plan, checklist: nil, for: view, options: Self.normalized)
      for (written, printed) in zip(written, printed) {
        for (column, heading) in written.columns.enumerated() where heading.content == .deadline {
          for (a, b) in zip(written.rows, printed.rows) {
            #expect(Deadline(PlanText(a[column].text)).meaning == Deadline(PlanText(b[column].text)).meaning)
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("秘書室/人事室；會計室", "秘書室、人事室、會計室"), ("秘 書 室，人事室", "秘書室、人事室"), ("各分局、大隊、隊；秘書室", "各分局、大隊、隊、秘書室"), ("秘書室；大隊", "秘書室、大隊"),
    ("秘室", "秘書室"), ("秘書室", "秘書室"), ("秘書室及人事室", "秘書室及人事室"), ("-", "-"),
  ])
  func units(written: String, printed: String) throws {
    let units = "## 附表9、單位表\n\n| 單位 | 別名 |\n| --- | --- |\n| 秘書室 | 秘室 |\n| 人事室 | |\n"
    #expect(try cells(units: written, rest: units, options: Self.normalized)[3] == printed)
  }

  @Test func daysForPrograms() throws {
    let options = RenderOptions(addsISODates: true)
    #expect(try cells(deadline: "4/30、6月底前", options: options).last == "2018-04-30 2018-06-30")
    #expect(try cells(deadline: "107年1月至107年6月", options: options).last == "2018-06-30")
    #expect(try cells(deadline: "賡續辦理，並請於6月29日前提供辦理情形", options: options).last == "2018-06-29")
    #expect(try cells(deadline: "每月", options: options).last == "")
    let plan = try PlanSketch.plan("### 基礎\n\n1. 甲。\n   - 完成期限：4/30、6月底前\n   - 承辦單位：秘書室")
    let deadlines = try PlanSketch.table(.deadlines, of: plan, options: options)
    #expect(deadlines.columns.last?.title == "西元日期")
    #expect(deadlines.rows.map { $0.last?.text } == ["2018-04-30", "2018-06-30"])
    let byUnit = try PlanSketch.table(.byUnit, of: plan, options: options)
    #expect(byUnit.rows.map { $0.last?.text } == ["2018-04-30 2018-06-30"])
  }

  @Test func progressHasAColumnWhereThereIsAny() throws {
    func titles(_ progress: String) throws -> [String] {
      let plan = try PlanSketch.plan("### 基礎\n\n1. 甲。\n   - 完成期限：107年12月\n\(progress)2. 乙。\n   - 完成期限：107年12月")
      return try PlanSketch.table(.measures, of: plan).columns.map(\.title)
    }
    let written = "   - 辦理情形：107年3月2日 已檢討（50%）\n   - 辦理情形：107年4月2日 已完成（100%）\n"
    #expect(try titles(written) == titles("") + ["辦理情形"])
    #expect(try titles("   - 辦理情形：\n") == titles(""))
    let plan = try PlanSketch.plan("### 基礎\n\n1. 甲。\n   - 完成期限：107年12月\n\(written)2. 乙。\n   - 完成期限：107年12月")
    let table = try PlanSketch.table(.measures, of: plan)
    #expect(table.rows.map { $0.last?.text } == ["107年3月2日 已檢討（50%）\n107年4月2日 已完成（100%）", ""])
  }
}
