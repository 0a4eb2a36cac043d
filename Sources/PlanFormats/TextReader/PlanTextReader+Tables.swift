import PlanText

extension PlanTextReader {
  /// Reports tables that are not read. `isKept` is whether the section keeps them as part of its text, in which lines
  /// may be code by their indentation.
  mutating func report(_ tables: [UnreadTableFinder.Found], isKept: Bool) {
    for table in tables where !isKept || tree.code(at: table.range.lowerBound)?.isBlock != true {
      problems.add(
        .tableNotRead(UnreadTable(form: table.form, mend: table.mend, isKept: isKept || table.isNested)),
        at: table.range)
    }
  }

  /// A table of measures in a section that is kept as text: nothing is checked in it.
  mutating func reportMeasures(among blocks: [Block]) {
    for block in blocks where block.kind == .table {
      let header = tree.header(of: block)
      if SectionClassifier.holdsMeasures(header), tree.code(at: block.range.lowerBound)?.isBlock != true {
        problems.add(.measuresInText, at: header.range)
      }
    }
  }
}
