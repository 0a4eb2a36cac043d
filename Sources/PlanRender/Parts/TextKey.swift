/// A text by its contents. Only parts of it are hashed: the same text comes in thousands of cells, and is recognised
/// there without being read.
struct TextKey: Hashable {
  let text: String

  func hash(into hasher: inout Hasher) {
    let bytes = text.utf8
    hasher.combine(bytes.count)
    for byte in bytes.prefix(64) { hasher.combine(byte) }
    for byte in bytes.suffix(64) { hasher.combine(byte) }
  }
}
