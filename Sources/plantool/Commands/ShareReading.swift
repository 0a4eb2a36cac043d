import PlanFormats
import PlanModel
import PlanReport
import PlanText

/// What `split` and `merge` need of files.
enum ShareReading {
  /// A plan of which nothing would be lost; nil, and said so, where it is none.
  static func plan(_ source: SourceText, _ session: Session) -> PlanDocument? {
    let document = PlanDocument(reading: source)
    let name = source.name
    if document.proposal != nil {
      session.complain(
        LocalizedText(
          zh: "「\(name)」是創意提案，不是計畫，沒有單位的作法。", en: "“\(name)” is a proposal, not a plan; it has no measures of units."))
      return nil
    }
    // What is not in the plan would be lost when it is written.
    guard document.problems.allSatisfy({ $0.value.keepsContent && !$0.value.hidesParts }) else {
      session.complainAboutReading(document)
      session.complain(
        LocalizedText(
          zh: "「\(name)」有無法判讀之處，處理會有遺漏，因此沒有處理。",
          en: "“\(name)” has parts that cannot be read and would be missed; it was not processed."))
      return nil
    }
    return document
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
