import PlanText
import PlanValidate

/// The XML of JUnit, as CI servers read it: a suite a file, a test case a finding, and one that passes for a file
/// without any.
///
/// What is hidden is skipped, with the reason, and so is what no rule looked at.
struct JUnitReporter: Reporter {
  private let language: Language
  private let threshold: FailThreshold
  private let showsCheckpoints: Bool

  init(_ options: ReportOptions) {
    language = options.language
    threshold = options.threshold
    showsCheckpoints = options.showsCheckpoints
  }

  /// The checkpoints of the checklist are test cases: those without a recognised answer are skipped, as nobody knows that
  /// they fail.
  func part(of report: FileReport) -> ReportPart {
    ReportPart(report, text: suite(report), checkpoints: checkpoints(of: report))
  }

  func partNeedsCheckpoints(isConfirmed: Bool) -> Bool { showsCheckpoints }

  private func checkpoints(of report: FileReport) -> [String] {
    guard showsCheckpoints, let coverage = report.coverage, let checklist = report.checklist else { return [] }
    let name = xml(report.document.source.name)
    return coverage.points.map { point in
      let names = (checklist.names(to: point.entry) + [String(point.number)]).joined(separator: "/")
      let state = xml("\(point.state.status.title(language)) \(point.state.title(language))")
      let body = point.state.isMet ? "<system-out>\(state)</system-out>" : "<skipped message=\"\(state)\"/>"
      return """
            <testcase name="\(xml("checkpoint \(names)"))" classname="\(name)">
              \(body)
            </testcase>

        """
    }
  }

  func output(_ parts: [ReportPart]) -> String? {
    let failures = parts.reduce(0) { $0 + $1.counts.failures(threshold) }
    let tests = parts.reduce(0) { $0 + self.tests($1.counts) + $1.notChecked.count + $1.checkpoints.count }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(ToolInformation.name)" tests="\(tests)" failures="\(failures)" errors="0">
      \(parts.map(\.text).joined())</testsuites>

      """
  }

  private func tests(_ counts: FindingCounts) -> Int { max(1, counts.all) }

  private func suite(_ report: FileReport) -> String {
    let counts = FindingCounts(report)
    let source = report.document.source
    let name = xml(source.name)
    let none = LocalizedText(zh: "沒有問題", en: "no findings")
    let cases =
      report.findings.isEmpty && report.hidden.isEmpty
      ? "    <testcase name=\"\(none(language))\" classname=\"\(name)\"/>\n"
      : report.allFindings.map { testCase($0, in: source, className: name) }.joined()
    let notChecked = report.notChecked.parts
    let checkpoints = checkpoints(of: report)
    let skipped =
      report.hidden.count + notChecked.count + checkpoints.count { $0.contains("<skipped ") }
    return """
        <testsuite name="\(name)" tests="\(tests(counts) + notChecked.count + checkpoints.count)" failures="\(counts.failures(threshold))" errors="0" skipped="\(skipped)">
      \(cases)\(notChecked.map { self.skipped($0, in: source, className: name) }.joined())\(checkpoints.joined())  </testsuite>

      """
  }

  /// What no rule looked at, as a test that did not run.
  private func skipped(_ part: NotChecked.Part, in source: SourceText, className: String) -> String {
    let what = LocalizedText(zh: "沒有檢查", en: "not checked")(language)
    let place = part.range.map { " (\(source.placeText(at: $0.lowerBound, language)))" } ?? ""
    return """
          <testcase name="\(xml(what + " " + part.kind.rawValue + place))" classname="\(className)">
            <skipped message="\(xml(part.summary(language)))"/>
          </testcase>

      """
  }

  private func testCase(_ finding: Finding, in source: SourceText, className: String) -> String {
    let name = "\(finding.code) \(finding.name) (\(source.placeText(at: finding.range.lowerBound, language)))"
    var lines = [ConciseReporter.sentence(finding, in: source, language: language)]
    if let explanation = finding.explanation { lines.append(explanation(language)) }
    for note in finding.notes {
      lines.append("\(source.namedPlaceText(at: note.range.lowerBound, language)): \(note.text(language))")
    }
    let text = lines.map(xml).joined(separator: "\n")
    // What does not count against the plan is shown all the same.
    let body: String
    if let reason = finding.hiddenReason {
      body = "<skipped message=\"\(xml(reason(language)))\">\(text)</skipped>"
    } else if threshold.isFailure(finding) {
      body =
        "<failure message=\"\(xml(finding.summary(language)))\" type=\"\(finding.severity.rawValue)\">\(text)</failure>"
    } else {
      body = "<system-out>\(text)</system-out>"
    }
    return """
          <testcase name="\(xml(name))" classname="\(className)">
            \(body)
          </testcase>

      """
  }

  private func xml(_ text: String) -> String { MarkupText.escape(text) }
}
