import PlanText
import PlanValidate

/// Findings for people.
struct TextReporter: Reporter {
  let language: Language
  let style: TerminalStyle
  private let finding: FindingText
  /// How many findings of a file are shown; nil for all.
  private let limit: Int?
  private let showsCheckpoints: Bool
  /// Whether a line says of each plan how many checkpoints it answers: of many plans nobody reads it.
  private let sumsUpCheckpoints: Bool

  init(_ options: ReportOptions) {
    language = options.language
    style = TerminalStyle(isColored: options.isColored)
    finding = FindingText(language: language, style: style)
    limit = options.findingLimit
    showsCheckpoints = options.showsCheckpoints
    sumsUpCheckpoints = options.showsCheckpoints || options.fileCount <= Self.mostSummaries
  }

  func part(of report: FileReport) -> ReportPart {
    var text = ""
    let source = report.document.source
    let personal = report.findings.isEmpty ? [] : report.personalData
    let byLine = Dictionary(grouping: personal) { source.line(at: $0.lowerBound) }
    for finding in report.findings.prefix(limit ?? .max) {
      let line = source.line(at: min(finding.range.lowerBound, source.bytes.count))
      text += self.finding.text(of: finding, in: source, hiding: byLine[line] ?? []) + "\n"
    }
    if let limit, report.findings.count > limit {
      text += style.bold(cutOff(report.findings.count, to: limit, in: source.name)) + "\n\n"
    }
    let confirmations = report.confirmations?.map { confirmation in
      let message = TerminalText.escape(confirmation.summary(language))
      return "  \(finding.place(confirmation.range, in: source)) \(confirmation.code) \(message)\n"
    }
    let notChecked = report.notChecked.parts.map { part in
      let place = part.range.map { finding.place($0, in: source) } ?? TerminalText.escape(source.name)
      return "  \(place) \(TerminalText.escape(part.summary(language)))\n"
    }
    let isWanted = sumsUpCheckpoints || confirmations != nil
    let lines = isWanted ? CheckpointLines(report, language: language) : nil
    let list = showsCheckpoints ? lines?.list() : confirmations == nil ? nil : lines?.list(onlyMet: true)
    return ReportPart(
      report, text: text, confirmations: confirmations, notCheckedLines: notChecked,
      checkpoints: lines.map { [$0.summary + "\n"] + (list ?? []) } ?? [])
  }

  /// What holds stands by itself behind everything that needs a look.
  func output(_ parts: [ReportPart]) -> String {
    var text = parts.map(\.text).joined()
    if parts.contains(where: { $0.confirmations != nil }) {
      let lines = parts.flatMap { $0.confirmations ?? [] }
      text += style.bold(words("查核無誤的事項（\(lines.count)）：", "Checked and right (\(lines.count)):")) + "\n"
      text += lines.joined() + "\n"
      let open = parts.flatMap(\.notCheckedLines)
      if !open.isEmpty {
        text += style.bold(words("沒有檢查的部分（\(open.count)）：", "Not checked (\(open.count)):")) + "\n"
        text += open.joined() + "\n"
      }
    }
    return text + checkpoints(of: parts) + closing(parts)
  }

  /// The checkpoints of each plan; of many plans only those that were asked for one by one.
  private func checkpoints(of parts: [ReportPart]) -> String {
    let plans = parts.filter { !$0.checkpoints.isEmpty }
    let text = plans.flatMap(\.checkpoints).joined()
    return text.isEmpty || plans.allSatisfy({ $0.checkpoints.count == 1 }) ? text : text + "\n"
  }

  /// How many plans have a line about their checkpoints.
  private static let mostSummaries = 20

  private func cutOff(_ count: Int, to limit: Int, in name: String) -> String {
    let name = TerminalText.escape(name)
    return words(
      "\(name)：有 \(count) 個發現，這裡只列前 \(limit) 個；加上「--max-findings 0」全部列出。",
      "\(name): shown here are \(limit) of \(count) findings; “--max-findings 0” shows all.")
  }

  private func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }

  /// How many files and findings there were, and what was not looked at.
  func closing(_ parts: [ReportPart]) -> String {
    closing(FindingCounts(parts.map(\.counts))) + "\n" + NotCheckedLine(parts).text(language)
  }

  /// How many files and findings there were.
  private func closing(_ counts: FindingCounts) -> String {
    func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    let files = words("\(counts.files) 個檔案", plural(counts.files, "file"))
    if counts.files == 0 { return words("沒有檔案可以檢查。", "There was no file to check.") }
    let hidden = hidden(counts)
    if counts.count(atLeast: .note) == 0 {
      return words("檢查了 \(files)，沒有發現問題。", "Checked \(files): nothing found.") + hidden
    }
    return words(
      "檢查了 \(files)：\(counts[.error]) 個錯誤、\(counts[.warning]) 個警告、\(counts[.note]) 個提示。用「plantool explain 代號」看規則說明。",
      """
      Checked \(files): \(plural(counts[.error], "error")), \(plural(counts[.warning], "warning")), \(plural(counts[.note], "note")). “plantool explain CODE” \
      tells more about a rule.
      """) + hidden
  }

  /// What was found and is not shown, so that nobody takes it for solved.
  private func hidden(_ counts: FindingCounts) -> String {
    var parts: [String] = []
    if counts.suppressed > 0 {
      parts.append(words("\(counts.suppressed) 個依計畫裡的註解不計", "\(counts.suppressed) suppressed by comments"))
    }
    if counts.inBaseline > 0 {
      parts.append(words("\(counts.inBaseline) 個已列於基準檔", "\(counts.inBaseline) listed in the baseline"))
    }
    if parts.isEmpty { return "" }
    return words("另有 \(parts.joined(separator: "、"))。", " Not shown: \(parts.joined(separator: ", ")).")
  }
}
