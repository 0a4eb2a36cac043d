import PlanFormats
import PlanReport
import PlanText
import PlanValidate

/// `plantool import`
enum ImportCommand: Command {
  static let spec = CommandSpec(
    name: "import",
    summary: LocalizedText(
      zh: "把 Word、ODF、網頁、試算表或文字檔匯入成計畫檔", en: "import a Word, ODF, web, spreadsheet or text file as a plan file"),
    details: LocalizedText(
      zh: """
        讀取 .docx、.odt、.fodt、.html，試算表 .xlsx、.ods、.csv、.tsv，以及貼上或由 pdftotext -layout 產生的 .txt，依內容認出計畫名稱、機關、年度、期程、檢核表、各章節與各種表格，印出統一寫法的計畫檔；認不出的表格照原樣保留。計畫本文與附件分成數個檔案時，依序寫出，匯入成一份計畫；「-」是標準輸入，由內容判斷是哪一種檔案。\
        匯入報告印到標準錯誤：每一部分成了什麼，哪些沒有匯入（頁首、頁尾、圖片、已刪除的文字等）。已有的檔案不覆寫。
        """,
      en: """
        Reads .docx, .odt, .fodt and .html, spreadsheets (.xlsx, .ods, .csv, .tsv), and text that was pasted or comes from pdftotext -layout (.txt). Title, agency, year, period, checklist, sections and kinds of tables are recognised by their words, and the plan is printed in canonical form; a table of \
        unknown kind is kept as it is. If the plan and its attachments are in several files, give them in order to import them as one plan; “-” is standard input, whose kind is recognised by its content. The import report goes to standard error: what each part has become, \
        and what was not imported (page headers and footers, pictures, deleted text). An existing file is not overwritten.
        """),
    operands: OperandSpec(usage: LocalizedText(zh: "文件 …", en: "DOCUMENT …"), words: [], takesFiles: true),
    options: [
      .flag("blank-names", zh: "名冊的姓名留白", en: "leave names in rosters blank"),
      .choice(
        "report", ["text", "json", "none"], zh: "匯入報告的格式（預設 text）", en: "format of the import report (default: text)"),
      .checklist(
        zh: "計畫依據的檢核表，寫入「檢核表」欄：內建的代號，或自訂檢核表的檔案",
        en: "the checklist that the plan follows, for its field 檢核表: a built-in identifier, or a file of your own"),
      .file(
        "stdin-filename", zh: "標準輸入是這個檔案的內容：以這個檔名顯示，內容看不出種類時依檔名判斷",
        en:
          "standard input is the content of this file: use its name in the report, and its extension if the content does not show the kind"
      ),
      LimitOptions.fileSizeSpec,
      .file(
        "output", "o", zh: "把結果寫到檔案；已有的檔案不覆寫", en: "write the result to a file; an existing file is not overwritten"),
      .flag("force", zh: "覆寫 -o 的檔案", en: "overwrite the -o file"),
    ],
    examples: [
      CommandExample(
        "plantool import 計畫.odt -o 107.plan.md", zh: "把計畫匯入成計畫檔", en: "import the document as a plan file"),
      CommandExample(
        "plantool import 計畫.docx 附表1.docx 附表2.docx -o 107.plan.md", zh: "把分成數個檔案的計畫匯入成一份",
        en: "import several documents as one plan"),
      CommandExample(
        "pdftotext -layout 計畫.pdf - | plantool import - -o 107.plan.md", zh: "匯入標準輸入的文字",
        en: "import text from standard input"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    guard let first = arguments.operands.first else {
      throw UsageError.missingOperand(LocalizedText(zh: "要匯入的文件", en: "a document to import"))
    }
    if arguments.has("force"), !arguments.hasValue("output") {
      throw UsageError.optionNeeds(option: "--force", other: "-o")
    }
    let output = arguments.output
    try OutputFile.refuse(output, onto: arguments.operands)
    if let output, !arguments.has("force"), PlanFiles.isTaken(output) {
      throw FileTrouble.exists(output)
    }
    try Supervision.begin(first)
    defer { Supervision.end() }
    let checklist = try ChecklistOption.checklist(arguments.value("checklist"))
    let plan = try joined(
      try sources(arguments), blanksNames: arguments.has("blank-names"), checklist: checklist?.identifier)
    try MemoryNeed.converting.check(first, size: plan.source.bytes.count, syntax: .text)
    let document = PlanDocument(reading: plan.source, as: .text)
    var isCanonical = true
    var report = plan.report
    let text: String
    do {
      let isJSON = output?.hasSuffix(".\(PlanDocument.Syntax.json.rawValue)") ?? false
      let imported = try PlanConversion.imported(
        document, to: isJSON ? .json : .text, checklist: checklist)
      text = imported.text
      report.leaveOut(columns: imported.columns)
    } catch {
      // Nothing is lost: what `fmt` would not rewrite is written as it was read.
      isCanonical = false
      text = String(decoding: plan.source.bytes, as: UTF8.self)
    }
    try session.print(text, to: output)
    let words = ImportReportText(report, language: session.language)
    switch arguments.value("report") ?? "text" {
    case "json": session.tell(words.json)
    case "none": break
    default: session.tell(words.text)
    }
    if !isCanonical {
      session.complain(
        LocalizedText(
          zh: "有些內容統一寫法無法表達，計畫檔照讀到的樣子寫出；請用「plantool validate」看哪裡要改。",
          en:
            "Some content has no canonical form, so the plan is written as it was read; run “plantool validate” to see what needs to be changed."
        ))
    }
    return .success
  }

  /// The documents; one that comes from standard input has no name unless it is said.
  private static func sources(_ arguments: ParsedArguments) throws -> [SourceText] {
    let inputName = arguments.value("stdin-filename")
    let inputs = arguments.operands.count { $0 == "-" }
    if inputs > 1 { throw UsageError.standardInputTwice }
    if inputName != nil, inputs == 0 { throw UsageError.optionNeeds(option: "--stdin-filename", other: "-") }
    let limit = try LimitOptions.fileSize(arguments)
    return try arguments.operands.map { path in
      try PlanFiles.content(of: path, upTo: limit, for: nil, inputName: inputName ?? "").source
    }
  }

  private static func joined(
    _ sources: [SourceText], blanksNames: Bool, checklist: String?
  ) throws(FileTrouble) -> OfficePlan {
    do throws(UnreadDocument) {
      return try OfficePlan.joining(sources, blanksNames: blanksNames, checklist: checklist)
    } catch {
      let source = sources[error.index]
      let name = source.name.isEmpty ? PlanFiles.standardInputName : source.name
      if OfficeFileKind.of(source) == nil { throw .noOfficeDocument(name) }
      throw .office(name, error.problem)
    }
  }
}
