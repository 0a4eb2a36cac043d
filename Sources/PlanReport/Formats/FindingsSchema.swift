import PlanFormats
import PlanText
import PlanValidate

/// The schema of the findings in JSON.
public enum FindingsSchema {
  /// The schema of what `validate --format json` prints.
  public static let file = JSONSchemaFile(
    name: "findings",
    summary: LocalizedText(zh: "validate --format json 的輸出", en: "what “validate --format json” prints"),
    bytes: PackageResources.findings_schema_json)

  /// The schema of a line that `validate --stream` prints: what the one of findings says of a file, or why there are no
  /// findings.
  public static let stream = JSONSchemaFile(
    name: "stream",
    summary: LocalizedText(zh: "validate --stream 輸出的一行", en: "a line that “validate --stream” prints"),
    bytes: streamBytes)

  /// The line of the schema in the resources in whose place the definitions of the other go.
  private static let mark = "    \"$findings\": true"

  private static var streamBytes: [UInt8] {
    let findings = String(decoding: PackageResources.findings_schema_json, as: UTF8.self)
    let definitions = findings.lineSlices.drop { $0 != "  \"$defs\": {" }.dropFirst().prefix { $0 != "  }" }
    let stream = String(decoding: PackageResources.stream_schema_json, as: UTF8.self)
    return Array(stream.lineSlices.flatMap { $0 == mark ? Array(definitions) : [$0] }.joined(separator: "\n").utf8)
  }
}
