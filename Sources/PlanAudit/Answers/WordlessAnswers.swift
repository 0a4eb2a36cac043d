import PlanModel
import PlanText

/// What answers without the words of an answer.
extension FocusAnswers {
  /// Adds the measures that have no word of an answer, where there is one checkpoint: beside an answer those that say
  /// anything, if anything under the focus is one, else those that say whom they serve or how much was done. Without an
  /// answer those that say one of both at some length, for what an agency tells in detail under a focus is meant for it;
  /// and where whatever else is done is asked for, those that say whom they serve. What has one clause says what is bought
  /// or repaired rather than what it is to the public.
  mutating func addOthers() {
    guard let answering = answers.first else { return }
    let named = Set(answering.map(\.measure))
    for index in measures.indices.prefix(Self.mostItems) where !named.contains(index) {
      let item = ownItem(of: index) {
        // Most name nobody and nothing, before it is looked what they are about.
        if answering.isEmpty, !words.saysWhatIsDone($0.searched) { return false }
        let text = words.searched($0)
        let isMore = text.clauses.count { !$0.isRefused } > 1
        if !answering.isEmpty { return isMore && (words.isOpen || words.mayAnswer(text)) }
        return isMore && words.asksForOthers && words.isForServed(text)
          || words.saysWhatIsDone(text) && clauses(of: index) >= Self.manyClauses
      }
      if let item { answers[0].append(Answer(measure: index, item: item, words: 0)) }
    }
    answers[0].sort { $0.measure < $1.measure }
  }

  /// How many clauses of a measure, its items together, are enough to say what is done for whom.
  private static let manyClauses = 3

  /// How many clauses of a measure are not refused.
  private func clauses(of measure: Int) -> Int {
    (items.indices.contains(measure) ? items[measure] : MeasureItem.all(of: measures[measure])).reduce(0) {
      $0 + words.searched($1).clauses.count { !$0.isRefused }
    }
  }

  /// Gives what says which marks were given to the checkpoint that asks for a result and has no answer, whatever words it
  /// has: 督察組扮民眾到各所，平均90.2分. What answers a checkpoint about something else keeps it.
  mutating func giveMarks() {
    guard let box = words.boxes.indices.first(where: { answers[$0].isEmpty && words.boxes[$0].asksForResults }) else {
      return
    }
    let others = answers.indices.filter { !words.boxes[$0].isGeneral }.flatMap { answers[$0] }
    var given: [Answer] = []
    for index in items.indices where !restatement.isWhole(measures[index]) {
      for item in items[index] where !item.onlyLeads && EvidenceKind.hasMarks(words.searched(item)) {
        let answer = Answer(measure: index, item: item, words: 1)
        if others.contains(where: answer.isOfSameItem) || restatement.says(item.words.string) { continue }
        given.append(answer)
      }
    }
    for index in answers.indices { answers[index].removeAll { given.contains(where: $0.isOfSameItem) } }
    answers[box] = given
  }
}
