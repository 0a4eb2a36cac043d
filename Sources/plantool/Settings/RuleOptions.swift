import PlanText
import PlanValidate

/// `--select`, `--ignore`, `--severity` and `--fail-on`: what the command line says about rules.
enum RuleOptions {
  private static let rules = LocalizedText(zh: "規則,…", en: "RULE,…")
  private static let levels = LocalizedText(zh: "規則=程度,…", en: "RULE=LEVEL,…")
  private static let levelForm = LocalizedText(
    zh: "PT309=\(RuleLevel.names.joined(separator: "|"))", en: "PT309=\(RuleLevel.names.joined(separator: "|"))")
  static let specs: [OptionSpec] = [
    .choice(
      "fail-on", FailThreshold.words, zh: "達到這個程度時結束代碼為 1（預設 error）；unfilled 為有錯誤，或尚有待填、待確認之處",
      en:
        "exit with status 1 at this severity or above (default: error); unfilled: at errors, and while something still has to be filled in or confirmed"
    ),
    .rules(
      "select", rules, zh: "只執行這些規則：代號、名稱或類別（PT3），可寫數次；不看設定檔的 select 與 ignore",
      en:
        "run only these rules: codes, names or families (PT3); repeatable; overrides select and ignore in the configuration"
    ),
    .rules(
      "ignore", rules, zh: "不執行這些規則，可寫數次；代號比類別優先",
      en: "do not run these rules; repeatable; a code takes precedence over a family"),
    .rules(
      "severity", levels, zh: "改變規則的程度（ignore、note、warning、error），可寫數次，後面的優先",
      en: "change the severity of rules (ignore, note, warning, error); repeatable, the last one counts"),
  ]

  /// What the command line says.
  static func layer(_ arguments: ParsedArguments) throws(UsageError) -> RuleSettings.Layer {
    var layer = RuleSettings.Layer()
    if arguments.hasValue("select") {
      layer.select = []
      for word in arguments.values("select") { layer.select?.append(try selector(word, "--select")) }
      // To run nothing and to find nothing would look the same.
      if layer.select?.isEmpty == true { throw .missingValue(option: "--select") }
    }
    for word in arguments.values("ignore") {
      layer.ignore.append(try changeable(word, "--ignore"))
    }
    for word in arguments.values("severity") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw .malformedValue(word, option: "--severity", form: levelForm)
      }
      guard let level = RuleLevel(parts[1]) else {
        throw .unknownValue(
          parts[1], option: "--severity", choices: RuleLevel.names,
          suggestion: RuleLevel.suggestion(for: parts[1], among: RuleLevel.names))
      }
      layer.levels.append((try changeable(parts[0], "--severity"), level))
    }
    return layer
  }

  private static func selector(_ word: String, _ option: String) throws(UsageError) -> RuleSelector {
    if let selector = RuleSelector(word) { return selector }
    throw .unknownValue(word, option: option, choices: [], suggestion: RuleRegistry.suggestion(for: word))
  }

  private static func changeable(_ word: String, _ option: String) throws(UsageError) -> RuleSelector {
    let selector = try selector(word, option)
    if selector.isAboutReading { throw .alwaysOn(selector.code, option: option) }
    return selector
  }
}
