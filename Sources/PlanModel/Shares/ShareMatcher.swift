import PlanText

/// Finds for the rows of a form the measures of the plan that they are.
///
/// The surest first: the same words under the same headings with the same deadline and units; then with less of these,
/// each only where it is clear; at last words that have much in common with those of a measure that was not in the plan
/// when the form was made, which is one whose words the officer has changed. What is not clear stays without a partner.
struct ShareMatcher {
  private let rows: [ShareRow]
  private let form: ShareForm
  /// For each row of the form the measure.
  private(set) var partners: [Int?]
  private var isTaken: [Bool]
  /// How many measures have the same words.
  private let counts: (then: [String: Int], now: [String: Int])

  init(_ form: ShareForm, in rows: [ShareRow]) {
    (self.form, self.rows) = (form, rows)
    partners = form.rows.map { _ in nil }
    isTaken = rows.map { _ in false }
    counts = (
      Dictionary((form.list?.rows ?? []).map { ($0.identity, 1) }, uniquingKeysWith: +),
      Dictionary(rows.map { ($0.identity, 1) }, uniquingKeysWith: +)
    )
    let marked = form.rows.indices.filter { form.rows[$0].mark != nil }
    pairOnly(marked, { ShareKey($0.identity, $0.path, $0.duty, $0.progress) })
    pairOnly(marked, { ShareKey($0.identity, $0.path, $0.duty) })
    pairTwins(marked)
    let single = marked.filter { form.rows[$0].mark?.twins == 1 && isSteady($0) }
    pairOnly(single, { ShareKey($0.identity, $0.path) })
    let steady = marked.filter(isSteady)
    pairOnly(steady, { ShareKey($0.identity, $0.duty) })
    pairOnly(steady, { ShareKey($0.identity) })
    pairAlike(marked)
    let unmarked = form.rows.indices.filter { form.rows[$0].mark == nil && isSteady($0) }
    pairOnly(unmarked, { ShareKey($0.identity, $0.path, $0.duty) })
    pairOnly(unmarked, { ShareKey($0.identity, $0.path) })
    pairOnly(unmarked, { ShareKey($0.identity) })
  }

  /// Whether the plan has as many measures with the words of a row as it had when the form was made, so that none of
  /// them can have been deleted.
  private func isSteady(_ index: Int) -> Bool {
    let row = form.rows[index]
    let identity = row.mark?.identity ?? row.row.identity
    return counts.now[identity] == (form.list == nil ? 1 : counts.then[identity])
  }

  /// What a row is known by, as it was when the form was made.
  private struct Sign {
    let identity: String
    let path: String
    let duty: String
    let progress: String

    init(_ row: ShareRow) {
      (identity, path, duty) = (row.identity, row.path, row.duty)
      progress = row.values(of: .field(.progress)).shareSums.joined(separator: ",")
    }

    init(_ mark: ShareMark) {
      (identity, path, duty) = (mark.identity, mark.path, mark.duty)
      progress = mark.sums(of: ShareCell.field(.progress).key).joined(separator: ",")
    }

    init(_ row: ShareForm.Row) { self = row.mark.map { Sign($0) } ?? Sign(row.row) }
  }

  private struct ShareKey: Hashable {
    let parts: [String]

    init(_ parts: String...) { self.parts = parts }
  }

  private mutating func pair(_ index: Int, _ place: Int) {
    partners[index] = place
    isTaken[place] = true
  }

  /// The rows that are left, and the measures that are left, by a key.
  private func left(
    _ indices: [Int], _ key: (Sign) -> ShareKey
  ) -> (form: [ShareKey: [Int]], plan: [ShareKey: [Int]]) {
    let waiting = indices.filter { partners[$0] == nil }
    if waiting.isEmpty { return ([:], [:]) }
    return (
      Dictionary(grouping: waiting) { key(Sign(form.rows[$0])) },
      Dictionary(grouping: rows.indices.filter { !isTaken[$0] }) { key(Sign(rows[$0])) }
    )
  }

  /// Pairs a row with a measure where each is the only one with a key.
  private mutating func pairOnly(_ indices: [Int], _ key: (Sign) -> ShareKey) {
    let (ofForm, ofPlan) = left(indices, key)
    for (key, indices) in ofForm where indices.count == 1 {
      if let places = ofPlan[key], places.count == 1 { pair(indices[0], places[0]) }
    }
  }

  /// Pairs measures with the same words under the same headings by their order, where there are as many as there were.
  private mutating func pairTwins(_ indices: [Int]) {
    let all = Dictionary(grouping: rows.indices) { ShareKey(rows[$0].identity, rows[$0].path) }
    let (ofForm, _) = left(indices) { ShareKey($0.identity, $0.path) }
    for (key, indices) in ofForm {
      guard let places = all[key], places.count > 1 else { continue }
      for index in indices {
        guard let mark = form.rows[index].mark, mark.twins == places.count, places.indices.contains(mark.twin - 1),
          !isTaken[places[mark.twin - 1]]
        else { continue }
        pair(index, places[mark.twin - 1])
      }
    }
  }

  /// How much words must have in common to be those of the same measure, under the same headings and anywhere else.
  private static let near = 0.4
  private static let far = 0.65

  /// Pairs rows with measures that are new since the form was made, like them, and of the same units: where the officer
  /// has deleted one and rewritten another that looks like it, the form has both, and the nearer one is taken.
  private mutating func pairAlike(_ indices: [Int]) {
    guard let list = form.list else { return }
    let known = Set(list.rows.map(\.identity))
    let waiting = indices.filter { partners[$0] == nil }
    let fresh = rows.indices.filter { !isTaken[$0] && !known.contains(rows[$0].identity) }
    guard !waiting.isEmpty, !fresh.isEmpty else { return }
    let ours = waiting.map { Likeness(form.rows[$0].row.measure.text.string.dense) }
    let others = fresh.map { Likeness(rows[$0].measure.text.string.dense) }
    var pairs: [(degree: Double, index: Int, place: Int)] = []
    for (number, candidates) in Likeness.candidates(for: ours, among: others).enumerated() {
      for candidate in candidates {
        let (mark, row) = (form.rows[waiting[number]].mark, rows[fresh[candidate]])
        let isNear = mark?.path == row.path
        let units = row.values(of: .field(.units)).shareSums
        guard let mark, mark.sums(of: MeasureField.units.key) == units, isNear || !units.isEmpty else { continue }
        let degree = ours[number].degree(to: others[candidate])
        if degree >= (isNear ? Self.near : Self.far) { pairs.append((degree, waiting[number], fresh[candidate])) }
      }
    }
    pairs.sort { ($0.degree, $1.index, $1.place) > ($1.degree, $0.index, $0.place) }
    for (_, index, place) in pairs where partners[index] == nil && !isTaken[place] { pair(index, place) }
  }
}
