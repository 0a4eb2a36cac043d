import PlanFormats
import PlanText
import PlanValidate

/// `plantool convert`
enum ConvertCommand: Command {
  static let spec = CommandSpec(
    name: "convert",
    summary: LocalizedText(
      zh: "把計畫在 Markdown 與 JSON 之間轉換，不失內容", en: "convert a plan between Markdown and JSON without loss"),
    details: LocalizedText(
      zh: "不寫 --to 就轉成另一種格式。有無法判讀的內容，或另一種格式無法原樣表達時不轉換，並說明原因。",
      en:
        "Without --to, the result is in the other format. A plan with parts that cannot be read or cannot be expressed exactly is not converted, and the reason is given."
    ),
    operands: OperandSpec(usage: LocalizedText(zh: "計畫檔", en: "PLAN"), words: [], takesFiles: true),
    options: [
      .choice("to", PlanDocument.Syntax.allCases.map(\.rawValue), zh: "目標格式", en: "target format"),
      LimitOptions.fileSizeSpec,
      .file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file"),
    ],
    examples: [
      CommandExample("plantool convert 107.plan.md -o 107.plan.json", zh: "轉成 JSON", en: "convert to JSON"),
      CommandExample(
        "plantool convert --to md - < 107.plan.json", zh: "從標準輸入讀 JSON，印出 Markdown",
        en: "read JSON from standard input and print Markdown"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    guard let path = arguments.operands.first else {
      throw UsageError.missingOperand(LocalizedText(zh: "計畫檔", en: "a plan file"))
    }
    if arguments.operands.count > 1 { throw UsageError.unexpectedOperand(arguments.operands[1]) }
    try Supervision.begin(path)
    defer { Supervision.end() }
    // What a plan is turned into is the same plan: it may take the place of the file that it was read from.
    let isRewriting = arguments.output.map { OutputFile.isInput($0, [path]) } ?? false
    let content = try PlanFiles.content(of: path, upTo: LimitOptions.fileSize(arguments), for: .converting)
    // An office document is none of the two syntaxes.
    if isRewriting, content.source.places != nil { throw FileTrouble.outputIsInput(path) }
    let document = PlanDocument(reading: content.source)
    let target = arguments.value("to").flatMap(PlanDocument.Syntax.init) ?? (document.syntax == .text ? .json : .text)
    do {
      try session.print(
        try PlanConversion.convert(document, to: target), to: arguments.output,
        replacing: isRewriting ? content.state : nil)
      return .success
    } catch let problem as PlanConversion.Problem {
      switch problem {
      case .unreadParts(let count):
        session.complainAboutReading(document)
        session.complain(
          LocalizedText(
            zh: "「\(document.source.name)」有 \(count) 處無法判讀，轉換會遺失內容，因此沒有轉換。",
            en:
              "“\(document.source.name)” has \(count) part\(count == 1 ? "" : "s") that cannot be read and would be lost; nothing was converted."
          ))
      case .notExact(let first, let place):
        let place = document.source.named(place)
        session.complain(
          LocalizedText(
            zh: "\(place)：另一種格式無法原樣表達這裡的內容（從 \(first) 起），因此沒有轉換。",
            en: "\(place): the other format cannot express this exactly (from \(first) on); nothing was converted."))
      }
      return .findings
    }
  }
}
