import PlanText
import PlanValidate

extension Fixer.Result {
  /// What was done, in one line; nil where nothing was.
  package var message: LocalizedText? {
    guard !applied.isEmpty else { return nil }
    let name = TerminalText.escape(report.document.source.name)
    let total = applied.values.reduce(0, +)
    let codes = applied.sorted { $0.key < $1.key }.map { "\($0.key) × \($0.value)" }
    return LocalizedText(
      zh: "\(name)：改正了 \(total) 處（\(codes.joined(separator: "、"))）。",
      en: "\(name): fixed \(total) place\(total == 1 ? "" : "s") (\(codes.joined(separator: ", "))).")
  }

  /// A word of warning where the fixes did not come to an end.
  package var limitMessage: LocalizedText? {
    guard isLimited else { return nil }
    let name = TerminalText.escape(report.document.source.name)
    return LocalizedText(
      zh: "\(name)：改正了 \(Fixer.roundLimit) 輪後仍有可改正之處，就此停止。",
      en: "\(name): there was still something to fix after \(Fixer.roundLimit) rounds; stopped.")
  }
}
