import PlanModel
import PlanText

/// A line under the title that says a field by its name: 年度：107.
struct StatedField {
  let field: FieldName
  let words: String
  let paragraph: OfficeParagraph

  init?(_ paragraph: OfficeParagraph) {
    let line = paragraph.text.oneLine
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    let name = NameKey(String(line[..<colon])).text
    let words = String(line[line.index(after: colon)...]).trimmingWhiteSpace()
    guard let field = FieldName.ofPlan.first(where: { $0.names.contains(where: name.isWritten) }), !words.isEmpty else {
      return nil
    }
    (self.field, self.words, self.paragraph) = (field, MarkdownEscape.words(words), paragraph)
  }
}
