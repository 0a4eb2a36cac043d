import PlanText

/// What stands in a column of the plan's own.
public struct NamedText: Sendable {
  /// What the plan calls the column.
  public let name: String
  public var text: PlanText

  public init(name: String, text: PlanText) {
    self.name = name
    self.text = text
  }

  /// Reads 服務對象＝新住民. Without a sign of equality the column is called as the field is.
  package init(_ written: PlanText) {
    let scalars = written.string.unicodeScalars
    guard let sign = scalars.firstIndex(where: { $0 == "＝" || $0 == "=" }) else {
      self.init(name: MeasureField.extra.name, text: written)
      return
    }
    let start = written.string.utf8.distance(from: written.string.startIndex, to: scalars.index(after: sign))
    self.init(
      name: String(scalars[..<sign]).trimmingWhiteSpace(),
      text: written.part(start..<written.string.utf8.count).trimmed)
  }

  /// As a list writes it: 服務對象＝新住民.
  package var written: PlanText { name == MeasureField.extra.name ? text : PlanText("\(name)＝\(text.string)") }
}
