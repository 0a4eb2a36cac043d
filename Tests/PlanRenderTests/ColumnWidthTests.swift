import Testing

@testable import PlanRender

@Suite("Widths of columns on paper")
struct ColumnWidthTests {
  @Test("A name of four characters stands on one line, however many columns there are")
  func titlesOfManyColumns() {
    let titles = ["構面", "策略主軸", "評核項目", "評核指標", "次指標", "行動方案", "目標值", "完成期限", "負責單位"]
    let words = ["顧客", "便利就醫", "掛號", "網路掛號率", "初診", "改版掛號網頁並簡化欄位。", "70%", "110年6月30日", "資訊室"]
    let table = TableView(
      title: "", columns: titles.map { TableView.Column($0) }, rows: [words.map { TableView.Cell($0) }])
    let width = OfficePage.landscape.textWidth
    let widths = ColumnWidths(of: table, spans: RowSpans(table), on: OfficeFont.paper(of: width)).widths(of: width)
    #expect(widths.reduce(0, +) == width)
    for (title, width) in zip(titles, widths) {
      let characters = title.unicodeScalars.count
      let room = (width - 2 * OfficeTable.padding) / (2 * OfficeFont.halfWidth(of: .columnTitle))
      #expect(room >= characters, "\(title): \(room)")
    }
  }
}
