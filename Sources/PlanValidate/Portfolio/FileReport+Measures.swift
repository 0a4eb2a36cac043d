import PlanAudit
import PlanFormats
import PlanModel
import PlanText

extension FileReport {
  /// How many measures of the plan answer each focus that its checklist asks for, by the entries of the checklist; nil
  /// where it is unknown. What only fills a cell is no measure.
  public var measuresByFocus: [(entry: Int, measures: Int)]? {
    guard let checklist else { return nil }
    let plan = document.withoutCode.plan
    let placed = PlacedMeasures(of: plan, checklist: checklist)
    var counts: [Int: Int] = [:]
    for measure in placed.measures where !measure.measure.text.string.saysNothing {
      if let focus = placed.groups[measure.group].focus { counts[focus, default: 0] += 1 }
    }
    let layouts = Set(placed.groups.map(\.layout))
    var seen: Set<Int> = []
    let outlines = (layouts.isEmpty ? TableLayout.allCases : TableLayout.allCases.filter(layouts.contains))
      .map(checklist.outline(for:)).filter { seen.insert($0.entries.lowerBound).inserted }
    return outlines.flatMap { outline in
      outline.entries.filter { checklist.entries[$0].isFocus && !checklist.entries[$0].needsNoPart }
        .map { ($0, counts[$0] ?? 0) }
    }
  }

  /// The measures of the plan in words of its own, each of some length: without those that say back what the checklist
  /// says, which every plan has by right. And how many measures there are in all.
  public var ownMeasures: (texts: [PlanText], all: Int) {
    let plan = document.withoutCode.plan
    let placed = PlacedMeasures(of: plan, checklist: checklist)
    let wordings = checklist.map { OfficialWordings.of($0, in: catalog) }
    let texts = placed.measures.compactMap { measure -> PlanText? in
      let text = measure.measure.text
      guard text.string.scalarCount >= Self.shortestOwn, !text.string.saysNotApplicable else { return nil }
      let focus = placed.groups[measure.group].focus
      if let wordings, let focus, wordings.restated(by: text.string, at: focus) != nil { return nil }
      return text
    }
    return (texts, placed.measures.count)
  }

  /// Shorter measures (辦理為民服務教育訓練。) are those of many agencies that know nothing of each other.
  private static let shortestOwn = 24
}
