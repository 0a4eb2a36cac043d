import Foundation
import PlanFormats
import PlanModel
import PlanRender
import PlanTestSupport
import PlanText
import Testing

/// A plan that is printed as a document to be handed in, and imported from it: what comes back is the plan, but for what
/// such a document cannot carry. Whatever else differs fails.
@Suite struct OfficeRoundTripTests {
  @Test(arguments: Seed.plans, [FormatName.odt, .docx])
  func plansComeBack(seed: Seed, format: FormatName) throws {
    let document = PlanDocument(reading: try seed.source())
    try expectSame(document, as: format)
  }

  @Test(arguments: [FormatName.odt, .docx])
  func smallTablesStayTables(format: FormatName) throws {
    let file = Package.root.appending(path: "Examples/minimal.plan.md")
    let document = PlanDocument(
      reading: SourceText(name: "minimal.plan.md", bytes: Array(try Data(contentsOf: file))))
    #expect(try json(imported(document, as: format)) == PlanConversion.convert(document, to: .json))
  }

  /// The plan of the document that the plan is printed as.
  private func imported(_ document: PlanDocument, as format: FormatName) throws -> String {
    let checklist = document.plan.metadata.checklist.flatMap {
      ChecklistCatalog.builtIn.checklist(identifier: $0.string)
    }
    let bytes = try Renderer.render(.plan, of: document.plan, checklist: checklist, as: format)
    let source = try OfficePlan.joining([SourceText(name: "a", bytes: bytes)], blanksNames: false).source
    return try PlanConversion.imported(PlanDocument(reading: source, as: .text), to: .text).text
  }

  /// All plans of the repository, but for those of tests that are about something else.
  private static let plans = ["seeds", "Examples", "Tests/CommandTests/Layouts", "Tests/PlanAuditTests/Judged"].flatMap
  {
    folder in
    let files = FileManager.default.enumerator(atPath: Package.root.appending(path: folder).path)?.allObjects ?? []
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".plan.md") }.map { "\(folder)/\($0)" }
  }

  @Test("The checklist comes back where plantool knows it and most of it is answered", arguments: plans)
  func checklistsComeBack(path: String) throws {
    let bytes = Array(try Data(contentsOf: Package.root.appending(path: path)))
    let document = PlanDocument(reading: SourceText(name: path, bytes: bytes))
    let named = document.plan.metadata.checklist?.string
    let known = named.flatMap { ChecklistCatalog.builtIn.checklist(identifier: $0) }
    // Of a part of it nobody can tell which checklist it is; no other plan gets one either.
    let told = known.flatMap { checklist in
      let entries = Set(document.plan.placedGroups(checklist: checklist).compactMap(\.entry))
      return 2 * entries.count > checklist.entries.count ? checklist.identifier : nil
    }
    for format in [FormatName.odt, .docx] {
      let bytes = try Renderer.render(
        [document.proposal == nil ? .plan : .proposal], of: document.content, checklist: known, as: format)
      let plan = try OfficePlan.joining([SourceText(name: "a", bytes: bytes)], blanksNames: false)
      let back = PlanDocument(reading: plan.source, as: .text).plan.metadata.checklist?.string
      #expect(back == told, "\(format): \(plan.report.checklist as Any)")
    }
  }

  private func json(_ text: String) throws -> String {
    try PlanConversion.convert(PlanDocument(reading: SourceText(name: "", text: text), as: .text), to: .json)
  }

  private func expectSame(_ document: PlanDocument, as format: FormatName) throws {
    let before = Self.carried(try PlanConversion.convert(document, to: .json))
    let after = Self.carried(try json(imported(document, as: format)))
    let (a, b) = (Self.lines(before), Self.lines(after))
    let first = zip(a, b).first { $0 != $1 }
    #expect(a == b, "first difference: \(first.map { "\($0) became \($1)" } ?? "the length")")
  }

  // MARK: What a document cannot carry

  /// The JSON of a plan without what the documents that agencies hand in have no place for. `docs/import.md` lists it.
  private static func carried(_ text: String) -> Any {
    let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    return value.map { carried($0, isMeasure: false) } ?? text
  }

  private static func carried(_ value: Any, isMeasure: Bool) -> Any {
    switch value {
    case let text as String: return paragraphsAsLines(text)
    case let values as [Any]: return values.map { carried($0, isMeasure: isMeasure) }
    case var object as [String: Any]:
      // Comments are not printed.
      object["comments"] = nil
      object["metadataComments"] = nil
      if isMeasure {
        // The official table has no columns for these.
        for key in ["name", "checkpoints"] { object[key] = nil }
      }
      // 資訊公開, the heading of some boxes, is printed before each of them.
      if let group = object["group"] as? String, let text = object["text"] as? String, object["role"] == nil {
        object["group"] = nil
        object["text"] = "（\(group)）\(text)"
      }
      return Dictionary(
        uniqueKeysWithValues: object.map { ($0.key, carried($0.value, isMeasure: $0.key == "measures")) })
    default: return value
    }
  }

  /// In a cell of a document a paragraph is a line.
  private static func paragraphsAsLines(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: "\n")
  }

  private static func lines(_ value: Any) -> [String] {
    let data = try? JSONSerialization.data(withJSONObject: value, options: [.prettyPrinted, .sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) } ?? []
  }
}
