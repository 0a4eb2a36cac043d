import PlanText

/// The plan that office documents were made into.
public struct OfficePlan: Sendable {
  /// The plan as text, which the reader of plans reads, with where its words stand in the document.
  public let source: SourceText
  /// What became of the blocks of the documents.
  public let report: ImportReport

  /// Makes a plan of a document.
  package init(_ document: SourceText) throws(OfficeFault) {
    let draft = DraftPlan(try OfficeDocument(reading: document))
    source = SourceText(name: document.name, bytes: draft.text.bytes, places: draft.documentPlaces)
    report = draft.report
  }

  /// Makes one plan of several documents, one behind the other. Names of persons in rosters can be left out;
  /// `checklist` is the identifier of the one that the plan answers, where that is known.
  package init(joining documents: [OfficeDocument], blanksNames: Bool, checklist: String? = nil) {
    var all = OfficeDocument()
    for document in documents {
      all.blocks += document.blocks
      all.leftOut += document.leftOut
      all.pendingChanges += document.pendingChanges
    }
    let draft = DraftPlan(all, blanksNames: blanksNames, checklist: checklist)
    source = SourceText(name: "", bytes: draft.text.bytes)
    report = draft.report
  }
}
