import PlanText
import PlanValidate

/// A finding as people read it on a terminal and in the guide to the rules.
struct FindingText {
  let language: Language
  let style: TerminalStyle
  /// The number of columns for a source line.
  var width = SourceExcerpt.fullWidth
  /// Whether each place has the name of the file before it. Below a heading that names it, it has not.
  var namesFile = true
  /// How many kinds of other places are said of a finding; nil for all.
  var mostNotes: Int?

  /// A finding with its source line and all that belongs to it. What stands at the `hidden` places of that line is
  /// masked.
  func text(of finding: Finding, in source: SourceText, hiding hidden: [SourceRange] = []) -> String {
    var text = line(of: finding, in: source)
    text += SourceExcerpt(finding.range, in: source, hiding: hidden, width: width)
      .lines(style: style, severity: finding.severity)
    if let explanation = finding.explanation {
      text += "    = \(words("說明：", "Explanation: "))\(TerminalText.escape(explanation(language)))\n"
    }
    text += notes(of: finding, in: source)
    for fix in finding.fixes {
      text += "    = \(words("修正：", "Fix: "))\(TerminalText.escape(fix.title(language)))\n"
    }
    return text
  }

  /// The place of a finding and what it says, in one line.
  func line(of finding: Finding, in source: SourceText) -> String {
    let severity = style.severity(finding.severity, "\(finding.severity.title(language)) \(finding.code)")
    let indentation = namesFile ? "" : "  "
    let place = style.bold(place(finding.range, in: source))
    return "\(indentation)\(place) \(severity) \(TerminalText.escape(finding.summary(language)))\n"
  }

  private func notes(of finding: Finding, in source: SourceText) -> String {
    var lines: [String] = []
    var notes = finding.notes[...]
    while let first = notes.first {
      let said = first.text(language)
      let same = notes.prefix { $0.text(language) == said }
      lines.append("\(words("另見 ", "see "))\(places(of: same, in: source)) \(TerminalText.escape(said))")
      notes = notes.dropFirst(same.count)
    }
    if let mostNotes, lines.count > mostNotes {
      let rest = lines.count - mostNotes + 1
      lines.removeLast(rest)
      lines.append(words("另有 \(rest) 項，加上「--all」列出", "\(rest) more with “--all”"))
    }
    return lines.map { "    = \($0)\n" }.joined()
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

  private func place(_ range: SourceRange, in source: SourceText) -> String {
    namesFile
      ? source.namedPlaceText(at: range.lowerBound, language) : source.placeText(at: range.lowerBound, language)
  }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
}
