import PlanText
import PlanReport
import PlanValidate

/// `plantool validate`
enum ValidateCommand: Command {
  static let confirmedSpec = OptionSpec.flag(
    "confirmed", zh: "另外列出查核無誤的事項（text 與 json 格式）", en: "also list what was verified (formats text and json)")
  static let checkpointsSpec = OptionSpec.flag(
    "checkpoints", zh: "另外列出檢核表每一辦理事項的結果與對應之處（concise、jsonl、github 以外的格式）",
    en: "also list each checkpoint of the checklist and where it is answered (not in concise, jsonl and github)")

  static let spec = CommandSpec(
    name: "validate",
    summary: LocalizedText(zh: "檢查計畫，指出何處有問題、如何改正", en: "check plans and show what is wrong, where, and what to do"),
    details: LocalizedText(
      zh: """
        路徑可以是計畫檔、資料夾（找其中的 *.plan.md 與 *.plan.json）或「-」（標準輸入）；不寫就檢查目前的資料夾。\
        「--fix -」把改正後的內容印到標準輸出，檢查結果則印到標準錯誤。--diff 有改動時，結束代碼為 1。
        """,
      en: """
        A path is a plan file, a folder (searched for *.plan.md and *.plan.json) or “-” (standard input); without a path, the current folder is checked. \
        “--fix -” prints the fixed text on standard output and the findings on standard error. With --diff, the exit status is 1 if there is a difference.
        """
    ),
    operands: OperandSpec(usage: LocalizedText(zh: "[路徑 …]", en: "[PATH …]"), words: [], takesFiles: true),
    options: [
      .choice(
        "format", ReportFormat.allCases.map(\.rawValue), zh: "輸出格式（預設 text）", en: "output format (default: text)"),
      confirmedSpec,
      checkpointsSpec,
      .flag(
        "fix", zh: "自動改正不需人工判斷的錯誤並改寫檔案，再列出其餘的檢查結果；絕不更動數字、日期與單位",
        en: "fix safe problems in the files, then report what remains; never changes a number, a date or a unit"),
      .flag(
        "diff", zh: "不改寫，印出 --fix 會做的改動（unified diff）",
        en: "write nothing; print what --fix would change (unified diff)"),
      .flag("notes", zh: "text 格式也列出提示，不只印件數", en: "in the text format, also list notes, not only their number"),
      .flag(
        "all", zh: "text 格式列出每一項及其原文與相關位置，不論檔案或件數多少",
        en: "in the text format, list every finding with its line and related places, however many there are"),
      .flag(
        "summary", zh: "只印各檔案與各規則的件數（text、json、csv 格式）",
        en: "print only counts by file and by rule (formats text, json and csv)"),
    ] + SettingsFinder.specs + BaselineOptions.specs + [
      DayOption.spec(
        LocalizedText(
          zh: "檢查這一天的狀態：辦理情形的日期不得晚於這一天", en: "check the state on this day: no report may be dated later")),
      LimitOptions.findingsSpec,
      LimitOptions.fileSizeSpec,
      LimitOptions.jobsSpec,
      .choice("color", ["auto", "always", "never"], zh: "是否使用顏色（預設 auto）", en: "use of colour (default: auto)"),
      ValidateAnnotation.spec,
      ValidateStream.spec,
      .file(
        "stdin-filename", zh: "標準輸入是這個檔案的內容：以這個檔名顯示，並依其所在資料夾找設定檔",
        en:
          "standard input is the content of this file: use its name in the report and look for the configuration from its folder"
      ),
      .file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file"),
    ],
    examples: [
      CommandExample("plantool validate seeds", zh: "檢查資料夾裡的所有計畫", en: "check all plans in a folder"),
      CommandExample(
        "plantool validate --format json -o findings.json 107.plan.md", zh: "把檢查結果寫成 JSON，供其他程式使用",
        en: "write the findings as JSON for other programs"),
      CommandExample(
        "plantool validate --annotate 計畫-註解.odt 計畫.odt", zh: "在文件裡看每一項檢查結果",
        en: "see each finding in the document itself"),
      CommandExample(
        "plantool validate --diff .", zh: "先看能自動改正哪些錯誤，再用 --fix 改正",
        en: "see what can be fixed automatically before using --fix"),
      CommandExample(
        "plantool validate --fail-on warning .", zh: "有警告也視為不通過，適合 CI", en: "let warnings fail too, for CI"),
      CommandExample(
        "plantool validate --ignore PT602 --severity PT603=error .", zh: "不檢查相同的重複，錯別字則視為不通過",
        en: "ignore identical repeats, and let wrong characters fail"),
      CommandExample(
        "plantool validate --stream <lines.jsonl >findings.jsonl",
        zh: "一行檢查一份計畫：{\"path\": …, \"text\": …} 或 JSON 計畫",
        en: "check a plan on each line: {\"path\": …, \"text\": …}, or a plan in JSON"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    if arguments.has(ValidateStream.spec.name) { return try ValidateStream.run(arguments, session) }
    let format = arguments.value("format").flatMap(ReportFormat.init) ?? .text
    if arguments.has("summary"), !ReportFormat.summaries.contains(format) {
      throw UsageError.optionNeeds(option: "--summary", other: "--format text|json|csv")
    }
    if format.isSummaryOnly, !arguments.has("summary") {
      throw UsageError.optionNeeds(option: "--format \(format.rawValue)", other: "--summary")
    }
    if arguments.has("diff") {
      // A difference is no list of findings: what is about those has nothing to say here.
      if arguments.has("fix") { throw UsageError.conflictingOptions("--fix", "--diff") }
      if arguments.has("summary") { throw UsageError.conflictingOptions("--summary", "--diff") }
      if arguments.value("format") != nil { throw UsageError.conflictingOptions("--format", "--diff") }
    }
    var finder = try SettingsFinder(arguments)
    let sizeLimit = try LimitOptions.fileSize(arguments)
    let findingLimit = try LimitOptions.findings(arguments)
    let output = arguments.output
    // Kept for a second reading, standard input is no longer the file that it was.
    if arguments.operands.contains("-") { try OutputFile.refuse(output, onto: ["-"]) }
    let inputName = arguments.value("stdin-filename")
    if inputName != nil, !arguments.operands.contains("-") {
      throw UsageError.optionNeeds(option: "--stdin-filename", other: "-")
    }
    let found = try PlanFiles.find(arguments.operands.isEmpty ? ["."] : arguments.operands, upTo: sizeLimit)
    found.complaints.forEach(session.complain)
    let settings = finder.files + [arguments.value("baseline"), arguments.value("write-baseline")]
    try OutputFile.refuse(output, onto: found.files + settings)
    let baseline = try BaselineOptions(arguments)
    let (plans, faults) = try finder.settings(forAll: found.files, inputName: inputName)
    try OutputFile.refuse(output, onto: plans.flatMap(\.settings.files))
    let annotation = try ValidateAnnotation(arguments, files: found.files)
    var isComplete = found.isComplete && faults.isEmpty
    let files = plans.map(\.file)
    var fixes = ValidateFixes(session: session)
    if arguments.has("diff") {
      let isDone = fixes.compareAll(files, plans.map(\.settings.validator), upTo: sizeLimit)
      SettingsFinder.complain(about: faults, session)
      fixes.complain()
      try session.print(fixes.differences, to: output)
      return !isDone || !isComplete ? .failure : fixes.differences.isEmpty ? .success : .findings
    }
    let jobs = MemoryNeed.checking.threads(try LimitOptions.jobs(arguments), for: files, upTo: sizeLimit)
    var options = ReportOptions(
      language: session.language,
      // The mended standard input takes the place of the findings on standard output.
      isColored: session.isColored(
        arguments.value("color"), toFile: output != nil || (arguments.has("fix") && files.contains("-"))),
      // Where configurations differ from file to file, one report goes by the strictest of them.
      threshold: .strictest(of: plans.map(\.settings.threshold)), isSummary: arguments.has("summary"),
      showsCheckpoints: arguments.has("checkpoints"), fileCount: files.count,
      findingLimit: findingLimit, detail: arguments.has("all") ? .all : arguments.has("notes") ? .notes : .worst)
    options.width = output == nil ? StandardStreams.outputColumns : options.width
    let check = FileCheck(
      format: format, options: options, isConfirmed: arguments.has("confirmed"), sizeLimit: sizeLimit,
      isReportNeeded: baseline.isInUse || annotation != nil, inputName: inputName,
      threads: max(1, jobs / max(1, files.count)))
    let isWhole = arguments.has("fix") || baseline.isWriting
    var run = ValidateRun(
      plans, check, session, baseline: baseline, annotation: annotation,
      output: ValidateOutput(format, options, session, to: output, isWhole: isWhole))
    var outcomes: [FileCheck.Outcome] = []
    var fault: (any Error)?
    if arguments.has("fix") {
      outcomes = plans.map { check.fixed($0.file, $0.settings.validator, &fixes) }
    } else if baseline.isWriting {
      outcomes = Parallel.map(plans.count, threads: jobs) {
        check.checked(plans[$0].file, plans[$0].settings.validator)
      }
    } else {
      do { try run.checkAll(threads: jobs) } catch { fault = error }
    }
    run.note(outcomes)
    // What could not be done is said once the work is done: a fault in a later file has the run begin anew, and it
    // would be said again.
    SettingsFinder.complain(about: faults, session)
    run.complain()
    fixes.complain()
    if let fault { throw fault }
    isComplete = isComplete && fixes.isComplete && run.isComplete
    options.isComplete = isComplete
    try run.baseline.write(
      zip(files, outcomes).compactMap { file, checked in checked.report.map { (file, $0) } },
      isComplete: isComplete, session)
    try run.report(outcomes)
    run.baseline.complainAboutStale(session)
    let status: ExitStatus = !isComplete ? .failure : run.fails ? .findings : .success
    options.exitCode = Int(status.rawValue)
    try run.output.end(options, mended: fixes.standardInput)
    if Interruption.isAsked {
      run.complainAboutInterruption()
      Interruption.end()
    }
    return status
  }
}
