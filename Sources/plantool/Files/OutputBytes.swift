/// The result of a command, as it goes into a file or to standard output.
struct OutputBytes {
  let bytes: [UInt8]
  /// Whether the bytes are text, which a terminal may show.
  let isText: Bool

  init(_ bytes: [UInt8], isText: Bool) {
    self.bytes = bytes
    self.isText = isText
  }

  init(_ text: String) { self.init(Array(text.utf8), isText: true) }
}
