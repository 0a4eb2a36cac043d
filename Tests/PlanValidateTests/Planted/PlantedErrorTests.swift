import Foundation
import PlanTestSupport
import PlanText
import Testing

/// Errors planted into whole plans are found: each class as often as its mark says, one at a time, at places and with
/// words that a seed picks. `docs/planted-errors.md` shows how often.
///
/// `PLANTOOL_PLANTS=100` plants so many of each class, and writes the table and what was not found to
/// `planted-errors.txt` in the folder for temporary files.
@Suite struct PlantedErrorTests {
  private static let plans: [PlantedPlan] = {
    let layouts = ["land-office-106", "land-office-112", "health-centre-107", "police-107", "district-office-105"]
    let root = Package.root.appending(path: "Tests/CommandTests/Layouts")
    let sources = layouts.compactMap { name -> SourceText? in
      let file = root.appending(path: "\(name)/layout.plan.md")
      return (try? Data(contentsOf: file)).map { SourceText(name: name, bytes: Array($0)) }
    }
    return (Seed.plans.compactMap { try? $0.source() } + sources).map(PlantedPlan.init)
  }()

  private static func plant(_ error: PlantedError, count: Int, seed: UInt64) -> PlantedRow {
    var random = SplitMix64(seed: seed)
    var row = PlantedRow()
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

  /// New findings that harmless edits bring, each as code and words around the edit.
  private static func alarms(of edit: HarmlessEdit, count: Int, seed: UInt64) -> (made: Int, findings: [String]) {
    var random = SplitMix64(seed: seed)
    var (made, tries) = (0, 0)
    var findings: [String] = []
    while made < count, tries < count * 5 {
      tries += 1
      let plan = random.pick(plans)
      guard let plant = edit.plant(plan, &random) else { continue }
      made += 1
      findings += plan.findings(with: plant).map { "\($0.finding.code) \(plan.words(around: plant))" }
    }
    return (made, findings)
  }

  @Test func plantedErrorsAreFound() async throws {
    let environment = ProcessInfo.processInfo.environment
    let asked = environment["PLANTOOL_PLANTS"].flatMap { Int($0) }
    async let alarms = withTaskGroup(of: (Int, (made: Int, findings: [String])).self) { group in
      for (number, edit) in HarmlessEdit.all.enumerated() {
        group.addTask { (number, Self.alarms(of: edit, count: asked ?? 12, seed: UInt64(number + 1))) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    let found = await withTaskGroup(of: (Int, PlantedRow).self) { group in
      for (number, error) in PlantedError.all.enumerated() {
        // By its name, so that a new class leaves the others as they are.
        let seed = error.name.unicodeScalars.reduce(UInt64(7)) { ($0 &* 31) &+ UInt64($1.value) }
        group.addTask { (number, Self.plant(error, count: asked ?? error.times, seed: seed)) }
      }
      return await group.reduce(into: [Int: PlantedRow]()) { $0[$1.0] = $1.1 }
    }
    let rows = PlantedError.all.indices.map { found[$0] ?? PlantedRow() }
    let harmless = await alarms
    let table = PlantedTable(
      rows: rows,
      harmless: HarmlessEdit.all.enumerated().map { ($1, harmless[$0]?.made ?? 0, harmless[$0]?.findings ?? []) },
      plans: Self.plans.count)
    if asked != nil {
      let missed = zip(PlantedError.all, rows).flatMap { error, row in
        row.missed.prefix(3).map { "\(error.name): \($0)" }
      }
      let lines = [table.page(.en)] + missed + table.harmless.flatMap(\.findings)
      return try lines.joined(separator: "\n").write(
        to: FileManager.default.temporaryDirectory.appending(path: "planted-errors.txt"), atomically: true,
        encoding: .utf8)
    }
    for (error, row) in zip(PlantedError.all, rows) {
      #expect(row.planted > 0, "\(error.name): no place for it")
      #expect(row.found * 100 >= error.mark * row.planted, "\(error.name): \(row.found) of \(row.planted)")
    }
    for (language, path) in [(Language.en, "planted-errors.md"), (.zhHant, "planted-errors.zh-Hant.md")] {
      let mismatch = GoldenFile("../../../docs/\(path)", besides: #filePath).mismatch(with: table.page(language))
      #expect(mismatch == nil)
    }
  }

  @Test func thereAreManyClasses() {
    #expect(PlantedError.all.count > 40)
    #expect(Set(PlantedError.all.map(\.name)) == Set(PlantedNames.chinese.keys))
    #expect(Set(PlantedError.all.map(\.name)).count == PlantedError.all.count)
  }
}
