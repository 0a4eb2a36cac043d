import PlanModel
import PlanText

/// What the numbers mean by which some plans count their measures: 1-1 and 1-2 answer the first checkpoint of a focus, 2-1
/// the second.
struct OwnNumbers {
  /// The checkpoint of each measure, as an index; nil where its number names none.
  let boxes: [Int?]

  /// Nil where the measures are not numbered so: the numbers that there are name checkpoints, the first and more than one,
  /// and most of what the words of the measures answer stands under the right number.
  init?(_ measures: [Measure], answers: [[FocusAnswers.Answer]]) {
    let boxes = measures.map(Self.box)
    let numbers = Set(boxes.compactMap(\.self))
    guard numbers.count > 1, numbers.contains(0), numbers.allSatisfy({ $0 < answers.count }) else { return nil }
    let answered = answers.enumerated().flatMap { box, answers in
      Set(answers.map(\.measure)).map { (box: box, measure: $0) }
    }
    let right = answered.count { boxes[$0.measure] == $0.box }
    guard 2 * right > answered.count else { return nil }
    self.boxes = boxes
  }

  /// The answers without those of a measure that answers the checkpoint of its number, to others; and without answers under
  /// another number to the checkpoint that asks for the focus as a whole.
  func narrowed(_ answers: [[FocusAnswers.Answer]], isGeneral: [Bool]) -> [[FocusAnswers.Answer]] {
    let answering = answers.map { Set($0.map(\.measure)) }
    return answers.enumerated().map { box, answers in
      answers.filter { answer in
        guard let own = boxes[answer.measure], own != box else { return true }
        return !isGeneral[box] && !answering[own].contains(answer.measure)
      }
    }
  }

  private static func box(of measure: Measure) -> Int? {
    guard let label = measure.label, label.style == .pair,
      let number = Numeral.value(of: Array(label.text.unicodeScalars.prefix { $0 != "-" })[...]), number > 0
    else { return nil }
    return number - 1
  }
}
