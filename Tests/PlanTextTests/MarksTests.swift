import PlanTestSupport
import Testing

@testable import PlanText

/// Code and comments have one reader each: what is code holds no comment, and what is a comment no code.
@Suite struct MarksTests {
  private func marks(_ text: String) -> (code: [String], comments: [String]) {
    let tree = BlockTree(SourceText(name: "", text: text))
    return (tree.code.map { tree.source.text(in: $0.range) }, tree.comments.map { tree.source.text(in: $0) })
  }

  @Test(arguments: [
    ("甲 `<!--` 乙\n", ["`<!--`"], []),
    ("甲 <!-- ` --> 乙 ` 丙\n", [], ["<!-- ` -->"]),
    ("```\n<!-- 甲 -->\n```\n", ["```\n<!-- 甲 -->\n```"], []),
    ("````\n```\n<!-- 甲 -->\n````\n", ["````\n```\n<!-- 甲 -->\n````"], []),
    ("    甲 <!-- 乙 -->\n", ["    甲 <!-- 乙 -->"], []),
    ("- 甲\n\n      乙 <!-- 丙 -->\n", ["    乙 <!-- 丙 -->"], []),
    ("一、甲\n\n      乙 <!-- 丙 -->\n", [], ["<!-- 丙 -->"]),
    ("> 甲\n> <!-- 乙\n> 丙 -->\n", [], ["<!-- 乙\n> 丙 -->"]),
    ("| `甲 | <!-- 乙 --> |\n| --- | --- |\n| 丙` | <!-- 丁 --> |\n", [], ["<!-- 乙 -->", "<!-- 丁 -->"]),
    ("<div>\n`<!-- 甲 -->`\n</div>\n", [], ["<!-- 甲 -->"]),
    ("# 甲 <!-- 乙 -->\n\n<!-->\n\n<!-- 丙 --> 丁\n", [], ["<!-- 乙 -->", "<!-->", "<!-- 丙 -->"]),
  ])
  func everyMarkIsFound(text: String, code: [String], comments: [String]) {
    let found = marks(text)
    #expect(found.code == code)
    #expect(found.comments == comments)
  }

  @Test(arguments: [
    ("甲 <!-- 乙\n", true), ("甲 `<!--` 乙\n", false), ("```\n<!-- 甲\n```\n", false), ("甲 <!-- 乙 --> <!-- 丙\n", true),
    ("<!-- 甲\n\n乙 -->\n", false), ("甲 --> <!--\n", true), ("<!-->\n", false), ("`甲 <!--\n", true), ("甲\n", false),
  ])
  func unclosedCommentIsFound(text: String, isUnclosed: Bool) {
    let tree = BlockTree(SourceText(name: "", text: text))
    #expect(tree.unclosedComment == (isUnclosed ? tree.bytes.lastOffset(of: "<!--") : nil))
  }

  /// Blocks without code in them do not say so before they are asked, and the same is said again.
  @Test func indentedLinesAreCodeToMarkdownAlone() {
    let tree = BlockTree(SourceText(name: "", text: "甲\n\n    乙\n"))
    #expect(!tree.isMarkdown)
    #expect(tree.top.map(\.kind) == [.paragraph, .paragraph])
    #expect(tree.code.count == 1)
    #expect(tree.code.count == 1)
  }
}

extension [UInt8] {
  fileprivate func lastOffset(of word: String) -> Int? {
    indices.last { self[$0...].starts(with: word.utf8) }
  }
}
