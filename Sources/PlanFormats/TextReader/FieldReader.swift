import PlanModel
import PlanText

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
  /// Close to a field, and certainly not meant as text. `intended` is the field that was probably meant: it is reported
  /// and read, so that nothing else has to be said about it.
  case problem(ReadProblem, SourceRange, intended: Field?)
  case text

  /// Whether it is a field beyond doubt.
  var isField: Bool {
    switch self {
    case .field, .problem(.strangeColon, _, _): true
    default: false
    }
  }

  /// The field that it is, or is probably meant as.
  var meant: Field? {
    switch self {
    case .field(let field): field
    case .problem(_, _, let intended): intended
    case .text: nil
    }
  }
}

/// Recognises fields.
struct FieldReader {
  let tree: BlockTree
  /// The bytes of the file, at hand: they are looked at one by one.
  let source: [UInt8]
  /// Whether a name that is nearly that of a field is one that was written wrongly, and not a word of the text.
  let acceptsSlips: Bool

  init(tree: BlockTree, acceptsSlips: Bool = true) {
    (self.tree, source, self.acceptsSlips) = (tree, tree.bytes, acceptsSlips)
  }

  /// Reads an item. Numbered items and boxes are never fields. `strays` are the lines in it that are meant as fields,
  /// where they are known.
  func read(_ item: MarkdownItem, allowed: [FieldName], strays: [StrayField]? = nil) -> FieldReading {
    guard item.isBullet, item.label == nil, item.checkbox == nil else { return .text }
    let first = item.firstLine
    guard let (colon, isStrange) = colon(in: first.range) else {
      return withoutColon(first.range, of: item, allowed: allowed)
    }
    let writtenName = name(before: colon, in: first)
    guard let (name, suggestion) = meant(by: NameKey(writtenName.string).text, among: allowed) else { return .text }
    let field = Field(
      name: name, writtenName: writtenName,
      value: value(
        of: item, after: colon.upperBound, strays: strays ?? self.strays(in: item, allowed: allowed, column: 0)),
      range: item.range)
    if let suggestion {
      return .problem(
        .unknownField(writtenName.string, suggestion: suggestion, known: allowed.map(\.name)), writtenName.range,
        intended: field)
    }
    return isStrange
      ? .problem(
        .strangeColon(writtenName.string, colon: source.scalar(at: colon.lowerBound).scalar), colon, intended: field)
      : .field(field)
  }

  /// The field that a name means, with the name that was probably meant where it is only nearly one.
  func meant(by key: String, among allowed: [FieldName]) -> (field: FieldName, suggestion: String?)? {
    if let name = FieldName.named(key, among: allowed) { return (name, nil) }
    guard acceptsSlips, let suggestion = FieldName.intended(by: key, among: allowed),
      let name = FieldName.named(suggestion, among: allowed)
    else { return nil }
    return (name, suggestion)
  }

  /// Reads an item of a list that holds nothing but fields.
  func readStrictly(_ item: MarkdownItem, allowed: [FieldName]) -> FieldReading {
    let reading = read(item, allowed: allowed)
    guard case .text = reading, item.isBullet else { return reading }
    let first = item.firstLine
    guard let colon = colon(in: first.range)?.range else { return .text }
    let name = name(before: colon, in: first)
    return .problem(.unknownField(name.string, suggestion: nil, known: allowed.map(\.name)), name.range, intended: nil)
  }

  /// The name of an item that is text, where it is a word of its own for when something is done and a date stands
  /// behind it: 完成期間：107年4月.
  func ownWordForDeadline(_ item: MarkdownItem) -> PlanText? {
    guard item.isBullet, item.label == nil, item.checkbox == nil, let colon = colon(in: item.firstLine.range)?.range
    else { return nil }
    let writtenName = name(before: colon, in: item.firstLine)
    guard FieldSlip.saysWhen(NameKey(writtenName.string).text),
      let meaning = Deadline(value(of: item, after: colon.upperBound, allowed: [])).meaning, !meaning.points.isEmpty
    else { return nil }
    return writtenName
  }

  private func name(before colon: SourceRange, in line: MarkdownLine) -> PlanText {
    let name = WhiteSpace.trimming(line.start..<colon.lowerBound, of: source)
    return PlanText(String(decoding: source[name], as: UTF8.self), range: name)
  }

  /// The first colon, if the words before it are short enough for a name, and whether it is a character that only looks
  /// like one.
  func colon(in line: SourceRange) -> (range: SourceRange, isStrange: Bool)? {
    var index = line.lowerBound
    var count = 0
    while index < line.upperBound, count <= 14 {
      count += 1
      // Chinese characters, which most words are: none of them is a colon.
      if (0xE3...0xE9).contains(source[index]) {
        index += 3
        continue
      }
      let (scalar, next) = source.scalar(at: index)
      let isColon = scalar == "：" || scalar == ":" || scalar == "\u{FE55}"
      if isColon || LayoutMark.strangeColons.contains(scalar) { return count > 1 ? (index..<next, !isColon) : nil }
      index = next
    }
    return nil
  }

  /// 完成期限 107年4月
  private func withoutColon(_ line: SourceRange, of item: MarkdownItem, allowed: [FieldName]) -> FieldReading {
    // The word may stand behind white space of its own.
    let start = firstWord(in: line)
    let limit = min(line.upperBound, start + FieldName.longestName + 1)
    var end = start
    while end < limit, blank(at: end) == 0 { end += 1 }
    // The word of most lines is the line.
    let isLonger = end - start > FieldName.longestName
    let word = isLonger ? "" : String(decoding: source[start..<end], as: UTF8.self)
    guard !isLonger, let name = FieldName.named(word, among: allowed), name.isUnmistakable else {
      return withOtherMark(line, of: item, allowed: allowed)
    }
    let intended = Field(
      name: name, writtenName: PlanText(word, range: start..<end), value: value(of: item, after: end, allowed: allowed),
      range: item.range)
    // The value may stand on the next line.
    guard !intended.value.isBlank else { return .text }
    let isDate =
      [.deadline, .phasePeriod].contains(name) && Deadline(intended.value).meaning.map { !$0.points.isEmpty } ?? false
    if name.isShort, !isDate, intended.value.isSentence { return .text }
    return .problem(
      .fieldWithoutColon(word, isCertain: isDate || !name.isShort), start..<end, intended: intended)
  }

  /// 完成期限=107年4月, 完成期限（107年4月）, 【完成期限】107年4月: a date and nothing else, with other marks than a
  /// colon around the name.
  private func withOtherMark(_ line: SourceRange, of item: MarkdownItem, allowed: [FieldName]) -> FieldReading {
    guard allowed.contains(.deadline) else { return .text }
    let words = withoutMarks(line)
    guard let name = FieldName.deadline.names.first(where: { source[words].starts(with: $0.utf8) }) else {
      return .text
    }
    let nameRange = words.lowerBound..<(words.lowerBound + name.utf8.count)
    let value = withoutMarks(nameRange.upperBound..<words.upperBound)
    guard value.lowerBound > nameRange.upperBound, !value.isEmpty else { return .text }
    guard saysWhen(value) else { return .text }
    let intended = Field(
      name: .deadline, writtenName: PlanText(name, range: nameRange),
      value: PlanText(String(decoding: source[value], as: UTF8.self), range: value), range: item.range)
    return .problem(.fieldWithoutColon(name, isCertain: false), nameRange, intended: intended)
  }

  /// The marks that stand around a name in place of a colon.
  private static let otherMarks: ScalarSet = "【】〔〕［］[]「」〈〉《》（）()=＝>＞-－→ \u{3000}"

  /// What is left of a stretch without such marks at its ends.
  private func withoutMarks(_ range: SourceRange) -> SourceRange {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, case let (scalar, next) = source.scalar(at: lower), Self.otherMarks.contains(scalar) {
      lower = next
    }
    while lower < upper {
      var last = upper - 1
      while last > lower, source[last] & 0xC0 == 0x80 { last -= 1 }
      guard Self.otherMarks.contains(source.scalar(at: last).scalar) else { break }
      upper = last
    }
    return lower..<upper
  }

  /// Where the white space at the beginning of a stretch ends.
  private func firstWord(in range: SourceRange) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, case let width = blank(at: index), width > 0 { index += width }
    return index
  }

  /// How many bytes the space, tab or U+3000 at an index takes; 0 where there is none.
  func blank(at index: Int) -> Int {
    if Ascii.isBlank(source[index]) { return 1 }
    let isWide =
      source[index] == 0xE3 && index + 2 < source.count && source[index + 1] == 0x80 && source[index + 2] == 0x80
    return isWide ? 3 : 0
  }

  /// Everything behind the colon, further lines included, up to a line that is meant as a field of its own.
  func value(of item: MarkdownItem, after start: Int, allowed: [FieldName]) -> PlanText {
    value(of: item, after: start, strays: strays(in: item, allowed: allowed, column: 0))
  }

  private func value(of item: MarkdownItem, after start: Int, strays: [StrayField]) -> PlanText {
    var builder = PlanTextBuilder(source)
    let end = strays.first?.field.range.lowerBound
    let lines = item.content.prefix { line in end.map { line.start < $0 } ?? true }
    for index in lines.indices {
      let lower = index == lines.startIndex ? start : lines[index].start
      if index > lines.startIndex { builder.append(CollectionOfOne(Ascii.lineFeed), for: lower..<lower) }
      let upper = min(lines[index].end, end ?? lines[index].end)
      if lower < upper { builder.append(lower..<upper) }
    }
    let value = builder.build()
    return value.string.isEmpty ? PlanText("", range: start..<start) : value
  }
}

/// Fields of one place, each at most once but those that have entries.
struct FieldSet {
  /// A place has a handful at most, and most have none.
  private var fields: [Field] = []

  /// Adds a field; a second one of the same name is a problem and changes nothing.
  mutating func add(_ field: Field, problems: inout ProblemList) {
    if !field.name.isRepeatable, let first = fields.first(where: { $0.name == field.name }) {
      problems.add(.repeatedField(field.writtenName.string, first: first.range), at: field.range)
    } else {
      fields.append(field)
    }
  }

  /// Adds what a reading says. A line that should be an item is nothing to add where the list has the field already.
  mutating func add(_ reading: FieldReading, problems: inout ProblemList) {
    switch reading {
    case .field(let field): add(field, problems: &problems)
    case .problem(.fieldNotListed(var line), let range, let field?) where has(field.name):
      line.mend = nil
      problems.add(.fieldNotListed(line), at: range)
    case .problem(let problem, let range, let intended):
      problems.add(problem, at: range)
      // What it is meant as is only supposed, so it cannot be called the second of its name.
      if let intended, reading.isField || !has(intended.name) { add(intended, problems: &problems) }
    case .text: break
    }
  }

  subscript(name: FieldName) -> PlanText? { fields.first { $0.name == name }?.value }

  /// Whether there is a field that comes but once.
  private func has(_ name: FieldName) -> Bool { !name.isRepeatable && self[name] != nil }

  /// The fields that a heading or a measure may have.
  func measureFields(_ cells: inout CellReader) -> MeasureFields {
    var read = MeasureFields()
    for field in fields {
      guard case .measure(let name) = field.name else { continue }
      read.add(cells.value(of: name, field.value), to: name)
    }
    cells.part(&read)
    return read
  }
}
