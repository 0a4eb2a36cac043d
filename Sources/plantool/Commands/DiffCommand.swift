import PlanFormats
import PlanModel
import PlanRender
import PlanReport
import PlanText

/// `plantool diff`
enum DiffCommand: Command {
  private enum Format: String, CaseIterable {
    case text, json, markdown, html
  }

  static let spec = CommandSpec(
    name: "diff",
    summary: LocalizedText(
      zh: "比較兩份計畫，說明哪些作法、期限、單位與依據改了", en: "show what changed between two plans: measures, deadlines, units, citations"),
    details: LocalizedText(
      zh: """
        以意義比較，不逐行比較：移動的作法仍是同一項，空白、全半形與編號不算改動，107 年計畫裡的「6月底」與「107年6月30日」相同。\
        兩份計畫年度不同時，計畫名稱、章節名稱、期程與期限中只隨年度改動的年份不算改動，檢核表改名的構面、項目與重點視為同一項。
        檔案可以是計畫檔或文件（.odt、.docx），也可以是 git 版本裡的檔案，寫成「版本:路徑」；路徑從儲存庫的最上層算起，以「./」開頭則從目前的資料夾算起。
        結束代碼與 diff 相同：0 內容相同，1 有差異，2 無法比較。
        """,
      en: """
        Plans are compared by meaning, not line by line: a measure that has moved is the same measure; white space, width and numbering do not count; 「6月底」 is 「107年6月30日」 in a plan for 107. \
        Between plans for different years, a year in titles, headings, the period and deadlines that only moves with the plan does not count as a change, and what the checklist has renamed is the same.
        A file may be a plan or a document (.odt, .docx), or a file in a git revision, written “REVISION:PATH”; the path starts at the top of the repository, or with “./” at the current folder.
        The exit status is the same as for diff: 0 same, 1 different, 2 cannot be compared.
        """),
    operands: OperandSpec(usage: LocalizedText(zh: "舊計畫 新計畫", en: "OLD NEW"), words: [], takesFiles: true),
    options: [
      .choice("format", Format.allCases.map(\.rawValue), zh: "輸出格式（預設 text）", en: "output format (default: text)"),
      .file(
        "checklist", zh: "新計畫的檢核表：內建的代號，或自訂檢核表的檔案",
        en: "the checklist of the new plan: a built-in identifier, or a file of your own"),
      LimitOptions.fileSizeSpec,
      .file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file"),
    ],
    examples: [
      CommandExample(
        "plantool diff 107.plan.md 108.plan.md", zh: "看兩個年度之間改了什麼", en: "show what changed between two years"),
      CommandExample(
        "plantool diff HEAD:107.plan.md 107.plan.md", zh: "看上次存入 git 之後改了什麼",
        en: "show what changed since the last commit"),
      CommandExample(
        "plantool diff --format html -o 差異.html 原計畫.odt 修正計畫.odt", zh: "比較兩份文件，產生對照的網頁",
        en: "compare two documents and write a web page"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let operands = arguments.operands
    guard operands.count > 1 else {
      throw UsageError.missingOperand(
        operands.isEmpty
          ? LocalizedText(zh: "舊計畫", en: "the old plan") : LocalizedText(zh: "新計畫", en: "the new plan"))
    }
    if operands.count > 2 { throw UsageError.unexpectedOperand(operands[2]) }
    if operands[0] == "-", operands[1] == "-" { throw UsageError.standardInputTwice }
    let format = arguments.value("format").flatMap(Format.init) ?? .text
    try OutputFile.refuse(arguments.output, onto: operands + [arguments.value("checklist")])
    let checklist = try ChecklistOption.checklist(arguments.value("checklist"))
    let sizeLimit = try LimitOptions.fileSize(arguments)
    defer { Supervision.end() }
    guard let old = try document(operands[0], upTo: sizeLimit, session),
      let new = try document(operands[1], upTo: sizeLimit, session)
    else { return .failure }
    let comparison = PlanComparison(
      old.plan, new.plan, checklists: (Self.checklist(of: old.plan), checklist ?? Self.checklist(of: new.plan)))
    let language = session.language
    let report = ComparisonReport(comparison, of: old, and: new, in: language) { source, offset in
      source.namedPlaceText(at: offset, language)
    }
    let output =
      switch format {
      case .text: OutputBytes(report.text())
      case .json: OutputBytes(report.json())
      case .markdown: OutputBytes(Renderer.bytes(of: report.parts(), as: .markdown), isText: true)
      case .html: OutputBytes(Renderer.bytes(of: report.parts(), as: .html), isText: true)
      }
    try session.print(output, to: arguments.output)
    return comparison.isEmpty ? .success : .findings
  }

  /// The checklist that a plan names, where it comes with the program.
  private static func checklist(of plan: Plan) -> Checklist? {
    plan.metadata.checklist.flatMap { ChecklistCatalog.builtIn.checklist(identifier: $0.string) }
  }

  /// A plan; nil, and said so, where it cannot be compared: what cannot be read would be passed over.
  private static func document(_ word: String, upTo limit: Int, _ session: Session) throws -> PlanDocument? {
    try Supervision.begin(word)
    let document = PlanDocument(reading: try PlanFiles.source(ofFileOrRevision: word, upTo: limit, for: .rendering))
    let name = document.source.name
    if document.proposal != nil {
      session.complain(
        LocalizedText(
          zh: "「\(name)」是創意提案，不是計畫，不能比較。", en: "“\(name)” is a proposal, not a plan; it cannot be compared."))
      return nil
    }
    guard !document.problems.contains(where: \.value.hidesParts) else {
      session.complainAboutReading(document)
      session.complain(
        LocalizedText(
          zh: "「\(name)」有無法判讀之處，比較會有缺漏，因此沒有比較。",
          en: "“\(name)” has parts that cannot be read and would be missed; nothing was compared."))
      return nil
    }
    return document
  }
}
