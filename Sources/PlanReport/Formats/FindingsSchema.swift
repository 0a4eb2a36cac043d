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
}
