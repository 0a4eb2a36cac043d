import PlanFormats
import PlanText
import Testing

/// Documents that RFC 8259 accepts, refuses, or leaves to the reader, and what plantool makes of them.
@Suite struct JSONConformanceTests {
  private enum Verdict: Equatable { case accepted, refused, duplicateKey }

  private func verdict(_ bytes: [UInt8]) -> Verdict {
    let document = PlanDocument(reading: SourceText(name: "x.json", bytes: bytes), as: .json)
    var verdict = Verdict.accepted
    for problem in document.problems {
      switch problem.value {
      // Within RFC 8259, though no text of a plan can have them.
      case .json(.carriageReturns), .json(.nulCharacters): break
      case .json(.duplicateKey): if verdict == .accepted { verdict = .duplicateKey }
      case .json, .emptyFile, .notUTF8, .nulByte, .tooLarge: verdict = .refused
      default: break
      }
    }
    return verdict
  }

  private static let accepted: [String] = [
    // Values alone, and white space of every allowed kind.
    "{}", "[]", "\"\"", "0", "true", "false", "null", " \t\r\n[ \t\r\n]\t", "[null,1,\"1\",{}]", "[[],[[]]]",
    // Numbers.
    "-0", "-0.0", "0e0", "0E+0", "1e-0", "1E+2", "1.0", "-1.5e10", "[0.1]", "123.456e-7",
    // Strings: every escape, DEL, what lies outside the basic plane, noncharacters.
    #""\"\\\/\b\f\n\r\t""#, #""\u0000""#, #""\u005C\u0022""#, #""\uD834\uDD1E""#, #""\uFFFF\uFDD0""#, "\"\u{7F}\"",
    "\"\u{10FFFF}\"",
    "\"\u{2028}\u{2029}\"", "\"甲\u{200B}\"", "\"'\"", "\"[{\"", "\"/* */\"",
    // Keys: empty, alike but not equal, equal in different objects.
    "{\"\":1}", "{\"a\":1,\"A\":2}", "{\"a\":{\"a\":1}}", "[{\"a\":1},{\"a\":1}]", "{\"\u{E9}\":1,\"e\u{301}\":2}",
    "{\"a\":1,\"a \":2}",
  ]

  private static let refused: [String] = [
    // Nothing, or more than one value.
    " ", "\n", "{}{}", "[] []", "1 2", "[]]", "{}}", "null,", "nulll", "\"a\"b",
    // Something left open, or closed by the wrong mark.
    "[", "{", "[1", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "\"", "\"\\", "\"\\\"", "[}", "{]", "[\"a",
    "[(]",
    // Commas and colons.
    "[,]", "[1,]", "[,1]", "[1,,2]", "[1 2]", "{,}", "{\"a\":1,}", "{\"a\":1,,\"b\":2}", "{\"a\" 1}", "{\"a\"::1}",
    "{\"a\",1}", "{\"a\":}", "{:1}", "[1:2]", "{\"a\"}",
    // Words and keys of other languages.
    "True", "NULL", "nul", "undefined", "NaN", "Infinity", "-Infinity", "-NaN", "{a:1}", "{1:1}", "{null:1}", "'a'",
    "{'a':1}", "`a`", "(1)", "<null>",
    // Comments.
    "// a\n1", "/* a */1", "1 # a", "[1/* a */]", "{}//", "{}#",
    // Numbers.
    "01", "-01", "00", "1.", ".5", "-.5", "-", "+1", "--1", "1e", "1e+", "1E-", "1.e5", "1e1.5", "1.2.3", "0x1F", "0b1",
    "1_000", "1,000", "1e５", "１", "[- 1]", "1a", "[1e1e1]",
    // Strings.
    "\"\n\"", "\"\t\"", "\"\u{0}\"", "\"\u{1F}\"", #""\a""#, #""\x41""#, #""\u""#, #""\u12""#, #""\u12G4""#,
    #""\U0041""#, #""\ ""#, #""\u{41}""#, #""\""#, "\"\\\n\"", #""\甲""#,
    // White space that is none in JSON.
    "\u{A0}1", "1\u{3000}", "[\u{2003}]", "\u{2028}{}", "\u{C}1", "\u{B}[]", "[1\u{85}]", "\u{200B}{}",
    // Marks that look alike.
    "｛｝", "［1］", "[1，2]", "{\"a\"：1}", "“a”",
  ]

  @Test(arguments: accepted) func accepts(text: String) { #expect(verdict(Array(text.utf8)) == .accepted) }

  @Test(arguments: refused) func refuses(text: String) { #expect(verdict(Array(text.utf8)) == .refused) }

  /// RFC 8259 leaves these to the reader; docs/plan-format.md says what plantool does.
  @Test func decidesWhatIsLeftOpen() {
    func text(_ text: String) -> Verdict { verdict(Array(text.utf8)) }
    // Keys should differ: a finding, and the rest is read.
    #expect(text(#"{"a":1,"a":1}"#) == .duplicateKey)
    #expect(text(#"{"a":1,"\u0061":2}"#) == .duplicateKey)
    // A byte order mark at the beginning is ignored; one elsewhere is a character like others.
    #expect(text("\u{FEFF}{}") == .accepted)
    #expect(text("\u{FEFF}\u{FEFF}{}") == .refused)
    #expect(text("{}\u{FEFF}") == .refused)
    // Halves of surrogate pairs cannot be written as UTF-8.
    for half in [
      #"\uD800"#, #"\uDC00"#, #"\uD800\uD800"#, #"\uDC00\uD800"#, #"\uD800x"#, #"\uD800\n"#, #"\uD834\u0041"#,
    ] {
      #expect(text("\"\(half)\"") == .refused)
      #expect(text("{\"\(half)\":1}") == .refused)
    }
    // Numbers of any size: what does not fit where it stands is a finding of its own.
    for number in [
      "1E400", "-1E-400", String(repeating: "9", count: 5000), "0." + String(repeating: "1", count: 5000),
      "1e99999999999",
    ] {
      #expect(text(number) == .accepted)
    }
    // 128 levels.
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(text(nested(128)) == .accepted)
    #expect(text(nested(129)) == .refused)
    #expect(text(String(repeating: "{\"a\":[", count: 64) + String(repeating: "]}", count: 64)) == .accepted)
    #expect(text(String(repeating: "{\"a\":[", count: 65) + String(repeating: "]}", count: 65)) == .refused)
  }

  /// RFC 8259, 8.1: JSON is UTF-8, and well-formed.
  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0x80, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xE0, 0x80, 0xAF, 0x22],
      [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xF8, 0x88, 0x80, 0x80, 0x80, 0x22], [0x22, 0xE7, 0x94, 0x22],
      [0x22, 0xE7], [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00],
      [0x00, 0x5B, 0x00, 0x5D], [0x5B, 0x00, 0x5D], [0xA4, 0x40], [],
    ] as [[UInt8]])
  func refusesWhatIsNoUTF8(bytes: [UInt8]) { #expect(verdict(bytes) == .refused) }
}
