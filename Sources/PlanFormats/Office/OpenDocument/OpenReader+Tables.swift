import PlanOffice
import PlanText

extension OpenReader {
  /// The table that has just begun, to its end.
  mutating func table() throws(XMLFault) -> [OfficeBlock] {
    var builder = OpenTableBuilder(number: counter.nextTable(), copies: counter.copiesLeft)
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("table:table-column"): builder.addColumns(try repeats("table:number-columns-repeated"))
      case .start("table:table-header-rows"): builder.isHeader = true
      case .end("table:table-header-rows"): builder.isHeader = false
      case .start("table:table-row"): try row(&builder)
      case .start("table:shapes"), .start("office:forms"): try xml.skipElement()
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    counter.copiesLeft = min(counter.copiesLeft, builder.copiesLeft)
    if builder.isTooLarge { fault = .tableTooLarge(limit: OfficeTable.placeLimit) }
    for text in builder.covered { counter.leaveOut(.coveredText, text) }
    return [.table(builder.table)]
  }

  private mutating func row(_ builder: inout OpenTableBuilder) throws(XMLFault) {
    let times = try repeats("table:number-rows-repeated")
    builder.beginRow()
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("table:table-cell"):
        let shape = OpenTableBuilder.Shape(
          columns: try repeats("table:number-columns-spanned"), rows: try repeats("table:number-rows-spanned"),
          times: try repeats("table:number-columns-repeated"))
        counter.enter(table: builder.number, row: builder.rowNumber, column: builder.column + 1)
        let blocks = try self.blocks()
        counter.leaveCell()
        builder.add(blocks, shape)
      case .start("table:covered-table-cell"):
        let times = try repeats("table:number-columns-repeated")
        counter.enter(table: builder.number, row: builder.rowNumber, column: builder.column + 1)
        let text = try blocks().text
        counter.leaveCell()
        builder.addCovered(text, times: times)
      default: break
      }
      if case .end = event, xml.depth < depth { break }
    }
    builder.endRow(times: times)
  }

  private func repeats(_ name: String) throws(XMLFault) -> Int {
    max(1, try xml.attribute(name).flatMap { Int($0) } ?? 1)
  }
}
