import PlanFormats
import PlanModel
import PlanRender
import PlanText

/// The views that the words of `plantool render` name: measures, 具體作法表, or 附表1, which is what the plan has under
/// that number.
enum RenderViews {
  /// The words with the views before the file, in whichever order they were typed.
  static func inOrder(_ operands: [String]) -> [String] {
    guard operands.count == 2, !isViews(operands[0]), isViews(operands[1]) else { return operands }
    return operands.reversed()
  }

  /// The views of a list of words; nil where one of them is none. A number is looked up in the plan.
  static func named(_ words: [String], in path: String?) throws(FileTrouble) -> [ViewName?] {
    guard words.contains(where: { attachment($0) != nil }) else { return words.map { ViewName(word: $0) } }
    var sections: [Section] = []
    // What comes out of a pipe can be read once.
    if let path, path != "-", PlanFiles.isRegularFile(path) {
      let source = try PlanFiles.content(of: path, upTo: PlanFiles.sizeLimit, for: .rendering).source
      sections = PlanDocument(reading: source).plan.sections
    }
    return words.map { word in
      guard let number = attachment(word) else { return ViewName(word: word) }
      return sections.first { attachment($0.heading.string) == number }.flatMap { ViewName(of: $0.content.kind) }
    }
  }

  private static func isViews(_ list: String) -> Bool {
    list.split(separator: ",", omittingEmptySubsequences: false)
      .allSatisfy { ViewName(word: String($0)) != nil || attachment(String($0)) != nil }
  }

  private static let numerals = "零一二三四五六七八九"

  /// The number of 附表1, 附表一 and 「附表 1、具體作法表」; nil for anything else.
  private static func attachment(_ text: String) -> Int? {
    let word = text.filter { $0 != " " && $0 != "　" }
    guard word.hasPrefix("附表") else { return nil }
    let digits = word.dropFirst(2).map { character in
      character.wholeNumberValue
        ?? numerals.firstIndex(of: character).map { numerals.distance(from: numerals.startIndex, to: $0) }
    }.prefix { $0 != nil }.compactMap { $0 }
    guard let first = digits.first, digits.count < 3 else { return nil }
    return digits.count == 1 ? first : first * 10 + digits[1]
  }
}
