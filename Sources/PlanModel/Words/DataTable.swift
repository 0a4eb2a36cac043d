/// The tables of words that are built in: a line of headings, and rows of cells divided by tabs.
package enum DataTable {
  /// The rows behind the headings that have at least two cells, neither of the first two empty.
  package static func rows(_ bytes: [UInt8]) -> [[Substring]] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: "\t" as Character, omittingEmptySubsequences: false) }
      .filter { $0.count >= 2 && !$0[0].isEmpty && !$0[1].isEmpty }
  }
}
