import PlanFormats
import PlanTestSupport
import PlanText
import PlanValidate
import Testing

/// White space and width mean nothing inside words, numbers and dates: text from Word and PDF files is full of both.
@Suite struct SpacedTests {
  /// How the examples are written anew.
  enum Spelling: String, CaseIterable, Sendable {
    case blankBesideDigits, wideBlankBesideDigits, wideDigits, blankBetweenCharacters
  }

  /// Rules for which blanks mean something, and why.
  static let exempt: [String: String] = [
    "PT410": "a blank divides units",
    "PT606": "a blank between the two halves makes two things of them",
    "PT611": "marks of punctuation are looked at as they stand",
  ]

  static let codes = RuleRegistry.all.filter { ![.reading, .tool].contains($0.description.family) }
    .map { $0.description.code }

  @Test(arguments: Spelling.allCases, codes)
  func findingsAreTheSame(_ spelling: Spelling, _ code: String) throws {
    let example = try #require(RuleRegistry.rule(code)).description.failing
    if example.isJSON || spelling == .blankBetweenCharacters && Self.exempt[code] != nil { return }
    // Among blanks everywhere, one inside a name is no finding.
    let plan =
      spelling == .blankBetweenCharacters
      ? example.plan.replacing(#/([\u4E00-\u9FFF]) ([\u4E00-\u9FFF])/#) { "\($0.1)\($0.2)" } : example.plan
    let spelled = plan.lineSlices.map { Self.spelled(String($0), spelling) }.joined(separator: "\n")
    let (before, after) = (Self.lines(of: plan, code), Self.lines(of: spelled, code))
    #expect(after == before, "\(spelled)")
  }

  /// The lines of the findings of a rule.
  private static func lines(of plan: String, _ code: String) -> [Int] {
    let document = PlanDocument(reading: SourceText(name: "example.plan.md", text: plan))
    return Validator().findings(on: document).filter { $0.code == code }
      .map { document.source.line(at: $0.range.lowerBound) }
  }

  /// A line with its words written another way; marks of Markdown, labels, addresses and comments stay.
  private static func spelled(_ line: String, _ spelling: Spelling) -> String {
    if line.hasPrefix("#") || ["http", "@", "<!--", "`", "檢核表："].contains(where: { line.contains($0) }) { return line }
    let scalars = Array(line.unicodeScalars)
    let start = line.endOfMarks
    var spelled = String.UnicodeScalarView(scalars[..<start])
    for (index, scalar) in scalars.enumerated().dropFirst(start) {
      if index > start, let blank = spelling.blank(between: scalars[index - 1], and: scalar) { spelled.append(blank) }
      spelled.append(spelling == .wideDigits ? scalar.wideDigit : scalar)
    }
    return String(spelled)
  }
}

extension SpacedTests.Spelling {
  fileprivate func blank(between last: Unicode.Scalar, and next: Unicode.Scalar) -> Unicode.Scalar? {
    let isBesideDigit = last.isCommonHan && next.isDigit || last.isDigit && next.isCommonHan
    return switch self {
    case .blankBesideDigits: isBesideDigit ? " " : nil
    case .wideBlankBesideDigits: isBesideDigit ? "\u{3000}" : nil
    case .blankBetweenCharacters: last.isCommonHan && next.isCommonHan ? " " : nil
    case .wideDigits: nil
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var wideDigit: Unicode.Scalar { isDigit ? Unicode.Scalar(value + 0xFEE0) ?? self : self }
}

extension String {
  /// Behind the bullets and numbers that a line begins with, in scalars.
  fileprivate var endOfMarks: Int {
    let mark = prefixMatch(of: #/(?:\s*[-*+>]\s+|\s*\d+[.)]\s+)*(?:[（(]?[一二三四五六七八九十\d]+[)）、.]\s*)?/#)
    return mark?.output.unicodeScalars.count ?? 0
  }
}
