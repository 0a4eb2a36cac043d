import PlanFormats
import PlanReport
import PlanText
import PlanValidate

/// `plantool report`
enum ReportCommand: Command {
  static let spec = CommandSpec(
    name: "report",
    summary: LocalizedText(zh: "把許多機關的計畫做成一頁總覽", en: "give an overview of many agencies' plans on one page"),
    details: LocalizedText(
      zh: """
        路徑與 validate 相同，規則與設定檔也相同。總覽列出各機關的檢查結果（問題最多的在前）、各重點有幾份計畫提出作法、常見的問題、機關之間雷同的作法，寫了 --as-of 則另有逾期的作法；\
        每一項都有所在的位置。網頁只有一個檔案，不需要網路，可以用鍵盤排序與篩選。csv 一列一份計畫，json 有全部的內容。結束代碼與 validate 相同。
        """,
      en: """
        Paths, rules and configurations are the same as for validate. The overview has the findings of each agency (the worst first), how many plans have measures for each focus, common findings, measures that agencies share and, with --as-of, overdue measures; \
        everything with its place. The page is one file, needs no network, and can be sorted and filtered with the keyboard. csv has a record for each plan, json has everything. The exit status is that of validate.
        """),
    operands: OperandSpec(usage: LocalizedText(zh: "[路徑 …]", en: "[PATH …]"), words: [], takesFiles: true),
    options: [
      .choice(
        "format", PortfolioReport.Format.allCases.map(\.rawValue), zh: "輸出格式（預設依 -o 的副檔名，否則為 html）",
        en: "output format (default: by the extension of -o, else html)"),
      DayOption.spec(
        LocalizedText(
          zh: "另列這一天的辦理情形與逾期的作法，例如 107年6月30日 或 2018-06-30",
          en: "also tell progress and overdue measures on this day, such as 2018-06-30 or 107年6月30日")),
      DayOption.withinSpec,
    ] + SettingsFinder.specs + [
      LimitOptions.fileSizeSpec, LimitOptions.jobsSpec,
      .file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file"),
    ],
    examples: [
      CommandExample(
        "plantool report -o 總覽.html 計畫", zh: "把資料夾裡的所有計畫做成一頁總覽", en: "make an overview of all plans in a folder"),
      CommandExample(
        "plantool report --as-of 107年6月30日 -o 總覽.csv 計畫", zh: "一列一份計畫，含6月底的辦理情形",
        en: "a record for each plan, with its progress at the end of June 2018"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let output = arguments.output
    let format = try arguments.value("format").flatMap(PortfolioReport.Format.init) ?? format(of: output)
    let options = PortfolioOptions(
      language: session.language, asOf: try DayOption.day(arguments), within: try DayOption.within(arguments))
    if options.day == nil, arguments.hasValue("within") {
      throw UsageError.optionNeeds(option: "--within", other: "--as-of")
    }
    var finder = try SettingsFinder(arguments)
    let sizeLimit = try LimitOptions.fileSize(arguments)
    let found = try PlanFiles.find(arguments.operands.isEmpty ? ["."] : arguments.operands, upTo: sizeLimit)
    found.complaints.forEach(session.complain)
    try OutputFile.refuse(output, onto: found.files + finder.files)
    let (plans, faults) = try finder.settings(forAll: found.files)
    try OutputFile.refuse(output, onto: plans.flatMap(\.settings.files))
    let jobs = MemoryNeed.checking.threads(
      try LimitOptions.jobs(arguments), for: plans.map(\.file), upTo: sizeLimit)
    var parts: [PortfolioPart] = []
    var troubles: [FileTrouble] = []
    var (fails, findings) = (false, 0)
    var progress = ProgressLine(total: plans.count, session)
    try Parallel.deliver(plans.count, threads: jobs) { number -> Result<PortfolioPart, FileTrouble> in
      part(of: plans[number].file, plans[number].settings.validator, upTo: sizeLimit, options)
    } wait: { done in
      progress.show(done: done, findings: findings)
      return true
    } to: { number, result in
      switch result {
      case .success(let part):
        parts.append(part)
        findings += part.counts.count(atLeast: .note)
        fails = fails || part.counts.failures(plans[number].settings.threshold) > 0
      case .failure(let trouble): troubles.append(trouble)
      }
      progress.show(done: parts.count + troubles.count, findings: findings)
      return true
    }
    progress.clear()
    SettingsFinder.complain(about: faults, session)
    for message in troubles.compactMap(\.message) { session.complain(message) }
    guard !parts.isEmpty else { return .failure }
    try session.print(PortfolioReport(parts, options).output(format), to: output)
    let isComplete = found.isComplete && faults.isEmpty && troubles.isEmpty
    return !isComplete ? .failure : fails ? .findings : .success
  }

  /// The format of a file by its name; a page where that has no ending.
  private static func format(of output: String?) throws(UsageError) -> PortfolioReport.Format {
    guard let output, let ending = FilePath.name(of: output).split(separator: ".").dropFirst().last else {
      return .html
    }
    if let format = PortfolioReport.Format(rawValue: ending.lowercased()) { return format }
    let known = PortfolioReport.Format.allCases.map { ".\($0.rawValue)" }
    throw .unusable(
      LocalizedText(
        zh: "不能產生「.\(ending)」檔。可用的副檔名：\(known.joined(separator: "、"))；其他檔名請加上 --format。",
        en: "A “.\(ending)” file cannot be made. Known: \(known.joined(separator: ", ")); for other names add --format."
      ))
  }

  /// What is said of a plan, on whichever thread.
  private static func part(
    of file: String, _ validator: Validator, upTo sizeLimit: Int, _ options: PortfolioOptions
  ) -> Result<PortfolioPart, FileTrouble> {
    Result { () throws(FileTrouble) in
      try Supervision.begin(file)
      defer { Supervision.end() }
      var validator = validator
      validator.looksAtCheckpoints = true
      let source = try PlanFiles.content(of: file, upTo: sizeLimit, for: .checking).source
      return PortfolioPart(validator.report(on: PlanDocument(reading: source)), options)
    }
  }
}
