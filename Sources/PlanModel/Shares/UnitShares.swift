import PlanText

/// What each unit of a plan has to do, so that each can be given a form with its measures.
///
/// Units go by the names of the plan's unit table; a measure of several units stands in the form of each, and those who
/// help have it as well. Collectives (各分局、大隊、隊) are one.
public struct UnitShares: Sendable {
  /// A unit, and its measures in the order of the plan, as indices.
  public struct Share: Sendable {
    public let unit: String
    let canonical: String
    public fileprivate(set) var measures: [Int] = []
  }

  public private(set) var shares: [Share] = []
  /// The measures that no unit has, by the beginnings of their words.
  public let withoutUnit: [PlanText]
  /// About how many bytes the forms are together.
  public private(set) var size = 0
  private let plan: Plan
  let rows: [ShareRow]
  private let marks: [ShareMark]

  public init(_ plan: Plan) {
    self.plan = plan
    let placed = PlacedMeasures(of: plan, checklist: nil)
    let rows = plan.shareRows
    self.rows = rows
    marks = rows.shareMarks
    let cells = UnitCells(placed, UnitDirectory(plan))
    var numbers: [String: Int] = [:]
    var withoutUnit: [PlanText] = []
    for (index, measure) in placed.measures.enumerated() {
      let units = cells.units(of: index)
      if units.isEmpty { withoutUnit.append(measure.measure.text) }
      for unit in units {
        let number = numbers[unit.canonical] ?? shares.count
        if number == shares.count {
          numbers[unit.canonical] = number
          shares.append(Share(unit: unit.printed, canonical: unit.canonical))
        }
        shares[number].measures.append(index)
        size +=
          400 + measure.fields.texts.reduce(measure.measure.text.string.utf8.count) { $0 + $1.text.string.utf8.count }
      }
    }
    size += shares.count * rows.count * 10
    self.withoutUnit = withoutUnit
  }

  // MARK: Forms

  /// The form of a unit: a plan with its measures under their headings, and lines to be filled in. What the form says of
  /// itself, but for `frame`, the sum of what stands beside the rows.
  public func form(of share: Share, frame: String) -> Plan {
    var form = Plan(title: plan.title)
    form.metadata = plan.metadata
    form.metadata.comments = []
    form.metadata.innerComments = []
    // A part of a plan cannot answer all that the checklist asks for.
    if form.metadata.checklist != nil { form.metadata.checklist = PlanText(Metadata.noChecklist[0]) }
    form.intro = PlanText(
      "本表是「\(share.unit)」的填報表。請在各項作法的「辦理情形」填寫日期、辦理內容與完成百分比；作法、期限等如有變動，請直接修改該項文字。識別碼請勿刪改，填妥後將本檔送回彙整單位。")
    let own = Set(share.measures)
    form.sections = sections(own)
    form.titleComments = [PlanText(ShareHead(unit: share.unit, plan: plan.shareKey, frame: frame).text)]
    form.comments = [
      PlanText(ShareList(rows.indices.map { (rows[$0].identity, own.contains($0)) }).text)
    ]
    form.divideJoinedUnits()
    return form
  }

  private func sections(_ own: Set<Int>) -> [Section] {
    var number = 0
    return plan.sections.enumerated().compactMap { index, section in
      guard case .measures(let table) = section.content else { return nil }
      let groups = table.groups.flatMap { self.groups($0, own, number: &number, depth: 1) }
      if groups.isEmpty { return nil }
      let heading = plan.heading(ofSection: index)
      var defaults = table.defaults
      defaults.forgetUnitTable()
      let kind = PlanText(section.content.kind.title)
      return Section(
        heading: heading.isBlank ? kind : heading,
        content: .measures(MeasureTable(layout: table.layout, defaults: defaults, groups: groups)),
        statedKind: section.statedKind ?? kind)
    }
  }

  /// What a heading is in a form: itself, and where Markdown has no level for those below it, these beside it.
  private func groups(
    _ group: MeasureGroup, _ own: Set<Int>, number: inout Int, depth: Int
  ) -> [MeasureGroup] {
    var copy = group
    (copy.columns, copy.comments, copy.innerComments, copy.measures, copy.groups) = (nil, [], [], [], [])
    copy.defaults.forgetUnitTable()
    // A cell may have several lines, a heading not.
    if !group.heading.string.isOneLine {
      copy.heading = PlanText(group.heading.string.lines.joined(separator: "／"))
    }
    for measure in group.measures {
      if own.contains(number) { copy.measures.append(filled(measure, number)) }
      number += 1
    }
    var beside: [MeasureGroup] = []
    for inner in group.groups {
      guard depth >= Self.deepest else {
        copy.groups += groups(inner, own, number: &number, depth: depth + 1)
        continue
      }
      for var next in groups(inner, own, number: &number, depth: depth) {
        next.heading = PlanText("\(copy.heading.string)／\(next.heading.string)")
        next.defaults = next.defaults.inheriting(group.defaults)
        beside.append(next)
      }
    }
    return (copy.isEmpty ? [] : [copy]) + beside
  }

  /// The levels below a section for which Markdown has headings.
  private static let deepest = 4

  /// A measure with a line to be filled in and its mark.
  private func filled(_ measure: Measure, _ number: Int) -> Measure {
    var filled = measure
    if let label = measure.label, label.isMarkdown { filled.label = nil }
    filled.comments = []
    filled.fields.forgetUnitTable()
    if !(measure.progress.last?.text.isBlank ?? false) {
      filled.fields.add(.entries([ProgressEntry(text: "")]), to: .progress)
    }
    filled.innerComments = [InnerComment(text: PlanText(marks[number].text))]
    return filled
  }
}

extension MeasureFields {
  /// Reads units as a plan does that has no table of them: a form has none.
  fileprivate mutating func forgetUnitTable() {
    for (field, units) in unitLists { self[field] = .units(UnitList(units.text)) }
  }
}

extension Plan {
  /// By which it is seen that a form is of this plan: its agency and year.
  var shareKey: String {
    let agency = metadata.agency.map { NameKey($0.string).text } ?? ""
    return FNV1a(agency + "\u{0}" + (metadata.intendedROCYear.map { String($0) } ?? "")).shortHex
  }
}

extension [ShareRow] {
  /// The marks of all rows of a plan.
  fileprivate var shareMarks: [ShareMark] {
    var counts: [String: Int] = [:]
    for row in self { counts[row.identity + row.path, default: 0] += 1 }
    var seen: [String: Int] = [:]
    return map { row in
      let key = row.identity + row.path
      seen[key, default: 0] += 1
      return ShareMark(row, twin: seen[key] ?? 1, of: counts[key] ?? 1)
    }
  }
}

/// The units of each measure, those first that do it. A cell of very many units above very many measures stays whole.
private struct UnitCells {
  private typealias Units = [(canonical: String, printed: String)]

  private let cells: [Units]
  private let places: [[Int]]

  init(_ placed: PlacedMeasures, _ directory: UnitDirectory) {
    let fields = placed.unitLists.filter { [.units, .supportUnits].contains($0.field) }
    var cells = fields.map { directory.distinct($0.value) }
    var pairs = zip(cells, fields).reduce(0) { $0 + $1.0.count * $1.1.measureCount }
    let most = 4000 + 8 * cells.reduce(placed.measures.count) { $0 + $1.count }
    for place in cells.indices.sorted(by: { cells[$0].count > cells[$1].count }) where pairs > most {
      guard cells[place].count > 1 else { break }
      pairs -= (cells[place].count - 1) * fields[place].measureCount
      let text = fields[place].value.text.string
      cells[place] = [(text, text)]
    }
    var places: [[Int]] = Array(repeating: [], count: placed.measures.count)
    for role in [FieldName.units, .supportUnits] {
      for (place, field) in fields.enumerated() where field.field == role {
        for measure in field.measures { places[measure].append(place) }
      }
    }
    (self.cells, self.places) = (cells, places)
  }

  func units(of measure: Int) -> [(canonical: String, printed: String)] {
    var seen: Set<String> = []
    return places[measure].flatMap { cells[$0] }.filter { seen.insert($0.canonical).inserted }
  }
}
