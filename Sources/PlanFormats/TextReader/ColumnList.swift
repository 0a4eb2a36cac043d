import PlanModel
import PlanText

/// 欄位：評核項目、具體作法＝工作重點 …: the columns of a table, each by one of its names, and behind ＝ what this table
/// calls it where that is none of them.
enum ColumnList {
  /// The columns, each with the name that it has here.
  ///
  /// 評核項目 and its like come once for each level between the first and the last, and 其他欄位＝服務對象 is a column
  /// of the plan's own.
  static func read(_ value: PlanText, problems: inout ProblemList) -> [(column: MeasureColumn, name: String)] {
    var items = 0
    return parts(of: value).compactMap { part in
      let name = part.name.string
      if let own = part.own, name == MeasureField.extra.name { return (.extra(own), own) }
      if let column = MeasureColumn.column(named: name) {
        if column == .item { items += 1 }
        return (column == .item && items > 1 ? .subItem(items - 1) : column, part.own ?? name)
      }
      let known = MeasureColumn.allCases.flatMap(\.names)
      problems.add(
        .unknownColumn(
          name, suggestion: FieldSlip.intended(by: name, among: known), known: MeasureColumn.allCases.map(\.name)),
        at: part.name.range)
      return nil
    }
  }

  /// The list as it is read.
  static func text(_ columns: [(column: MeasureColumn, name: String)]) -> String {
    columns.map { column, name in
      if let read = MeasureColumn.column(named: name), read.key == column.key, !isDivided(name) { return name }
      let known = column.isOwn ? MeasureField.extra.name : column.name
      return "\(known)\(equals)\(isDivided(name) ? "「\(name)」" : name)"
    }.joined(separator: "、")
  }

  private static let equals: Unicode.Scalar = "＝"
  private static let separators: ScalarSet = "、；;，,/／\n"
  private static let openings: ScalarSet = "(（「"
  private static let closings: ScalarSet = ")）」"

  /// Whether a name would be read as several.
  private static func isDivided(_ name: String) -> Bool {
    name.unicodeScalars.contains { separators.contains($0) || $0 == equals || $0 == "=" }
  }

  /// What stands between separators, of which those in brackets are part of a name.
  private static func parts(of value: PlanText) -> [(name: PlanText, own: String?)] {
    var parts: [(name: PlanText, own: String?)] = []
    var (offset, start, depth) = (0, 0, 0)
    var divider: Int?
    func add(upTo end: Int) {
      let name = value.part(start..<(divider ?? end)).trimmed
      var own = divider.map { value.part($0..<end).string }
      if own?.isEmpty == false { own?.unicodeScalars.removeFirst() }
      if name.isBlank, own == nil { return }
      parts.append((name, own.map(unquoted).flatMap { $0.isEmpty ? nil : $0 }))
    }
    for scalar in value.string.unicodeScalars {
      if openings.contains(scalar) { depth += 1 }
      if closings.contains(scalar) { depth = max(0, depth - 1) }
      if depth == 0, separators.contains(scalar) {
        add(upTo: offset)
        (start, divider) = (offset + UTF8.width(scalar), nil)
      } else if depth == 0, divider == nil, scalar == equals || scalar == "=" {
        divider = offset
      }
      offset += UTF8.width(scalar)
    }
    add(upTo: offset)
    return parts
  }

  private static func unquoted(_ name: String) -> String {
    let name = name.trimmingWhiteSpace()
    return name.hasPrefix("「") && name.hasSuffix("」") && name.unicodeScalars.count > 2
      ? String(name.dropFirst().dropLast()) : name
  }
}
