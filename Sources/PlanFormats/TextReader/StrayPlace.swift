import PlanModel
import PlanText

/// What is known of the place of lines that may be fields, for saying whose they are.
enum StrayPlace {
  /// Lines that begin what they stand in, as those under a heading.
  case ofItsOwn
  /// Lines of an item, behind others of it.
  case inItem
  /// Lines of an item inside another, or behind one: whose they are only a person can say.
  case inDoubt
}

extension FieldReader {
  /// Whether a line begins as people begin an item: with a mark, or with a number that a paragraph runs over.
  func isMarked(_ line: MarkdownLine) -> Bool {
    let start = source.firstContent(in: line.range)
    guard start < line.end else { return false }
    return LayoutMark.bullets.contains(source.scalar(at: start).scalar) || ItemStart.begins(line, in: source)
      || Ascii.isDigit(source[start]) && isPair(start..<line.end)
  }

  /// 1-1
  private func isPair(_ line: SourceRange) -> Bool {
    let rest = source[line].drop(while: Ascii.isDigit)
    return (rest.first == Ascii.hyphen || rest.first == Ascii.dot)
      && (rest.dropFirst().first.map(Ascii.isDigit) ?? false)
  }

  /// Whether the line above may have said all that it has to say, or is a field itself: what follows does not go on with
  /// a sentence.
  func followsEnd(_ line: MarkdownLine, allowed: [FieldName]) -> Bool {
    var end = line.start
    var above = 0..<0
    while above.isEmpty {
      end = source.startOfLine(at: end)
      guard end > 0 else { return true }
      let start = source.startOfLine(at: end - 1)
      above = WhiteSpace.trimming(start..<(end - 1), of: source)
      end = start
    }
    let words = String(decoding: source[above], as: UTF8.self)
    guard let last = words.unicodeScalars.last else { return true }
    let goesOn = Self.goingOn.contains(last) || Self.wordsGoingOn.contains { words.hasSuffix($0) }
    return !goesOn || isField(MarkdownLine(start: above.lowerBound, end: above.upperBound), allowed)
  }

  /// What stands in the middle of a sentence, or announces what follows.
  private static let goingOn: ScalarSet = "，、：,:︰—–－-…（(「『《〈及與或和並於在由之的為"
  private static let wordsGoingOn = ["註明", "載明", "敘明", "標示", "如下", "如次", "下列", "包括", "包含", "例如", "填寫", "列明"]

  /// Whether the value of a field is one value: no sentence, and no further field on the same line.
  func saysOneThing(_ field: Field, allowed: [FieldName]) -> Bool {
    guard field.name.isShort else { return true }
    return FieldName.further(in: field.value.string) == nil
      && !field.value.string.unicodeScalars.contains { "。，；！？".unicodeScalars.contains($0) }
  }

  /// The first word of a line and what stands behind it.
  func nameAndValue(in line: SourceRange) -> (name: SourceRange, value: SourceRange)? {
    let line = WhiteSpace.trimming(line, of: source)
    var end = line.lowerBound
    while end < line.upperBound, blank(at: end) == 0 { end += 1 }
    let value = WhiteSpace.trimming(end..<line.upperBound, of: source)
    return value.isEmpty ? nil : (line.lowerBound..<end, value)
  }

  /// Whether words are a deadline that is understood, and that has a date.
  func saysWhen(_ range: SourceRange) -> Bool {
    let words = PlanText(String(decoding: source[range], as: UTF8.self), range: range)
    return Deadline(words).meaning.map { !$0.points.isEmpty } ?? false
  }
}

extension FieldName {
  /// The name of a field with its colon inside the value of another: 秘書室，完成期限：107年4月.
  package static func further(in value: String) -> Substring? {
    for colon in value.unicodeScalars.indices {
      let scalar = value.unicodeScalars[colon]
      guard scalar == "：" || scalar == ":" || LayoutMark.strangeColons.contains(scalar) else { continue }
      var before = value[..<colon].unicodeScalars
      while before.last?.isWhiteSpace == true { before.removeLast() }
      let found = longNames.filter { Substring(before).hasSuffix($0) }.max { $0.utf8.count < $1.utf8.count }
      if let found { return Substring(before).suffix(found.count) }
    }
    return nil
  }

  /// The names that are no words of a sentence too.
  private static let longNames = (tellingMeasures + ofPlan).flatMap(\.names).filter { $0.unicodeScalars.count > 3 }

  /// Whether its value is a date or some names, and no sentence.
  var isShort: Bool {
    switch self {
    case .measure(let field): field.kind == .deadline || field.kind == .units
    case .period, .year, .phasePeriod, .phaseUnits: true
    default: false
    }
  }
}

extension FieldName {
  /// Whether the name of another field behind a blank is no word of its value, which is short.
  var isHost: Bool { isShort || self == .agency || self == .checklist }
}

extension PlanText {
  /// Whether it has the punctuation or the first words of a sentence.
  var isSentence: Bool {
    string.unicodeScalars.contains { "。，；！？：".unicodeScalars.contains($0) }
      || ["應", "須", "需", "得", "將", "請", "由", "依", "為", "可", "並", "之", "於"].contains { string.hasPrefix($0) }
  }
}

extension Substring.UnicodeScalarView {
  /// How many bytes it takes in UTF-8.
  var utf8Count: Int { Substring(self).utf8.count }
}
