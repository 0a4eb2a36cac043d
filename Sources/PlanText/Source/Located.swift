/// A value and the stretch of the file that it is about.
public struct Located<Value: Sendable>: Sendable {
  public let value: Value
  /// Where it stands.
  public let range: SourceRange

  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Error where Value: Error {}
