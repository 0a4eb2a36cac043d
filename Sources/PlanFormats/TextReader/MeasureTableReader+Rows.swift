import PlanModel
import PlanText

// Tables of measures, a row for each.
extension MeasureTableReader {
  /// Reads a table; `mayMend` is whether words can be put into its cells where they stand.
  mutating func read(_ table: MarkdownTable, mayMend: Bool) {
    sawTable = true
    let named = NamedTable<MeasureColumn>(table, literal: [.measure], problems: &problems)
    // A table with levels of its own stands under no measure before it: 壹、個別評核構面.
    if stack[stack.count - 1].group.isUnnamed, named.columns.contains(where: \.isLevel) { closeGroup() }
    let outer = stack.count
    var base = outer
    let columns = zip(named.columns, named.names).map { WrittenColumn($0, name: $1) }
    if !stack[base - 1].isStarted, stack[base - 1].group.columns == nil {
      stack[base - 1].group.columns = columns
      stack[base - 1].group.innerComments += comments.take()
    } else if stack[base - 1].group.columns != columns {
      // Two tables with the same columns are one that goes on.
      stack[base - 1].group.dissolveTable()
    }
    let hierarchy = named.columns.filter(\.isLevel)
    var fields = FieldsOfRows(named, bytes: table.range.count)
    var path: [MeasureColumn: PlanText] = [:]
    var isTooDeep = false
    for row in named.rows {
      if let heading = section(row, columns: named.columns) {
        append(&fields)
        fields.beginGroup()
        while stack.count > outer { closeGroup() }
        path = [:]
        if named.columns.contains(.dimension) {
          // The rows below leave out what they stand under.
          path[.dimension] = heading
          open(OpenGroup(headingLevel: 2 + stack.count, group: MeasureGroup(level: .focus, heading: heading)))
        } else {
          openTable(under: heading, columns: columns)
          base = stack.count
        }
        continue
      }
      func name(_ column: MeasureColumn) -> PlanText? {
        // A name that stands across two levels is that of the upper one.
        let cell = row[column]
        return cell.isBlank || row.owner(of: column) != column ? nil : cell
      }
      let changed = hierarchy.first { column in name(column).map { $0.string != path[column]?.string } ?? false }
      if changed == nil, fields.goOn(with: row) { continue }
      append(&fields)
      if let changed {
        fields.beginGroup()
        // A new dimension forgets the item and focus above it.
        for column in hierarchy.drop(while: { $0 != changed }) { path[column] = name(column) }
        while stack.count > base + hierarchy.prefix(while: { $0 != changed }).count(where: { path[$0] != nil }) {
          closeGroup()
        }
        for column in hierarchy.drop(while: { $0 != changed }) {
          guard let name = path[column] else { continue }
          // Only a table can hold more levels than Markdown has headings.
          if stack.count > Self.deepestLevel - 2, outer > 1, !isTooDeep {
            problems.add(.cellTooDeep(column: column.name, name: name.string), at: name.range)
            isTooDeep = true
          }
          open(OpenGroup(headingLevel: 2 + stack.count, group: MeasureGroup(level: .focus, heading: name)))
        }
      }
      // Without the column of measures, which was reported, nothing can be said of the rows.
      if named.columns.contains(.measure) { fields.begin(row) }
    }
    append(&fields)
    while stack.count > outer { closeGroup() }
    for cells in fields.continuedCells(mayMend: mayMend) {
      problems.add(.continuedCells(cells), at: cells.places[0])
    }
  }

  /// The heading that a row is: one cell across all columns, or words with a weight alone in a row.
  private func section(_ row: NamedTable<MeasureColumn>.Row, columns: [MeasureColumn]) -> PlanText? {
    guard let words = row.onlyCell, words.string.isOneLine, columns.contains(.measure) else { return nil }
    if row.isJoined { return words }
    return Weight.stated(in: words) != nil && row[.dimension].isBlank ? words : nil
  }

  /// Opens a heading under which the table goes on, as if it began anew there.
  private mutating func openTable(under heading: PlanText, columns: [WrittenColumn]) {
    stack[stack.count - 1].group.dissolveTable()
    open(OpenGroup(headingLevel: 2 + stack.count, group: MeasureGroup(level: .focus, heading: heading)))
    stack[stack.count - 1].group.columns = columns
  }

  /// Adds the measure of the rows that were read last.
  private mutating func append(_ rows: inout FieldsOfRows) {
    guard let row = rows.row else { return }
    rows.row = nil
    let (label, text) = labelled(row[.measure])
    var fields = MeasureFields()
    for (column, words) in rows.words(ofMeasure: !text.isBlank) {
      switch column {
      case .field(let field) where field.kind == .entries: fields[field] = .entries(ProgressEntry.entries(in: words))
      case .field(let field): fields[field] = cells.value(of: field, words)
      case .extra(let name): fields.add(.named([NamedText(name: name, text: words)]), to: .extra)
      case .dimension, .item, .subItem, .focus, .measure: break
      }
    }
    cells.part(&fields)
    // A row that only names a dimension, item or focus says that nothing is done there.
    if text.isBlank, fields.isEmpty { return }
    if rows.hasNoLevels { openUnnamed() }
    guard stack.count > 1 else {
      problems.add(.misplaced(.measureWithoutHeading), at: row.range)
      return
    }
    let measure = Measure(
      label: label, labelRange: label.map { row[.measure].sourceRange(of: 0..<$0.text.utf8.count) } ?? 0..<0,
      text: text, fields: fields, comments: comments, range: row.range)
    comments = []
    stack[stack.count - 1].group.measures.append(measure)
  }

  /// The number at the beginning of a cell, and the words behind it. Where further lines have numbers of that style,
  /// the cell holds a list and the number is part of it. In a 具體作法表, which does not print the numbers that
  /// Markdown gives, such a number is part of the words.
  private func labelled(_ cell: PlanText) -> (Label?, PlanText) {
    guard let (label, length) = Label.read(at: cell.string), layout.prints(label) else { return (nil, cell) }
    let isList = Self.isList(cell.string, numberedLike: label)
    return isList ? (nil, cell) : (label, cell.part(length..<cell.string.utf8.count))
  }

  /// Whether lines of a cell have numbers of a style below its first line.
  static func isList(_ words: String, numberedLike label: Label) -> Bool {
    words.lineSlices.dropFirst().contains { line in
      Label.read(at: line.unicodeScalars.drop { $0 == " " || $0 == "-" })?.label.style == label.style
    }
  }
}
