import Foundation
import PlanTestSupport
import Testing

@testable import plantool

/// What is written over a file: nothing that somebody else has saved is lost, and nothing is left behind.
@Suite struct RewritingTests {
  /// Runs a command that waits while its temporary file is there, does something meanwhile, and lets it go on.
  private func run(_ command: String, meanwhile action: String) throws -> CommandRun {
    try CommandRun(
      shell: """
        d=$(mktemp -d); sed 's/^- /* /; s/持續辦理/廣續辦理/' Examples/minimal.plan.md > $d/a.plan.md; cd $d; export PLANTOOL_PLANT=wait:a.plan.md PLANTOOL_LANG=en
        "$PLANTOOL" \(command) > .out 2> .err & p=$!
        for i in $(seq 3000); do ls -A | grep -q '^.plantool-' && break; sleep 0.01; done
        \(action)
        touch a.plan.md.go; wait $p; s=$?; echo "status $s"; cat .err; cat a.plan.md; ls -A | grep '^.plantool-'; cd /; rm -r $d; exit 0
        """)
  }

  static let commands = [
    "fmt -w a.plan.md", "validate --no-config --fix a.plan.md", "convert --to md -o a.plan.md a.plan.md",
  ]

  @Test(
    arguments: commands,
    [
      "echo 我的新字 >> a.plan.md", "sed 's/計畫/新字/' a.plan.md > b; mv b a.plan.md",
      // As long as before, in its place, and with the old time.
      "touch -r a.plan.md .t; sed 's/計畫/新字/' a.plan.md > b; cat b > a.plan.md; touch -r .t a.plan.md",
    ])
  func whatWasSavedMeanwhileStays(command: String, action: String) throws {
    let run = try run(command, meanwhile: action)
    #expect(run.output.hasPrefix("status 2\n"), "\(run.output.prefix(200))")
    #expect(run.output.contains("“a.plan.md” was changed by somebody after it was read"))
    #expect(run.output.contains("新字"))
    #expect(run.output.contains("廣續辦理"))
    #expect(!run.output.contains("\n.plantool-"))
  }

  @Test(arguments: commands) func aFileThatIsGoneIsNotMadeAnew(command: String) throws {
    let run = try run(command, meanwhile: "rm a.plan.md")
    #expect(run.output.hasPrefix("status 2\n"))
    #expect(!run.output.contains("廣續"))
  }

  @Test(arguments: commands) func withoutAChangeItIsWritten(command: String) throws {
    let run = try run(command, meanwhile: "true")
    #expect(!run.output.hasPrefix("status 2\n"))
    #expect(!run.output.contains("was changed"))
  }

  /// Texts go out from one place, which escapes them for terminals: nothing else in the tool may write.
  @Test func oneFileWrites() throws {
    let folder = Package.root.appending(path: "Sources/plantool")
    let names = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
      .filter { $0.hasSuffix(".swift") }
    #expect(names.count > 30)
    let writing =
      /(^|[^.\w])(write|fputs|fputc|puts|putchar|fwrite|printf|vprintf|fprintf|dprintf|pwrite|writev|print|debugPrint|dump)\(|FileHandle|Swift\.print|\.write\(to:/
    for name in names where name != "Files/StandardStreams.swift" {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("func ") && !line.contains("//") {
        #expect(
          line.firstMatch(of: writing) == nil
            || name == "Commands/InitCommand.swift" && line.contains("arguments, session)"), "\(name): \(line)")
      }
    }
  }

  @Test func everyCommandWritesToStandardOutputWithADash() throws {
    let operands = [
      "validate": ["seeds/shilin-police-107.plan.md"], "render": ["measures", "Examples/minimal.plan.md"],
      "convert": ["Examples/minimal.plan.md"], "checklist": ["list"], "schema": ["plan"],
      "init": ["--from", "Examples/every-construct.plan.md", "--year", "109"],
    ]
    for spec in Commands.specs where spec.options.contains(where: { $0.name == "output" }) {
      let words = try #require(operands[spec.name], "\(spec.name) has -o and is not tried")
      let (plain, dash) = (
        try CommandRun([spec.name] + words), try CommandRun([spec.name, "-o", "-"] + words)
      )
      #expect(plain.output.utf8.count > 100)
      #expect(dash.output == plain.output)
      #expect(dash.status == plain.status)
    }
    #expect(!FileManager.default.fileExists(atPath: Package.root.appending(path: "-").path))
  }
}
