import PlanText

extension PlanTextReader {
  /// Reports tables that are not read. `isKept` is whether the section keeps them as part of its text, in which lines
  /// may be code by their indentation.
  mutating func report(_ tables: [UnreadTableFinder.Found], isKept: Bool) {
    for table in tables where !isKept || !isCode(table.range.lowerBound) {
      problems.add(
        .tableNotRead(UnreadTable(form: table.form, mend: table.mend, isKept: isKept || table.isNested)),
        at: table.range)
    }
  }

  /// A table of measures in a section that is kept as text: nothing is checked in it.
  mutating func reportMeasures(among blocks: [Block]) {
    for block in blocks where block.kind == .table {
      let header = tree.header(of: block)
      if SectionClassifier.holdsMeasures(header), !isCode(block.range.lowerBound) {
        problems.add(.measuresInText, at: header.range)
      }
    }
  }

  /// Whether a place is in a block of code.
  private mutating func isCode(_ offset: Int) -> Bool {
    let stretches = code ?? CodeScanner.code(in: source).filter(\.isBlock)
    code = stretches
    let index = stretches.halvingIndex(fromWhich: { $0.range.upperBound > offset })
    return index < stretches.count && stretches[index].range.contains(offset)
  }
}
