import PlanFormats

/// What was read of a document, with the fields that are certainly meant although they are not written as such.
///
/// A fix of a reading rule says that it has the file read as it was meant. So after it the same must be read, and
/// nothing else: a line that was reported as a deadline and now is text would be lost, and no error would be left to
/// say so. A table that was not read at all adds what is in it.
struct Readings {
  private let text: String
  private let promised: Commitments
  /// Whether parts of the file were not read, whose content is not known.
  private let isPartial: Bool

  init(_ document: PlanDocument) {
    text = PlanJSON.output(document.content).text(isCompact: true)
    promised = Commitments(document.content)
    isPartial = document.problems.contains {
      if case .strangeTable(let table) = $0.value { table.fate != .read } else { false }
    }
  }

  /// Whether a document says the same, or also what could not be read before.
  func areKept(by other: PlanDocument) -> Bool {
    if PlanJSON.output(other.content).text(isCompact: true) == text { return true }
    return isPartial && promised.areContained(in: Commitments(other.content))
  }
}
