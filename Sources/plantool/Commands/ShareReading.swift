import PlanFormats
import PlanModel
import PlanReport
import PlanText

/// What `split` and `merge` need of files.
enum ShareReading {
  /// A plan of which nothing would be lost; nil, and said so, where it is none.
  static func plan(_ source: SourceText, _ session: Session) -> PlanDocument? {
    let document = PlanDocument(reading: source)
    return isWhole(document, session) ? document : nil
  }

  /// A form as it came back: a plan, or a workbook with one.
  static func form(_ path: String, upTo limit: Int) throws(FileTrouble) -> PlanDocument {
    let source = try PlanFiles.content(of: path, upTo: limit, for: nil).source
    try MemoryNeed.rendering.check(path, size: source.bytes.count, syntax: .of(source))
    if let form = ShareSheet.form(in: source) { return form }
    return PlanDocument(reading: try PlanFiles.plan(source, for: .rendering))
  }

  /// Whether all of a document is a plan; says so if not.
  static func isWhole(_ document: PlanDocument, _ session: Session) -> Bool {
    let name = document.source.name
    if document.proposal != nil {
      session.complain(
        LocalizedText(
          zh: "「\(name)」是創意提案，不是計畫，沒有單位的作法。", en: "“\(name)” is a proposal, not a plan; it has no measures of units."))
      return false
    }
    // What is not in the plan would be lost when it is written.
    guard document.problems.allSatisfy({ $0.value.keepsContent && !$0.value.hidesParts }) else {
      session.complainAboutReading(document)
      session.complain(
        LocalizedText(
          zh: "「\(name)」有無法判讀之處，處理會有遺漏，因此沒有處理。",
          en: "“\(name)” has parts that cannot be read and would be missed; it was not processed."))
      return false
    }
    return true
  }

  /// The name of a unit's form without its ending: that of the plan and the unit, without what file systems do not bear.
  static func fileName(of unit: String, plan: String, taken: inout Set<String>) -> String {
    var base = FilePath.name(of: plan)
    for ending in [".md", ".json", ".plan"] where base.hasSuffix(ending) && base != ending {
      base.removeLast(ending.count)
    }
    let marks = "\\/:*?\"<>|\u{FFFD}".unicodeScalars
    var name = base.isEmpty || base == "-" || base.hasPrefix("<") ? "" : base + "."
    var length = 0
    for scalar in unit.unicodeScalars {
      length += UTF8.width(scalar)
      // File systems bear 255 bytes, of which some are the ending's.
      if length > 120 { break }
      let isBad = marks.contains(scalar) || scalar.properties.generalCategory == .control || scalar.isHarmful
      name.unicodeScalars.append(isBad || scalar.properties.isWhitespace ? "_" : scalar)
    }
    if name.hasPrefix(".") { name = "_" + name }
    var candidate = name
    var number = 2
    // Some file systems do not tell case.
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
