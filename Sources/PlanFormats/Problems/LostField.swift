/// Where a field stands that is not read as one.
public enum LostField: Sendable, Hashable {
  /// In a quotation.
  case inQuotation
  /// Under words with a number that has no bullet in front.
  case underNumber
}
