import PlanFormats
import PlanModel
import PlanText
import PlanRender
import PlanValidate

/// `plantool render`
enum RenderCommand: Command {
  static let spec = CommandSpec(
    name: "render",
    summary: LocalizedText(
      zh: "把計畫的附表印成 Markdown、CSV、網頁、ODF 或 Word 檔", en: "print a plan's tables as Markdown, CSV, web page, ODF or Word"
    ),
    details: LocalizedText(
      zh: """
        可產製的表（只給計畫檔、不指定表時，列出這份計畫可產製的表及列數）：
        \(views(.zhHant))

        數張表以逗號分隔，印在同一個檔案裡：measures,survey,task-force。表也可以寫中文名稱（具體作法表），或計畫裡的編號（附表1）。

        輸出格式（沒有 --format 時看 -o 檔名的副檔名，再沒有就是 markdown）：
        \(formats(.zhHant))

        html、odt、ods、docx 是要送出去的文件，不印檢核表代號等只給 plantool 看的欄位；本文直印、附表橫印，欄名每頁重複，上下相同的名稱合併成一格。
        """,
      en: """
        The views (with only a plan, the views it has are listed with their number of rows):
        \(views(.en))

        Several views separated by commas go into one file: measures,survey,task-force. A view can also be given by its Chinese name (具體作法表), or by its number in the plan (附表1).

        The formats (without --format, the extension of the -o file decides; otherwise markdown):
        \(formats(.en))

        html, odt, ods and docx are documents to submit, without the fields that only plantool needs, such as the checklist. Text is on portrait pages, tables on landscape ones; column headings are repeated on every page, and a name shared by several rows is one merged cell.
        """
    ),
    operands: OperandSpec(
      usage: LocalizedText(zh: "[表[,表…]] 計畫檔", en: "[VIEW[,VIEW…]] PLAN"), words: ViewName.allCases.map(\.rawValue),
      takesFiles: true
    ),
    options: [
      .choice(
        "format", FormatName.allCases.map(\.rawValue), zh: "輸出格式（預設看 -o 的副檔名，否則 markdown）",
        en: "output format (default: by the extension of -o, else markdown)"),
      .flag("bom", zh: "CSV 開頭加上 BOM，供試算表軟體辨認 UTF-8", en: "begin CSV with a byte order mark, for spreadsheet programs"),
      .flag(
        "expand", zh: "在 deadlines 中把每月、每季等定期事項逐次列出日期",
        en: "in deadlines, list recurring work once for each date"),
      .flag(
        "repeat-labels", zh: "每一列都寫出構面、項目等名稱，不合併儲存格（html、odt、ods、docx）",
        en: "repeat names such as dimensions in every row instead of merging cells (html, odt, ods, docx)"),
      .flag(
        "normalise", zh: "期限裡的日期一律印成 107年3月31日，單位之間用頓號，別名換成單位表的名稱",
        en: "print dates in deadlines as 107年3月31日, separate units with 、, and use their names in the unit table"),
      .flag(
        "iso-dates", zh: "CSV 多印一欄西元日期（2018-03-31），供程式讀取",
        en: "add a column with dates for programs (2018-03-31) to CSV"),
      DayOption.spec(
        LocalizedText(
          zh: "在 timeline 標出這一天，以及到這一天為止已完成與逾期的",
          en: "in timeline, mark this day, and what is done and late by then")),
    ] + SettingsFinder.checklistSpecs + [
      LimitOptions.fileSizeSpec,
      .file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file"),
    ],
    examples: [
      CommandExample("plantool render 107.plan.md", zh: "列出這份計畫可產製的表", en: "list the views that the plan has"),
      CommandExample("plantool render measures 107.plan.md", zh: "印出附表1", en: "print 附表1"),
      CommandExample(
        "plantool render plan -o 計畫.odt 107.plan.md", zh: "產生可送件的整份計畫（ODF）",
        en: "make the whole plan as ODF, ready to submit"),
      CommandExample(
        "plantool render measures,survey,task-force -o 附表.docx 107.plan.md", zh: "把三張附表放進一個 Word 檔",
        en: "put three tables into one Word file"),
      CommandExample(
        "plantool render measures --format csv --bom -o 附表1.csv 107.plan.md", zh: "產生試算表可開啟的附表1",
        en: "make 附表1 for a spreadsheet program"),
      CommandExample(
        "plantool render measures --format html -o 附表1.html 107.plan.md", zh: "產生可用瀏覽器列印的附表1",
        en: "make 附表1 as a web page to print from a browser"),
      CommandExample(
        "plantool render deadlines -o 期限.ics 107.plan.md", zh: "把完成期限匯入行事曆", en: "make a calendar of the deadlines"),
      CommandExample(
        "plantool render timeline --as-of 107年6月30日 -o 時程.svg 107.plan.md", zh: "畫出期限與6月底的進度",
        en: "draw the deadlines, and what is done and late at the end of June 2018"),
      CommandExample(
        "plantool render checklist 107.plan.md", zh: "印出檢核表，看各辦理事項由哪項作法回應",
        en: "print the checklist with the measures that meet each checkpoint"),
    ])

  private static func views(_ language: Language) -> String {
    ViewName.allCases.map { "  \(padded($0))  \($0.summary(language))" }.joined(separator: "\n")
  }

  private static func formats(_ language: Language) -> String {
    let width = FormatName.allCases.map(\.rawValue.count).max() ?? 0
    return FormatName.allCases.map { format in
      "  \(format.rawValue)\(String(repeating: " ", count: width - format.rawValue.count + 2))\(format.summary(language))"
    }.joined(separator: "\n")
  }

  /// A name, with blanks behind it up to the width of the longest.
  private static func padded(_ view: ViewName) -> String {
    let width = ViewName.allCases.map(\.rawValue.count).max() ?? 0
    return view.rawValue + String(repeating: " ", count: width - view.rawValue.count)
  }

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let operands = RenderViews.inOrder(arguments.operands)
    guard let name = operands.first else {
      throw UsageError.missingOperand(LocalizedText(zh: "要印的表", en: "the view to print"))
    }
    let names = name.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let named = try RenderViews.named(names, in: operands.dropFirst().first)
    let views = named.compactMap { $0 }
    guard views.count == names.count else {
      if PlanFiles.exists(name) { return try list(name, arguments, &session) }
      let unknown = zip(names, named).first { $0.1 == nil }?.0 ?? name
      let refused = UsageError.unknownOperand(
        unknown, choices: spec.operands.words, suggestion: NearMiss.best(for: unknown, among: spec.operands.words))
      throw UsageError.unusable(
        refused.message
          + LocalizedText(
            zh: "「plantool render 計畫檔」列出這份計畫可產製的表。", en: " Run “plantool render PLAN” to list the views of a plan."))
    }
    guard operands.count > 1 else { throw UsageError.missingOperand(LocalizedText(zh: "計畫檔", en: "a plan file")) }
    if operands.count > 2 { throw UsageError.unexpectedOperand(operands[2]) }
    let format = try format(arguments)
    let options = try options(arguments, for: views, as: format)
    try Supervision.begin(operands[1])
    defer { Supervision.end() }
    guard let (content, checklist) = try read(operands[1], arguments, session) else { return .findings }
    do {
      let bytes = try Renderer.render(views, of: content, checklist: checklist, as: format, options: options)
      try session.print(OutputBytes(bytes, isText: format.isText), to: arguments.output)
      if format == .ics { try complainOfUndated(content, checklist, session) }
      return .success
    } catch let error as RenderError {
      session.complain(error.message)
      return .failure
    }
  }

  /// Says how much is not in a calendar because it has no day.
  private static func complainOfUndated(
    _ content: DocumentContent, _ checklist: Checklist?, _ session: Session
  ) throws(RenderError) {
    let count = try Renderer.undated(in: content, checklist: checklist)
    guard count > 0 else { return }
    session.complain(
      LocalizedText(
        zh: "完成期限一覽中有 \(count) 列沒有確定的日期（賡續、視需要等），不在行事曆裡。",
        en:
          "\(count) \(count == 1 ? "row" : "rows") of the deadlines \(count == 1 ? "has" : "have") no day (ongoing, as needed …) and \(count == 1 ? "is" : "are") not in the calendar."
      ))
  }

  /// The format that is asked for by name, or by that of the file to be written.
  private static func format(_ arguments: ParsedArguments) throws(UsageError) -> FormatName {
    if let name = arguments.value("format") { return FormatName(rawValue: name) ?? .markdown }
    let file = arguments.output.map(FilePath.name(of:)) ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return .markdown }
    let ending = file[file.index(after: dot)...].lowercased()
    if let format = FormatName(fileExtension: ending) { return format }
    // A dot may stand in any name; what looks like the ending of a file of another kind would lie about what is in it.
    let isEnding = ending.utf8.allSatisfy { Ascii.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    guard ending != "txt", (1...5).contains(ending.utf8.count), isEnding else { return .markdown }
    throw .unusable(refusal(of: ending))
  }

  private static func refusal(of ending: String) -> LocalizedText {
    let known = FormatName.allCases.map { $0 == .markdown ? ".md" : ".\($0.rawValue)" }
    return LocalizedText(
      zh: "不能產生「.\(ending)」檔。可用的副檔名：\(known.joined(separator: "、"))；要印成 Markdown 請加上 --format markdown。",
      en:
        "A “.\(ending)” file cannot be made. Known: \(known.joined(separator: ", ")); for Markdown add --format markdown."
    )
      + (ending == "pdf"
        ? LocalizedText(
          zh: "要 PDF 請先產生 .odt 或 .docx，再用文書軟體匯出。",
          en: " For a PDF make an .odt or .docx file, and export it from a word processor.")
        : LocalizedText(zh: "", en: ""))
  }

  private static func options(
    _ arguments: ParsedArguments, for views: [ViewName], as format: FormatName
  ) throws(UsageError) -> RenderOptions {
    if let drawn = format.views, !views.allSatisfy(drawn.contains) {
      throw .optionNeeds(
        option: "--format \(format.rawValue)", other: drawn.map(\.rawValue).joined(separator: "|"))
    }
    if arguments.value("as-of") != nil, !views.contains(.timeline) {
      throw .optionNeeds(option: "--as-of", other: ViewName.timeline.rawValue)
    }
    if arguments.has("bom"), format != .csv { throw .optionNeeds(option: "--bom", other: "--format csv") }
    if arguments.has("iso-dates"), format != .csv { throw .optionNeeds(option: "--iso-dates", other: "--format csv") }
    if arguments.has("expand"), !views.contains(.deadlines) {
      throw .optionNeeds(option: "--expand", other: "deadlines")
    }
    if arguments.has("repeat-labels"), !format.isHandedIn {
      let others = FormatName.allCases.filter(\.isHandedIn).map(\.rawValue).joined(separator: "|")
      throw .optionNeeds(option: "--repeat-labels", other: "--format \(others)")
    }
    var options = RenderOptions(
      byteOrderMark: arguments.has("bom"), expandsRecurrences: arguments.has("expand"),
      repeatsLabels: arguments.has("repeat-labels"), normalizes: arguments.has("normalise"),
      addsISODates: arguments.has("iso-dates"))
    options.asOf = try DayOption.day(arguments)
    return options
  }

  /// The flags that say how a view is printed.
  private static let formOptions = ["bom", "expand", "repeat-labels", "normalise", "iso-dates"]

  /// The views that a plan has.
  private static func list(_ path: String, _ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus
  {
    if arguments.operands.count > 1 { throw UsageError.unexpectedOperand(arguments.operands[1]) }
    // Whoever says how to print something has forgotten to say what.
    if arguments.value("format") != nil || arguments.value("as-of") != nil || formOptions.contains(where: arguments.has)
    {
      throw UsageError.missingOperand(LocalizedText(zh: "要印的表", en: "the view to print"))
    }
    try Supervision.begin(path)
    defer { Supervision.end() }
    guard let (content, checklist) = try read(path, arguments, session) else { return .findings }
    let found = Renderer.views(of: content, checklist: checklist)
    guard !found.isEmpty else {
      session.complain(
        LocalizedText(zh: "「\(path)」沒有可產製的內容。", en: "There is nothing to print in “\(path)”."))
      return .failure
    }
    let width = found.map { String($0.rows).count }.max() ?? 0
    let lines = found.map { view, rows in
      let count = String(repeating: " ", count: width - String(rows).count) + String(rows)
      let unit = LocalizedText(zh: "列", en: rows == 1 ? "row " : "rows")(session.language)
      return "\(padded(view))  \(count) \(unit)  \(view.summary(session.language))\n"
    }
    try session.print(lines.joined(), to: arguments.output)
    return .success
  }

  /// What a file holds, and its checklist; nil, and said so, where parts of it cannot be read.
  private static func read(_ path: String, _ arguments: ParsedArguments, _ session: Session) throws -> (
    DocumentContent, Checklist?
  )? {
    var finder = try SettingsFinder(arguments)
    try OutputFile.refuse(arguments.output, onto: [path] + finder.files)
    let settings = try finder.settings(for: path)
    try OutputFile.refuse(arguments.output, onto: settings.files)
    let own = settings.validator.checklist
    let content = try PlanFiles.content(of: path, upTo: LimitOptions.fileSize(arguments), for: .rendering)
    let document = PlanDocument(reading: content.source)
    guard !document.problems.contains(where: \.value.hidesParts) else {
      // A table without the parts that could not be read would be handed in incomplete.
      session.complainAboutReading(document)
      session.complain(
        LocalizedText(
          zh: "「\(document.source.name)」有無法判讀之處，印出的表會有缺漏，因此沒有印。",
          en:
            "“\(document.source.name)” has parts that cannot be read, so the table would be incomplete; nothing was printed."
        ))
      return nil
    }
    let named = document.plan.metadata.checklist.flatMap { ChecklistCatalog.builtIn.checklist(identifier: $0.string) }
    return (document.content, own ?? named)
  }
}
