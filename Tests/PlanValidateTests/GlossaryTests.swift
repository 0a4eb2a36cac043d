import Foundation
import PlanTestSupport
import Testing

/// Messages and pages use the words of the glossary in CONTRIBUTING.md, and none that it rules out.
@Suite struct GlossaryTests {
  /// A row of the glossary.
  private struct Row {
    /// The words to use: at least one of them is in use.
    let say: [String]
    let not: [String]
    /// Where a word to avoid may stand.
    let except: [String]

    /// The words of a text that the row rules out.
    func slips(in text: String) -> [String] {
      let rest = except.reduce(text) { $0.replacing($1, with: " ") }
      return not.filter { Row.has($0, in: rest) }
    }

    /// Whether a text has a phrase; one of Latin letters only as whole words.
    static func has(_ phrase: String, in text: String) -> Bool {
      let isLatin = phrase.unicodeScalars.allSatisfy { $0.isASCII || $0 == "’" }
      return text.ranges(of: phrase).contains { range in
        guard isLatin else { return true }
        let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
        let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
        return !before.isLetter && !after.isLetter
      }
    }
  }

  /// The rows of both tables. Words are separated by 、 in Chinese and by semicolons in English.
  private static func rows() throws -> [Row] {
    let text = try String(contentsOf: Package.root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    guard let section = text.firstMatch(of: #/(?s)\n## Words\n(.*?)\n##\s/#)?.output.1 else { return [] }
    return section.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 6, cells[1] != "say", !cells[1].hasPrefix("---") else { return nil }
      let lists = cells[1...3].map { cell in
        cell.split(separator: #/、|;\s/#).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      }
      return Row(say: lists[0], not: lists[1], except: lists[2])
    }
  }

  // MARK: What is held to it

  /// The pages that users read, and the schemas. The rule pages are made of messages.
  private static func pages() throws -> [(file: String, text: String)] {
    let folders = [
      "": "md", "docs": "md", "docs/rules": "md", "docs/rules/zh-Hant": "md", "Examples": "md", "man": "1",
      "Sources/PlanFormats/Resources": "json", "Sources/PlanReport/Resources": "json",
      "Sources/PlanValidate/Resources": "json",
    ]
    let files = try folders.flatMap { folder, ending in
      try FileManager.default.contentsOfDirectory(
        at: Package.root.appending(path: folder), includingPropertiesForKeys: nil
      ).filter { $0.pathExtension == ending && $0.lastPathComponent != "CONTRIBUTING.md" }
    }
    return try files.map { (file: $0.lastPathComponent, text: try String(contentsOf: $0, encoding: .utf8)) }
  }

  /// Whether a text of the sources can be one for people: it has several words, or Chinese in it.
  private static func isProse(_ text: String) -> Bool {
    text.contains(" ") || text.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  /// A text without what is not its own words: code and outputs, and what is quoted.
  private static func ownWords(of text: String) -> String {
    text.replacing(/(?s)\n```.*?\n```/, with: "\n").replacing(/`[^`\n]*`/, with: " ")
      .replacing(/「[^」\n]*」|“[^”\n]*”/, with: " ").replacing(/\s+/, with: " ")
  }

  // MARK: Tests

  @Test func messagesAndPagesKeepToIt() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 55)
    let texts = try MessageLiteral.all().map { ($0.file, $0.text) }.filter { Self.isProse($0.1) }
    #expect(texts.count > 4000)
    let pages = try Self.pages()
    #expect(pages.count > 200)
    var isUsed = rows.map { _ in false }
    for (file, text) in texts + pages {
      let words = Self.ownWords(of: text)
      for (index, row) in rows.enumerated() {
        let slips = row.slips(in: words)
        #expect(slips.isEmpty, "\(file): \(slips) in “\(words.prefix(200))”; say \(row.say)")
        isUsed[index] = isUsed[index] || row.say.contains { Row.has($0, in: text) }
      }
    }
    for (row, isUsed) in zip(rows, isUsed) { #expect(isUsed, "nothing says \(row.say)") }
  }

  @Test(arguments: [
    ("看不懂完成期限", "看不懂"), ("有 3 個發現", "發現"), ("以結束狀態 1 結束", "結束狀態"),
    ("“plantool help” tells how it is used", "tells how"), ("The file was mended.", "mended"),
    ("It is no date.", "is no"),
  ])
  func wordsToAvoidAreFound(text: String, slip: String) throws {
    #expect(try Self.rows().flatMap { $0.slips(in: Self.ownWords(of: text)) } == [slip])
  }

  @Test(arguments: [
    "「看不懂」是引文", "程式碼 `發現` 不算", "```\n發現\n```", "The report says “tells how”.",
    "There is no plan, and it recommends none.",
  ])
  func otherWordsAreNot(text: String) throws {
    #expect(try Self.rows().flatMap { $0.slips(in: Self.ownWords(of: "\n" + text)) } == [])
  }
}
