import PlanText

/// Words that name rules: a code (PT301), a name (deadline-missing) or the beginning of a family's codes (PT3).
public enum RuleSelector: Sendable, Hashable {
  /// One rule, by its code.
  case rule(String)
  /// All rules of a family.
  case family(RuleFamily)

  /// What a word names; nil where there is no such rule.
  public init?(_ word: String) {
    let word = word.trimmingWhiteSpace()
    if let family = RuleFamily(rawValue: word.uppercased()) {
      self = .family(family)
    } else if let rule = RuleRegistry.rule(word) {
      self = .rule(rule.description.code)
    } else {
      return nil
    }
  }

  /// The code, or the beginning of the codes.
  public var code: String {
    switch self {
    case .rule(let code): code
    case .family(let family): family.rawValue
    }
  }

  /// Whether it names rules about reading, which always run: what was not read would be lost in silence.
  public var isAboutReading: Bool { code.hasPrefix(RuleFamily.reading.rawValue) }

  /// How exactly it names a rule: 2 by itself, 1 by its family, 0 not at all.
  func closeness(to rule: RuleDescription) -> Int {
    switch self {
    case .rule(let code): code == rule.code ? 2 : 0
    case .family(let family): family == rule.family ? 1 : 0
    }
  }
}

/// What is to become of a rule's findings.
public enum RuleLevel: Sendable, Hashable {
  /// The rule does not run.
  case ignore
  /// Its findings have this severity.
  case severity(Severity)

  /// The words for levels.
  public static let names = ["ignore"] + Severity.allCases.map(\.rawValue)

  /// The level that a word means.
  public init?(_ word: String) {
    if word == "ignore" {
      self = .ignore
    } else if let severity = Severity(rawValue: word) {
      self = .severity(severity)
    } else {
      return nil
    }
  }

  /// The word that was probably meant by one that is none of the known: a slip, or what other tools call it.
  public static func suggestion(for word: String, among known: [String]) -> String? {
    let word = word.trimmingWhiteSpace().lowercased()
    let meant = synonyms.filter { $0.words.contains(word) }.map(\.known)
    return meant.first(where: known.contains) ?? NearMiss.best(for: word, among: known)
  }

  private static let synonyms: [(known: String, words: Set<String>)] = [
    ("error", ["錯誤", "err", "critical", "high", "fatal"]), ("warning", ["警告", "warn", "medium"]),
    ("note", ["提示", "提醒", "注意", "info", "hint", "notice", "low"]),
    ("ignore", ["忽略", "不檢查", "關閉", "off", "none", "disable", "disabled", "false", "skip"]),
    ("never", ["從不", "不", "關閉", "off", "none", "no", "disable", "false"]),
  ]

  /// Its word.
  public var name: String {
    switch self {
    case .ignore: "ignore"
    case .severity(let severity): severity.rawValue
    }
  }
}

/// Which rules run, and how bad their findings are: the settings of a file, and over them those of a command line.
public struct RuleSettings: Sendable {
  /// The settings of one place.
  public struct Layer: Sendable {
    /// The rules to run; nil where the place leaves that to the one below.
    public var select: [RuleSelector]?
    /// The rules not to run.
    public var ignore: [RuleSelector]
    /// The levels, of which a later one of the same rules wins.
    public var levels: [(selector: RuleSelector, level: RuleLevel)]

    /// The settings of a place.
    public init(
      select: [RuleSelector]? = nil, ignore: [RuleSelector] = [],
      levels: [(selector: RuleSelector, level: RuleLevel)] = []
    ) {
      self.select = select
      self.ignore = ignore
      self.levels = levels
    }
  }

  /// The layers, the strongest last.
  public var layers: [Layer]

  /// Settings. Without any, every rule runs as it is.
  public init(_ layers: [Layer] = []) { self.layers = layers }

  /// Whether a rule runs. A layer that selects starts anew, one that ignores takes away; within a layer the code of a
  /// rule counts for more than its family, and of two equal words the one that ignores.
  public func isOn(_ rule: RuleDescription) -> Bool {
    if rule.family == .reading || level(of: rule) != .ignore {
      return rule.family == .reading || isSelected(rule)
    }
    return false
  }

  /// The severity that a rule's findings get; nil for their own.
  public func severity(of rule: RuleDescription) -> Severity? {
    if case .severity(let severity)? = level(of: rule) { severity } else { nil }
  }

  private func isSelected(_ rule: RuleDescription) -> Bool {
    layers.reduce(true) { isOn, layer in
      let ignored = layer.ignore.map { $0.closeness(to: rule) }.max() ?? 0
      guard let select = layer.select else { return isOn && ignored == 0 }
      return (select.map { $0.closeness(to: rule) }.max() ?? 0) > ignored
    }
  }

  private func level(of rule: RuleDescription) -> RuleLevel? {
    for layer in layers.reversed() {
      for closeness in [2, 1] {
        if let found = layer.levels.last(where: { $0.selector.closeness(to: rule) == closeness }) { return found.level }
      }
    }
    return nil
  }
}
