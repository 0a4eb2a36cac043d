import PlanModel
import PlanText

/// The lines of a plan that stand under no focus or under another one: a checkpoint that has no answer at its place may
/// have one there.
struct OtherPlaces {
  private struct Line {
    let words: PlanText
    let searched: SearchedText
    /// The focus under which it stands.
    let focus: Int?
  }

  private let lines: [Line]
  private let words: ChecklistWords

  /// How many lines are looked through, of a plan with hundreds of pages.
  private static let mostLines = 2_000

  init(_ plan: Plan, groups: [PlacedGroup], restating judge: CheckpointJudge) {
    var lines: [Line] = []
    func add(_ text: PlanText, focus: Int?) {
      for paragraph in Paragraph.all(in: text) where lines.count < Self.mostLines && !paragraph.leadsToList {
        guard paragraph.kind != .heading else { continue }
        let words = paragraph.item.words
        if let focus, judge.wordings.restated(by: words.string, at: focus) != nil { continue }
        lines.append(Line(words: words, searched: SearchedText(words.string), focus: focus))
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
    words = judge.words
  }

  /// The line that may answer a checkpoint.
  func answer(to point: CheckpointCoverage.Point) -> PlanText? {
    guard let focus = words[point.entry] else { return nil }
    let box = focus.boxes[point.number - 1]
    return lines.first { line in
      line.focus != point.entry && box.isAnsweredElsewhere(by: line.searched)
        && !focus.short.says(line.words.string)
    }?.words
  }
}
