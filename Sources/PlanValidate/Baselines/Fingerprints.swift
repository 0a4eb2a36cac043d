import PlanFormats

/// Sums by which programs know the findings of a file again when lines have moved: of the path, the rule, the words and
/// their line, and of how many such findings came before.
package struct Fingerprints {
  private let document: PlanDocument
  private let path: String
  private var counts: [Baseline.Entry: Int] = [:]

  /// Sums for the findings of a document, which stands at a path.
  package init(of document: PlanDocument, at path: String) {
    self.document = document
    self.path = path
  }

  /// The sum of the next finding, in the order of the report: 32 hexadecimal digits.
  package mutating func next(_ finding: Finding) -> String {
    let entry = Baseline.Entry(finding, in: document, path: path)
    let number = counts[entry, default: 0]
    counts[entry] = number + 1
    let words = ([path, entry.code, entry.text, entry.line] + [String(number)]).joined(separator: "\u{0}")
    // FNV-1a with 64 bits, of the words and of the words behind a sign.
    return Self.sum(words) + Self.sum("\u{1}" + words)
  }

  private static func sum(_ text: String) -> String {
    let sum = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let hex = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}
