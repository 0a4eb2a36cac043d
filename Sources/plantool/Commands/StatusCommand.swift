import PlanAudit
import PlanFormats
import PlanModel
import PlanRender
import PlanReport
import PlanText

/// `plantool status`
enum StatusCommand: Command {
  private enum Format: String, CaseIterable {
    case text, csv, json, markdown, html
  }

  static let spec = CommandSpec(
    name: "status",
    summary: LocalizedText(
      zh: "依辦理情形列出逾期、即將到期的作法與尚未提報的單位", en: "list measures overdue or due soon, and units that have not reported"),
    details: LocalizedText(
      zh: """
        路徑與 validate 相同，可以是數份計畫或資料夾。每項作法依完成期限與辦理情形歸入逾期、即將到期、其後、已完成或無固定期限；每月、每季、多個日期等分次辦理的作法逐次計算，每次要有一筆在期間內的辦理情形。\
        只辦一次的作法要有寫明完成（100% 或「已完成」）的辦理情形才算完成。日期在 --as-of 之後的辦理情形不計。
        不寫 --as-of 時以執行當天（臺灣時間）為準，結果因此每天不同，並在標準錯誤說明。有逾期的作法時，結束代碼為 1。
        """,
      en: """
        Paths are the same as for validate: plans, or folders with plans. By its deadline and its reports (辦理情形), each measure is overdue, due soon, due later, done, or without a fixed date; work due every month or quarter, or on several dates, is counted each time and needs a report in each interval. \
        One-off work is done if a report says so (100%, or 「已完成」). Reports dated after --as-of do not count.
        Without --as-of, the current date (in Taiwan) is used, so the result changes from day to day; standard error says so. The exit status is 1 if something is overdue.
        """),
    operands: OperandSpec(usage: LocalizedText(zh: "[路徑 …]", en: "[PATH …]"), words: [], takesFiles: true),
    options: [
      DayOption.spec(
        LocalizedText(
          zh: "以這一天為準，例如 107年6月30日 或 2018-06-30", en: "show the state on this day, such as 2018-06-30 or 107年6月30日")),
      DayOption.withinSpec,
      .choice("format", Format.allCases.map(\.rawValue), zh: "輸出格式（預設 text）", en: "output format (default: text)"),
      LimitOptions.fileSizeSpec,
      .file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file"),
    ],
    examples: [
      CommandExample(
        "plantool status --as-of 107年6月30日 107.plan.md", zh: "看6月底的辦理情形", en: "show the state at the end of June 2018"),
      CommandExample(
        "plantool status --within 14 --format html -o 列管.html 計畫", zh: "把資料夾裡所有計畫的列管情形做成網頁",
        en: "make a web page for all plans in a folder, looking two weeks ahead"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let format = arguments.value("format").flatMap(Format.init) ?? .text
    let within = try DayOption.within(arguments)
    let day = try day(arguments, session)
    let sizeLimit = try LimitOptions.fileSize(arguments)
    let found = try PlanFiles.find(arguments.operands.isEmpty ? ["."] : arguments.operands, upTo: sizeLimit)
    found.complaints.forEach(session.complain)
    try OutputFile.refuse(arguments.output, onto: found.files)
    var isComplete = found.isComplete
    var plans: [PlanStatus] = []
    for file in found.files {
      do throws(FileTrouble) {
        try Supervision.begin(file)
        defer { Supervision.end() }
        let source = try PlanFiles.content(of: file, upTo: sizeLimit, for: .rendering).source
        let document = PlanDocument(reading: source)
        if document.proposal != nil {
          session.complain(
            LocalizedText(zh: "「\(file)」是創意提案，沒有辦理情形。", en: "“\(file)” is a proposal and has no progress."))
        } else if isReadable(document, session) {
          plans.append(PlanStatus(document, asOf: day, within: within))
        } else {
          isComplete = false
        }
      } catch {
        if let message = error.message { session.complain(message) }
        isComplete = false
      }
    }
    guard !plans.isEmpty else { return .failure }
    let language = session.language
    let report = StatusReport(plans, asOf: day, within: within, in: language) { source, offset in
      source.namedPlaceText(at: offset, language)
    }
    let output =
      switch format {
      case .text: OutputBytes(report.text())
      case .csv: OutputBytes(Renderer.bytes(of: report.records(), as: .csv), isText: true)
      case .json: OutputBytes(report.json())
      case .markdown: OutputBytes(Renderer.bytes(of: report.parts(), as: .markdown), isText: true)
      case .html: OutputBytes(Renderer.bytes(of: report.parts(), as: .html), isText: true)
      }
    try session.print(output, to: arguments.output)
    return !isComplete ? .failure : report.hasOverdue ? .findings : .success
  }

  /// Whether all measures of a plan are known; says so if not.
  private static func isReadable(_ document: PlanDocument, _ session: Session) -> Bool {
    guard document.problems.contains(where: \.value.hidesParts) else { return true }
    let name = document.source.name
    session.complainAboutReading(document)
    session.complain(
      LocalizedText(
        zh: "「\(name)」有無法判讀之處，列出的作法會有缺漏，因此沒有列。",
        en: "“\(name)” has parts that cannot be read, so its list would be incomplete; it was left out."))
    return false
  }

  /// The day that the command line names, or today, which is said.
  private static func day(_ arguments: ParsedArguments, _ session: Session) throws(UsageError) -> CalendarDate {
    if let day = try DayOption.day(arguments) { return day }
    let today = Today.inTaiwan
    session.tell(
      LocalizedText(
        zh: "沒有寫 --as-of，以今天（\(today.roc)）為準。\n", en: "Without --as-of, the state is as of today, \(today.iso).\n")(
          session.language))
    return today
  }
}
