/// `欄位：值`: an item of a list that sets something instead of saying something.
struct Field {
  let name: FieldName
  /// The name as written.
  let writtenName: PlanText
  let value: PlanText
  /// The whole item.
  let range: SourceRange
}

/// What an item of a list is, among the fields that may stand in its place.
enum FieldReading {
  case field(Field)
  /// Close to a field, and certainly not meant as text. `intended` is the field that was probably meant: it is reported and read, so that
  /// nothing else has to be said about it.
  case problem(ReadProblem, SourceRange, intended: Field?)
  case text
}

/// Recognises fields.
struct FieldReader {
  let source: [UInt8]

  /// Reads an item. Numbered items and boxes are never fields.
  func read(_ item: MarkdownItem, allowed: [FieldName]) -> FieldReading {
    guard item.isBullet, item.label == nil, item.checkbox == nil, let first = item.content.lines.first else {
      return .text
    }
    let line = PlanText(String(decoding: source[first.range], as: UTF8.self), range: first.range)
    guard let colon = colon(in: line) else { return withoutColon(line, of: item, allowed: allowed) }
    let writtenName = line.part(0..<colon.lowerBound).trimmed
    let key = NameKey(writtenName.string).text
    if let name = allowed.first(where: { $0.names.contains(key) }) {
      return .field(
        Field(
          name: name, writtenName: writtenName, value: value(of: item, after: first.start + colon.upperBound),
          range: item.range))
    }
    guard let suggestion = NearMiss.best(for: key, among: allowed.flatMap(\.names)) else { return .text }
    let intended = allowed.first { $0.names.contains(suggestion) }.map {
      Field(
        name: $0, writtenName: writtenName, value: value(of: item, after: first.start + colon.upperBound),
        range: item.range)
    }
    return .problem(
      .unknownField(writtenName.string, suggestion: suggestion, known: allowed.map(\.name)), writtenName.range,
      intended: intended)
  }

  /// Reads an item of a list that holds nothing but fields.
  func readStrictly(_ item: MarkdownItem, allowed: [FieldName]) -> FieldReading {
    let reading = read(item, allowed: allowed)
    guard case .text = reading, item.isBullet, let first = item.content.lines.first else { return reading }
    let line = PlanText(String(decoding: source[first.range], as: UTF8.self), range: first.range)
    guard let colon = colon(in: line) else { return .text }
    let name = line.part(0..<colon.lowerBound).trimmed
    return .problem(.unknownField(name.string, suggestion: nil, known: allowed.map(\.name)), name.range, intended: nil)
  }

  /// The first colon, if the words before it are short enough for a name.
  private func colon(in line: PlanText) -> Range<Int>? {
    var offset = 0
    for (count, scalar) in line.string.unicodeScalars.enumerated() {
      guard count <= 14 else { return nil }
      let width = UTF8.width(scalar)
      if scalar == "：" || scalar == ":" || scalar == "\u{FE55}" { return offset > 0 ? offset..<(offset + width) : nil }
      offset += width
    }
    return nil
  }

  /// 完成期限 107年4月
  private func withoutColon(_ line: PlanText, of item: MarkdownItem, allowed: [FieldName]) -> FieldReading {
    let words = line.string.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" || $0 == "\t" })
    guard words.count > 1, let word = words.first, let name = allowed.first(where: { $0.names.contains(String(word)) })
    else {
      return .text
    }
    // The word may stand behind white space of its own.
    let start = line.string.utf8.distance(from: line.string.startIndex, to: word.startIndex)
    let written = line.part(start..<(start + word.utf8.count))
    let intended = Field(
      name: name, writtenName: written, value: value(of: item, after: written.range.upperBound), range: item.range)
    return .problem(.fieldWithoutColon(written.string), written.range, intended: intended)
  }

  /// Everything behind the colon, further lines included.
  private func value(of item: MarkdownItem, after start: Int) -> PlanText {
    var builder = PlanTextBuilder()
    for (index, line) in item.content.lines.enumerated() {
      let lower = index == 0 ? start : line.start
      if index > 0 { builder.append([Ascii.lineFeed], for: lower..<lower) }
      if lower < line.end { builder.append(lower..<line.end, of: source) }
    }
    let value = builder.build()
    return value.string.isEmpty ? PlanText("", range: start..<start) : value
  }
}

/// Fields of one place, each at most once.
struct FieldSet {
  private var fields: [FieldName: Field] = [:]

  /// Adds a field; a second one of the same name is a problem and changes nothing.
  mutating func add(_ field: Field, problems: inout ProblemList) {
    if let first = fields[field.name] {
      problems.add(.repeatedField(field.writtenName.string, first: first.range), at: field.range)
    } else {
      fields[field.name] = field
    }
  }

  subscript(name: FieldName) -> PlanText? { fields[name]?.value }

  /// The fields that a heading or a measure may have.
  func measureFields(knownUnits: Set<String>) -> MeasureFields {
    MeasureFields(
      deadline: self[.deadline].map(Deadline.init), units: self[.units].map { UnitList($0, known: knownUnits) },
      benefit: self[.benefit])
  }
}
