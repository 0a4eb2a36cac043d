import PlanFormats
import PlanText
import PlanReport
import PlanValidate

extension SourceText {
  /// The name of the file, with the line and column of an offset where one is known.
  func named(_ offset: Int?) -> String {
    offset.map(position).map { place in "\(name):\(place.line):\(place.column)" } ?? name
  }
}

extension RuleSettings {
  /// The rules about reading alone: what could not be read is said in their words.
  static let readingOnly = RuleSettings([Layer(select: [.family(.reading)])])
}

extension Session {
  /// Prints on standard error what could not be read of a plan, one line each.
  func complainAboutReading(_ document: PlanDocument) {
    for finding in Validator(settings: .readingOnly).findings(on: document) {
      tell(ConciseReporter.sentence(finding, in: document.source, language: language) + "\n")
    }
  }
}
