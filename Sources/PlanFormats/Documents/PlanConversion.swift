import PlanText

/// Turning a plan from one syntax into the other.
public enum PlanConversion {
  /// Why a plan cannot be converted without loss.
  public enum Problem: Error, Sendable {
    /// Parts of the file were not understood and would be lost.
    case unreadParts(count: Int)
    /// The plan has a text that the other syntax cannot hold as it is; `first` is the beginning of the first such text,
    /// `place` the offset at which it stands in the file, where that is known.
    case notExact(first: String, place: Int?)
  }

  /// The plan of a document in a syntax. Only `$schema`, which is for editors of JSON, stays behind.
  ///
  /// The result is read back and compared: what is returned means the same, or nothing is returned.
  public static func convert(_ document: PlanDocument, to syntax: PlanDocument.Syntax) throws(Problem) -> String {
    let lost = document.problems.filter { !$0.value.keepsContent }.count
    guard lost == 0 else { throw .unreadParts(count: lost) }
    var content = document.content
    if syntax == .text { content.schema = nil }
    let meaning = PlanJSON.output(content)
    switch syntax {
    case .json: return meaning.text()
    case .text:
      let nul = document.problems.first { if case .json(.nulCharacters) = $0.value { true } else { false } }
      if let nul { throw .notExact(first: "\\u0000", place: nul.range.lowerBound) }
      let text = PlanTextWriter.text(content)
      let reread = PlanDocument(reading: SourceText(name: "", text: text), as: .text)
      let back = PlanJSON.output(reread.content)
      guard back.isWritten(meaning) else { throw notExact(document, meaning.text(), back.text()) }
      if let problem = reread.problems.first(where: { !$0.value.keepsContent }) {
        let first = reread.source.text(in: problem.range).excerpt()
        throw .notExact(first: first, place: document.place(of: first))
      }
      return text
    }
  }

  /// The plan of a document in the canonical form of its own syntax.
  public static func canonical(_ document: PlanDocument) throws(Problem) -> String {
    try convert(document, to: document.syntax)
  }

  /// The first line of the JSON of a document that did not come back.
  private static func notExact(_ document: PlanDocument, _ meaning: String, _ back: String) -> Problem {
    let (a, b) = (meaning.lines, back.lines)
    let index = zip(a, b).enumerated().first { !$0.element.0.isWritten($0.element.1) }?.offset ?? min(a.count, b.count)
    guard index < a.count else { return .notExact(first: "", place: nil) }
    let first = a[index].trimmingWhiteSpace()
    guard let json = document.json else {
      // Who wrote text knows no JSON: the last words before it that stand in the file tell where it is.
      let words = a[...index].reversed().lazy.compactMap(PlanDocument.value).map(String.init)
      let found = words.compactMap { words in document.place(of: words).map { (words, $0) } }.first
      return .notExact(first: found.map { "「\($0.0.excerpt())」" } ?? first, place: found?.1)
    }
    // The same value in the file, which may be written in another way there.
    let written = SourceText(name: "", text: meaning)
    let offset = written.bytes.firstContent(in: written.rangeOfLine(index + 1))
    let pointer = JSONParser.parse(written).node?.pointer(to: offset..<offset) ?? ""
    return .notExact(first: first, place: json.node(at: pointer).range.lowerBound)
  }
}

extension PlanDocument {
  /// The offset of a text of the plan, if it stands in the file in one piece.
  fileprivate func place(of text: String) -> Int? {
    guard let part = text.split(whereSeparator: Self.isNoText).first else { return nil }
    return source.bytes.firstOffset(of: Array(part.utf8))
  }

  /// The value in a line of JSON, `"key": "value",`, up to what is an escape there; nil where there is none.
  fileprivate static func value(inJSON line: String) -> Substring? {
    line.split(separator: "\": \"", maxSplits: 1).dropFirst().first?.split(whereSeparator: isNoText).first
  }

  private static func isNoText(_ character: Character) -> Bool { character == "\\" || character == "\"" }
}

extension ReadProblem {
  /// Whether everything in the file is in the plan although something is wrong with it.
  ///
  /// A derived value that contradicts its text is not: it would vanish, and nobody knows which of the two was meant.
  public var keepsContent: Bool {
    switch self {
    case .headingWithoutSpace, .headingLevelSkipped, .tableKindDiffers, .json(.nulCharacters), .ownWordForDeadline,
      .strangeColon, .foreignMarks, .sectionWithoutRows, .continuedCells, .repeatedHeader:
      true
    // In a section that is kept as written, its words are all there.
    case .strangeTable(let table): table.fate != .lost
    case .hiddenByHTML(let html): html.isKept
    case .unclosedBlock(let block): block.isKept
    default: false
    }
  }

  /// Whether the tables of the plan may lack something because of it, though everything is in the plan: whoever prints
  /// them would not see it.
  public var hidesParts: Bool {
    switch self {
    case .unclosedBlock, .hiddenByHTML: true
    default: !keepsContent
    }
  }
}
