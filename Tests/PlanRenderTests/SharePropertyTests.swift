import Foundation
import PlanTestSupport
import PlanText
import Testing

@testable import PlanFormats
@testable import PlanModel

/// What holds of forms whatever the plan: they come back as they went, and nothing that anybody writes is lost.
@Suite struct SharePropertyTests {
  /// How many generated plans are tried; 1,000 with `PLANTOOL_SHARES=1000`.
  static let count = ProcessInfo.processInfo.environment["PLANTOOL_SHARES"].flatMap { Int($0) } ?? 60

  static let files: [String] = ["seeds", "Examples", "Tests/CommandTests/Layouts"].flatMap { folder in
    let url = Package.root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".plan.md") }.map { "\(folder)/\($0)" }
  }.sorted()

  private func document(_ file: String) throws -> PlanDocument {
    let text = try String(contentsOf: Package.root.appending(path: file), encoding: .utf8)
    return PlanDocument(reading: SourceText(name: file, text: text))
  }

  /// A generated plan as a file, where it is one that can be read.
  private func generated(_ number: Int) throws -> PlanDocument? {
    var generator = PlanGenerator(seed: UInt64(number))
    let text = PlanTextWriter.text(generator.plan())
    let document = PlanDocument(reading: SourceText(name: "g.plan.md", text: text))
    return document.problems.allSatisfy { $0.value.keepsContent } ? document : nil
  }

  @Test(arguments: files)
  func formsOfFileComeBack(file: String) throws { try expectSame(document(file)) }

  @Test(arguments: files)
  func editsOfFileAreKept(file: String) throws {
    let document = try document(file)
    for seed in 0..<4 { try expectNothingLost(document, seed: UInt64(seed)) }
  }

  @Test func formsOfGeneratedPlansComeBack() throws {
    var tried = 0
    for number in 0..<Self.count {
      guard let document = try generated(number) else { continue }
      try expectSame(document)
      tried += 1
    }
    #expect(tried > Self.count / 3)
  }

  @Test func editsOfGeneratedPlansAreKept() throws {
    for number in 0..<Self.count {
      if let document = try generated(number) { try expectNothingLost(document, seed: UInt64(number)) }
    }
  }

  // MARK: What holds

  private func expectSame(_ document: PlanDocument) throws {
    guard let year = try ShareSimulation(document, seed: 0, editing: false) else { return }
    let merge = ShareMerge(year.forms, into: document)
    #expect(merge.isClean && merge.changes.isEmpty && merge.missing.isEmpty, "\(merge.leftovers) \(merge.conflicts)")
    #expect(PlanJSON.output(merge.plan).isWritten(PlanJSON.output(document.plan)))
  }

  private func expectNothingLost(_ document: PlanDocument, seed: UInt64) throws {
    guard let year = try ShareSimulation(document, seed: seed) else { return }
    let merge = ShareMerge(year.forms, into: document.with(.plan(year.officer)))
    let plan = PlanTextWriter.text(merge.plan)
    let shown = (merge.conflicts.flatMap { $0.claims.flatMap(\.values) } + merge.leftovers.map(\.text))
      .joined(separator: "\n")
    let rows = merge.plan.shareRows
    for edit in year.edits {
      let isInPlan = plan.contains(edit.word)
      #expect(isInPlan || shown.contains(edit.word), "\(document.source.name) \(seed): \(edit) is lost")
      guard isInPlan else { continue }
      // What is in the plan is in the cell in which it was written.
      let row = rows.first { $0.values(of: edit.cell).contains { $0.contains(edit.word) } }
      let isRight = row?.measure.range.lowerBound == edit.measure || isTwin(row, edit, document)
      #expect(
        isRight,
        "\(document.source.name) \(seed): \(edit) is in \(row.map { "\($0.measure.range) \($0.measure.text)" } ?? "no row")"
      )
    }
    for word in year.others {
      #expect(shown.contains(word), "\(document.source.name) \(seed): \(word) is lost")
    }
    expectConflictsSeen(year, plan: plan, shown: shown)
  }

  /// Whether a row is one of several that nobody can tell from each other.
  private func isTwin(_ row: ShareRow?, _ edit: ShareSimulation.Edit, _ document: PlanDocument) -> Bool {
    let rows = document.plan.shareRows
    guard let row, let one = rows.first(where: { $0.measure.range == row.measure.range }) else { return false }
    return twins(of: edit.measure, in: rows).contains { $0.measure.range == one.measure.range }
  }

  /// The rows with the same words, headings, deadline and units as one, and this.
  private func twins(of measure: Int, in rows: [ShareRow]) -> [ShareRow] {
    guard let one = rows.first(where: { $0.measure.range.lowerBound == measure }) else { return [] }
    return rows.filter { $0.identity == one.identity && $0.path == one.path && $0.duty == one.duty }
  }

  /// Of two editors of a cell, the officer keeps his words, and of several units none gets theirs.
  private func expectConflictsSeen(_ year: ShareSimulation, plan: String, shown: String) {
    struct Place: Hashable {
      let measure: Int
      let cell: ShareCell
    }
    for (place, edits) in Dictionary(grouping: year.edits, by: { Place(measure: $0.measure, cell: $0.cell) }) {
      if place.cell.isProgress || edits.count < 2 { continue }
      // Which of twins somebody meant who has changed their order cannot be known.
      if twins(of: place.measure, in: year.original.plan.shareRows).count > 1 { continue }
      for edit in edits {
        if edit.form == nil {
          #expect(plan.contains(edit.word), "\(year.original.source.name): \(edit) was written over")
        } else {
          #expect(!plan.contains(edit.word) && shown.contains(edit.word), "\(year.original.source.name): \(edits)")
        }
      }
    }
  }
}
