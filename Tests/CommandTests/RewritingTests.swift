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
    #expect(run.output.contains("“a.plan.md” was changed after it was read"))
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
      "convert": ["Examples/minimal.plan.md"],
      "import": ["Tests/PlanFormatsTests/Office/wanhua-district-109.odt"], "checklist": ["list"], "schema": ["plan"],
      "init": ["--from", "Examples/every-construct.plan.md", "--year", "109"],
      "diff": ["Examples/minimal.plan.md", "Examples/every-construct.plan.md"],
      "status": ["--as-of", "2018-06-15", "Examples/every-construct.plan.md"],
      "report": ["Examples/minimal.plan.md"],
    ]
    // Forms go into a folder, and without -o nothing of the merged plan is printed.
    let others = ["split", "merge"]
    for spec in Commands.specs
    where spec.options.contains(where: { $0.name == "output" }) && !others.contains(spec.name) {
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

  // MARK: What is not to be written over

  /// What a command prints in an empty folder with a plan in it, and what files there are afterwards.
  private func result(of commands: String) throws -> String {
    try CommandRun(
      shell: """
        d=$(mktemp -d); cp Examples/minimal.plan.md $d/a.plan.md; cd $d; export PLANTOOL_LANG=en; cp a.plan.md b.plan.md
        \(commands)
        echo "status $?"; cd /; rm -r $d
        """
    ).output
  }

  @Test(arguments: [
    ("echo '{}' > .plantool.json", "validate a.plan.md -o .plantool.json", ".plantool.json"),
    (#"cp a.plan.md own.md; echo '{"checklist":"own.md"}' > .plantool.json"#, "validate a.plan.md -o own.md", "own.md"),
    ("", "validate --no-config - b.plan.md -o a.plan.md < a.plan.md", "a.plan.md"),
    ("", "validate a.plan.md -o ./b.plan.md b.plan.md", "b.plan.md"),
  ])
  func whatIsReadIsNotWrittenOver(setup: String, command: String, file: String) throws {
    let output = try result(
      of:
        "\(setup.isEmpty ? "true" : setup); cp \(file) .before; \"$PLANTOOL\" \(command); cmp \(file) .before && echo same"
    )
    #expect(output.hasPrefix("same\n"), "\(output.prefix(200))")
  }

  @Test func aBaselineAndAReportAreTwoFiles() throws {
    let output = try result(of: #""$PLANTOOL" validate a.plan.md --write-baseline new.json -o ./new.json; ls"#)
    #expect(output == "a.plan.md\nb.plan.md\nstatus 0\n")
  }

  /// A shell may have opened a log for us with other things in it.
  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
  func anOpenFileIsWrittenToWhereItIs(path: String) throws {
    let output = try result(
      of:
        "(echo first; \"$PLANTOOL\" schema config -o \(path); echo last) > log; head -n 1 log; tail -n 1 log; grep -c schema log"
    )
    #expect(output.hasPrefix("first\nlast\n"), "\(output.prefix(200))")
  }

  @Test func aLinkThatLeadsInACircleOrToNoTextStays() throws {
    let output = try result(
      of: """
        ln -s loop loop; ln -s "$(printf 'x\\377')" odd; for f in loop odd; do "$PLANTOOL" convert a.plan.md -o $f; echo $?; [ -L $f ] && echo stays; done; ls | wc -l
        """)
    #expect(output == "2\nstays\n2\nstays\n4\nstatus 0\n")
  }

  @Test func aLinkToSomethingHiddenIsNotRead() throws {
    let output = try result(
      of: """
        mkdir -p p/.git; echo SECRET > p/.git/config; echo SECRET > p/.env; ln -s .git/config p/a.plan.md; ln -s .env p/b.plan.md
        echo '{"checklist":".aws/credentials"}' > .plantool.json; mkdir .aws; echo SECRET > .aws/credentials
        ("$PLANTOOL" validate --no-config p; "$PLANTOOL" validate a.plan.md) 2>&1
        """)
    #expect(!output.contains("SECRET") && output.contains("hidden"), "\(output.prefix(300))")
  }

  /// The size of a file is whatever its file system says.
  @Test func noSizeIsTooLargeToReckonWith() {
    for size in [0, 1, 1 << 40, 1 << 62, Int.max] {
      for need in [MemoryNeed.checking, .fixing, .formatting, .converting, .rendering] {
        try? need.check("a.plan.md", size: size, syntax: .text)
        #expect(need.threads(4, for: [], upTo: size) >= 1)
      }
    }
  }
}
