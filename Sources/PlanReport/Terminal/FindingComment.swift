import PlanText
import PlanValidate

/// A finding as a comment in the margin of a document.
package enum FindingComment {
  /// What is wrong, more on it, other places and ways to mend it, each a line.
  package static func text(of finding: Finding, in source: SourceText, _ language: Language) -> String {
    func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
    var lines = [
      "\(finding.code) \(finding.severity.title(language))\(words("：", ": "))\(finding.summary(language))"
    ]
    if let explanation = finding.explanation { lines.append(explanation(language)) }
    for note in finding.notes.prefix(mostNotes) {
      let place = source.placeText(at: note.range.lowerBound, language)
      lines.append("\(words("另見 ", "See "))\(place)\(words("：", ": "))\(note.text(language))")
    }
    if finding.notes.count > mostNotes {
      lines.append(words("…（共\(finding.notes.count)處）", "… (\(finding.notes.count) places)"))
    }
    lines += finding.fixes.map { words("修正：", "Fix: ") + $0.title(language) }
    return lines.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
  }

  /// How many other places a comment names: the margin is narrow.
  private static let mostNotes = 20
}
