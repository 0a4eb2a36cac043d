import PlanFormats
import PlanModel
import PlanText

/// A comparison of two plans, for people and for programs.
public struct ComparisonReport: Sendable {
  let comparison: PlanComparison
  let old: PlanDocument
  let new: PlanDocument
  let language: Language
  /// The place of an offset in a file, as messages write it.
  private let place: @Sendable (SourceText, Int) -> String

  /// A report on a comparison of two documents.
  public init(
    _ comparison: PlanComparison, of old: PlanDocument, and new: PlanDocument, in language: Language,
    place: @escaping @Sendable (SourceText, Int) -> String
  ) {
    self.comparison = comparison
    (self.old, self.new, self.language, self.place) = (old, new, language, place)
  }

  /// The changes of each kind that has some.
  var groups: [(kind: ComparedThing.Kind, changes: [PlanComparison.Change])] {
    let all = Dictionary(grouping: comparison.changes) { $0.kind }
    return ComparedThing.Kind.allCases.compactMap { kind in all[kind].map { (kind, $0) } }
  }

  func oldThing(_ change: PlanComparison.Change) -> ComparedThing? { change.old.map { comparison.old.things[$0] } }

  func newThing(_ change: PlanComparison.Change) -> ComparedThing? { change.new.map { comparison.new.things[$0] } }

  /// Where the thing stands now or, if it is gone, where it stood.
  func place(of change: PlanComparison.Change) -> String? {
    guard let thing = newThing(change) ?? oldThing(change) else { return nil }
    let document = change.new == nil ? old : new
    // What was put together of columns or came from no file stands nowhere.
    if thing.name.range.isEmpty, thing.name.range.lowerBound == 0 { return nil }
    return place(document.source, thing.name.range.lowerBound)
  }

  /// The names of the headings above a thing, the section first.
  func path(of thing: Int?, in plan: ComparedPlan) -> [String] {
    thing.map { plan.path(of: $0).map { $0.name.string.excerpt(Self.longestName) } } ?? []
  }

  /// The headings that a change is told under.
  func path(of change: PlanComparison.Change) -> [String] {
    change.new == nil ? path(of: change.old, in: comparison.old) : path(of: change.new, in: comparison.new)
  }

  /// Names of headings stand before all that is below them.
  private static let longestName = 40

  /// 新增 2、修改 1
  func counts(_ changes: [PlanComparison.Change]) -> String {
    let counts = Dictionary(grouping: changes) { ComparisonMark($0) }
    let parts = ComparisonMark.allCases.compactMap { mark in
      counts[mark].map { "\(mark.title(language)) \($0.count)" }
    }
    return parts.joined(separator: LocalizedText(zh: "、", en: ", ")(language))
  }

  /// What the years do to the comparison, where they differ.
  var remarkOnYears: String? {
    guard comparison.yearsLater != 0 else { return nil }
    return LocalizedText(
      zh: "兩份計畫的年度相差 \(abs(comparison.yearsLater)) 年：計畫名稱、章節名稱、期程與期限中只隨年度改動的年份不算改動。",
      en:
        "The plans are \(abs(comparison.yearsLater)) year\(abs(comparison.yearsLater) == 1 ? "" : "s") apart: years in titles, headings, the period and deadlines that only move with the plan do not count as changes."
    )(language)
  }

  /// Where a thing came from.
  func movement(of change: PlanComparison.Change) -> String? {
    switch change.move {
    case nil: return nil
    case .elsewhere:
      let from = path(of: change.old, in: comparison.old).joined(separator: "／")
      return from.isEmpty
        ? LocalizedText(zh: "從別處移來", en: "moved here")(language)
        : LocalizedText(zh: "從「\(from)」移來", en: "moved here from “\(from)”")(language)
    case .order:
      guard let before = oldThing(change)?.number, let after = newThing(change)?.number else { return nil }
      return LocalizedText(zh: "順序：原第 \(before)，現第 \(after)", en: "order: was number \(before), is number \(after)")(
        language)
    }
  }

  /// What became of a field: the words before and after, and whether there were any.
  func words(of change: PlanComparison.FieldChange) -> (old: String?, new: String?) {
    guard let old = change.old?.string, let new = change.new?.string else {
      return (change.old?.string.excerpt(Self.longestValue), change.new?.string.excerpt(Self.longestValue))
    }
    let words = DifferingWords(old, new)
    return (words.old, words.new)
  }

  private static let longestValue = 80

  /// Whether what is there no more and what is new says it all.
  func isTold(byParts change: PlanComparison.FieldChange) -> Bool { !change.removed.isEmpty || !change.added.isEmpty }
}
