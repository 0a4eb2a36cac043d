import Foundation
import PlanFormats
import PlanTestSupport
import PlanText
import Testing

/// One table in all the spellings in which tables come says the same, and is written with pipes.
@Suite struct TableSpellingTests {
  private static let folder = Package.root.appending(path: "Tests/PlanFormatsTests/Tables")
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".plan.md") }
    .sorted()

  private static func document(_ name: String) throws -> PlanDocument {
    PlanDocument(reading: SourceText(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name)))))
  }

  @Test(arguments: names) func saysWhatPipesSay(name: String) throws {
    let pipes = try Self.document("pipes.plan.md")
    let document = try Self.document(name)
    #expect(PlanJSON.output(document.content).text() == PlanJSON.output(pipes.content).text())
    #expect(document.problems.count == (name.hasPrefix("pipes-") ? 1 : 0), "\(document.problems)")
    #expect(try PlanConversion.canonical(document) == PlanConversion.canonical(pipes))
  }

  @Test func thereAreManySpellings() { #expect(Self.names.count > 10) }
}
