import PlanText

/// A line of plain text.
struct TextLine {
  /// From 1.
  let number: Int
  /// Which page it stands on, from 0: a form feed begins one.
  let page: Int
  /// Without white space at the end.
  let text: String

  var words: String { text.trimmingWhiteSpace() }
  var isBlank: Bool { text.unicodeScalars.allSatisfy(\.showsNothing) }
  var hasTabs: Bool { text.has(ascii: "\t") && cells.count { !$0.isEmpty } > 0 && cells.count > 1 }

  /// What stands between the tabs.
  var cells: [String] {
    text.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).trimmingWhiteSpace() }
  }

  /// How wide it is in a font of fixed width, from the first word on.
  var width: Int { words.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1) } }

  /// The pieces between gaps of two blanks or more, each with the columns that it takes.
  var pieces: [TextPiece] {
    var pieces: [TextPiece] = []
    var (column, blanks) = (0, 2)
    for scalar in text.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if scalar.showsNothing {
        blanks += scalar == "\u{3000}" ? 2 : 1
      } else {
        if blanks > 1 || pieces.isEmpty {
          pieces.append(TextPiece(text: "", columns: column..<column))
        } else if blanks == 1 {
          pieces[pieces.count - 1].text += " "
        }
        pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
        pieces[pieces.count - 1].columns = pieces[pieces.count - 1].columns.lowerBound..<(column + width)
        blanks = 0
      }
      column += width
    }
    return pieces
  }
}

/// Some words of a line, and the columns that they take in a font of fixed width.
struct TextPiece {
  var text: String
  var columns: Range<Int>
}
