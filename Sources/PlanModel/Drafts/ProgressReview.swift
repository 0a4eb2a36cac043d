import PlanText

/// 檢討: what was reported on the measures of a year, as a section for the plan of another year.
struct ProgressReview {
  /// The words under the heading, in Markdown.
  let body: String
  /// How many reports it holds.
  let reports: Int

  /// How much of a measure names it.
  private static let longestName = 40

  /// Nil where nothing was reported.
  init?(of plan: Plan, year: Int) {
    let placed = PlacedMeasures(of: plan, checklist: nil)
    let paths = placed.headingNames.map { $0.joined(separator: "／") }
    var lines: [String] = []
    var (group, measures, count) = (-1, 0, 0)
    for measure in placed.measures {
      guard case .entries(let entries) = measure.fields[.progress] else { continue }
      let said = entries.map { $0.text.string }.filter { !$0.saysNothing }
      guard !said.isEmpty else { continue }
      if measure.group != group {
        group = measure.group
        lines.append("- " + (paths[group].isEmpty ? "具體作法" : paths[group]))
      }
      lines.append("  - " + Self.name(of: measure.measure))
      lines += said.map { "    - " + $0.lineSlices.joined(separator: "；") }
      measures += 1
      count += said.count
    }
    guard count > 0 else { return nil }
    let opening = "\(year)年度具體作法計\(placed.measures.count)項，有辦理情形者\(measures)項。執行成效與待改進事項：\(Placeholder.standard)"
    body = ([opening, ""] + lines).joined(separator: "\n")
    reports = count
  }

  /// The beginning of a measure, without the marks of its list.
  private static func name(of measure: Measure) -> String {
    measure.text.string.lineSlices.map { line in
      let words = line.drop { $0 == " " }
      return words.hasPrefix("- ") ? words.dropFirst(2) : words
    }.joined(separator: " ").excerpt(longestName)
  }

  /// Puts the review behind the numbered sections of a plan, under the next number; where there are none, before the
  /// attachments.
  func add(to plan: inout Plan, year: Int) {
    let last = plan.sections.lastIndex { $0.label != nil }
    let place =
      last.map { last in
        last + 1 + plan.sections[(last + 1)...].prefix { $0.isContinuation }.count
      } ?? plan.sections.firstIndex { $0.attachment != nil } ?? plan.sections.count
    let number =
      (last.flatMap { plan.sections[$0].label }).map { $0.with(value: $0.value + 1) + ($0.needsSpace ? " " : "") } ?? ""
    plan.sections.insert(
      Section(heading: PlanText("\(number)\(year)年度執行情形檢討"), content: .narrative(PlanText(body))), at: place)
  }
}
