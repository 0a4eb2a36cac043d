import PlanFormats
import PlanText
import Testing

/// Lines of a stream of plans.
@Suite struct PlanLineTests {
  private func read(_ line: String) throws -> SourceText {
    try PlanLine(reading: Array(line.utf8), name: "<stdin>").source
  }

  /// The kind of fault of a line, with its place.
  private func fault(_ line: [UInt8]) -> String {
    do throws(PlanLine.Fault) {
      _ = try PlanLine(reading: line, name: "<stdin>")
      return "none"
    } catch {
      switch error {
      case .blank: return "blank"
      case .notUTF8(let place): return "notUTF8 \(place)"
      case .nul(let place): return "nul \(place)"
      case .syntax(let problem): return "syntax \(problem.range.lowerBound)"
      case .notAnObject: return "notAnObject"
      case .noText(let path): return "noText \(path ?? "-")"
      case .pathIsNotAString: return "pathIsNotAString"
      }
    }
  }

  @Test func aTextComesWithItsPath() throws {
    let plan = try read(##"{"path": "甲/a.plan.md", "id": 7, "text": "# 甲\n\n乙\t\u4e19"}"##)
    #expect(plan.name == "甲/a.plan.md")
    #expect(plan.text(in: 0..<plan.bytes.count) == "# 甲\n\n乙\t丙")
    #expect(try read(#"{"text": ""}"#).name == "<stdin>")
    #expect(try read(#"{"text": ""}"#).bytes.isEmpty)
  }

  @Test(arguments: [#"{"format": "plantool/1", "sections": []}"#, "{}", " {\"text2\": 1} \r"])
  func aPlanInJSONIsTheLineItself(line: String) throws {
    let plan = try read(line)
    #expect(plan.name == "<stdin>")
    #expect(plan.bytes == Array(line.utf8))
    #expect(PlanDocument.Syntax.of(plan) == .json)
  }

  @Test(arguments: [
    ("", "blank"), (" \t\r", "blank"), ("\u{FEFF}", "blank"), ("{\"a\":\u{0}}", "nul 5"), ("{", "syntax 1"),
    ("{} {}", "syntax 3"), ("[]", "notAnObject"), ("\"a\"", "notAnObject"), ("null", "notAnObject"),
    (#"{"path": "a"}"#, "noText a"), (#"{"text": 1}"#, "noText -"), (#"{"path": "a", "text": null}"#, "noText a"),
    (#"{"path": null, "text": ""}"#, "pathIsNotAString"), (#"{"text": "", "text": ""}"#, "syntax 13"),
    (#"{"text": "", "id": 1, "id": 2}"#, "none"), (#"{"path": "a", "text": "b", "path": "c"}"#, "syntax 27"),
    (#"{"text": "a\r\n", "path": "b\r"}"#, "syntax 28"), (#"{"text": "a\r\n", "path": "b\n"}"#, "none"),
  ]) func whatHoldsNoPlanIsRefused(line: String, expected: String) {
    #expect(fault(Array(line.utf8)) == expected)
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(fault(Array(#"{"text": ""#.utf8) + [0xFF] + Array(#""}"#.utf8)) == "notUTF8 10")
    // Half of a surrogate pair is no text either.
    #expect(fault(Array(##"{"text": "\ud800"}"##.utf8)) == "syntax 10")
  }
}
