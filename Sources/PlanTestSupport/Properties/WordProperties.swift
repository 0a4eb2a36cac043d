import PlanModel
import PlanText

/// What must hold of the readers of a few words: they take any text, and what they point at lies in it.
enum WordProperties {
  static func check(_ string: String) throws(BrokenProperty) {
    // As if it stood somewhere in a file.
    let before = 100
    let text = PlanText(string, range: before..<(before + string.utf8.count))
    try checkDeadline(text)
    var pieces: [PlanText] = UnitList(text).units + UnitList(text, known: [string]).units
    pieces += Placeholder.all(inProse: text) + [Placeholder.first(in: text)].compactMap { $0 }
    let citation = CitationParts(text)
    pieces += [citation.issuer, citation.number, citation.digits, citation.title].compactMap { $0 }
    pieces += CitationParts.letters(in: text).flatMap { [$0.number, $0.digits] }
    for piece in pieces {
      try check(piece.range, in: text)
      // By bytes: a piece may end within what Swift counts as one character, before an accent that combines.
      try hold(string.utf8.contains(piece.string.utf8), "“\(piece)” does not stand in the text.")
    }
    for date in [citation.date].compactMap({ $0 }) { try check(date.range, in: text) }
    for reference in AttachmentReference.all(in: text) {
      try check(reference.range, in: text)
      _ = reference.name
    }
    _ = TimeSlot(text).times.map { [$0.from, $0.to].map { ($0.minutes, $0.isPossible, $0.text) } }
    if let (label, length) = Label.read(at: string) {
      try hold(length <= string.utf8.count, "A label is longer than its text.")
      _ = (label.with(value: 12), label.with(value: 0))
    }
    let range = text.trimmed.range
    try check(range, in: text)
  }

  private static func checkDeadline(_ text: PlanText) throws(BrokenProperty) {
    let deadline = Deadline(text)
    switch deadline.reading {
    case .failure(.notUnderstood(let rest)):
      try hold(
        rest.unicodeScalars.count <= text.string.unicodeScalars.count, "What is not understood is longer than the text."
      )
    case .failure: break
    case .success(let meaning):
      for year in [nil, 2018, 2020, 0, 9999, .max] {
        let years = PlanYears(year: year)
        let days = meaning.days(in: years)
        if let days { try checkDay(days.lowerBound) }
        if let days { try checkDay(days.upperBound) }
        for day in meaning.dueDays(in: years) { try checkDay(day) }
        _ = meaning.reportDay(in: years)
        let comparable = meaning.comparable(in: years)
        try hold(comparable == comparable.comparable(in: years), "A comparable meaning is none.")
        if let days, let length = meaning.statedLength { _ = (length.holds(for: days), length.length(of: days)) }
      }
    }
  }

  private static func checkDay(_ day: CalendarDate) throws(BrokenProperty) {
    try hold(CalendarDate(year: day.year, month: day.month, day: day.day) == day, "There is no day \(day)")
    try hold(day.next.dayNumber == day.dayNumber + 1, "The day after \(day) is \(day.next)")
  }

  private static func check(_ range: SourceRange, in text: PlanText) throws(BrokenProperty) {
    try hold(
      range.isEmpty || range.lowerBound >= text.range.lowerBound && range.upperBound <= text.range.upperBound,
      "\(range) is outside \(text.range)")
  }
}
