import PlanText

extension PlanTextReader {
  /// Reports tables that are not read, and those that are though a pipe table is nearly one. `isKept` is whether the
  /// section keeps them as part of its text, in which lines may be code by their indentation.
  mutating func report(_ tables: [TableFinder.Found], isKept: Bool) {
    for table in tables where !isKept || tree.code(at: table.range.lowerBound)?.isBlock != true {
      let isRead = table.table != nil
      if isRead, table.mend == nil { continue }
      problems.add(
        .strangeTable(
          StrangeTable(
            form: table.form, mend: table.mend, fate: isRead ? .read : isKept || table.isNested ? .kept : .lost)),
        at: table.range)
    }
  }
}

extension TableFinder.Found {
  /// The same where no table is read.
  var unread: TableFinder.Found {
    var found = self
    found.table = nil
    return found
  }
}

extension BlockTree {
  /// Where tables stand of which it is clear what they say, whatever their spelling, in order.
  package var tables: [SourceRange] {
    var finder = TableFinder(self)
    _ = finder.take()
    let others = finder.found.filter { $0.table != nil && $0.continued == nil }.map(\.range)
    return (blocks.filter { $0.kind == .table }.map(\.range) + others).sorted { $0.lowerBound < $1.lowerBound }
  }
}
