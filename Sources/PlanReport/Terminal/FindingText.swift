import PlanText
import PlanValidate

/// A finding as people read it on a terminal and in the guide to the rules.
struct FindingText {
  let language: Language
  let style: TerminalStyle

  /// A finding with its source line and all that belongs to it. What stands at the `hidden` places of that line is
  /// masked.
  func text(of finding: Finding, in source: SourceText, hiding hidden: [SourceRange] = []) -> String {
    let severity = style.severity(finding.severity, "\(finding.severity.title(language)) \(finding.code)")
    var text =
      "\(style.bold(place(finding.range, in: source))) \(severity) \(TerminalText.escape(finding.summary(language)))\n"
    text += SourceExcerpt(finding.range, in: source, hiding: hidden).lines(style: style, severity: finding.severity)
    if let explanation = finding.explanation {
      text += "    = \(words("說明：", "Explanation: "))\(TerminalText.escape(explanation(language)))\n"
    }
    var notes = finding.notes[...]
    while let first = notes.first {
      let said = first.text(language)
      let same = notes.prefix { $0.text(language) == said }
      text += "    = \(words("另見 ", "see "))\(places(of: same, in: source)) \(TerminalText.escape(said))\n"
      notes = notes.dropFirst(same.count)
    }
    for fix in finding.fixes {
      text += "    = \(words("修正：", "Fix: "))\(TerminalText.escape(fix.title(language)))\n"
    }
    return text
  }

  /// path:194:8、206:8、217:8: places of which the same is said.
  private func places(of notes: ArraySlice<Finding.Note>, in source: SourceText) -> String {
    let all = notes.prefix(Self.mostPlaces).enumerated().map { index, note in
      if index == 0 { return place(note.range, in: source) }
      return source.placeText(at: note.range.lowerBound, language)
    }.joined(separator: words("、", ", "))
    let isCut = notes.count > Self.mostPlaces
    return all + (isCut ? words(" …等 \(notes.count) 處", " … (\(notes.count) places)") : "")
  }

  /// How many places are printed.
  private static let mostPlaces = 30

  func place(_ range: SourceRange, in source: SourceText) -> String {
    source.namedPlaceText(at: range.lowerBound, language)
  }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
}
