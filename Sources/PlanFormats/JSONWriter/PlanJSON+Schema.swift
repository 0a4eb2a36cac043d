import PlanModel
import PlanText

extension PlanJSON {
  /// The schema in the resources with the fields of measures put in: a line `"$fields": "measure"` is all of them,
  /// `"$fields": "shared"` those that may stand under headings; `"$columns"` and `"$comments"` in an array are what the
  /// values of `columns` and of `before` call them.
  static let schemaWithFields: [UInt8] = {
    let text = String(decoding: PackageResources.plan_schema_json, as: UTF8.self)
    return Array(text.lineSlices.map(withFields).joined(separator: "\n").utf8)
  }()

  private static func withFields(_ line: Substring) -> String {
    let lists = [
      ("\"$columns\"", (MeasureField.columns + [.extra]).map(\.key)),
      ("\"$comments\"", MeasureField.allCases.map { FieldName.measure($0).key }),
    ]
    for (mark, keys) in lists where line.hasSuffix("\(mark)]") {
      return line.dropLast(mark.utf8.count + 1) + keys.map(quoted).joined(separator: ", ") + "]"
    }
    let indent = String(line.prefix { $0 == " " })
    switch line.dropFirst(indent.count) {
    case "\"$fields\": \"measure\",": return MeasureField.allCases.map { property($0, indent) }.joined(separator: "\n")
    case "\"$fields\": \"shared\",": return MeasureField.shared.map { property($0, indent) }.joined(separator: "\n")
    default: return String(line)
    }
  }

  /// A field as a property of an object, with a comma behind it.
  private static func property(_ field: MeasureField, _ indent: String) -> String {
    let meaning = field.meaning
    let description = "\(field.name)：\(meaning.zhHant)。 \(meaning.en.prefix(1).uppercased())\(meaning.en.dropFirst())."
    let type =
      switch field.kind {
      case .text: "\"type\": \"string\""
      case .deadline: "\"$ref\": \"#/$defs/deadline\""
      case .units: "\"$ref\": \"#/$defs/unitList\""
      case .entries: "\"type\": \"array\", \"items\": { \"$ref\": \"#/$defs/progressEntry\" }"
      case .named: "\"type\": \"array\", \"items\": { \"$ref\": \"#/$defs/namedText\" }"
      }
    return """
      \(indent)\(quoted(field.key)): {
      \(indent)  "description": \(quoted(description)),
      \(indent)  \(type)
      \(indent)},
      """
  }

  private static func quoted(_ text: String) -> String {
    JSONOutput.string(text).text(isCompact: true).trimmingWhiteSpace()
  }
}
