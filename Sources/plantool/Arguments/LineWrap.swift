import PlanText

/// Running text in lines that fit a terminal.
enum LineWrap {
  /// What may not begin a line, and what may not end one.
  private static let (noStart, noEnd): (Set<Character>, Set<Character>) = (
    ["，", "。", "、", "；", "：", "？", "！", "」", "』", "）", "…", "”", ")", ",", "."],
    ["「", "『", "（", "“", "("]
  )

  /// A text in lines of at most so many columns, broken at spaces and between Chinese characters. Lines after the first
  /// are indented.
  static func lines(_ text: String, width: Int, indentation: Int) -> [String] {
    let characters = Array(text)
    var lines: [String] = []
    var start = 0
    while start < characters.count {
      let room = lines.isEmpty ? width : width - indentation
      var (used, end, lastBreak) = (0, start, Int?.none)
      while end < characters.count {
        used += DisplayWidth.of(characters[end])
        if used > room, characters[end] != " " { break }
        end += 1
        if end < characters.count, canBreak(between: characters[end - 1], characters[end]) { lastBreak = end }
      }
      if end < characters.count { end = lastBreak ?? end }
      let padding = String(repeating: " ", count: lines.isEmpty ? 0 : indentation)
      lines.append(padding + String(characters[start..<max(end, start + 1)]).trimmingBlankEnd())
      start = max(end, start + 1)
    }
    return lines.isEmpty ? [""] : lines
  }

  private static func canBreak(between a: Character, _ b: Character) -> Bool {
    if b == " " || noStart.contains(b) || noEnd.contains(a) { return false }
    // What is written together stays together: 107年, 「PT301」.
    return a == " " || DisplayWidth.of(a) == 2 && (DisplayWidth.of(b) == 2 || noStart.contains(a))
  }
}

extension String {
  fileprivate func trimmingBlankEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
