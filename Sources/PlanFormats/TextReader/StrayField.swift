import PlanModel
import PlanText

/// A line that begins as a field does and is no item of a list: 完成期限：107年4月, －完成期限：107年4月.
struct StrayField {
  /// The field that is meant. Its range is the line.
  let field: Field
  let unlisted: UnlistedField
  /// From the mark in front of the name, where there is one, to the end of the name.
  let range: SourceRange

  /// What the line is among the items of a list.
  var reading: FieldReading { .problem(.fieldNotListed(unlisted), range, intended: field) }
}

extension FieldReader {
  /// The lines of a paragraph that are meant as fields. `column` is the indentation, in columns of the file, that an
  /// item in their place has.
  ///
  /// `place` says what is known of the lines above. Whose field it is must be beyond doubt for the change to be made without a person looking.
  func strays(
    in lines: ArraySlice<MarkdownLine>, allowed: [FieldName], column: Int, place: StrayPlace = .ofItsOwn
  ) -> [StrayField] {
    // Most lines have no colon in their first words.
    let heads = lines.map { head(of: $0, allowed: allowed) }
    guard heads.contains(where: { $0 != nil }) else { return [] }
    // A line above that people made an item of has what follows it for its own.
    let firstMarked = heads.indices.first { heads[$0] == nil && isMarked(lines[lines.startIndex + $0]) }
    // A line that holds two fields may hold one of the others too.
    let isDoubled = heads.indices.contains { index in
      heads[index].map {
        FieldName.further(in: text($0.colon.upperBound..<lines[lines.startIndex + index].end).string) != nil
      } ?? false
    }
    return heads.indices.compactMap { index in
      guard let head = heads[index] else { return nil }
      let line = lines[lines.startIndex + index]
      let value = WhiteSpace.trimming(head.colon.upperBound..<line.end, of: source)
      let field = Field(
        name: head.field, writtenName: text(head.name),
        value: value.isEmpty ? PlanText("", range: head.colon.upperBound..<head.colon.upperBound) : text(value),
        range: line.range)
      // Behind the mark further lines would belong to the value.
      let isAlone = index + 1 == heads.count || heads[index + 1] != nil
      let isPlaced =
        place != .inDoubt && index < firstMarked ?? heads.count && !isDoubled
        && (index == 0 && place == .ofItsOwn || index > 0 && heads[index - 1] != nil
          || followsEnd(line, allowed: allowed))
      let edits = head.suggestion == nil ? edits(for: head, in: line, column: column) : nil
      let mend = edits.map {
        Mend(edits: $0, isCertain: isAlone && isPlaced && !value.isEmpty && saysOneThing(field, allowed: allowed))
      }
      let unlisted = UnlistedField(
        name: field.writtenName.string, suggestion: head.suggestion,
        mark: text(WhiteSpace.trimming(head.start..<head.name.lowerBound, of: source)).string,
        strangeColon: head.isStrangeColon ? source.scalar(at: head.colon.lowerBound).scalar : nil, mend: mend)
      return StrayField(field: field, unlisted: unlisted, range: head.start..<head.name.upperBound)
    }
  }

  /// The lines inside an item that are meant as fields: those of its paragraphs, behind its first line.
  func strays(in item: MarkdownItem, allowed: [FieldName], column: Int, isNested: Bool = false) -> [StrayField] {
    var found = embedded(in: item, allowed: allowed)
    guard item.content.count > 1 else { return found }
    for block in tree.inside(item) {
      switch block.kind {
      case .paragraph where block.isFlat:
        let lines = item.content.dropFirst().filter { !ItemStart.begins($0, in: source) }
        found += strays(in: lines[...], allowed: allowed, column: column)
      case .paragraph:
        found += strays(
          in: item.furtherLines(of: tree.lines(of: block)), allowed: allowed, column: column,
          place: !isNested && isNamed(item, allowed: allowed) ? .inItem : .inDoubt)
      case .item:
        let inner = tree.item(block)
        // A field has its own lines.
        if !isNamed(inner, allowed: allowed) {
          found += strays(in: inner, allowed: allowed, column: column, isNested: true)
        }
      default: break
      }
    }
    return found
  }

  /// Whether a line is meant as a field, whatever stands in front of it.
  func isField(_ line: MarkdownLine, _ allowed: [FieldName]) -> Bool { head(of: line, allowed: allowed) != nil }

  /// Whether an item begins with the name of a field and a colon.
  func isNamed(_ item: MarkdownItem, allowed: [FieldName]) -> Bool {
    guard item.isBullet, item.label == nil, item.checkbox == nil,
      let colon = colon(in: item.firstLine.range)
    else { return false }
    let name = text(item.firstLine.start..<colon.range.lowerBound)
    return meant(by: NameKey(name.string).text, among: allowed) != nil
  }

  /// The readings of a block in a list of fields, each with its place: of an item and the lines that run on in it, or
  /// of the lines of a paragraph that are meant as items. What is no field is text.
  func readings(of block: Block, allowed: [FieldName], isStrict: Bool = true) -> [(FieldReading, SourceRange)] {
    switch block.kind {
    case .item:
      let item = tree.item(block)
      let reading = isStrict ? readStrictly(item, allowed: allowed) : read(item, allowed: allowed)
      let strays = strays(in: item, allowed: allowed, column: item.start.column)
      return [(reading, item.range)] + strays.map { ($0.reading, $0.range) }
    case .paragraph:
      let lines = tree.lines(of: block)
      let strays = strays(in: lines, allowed: allowed, column: 0)
      let rest = lines.without(strays)
      return strays.map { ($0.reading, $0.range) } + (rest.map { [(.text, $0.range)] } ?? [])
    default: return [(.text, block.range)]
    }
  }

  // MARK: One line

  /// The beginning of a line that is meant as a field.
  private struct Head {
    /// Where the mark begins, or the name, where there is no mark.
    let start: Int
    let name: SourceRange
    let colon: SourceRange
    let isStrangeColon: Bool
    let field: FieldName
    /// The name that was probably meant, where it is not the one that is written.
    let suggestion: String?
  }

  private func head(of line: MarkdownLine, allowed: [FieldName]) -> Head? {
    guard let start = content(from: line.start, to: line.end) else { return nil }
    let name = nameStart(from: start, to: line.end)
    guard let colon = colon(in: name..<line.end) else { return headWithoutColon(from: start, name..<line.end, allowed) }
    let range = WhiteSpace.trimming(name..<colon.range.lowerBound, of: source)
    guard !range.isEmpty, let (field, suggestion) = meant(by: NameKey(text(range).string).text, among: allowed),
      field.isUnmistakable,
      !isOtherLimit(text(range).string, WhiteSpace.trimming(colon.range.upperBound..<line.end, of: source))
    else { return nil }
    return Head(
      start: start, name: range, colon: colon.range, isStrangeColon: colon.isStrange, field: field,
      suggestion: suggestion)
  }

  /// Whether 期限 alone says when something else ends: 期限：7日內 in the text of a letter.
  private func isOtherLimit(_ name: String, _ value: SourceRange) -> Bool {
    name.unicodeScalars.count == 2 && FieldName.named(name, among: [.deadline]) != nil && !value.isEmpty
      && !saysWhen(value)
  }

  /// 完成期限 107年4月: what is no sentence, because a date and nothing else stands behind the name.
  private func headWithoutColon(from start: Int, _ rest: SourceRange, _ allowed: [FieldName]) -> Head? {
    guard allowed.contains(.deadline), let (name, value) = nameAndValue(in: rest),
      FieldName.named(text(name).string, among: [.deadline]) != nil, saysWhen(value)
    else { return nil }
    return Head(
      start: start, name: name, colon: name.upperBound..<value.lowerBound, isStrangeColon: false, field: .deadline,
      suggestion: nil)
  }

  /// Where the name begins: behind the marks that people put in front of an item, and the white space around them.
  private func nameStart(from start: Int, to end: Int) -> Int {
    var start = start
    for _ in 0..<3 {
      let name = oneMarkLess(from: start, to: end)
      guard name > start else { break }
      start = name
    }
    return start
  }

  private func oneMarkLess(from start: Int, to end: Int) -> Int {
    let (mark, next) = source.scalar(at: start)
    guard LayoutMark.bullets.contains(mark), let name = content(from: next, to: end) else { return start }
    // *完成期限* is emphasis.
    if mark == "*", let colon = colon(in: name..<end), source[name..<colon.range.lowerBound].contains(Ascii.asterisk) {
      return start
    }
    return name
  }

  /// The first place that is no white space.
  private func content(from start: Int, to end: Int) -> Int? {
    let rest = WhiteSpace.trimming(start..<max(start, end), of: source)
    return rest.isEmpty ? nil : rest.lowerBound
  }

  func text(_ range: SourceRange) -> PlanText {
    PlanText(String(decoding: source[range], as: UTF8.self), range: range)
  }

  /// What makes an item of the line; nil where more than white space stands in front of it, as in a quotation.
  private func edits(for head: Head, in line: MarkdownLine, column: Int) -> [(range: SourceRange, text: String)]? {
    var lineStart = line.start
    while lineStart > 0, source[lineStart - 1] != Ascii.lineFeed, source[lineStart - 1] != Ascii.carriageReturn {
      guard Ascii.isBlank(source[lineStart - 1]) else { return nil }
      lineStart -= 1
    }
    let width = source[lineStart..<head.start].reduce(0) { $1 == Ascii.tab ? $0 + 4 - $0 % 4 : $0 + 1 }
    let isPlaced = width >= column && width < column + 2 && source.isBlank(lineStart..<head.start)
    let mark =
      isPlaced
      ? (range: head.start..<head.name.lowerBound, text: "- ")
      : (range: lineStart..<head.name.lowerBound, text: String(repeating: " ", count: column) + "- ")
    let isColon = !head.isStrangeColon && source[head.colon].contains { !Ascii.isBlank($0) && $0 != 0xE3 && $0 != 0x80 }
    return [mark] + (isColon ? [] : [(range: head.colon, text: "：")])
  }
}

extension ArraySlice<MarkdownLine> {
  /// The lines that are no fields, as one stretch; nil where there is none.
  func without(_ strays: [StrayField]) -> ArraySlice<MarkdownLine>? {
    guard !strays.isEmpty else { return self }
    let taken = Set(strays.map(\.field.range.lowerBound))
    let rest = filter { !taken.contains($0.start) }
    return rest.isEmpty ? nil : rest[...]
  }
}
