import PlanTestSupport
import PlanText
import Testing

/// Help is read in terminals of 80 columns.
@Suite struct HelpTests {
  @Test(arguments: ["zh-Hant", "en"]) func everyLineFits(language: String) throws {
    let overview = try CommandRun(["help", "--lang", language]).output
    // The list of commands: two blanks, a name, and what it does.
    let commands = overview.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    try #require(commands.count > 10)
    let pages = try [overview] + commands.map { try CommandRun(["help", $0, "--lang", language]).output }
    for line in pages.flatMap({ $0.split(separator: "\n") }) {
      #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
    }
  }
}
