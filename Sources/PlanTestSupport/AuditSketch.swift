import PlanAudit
import PlanFormats
import PlanModel
import PlanText

/// The audit of a small plan, with measures that a test writes.
public enum AuditSketch {
  /// The audit of a plan that has nothing but measures, as written, under some focuses of a checklist. A focus is its
  /// entry in the checklist.
  public static func coverage(of measures: [(focus: Int, text: String)], checklist: Checklist) -> CheckpointCoverage {
    var text = "# 測試計畫\n\n## 附表1、具體作法表\n\n"
    var written: Set<Int> = []
    for (focus, words) in measures {
      for (depth, entry) in checklist.path(to: focus).enumerated() where written.insert(entry).inserted {
        text += String(repeating: "#", count: depth + 3) + " " + checklist.entries[entry].node.heading.string + "\n\n"
      }
      text += words + "\n\n"
    }
    let plan = PlanDocument(reading: SourceText(name: "t.plan.md", text: text)).plan
    return CheckpointCoverage(of: plan, checklist: checklist)
  }

  /// The same by the names of focuses, for a checklist in its written form.
  ///
  /// - Throws: `NoSuchFocus`, also where the text is no checklist.
  public static func coverage(
    of measures: [(focus: String, text: String)], checklist text: String
  ) throws -> CheckpointCoverage {
    guard let checklist = Checklist.read(SourceText(name: "t.checklist.md", text: text)).checklist else {
      throw NoSuchFocus(name: "")
    }
    let placed = try measures.map { name, words in
      guard let focus = checklist.anyEntry(named: name) else { throw NoSuchFocus(name: name) }
      return (focus: focus, text: words)
    }
    return coverage(of: placed, checklist: checklist)
  }

  /// A name that the checklist has no focus of.
  public struct NoSuchFocus: Error {
    let name: String
  }
}
