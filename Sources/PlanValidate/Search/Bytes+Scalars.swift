extension [UInt8] {
  /// The scalar that stands behind an offset of UTF-8; nil where none does.
  func scalar(after offset: Int) -> Unicode.Scalar? {
    guard indices.contains(offset) else { return nil }
    var decoder = UTF8()
    var rest = self[offset...].prefix(4).makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&rest) { return scalar }
    return nil
  }

  /// The scalar that ends at an offset of UTF-8; nil at the beginning.
  func scalar(before offset: Int) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, offset - start < 4, UTF8.isContinuation(self[start]) { start -= 1 }
    return scalar(after: start)
  }
}
