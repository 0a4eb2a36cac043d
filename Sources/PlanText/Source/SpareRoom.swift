extension Array {
  /// The same list without the room that growing leaves behind it, up to as much as it needs itself. For long lists
  /// that are kept; shorter ones stay as they are.
  @inlinable package func withoutSpareRoom() -> [Element] {
    guard count >= 256, capacity - count > count / 8 else { return self }
    return withUnsafeBufferPointer { Array($0) }
  }
}
