import PlanModel
import PlanText

extension PlanDocument {
  /// Whether the plan was made of a document that does not say its checklist, which was told from the names in its
  /// tables.
  public var isChecklistRecognized: Bool {
    guard let places = source.places, let checklist = plan.metadata.checklist else { return false }
    let start = checklist.range.lowerBound
    // The words of the document at a place are the last before it, where it has none there.
    return !(places.words(at: start)?.contains(start) ?? false)
  }
}
