import PlanText

/// The encoding of a file that is text: pages, tables of values and plain text come in several.
enum TextEncoding {
  /// The text as UTF-8 without a byte order mark. UTF-16 is read by its mark; what is neither, or has NUL
  /// characters, is refused under the name that it was declared by, which may be empty.
  static func utf8(_ bytes: [UInt8], declared: String) throws(OfficeFault) -> [UInt8] {
    if let isLittle = isLittleEndian(bytes) {
      let (low, high) = isLittle ? (0, 1) : (1, 0)
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
        UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low])
      }
      guard !units.contains(0) else { throw .encoding(declared) }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
    let text = bytes.starts(with: SourceText.byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    // UTF-16 without its mark is full of NUL.
    guard UTF8Check.firstInvalid(in: text) == nil, !text.contains(0) else { throw .encoding(declared) }
    return text
  }

  /// The ASCII characters at the beginning of a file, whatever its encoding.
  static func asciiHead(of bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(4096).filter { $0 > 0 && $0 < 0x80 }, as: UTF8.self)
  }

  /// Which way round UTF-16 is written, by its byte order mark; nil for anything else.
  private static func isLittleEndian(_ bytes: [UInt8]) -> Bool? {
    bytes.starts(with: [0xFF, 0xFE]) ? true : bytes.starts(with: [0xFE, 0xFF]) ? false : nil
  }
}
