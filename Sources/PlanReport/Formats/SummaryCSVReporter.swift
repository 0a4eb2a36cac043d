import PlanText
import PlanValidate

/// The findings summed up, for spreadsheet programs: a record a file, with a column for each rule that has any.
struct SummaryCSVReporter: Reporter {
  private let language: Language

  init(_ options: ReportOptions) { language = options.language }

  func part(of report: FileReport) -> ReportPart { ReportPart(report) }

  func output(_ parts: [ReportPart]) -> String? {
    let codes = Set(parts.flatMap { $0.counts.byRule.keys }).sorted()
    var text: [UInt8] = []
    CSVRecord.write(heading + codes, to: &text)
    for part in parts {
      let counts = part.counts
      let numbers =
        Severity.allCases.reversed().map { counts[$0] } + [counts.open.toBeFilledIn, counts.open.toBeConfirmed]
        + codes.map { counts.byRule[$0] ?? 0 }
      CSVRecord.write([part.agency ?? "", part.name] + numbers.map(String.init), to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private var heading: [String] {
    [LocalizedText(zh: "機關", en: "agency"), LocalizedText(zh: "檔案", en: "file")].map { $0(language) }
      + Severity.allCases.reversed().map { $0.title(language) }
      + [LocalizedText(zh: "待填", en: "to be filled in"), LocalizedText(zh: "待確認", en: "to be confirmed")]
      .map { $0(language) }
  }
}
