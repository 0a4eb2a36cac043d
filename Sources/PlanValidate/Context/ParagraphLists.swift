import PlanModel
import PlanText

extension PlanIndex {
  /// The rows of all surveys.
  var surveyRows: [SurveyRow] {
    plan.sections.flatMap { section -> [SurveyRow] in
      if case .survey(let rows) = section.content { return rows }
      return []
    }
  }

  /// The paragraphs and items that stand side by side: the measures under a heading, the items inside one, the
  /// citations, the cells of a survey …
  func listParagraphs() -> [[Paragraph]] {
    var lists: [[Paragraph]] = []
    func add(_ paragraphs: some Sequence<Paragraph>) {
      lists += Dictionary(grouping: paragraphs, by: \.indent).sorted { $0.key < $1.key }.map(\.value)
    }
    var heads: [Int: [Paragraph]] = [:]
    for entry in measures {
      var paragraphs = Paragraph.prose(in: entry.measure.text)
      guard !paragraphs.isEmpty else { continue }
      var head = paragraphs.removeFirst()
      if !paragraphs.isEmpty { head.leadsToList = true }
      heads[entry.group, default: []].append(head)
      add(paragraphs)
      for text in entry.measure.fields.prose { add(Paragraph.prose(in: text)) }
    }
    lists += heads.sorted { $0.key < $1.key }.map(\.value)
    for heading in groups {
      for text in heading.group.defaults.prose { add(Paragraph.prose(in: text)) }
    }
    for section in plan.sections {
      switch section.content {
      case .narrative(let text): add(Paragraph.prose(in: text))
      case .citations(let citations): lists.append(citations.flatMap { Paragraph.prose(in: $0.text).prefix(1) })
      case .survey(let rows): lists.append(rows.flatMap { Paragraph.prose(in: $0.text) })
      case .measures, .taskForce, .checklist, .units, .inspectionLog: break
      }
    }
    if document.proposal != nil {
      for text in texts { add(Paragraph.prose(in: text)) }
    }
    return lists
  }
}
