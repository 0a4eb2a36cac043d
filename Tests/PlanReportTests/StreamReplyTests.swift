import Foundation
import PlanFormats
import PlanReport
import PlanTestSupport
import PlanText
import PlanValidate
import Testing

/// What `validate --stream` writes for a line.
@Suite struct StreamReplyTests {
  private let replies = StreamReplies(ReportOptions(language: .en))

  private func report(on path: String) throws -> FileReport {
    let data = try Data(contentsOf: Package.root.appending(path: path))
    return Validator().report(on: PlanDocument(reading: SourceText(name: path, bytes: Array(data))))
  }

  @Test func repliesFitTheirSchema() throws {
    let checker = try SchemaChecker(text: FindingsSchema.stream.text)
    var lines = try ["Examples/broken.plan.md", "Examples/minimal.plan.md"].map { path in
      try replies.reply(to: report(on: path)).text
    }
    lines.append(replies.refusal(line: 3, saying: "a"))
    lines.append(replies.refusal(line: 4, column: 1, path: "a\n", saying: "a\nb"))
    for line in lines {
      #expect(line.last == "\n" && line.dropLast().allSatisfy { $0 != "\n" && $0 != "\r" })
      let problems = checker.check(try JSONValue(text: line)).problems
      #expect(problems.isEmpty, "\(problems.prefix(3))")
    }
    #expect(!checker.check(try JSONValue(text: #"{"path": "a", "error": "b"}"#)).problems.isEmpty)
    #expect(!checker.check(try JSONValue(text: #"{"path": "a"}"#)).problems.isEmpty)
  }

  @Test func theSchemaHasTheDefinitionsOfFindings() throws {
    func definitions(_ file: JSONSchemaFile) throws -> [String: JSONValue]? {
      try JSONValue(text: file.text).members?["$defs"]?.members
    }
    var stream = try #require(try definitions(FindingsSchema.stream))
    #expect(stream.removeValue(forKey: "refusal") != nil)
    #expect(stream.keys.sorted() == (try definitions(FindingsSchema.file))?.keys.sorted())
  }

  @Test func aReplyIsTheFileOfTheReport() throws {
    let report = try report(on: "Examples/broken.plan.md")
    let options = ReportOptions(language: .en)
    let whole = try JSONValue(text: ReportFormat.json.output([ReportFormat.json.part(of: report, options)], options))
    let reply = replies.reply(to: report)
    #expect(try JSONValue(text: reply.text) == whole.members?["files"]?.elements?.first)
    #expect(reply.counts.count(atLeast: .error) == 9)
  }
}
