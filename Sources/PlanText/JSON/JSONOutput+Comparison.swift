extension JSONOutput {
  /// Whether two values are written alike. Their texts need not be made for that, which for a large plan takes longer
  /// than the values.
  public func isWritten(_ other: JSONOutput) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.string(let a), .string(let b)): a.isWritten(b)
    case (.object(let a), .object(let b)):
      a.count == b.count && a.indices.allSatisfy { a[$0].0.isWritten(b[$0].0) && a[$0].1.isWritten(b[$0].1) }
    default:
      if let a = count, let b = other.count {
        a == b && (0..<a).allSatisfy { element($0).isWritten(other.element($0)) }
      } else {
        text(isCompact: true).isWritten(other.text(isCompact: true))
      }
    }
  }

  /// How many elements an array has; nil for what is none.
  private var count: Int? {
    switch self {
    case .array(let elements): elements.count
    case .elements(let count, _): count
    default: nil
    }
  }

  private func element(_ index: Int) -> JSONOutput {
    switch self {
    case .array(let elements): elements[index]
    case .elements(_, let make): make(index)
    default: .null
    }
  }
}
