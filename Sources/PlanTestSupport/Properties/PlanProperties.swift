import PlanFormats
import PlanModel
import PlanText
import PlanRender
import PlanReport
import PlanValidate

/// What must hold of a document whatever the file was.
enum PlanProperties {
  /// `everyOutput` is whether all formats and views are tried, and not one of each in turn, as they take longer than the reading.
  static func check(_ document: PlanDocument, everyOutput: Bool) throws(BrokenProperty) {
    for problem in document.problems { try check(problem.range, in: document.source, "a problem of reading") }
    try checkCanonicalForm(of: document)
    try checkConversions(of: document)
    try hold(PlanComparison(document.plan, document.plan).isEmpty, "The plan differs from itself.")
    let report = Validator().report(on: document, withConfirmations: true)
    try check(report)
    try checkFixes(of: report)
    try checkOutputs(of: report, all: everyOutput)
  }

  // MARK: Writing

  /// What `fmt` writes means the same and is written again as it is.
  private static func checkCanonicalForm(of document: PlanDocument) throws(BrokenProperty) {
    guard let text = try? PlanConversion.canonical(document) else { return }
    let again = PlanDocument(reading: SourceText(name: document.source.name, text: text), as: document.syntax)
    try hold(
      again.problems.allSatisfy(\.value.keepsContent), "The canonical form is not read: \(again.problems)\n\(text)")
    try hold(meaning(of: again) == meaning(of: document), "The canonical form means something else:\n\(text)")
    let second = try? PlanConversion.canonical(again)
    try hold(second == text, "The canonical form is not its own:\n\(text)\n--- and then\n\(second ?? "refused")")
  }

  /// A document that reads without a problem is the same in JSON, and in text or refused there.
  private static func checkConversions(of document: PlanDocument) throws(BrokenProperty) {
    guard document.problems.isEmpty else { return }
    guard let json = try? PlanConversion.convert(document, to: .json) else {
      throw BrokenProperty("A document without problems is not converted to JSON.")
    }
    let fromJSON = PlanDocument(reading: SourceText(name: "a.plan.json", text: json), as: .json)
    try hold(fromJSON.problems.isEmpty, "The JSON is not read: \(fromJSON.problems)\n\(json)")
    try hold(meaning(of: fromJSON) == json, "The JSON means something else:\n\(json)")
    // The canonical form of a text was looked at before.
    guard document.syntax == .json, let text = try? PlanConversion.convert(fromJSON, to: .text) else { return }
    let fromText = PlanDocument(reading: SourceText(name: "a.plan.md", text: text), as: .text)
    try hold(meaning(of: fromText) == json, "The text of the JSON means something else:\n\(text)")
  }

  private static func meaning(of document: PlanDocument) -> String { PlanJSON.output(document.content).text() }

  // MARK: Findings

  private static func check(_ report: FileReport) throws(BrokenProperty) {
    let source = report.document.source
    for finding in report.allFindings {
      try check(finding.range, in: source, finding.code)
      for note in finding.notes { try check(note.range, in: source, "a note of \(finding.code)") }
      for edit in finding.fixes.flatMap(\.edits) { try check(edit.range, in: source, "an edit of \(finding.code)") }
    }
    for confirmation in report.confirmations ?? [] {
      try check(confirmation.range, in: source, "a confirmation of \(confirmation.code)")
    }
  }

  /// A place is inside the file, and in a file that is UTF-8 no character is cut apart.
  private static func check(_ range: SourceRange, in source: SourceText, _ what: String) throws(BrokenProperty) {
    try hold(range.lowerBound >= 0 && range.upperBound <= source.bytes.count, "\(what) is at \(range), outside")
    guard !source.text(in: range).contains("\u{FFFD}") else {
      let bytes = source.bytes[range]
      try hold(
        isDamaged(source) || String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes),
        "\(what) at \(range) cuts a character apart")
      return
    }
  }

  private static func isDamaged(_ source: SourceText) -> Bool {
    !String(decoding: source.bytes, as: UTF8.self).utf8.elementsEqual(source.bytes)
  }

  /// Safe fixes leave a file that is text, says what it said, and has nothing left to be mended by them.
  private static func checkFixes(of report: FileReport) throws(BrokenProperty) {
    let result = Fixer(Validator()).fix(report.document)
    let after = result.report.document
    try hold(!result.isLimited, "The fixes do not come to an end.")
    guard !result.applied.isEmpty else { return }
    try hold(!isDamaged(after.source), "The fixes cut a character apart: \(result.applied)")
    try checkPromises(of: report.document, after)
    try hold(
      after.problems.count <= report.document.problems.count, "After the fixes the file reads worse: \(after.problems)")
    try check(result.report)
    let second = Fixer(Validator()).fix(after)
    try hold(second.applied.isEmpty, "There is still a safe fix: \(second.applied)")
  }

  /// Who does what, when, and how much of it: as it was where all was read, and nowhere another number. Where a part
  /// was not read, what is read now may hold more.
  private static func checkPromises(of document: PlanDocument, _ after: PlanDocument) throws(BrokenProperty) {
    guard document.problems.isEmpty else { return }
    let (before, now) = (Commitments(document.content), Commitments(after.content))
    try hold(before.who == now.who, "The fixes change who does it: \(before.who)\n\(now.who)")
    try hold(before.areKept(by: now), "The fixes change when or how much:\n\(before)\n\(now)")
  }

  // MARK: Outputs

  /// Every format prints the findings, and every view the plan.
  private static func checkOutputs(of report: FileReport, all: Bool) throws(BrokenProperty) {
    let turn = report.document.source.bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    func some<Case>(_ cases: [Case], _ number: Int) -> [Case] { all ? cases : [cases[number % cases.count]] }
    for language in some(Language.allCases, turn) {
      for format in some(ReportFormat.allCases, turn / 2) { try checkReport(report, format, language) }
    }
    let content = report.document.content
    let views = ViewName.allCases.filter { $0.documents.contains(content.kind) }
    for view in some(views, turn / 64) {
      for format in some(FormatName.allCases, turn / 16) {
        _ = try? Renderer.render([view], of: content, checklist: report.checklist, as: format)
      }
    }
  }

  private static func checkReport(
    _ report: FileReport, _ format: ReportFormat, _ language: Language
  ) throws(BrokenProperty) {
    let options = ReportOptions(language: language)
    let output = format.output([format.part(of: report, options)], options)
    switch format {
    case .concise:
      let findings = report.joiningRepeats().findings
      try hold(output.utf8.count { $0 == 0x0A } == findings.count, "A finding is not one line:\n\(output)")
    case .json, .sarif, .gitlab: try checkJSON(output)
    case .jsonl: for line in output.split(separator: "\n") { try checkJSON(String(line)) }
    default: break
    }
    try hold(
      output.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\r" && format == .csv
      },
      "A control character is printed as it is (\(format)):\n\(output)")
  }

  private static func checkJSON(_ text: String) throws(BrokenProperty) {
    let (node, problems) = JSONFile.read(SourceText(name: "output.json", text: text))
    try hold(node != nil && problems.isEmpty, "The output is no JSON: \(problems)\n\(text)")
  }
}
