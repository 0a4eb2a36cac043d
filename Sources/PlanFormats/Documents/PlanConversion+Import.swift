import PlanModel

extension PlanConversion {
  /// A plan that was made of an office document, in a syntax: as people write a plan, with its measures under headings
  /// where these can say all that the tables of the document do; and the names of columns that are not in it because of
  /// that, by table.
  ///
  /// `own` is the checklist that it answers, where that is none that plantool brings. The result is read back and
  /// compared, as that of ``convert(_:to:)`` is.
  public static func imported(
    _ document: PlanDocument, to syntax: PlanDocument.Syntax, checklist own: Checklist? = nil
  ) throws(Problem) -> (text: String, columns: [[String]]) {
    let checklist =
      own ?? document.plan.metadata.checklist.flatMap { ChecklistCatalog.builtIn.checklist(identifier: $0.string) }
    if let plan = document.plan.underHeadings(checklist: checklist),
      let text = try? convert(document.with(.plan(plan)), to: syntax)
    {
      let columns = zip(document.plan.sections, plan.sections).compactMap { before, after in
        after.content.columnNames == nil ? before.content.columnNames : nil
      }
      return (text, columns)
    }
    return (try convert(document, to: syntax), [])
  }
}

extension SectionContent {
  /// The names above the columns of a table of measures that is written as one.
  fileprivate var columnNames: [String]? {
    if case .measures(let table) = self { table.columns?.map(\.name) } else { nil }
  }
}
