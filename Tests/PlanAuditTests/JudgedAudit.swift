import Foundation
import PlanAudit
import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

/// A box as the tables of judgements name it: the focus, behind its item where several focuses have the name.
struct BoxKey: Hashable {
  let focus: String
  let number: String
}

/// A file in `Judged`.
struct JudgedTable {
  let rows: [[String]]

  init(_ name: String) throws {
    rows = try String(decoding: Self.source(name).bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func source(_ name: String) throws -> SourceText {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Judged/\(name)")
    return try SourceText(name: name, bytes: Array(Data(contentsOf: url)))
  }
}

/// Runs the audit as the tables of judgements need it.
enum JudgedAudit {
  static func verdict(_ point: CheckpointCoverage.Point) -> String {
    switch point.state.status {
    case .met: "met"
    case .notRecognised: "unrecognised"
    case .notApplicable: "notApplicable"
    case .unknown: "unknown"
    }
  }

  static func points(of source: SourceText) throws -> [BoxKey: CheckpointCoverage.Point] {
    let plan = PlanDocument(reading: source).plan
    let identifier = try #require(plan.metadata.checklist?.string)
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: identifier))
    return points(of: CheckpointCoverage(of: plan, checklist: checklist), checklist: checklist)
  }

  private static func points(
    of coverage: CheckpointCoverage, checklist: Checklist
  ) -> [BoxKey: CheckpointCoverage.Point] {
    let names = focusNames(of: checklist)
    return Dictionary(
      uniqueKeysWithValues: coverage.points.map {
        (BoxKey(focus: names[$0.entry] ?? "", number: String($0.number)), $0)
      })
  }

  /// The points of a plan that has one measure, under one focus.
  static func points(
    underFocus focus: String, of identifier: String, measure: String
  ) throws -> [BoxKey: CheckpointCoverage.Point] {
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: identifier))
    let entry = try #require(focusNames(of: checklist).first { $0.value == focus }?.key)
    let coverage = AuditSketch.coverage(of: [(entry, "1. \(measure)")], checklist: checklist)
    return points(of: coverage, checklist: checklist)
  }

  private static func focusNames(of checklist: Checklist) -> [Int: String] {
    let focuses = checklist.entries.indices.filter {
      checklist.entries[$0].isFocus && !checklist.entries[$0].node.checkpoints.isEmpty
    }
    let counts = Dictionary(grouping: focuses) { checklist.entries[$0].name }.mapValues(\.count)
    return Dictionary(
      uniqueKeysWithValues: focuses.map { index in
        let name = checklist.entries[index].name
        return (index, counts[name] == 1 ? name : checklist.names(to: index).suffix(2).joined(separator: "/"))
      })
  }
}
