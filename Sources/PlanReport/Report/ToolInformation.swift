/// What reports and `plantool version` say of the tool itself.
public enum ToolInformation {
  /// The name of the program.
  public static let name = "plantool"
  /// The version, by Semantic Versioning.
  public static let version = "0.2.0"
}
