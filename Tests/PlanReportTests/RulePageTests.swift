import Foundation
import PlanReport
import PlanTestSupport
import PlanValidate
import Testing

/// The pages in `docs/rules` say what the rules say. `PLANTOOL_RECORD=1 swift test --filter RulePageTests` writes them
/// anew.
@Suite struct RulePageTests {
  private static let folder = Package.root.appending(path: "docs/rules")
  private static let pages = RulePages.all()

  @Test func everyPageIsWhatItsRuleSays() {
    for page in Self.pages {
      let mismatch = GoldenFile("../../docs/rules/\(page.path)", besides: #filePath).mismatch(with: page.text)
      #expect(mismatch == nil)
    }
  }

  /// A page of a rule that is gone would stay for ever.
  @Test func everyPageHasItsRule() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".md") }
    #expect(Set(files) == Set(Self.pages.map(\.path)))
  }

  /// Links lead to pages, and their fragments to headings.
  @Test func everyLinkLeadsSomewhere() throws {
    let texts = Dictionary(uniqueKeysWithValues: Self.pages.map { ($0.path, $0.text) })
    let link = try Regex(#"\]\(([^)#]*)(#[^)]*)?\)"#, as: (Substring, Substring, Substring?).self)
    for page in Self.pages {
      let links = page.text.matches(of: link)
      #expect(links.count >= 3, "\(page.path)")
      for match in links {
        let target = URL(filePath: "/\(page.path)").deletingLastPathComponent().appending(path: String(match.output.1))
        let text = try #require(texts[String(target.standardized.path.dropFirst())], "\(page.path): \(match.output.0)")
        guard let fragment = match.output.2?.dropFirst() else { continue }
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
          .map { $0.dropFirst(3).lowercased().replacing(" ", with: "-") }
        #expect(headings.contains(String(fragment)), "\(page.path): \(match.output.0)")
      }
    }
  }

  /// Whether `--fix` mends what a rule finds is read off its failing example, so the example must show it.
  @Test func fixesShowInTheExample() throws {
    let folder = Package.root.appending(path: "Sources/PlanValidate/Rules")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for rule in RuleRegistry.all.map({ $0.description }) {
      let file = try #require(files.first { $0.contains("/\(rule.code)") })
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let hasFixes = text.contains("fixes: ") || text.contains("Finding.Fix")
      #expect((RuleGuide(rule).fix != .none) == hasFixes, "the failing example of \(rule.code)")
    }
  }
}
