import PlanFormats
import PlanText

/// The kinds of input that come from outside, each with what must hold of it whatever its bytes are.
///
/// The fuzzer (`fuzz/`) makes inputs and the tests keep those that it found; both ask here.
public enum InputKind: String, Sendable, CaseIterable {
  /// A plan, a proposal or a checklist in Markdown.
  case text
  /// A plan or a proposal in JSON.
  case json
  /// `.plantool.json`, and a baseline.
  case config
  /// The words of a deadline, of units, of a citation and of a time of day.
  case deadline
  /// An office document, or the XML in one.
  case office
  /// A page, text, values with commas or tabs, the XML of a sheet.
  case page

  /// Throws if a property does not hold of some bytes. `everyOutput` is whether all formats and views are tried, which
  /// takes long, and not one of each.
  public func check(_ bytes: [UInt8], everyOutput: Bool = false) throws(BrokenProperty) {
    switch self {
    case .text:
      let source = SourceText(name: "fuzzed.plan.md", bytes: bytes)
      try PlanProperties.check(PlanDocument(reading: source, as: .text), everyOutput: everyOutput)
      try SettingsProperties.check(checklist: source)
    case .json:
      let source = SourceText(name: "fuzzed.plan.json", bytes: bytes)
      try PlanProperties.check(PlanDocument(reading: source, as: .json), everyOutput: everyOutput)
    case .config:
      try SettingsProperties.check(configuration: SourceText(name: ".plantool.json", bytes: bytes))
      try SettingsProperties.check(baseline: SourceText(name: "baseline.jsonl", bytes: bytes))
    case .deadline:
      try WordProperties.check(String(decoding: bytes, as: UTF8.self))
    case .office: try OfficeProperties.check(bytes, everyOutput: everyOutput)
    case .page: try OfficeProperties.check(named: bytes, everyOutput: everyOutput)
    }
  }
}
