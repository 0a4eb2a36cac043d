import PlanText
import PlanValidate

/// A page of findings for people: one file that needs no other, by file and by rule, with the line of each finding and
/// what its rule says. Nothing in it is active; what filters it is style.
struct HTMLReporter: Reporter {
  private let options: ReportOptions
  /// How wide source lines are, in columns.
  private static let width = 120

  init(_ options: ReportOptions) { self.options = options }

  private var language: Language { options.language }

  func part(of report: FileReport) -> ReportPart {
    let source = report.document.source
    let sorted = report.findings.worstFirst
    let byLine = Dictionary(grouping: report.findings.isEmpty ? [] : report.personalData) {
      source.line(at: $0.lowerBound)
    }
    let items = sorted.map { finding in
      let line = source.line(at: min(finding.range.lowerBound, source.bytes.count))
      return item(finding, in: source, hiding: byLine[line] ?? [])
    }
    let notChecked = report.notChecked.parts.map { part in
      let place = part.range.map { source.placeText(at: $0.lowerBound, language) + " " } ?? ""
      return "<li>\(MarkupText.escape(place + part.summary(language)))</li>\n"
    }
    let agency = report.document.proposal == nil ? report.document.plan.metadata.agency?.string.excerpt(60) : nil
    let unchecked =
      notChecked.isEmpty
      ? "" : "<p>\(words("沒有檢查：", "Not checked:"))</p>\n<ul class=\"unchecked\">\n\(notChecked.joined())</ul>\n"
    let list = items.isEmpty ? "" : "<ol>\n\(items.joined())</ol>\n"
    let text = """
      <section class="file" id="\(HTMLPage.anchor(source.name))">
      <h2>\(MarkupText.escape(source.name))\(agency.map { " <small>\(MarkupText.escape($0))</small>" } ?? "")</h2>
      \(list)\(unchecked)</section>

      """
    return ReportPart(report, text: items.isEmpty && notChecked.isEmpty ? "" : text)
  }

  func output(_ parts: [ReportPart]) -> String? {
    let closing = ClosingLines(parts, options, ShownParts()).total
    return HTMLPage(language: language).text(of: parts, closing: closing)
  }

  private func item(_ finding: Finding, in source: SourceText, hiding hidden: [SourceRange]) -> String {
    let excerpt = SourceExcerpt(finding.range, in: source, hiding: hidden, width: Self.width)
    let (head, marked, tail) = excerpt.parts
    let number = excerpt.lineNumber.map { "<b>\($0)</b> " } ?? ""
    var lines = [
      "<pre>\(number)\(MarkupText.escape(head))<mark>\(MarkupText.escape(marked))</mark>\(MarkupText.escape(tail))</pre>"
    ]
    if let explanation = finding.explanation { lines.append("<p>\(MarkupText.escape(explanation(language)))</p>") }
    for note in finding.notes.prefix(Self.mostNotes) {
      let place = source.placeText(at: note.range.lowerBound, language)
      lines.append("<p class=\"see\">\(words("另見", "See")) \(MarkupText.escape("\(place) \(note.text(language))"))</p>")
    }
    if finding.notes.count > Self.mostNotes {
      lines.append("<p class=\"see\">\(words("…共 \(finding.notes.count) 處", "… \(finding.notes.count) places"))</p>")
    }
    for fix in finding.fixes {
      lines.append("<p class=\"fix\">\(words("修正：", "Fix: "))\(MarkupText.escape(fix.title(language)))</p>")
    }
    let place = MarkupText.escape(source.placeText(at: finding.range.lowerBound, language))
    return """
      <li class="\(finding.severity.rawValue) \(finding.code)">
      <p><span class="place">\(place)</span> <span class="severity">\(finding.severity.title(language))</span> \
      <a href="#\(finding.code)">\(finding.code)</a> \(MarkupText.escape(finding.summary(language)))</p>
      \(lines.joined(separator: "\n"))
      </li>

      """
  }

  /// How many other places of a finding are named.
  private static let mostNotes = 30

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
}
