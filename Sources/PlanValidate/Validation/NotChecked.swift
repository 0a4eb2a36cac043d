import PlanText

/// What of a document no rule looked at, so that an empty report does not seem to say more than it does.
public struct NotChecked: Sendable {
  /// Why something was not looked at. The raw value is the word in JSON.
  public enum Kind: String, Sendable, CaseIterable {
    /// Rules that did not run, because the plan has no checklist that is known.
    case rules
    /// A table of a kind that has no rules; its words alone are looked at.
    case table
    /// Blocks of code, which are examples.
    case code
    /// An attachment that says that it stands elsewhere.
    case attachment
  }

  /// One thing that was not looked at.
  public struct Part: Sendable {
    public let kind: Kind
    /// The heading that it stands under; of an attachment its own.
    public let name: String?
    /// How many tables or blocks of code, or how many rules.
    public let count: Int
    /// The codes of rules.
    public let codes: [String]
    /// Where it stands; the first of several.
    public let range: SourceRange?

    init(_ kind: Kind, name: String? = nil, count: Int = 1, codes: [String] = [], at range: SourceRange? = nil) {
      (self.kind, self.name, self.count, self.codes, self.range) = (kind, name, count, codes, range)
    }

    /// What was not looked at, and why, as one sentence.
    public var summary: LocalizedText {
      let name = name ?? ""
      return switch kind {
      case .rules:
        LocalizedText(
          zh: "沒有檢核表，需要檢核表的規則沒有執行：\(codes.joined(separator: "、"))。",
          en: "There is no checklist, so rules that need one did not run: \(codes.joined(separator: ", ")).")
      case .table:
        LocalizedText(
          zh: "「\(name)」的表格沒有專用的規則，只檢查用字。",
          en: "There are no rules for the table in “\(name)”; only its wording was checked.")
      case .code:
        LocalizedText(zh: "「\(name)」裡的程式碼沒有檢查。", en: "The code in “\(name)” was not checked.")
      case .attachment:
        LocalizedText(
          zh: "「\(name)」不在這個檔案裡，沒有檢查。", en: "“\(name)” is not in this file and was not checked.")
      }
    }
  }

  /// The parts, rules first, then in the order of the file.
  public let parts: [Part]

  /// Whether everything was looked at.
  public var isEmpty: Bool { parts.isEmpty }

  /// Everything was looked at.
  public static let nothing = NotChecked(parts: [])
}
