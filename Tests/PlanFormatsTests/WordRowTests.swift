import PlanFormats
import PlanOffice
import PlanTestSupport
import PlanText
import Testing

/// Rows of Word tables that do not begin at the left edge (`w:gridBefore`), as Word writes them where somebody drew the
/// table with the mouse.
@Suite struct WordRowTests {
  /// A document with a table of three columns; each row is how many of them it leaves out, and its cells.
  private func plan(_ rows: [(before: String, cells: [String])]) throws -> PlanDocument {
    PlanDocument(reading: try read(rows).source, as: .text)
  }

  private func read(_ rows: [(before: String, cells: [String])]) throws -> OfficePlan {
    let table = rows.map { row in
      let properties = row.before.isEmpty ? "" : "<w:trPr><w:gridBefore w:val=\"\(row.before)\"/></w:trPr>"
      let cells = row.cells.map { "<w:tc><w:p><w:r><w:t>\($0)</w:t></w:r></w:p></w:tc>" }.joined()
      return "<w:tr>\(properties)\(cells)</w:tr>"
    }.joined()
    let document = """
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
      <w:p><w:r><w:t>某某分局107年度提升服務品質執行計畫</w:t></w:r></w:p>\
      <w:p><w:r><w:t>附表1、具體作法表</w:t></w:r></w:p>\
      <w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>\(table)</w:tbl></w:body></w:document>
      """
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    zip.add("word/document.xml", Array(document.utf8))
    return try OfficePlan.reading(SourceText(name: "a.docx", bytes: zip.finished()))
  }

  private static let header = (before: "", cells: ["評核重點", "具體作法", "完成期限"])

  @Test func cellsStandInTheirColumns() throws {
    let document = try plan([
      Self.header, ("", ["服務及時性", "檢討逾期案件。", "107年4月"]), ("1", ["統計處理日數。", "107年5月"]), ("2", ["107年6月"]),
    ])
    let groups = document.plan.placedGroups(checklist: nil)
    #expect(groups.map(\.group.heading.string) == ["服務及時性"])
    let measures = groups.flatMap(\.group.measures)
    #expect(measures.map(\.text.string).prefix(2) == ["檢討逾期案件。", "統計處理日數。"])
    #expect(measures.prefix(2).map { $0.fields.deadline?.text.string } == ["107年4月", "107年5月"])
    // A deadline without a measure is somebody's words, and stays.
    #expect(document.source.text(in: 0..<document.source.bytes.count).contains("107年6月"))
  }

  /// What is no count of columns moves nothing, and what is more than there are makes no table wider without end.
  @Test(arguments: ["0", "-1", "x", "99999999999999999999"]) func countsThatMeanNothing(before: String) throws {
    let document = try plan([Self.header, (before, ["服務及時性", "檢討逾期案件。", "107年4月"])])
    #expect(
      document.plan.placedGroups(checklist: nil).flatMap(\.group.measures).map(\.text.string) == ["檢討逾期案件。"])
  }

  /// Words stay in a table that is a little wider, and are reported where no table is so wide.
  @Test(arguments: ["3", "100", "1000000000"]) func moreColumnsThanThereAre(before: String) throws {
    let read = try read([Self.header, ("", ["服務及時性", "甲。", "107年4月"]), (before, ["檢討逾期案件。"])])
    let text = read.source.text(in: 0..<read.source.bytes.count)
    #expect(text.utf8.count < 20_000)
    let reported = read.report.leftOut.map(\.text)
    #expect(text.contains("檢討逾期案件") != reported.contains("檢討逾期案件。"))
  }
}
