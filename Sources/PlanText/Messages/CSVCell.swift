/// A cell of CSV, as RFC 4180 has it.
package enum CSVCell {
  /// Writes a cell, between quotation marks where it needs them.
  package static func write(_ cell: String.UTF8View, to text: inout [UInt8]) {
    let isQuoted = cell.contains(where: needsQuotes)
    let quote = UInt8(ascii: "\"")
    if isQuoted { text.append(quote) }
    for byte in cell {
      if byte == quote { text.append(quote) }
      text.append(byte)
    }
    if isQuoted { text.append(quote) }
  }

  /// Whether a cell with this byte stands between quotation marks.
  package static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }
}
