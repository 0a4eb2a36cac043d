import PlanText

/// Takes the forms of units back into the plan.
///
/// A cell that a unit has changed since its form was made goes into the plan if nobody else has changed it: neither the
/// officer in the plan nor another unit. Otherwise both values are a conflict, and the plan keeps its own. Reports
/// (辦理情形) are merged one by one: those of several units stand beside each other. Nothing is taken out of the plan:
/// what a unit has deleted, and whatever has no place in the plan, is left over and told.
public struct ShareMerge: Sendable {
  /// A value of a cell in a form.
  public struct Claim: Sendable {
    /// The form, as an index into ``forms``.
    public let form: Int
    public let values: [String]
    /// Where the row stands in the form, as a byte offset.
    public let place: Int
  }

  /// A cell that was changed, or is in conflict.
  public struct Cell: Sendable {
    /// The measure, by the words that it has in the plan.
    public let words: PlanText
    public let cell: ShareCell
    /// What the plan says; of a report the one that is changed.
    public let old: [String]
    public let claims: [Claim]
    /// Whether the plan's own value is the one that the forms were made of.
    public let origin: Origin
  }

  /// What is known of a value of the plan since the forms were made.
  public enum Origin: Sendable {
    case asMade, changed
    /// A form has lost the mark that would tell.
    case unknown
  }

  /// Something in a form that has no place in the plan, or that somebody has to decide.
  public struct Leftover: Sendable {
    public enum Kind: Sendable, Hashable {
      /// A row that is no measure of the plan: a new one, or one that the officer has deleted or rewritten.
      case rowWithoutMeasure
      /// A measure that the unit has deleted from its form.
      case rowDeleted
      /// A row that the unit has moved under another heading.
      case rowMoved
      /// A cell that the unit has emptied.
      case cellEmptied(ShareCell)
      case comment
      /// A mark of plantool that somebody has changed.
      case markDamaged
      /// Text beside the rows: headings, what stands under them, paragraphs.
      case text
    }

    public let kind: Kind
    public let form: Int
    /// The whole text.
    public let text: String
    /// Where it stands in the form, as a byte offset; nil where it is no longer there.
    public let place: Int?

    public init(kind: Kind, form: Int, text: String, place: Int?) {
      (self.kind, self.form, self.text, self.place) = (kind, form, text, place)
    }
  }

  public let forms: [ShareForm]
  /// The plan with what could be merged.
  public private(set) var plan: Plan
  public private(set) var changes: [Cell] = []
  public private(set) var conflicts: [Cell] = []
  public package(set) var leftovers: [Leftover] = []
  /// The units of the plan whose form is not there.
  public let missing: [String]

  /// Merges forms that are of the plan (``ShareForm/isOf(_:)``).
  public init(_ forms: [ShareForm], into plan: Plan) {
    self.forms = forms
    self.plan = plan
    let directory = UnitDirectory(plan)
    let back = Set(forms.compactMap { $0.unit.map(directory.canonicalName) })
    missing = UnitShares(plan).shares.filter { !back.contains($0.canonical) }.map(\.unit)
    var claims = ShareClaims(plan.shareRows)
    for index in forms.indices { claims.add(forms[index], number: index) }
    leftovers = claims.leftovers
    let settled = claims.settle()
    (changes, conflicts) = (settled.changes, settled.conflicts)
    self.plan.apply(settled.values)
  }

  /// Whether nothing is left for the officer to decide.
  public var isClean: Bool { conflicts.isEmpty && leftovers.isEmpty }

  /// Whether a form is of another plan: of another agency or year, or without a single measure of it.
  public static func isForeign(_ form: ShareForm, to plan: Plan) -> Bool {
    guard form.isOf(plan) else { return true }
    let rows = plan.shareRows
    let known = Set(rows.map(\.identity))
    // Of twins it may not be known which is which, but they are of this plan.
    if form.rows.isEmpty || form.rows.contains(where: { known.contains($0.mark?.identity ?? $0.row.identity) }) {
      return false
    }
    return ShareMatcher(form, in: rows).partners.allSatisfy { $0 == nil }
  }
}

extension Plan {
  /// Sets the values of cells of measures, by their numbers in the order of the plan.
  fileprivate mutating func apply(_ values: [Int: [(cell: ShareCell, values: [String])]]) {
    guard !values.isEmpty else { return }
    let known = tabledUnits
    var number = 0

    /// Returns the columns that a table above the heading needs for it.
    func apply(_ group: inout MeasureGroup, isInTable: Bool) -> [MeasureColumn] {
      let isTable = isInTable || group.columns != nil
      var needed: [MeasureColumn] = []
      for index in group.measures.indices {
        if let cells = values[number] {
          for (cell, values) in cells { group.measures[index].set(cell, to: values, known: known) }
          if isTable { group.measures[index].joinReports() }
          group.measures[index].fields.partUnits(known: known)
          needed += group.measures[index].columns
        }
        number += 1
      }
      for index in group.groups.indices { needed += apply(&group.groups[index], isInTable: isTable) }
      if group.columns == nil { return needed }
      group.columns?.add(needed)
      return []
    }

    for index in sections.indices {
      guard case .measures(var table) = sections[index].content else { continue }
      var needed: [MeasureColumn] = []
      for group in table.groups.indices { needed += apply(&table.groups[group], isInTable: table.columns != nil) }
      table.columns?.add(needed)
      sections[index].content = .measures(table)
    }
    divideJoinedUnits()
  }
}

extension Measure {
  /// Makes one report of those that a cell of a table would not tell apart.
  fileprivate mutating func joinReports() {
    let reports = progress.filter { !$0.text.isBlank }.map(\.text)
    guard reports.count > 1 else { return }
    let cell = PlanText(reports.map(\.string).joined(separator: "\n"))
    let read = ProgressEntry.entries(in: cell)
    fields[.progress] = .entries(read.map(\.text.string) == reports.map(\.string) ? read : [ProgressEntry(text: cell)])
  }

  /// The columns that a table needs for its fields.
  fileprivate var columns: [MeasureColumn] {
    fields.all.flatMap { field, value -> [MeasureColumn] in
      if case .named(let own) = value { return own.map { .extra($0.name) } }
      return [.field(field)]
    }
  }
}

extension [WrittenColumn] {
  fileprivate mutating func add(_ needed: [MeasureColumn]) {
    for column in needed where !contains(where: { $0.column == column }) {
      append(WrittenColumn(column, name: column.name))
    }
  }
}
