import Foundation
import PlanTestSupport
import Testing

/// Command lines as data: each file in `Cases` holds one, and everything that the tool prints for it.
///
/// A new test is a new file with its first line; `PLANTOOL_RECORD=1 swift test` fills in the rest, for a person to
/// read.
@Suite struct CaseTests {
  static let folder = Package.root.appending(path: "Tests/CommandTests/Cases")
  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".case") }.sorted()

  @Test(arguments: names)
  func printsWhatTheCaseSays(name: String) throws {
    let file = Self.folder.appending(path: name)
    let expected = try String(contentsOf: file, encoding: .utf8)
    let line = try #require(expected.split(separator: "\n").first)
    let command = try #require(line.hasPrefix("$ ") ? String(line.dropFirst(2)) : nil)
    let run = try CommandRun(shell: command)
    let actual = "$ \(command)\n--- status \(run.status)\n--- stdout\n\(run.output)--- stderr\n\(run.errors)"
    if ProcessInfo.processInfo.environment["PLANTOOL_RECORD"] != nil, actual != expected {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); read it before you commit it")
    } else {
      #expect(actual == expected)
    }
  }

  @Test func thereAreCases() {
    #expect(Self.names.count > 10)
  }
}
