/// The tables of words that are built in: a line of headings, and rows of cells divided by tabs, of which the first two
/// are words.
package enum DataTable {
  /// The first two cells of the rows behind the headings that have both.
  package static func pairs(_ bytes: [UInt8]) -> [(first: [Unicode.Scalar], second: [Unicode.Scalar])] {
    var pairs: [(first: [Unicode.Scalar], second: [Unicode.Scalar])] = []
    var index = (bytes.firstIndex(of: Ascii.lineFeed) ?? bytes.count) + 1
    while index < bytes.count {
      let first = cell(of: bytes, at: &index)
      let hasSecond = index < bytes.count && bytes[index] == Ascii.tab
      if hasSecond { index += 1 }
      let second = hasSecond ? cell(of: bytes, at: &index) : []
      if !first.isEmpty, !second.isEmpty { pairs.append((first, second)) }
      index = bytes.firstIndex(of: Ascii.lineFeed, or: Ascii.lineFeed, from: index) + 1
    }
    return pairs
  }

  /// The third cell of a row behind the headings: where the words come from.
  package static func source(ofRow row: Int, in bytes: [UInt8]) -> String {
    let lines = bytes.split(separator: Ascii.lineFeed, omittingEmptySubsequences: true)
    guard row + 1 < lines.count else { return "" }
    let cells = lines[row + 1].split(separator: Ascii.tab, omittingEmptySubsequences: false)
    return cells.count > 2 ? String(decoding: cells[2], as: UTF8.self) : ""
  }

  /// The cell that begins at an index, which is left at its end.
  private static func cell(of bytes: [UInt8], at index: inout Int) -> [Unicode.Scalar] {
    var cell: [Unicode.Scalar] = []
    cell.reserveCapacity(8)
    while index < bytes.count, bytes[index] != Ascii.tab, bytes[index] != Ascii.lineFeed {
      let (scalar, next) = bytes.scalar(at: index)
      cell.append(scalar)
      index = next
    }
    return cell
  }
}
