import PlanText

/// Divides the lines of a cell into measures: 一、 and 1-1 number measures in the tables of real plans, 1. and (一) what
/// one of them consists of.
enum MeasureParts {
  static func divide(_ lines: [DraftPlan.CellLine]) -> [[DraftPlan.CellLine]] {
    guard let first = lines.first.flatMap({ label(of: $0) }), first.style == .chinese || first.style == .pair,
      first.style == .pair || first.value == 1
    else { return [lines] }
    var parts: [[DraftPlan.CellLine]] = []
    var last = 0
    for line in lines {
      let label = label(of: line)
      if let label, label.style == first.style, label.style == .pair || label.value == last + 1 {
        parts.append([line])
        last = label.value
      } else {
        parts[parts.count - 1].append(line)
      }
    }
    return parts
  }

  private static func label(of line: DraftPlan.CellLine) -> Label? { Label.read(at: line.text)?.label }
}
