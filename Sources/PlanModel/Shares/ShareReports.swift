import PlanText

/// The reports (辦理情形) of a measure, and what forms do to them.
///
/// A report that a form has beyond those it was made with is added. One that is written over is replaced, unless the new
/// one is of another day: then both are reports. Reports are never taken out of the plan.
struct ShareReports {
  private let row: ShareRow
  private let own: [String]
  /// What is added, once.
  private var added: [(value: String, claims: [ShareMerge.Claim])] = []
  private var addedPlaces: [WrittenWords: Int] = [:]
  /// For the sum of a report what it is replaced by.
  private var replaced: [(made: String, claims: [ShareMerge.Claim])] = []
  private var replacedPlaces: [String: Int] = [:]
  private var removed: [(made: String, claim: ShareMerge.Claim)] = []
  /// Where a report of the plan stands, by its sum.
  private let places: [String: Int]

  init(_ row: ShareRow) {
    self.row = row
    own = row.values(of: .field(.progress))
    places = Dictionary(zip(own.shareSums, own.indices)) { first, _ in first }
  }

  /// Adds the reports of a form; `made` are the sums of those it was made with, where that is known.
  mutating func add(_ values: [String], made: [String]?, of form: Int, at place: Int) {
    let made = made ?? own.shareSums
    // Which report of the form is which that it was made with: the same words, in any order.
    var waiting = Dictionary(grouping: made.indices.reversed()) { made[$0] }
    let origins = values.shareSums.map { sum in waiting[sum]?.popLast() }
    // Those that are gone, by the last one before them that is not.
    let kept = Set(origins.compactMap { $0 })
    var gone: [Int: [Int]] = [:]
    var last = -1
    for index in made.indices {
      if kept.contains(index) { last = index } else { gone[last, default: []].append(index) }
    }
    for key in gone.keys { gone[key]?.reverse() }
    last = -1
    for (value, origin) in zip(values, origins) {
      if let origin {
        last = origin
        continue
      }
      let claim = ShareMerge.Claim(form: form, values: [value], place: place)
      if let index = gone[last]?.popLast(), replaces(made[index], value) {
        replace(made[index], claim)
      } else {
        add(claim)
      }
    }
    for index in gone.values.joined().sorted() {
      removed.append((made[index], ShareMerge.Claim(form: form, values: [], place: place)))
    }
  }

  /// Whether words are written over a report, and not those of another day in its place.
  private func replaces(_ made: String, _ value: String) -> Bool {
    guard let place = places[made] else { return true }
    let days = [own[place], value].map { ProgressEntry(text: PlanText($0)).date }
    return days[0] == nil || days[1] == nil || days[0] == days[1]
  }

  private mutating func add(_ claim: ShareMerge.Claim) {
    let value = claim.values[0]
    if let index = addedPlaces[WrittenWords(value)] {
      added[index].claims.append(claim)
    } else {
      addedPlaces[WrittenWords(value)] = added.count
      added.append((value, [claim]))
    }
  }

  private mutating func replace(_ made: String, _ claim: ShareMerge.Claim) {
    if let index = replacedPlaces[made] {
      replaced[index].claims.append(claim)
    } else {
      replacedPlaces[made] = replaced.count
      replaced.append((made, [claim]))
    }
  }

  // MARK: Settling

  struct Settled {
    /// The reports of the plan as they are now.
    var values: [String]
    var changes: [ShareMerge.Cell] = []
    var conflicts: [ShareMerge.Cell] = []
    var leftovers: [ShareMerge.Leftover] = []
  }

  func settled() -> Settled {
    var settled = Settled(values: own)
    func cell(_ old: [String], _ claims: [ShareMerge.Claim], _ origin: ShareMerge.Origin = .asMade) -> ShareMerge.Cell {
      ShareMerge.Cell(
        words: row.measure.text, cell: .field(.progress), old: old, claims: claims, origin: origin)
    }
    let known = Known(own)
    for (made, claims) in replaced {
      let isAgreed = claims.allSatisfy { $0.values.areWritten(claims[0].values) }
      if isAgreed, known.has(claims[0].values[0]) { continue }
      guard isAgreed, let place = places[made] else {
        let old = places[made].map { [own[$0]] } ?? own
        settled.conflicts.append(cell(old, claims, places[made] == nil ? .changed : .asMade))
        continue
      }
      settled.changes.append(cell([own[place]], claims))
      settled.values[place] = claims[0].values[0]
    }
    for (value, claims) in added where !known.has(value) {
      settled.changes.append(cell([], claims))
      settled.values.append(value)
    }
    for (made, claim) in removed {
      guard let place = places[made], settled.values[place].isWritten(own[place]) else { continue }
      settled.leftovers.append(
        ShareMerge.Leftover(
          kind: .cellEmptied(.field(.progress)), form: claim.form, text: own[place], place: claim.place))
    }
    return settled
  }

  /// The reports that the plan has: whole, or as lines of one, as a cell of a table has several.
  private struct Known {
    private let lines: Set<WrittenWords>
    private let text: String

    init(_ reports: [String]) {
      lines = Set(reports.flatMap { $0.lines.map(WrittenWords.init) })
      text = "\n" + reports.joined(separator: "\n") + "\n"
    }

    func has(_ value: String) -> Bool {
      value.lines.allSatisfy { lines.contains(WrittenWords($0)) } && text.has("\n\(value)\n")
    }
  }
}
