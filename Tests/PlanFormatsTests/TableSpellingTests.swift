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

  /// A table, with other words of the same width in it.
  private static func document(_ name: String, with words: [(old: String, new: String)]) throws -> PlanDocument {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return PlanDocument(
      reading: SourceText(name: name, text: words.reduce(text) { $0.replacing($1.old, with: $1.new) }))
  }

  /// The first words of rows, as they are or with the numbers that levels and measures have, which begin items where no
  /// table is.
  static let words: [[(old: String, new: String)]] = [
    [], [("基礎服務", "一、基礎"), ("服務遞送", "二、遞送")], [("基礎服務", "1.服務一"), ("服務遞送", "2.服務二")],
    [("基礎服務", "(一)基礎"), ("服務遞送", "(二)遞送")], [("基礎服務", "(1) 基礎"), ("服務遞送", "(2) 遞送")],
  ]

  @Test(arguments: names, words.indices) func saysWhatPipesSay(name: String, words: Int) throws {
    let pipes = try Self.document("pipes.plan.md", with: Self.words[words])
    let document = try Self.document(name, with: Self.words[words])
    #expect(PlanJSON.output(document.content).text() == PlanJSON.output(pipes.content).text())
    #expect(document.problems.count == (name.hasPrefix("pipes-") ? 1 : 0), "\(document.problems)")
    #expect(try PlanConversion.canonical(document) == PlanConversion.canonical(pipes))
  }

  @Test func thereAreManySpellings() { #expect(Self.names.count > 10) }
}
