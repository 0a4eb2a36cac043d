import PlanText

/// The mark of a row in a form: which measure it is, and what its cells said when the form was made, so that what the
/// unit has changed since is told from what the officer has. It stands in a comment.
struct ShareMark: Sendable {
  /// How many measures of the plan had the same words under the same headings, and which of them it is, from 1.
  let twin: Int
  let twins: Int
  let identity: String
  let path: String
  /// The sums of the values of each cell by its key; what was blank is left out.
  let sums: [(key: String, values: [String])]

  init(_ row: ShareRow, twin: Int, of twins: Int) {
    (self.twin, self.twins) = (twin, twins)
    (identity, path) = (row.identity, row.path)
    sums = row.cells.map { ($0.cell.key, $0.values.shareSums) }
  }

  func sums(of key: String) -> [String] { sums.first { $0.key == key }?.values ?? [] }

  /// The same as ``ShareRow/duty`` of the row as it was.
  var duty: String {
    [ShareCell.field(.deadline), .field(.units)].flatMap { sums(of: $0.key) + ["/"] }.joined()
  }

  /// Whether a row says what it said when the form was made.
  func isAsMade(_ row: ShareRow) -> Bool {
    row.cells.count == sums.count && row.cells.allSatisfy { sums(of: $0.cell.key) == $0.values.shareSums }
  }

  // MARK: As a comment

  static let title = "識別碼（請勿刪改）"

  var text: String {
    let cells = sums.map { "\($0.key)=\($0.values.joined(separator: ","))" }
    return ShareComment.text(Self.title, ["\(twin)/\(twins)", identity, path] + cells)
  }

  /// Nil where the comment is none, or damaged.
  init?(_ comment: String) {
    guard let words = ShareComment.words(of: comment, Self.title), words.count > 2 else { return nil }
    let numbers = words[0].split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    (twin, twins) = (numbers[0], numbers[1])
    (identity, path) = (words[1], words[2])
    sums = words[3...].map { word in
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (parts[0], parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : [])
    }
  }
}

/// What a form says of itself in comments before its title and behind its last row.
struct ShareHead: Sendable {
  /// The unit whose form it is.
  let unit: String
  /// Of which plan: by its agency and year.
  let plan: String
  /// The sum of what stands in it beside the rows.
  let frame: String

  static let title = "單位填報表（請勿刪改）"

  var text: String {
    // Two hyphens would end the comment.
    let name = String(
      scalars: unit.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
        switch scalar {
        case "-", "<", ">", "%", "\\", " ", "\n", "\t", "\r", "\u{3000}":
          Array("%\(String(scalar.value, radix: 16));".unicodeScalars)
        default: [scalar]
        }
      })
    return ShareComment.text(Self.title, ["unit=\(name)", "plan=\(plan)", "frame=\(frame)"])
  }

  init(unit: String, plan: String, frame: String) { (self.unit, self.plan, self.frame) = (unit, plan, frame) }

  init?(_ comment: String) {
    guard let words = ShareComment.words(of: comment, Self.title), words.count == 3,
      zip(words, ["unit=", "plan=", "frame="]).allSatisfy({ $0.hasPrefix($1) })
    else { return nil }
    unit = Self.name(words[0].dropFirst(5))
    plan = String(words[1].dropFirst(5))
    frame = String(words[2].dropFirst(6))
  }

  private static func name(_ written: Substring) -> String {
    var name = ""
    for (index, part) in written.split(separator: "%", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: ";"), let value = UInt32(part[..<end], radix: 16),
        let scalar = Unicode.Scalar(value)
      else {
        name += (index > 0 ? "%" : "") + part
        continue
      }
      name.unicodeScalars.append(scalar)
      name += part[part.index(after: end)...]
    }
    return name
  }
}

/// The measures that the plan had when the form was made, in order, and which of them are the form's: so a row that the
/// unit has deleted is missed, and a measure whose words the officer has changed is told from another.
struct ShareList: Sendable {
  let rows: [(identity: String, isOwn: Bool)]

  static let title = "填報表的作法清單（請勿刪改）"

  var text: String {
    ShareComment.text(Self.title, rows.map { $0.identity + ($0.isOwn ? "*" : "") }, wordsInLine: 10)
  }

  init(_ rows: [(identity: String, isOwn: Bool)]) { self.rows = rows }

  init?(_ comment: String) {
    guard let words = ShareComment.words(of: comment, Self.title) else { return nil }
    rows = words.map { ($0.hasSuffix("*") ? String($0.dropLast()) : $0, $0.hasSuffix("*")) }
  }
}

/// Words in a comment between a title and a sum by which damage is seen.
enum ShareComment {
  static func text(_ title: String, _ words: [String], wordsInLine: Int = .max) -> String {
    var text = title
    for (index, word) in (words + ["~" + sum(words)]).enumerated() {
      text += (index > 0 && index.isMultiple(of: wordsInLine) ? "\n" : " ") + word
    }
    return text
  }

  /// Nil where the comment has another title, or is damaged.
  static func words(of comment: String, _ title: String) -> [String]? {
    guard comment.hasPrefix(title) else { return nil }
    var words = comment.unicodeScalars.dropFirst(title.unicodeScalars.count)
      .split(whereSeparator: { " \n\r\t".unicodeScalars.contains($0) }).map { String($0) }
    guard let last = words.popLast(), last == "~" + sum(words) else { return nil }
    return words
  }

  /// Whether a comment is meant as one of them, be it damaged.
  static func isMeant(_ comment: String) -> Bool {
    [ShareMark.title, ShareHead.title, ShareList.title].contains { comment.hasPrefix($0) }
  }

  private static func sum(_ words: [String]) -> String { FNV1a(words.joined(separator: " ")).shortHex }
}
