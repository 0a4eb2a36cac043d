import PlanText

/// A comment inside something that has fields, and the field that it stands before.
///
/// Where a comment stands matters to whoever wrote it: 「待確認」 before a deadline is about that deadline.
public struct InnerComment: Sendable {
  /// The words between `<!--` and `-->`.
  public var text: PlanText
  /// The field that follows; nil where none does.
  public var before: FieldName?

  public init(text: PlanText, before: FieldName? = nil) {
    self.text = text
    self.before = before
  }

  /// The fields that a comment can stand before, in the order in which fields are written.
  static let places: [FieldName] =
    [
      .documentKind, .agency, .year, .period, .checklist, .tableKind,
    ] + MeasureField.allCases.map(FieldName.measure)
}

extension [PlanText] {
  /// Takes the comments that wait for what follows them, before a field or before none.
  package mutating func take(before field: FieldName? = nil) -> [InnerComment] {
    defer { removeAll() }
    return map { InnerComment(text: $0, before: field) }
  }
}

extension [InnerComment] {
  /// The comments in the order in which they are written, whatever order the fields had in the file; those before no
  /// field last.
  package var inOrder: [InnerComment] {
    InnerComment.places.flatMap { field in filter { $0.before == field } } + filter { $0.before == nil }
  }
}
