import PlanModel
import PlanText

/// The lines of a plan that stand under no focus or under another one: a checkpoint that has no answer at its place may
/// have one there.
struct OtherPlaces {
  private struct Line {
    let words: PlanText
    /// The focus under which it stands.
    let focus: Int?
    /// The words in the form in which they are searched, made for the few lines that may answer something.
    var searched: SearchedText?
  }

  private var lines: [Line]
  private let index: PairIndex
  private let words: ChecklistWords

  /// How many lines are looked through, of a plan with hundreds of pages.
  private static let mostLines = 2_000

  init(_ plan: Plan, groups: [PlacedGroup], restating judge: CheckpointJudge) {
    var lines: [Line] = []
    func add(_ text: PlanText, focus: Int?) {
      guard lines.count < Self.mostLines else { return }
      for paragraph in Paragraph.all(in: text) where lines.count < Self.mostLines && !paragraph.leadsToList {
        guard paragraph.kind != .heading else { continue }
        let words = paragraph.item.words
        if let focus, judge.wordings.restated(by: words.string, at: focus) != nil { continue }
        lines.append(Line(words: words, focus: focus))
      }
    }
    for section in plan.sections {
      switch section.content {
      case .narrative(let text): add(text, focus: nil)
      case .survey(let rows): for row in rows { add(row.text, focus: nil) }
      default: break
      }
    }
    for place in groups { for measure in place.group.measures { add(measure.text, focus: place.focus ?? place.entry) } }
    self.lines = lines
    index = PairIndex(lines.map { SearchedText.bytes($0.words.string) })
    words = judge.words
  }

  /// The line that may answer a checkpoint.
  mutating func answer(to point: CheckpointCoverage.Point) -> PlanText? {
    guard let focus = words[point.entry] else { return nil }
    let box = focus.boxes[point.number - 1]
    let number = box.mayBeAnsweredElsewhere(in: index).numbers.first { number in
      let place = lines[number].focus
      return place != point.entry && box.isAnsweredElsewhere(by: searched(number), isUnderFocus: place != nil)
        && !focus.short.says(lines[number].words.string)
    }
    return number.map { lines[$0].words }
  }

  private mutating func searched(_ number: Int) -> SearchedText {
    if let searched = lines[number].searched { return searched }
    let searched = SearchedText(lines[number].words.string)
    lines[number].searched = searched
    return searched
  }
}
