/// Where a field stands that is not read as one.
public enum LostField: Sendable, Hashable {
  /// In a quotation.
  case inQuotation
  /// Under words with a number that has no bullet in front.
  case underNumber
  /// Under one of several parts of a measure: 1. 檢討流程 ／ - (1) 檢視書表 ／ - 完成期限.
  case underPart
}
