import PlanFormats
import PlanRender
import PlanReport
import PlanText
import PlanValidate

/// `plantool schema`
enum SchemaCommand: Command {
  /// The schemas, in the order in which they are listed.
  static let schemas = [
    PlanJSON.planSchema, PlanJSON.proposalSchema, FindingsSchema.file, FindingsSchema.stream, StatusReport.schema,
    PortfolioReport.schema, ConfigurationSchema.file,
  ]

  static let spec = CommandSpec(
    name: "schema",
    summary: LocalizedText(zh: "印出 JSON 檔的 JSON Schema", en: "print the JSON Schema of a JSON file"),
    details: LocalizedText(
      zh: "不寫名稱時列出有哪些。編輯器與其他程式可用它檢查 JSON 檔的形狀（JSON Schema 2020-12）；重複的鍵、由文字推得的值與日期是否存在等，由 plantool validate 檢查。",
      en:
        "Without a name, the schemas are listed. Editors and other programs can use them to check the shape of a JSON file (JSON Schema 2020-12); plantool validate also checks what a schema cannot express: repeated keys, values derived from the text, dates that do not exist."
    ),
    operands: OperandSpec(
      usage: LocalizedText(
        zh: "[\(schemas.map(\.name).joined(separator: " | "))]", en: "[\(schemas.map(\.name).joined(separator: " | "))]"
      ),
      words: schemas.map(\.name), takesFiles: false),
    options: [.file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file")],
    examples: [
      CommandExample("plantool schema", zh: "有哪些 JSON Schema", en: "list the schemas"),
      CommandExample(
        "plantool schema plan -o plan.schema.json", zh: "存成檔案，供編輯器使用", en: "save a schema for an editor"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let operands = arguments.operands
    if operands.count > 1 { throw UsageError.unexpectedOperand(operands[1]) }
    guard let name = operands.first else {
      try session.print(list(session.language), to: arguments.output)
      return .success
    }
    guard let schema = schemas.first(where: { $0.name == name }) else {
      throw UsageError.unknownOperand(
        name, choices: spec.operands.words, suggestion: NearMiss.best(for: name, among: spec.operands.words))
    }
    try session.print(schema.text, to: arguments.output)
    return .success
  }

  private static func list(_ language: Language) -> String {
    let width = schemas.map(\.name.count).max() ?? 0
    return schemas.map { schema in
      "\(schema.name)\(String(repeating: " ", count: width - schema.name.count + 2))\(schema.summary(language))\n"
    }.joined()
  }
}
