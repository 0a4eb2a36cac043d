import PlanText

/// What forms want to change in a plan, cell by cell.
struct ShareClaims {
  private let rows: [ShareRow]
  /// For each measure its cells with what forms say of them, in the order in which they were found.
  private var claims: [Int: [(cell: ShareCell, claims: [Wanted])]] = [:]
  private var reports: [Int: ShareReports] = [:]
  private(set) var leftovers: [ShareMerge.Leftover] = []

  private struct Wanted {
    let claim: ShareMerge.Claim
    /// The sums of what the cell said when the form was made; nil where that is not known.
    let made: [String]?
  }

  init(_ rows: [ShareRow]) { self.rows = rows }

  // MARK: Adding

  mutating func add(_ form: ShareForm, number: Int) {
    func leave(_ kind: ShareMerge.Leftover.Kind, _ text: String, at place: Int?) {
      leftovers.append(ShareMerge.Leftover(kind: kind, form: number, text: text, place: place))
    }
    let partners = ShareMatcher(form, in: rows).partners
    // Below a heading that the unit has rewritten, which is told, no row has moved.
    let paths = Set(form.rows.compactMap { $0.mark?.path }).union(rows.map(\.path))
    for (row, partner) in zip(form.rows, partners) {
      let place = row.range.lowerBound
      guard let partner else {
        // What the officer has deleted, and the unit has not touched, is gone.
        if row.mark.map({ !$0.isAsMade(row.row) }) ?? true { leave(.rowWithoutMeasure, row.row.written, at: place) }
        continue
      }
      if let mark = row.mark, mark.path != row.row.path, paths.contains(row.row.path) {
        leave(.rowMoved, row.row.measure.text.string, at: place)
      }
      add(row, of: number, to: partner)
    }
    for comment in form.comments { leave(.comment, comment.string, at: comment.range.lowerBound) }
    for mark in form.damaged { leave(.markDamaged, mark.string, at: mark.range.lowerBound) }
    leaveDeletedRows(of: form, number, taken: Set(partners.compactMap { $0 }))
  }

  /// The measures that the form had, and that are in the plan, but no longer in the form.
  private mutating func leaveDeletedRows(of form: ShareForm, _ number: Int, taken: Set<Int>) {
    guard let list = form.list else { return }
    var left = Dictionary(
      form.rows.map { ($0.mark?.identity ?? $0.row.identity, 1) }, uniquingKeysWith: +)
    var lost: [String: Int] = [:]
    for row in list.rows where row.isOwn {
      if let count = left[row.identity], count > 0 {
        left[row.identity] = count - 1
      } else {
        lost[row.identity, default: 0] += 1
      }
    }
    guard !lost.isEmpty else { return }
    for place in rows.indices where !taken.contains(place) {
      guard let count = lost[rows[place].identity], count > 0 else { continue }
      lost[rows[place].identity] = count - 1
      leftovers.append(
        ShareMerge.Leftover(kind: .rowDeleted, form: number, text: rows[place].measure.text.string, place: nil))
    }
  }

  private mutating func add(_ row: ShareForm.Row, of form: Int, to partner: Int) {
    let place = row.range.lowerBound
    for (cell, values) in row.row.cells {
      if cell.isProgress {
        reports[partner, default: ShareReports(rows[partner])]
          .add(values, made: row.mark?.sums(of: cell.key), of: form, at: place)
        continue
      }
      let made = row.mark?.sums(of: cell.key)
      let sums = values.shareSums
      if sums == made || made == nil && sums == rows[partner].values(of: cell).shareSums { continue }
      let wanted = Wanted(claim: ShareMerge.Claim(form: form, values: values, place: place), made: made)
      var cells = claims[partner] ?? []
      if let index = cells.firstIndex(where: { $0.cell == cell }) {
        cells[index].claims.append(wanted)
      } else {
        cells.append((cell, [wanted]))
      }
      claims[partner] = cells
    }
    for (cell, values) in rows[partner].cells {
      guard let made = row.mark?.sums(of: cell.key), !made.isEmpty else { continue }
      let own = row.row.values(of: cell)
      // Of several reports one may be overwritten; only where none is left the cell is empty.
      if own.isEmpty {
        let text = values.joined(separator: "\n")
        leftovers.append(ShareMerge.Leftover(kind: .cellEmptied(cell), form: form, text: text, place: place))
      }
    }
  }

  // MARK: Settling

  struct Settled {
    var changes: [ShareMerge.Cell] = []
    var conflicts: [ShareMerge.Cell] = []
    var values: [Int: [(cell: ShareCell, values: [String])]] = [:]
  }

  mutating func settle() -> Settled {
    var settled = Settled()
    for place in rows.indices {
      for (cell, wanted) in claims[place] ?? [] { settle(cell, wanted, of: place, in: &settled) }
      guard let reports = reports[place]?.settled() else { continue }
      settled.changes += reports.changes
      settled.conflicts += reports.conflicts
      leftovers += reports.leftovers
      if !reports.changes.isEmpty {
        settled.values[place, default: []].append((.field(.progress), reports.values))
      }
    }
    return settled
  }

  private func settle(_ cell: ShareCell, _ wanted: [Wanted], of place: Int, in settled: inout Settled) {
    let old = rows[place].values(of: cell)
    let sums = old.shareSums
    let values = wanted.map(\.claim.values)
    let isAgreed = values.allSatisfy { $0.areWritten(values[0]) }
    if isAgreed, values[0].areWritten(old) { return }
    // Where nothing stands, nobody's words are lost, whenever they were removed.
    let origin: ShareMerge.Origin =
      old.isEmpty || wanted.allSatisfy { $0.made == sums }
      ? .asMade : wanted.contains { $0.made == nil } ? .unknown : .changed
    let result = ShareMerge.Cell(
      words: rows[place].measure.text, cell: cell, old: old, claims: wanted.map(\.claim), origin: origin)
    guard isAgreed, origin == .asMade else {
      settled.conflicts.append(result)
      return
    }
    settled.changes.append(result)
    settled.values[place, default: []].append((cell, values[0]))
  }
}

extension [String] {
  /// Whether they are the same, character by character.
  func areWritten(_ other: [String]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.isWritten($1) }
  }
}

extension ShareRow {
  /// All that it says, as a list writes it.
  var written: String {
    let lines = cells.flatMap { cell, values -> [String] in
      switch cell {
      case .label: values
      case .words: values
      case .field(let field): values.map { "\(field.name)：\($0)" }
      case .own(let name): values.map { "\(name)：\($0)" }
      }
    }
    return lines.joined(separator: "\n")
  }
}
