import Foundation
import PlanTestSupport
import Testing

/// Tasks of people who know nothing but what plantool tells them. `Newcomer/README.md` says how they are written.
@Suite struct NewcomerTests {
  static let folder = Package.root.appending(path: "Tests/CommandTests/Newcomer")
  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".sh") }.sorted()

  @Test(arguments: names)
  func comesToItsEnd(name: String) throws {
    let folder = Self.folder.path
    let run = try CommandRun(shell: ". \(folder)/prelude && . \(folder)/\(name) && echo '\(name) done'")
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output == "\(name) done\n")
    #expect(run.errors == "")
  }

  @Test func thereAreTenTasks() {
    #expect(Self.names.count == 10)
  }
}
