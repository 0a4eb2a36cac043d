import PlanText
import PlanValidate

extension Severity {
  /// The word for people.
  public var title: LocalizedText {
    switch self {
    case .error: LocalizedText(zh: "錯誤", en: "error")
    case .warning: LocalizedText(zh: "警告", en: "warning")
    case .note: LocalizedText(zh: "提示", en: "note")
    }
  }
}
