import PlanFormats
import PlanText

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
    // Of the words, and of the words behind a sign.
    return FNV1a(words).hex + FNV1a("\u{1}" + words).hex
  }
}
