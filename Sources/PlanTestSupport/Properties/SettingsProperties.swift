import PlanModel
import PlanText
import PlanValidate

/// What must hold of the files beside plans: they are accepted, or refused with a place in them.
enum SettingsProperties {
  static func check(configuration source: SourceText) throws(BrokenProperty) {
    do throws(SettingsTrouble) {
      let configuration = try Configuration(reading: source)
      let settings = RuleSettings([configuration.layer])
      for rule in RuleRegistry.all {
        _ = settings.isOn(rule.description) ? settings.severity(of: rule.description) : nil
      }
    } catch {
      return try check(error)
    }
  }

  /// A baseline that is read and written is the same baseline.
  static func check(baseline source: SourceText) throws(BrokenProperty) {
    let text: String
    do throws(SettingsTrouble) {
      text = try Baseline(reading: source).text
    } catch {
      return try check(error)
    }
    let again = try? Baseline(reading: SourceText(name: source.name, text: text))
    try hold(again?.text == text, "What is written of a baseline is another:\n\(text)")
  }

  static func check(checklist source: SourceText) throws(BrokenProperty) {
    let (_, problems) = Checklist.read(source)
    for problem in problems { try check(problem.range, in: source) }
  }

  private static func check(_ trouble: SettingsTrouble) throws(BrokenProperty) {
    try hold(!trouble.problems.isEmpty, "A file is refused without a reason.")
    for problem in trouble.problems { try check(problem.range, in: trouble.source) }
    for line in trouble.lines(.en) + trouble.lines(.zhHant) {
      try hold(line.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "A reason holds a control character: \(line)")
    }
  }

  private static func check(_ range: SourceRange, in source: SourceText) throws(BrokenProperty) {
    try hold(
      range.lowerBound >= 0 && range.upperBound <= source.bytes.count, "A reason is at \(range), outside the file.")
  }
}
