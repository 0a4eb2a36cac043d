import PlanText

/// A JSON Schema (2020-12) that plantool brings, for programs that write or read its files.
public struct JSONSchemaFile: Sendable {
  /// The name by which the command line knows it: plan.
  public let name: String
  /// What it describes.
  public let summary: LocalizedText
  private let bytes: @Sendable () -> [UInt8]

  /// A schema embedded in the program. Its bytes are made when it is printed: its name is asked for at every start, to
  /// tell commands apart.
  public init(name: String, summary: LocalizedText, bytes: @autoclosure @escaping @Sendable () -> [UInt8]) {
    self.name = name
    self.summary = summary
    self.bytes = bytes
  }

  /// The schema, as it is printed.
  public var text: String { String(decoding: bytes(), as: UTF8.self) }
}

extension PlanJSON {
  /// The schema of `NAME.plan.json`.
  public static let planSchema = JSONSchemaFile(
    name: "plan", summary: LocalizedText(zh: "JSON 計畫檔（名稱.plan.json）", en: "plans in JSON (NAME.plan.json)"),
    bytes: schemaWithFields)

  /// The schema of a `NAME.plan.json` that holds a proposal. It is the same one: either file may be named so, and
  /// `document` says which it is.
  public static let proposalSchema = JSONSchemaFile(
    name: "proposal",
    summary: LocalizedText(zh: "JSON 創意提案檔（與計畫同一份）", en: "proposals in JSON (the same schema as plans)"),
    bytes: schemaWithFields)
}
