import PlanText

/// A place at which a page is probably missing: a measure that stops without an end, and behind it a list that begins
/// in the middle. Both have one cause, which is said once.
struct LostPage {
  /// The text that stops.
  let cut: PlanText
  /// The number with which the list behind it begins.
  let start: SourceRange
}

extension PlanIndex {
  /// The places at which a page is probably missing.
  func findLostPages() -> [LostPage] {
    // Most plans have no such list.
    let starts = (numberedLists.ofForm + numberedLists.inTexts).filter(\.beginsInTheMiddle).map { $0.items[0].range }
    guard !starts.isEmpty else { return [] }
    return starts.compactMap { start in
      let behind = measures.halvingIndex { $0.measure.text.range.upperBound > start.lowerBound }
      guard behind > 0 else { return nil }
      let text = measures[behind - 1].measure.text
      return Ending(text).isClosed ? nil : LostPage(cut: text, start: start)
    }
  }
}
