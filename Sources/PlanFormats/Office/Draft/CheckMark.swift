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
