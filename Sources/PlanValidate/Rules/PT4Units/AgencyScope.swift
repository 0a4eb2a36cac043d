import PlanModel
import PlanText

/// A place that goes beyond the agency.
struct ScopePlace {
  let words: PlanText
  /// Whether it can mean nothing else. Others are only counted.
  let isCertain: Bool
}

/// What lies within an agency that is one of many of its kind.
struct AgencyScope {
  /// 臺北市政府警察局士林分局, without white space.
  private let agency: [Unicode.Scalar]
  /// 分局
  private let kind: [Unicode.Scalar]
  /// 本分局, 本所
  private let selfNames: [[Unicode.Scalar]]
  /// The kinds of agency that are not below this one.
  private let notBelow: [[Unicode.Scalar]]
  /// 臺北市政府警察局
  private let parent: [Unicode.Scalar]?
  /// Whether 本局 is the parent.
  private let isBelowBureau: Bool

  /// The kinds of agency of which there are many side by side, each with its level in the organisation of police, fire
  /// and coast guard; the others have none.
  private static let kinds: [(name: String, level: Int?)] = [
    ("總隊", 1), ("分局", 2), ("大隊", 2), ("派出所", 3), ("分駐所", 3), ("中隊", 3), ("分隊", 4), ("小隊", 5), ("戶政事務所", nil),
    ("地政事務所", nil), ("區公所", nil), ("鄉公所", nil), ("鎮公所", nil), ("衛生所", nil), ("稽徵所", nil), ("監理站", nil),
  ]
  /// What may stand between 本分局 and 各分局.
  private static let links = ["", "暨", "及", "所屬", "轄內", "轄下"].map { Array($0.unicodeScalars) }
  /// What is no part of a name, so that 本分局與乙分局 are two.
  private static let noName: ScalarSet = "與及和同請由向參照洽經至往於在各所為會協暨並跨赴函轉商邀派對將"
  private static let longestName = 4

  init?(_ name: String) {
    let agency = name.unicodeScalars.filter { !$0.isWhiteSpace }
    let text = String(scalars: agency)
    guard let own = Self.kinds.filter({ text.hasSuffix($0.name) }).max(by: { $0.name.count < $1.name.count }) else {
      return nil
    }
    self.agency = Array(agency)
    kind = Array(own.name.unicodeScalars)
    var names = ["本" + own.name]
    if let last = own.name.last, last != "局" { names.append("本\(last)") }
    selfNames = names.map { Array($0.unicodeScalars) }
    notBelow = Self.kinds.filter { other in
      other.name == own.name || (own.level.map { level in other.level.map { $0 <= level } ?? false } ?? false)
    }.map { Array($0.name.unicodeScalars) }
    let above = agency.dropLast(own.name.unicodeScalars.count).lastIndex { "局府部署處".unicodeScalars.contains($0) }
    let parent = above.map { Array(agency[...$0]) }
    self.parent = parent.flatMap { $0.count >= 4 ? $0 : nil }
    isBelowBureau = parent?.last == "局"
  }

  /// Whether a section says that the plan is for all agencies of the kind.
  func includesSisters(_ section: Section?) -> Bool {
    guard let section, case .narrative(let text) = section.content else { return false }
    let dense = DenseText(text)
    return (0..<dense.count).contains { dense.scalars[$0] == "各" && dense.has(kind, at: $0 + 1) }
  }

  /// The places in a measure's words.
  func places(in text: PlanText) -> [ScopePlace] {
    let dense = DenseText(text)
    var places: [ScopePlace] = []
    var index = 0
    while index < dense.count {
      var found: (end: Int, isCertain: Bool)?
      if dense.scalars[index] == "本" {
        found = endOfOwn(in: dense, at: index).map { ($0, true) }
      } else if dense.scalars[index] == "各", dense.has(kind, at: index + 1) {
        found = (index + 1 + kind.count, false)
      } else if dense.scalars[index] == "等", dense.has(kind, at: index + 1), let start = group(in: dense, before: index)
      {
        places.append(ScopePlace(words: dense.part(start..<(index + 1 + kind.count)), isCertain: false))
      }
      if let found { places.append(ScopePlace(words: dense.part(index..<found.end), isCertain: found.isCertain)) }
      index = found?.end ?? index + 1
    }
    return places
  }

  /// 大同、士林、文山第一等分局: where the names begin.
  private func group(in dense: DenseText, before end: Int) -> Int? {
    var start = end
    while start > 0, end - start < 30, dense.scalars[start - 1].isCommonHan || dense.scalars[start - 1] == "、",
      !Self.noName.contains(dense.scalars[start - 1])
    {
      start -= 1
    }
    while start < end, dense.scalars[start] == "、" { start += 1 }
    let names = dense.scalars[start..<end].split(separator: "、")
    return names.count > 1 && names.allSatisfy { (2...5).contains($0.count) } ? start : nil
  }

  /// The end of 本分局各分局, 本分局北投分局, 本分局交通警察大隊, 本局各….
  private func endOfOwn(in dense: DenseText, at index: Int) -> Int? {
    if isBelowBureau, let words = ["本局各", "本局所屬", "本局暨"].first(where: { dense.has($0, at: index) }) {
      return index + words.unicodeScalars.count
    }
    guard let name = selfNames.first(where: { dense.has($0, at: index) }) else { return nil }
    let start = index + name.count
    for link in Self.links where dense.has(link, at: start) && dense.has("各", at: start + link.count) {
      let at = start + link.count + 1
      if dense.has(kind, at: at) { return at + kind.count }
    }
    for length in 2...Self.longestName where start + length < dense.count {
      guard dense.scalars[start..<(start + length)].allSatisfy({ $0.isCommonHan && !Self.noName.contains($0) }) else {
        return nil
      }
      for other in notBelow where dense.has(other, at: start + length) {
        let end = start + length + other.count
        // 本分局大同分局長 is a person, and 本總隊臺中總隊 may be the agency itself.
        if dense.has("長", at: end) || agency.suffix(end - start).elementsEqual(dense.scalars[start..<end]) {
          return nil
        }
        return end
      }
    }
    return nil
  }

  /// A unit that is not below the agency.
  func place(ofUnit unit: PlanText) -> ScopePlace? {
    let name = unit.string.unicodeScalars.filter { !$0.isWhiteSpace }
    if name.first == "各", name.dropFirst().starts(with: kind) { return ScopePlace(words: unit, isCertain: true) }
    guard name.first != "各", name.first != "本",
      notBelow.contains(where: { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }),
      !agency.suffix(name.count).elementsEqual(name)
    else { return nil }
    return ScopePlace(words: unit, isCertain: false)
  }

  /// A table with the parent's name in its title. The copy of the checklist is the parent's own form.
  func place(ofTitle section: Section) -> ScopePlace? {
    switch section.content.kind {
    case .narrative, .citations, .checklist, .units, .inspectionLog: return nil
    case .measures, .workItems, .strategies, .survey, .taskForce: break
    }
    guard let parent else { return nil }
    let dense = DenseText(section.title)
    guard dense.has(parent, at: 0), !dense.has(agency, at: 0) else { return nil }
    return ScopePlace(words: dense.part(0..<parent.count), isCertain: true)
  }

  /// The entries of the plan's list of attachments that begin with the parent's name.
  func places(inList section: Section) -> [ScopePlace] {
    guard let parent, case .narrative(let text) = section.content, PlanAttachments.isList(section) else { return [] }
    return Paragraph.all(in: text).compactMap { paragraph in
      let dense = DenseText(paragraph.item.words)
      guard dense.has(parent, at: 0), !dense.has(agency, at: 0) else { return nil }
      return ScopePlace(words: dense.part(0..<parent.count), isCertain: true)
    }
  }

  /// Whether an attachment bears the agency's own name.
  func isOwn(title section: Section) -> Bool {
    section.attachment != nil && DenseText(section.title).has(agency, at: 0)
  }

  /// Whether an entry of the list of attachments does.
  func hasOwn(list section: Section) -> Bool {
    guard case .narrative(let text) = section.content, PlanAttachments.isList(section) else { return false }
    return Paragraph.all(in: text).contains { DenseText($0.item.words).has(agency, at: 0) }
  }
}
