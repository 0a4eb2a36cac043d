import Foundation
import PlanTestSupport
import Testing

/// `plantool diff` with files of git revisions.
@Suite struct RevisionTests {
  static let hasGit = (try? CommandRun(shell: "git --version").status) == 0

  /// Runs commands in a new repository with a plan in two states, the newer one not committed.
  private func run(_ commands: String) throws -> CommandRun {
    try CommandRun(
      shell: """
        p=$PWD/Examples; d=$(mktemp -d); mkdir $d/甲; cp $p/minimal.plan.md $d/甲/a.plan.md; cd $d
        git init -q . && git add . && git -c user.name=a -c user.email=a@example.invalid commit -q -m one
        sed -i 's/107年9月/107年10月/' 甲/a.plan.md
        \(commands)
        s=$?; cd /; rm -r $d; exit $s
        """)
  }

  @Test(.enabled(if: hasGit), arguments: ["HEAD:甲/a.plan.md", "HEAD:./甲/a.plan.md", ":甲/a.plan.md"])
  func aRevisionIsRead(name: String) throws {
    let run = try run("plantool diff --lang en '\(name)' 甲/a.plan.md")
    #expect(run.status == 1)
    #expect(run.output.contains("deadline: 107年9月 → 107年10月"))
    #expect(try self.run("plantool diff \(name) \(name)").status == 0)
    #expect(try self.run("cd 甲; plantool diff HEAD:./a.plan.md a.plan.md").status == 1)
  }

  @Test(.enabled(if: hasGit), arguments: ["HEAD:no.plan.md", "no:甲/a.plan.md", "HEAD:甲", "--help:x", "HEAD:"])
  func whatIsNoneIsRefused(name: String) throws {
    let run = try run("plantool diff --lang en -- '\(name)' 甲/a.plan.md")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(name))
  }

  @Test func withoutGitItSaysSo() throws {
    let run = try CommandRun(
      shell: #"PATH=/nowhere "$PLANTOOL" diff --lang en HEAD:a.plan.md Examples/minimal.plan.md"#)
    #expect(run.status == 2)
    #expect(run.errors.contains("git cannot be run"))
  }

  /// A file by such a name is a file.
  @Test func aFileComesFirst() throws {
    let run = try CommandRun(
      shell:
        "d=$(mktemp -d); cp Examples/minimal.plan.md $d/a:b.plan.md; plantool diff $d/a:b.plan.md Examples/minimal.plan.md; s=$?; rm -r $d; exit $s"
    )
    #expect(run.status == 0)
  }
}
