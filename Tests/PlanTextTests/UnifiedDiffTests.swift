import Foundation
import PlanTestSupport
import Testing

@testable import PlanText

/// Differences between two texts are exact, small, and found in time that does not explode.
@Suite struct UnifiedDiffTests {
  @Test func sameTextsHaveNone() {
    #expect(UnifiedDiff.text(from: "甲\n乙\n", to: "甲\n乙\n", name: "a") == "")
  }

  @Test func changesWithTheirSurroundings() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("4\n5\n", with: "四\n").replacing("19\n20\n", with: "19\n20\n21\n")
    #expect(
      UnifiedDiff.text(from: old, to: new, name: "甲.plan.md") == """
        --- 甲.plan.md
        +++ 甲.plan.md
        @@ -1,8 +1,7 @@
         1
         2
         3
        -4
        -5
        +四
         6
         7
         8
        @@ -18,3 +17,4 @@
         18
         19
         20
        +21

        """)
  }

  @Test func lineBreaksAtTheEnd() {
    #expect(
      UnifiedDiff.text(from: "甲", to: "甲\n", name: "a")
        == "--- a\n+++ a\n@@ -1 +1 @@\n-甲\n\\ No newline at end of file\n+甲\n")
    #expect(UnifiedDiff.text(from: "", to: "甲\n", name: "a") == "--- a\n+++ a\n@@ -0,0 +1 @@\n+甲\n")
    // CRLF is one character to Swift, and a line break with something before it here.
    #expect(UnifiedDiff.text(from: "甲\r\n", to: "甲\n", name: "a") == "--- a\n+++ a\n@@ -1 +1 @@\n-甲\r\n+甲\n")
  }

  @Test(arguments: [("a b", "--- a b\t\n"), ("a\"b", "--- \"a\\\"b\"\n"), ("a\tb", "--- \"a\\tb\"\n")])
  func oddNames(name: String, first: String) {
    #expect(UnifiedDiff.text(from: "", to: "x\n", name: name).hasPrefix(first))
  }

  /// `patch` turns one text into the other, whatever they are.
  @Test(arguments: 0..<30)
  func patchApplies(seed: UInt64) throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/patch") else { return }
    let plan = PlanGenerator.text(seed: seed)
    var edits = RandomEdits(seed: seed)
    let other =
      seed.isMultiple(of: 3)
      ? PlanGenerator.text(seed: seed + 1) : String(decoding: edits.apply(to: Array(plan.utf8)), as: UTF8.self)
    let folder = FileManager.default.temporaryDirectory.appending(path: "diff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "file")
    try Data(plan.utf8).write(to: file)
    let diff = UnifiedDiff.text(from: plan, to: other, name: "file")
    guard !diff.isEmpty else { return }
    let patch = folder.appending(path: "p")
    try Data(diff.utf8).write(to: patch)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/patch")
    process.arguments = ["--binary", "-s", file.path, patch.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try Data(contentsOf: file) == Data(other.utf8))
  }

  @Test func manyChangedLinesAreNotQuadratic() {
    let old = (0..<20_000).map { "\($0)\n" }
    let start = ContinuousClock.now
    // Nothing in common, everything moved, every other line changed.
    for new in [old.map { "x" + $0 }, Array(old.reversed()), old.enumerated().map { $0 % 2 == 0 ? $1 : "y" + $1 }] {
      let diff = UnifiedDiff.text(from: old.joined(), to: new.joined(), name: "a")
      #expect(!diff.isEmpty)
    }
    #expect(UnifiedDiff.changes(from: old.map { $0[...] }, to: old.map { $0[...] } + ["z"]).count == 1)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
