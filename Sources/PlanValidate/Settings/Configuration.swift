import PlanFormats
import PlanText

/// What `.plantool.json` says.
public struct Configuration: Sendable {
  /// The name of the file.
  public static let fileName = ".plantool.json"
  /// The file.
  public let source: SourceText
  /// The checklist to use: the identifier of a built-in one, or a file beside the configuration.
  public private(set) var checklist: Located<String>?
  /// The rules to run.
  public private(set) var select: Located<[RuleSelector]>?
  /// The rules not to run.
  public private(set) var ignore: Located<[RuleSelector]>?
  /// The levels of rules, each at its place.
  public private(set) var levels: [Located<(selector: RuleSelector, level: RuleLevel)>] = []
  /// From when on the exit status is 1.
  public private(set) var failOn: Located<FailThreshold>?

  /// The settings for rules.
  public var layer: RuleSettings.Layer {
    RuleSettings.Layer(select: select?.value, ignore: ignore?.value ?? [], levels: levels.map(\.value))
  }

  private enum Key: String, CaseIterable {
    case checklist
    case select
    case ignore
    case severity
    case failOn
    /// For editors alone.
    case schema = "$schema"
  }

  /// Reads a configuration. Everything in it must be known.
  public init(reading source: SourceText) throws(SettingsTrouble) {
    self.source = source
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      throw SettingsTrouble(
        kind: .configuration, source: source,
        problems: [
          Located(
            LocalizedText(
              zh: "設定檔是空的；請寫 {…}，不需要設定就刪去檔案。",
              en: "The configuration is empty; write {…}, or delete the file if you need no settings."),
            at: 0..<0)
        ])
    }
    let (node, faults) = JSONFile.read(source)
    var problems = faults.map { $0.words(in: source) }
    if let node {
      if case .object(let members) = node.value {
        for member in members { read(member, &problems) }
      } else {
        problems.append(
          Located(
            LocalizedText(
              zh: "設定檔應為物件 {…}。", en: "The configuration must be an object {…}."), at: node.range))
      }
    }
    guard problems.isEmpty else { throw SettingsTrouble(kind: .configuration, source: source, problems: problems) }
  }

  private mutating func read(_ member: JSONMember, _ problems: inout [Located<LocalizedText>]) {
    func report(_ problem: ReadProblem, at range: SourceRange) {
      problems.append(Located<ReadProblem>(problem, at: range).words(in: source))
    }
    func reportUnknown(_ word: String, of key: String, known: [String], at range: SourceRange) {
      problems.append(Located(Self.unknownWord(word, of: key, known: known), at: range))
    }
    let key = member.key.string
    let node = member.node
    switch Key(rawValue: key) {
    case .checklist:
      guard case .string(let text) = node.value else {
        return report(.wrongType(key: key, expected: .string), at: node.range)
      }
      checklist = Located(text.string, at: node.range)
    case .select:
      let found = selectors(key, node, isChanging: false, &problems)
      if case .array(let elements) = node.value, elements.isEmpty {
        // To run nothing and to find nothing would look the same.
        problems.append(
          Located(
            LocalizedText(
              zh: "「select」是空的，什麼規則都不會執行；要執行全部就刪去這個鍵。",
              en: "“select” is empty, so no rule would run; delete the key to run all rules."), at: node.range))
      }
      select = Located(found, at: node.range)
    case .ignore:
      ignore = Located(selectors(key, node, isChanging: true, &problems), at: node.range)
    case .severity:
      guard case .object(let members) = node.value else {
        problems.append(
          Located(Self.wrongForm(key, form: "{\"PT603\": \"error\", \"PT602\": \"ignore\"}"), at: node.range))
        return
      }
      for member in members {
        let selector = selector(member.key.string, at: member.keyRange, isChanging: true, &problems)
        guard case .string(let word) = member.node.value else {
          report(.wrongType(key: member.key.string, expected: .string), at: member.node.range)
          continue
        }
        guard let level = RuleLevel(word.string) else {
          reportUnknown(word.string, of: member.key.string, known: RuleLevel.names, at: member.node.range)
          continue
        }
        guard let selector else { continue }
        levels.append(Located((selector, level), at: member.keyRange))
      }
    case .failOn:
      let known = FailThreshold.words
      guard case .string(let word) = node.value else {
        return report(.wrongType(key: key, expected: .string), at: node.range)
      }
      guard let threshold = FailThreshold(word.string) else {
        return reportUnknown(word.string, of: key, known: known, at: node.range)
      }
      failOn = Located(threshold, at: node.range)
    case .schema:
      guard case .string = node.value else { return report(.wrongType(key: key, expected: .string), at: node.range) }
    case nil:
      let known = Key.allCases.map(\.rawValue)
      report(.unknownKey(key, suggestion: NearMiss.best(for: key, among: known), known: known), at: member.keyRange)
    }
  }

  private static func wrongForm(_ key: String, form: String) -> LocalizedText {
    LocalizedText(zh: "「\(key)」應寫成 \(form)。", en: "“\(key)” must be written as \(form).")
  }

  private static func unknownWord(_ word: String, of key: String, known: [String]) -> LocalizedText {
    let (shown, key) = (word.excerpt(), key.excerpt())
    let hint =
      RuleLevel.suggestion(for: word, among: known).map {
        LocalizedText(zh: "，是否為「\($0)」？", en: "; did you mean “\($0)”?")
      } ?? LocalizedText(zh: "。", en: ".")
    return LocalizedText(zh: "「\(key)」沒有「\(shown)」這個值", en: "“\(key)” has no value “\(shown)”") + hint
      + LocalizedText(
        zh: "可用的值：\(known.joined(separator: "、"))。", en: " Known: \(known.joined(separator: ", ")).")
  }

  /// The rules that a list names. `isChanging` is whether it takes rules away, which those about reading do not suffer.
  private func selectors(
    _ key: String, _ node: JSONNode, isChanging: Bool, _ problems: inout [Located<LocalizedText>]
  ) -> [RuleSelector] {
    guard case .array(let elements) = node.value else {
      var form = "[\"PT602\", \"PT6\"]"
      if case .string(let word) = node.value {
        form = "[" + word.string.split { ",，、 ".contains($0) }.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
      }
      problems.append(Located(Self.wrongForm(key, form: form), at: node.range))
      return []
    }
    return elements.compactMap { element in
      if case .string(let word) = element.value {
        return selector(word.string, at: element.range, isChanging: isChanging, &problems)
      }
      problems.append(
        Located<ReadProblem>(.wrongType(key: key, expected: .string), at: element.range).words(in: source))
      return nil
    }
  }

  private func selector(
    _ word: String, at range: SourceRange, isChanging: Bool, _ problems: inout [Located<LocalizedText>]
  ) -> RuleSelector? {
    if let selector = RuleSelector(word) {
      if isChanging, selector.isAboutReading {
        problems.append(
          Located(
            LocalizedText(
              zh: "「\(selector.code)」不能在此設定：PT0（檔案與格式）一律檢查，程度不變。",
              en:
                "“\(selector.code)” cannot be set here: PT0 (files and format) is always checked, with fixed severity."),
            at: range))
      }
      return selector
    }
    let shown = word.excerpt()
    problems.append(
      Located(
        RuleRegistry.suggestion(for: word).map {
          LocalizedText(
            zh: "沒有「\(shown)」這條規則，是否為「\($0)」？", en: "There is no rule “\(shown)”; did you mean “\($0)”?")
        } ?? LocalizedText(zh: "沒有「\(shown)」這條規則。", en: "There is no rule “\(shown)”."), at: range))
    return nil
  }
}

/// The schema of configurations.
public enum ConfigurationSchema {
  /// The schema of `.plantool.json`.
  public static let file = JSONSchemaFile(
    name: "config",
    summary: LocalizedText(zh: "設定檔（.plantool.json）", en: "configurations (.plantool.json)"),
    bytes: PackageResources.config_schema_json)
}
