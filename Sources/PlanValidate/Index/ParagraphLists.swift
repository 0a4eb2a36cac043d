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
    let (places, paragraphs) = (textPlaces, paragraphs)
    func prose(_ text: Int) -> [Paragraph] {
      paragraphs[text].lazy.map(\.paragraph).filter { $0.kind == .prose }
    }
    var lists: [[Paragraph]] = []
    func add(_ paragraphs: [Paragraph]) {
      guard paragraphs.count > 1 else { return lists += paragraphs.isEmpty ? [] : [paragraphs] }
      lists += Dictionary(grouping: paragraphs, by: \.indent).sorted { $0.key < $1.key }.map(\.value)
    }
    var heads = NumberTable<[Paragraph]>()
    for (entry, text) in zip(measures, places.measures) {
      var paragraphs = prose(text)
      guard !paragraphs.isEmpty else { continue }
      var head = paragraphs.removeFirst()
      if !paragraphs.isEmpty { head.leadsToList = true }
      heads[UInt64(entry.group), default: []].append(head)
      add(paragraphs)
      for text in entry.measure.fields.prose { add(Paragraph.prose(in: text)) }
    }
    // Measures stand in the order of their headings.
    lists += heads.values
    for heading in groups {
      for text in heading.group.defaults.prose { add(Paragraph.prose(in: text)) }
    }
    var (narratives, rows) = (places.narratives[...], places.surveyRows[...])
    for section in plan.sections {
      switch section.content {
      case .narrative: if let text = narratives.popFirst() { add(prose(text)) }
      case .citations(let citations): lists.append(citations.flatMap { Paragraph.prose(in: $0.text).prefix(1) })
      case .survey(let cells):
        lists.append(rows.prefix(cells.count).flatMap(prose))
        rows = rows.dropFirst(cells.count)
      case .measures, .taskForce, .checklist, .units, .inspectionLog: break
      }
    }
    if document.proposal != nil {
      for text in texts.indices { add(prose(text)) }
    }
    return lists
  }
}
