extension BlockReader {
  /// How many lines at the beginning of a file are for other programs: `---`, `title: …` and its like, `---`.
  ///
  /// Only keys of ASCII are told from words: `備註：` between two rules is text.
  func linesOfFrontMatter(in container: Container) -> Int {
    guard container.depth == 0, container.hasHeadings, let first = lines.first, says(first, "---") else { return 0 }
    var hasKey = false
    for index in container.lines.dropFirst() {
      let own = lines[index]
      if says(own, "---") || says(own, "...") { return hasKey ? index + 1 : 0 }
      if hasKeyAtStart(own) {
        hasKey = true
      } else if !line.isBlank(own), !(hasKey && continuesValue(own)), source[own.start] != Ascii.hash {
        return 0
      }
    }
    return 0
  }

  private func says(_ own: MarkdownLine, _ mark: StaticString) -> Bool {
    own.range.count >= mark.utf8CodeUnitCount && source.has(mark, at: own.start, to: own.end)
      && source.isBlank((own.start + mark.utf8CodeUnitCount)..<own.end)
  }

  /// `title: …`
  private func hasKeyAtStart(_ own: MarkdownLine) -> Bool {
    let key = source[own.range].prefix { HTMLBlockStart.isLetter($0) || Ascii.isDigit($0) || $0 == 0x5F || $0 == 0x2D }
    return !key.isEmpty && HTMLBlockStart.isLetter(source[own.start]) && key.endIndex < own.end
      && source[key.endIndex] == Ascii.colon
  }

  /// `  - 研考`: an indented line, or one of a list.
  private func continuesValue(_ own: MarkdownLine) -> Bool {
    Ascii.isBlank(source[own.start]) || source.has("- ", at: own.start, to: own.end)
  }
}

extension Block {
  /// Whether a comment is what a file begins with for other programs.
  func isFrontMatter(in source: [UInt8]) -> Bool { kind == .comment && source[range.lowerBound] == Ascii.hyphen }
}

extension PlanText {
  /// Whether a comment keeps its own marks when it is written: it is what a file begins with for other programs.
  package var isFrontMatter: Bool {
    guard string.has("---\n") else { return false }
    let tree = BlockTree(SourceText(name: "", text: string))
    return tree.top.first.map { $0.isFrontMatter(in: tree.bytes) && $0.range.upperBound == string.utf8.count } ?? false
  }
}
