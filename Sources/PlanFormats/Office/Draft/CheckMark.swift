import PlanText

/// What a line of a checklist begins with.
struct CheckMark {
  enum Kind {
    /// □
    case open
    /// ☑, ■
    case ticked
    /// ◎
    case guidance
    case none
  }

  let kind: Kind
  /// The words behind the mark.
  let words: String

  var isBox: Bool { kind == .open || kind == .ticked }

  static func read(_ line: String) -> CheckMark {
    let scalars = line.unicodeScalars.drop(while: \.showsNothing)
    let kind: Kind
    switch scalars.first {
    case "□", "☐", "▢", "◻": kind = .open
    case "☑", "■", "☒", "✔": kind = .ticked
    case "◎": kind = .guidance
    default: return CheckMark(kind: .none, words: line)
    }
    return CheckMark(kind: kind, words: String(scalars.dropFirst()).trimmingWhiteSpace())
  }
}

/// Where the boxes of a checklist's table are.
struct CheckMarks {
  /// Whether lines of the points begin with them. A form without boxes has a point on each line.
  let standInLines: Bool
  /// The column that has nothing but boxes.
  let column: Int?

  init(_ open: DraftPlan.OpenTable) {
    let points = open.header.checkpoints ?? open.table.width - 1
    standInLines = open.bodyRows.contains { row in
      open.blocks(row: row, column: points).paragraphs.contains { CheckMark.read($0.shown).isBox }
    }
    column = (0..<open.table.width).first { column in
      let cells = open.bodyRows.lazy.map { open.blocks(row: $0, column: column).text }.filter { !$0.isEmpty }
      return column != points && !cells.isEmpty
        && cells.allSatisfy { cell in
          let mark = CheckMark.read(cell)
          return mark.isBox && mark.words.isEmpty
        }
    }
  }
}
