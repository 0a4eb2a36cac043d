import PlanModel
import PlanText

extension Plan {
  /// The fields under the title that a document to be handed in has to name: not the checklist and the kind of document,
  /// which are for plantool alone, nor what the title or a section says.
  var fieldsSaidNowhereElse: [(name: FieldName, text: PlanText)] {
    let title = (self.title?.string ?? "").dense
    return metadata.fields.filter { field in
      let words = field.text.string
      return switch field.name {
      case .checklist, .documentKind: false
      case .agency, .year: title.place(of: words.dense) == nil
      case .period: !sections.contains { $0.heading.string.dense.place(of: FieldName.period.name) != nil }
      default: true
      }
    }
  }
}
