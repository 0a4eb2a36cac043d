/// Something that must hold of every input and does not hold of this one.
public struct BrokenProperty: Error, CustomStringConvertible {
  /// What should hold, and what is.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Says so if a condition does not hold.
func hold(_ condition: Bool, _ words: @autoclosure () -> String) throws(BrokenProperty) {
  if !condition { throw BrokenProperty(words()) }
}
