import PlanFormats
import PlanText

/// Which fixes of a document's findings are applied without a person looking.
///
/// Applying fixes and showing them ask the same question here, so that a report calls safe what `--fix` does, and
/// nothing else.
package struct SafeFixes {
  private let bytes: [UInt8]
  /// In JSON, an edit of a piece of a string that is written with escapes has no exact place.
  private let strings: JSONStrings?

  package init(_ document: PlanDocument) {
    bytes = document.source.bytes
    strings = document.syntax == .json ? JSONStrings(document.source.bytes) : nil
  }

  /// The one fix of a finding that is certain and allowed, as an index into its fixes; nil where there is none, or a
  /// choice to be made.
  package func index(in finding: Finding) -> Int? {
    let safe = finding.fixes.indices.filter { finding.fixes[$0].isSafe }
    guard safe.count == 1, let index = safe.first else { return nil }
    let fix = finding.fixes[index]
    let isAllowed = fix.edits.allSatisfy { edit in
      EditCheck.permits(edit, in: bytes, scope: fix.scope) && strings?.isPlain(edit.range) ?? true
    }
    guard isAllowed, !Self.isOfReading(finding.code, fix) || EditCheck.keepsLetters(fix, in: bytes) else {
      return nil
    }
    return index
  }

  /// Whether a fix is one of reading: it has a file read that says the same in other signs, so that a deadline may appear
  /// which nobody read before. Marks of other programs that are left out have nothing read that was not read.
  static func isOfReading(_ code: String, _ fix: Finding.Fix) -> Bool {
    code.hasPrefix("PT0") && fix.scope != .foreignMarks
  }
}
