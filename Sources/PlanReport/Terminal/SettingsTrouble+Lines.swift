import PlanText
import PlanValidate

extension SettingsTrouble {
  /// One line for each reason, with its place, and one that says what follows.
  package func lines(_ language: Language) -> [String] {
    let error = Severity.error.title(language)
    return problems.map { problem in
      let place = source.position(at: problem.range.lowerBound)
      return TerminalText.escape(
        "\(source.name):\(place.line):\(place.column): \(error) \(problem.value(language))")
    }
  }
}
