import PlanText

/// A plan for another year, made from an earlier one.
///
/// Dates that say when something is due are moved. Nothing else is rewritten: what may be out of date is marked with a
/// comment, for a person to look at.
public struct PlanRollover {
  /// The new plan.
  public private(set) var plan: Plan
  /// What was done.
  public private(set) var report = Report()

  /// What was done to a plan.
  public struct Report: Sendable {
    /// Years that were moved, in the title, the period and deadlines.
    public fileprivate(set) var movedDates = 0
    /// Deadlines on 29 February, which are now on the 28th.
    public fileprivate(set) var leapDays: [String] = []
    /// Comments that ask to look at what follows.
    public fileprivate(set) var marks = 0
    /// Entries of progress that were left out.
    public fileprivate(set) var droppedProgress = 0
    /// Entries of progress that the new plan has in its review of the old one; they were not left out.
    public fileprivate(set) var reviewedProgress = 0
    /// Headings that have another name in the new checklist.
    public fileprivate(set) var renamed: [(old: String, new: String)] = []
    /// Headings that the new checklist does not have.
    public fileprivate(set) var dropped: [String] = []
    /// Focuses of the new checklist that the old plan did not have.
    public fileprivate(set) var added: [String] = []
  }

  private let oldYear: Int
  private let year: Int
  private let shift: YearShift
  private let mentions = StaleMentions()

  /// Rolls a plan over to a year of the Republic. Nil if the plan does not say its own year.
  ///
  /// With a checklist, the table of measures is sorted into that. With a review, what was reported (辦理情形) becomes a
  /// section of its own, 檢討.
  public init?(_ old: Plan, to year: Int, checklist: Checklist? = nil, withReview: Bool = false) {
    guard let oldYear = old.metadata.intendedROCYear else { return nil }
    plan = old
    self.oldYear = oldYear
    self.year = year
    shift = YearShift(years: year - oldYear)
    rollMetadata(checklist: checklist)
    for index in plan.sections.indices {
      var section = plan.sections[index]
      roll(&section)
      plan.sections[index] = section
    }
    if let checklist { sort(into: checklist) }
    if withReview, let review = ProgressReview(of: old, year: oldYear) {
      review.add(to: &plan, year: oldYear)
      report.reviewedProgress = review.reports
      report.droppedProgress -= review.reports
    }
  }

  private mutating func rollMetadata(checklist: Checklist?) {
    if let title = plan.title { plan.title = moved(title, only: oldYear) }
    let last = year + (plan.metadata.intendedROCYears?.count ?? 1) - 1
    plan.metadata.year = PlanText(
      String(year) + (last > year ? "-\(last)" : "") + (plan.metadata.isSchoolYear ? "學年度" : ""))
    if let period = plan.metadata.period {
      plan.metadata.period = Deadline(moved(period.text))
    }
    if let checklist { plan.metadata.checklist = PlanText(checklist.identifier) }
    plan.titleComments.removeMarks()
    plan.metadata.comments.removeMarks()
    plan.metadata.innerComments.removeMarks()
    plan.comments.removeMarks()
    var comments = plan.metadata.comments
    mark(&comments, plan.intro.map { mentions.list(in: $0.string) } ?? [])
    plan.metadata.comments = comments
  }

  private mutating func moved(_ text: PlanText, only: Int? = nil) -> PlanText {
    let result = shift.moved(text.string, only: only)
    report.movedDates += result.count
    return result.count == 0 ? text : PlanText(result.text)
  }

  // MARK: Sections

  private mutating func roll(_ section: inout Section) {
    section.comments.removeMarks()
    section.innerComments.removeMarks()
    var stale = mentions.list(in: section.heading.string, figures: false)
    for text in [section.intro, section.closing] { stale += text.map { mentions.list(in: $0.string) } ?? [] }
    switch section.content {
    case .narrative(let body): section.content = .narrative(PlanText(marked(body.string)))
    case .citations(var citations):
      for index in citations.indices {
        citations[index].comments.removeMarks()
        mark(&citations[index].comments, mentions.list(in: citations[index].text.string))
      }
      section.content = .citations(citations)
    case .measures(var table):
      table.defaults.deadline = table.defaults.deadline.map { deadline($0, &stale) }
      for index in table.groups.indices { roll(&table.groups[index]) }
      if table.columns != nil, table.groups.contains(where: \.hasComments) {
        table.columns = nil
        let waiting = section.innerComments.filter { $0.before == nil }.map(\.text)
        section.innerComments.removeAll { $0.before == nil }
        section.comments += waiting
      }
      section.content = .measures(table)
    case .survey(let rows):
      stale += rows.flatMap { mentions.list(in: $0.name.string) + mentions.list(in: $0.text.string) }
    case .taskForce(let members):
      stale += members.flatMap { mentions.list(in: $0.duty.string) + mentions.list(in: $0.remark.string) }
    case .checklist, .units, .inspectionLog: break
    }
    var seen: Set<String> = []
    mark(&section.comments, stale.filter { seen.insert($0).inserted })
  }

  /// Adds a comment that lists what to look at.
  private mutating func mark(_ comments: inout [PlanText], _ mentions: [String]) {
    guard let comment = StaleMentions.comment(mentions) else { return }
    comments.append(comment)
    report.marks += 1
  }

  /// A narrative text with a comment before each paragraph, item or table that has something to look at.
  private mutating func marked(_ text: String) -> String {
    var lines = text.lines.filter { !Self.isMark($0) }
    let source = SourceText(name: "", text: lines.joined(separator: "\n"))
    for block in BlockTree(source).top.reversed() {
      switch block.kind {
      case .paragraph, .item, .table, .quote, .heading, .html:
        let found = mentions.list(in: source.text(in: block.range))
        guard let comment = StaleMentions.comment(found) else { continue }
        let line = source.line(at: block.range.lowerBound) - 1
        lines.insert("<!-- \(comment.string) -->", at: line)
        report.marks += 1
      case .comment, .rule, .code, .text: break
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func isMark(_ line: String) -> Bool {
    let line = line.trimmingWhiteSpace()
    return line.hasPrefix("<!-- \(Placeholder.confirmation)：") && line.hasSuffix("-->")
  }

  // MARK: Measures

  private mutating func roll(_ group: inout MeasureGroup) {
    group.comments.removeMarks()
    group.innerComments.removeMarks()
    var stale: [String] = mentions.list(in: group.heading.string, figures: false)
    group.defaults.deadline = group.defaults.deadline.map { deadline($0, &stale) }
    for text in group.defaults.prose { stale += mentions.list(in: text.string) }
    mark(&group.comments, stale)
    for index in group.measures.indices { roll(&group.measures[index]) }
    for index in group.groups.indices { roll(&group.groups[index]) }
    if group.columns != nil,
      group.measures.contains(where: { !$0.comments.isEmpty }) || group.groups.contains(where: \.hasComments)
    {
      group.dissolveTable()
    }
  }

  private mutating func roll(_ measure: inout Measure) {
    measure.comments.removeMarks()
    measure.innerComments.removeMarks()
    report.droppedProgress += measure.progress.count
    measure.fields[.progress] = nil
    measure.innerComments.removeAll { $0.before == .progress }
    var stale: [String] = []
    for (field, text) in measure.texts where field.map({ $0.kind == .text }) ?? true {
      stale += mentions.list(in: text.string)
    }
    measure.fields.deadline = measure.fields.deadline.map { deadline($0, &stale) }
    var seen: Set<String> = []
    mark(&measure.comments, stale.filter { seen.insert($0).inserted })
  }

  /// A deadline with its years moved. What may be out of date beside them is added to `stale`.
  private mutating func deadline(_ old: Deadline, _ stale: inout [String]) -> Deadline {
    let text = old.text.string
    guard let meaning = old.meaning else {
      // Nobody knows what it means, so nobody knows what to move.
      stale += mentions.list(in: text)
      return old
    }
    var end = text.utf8.count
    if let content = meaning.report?.content, !content.isEmpty {
      // 提供106、107年申辦件數: what a report holds is no date of this deadline. The content is the end of the text,
      // without white space.
      var left = content.unicodeScalars.count
      var tail = text.unicodeScalars[...]
      while left > 0, let last = tail.popLast() {
        if !last.showsNothing { left -= 1 }
        end -= UTF8.width(last)
      }
      stale += mentions.list(in: String(decoding: Array(text.utf8)[end...], as: UTF8.self), figures: false)
    }
    let result = shift.moved(text, end: end)
    report.movedDates += result.count
    let isLeap = meaning.points.contains { point in
      guard case .day(month: 2, day: 29) = point.precision else { return false }
      let newYear = (point.year ?? (oldYear + CalendarDate.rocOffset)) + shift.years
      return CalendarDate.daysIn(month: 2, year: newYear) < 29
    }
    guard isLeap else { return result.count == 0 ? old : Deadline(PlanText(result.text)) }
    let new = YearShift.withoutLeapDay(result.text)
    report.leapDays.append("\(text) → \(new)")
    stale.append("原為2月29日")
    return Deadline(PlanText(new))
  }

  // MARK: Another checklist

  private mutating func sort(into checklist: Checklist) {
    for index in plan.sections.indices {
      guard case .measures(var table) = plan.sections[index].content else { continue }
      var single = plan
      single.sections = [plan.sections[index]]
      let places = single.placedGroups(checklist: checklist)
      guard !places.isEmpty else { continue }
      var sorter = ChecklistSorter(checklist: checklist, layout: table.layout, places: places)
      table.groups = sorter.groups(under: nil) + sorter.leftOver()
      table.columns = checklist.columnsOfDeepTable(in: table.layout)
      report.renamed += sorter.renamed
      report.dropped += sorter.dropped
      report.added += sorter.added
      report.marks += sorter.dropped.isEmpty ? 0 : 1
      let waiting = plan.sections[index].innerComments.filter { $0.before == nil }.map(\.text)
      plan.sections[index].innerComments.removeAll { $0.before == nil }
      plan.sections[index].comments += waiting
      plan.sections[index].content = .measures(table)
    }
  }
}

extension MeasureGroup {
  /// Whether there is a comment in the group or below it.
  fileprivate var hasComments: Bool {
    !comments.isEmpty || !innerComments.isEmpty
      || measures.contains { !$0.comments.isEmpty || !$0.innerComments.isEmpty }
      || groups.contains(where: \.hasComments)
  }
}

extension [PlanText] {
  /// Removes the marks of an earlier year, which was long ago.
  fileprivate mutating func removeMarks() { removeAll { $0.string.hasPrefix(Placeholder.confirmation + "：") } }
}

extension [InnerComment] {
  fileprivate mutating func removeMarks() { removeAll { $0.text.string.hasPrefix(Placeholder.confirmation + "：") } }
}
