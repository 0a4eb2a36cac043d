import PlanFormats
import PlanText
import Testing

/// What RFC 8259 accepts and refuses, seen through a plan's reader.
@Suite struct JSONTests {
  private func problems(_ text: String) -> [JSONProblem] {
    PlanDocument(reading: SourceText(name: "x.json", text: text), as: .json).problems.compactMap { problem in
      if case .json(let fault) = problem.value { return fault }
      return nil
    }
  }

  @Test(arguments: [
    "{}", " [ ] ", "null", "true", "-0", "0.5", "1e9", "1E-2", "\"\"", "\"\\u00e9\\ud83d\\ude00\\/\"", "[1,2]",
    "{\"\":0}", "\u{FEFF}{}",
    "\"\u{7F}\"", "1234567890123456789012345678901234567890",
  ])
  func acceptsJSON(text: String) {
    #expect(problems(text).isEmpty)
  }

  @Test(arguments: [
    ("{", JSONProblem.unexpectedEnd), ("[1,]", .trailingComma), ("{\"a\":1,}", .trailingComma),
    ("{} x", .trailingContent),
    ("\"abc", .unterminatedString), ("\"a\nb\"", .unterminatedString), ("\"\u{1}\"", .controlCharacter(1)),
    ("\"\\q\"", .invalidEscape),
    ("\"\\u12g4\"", .invalidEscape), ("\"\\ud800\"", .loneSurrogate), ("\"\\ud800\\u0041\"", .loneSurrogate),
    ("01", .invalidNumber("01")),
    ("1.", .invalidNumber("1.")), ("-", .invalidNumber("-")), ("+1", .unexpectedCharacter("+")),
    ("NaN", .unexpectedCharacter("N")),
    ("nul", .unexpectedCharacter("n")), ("{a:1}", .unexpectedCharacter("a")), ("{'a':1}", .unexpectedCharacter("'")),
    ("[1 2]", .unexpectedCharacter("2")),
    ("｛}", .unexpectedCharacter("｛")),
  ])
  func refusesEverythingElse(text: String, problem: JSONProblem) {
    #expect(problems(text) == [problem])
  }

  @Test func limitsNesting() {
    let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(problems(deep).isEmpty)
    #expect(problems("[" + deep + "]") == [.tooDeep(limit: 128)])
    #expect(problems(String(repeating: "{\"a\":", count: 100_000)) == [.tooDeep(limit: 128)])
  }

  @Test func writesWhatItReads() {
    let text = "引號\" 反斜線\\ 換行\n 定位\t 控制\u{1}\u{9F} 分行\u{2028} 表情👨‍👩‍👧"
    let written = JSONOutput.object([("title", .string(text))]).text(isCompact: true)
    let plan = PlanDocument(reading: SourceText(name: "x.json", text: written), as: .json).plan
    #expect(plan.title?.string == text)
    #expect(
      !written.dropLast().unicodeScalars.contains {
        $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x2028
      })
  }

  @Test func pointsIntoTheFile() throws {
    let text = #"{"format":"plantool/1","sections":[{"heading":"甲","kind":"narrative","text":"x","a/b~c":1}]}"#
    let document = PlanDocument(reading: SourceText(name: "x.json", text: text), as: .json)
    let problem = try #require(document.problems.first)
    #expect(document.pointer(to: problem.range) == "/sections/0/a~1b~0c")
  }

  /// `$schema` is for editors: it is kept in JSON, and has no place in Markdown.
  @Test(arguments: ["", #","document":"proposal""#]) func schemaForEditors(document: String) throws {
    let body = #""format":"plantool/1"\#(document),"title":"甲","sections":[]}"#
    func read(_ text: String) -> PlanDocument {
      PlanDocument(reading: SourceText(name: "x.json", text: text), as: .json)
    }
    let named = read(#"{"$schema":"./plan.schema.json",\#(body)"#)
    #expect(named.problems.isEmpty)
    let canonical = try PlanConversion.canonical(named)
    #expect(canonical.hasPrefix("{\n  \"$schema\": \"./plan.schema.json\",\n  \"format\": \"plantool/1\","))
    #expect(try PlanConversion.canonical(read(canonical)) == canonical)
    #expect(try PlanConversion.convert(named, to: .text) == PlanConversion.convert(read("{" + body), to: .text))
    #expect(read(#"{"$schema":1,\#(body)"#).problems.map { "\($0.value)" }.count == 1)
  }
}
