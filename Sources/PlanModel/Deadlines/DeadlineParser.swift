import PlanText

/// The grammar of deadlines and periods: one or more parts of any kind, with marks or words between them, a report and
/// the length of the span.
enum DeadlineParser {
  static func parse(_ text: String) -> Result<DeadlineMeaning, DeadlineProblem> {
    do throws(DeadlineProblem) {
      return .success(try meaning(of: text))
    } catch {
      return .failure(error)
    }
  }

  private static func meaning(of text: String) throws(DeadlineProblem) -> DeadlineMeaning {
    var scanner = DateScanner(text)
    guard !scanner.isAtEnd else { throw .empty }
    if scanner.scalars.count <= 6, DeadlineWords.nothing.contains(scanner.rest) { throw .unstated }
    if let day = spreadsheetDay(scanner) { throw .spreadsheetDay(day) }
    do throws(ImpossibleDate) {
      if let meaning = try meaning(&scanner) { return meaning }
    } catch {
      throw .impossible(error)
    }
    if scanner.take(DeadlineWords.soon) != nil { throw .unstated }
    scanner.index = max(scanner.index, scanner.stop)
    throw .notUnderstood(rest: scanner.rest)
  }

  /// 43190: the days since 1899-12-30, as spreadsheets count them, of the years 1990 to 2110.
  private static func spreadsheetDay(_ scanner: DateScanner) -> CalendarDate? {
    var scanner = scanner
    guard scanner.scalars.count == 5, let number = scanner.number(), (32_874...77_065).contains(number) else {
      return nil
    }
    return CalendarDate(dayNumber: number - 25_569)
  }

  /// What the words mean; nil where they are none of the known forms, the scanner standing where they cease to be one.
  private static func meaning(_ scanner: inout DateScanner) throws(ImpossibleDate) -> DeadlineMeaning? {
    while scanner.take(DeadlineWords.openers) != nil {}
    var forms: [DeadlineMeaning.Form] = []
    var report: Report?
    var length: StatedLength?
    var isDivided = true
    while !scanner.isAtEnd {
      if scanner.take(DeadlineWords.marks) != nil || !forms.isEmpty && skipRemark(&scanner) {
        isDivided = true
        continue
      }
      if !forms.isEmpty {
        if length == nil, let stated = statedLength(&scanner) {
          length = stated
          continue
        }
        if report == nil, let wanted = try self.report(&scanner) {
          report = wanted
          continue
        }
      }
      let before = scanner.index
      if !forms.isEmpty, scanner.take(DeadlineWords.and) != nil { isDivided = true }
      guard !scanner.isAtEnd, let more = try part(&scanner, year: lastYear(of: forms)),
        isDivided || mayStand(more, behind: forms)
      else {
        scanner.index = before
        return nil
      }
      forms += more
      isDivided = false
    }
    guard let form = form(of: forms) else { return nil }
    return DeadlineMeaning(form: form, report: report, statedLength: length)
  }

  /// Whether a part may stand behind others without a mark: dates, as lines of a cell do, and 4月起每月.
  private static func mayStand(_ part: [DeadlineMeaning.Form], behind forms: [DeadlineMeaning.Form]) -> Bool {
    if case .span(_, nil) = forms.last { return true }
    return part.allSatisfy { form in
      switch form {
      case .due, .dates, .span, .recurring: true
      case .ongoing, .relative, .occasion, .done, .several: false
      }
    }
  }

  /// The kind of deadline that parts make up: of the same kind one, of dates alone several dates.
  private static func form(of parts: [DeadlineMeaning.Form]) -> DeadlineMeaning.Form? {
    guard parts.count > 1 else { return parts.first }
    let points = parts.compactMap { part -> DatePoint? in if case .due(let point) = part { point } else { nil } }
    if points.count == parts.count { return .dates(points) }
    var seen: Set<DeadlineMeaning.Form> = []
    let kinds = parts.filter { seen.insert($0).inserted }
    return kinds.count > 1 ? .several(kinds) : kinds.first
  }

  /// The year that a part without one takes from the one before: 107年4月、10月.
  private static func lastYear(of forms: [DeadlineMeaning.Form]) -> Int? {
    switch forms.last {
    case .due(let point): point.year
    case .span(let from, let to): to?.year ?? from?.year
    default: nil
    }
  }

  /// One part, with its number and what it is the deadline of: 1.規劃：3月.
  private static func part(_ scanner: inout DateScanner, year: Int?) throws(ImpossibleDate) -> [DeadlineMeaning.Form]? {
    let start = scanner.index
    if takeStage(&scanner), let forms = try body(&scanner, year: year) { return forms }
    scanner.index = start
    if let forms = try body(&scanner, year: year) { return forms }
    if takeLabel(&scanner) {
      let behindLabel = scanner.index
      if takeStage(&scanner), let forms = try body(&scanner, year: year) { return forms }
      scanner.index = behindLabel
      if let forms = try body(&scanner, year: year) { return forms }
    }
    scanner.index = start
    if takeStage(&scanner, isBracketed: true), let dates = try dates(&scanner, year: year) { return dates }
    scanner.index = start
    return nil
  }

  private static func body(_ scanner: inout DateScanner, year: Int?) throws(ImpossibleDate) -> [DeadlineMeaning.Form]? {
    let start = scanner.index
    if let done = try done(&scanner) { return [done] }
    if let recurring = try recurring(&scanner) { return [.recurring(recurring)] }
    if let distance = distance(&scanner) { return [.relative(distance)] }
    if let dates = try dates(&scanner, year: year) { return dates }
    if let ongoing = try ongoing(&scanner) { return [ongoing] }
    if let occasion = occasion(&scanner) { return [.occasion(occasion)] }
    scanner.index = start
    return nil
  }
}
