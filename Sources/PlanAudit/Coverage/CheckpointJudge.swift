import PlanFormats
import PlanModel
import PlanText

/// Judges the checkpoints of a focus by the measures under it. Whoever asks for one focus need not wait for all.
package struct CheckpointJudge: Sendable {
  let words: ChecklistWords
  let wordings: OfficialWordings
  private let checklist: Checklist

  /// The measures under each focus.
  let written: WrittenMeasures

  /// `groups` are the headings of a plan, placed in the checklist; `catalog` knows the framework before it.
  package init(_ groups: [PlacedGroup], checklist: Checklist, catalog: ChecklistCatalog) {
    written = WrittenMeasures(groups)
    words = ChecklistWords.of(checklist)
    wordings = OfficialWordings.of(checklist, in: catalog)
    self.checklist = checklist
  }

  /// The checkpoints of a focus; nil where no measure says anything under it.
  package func points(at entry: Int) -> [CheckpointCoverage.Point]? {
    let answers = written.answers(at: entry)
    if answers.isEmpty { return nil }
    let checkpoints = checklist.entries[entry].node.checkpoints
    var naming = checkpoints.map { _ -> [CheckpointCoverage.Reference] in [] }
    // Few plans name what their measures meet.
    lazy var names = StatedCheckpoints(checkpoints)
    for answer in answers {
      guard let field = answer.measure.checkpoints, StatedCheckpoints.states(field.string) else { continue }
      let named = names.read(field.string).numbers
      if named.isEmpty { continue }
      let isShown = self.shows(answer.measure, at: entry)
      for (index, number) in named.sorted().enumerated() {
        var reference = answer
        // Each is looked for in all items of the measure; one that claims hundreds is taken at its word.
        reference.isDoubtful = index < Self.mostDoubted && !isShown(number)
        naming[number - 1].append(reference)
      }
    }
    // A measure that says what it meets is taken at its word, and meets nothing else.
    let silent = answers.filter { !($0.measure.checkpoints.map { StatedCheckpoints.states($0.string) } ?? false) }
    let found = self.found(in: silent.map(\.measure), at: entry)
    return checkpoints.enumerated().map { index, checkpoint in
      func point(
        _ state: CheckpointCoverage.State, _ measures: [CheckpointCoverage.Reference]
      ) -> CheckpointCoverage.Point {
        CheckpointCoverage.Point(
          entry: entry, number: index + 1, checkpoint: checkpoint, state: state, measures: measures)
      }
      if !naming[index].isEmpty { return point(.stated, naming[index]) }
      // Of a list without end nobody can tell.
      guard let found else { return point(.unlike, []) }
      let alike = Self.references(found.answers[index], among: silent)
      if !alike.isEmpty { return point(checkpoints.count == 1 ? .only : .worded, alike) }
      let isUnlike = checkpoints.count == 1 ? found.hasOwnWords() : found.hasOwnWords(numbered: index)
      return point(isUnlike ? .unlike : .open, [])
    }
  }

  /// How many of the checkpoints that one measure claims are looked for in it.
  private static let mostDoubted = 50

  /// Whether a measure has words of an answer to a checkpoint of its focus, by the number of that.
  private func shows(_ measure: Measure, at entry: Int) -> (Int) -> Bool {
    guard let words = words[entry], !words.isEndless else { return { _ in true } }
    let items = MeasureItem.all(of: measure)
    return { number in
      items.contains { words.answers($0, box: number - 1) && wordings.restated(by: $0.words.string, at: entry) == nil }
    }
  }

  private func found(in measures: [Measure], at entry: Int) -> FocusAnswers? {
    guard let words = words[entry], !words.isEndless else { return nil }
    return FocusAnswers(measures, to: entry, words: words, wordings: wordings)
  }

  /// What stands in the 辦理事項 of the measures of a focus and names nothing.
  func unknownNames(at entry: Int) -> [CheckpointCoverage.UnknownName] {
    let fields = written.answers(at: entry).compactMap(\.measure.checkpoints)
    if fields.isEmpty { return [] }
    let names = StatedCheckpoints(checklist.entries[entry].node.checkpoints)
    return fields.flatMap { field in
      names.read(field.string).unknown.map { .init(entry: entry, field: field, word: $0) }
    }
  }

  /// The measures that answer, each with its items.
  private static func references(
    _ answers: [FocusAnswers.Answer], among measures: [CheckpointCoverage.Reference]
  ) -> [CheckpointCoverage.Reference] {
    var references: [CheckpointCoverage.Reference] = []
    var last: Int?
    for answer in answers {
      if answer.measure != last { references.append(measures[answer.measure]) }
      last = answer.measure
      references[references.count - 1].items.append(
        CheckpointCoverage.Item(label: answer.item.label, words: answer.item.words))
    }
    return references
  }
}
