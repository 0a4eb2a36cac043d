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
      "\(style.bold(Self.place(finding.range, in: source))) \(severity) \(TerminalText.escape(finding.summary(language)))\n"
    text += SourceExcerpt(finding.range, in: source, hiding: hidden).lines(style: style, severity: finding.severity)
    if let explanation = finding.explanation {
      text += "    = \(words("說明：", "Explanation: "))\(TerminalText.escape(explanation(language)))\n"
    }
    for note in finding.notes {
      text +=
        "    = \(words("另見 ", "see "))\(Self.place(note.range, in: source)) \(TerminalText.escape(note.text(language)))\n"
    }
    for fix in finding.fixes {
      text += "    = \(words("修正：", "Fix: "))\(TerminalText.escape(fix.title(language)))\n"
    }
    return text
  }

  static func place(_ range: SourceRange, in source: SourceText) -> String {
    let position = source.position(at: range.lowerBound)
    return "\(TerminalText.escape(source.name)):\(position.line):\(position.column)"
  }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
}
