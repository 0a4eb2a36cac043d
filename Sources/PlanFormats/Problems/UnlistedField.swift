/// A line that begins as a field does and is no item of a list.
public struct UnlistedField: Sendable {
  /// The name as written.
  public let name: String
  /// The name that was probably meant, where it is another.
  public let suggestion: String?
  /// What stands in front of the name in place of `- `, such as －; empty where nothing does.
  public let mark: String
  /// The field in whose value it stands, on the same line.
  public internal(set) var host: String?
  /// Whether it is an item, with a number or a box in front that a field does not have.
  public internal(set) var isItem = false
  /// The colon, where it is a character that only looks like one.
  public let strangeColon: Unicode.Scalar?
  /// The change that makes an item of it, where one is known.
  public internal(set) var mend: Mend?
}
