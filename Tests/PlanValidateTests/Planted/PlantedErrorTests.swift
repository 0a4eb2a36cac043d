import Foundation
import PlanTestSupport
import PlanText
import Testing

/// Errors planted into whole plans are found: each class as often as its mark says, one at a time, at places and with
/// words that a seed picks. `docs/planted-errors.md` shows how often.
///
/// `PLANTOOL_PLANTS=100` plants so many of each class, and prints the table and what was not found.
@Suite struct PlantedErrorTests {
  /// What became of the errors of a class.
  private struct Row: Sendable {
    var planted = 0
    var asWarning = 0
    var asNote = 0
    var elsewhere = 0
    var codes: [String: Int] = [:]
    var missed: [String] = []

    var found: Int { asWarning + asNote }
  }

  private static let plans: [PlantedPlan] = {
    let layouts = ["land-office-106", "land-office-112", "health-centre-107", "police-107", "district-office-105"]
    let root = Package.root.appending(path: "Tests/CommandTests/Layouts")
    let sources = layouts.compactMap { name -> SourceText? in
      let file = root.appending(path: "\(name)/layout.plan.md")
      return (try? Data(contentsOf: file)).map { SourceText(name: name, bytes: Array($0)) }
    }
    return (Seed.plans.compactMap { try? $0.source() } + sources).map(PlantedPlan.init)
  }()

  private static func plant(_ error: PlantedError, count: Int, seed: UInt64) -> Row {
    var random = SplitMix64(seed: seed)
    var row = Row()
    var tries = 0
    while row.planted < count, tries < count * 5 {
      tries += 1
      let plan = random.pick(plans)
      guard let plant = error.plant(plan, &random) else { continue }
      row.planted += 1
      let findings = plan.findings(with: plant).filter { error.codes.contains($0.finding.code) }
      guard
        let best = findings.filter({ $0.isAtPlace || error.showsElsewhere }).max(by: {
          $0.finding.severity < $1.finding.severity
        })
      else {
        row.elsewhere += findings.isEmpty ? 0 : 1
        row.missed.append(plan.words(around: plant))
        continue
      }
      row.codes[best.finding.code, default: 0] += 1
      if best.finding.severity == .note { row.asNote += 1 } else { row.asWarning += 1 }
    }
    return row
  }

  @Test func plantedErrorsAreFound() async throws {
    let asked = ProcessInfo.processInfo.environment["PLANTOOL_PLANTS"].flatMap { Int($0) }
    let count = asked ?? 8
    let rows = await withTaskGroup(of: (Int, Row).self) { group in
      for (number, error) in PlantedError.all.enumerated() {
        group.addTask { (number, Self.plant(error, count: count, seed: UInt64(number + 1))) }
      }
      return await group.reduce(into: [Int: Row]()) { $0[$1.0] = $1.1 }
    }
    let lines = PlantedError.all.enumerated().map { number, error -> String in
      let row = rows[number] ?? Row()
      let codes = row.codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
      return
        "| \(error.name) | \(row.planted) | \(row.found) | \(row.asWarning) | \(row.elsewhere) | \(codes.joined(separator: ", ")) |"
    }
    let table =
      [
        "| planted | times | found at the place | as error or warning | elsewhere only | by |",
        "| --- | --- | --- | --- | --- | --- |",
      ]
      + lines
    if asked != nil {
      let missed = PlantedError.all.indices.flatMap { number in
        (rows[number]?.missed ?? []).prefix(3).map { "\(PlantedError.all[number].name): \($0)" }
      }
      return print((table + [""] + missed).joined(separator: "\n"))
    }
    for (number, error) in PlantedError.all.enumerated() {
      let row = rows[number] ?? Row()
      #expect(row.planted > 0, "\(error.name): no place for it")
      #expect(row.found * 100 >= error.mark * row.planted, "\(error.name): \(row.found) of \(row.planted)")
    }
  }

  @Test func thereAreManyClasses() {
    #expect(PlantedError.all.count > 40)
    #expect(Set(PlantedError.all.map(\.name)).count == PlantedError.all.count)
  }
}
