import Foundation
import PlanTestSupport
import Testing

/// A fault of plantool in one file must not take the report of the others along. There is none to be had, so that tests
/// plant them.
@Suite struct FaultTests {
  /// A folder with a plan before and a plan behind the one that breaks.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "plantool-faults-\(UUID().uuidString)")

    init(names: [String] = ["a", "broken", "c"]) throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      let plan = try String(contentsOf: Package.root.appending(path: "Examples/minimal.plan.md"), encoding: .utf8)
      // Two findings, safe fixes for them, and a form that is not the canonical one.
      let changed = plan.replacing("- 年度", with: "* 年度").replacing("持續辦理", with: "廣續辦理")
      for name in names {
        try changed.write(to: url.appending(path: "\(name).plan.md"), atomically: true, encoding: .utf8)
      }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func run(_ arguments: [String], plant fault: String, at name: String = "broken.plan.md", input: String = "") throws
      -> CommandRun
    {
      try CommandRun(
        arguments.map { $0.replacing("DIR", with: url.path) }, input: input,
        environment: ["PLANTOOL_PLANT": "\(fault):\(name)", "PLANTOOL_LANG": "en"])
    }

    func text(_ name: String) throws -> String {
      try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }
  }

  static let faults = ["trap", "overflow", "abort"]

  @Test(arguments: faults, ["1", "2"]) func validateReportsTheOthers(fault: String, jobs: String) throws {
    let folder = try Folder()
    let run = try folder.run(["validate", "--jobs", jobs, "--format", "concise", "DIR"], plant: fault)
    #expect(run.status == 2)
    #expect(run.output.contains("a.plan.md:") && run.output.contains("c.plan.md:"))
    #expect(!run.output.contains("broken.plan.md"))
    #expect(
      run.errors.components(
        separatedBy: "plantool had an internal error while processing “\(folder.url.path)/broken.plan.md”"
      ).count == 2)
  }

  @Test(arguments: faults + ["late"], ["1", "2"])
  func whatWasPrintedIsNotPrintedAgain(fault: String, jobs: String) throws {
    let folder = try Folder(names: (1...9).map(String.init))
    let run = try folder.run(["validate", "--jobs", jobs, "DIR"], plant: fault, at: "7.plan.md")
    #expect(run.status == 2)
    let headings = run.output.split(separator: "\n").filter {
      $0.hasPrefix(folder.url.path) && $0.hasSuffix(".plan.md")
    }
    #expect(headings.map { $0.dropLast(8).last } == ["1", "2", "3", "4", "5", "6", "8", "9"])
    #expect(run.output.components(separatedBy: "Checked 8 files").count == 2)
  }

  #if os(Linux)
    /// A run that gets an interrupt at the second of three plans, whether or not interrupts are ignored where the tests
    /// run.
    private func interrupted(format: String) throws -> CommandRun {
      try CommandRun(
        shell: """
          d=$(mktemp -d); for i in a b c; do cp Examples/broken.plan.md $d/$i.plan.md; done; cd $d; \
          PLANTOOL_PLANT=interrupt:b.plan.md PLANTOOL_LANG=en env --default-signal=INT "$PLANTOOL" \
          validate --jobs 1 --format \(format) .; s=$?; rm -r $d; exit $s
          """)
    }

    @Test(arguments: ["text", "concise"]) func anInterruptLeavesWhatIsDone(format: String) throws {
      let run = try interrupted(format: format)
      #expect(run.status == 130)
      #expect(run.output.contains("a.plan.md") && run.output.contains("b.plan.md"))
      #expect(!run.output.contains("c.plan.md"))
      #expect(run.output.contains("Checked 2 files") == (format == "text"))
      #expect(run.errors == "plantool: Interrupted: 2 of 3 files were checked.\n")
    }

    @Test func anInterruptOfAReportInOnePieceEndsIt() throws {
      let run = try interrupted(format: "json")
      #expect(run.status == 130)
      #expect(run.output == "")
    }
  #endif

  @Test(arguments: faults) func aFaultInARuleIsOneOfItsFile(fault: String) throws {
    // A single file is checked by several threads.
    let folder = try Folder()
    let run = try folder.run(["validate", "--jobs", "2", "--format", "json", "DIR/broken.plan.md"], plant: fault)
    #expect(run.status == 2)
    #expect(run.errors.contains("plantool had an internal error"))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
  }

  @Test(arguments: faults) func fixMendsTheOthers(fault: String) throws {
    let folder = try Folder()
    let before = try folder.text("broken.plan.md")
    let run = try folder.run(["validate", "--fix", "DIR"], plant: fault)
    #expect(run.status == 2)
    #expect(run.errors.contains("plantool had an internal error"))
    #expect(try folder.text("broken.plan.md") == before)
    #expect(try !folder.text("a.plan.md").contains("廣續") && !folder.text("c.plan.md").contains("廣續"))
    // Each is said to be mended once, though the run was begun twice.
    #expect(run.errors.components(separatedBy: "/a.plan.md").count == 2)
  }

  @Test(arguments: faults) func fmtRewritesTheOthersAndNamesEachOnce(fault: String) throws {
    let folder = try Folder()
    let before = try folder.text("broken.plan.md")
    let check = try folder.run(["fmt", "--check", "DIR"], plant: fault)
    #expect(check.status == 2)
    let names = ["a", "c"].map { "\(folder.url.path)/\($0).plan.md\n" }.joined()
    #expect(check.output == names)
    #expect(try folder.run(["fmt", "--diff", "DIR"], plant: fault).output.components(separatedBy: "\n--- ").count == 2)
    let run = try folder.run(["fmt", "-w", "DIR"], plant: fault)
    #expect(run.output == names)
    #expect(run.status == 2)
    #expect(run.errors.contains("plantool had an internal error"))
    #expect(try folder.text("broken.plan.md") == before)
    #expect(try folder.text("c.plan.md").contains("- 年度"))
  }

  @Test(
    arguments: [
      ["fmt", "DIR/broken.plan.md"], ["convert", "DIR/broken.plan.md"], ["render", "DIR/broken.plan.md"],
      ["render", "measures", "DIR/broken.plan.md"], ["validate", "--diff", "DIR"],
      ["init", "--from", "DIR/broken.plan.md", "--year", "109"],
    ], faults)
  func everyCommandNamesTheFile(arguments: [String], fault: String) throws {
    let run = try Folder().run(arguments, plant: fault)
    #expect(run.status == 2)
    #expect(run.errors.contains("broken.plan.md”, so it has no result"))
  }

  @Test func standardInputIsReadAgain() throws {
    let folder = try Folder()
    let run = try folder.run(
      ["validate", "--format", "concise", "DIR/a.plan.md", "-", "DIR/broken.plan.md"], plant: "trap",
      input: try folder.text("c.plan.md"))
    #expect(run.status == 2)
    #expect(run.output.contains("a.plan.md:") && run.output.contains("<stdin>:"))
    let own = try folder.run(
      ["validate", "--format", "concise", "-", "DIR/a.plan.md"], plant: "abort", at: "-",
      input: try folder.text("c.plan.md"))
    #expect(own.errors.contains("plantool had an internal error while processing “-”"))
    #expect(own.output.contains("a.plan.md:"))
  }

  @Test func aPipeThatCannotBeReadAgainIsNamed() throws {
    let run = try CommandRun(
      shell:
        "d=$(mktemp -d); cp Examples/broken.plan.md $d/; PLANTOOL_PLANT=trap:broken.plan.md PLANTOOL_LANG=en plantool validate <(cat Examples/minimal.plan.md) $d; s=$?; rm -r $d; exit $s"
    )
    #expect(run.status == 2)
    #expect(run.errors.contains("this one can be read only once"))
    #expect(run.errors.contains("broken.plan.md”, so it has no result"))
  }

  @Test func anEndComesToManyFaults() throws {
    let names = (1...60).map { "broken\($0)" }
    let folder = try Folder(names: names)
    let run = try folder.run(["validate", "DIR"], plant: "abort", at: ".plan.md")
    #expect(run.status == 2)
    for name in names { #expect(run.errors.contains("/\(name).plan.md”"), "\(name)") }
    #expect(run.errors.contains("had internal errors at too many files to continue"))
  }

  @Test func aVariableOfAnotherProcessMeansNothing() throws {
    let run = try CommandRun(
      ["validate", "--format", "concise", "Examples/minimal.plan.md"],
      environment: ["PLANTOOL_RESTART": "1:2:xf0000000000000000"])
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  #if os(Linux)
    @Test func memoryThatCannotSufficeIsNamedBeforehand() throws {
      // The address sanitizer takes more address space than the limit leaves.
      let line = """
        d=$(mktemp -d); cp Examples/broken.plan.md $d/a.plan.md; head -c 60000000 /dev/zero | tr '\\0' a > $d/b.plan.md; ulimit -v 1000000; \
        export PLANTOOL_LANG=en; plantool version >/dev/null 2>&1 || echo SKIP; plantool validate --format concise $d; s=$?; rm -r $d; exit $s
        """
      let run = try CommandRun(shell: line)
      if run.output.hasPrefix("SKIP") { return }
      #expect(run.status == 2)
      #expect(run.output.contains("a.plan.md:"))
      #expect(run.errors.contains("Out of memory: “") && run.errors.contains("(57 MiB) needs at least"))
      #expect(!run.errors.contains("Fatal error"))
    }

    @Test(arguments: ["validate --jobs 2 --format concise", "fmt --check"]) func memoryThatRunsOutIsNamed(
      command: String
    ) throws {
      let line = """
        d=$(mktemp -d); cp Examples/broken.plan.md $d/a.plan.md; cp $d/a.plan.md $d/b.plan.md; sed 's/^- /* /' Examples/minimal.plan.md > $d/c.plan.md; ulimit -v 1000000; \
        export PLANTOOL_LANG=en; plantool version >/dev/null 2>&1 || echo SKIP; PLANTOOL_PLANT=memory:b.plan.md plantool \(command) $d; s=$?; rm -r $d; exit $s
        """
      let run = try CommandRun(shell: line)
      if run.output.hasPrefix("SKIP") { return }
      #expect(run.status == 2)
      #expect(run.errors.contains("Out of memory: memory ran out while “"))
      #expect(!run.errors.contains("Fatal error") && !run.errors.contains("stack trace"))
      #expect(run.output.contains(command.hasPrefix("fmt") ? "c.plan.md\n" : "a.plan.md:"))
    }
  #endif
}
