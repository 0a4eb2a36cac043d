/// The tables of words that are built in: a line of headings, and rows of cells divided by tabs.
package enum DataTable {
  /// The rows behind the headings that have at least two cells, neither of the first two empty.
  ///
  /// They are split by bytes: a table is read at the start of every run, also of one that checks a single small file.
  package static func rows(_ bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard cells.count >= 2, !cells[0].isEmpty, !cells[1].isEmpty else { return nil }
      return cells.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
