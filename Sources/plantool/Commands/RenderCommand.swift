import PlanModel
import PlanRender
import PlanValidate

/// `plantool render`
enum RenderCommand: Command {
  static let spec = CommandSpec(
    name: "render",
    summary: LocalizedText(zh: "把計畫的附表印成 Markdown 或 CSV", en: "print a table of a plan as Markdown or CSV"),
    details: LocalizedText(
      zh: "可印的表：\n\(views(.zhHant))",
      en: "The views:\n\(views(.en))"),
    operands: OperandSpec(
      usage: LocalizedText(zh: "表 計畫檔", en: "VIEW PLAN"), words: ViewName.allCases.map(\.rawValue), takesFiles: true),
    options: [
      .choice(
        "format", FormatName.allCases.map(\.rawValue), zh: "輸出格式（預設 markdown）", en: "output format (default: markdown)"),
      .flag("bom", zh: "CSV 開頭加上 BOM，供試算表程式辨認 UTF-8", en: "begin CSV with a byte order mark, for spreadsheet programs"),
      ChecklistOption.spec,
      .file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file"),
    ],
    examples: [
      CommandExample("plantool render measures 107.plan.md", zh: "印出附表1", en: "print 附表1"),
      CommandExample(
        "plantool render measures --format csv --bom -o 附表1.csv 107.plan.md", zh: "產生試算表可開啟的附表1",
        en: "make 附表1 for a spreadsheet program"),
      CommandExample(
        "plantool render checklist 107.plan.md", zh: "印出檢核表，看各辦理事項由哪項作法回應",
        en: "print the checklist with the measures that meet each point"),
    ])

  private static func views(_ language: Language) -> String {
    let width = ViewName.allCases.map(\.rawValue.count).max() ?? 0
    return ViewName.allCases.map { view in
      "  \(view.rawValue)\(String(repeating: " ", count: width - view.rawValue.count + 2))\(view.summary(language))"
    }.joined(separator: "\n")
  }

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let operands = arguments.operands
    guard let name = operands.first else {
      throw UsageError.missingOperand(LocalizedText(zh: "要印的表", en: "the view to print"))
    }
    guard let view = ViewName(rawValue: name) else {
      throw UsageError.unknownOperand(
        name, choices: spec.operands.words, suggestion: NearMiss.best(for: name, among: spec.operands.words))
    }
    guard operands.count > 1 else { throw UsageError.missingOperand(LocalizedText(zh: "計畫檔", en: "a plan file")) }
    if operands.count > 2 { throw UsageError.unexpectedOperand(operands[2]) }
    let own = try ChecklistOption.checklist(arguments.value("checklist"))
    let document = PlanDocument(reading: try PlanFiles.read(operands[1]))
    guard document.problems.allSatisfy(\.value.keepsContent) else {
      // A table without the parts that could not be read would be handed in incomplete.
      session.complainAboutReading(document)
      session.complain(
        LocalizedText(
          zh: "「\(document.source.name)」有讀不懂的地方，印出的表會有缺漏，因此沒有印。",
          en:
            "“\(document.source.name)” has parts that cannot be read; the table would lack them, so nothing was printed."
        ))
      return .findings
    }
    let checklist =
      own ?? document.plan.metadata.checklist.flatMap { ChecklistCatalog.builtIn.checklist(identifier: $0.string) }
    let format = arguments.value("format").flatMap(FormatName.init) ?? .markdown
    if arguments.has("bom"), format != .csv { throw UsageError.optionNeeds(option: "--bom", other: "--format csv") }
    do {
      let text = try Renderer.render(
        view, of: document.content, checklist: checklist, as: format,
        options: RenderOptions(byteOrderMark: arguments.has("bom")))
      try session.print(text, to: arguments.value("output"))
      return .success
    } catch let error as RenderError {
      session.complain(error.message)
      return .failure
    }
  }
}
