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
    guard item.isBullet, item.label == nil, item.checkbox == nil else { return .text }
    let first = item.firstLine
    guard let colon = colon(in: first.range) else { return withoutColon(first.range, of: item, allowed: allowed) }
    let writtenName = name(before: colon, in: first)
    let key = NameKey(writtenName.string).text
    if let name = allowed.first(where: { $0.isNamed(key) }) {
      return .field(
        Field(name: name, writtenName: writtenName, value: value(of: item, after: colon.upperBound), range: item.range))
    }
    guard let suggestion = FieldSlip.intended(by: key, among: allowed.flatMap(\.names)) else { return .text }
    let intended = allowed.first { $0.isNamed(suggestion) }.map {
      Field(name: $0, writtenName: writtenName, value: value(of: item, after: colon.upperBound), range: item.range)
    }
    return .problem(
      .unknownField(writtenName.string, suggestion: suggestion, known: allowed.map(\.name)), writtenName.range,
      intended: intended)
  }

  /// Reads an item of a list that holds nothing but fields.
  func readStrictly(_ item: MarkdownItem, allowed: [FieldName]) -> FieldReading {
    let reading = read(item, allowed: allowed)
    guard case .text = reading, item.isBullet else { return reading }
    let first = item.firstLine
    guard let colon = colon(in: first.range) else { return .text }
    let name = name(before: colon, in: first)
    return .problem(.unknownField(name.string, suggestion: nil, known: allowed.map(\.name)), name.range, intended: nil)
  }

  /// The name of an item that is text, where it is a word of its own for when something is done and a date stands behind it: 完成期間：107年4月.
  func ownWordForDeadline(_ item: MarkdownItem) -> PlanText? {
    guard item.isBullet, item.label == nil, item.checkbox == nil, let colon = colon(in: item.firstLine.range) else {
      return nil
    }
    let writtenName = name(before: colon, in: item.firstLine)
    guard FieldSlip.saysWhen(NameKey(writtenName.string).text),
      let meaning = Deadline(value(of: item, after: colon.upperBound)).meaning, !meaning.points.isEmpty
    else { return nil }
    return writtenName
  }

  private func name(before colon: SourceRange, in line: MarkdownLine) -> PlanText {
    let name = WhiteSpace.trimming(line.start..<colon.lowerBound, of: source)
    return PlanText(String(decoding: source[name], as: UTF8.self), range: name)
  }

  /// The first colon, if the words before it are short enough for a name.
  private func colon(in line: SourceRange) -> SourceRange? {
    var index = line.lowerBound
    var count = 0
    while index < line.upperBound, count <= 14 {
      let (scalar, next) = source.scalar(at: index)
      if scalar == "：" || scalar == ":" || scalar == "\u{FE55}" { return count > 0 ? index..<next : nil }
      index = next
      count += 1
    }
    return nil
  }

  /// 完成期限 107年4月
  private func withoutColon(_ line: SourceRange, of item: MarkdownItem, allowed: [FieldName]) -> FieldReading {
    // The word may stand behind white space of its own.
    let start = firstWord(in: line)
    var end = start
    while end < line.upperBound, blank(at: end) == 0 { end += 1 }
    guard firstWord(in: end..<line.upperBound) < line.upperBound else { return .text }
    let word = String(decoding: source[start..<end], as: UTF8.self)
    guard let name = allowed.first(where: { $0.isNamed(word) }) else { return .text }
    let intended = Field(
      name: name, writtenName: PlanText(word, range: start..<end), value: value(of: item, after: end),
      range: item.range)
    return .problem(.fieldWithoutColon(word), start..<end, intended: intended)
  }

  /// Where the white space at the beginning of a stretch ends.
  private func firstWord(in range: SourceRange) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, case let width = blank(at: index), width > 0 { index += width }
    return index
  }

  /// How many bytes the space, tab or U+3000 at an index takes; 0 where there is none.
  private func blank(at index: Int) -> Int {
    if Ascii.isBlank(source[index]) { return 1 }
    let isWide =
      source[index] == 0xE3 && index + 2 < source.count && source[index + 1] == 0x80 && source[index + 2] == 0x80
    return isWide ? 3 : 0
  }

  /// Everything behind the colon, further lines included.
  private func value(of item: MarkdownItem, after start: Int) -> PlanText {
    var builder = PlanTextBuilder(source)
    let lines = item.content(in: source)
    for index in lines.indices {
      let lower = index == lines.startIndex ? start : lines[index].start
      if index > lines.startIndex { builder.append(CollectionOfOne(Ascii.lineFeed), for: lower..<lower) }
      if lower < lines[index].end { builder.append(lower..<lines[index].end) }
    }
    let value = builder.build()
    return value.string.isEmpty ? PlanText("", range: start..<start) : value
  }
}

/// Fields of one place, each at most once.
struct FieldSet {
  /// A place has a handful at most, and most have none.
  private var fields: [Field] = []

  /// Adds a field; a second one of the same name is a problem and changes nothing.
  mutating func add(_ field: Field, problems: inout ProblemList) {
    if let first = fields.first(where: { $0.name == field.name }) {
      problems.add(.repeatedField(field.writtenName.string, first: first.range), at: field.range)
    } else {
      fields.append(field)
    }
  }

  subscript(name: FieldName) -> PlanText? { fields.first { $0.name == name }?.value }

  /// The fields that a heading or a measure may have.
  func measureFields(_ cells: inout CellReader) -> MeasureFields {
    if fields.isEmpty { return MeasureFields() }
    return MeasureFields(
      deadline: self[.deadline].map { cells.deadline($0) }, units: self[.units].map { cells.units($0) },
      benefit: self[.benefit])
  }
}
