import PlanFormats
import PlanModel
import PlanText
import PlanValidate

/// `plantool init`
enum InitCommand: Command {
  static let spec = CommandSpec(
    name: "init",
    summary: LocalizedText(
      zh: "產生新計畫，或把去年的計畫改成新年度", en: "create a new plan, or make next year's plan from last year's"),
    details: LocalizedText(
      zh: """
        以 --agency 產生新計畫：各章節與待填的作法；加上 --checklist 時，列出檢核表的每個構面、項目與重點，沒有檢核表就不必寫，計畫會註明「檢核表：無」。以 --from 沿用舊計畫：計畫名稱、年度、期程與期限中的年份\
        改到新年度，辦理情形不沿用；內文不改寫，可能過時的年份、文號與數字以「<!-- 待確認：… -->」標出。「plantool validate」會列出待填與待確認之處。
        """,
      en: """
        With --agency, creates a new plan: the sections, and measures to be filled in. With --checklist, it has every dimension, item and focus of the checklist; leave it \
        out if there is none, and the plan says 「檢核表：無」. With --from, makes a new plan from an old one: the years in its title, period and deadlines move to the new year, and progress is dropped; texts are not rewritten, but years, document numbers and \
        figures in them that may be out of date are marked “<!-- 待確認：… -->”. “plantool validate” lists what needs to be filled in or confirmed.
        """),
    operands: .none,
    options: [
      .value(
        "year", title: LocalizedText(zh: "年度", en: "YEAR"), zh: "新計畫的民國年，例如 108",
        en: "the ROC year of the new plan, such as 108"),
      .checklist(zh: "檢核表：內建的代號，或自訂檢核表的檔案", en: "the checklist: a built-in identifier, or a file of your own"),
      .value("agency", title: LocalizedText(zh: "機關", en: "NAME"), zh: "機關全銜", en: "the full name of the agency"),
      .file("from", zh: "沿用這份計畫", en: "make the new plan from this one"),
      .flag(
        "review", zh: "把舊計畫的辦理情形整理成新計畫的「執行情形檢討」一節（與 --from 合用）",
        en: "collect the old plan's progress in a section 執行情形檢討 of the new plan (with --from)"),
      .file(
        "output", "o", zh: "把結果寫到檔案；已有的檔案不覆寫", en: "write the result to a file; an existing file is not overwritten"),
      .flag("force", zh: "覆寫 -o 的檔案", en: "overwrite the -o file"),
    ],
    examples: [
      CommandExample(
        "plantool init --checklist police-107 --agency 某某市政府警察局甲分局 --year 107 -o 107.plan.md", zh: "產生新計畫",
        en: "create a new plan"),
      CommandExample(
        "plantool init --agency 某某市甲地政事務所 --year 112 -o 112.plan.md", zh: "產生沒有檢核表的新計畫",
        en: "create a plan without a checklist"),
      CommandExample(
        "plantool init --from 107.plan.md --year 108 -o 108.plan.md", zh: "把 107 年的計畫改成 108 年",
        en: "make the plan for 108 from the one for 107"),
      CommandExample(
        "plantool init --from 107.plan.md --review --year 108 -o 108.plan.md", zh: "並把 107 年的辦理情形整理成檢討",
        en: "and collect the progress of 107 in a review"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    if let word = arguments.operands.first { throw UsageError.unexpectedOperand(word) }
    let agency = arguments.value("agency")?.trimmingWhiteSpace() ?? ""
    let lacksAgency = agency.isEmpty && !arguments.hasValue("from")
    guard let yearText = arguments.value("year"), !lacksAgency else {
      throw missing(year: !arguments.hasValue("year"), agency: lacksAgency)
    }
    guard let year = Int(yearText), (1...999).contains(year) else {
      let gregorian = Int(yearText).flatMap { (1912...2910).contains($0) ? $0 : nil } ?? 2019
      throw UsageError.notANumber(yearText, option: "--year", example: String(gregorian - CalendarDate.rocOffset))
    }
    if arguments.has("force"), !arguments.hasValue("output") {
      throw UsageError.optionNeeds(option: "--force", other: "-o")
    }
    if let old = arguments.value("from") {
      if arguments.value("agency") != nil { throw UsageError.conflictingOptions("--from", "--agency") }
      return try rollOver(old, to: year, arguments, session)
    }
    if arguments.has("review") { throw UsageError.optionNeeds(option: "--review", other: "--from") }
    let checklist = try ChecklistOption.checklist(arguments.value("checklist"))
    try OutputFile.refuse(arguments.output, onto: [arguments.value("checklist")])
    let plan = NewPlan.plan(agency: agency, year: year, checklist: checklist)
    let status = try write(plan, arguments, session)
    if status == .success, checklist == nil { tellFitting(agency, year, session) }
    return status
  }

  /// All that is missing for a new plan, an example, and the checklists that it can follow.
  private static func missing(year: Bool, agency: Bool) -> UsageError {
    let names =
      (year ? [LocalizedText(zh: "--year（新計畫的民國年）", en: "--year (the ROC year of the new plan)")] : [])
      + (agency
        ? [
          LocalizedText(
            zh: "--agency（機關全銜；沿用舊計畫請用 --from）",
            en: "--agency (the full name of the agency; to start from an old plan, use --from)")
        ] : [])
    let checklists = ChecklistCatalog.builtIn.identifiers
    let example = "plantool init --agency 某某市政府警察局甲分局 --year 107 --checklist police-107 -o 107.plan.md"
    return .unusable(
      LocalizedText(
        zh:
          "缺少選項 \(names.map(\.zhHant).joined(separator: "、"))。例如「\(example)」。檢核表有 \(checklists.joined(separator: "、"))；沒有檢核表就不必寫 --checklist。",
        en:
          "Missing: \(names.map(\.en).joined(separator: ", ")). For example “\(example)”. The checklists are \(checklists.joined(separator: ", ")); without one leave --checklist out."
      ))
  }

  /// Names the checklist that is known to be for this agency and year, which the plan could follow.
  private static func tellFitting(_ agency: String, _ year: Int, _ session: Session) {
    guard let fitting = ChecklistCatalog.builtIn.checklist(of: agency, year: String(year)) else { return }
    let message = LocalizedText(
      zh: "計畫註明「檢核表：無」；這個機關與年度另有檢核表，要依檢核表請加「--checklist \(fitting.identifier)」。\n",
      en: """
        The plan says 「檢核表：無」. There is a checklist for this agency and year; to follow it, add “--checklist \(fitting.identifier)”.

        """)
    session.tell(message(session.language))
  }

  private static func rollOver(_ path: String, to year: Int, _ arguments: ParsedArguments, _ session: Session) throws
    -> ExitStatus
  {
    try Supervision.begin(path)
    defer { Supervision.end() }
    try OutputFile.refuse(arguments.output, onto: [path, arguments.value("checklist")])
    let checklist = try ChecklistOption.checklist(arguments.value("checklist"))
    let document = PlanDocument(reading: try PlanFiles.read(path))
    let name = document.source.name
    guard !document.problems.contains(where: \.value.hidesParts) else {
      session.complainAboutReading(document)
      session.complain(
        LocalizedText(
          zh: "「\(name)」有無法判讀之處，沿用會有缺漏，因此沒有產生新計畫。",
          en: "“\(name)” has parts that cannot be read and would be lost; no plan was made from it."))
      return .findings
    }
    guard document.proposal == nil else {
      session.complain(
        LocalizedText(
          zh: "「\(name)」是創意提案，不是計畫，不能沿用。", en: "“\(name)” is a proposal, not a plan; no new plan can be made from it."))
      return .failure
    }
    guard
      let rollover = PlanRollover(
        document.plan, to: year, checklist: checklist, withReview: arguments.has("review"))
    else {
      session.complain(
        LocalizedText(
          zh: "「\(name)」沒有可辨認的年度，無從改成新年度。",
          en: "“\(name)” does not state its year, so it cannot be moved to a new year."))
      return .failure
    }
    if document.plan.metadata.intendedROCYear == year {
      session.complain(LocalizedText(zh: "「\(name)」已經是\(year)年度的計畫。", en: "“\(name)” is already a plan for \(year)."))
      return .failure
    }
    let status = try write(rollover.plan, arguments, session)
    if status == .success { session.tell(summary(of: rollover.report)(session.language)) }
    return status
  }

  private static func write(_ plan: Plan, _ arguments: ParsedArguments, _ session: Session) throws -> ExitStatus {
    let output = arguments.output
    if let output, !arguments.has("force"), PlanFiles.isTaken(output) {
      throw FileTrouble.exists(output)
    }
    if let output, output.hasSuffix(".\(PlanDocument.Syntax.json.rawValue)") {
      try session.print(PlanJSON.output(plan).text(), to: output)
      return .success
    }
    let text = PlanTextWriter.text(plan)
    // What a plan cannot hold (a name with a line break) must not end up in a file that reads differently.
    let reread = PlanDocument(reading: SourceText(name: output ?? "<stdout>", text: text), as: .text)
    guard reread.problems.isEmpty, PlanJSON.output(reread.plan).text() == PlanJSON.output(plan).text() else {
      session.complainAboutReading(reread)
      session.complain(
        LocalizedText(
          zh: "產生的計畫讀回來不一樣，因此沒有寫出。", en: "The new plan would not read back the same, so it was not written."))
      return .findings
    }
    try session.print(text, to: output)
    return .success
  }

  /// What was moved, marked, renamed, dropped and added.
  private static func summary(of report: PlanRollover.Report) -> LocalizedText {
    func list(_ title: LocalizedText, _ names: [String]) -> LocalizedText {
      let lines = names.map { "  \($0)\n" }.joined()
      return names.isEmpty
        ? LocalizedText(zh: "", en: "")
        : LocalizedText(zh: "\(title.zhHant)（\(names.count)）：\n\(lines)", en: "\(title.en) (\(names.count)):\n\(lines)")
    }
    let counts = LocalizedText(
      zh:
        "改到新年度的年份 \(report.movedDates) 處；標為待確認 \(report.marks) 處；不沿用的辦理情形 \(report.droppedProgress) 筆\(report.reviewedProgress > 0 ? "，移入檢討 \(report.reviewedProgress) 筆" : "")。\n",
      en:
        "Years moved: \(report.movedDates); places marked to be confirmed (待確認): \(report.marks); entries of progress dropped: \(report.droppedProgress)\(report.reviewedProgress > 0 ? ", moved into the review: \(report.reviewedProgress)" : "").\n"
    )
    return counts
      + list(LocalizedText(zh: "2月29日改為28日", en: "29 February became the 28th"), report.leapDays)
      + list(
        LocalizedText(zh: "依新檢核表更名", en: "Renamed as in the new checklist"),
        report.renamed.map { "\($0.old) → \($0.new)" })
      + list(
        LocalizedText(zh: "新檢核表沒有，留在表末", en: "Not in the new checklist, kept at the end of the table"), report.dropped)
      + list(LocalizedText(zh: "新檢核表新增，待填", en: "New in the checklist, to be filled in"), report.added)
  }
}
