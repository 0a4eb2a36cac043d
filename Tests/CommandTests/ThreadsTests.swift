import PlanTestSupport
import PlanValidate
import Testing

@testable import plantool

/// Files are checked by several threads, and a single one by several rules at a time; nobody may notice.
@Suite struct ThreadsTests {
  @Test(arguments: [1, 2, 7, 64]) func resultsComeInTheirOrder(threads: Int) {
    // The first numbers take longest, so that their results come last.
    let results = Parallel.map(200, threads: threads) { number in
      (0..<((200 - number) * 50)).reduce(number) { ($0 &* 31 &+ $1) % 1009 }
    }
    #expect(
      results == Parallel.map(200, threads: 1) { n in (0..<((200 - n) * 50)).reduce(n) { ($0 &* 31 &+ $1) % 1009 } })
  }

  @Test(arguments: [1, 2, 7]) func resultsAreDeliveredInTheirOrder(threads: Int) throws {
    var delivered: [Int] = []
    try Parallel.deliver(100, threads: threads) { number in
      (0..<((100 - number) * 50)).reduce(number) { ($0 &* 31 &+ $1) % 1009 } >= 0 ? number : -1
    } wait: { _ in
      true
    } to: { number, result in
      #expect(number == result)
      delivered.append(result)
      return number < 60
    }
    #expect(delivered == Array(0...60))
  }

  @Test func nothingToDoIsDone() {
    #expect(Parallel.map(0, threads: 4) { $0 } == [])
  }

  @Test(arguments: [
    "text", "concise", "json", "jsonl", "github", "sarif", "junit", "gitlab", "checkstyle", "markdown", "html",
  ])
  func printsTheSameByAnyNumberOfThreads(format: String) throws {
    // Which plan is checked when is the same for all formats, so that one for people and one for programs have the long
    // plans too.
    let folders = ["text", "json"].contains(format) ? ["seeds", "Examples"] : ["Examples"]
    // Files named twice are checked once; one is there and cannot be read.
    #if os(Linux)
      let (files, status): ([String], Int32) = (folders + ["/proc/self/mem"] + folders, 2)
    #else
      let (files, status): ([String], Int32) = (folders + folders, 1)
    #endif
    let one = try CommandRun(["validate", "--jobs", "1", "--format", format] + files)
    let many = try CommandRun(["validate", "--jobs", "8", "--format", format] + files)
    #expect(one.output.utf8.count > 1000)
    #expect(one.output == many.output)
    #expect(one.errors == many.errors)
    #expect(one.status == status)
    #expect(many.status == status)
  }

  @Test(
    arguments: ["text", "json"], ["seeds/taichung-port-police-107.plan.md", "seeds/e-ledger-proposal-106.plan.md"])
  func rulesFindTheSameByAnyNumberOfThreads(format: String, file: String) throws {
    let one = try CommandRun(["validate", "--jobs", "1", "--format", format, "--confirmed", file])
    let many = try CommandRun(["validate", "--jobs", "8", "--format", format, "--confirmed", file])
    #expect(one.output.utf8.count > 1000)
    #expect(one.output == many.output)
    #expect(one.status == many.status)
  }

  @Test func aBaselineIsTheSameByAnyNumberOfThreads() throws {
    let line =
      "d=$(mktemp -d) && for jobs in 1 8; do plantool validate --jobs $jobs --write-baseline $d/$jobs seeds; done >/dev/null 2>&1; cmp $d/1 $d/8 && wc -l < $d/1; rm -r $d"
    let run = try CommandRun(shell: line)
    #expect(run.status == 0)
    #expect(Int(run.output.filter(\.isNumber)).map { $0 > 50 } ?? false, "\(run.output) \(run.errors)")
  }

  @Test(arguments: ["0", "257", "two", "-1", ""]) func refusesANumberOfJobs(_ value: String) throws {
    let run = try CommandRun(["validate", "--jobs=\(value)", "Examples/minimal.plan.md"])
    #expect(run.status == 64)
    #expect(run.errors.contains("--jobs"))
    #expect(run.output == "")
  }
}
