import PlanText

/// The rules by the codes and names that people write in comments and settings.
struct RuleNames: Sendable {
  private let rules: [RuleDescription]
  /// Places in `rules`, by code and by name in small letters.
  private let places: [String: Int]

  init(_ rules: [RuleDescription]) {
    self.rules = rules
    places = rules.enumerated().reduce(into: [:]) { places, rule in
      places[rule.element.code.lowercased()] = rule.offset
      places[rule.element.name] = rule.offset
    }
  }

  /// Which of the rules has a code (PT301) or a name (deadline-missing), letter case ignored.
  func place(of name: String) -> Int? { places[name.lowercased()] }

  func rule(_ name: String) -> RuleDescription? { place(of: name).map { rules[$0] } }

  /// The code or name of a rule that was probably meant.
  func suggestion(for name: String) -> String? {
    let isCode = name.uppercased().hasPrefix("PT")
    let names = rules.map { isCode ? $0.code : $0.name }
    return NearMiss.best(for: isCode ? name.uppercased() : name.lowercased(), among: names)
  }
}
