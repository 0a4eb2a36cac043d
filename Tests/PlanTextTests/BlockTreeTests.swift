import Foundation
import PlanTestSupport
import Testing

@testable import PlanText

/// Every byte of a text belongs to one block, and every line of words is a line of exactly one block that holds no
/// others.
@Suite struct BlockTreeTests {
  @Test(arguments: Seed.allCases)
  func seedsAreCovered(seed: Seed) throws { try expectCovered(try seed.source(), "\(seed)") }

  @Test func examplesAreCovered() throws {
    for name in ["minimal", "every-construct"] {
      let data = try Data(contentsOf: Package.root.appending(path: "Examples/\(name).plan.md"))
      try expectCovered(SourceText(name: name, bytes: Array(data)), name)
    }
  }

  @Test(arguments: 0..<10)
  func generatedTextsAreCovered(block: UInt64) throws {
    for seed in (block * 30)..<(block * 30 + 30) {
      try expectCovered(SourceText(name: "", text: PlanGenerator.text(seed: seed)), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<10)
  func damagedTextsAreCovered(block: UInt64) throws {
    for seed in (block * 30)..<(block * 30 + 30) {
      var edits = RandomEdits(seed: seed)
      var bytes = Array(PlanGenerator.text(seed: seed).utf8)
      for _ in 0..<4 { bytes = edits.apply(to: bytes) }
      try expectCovered(SourceText(name: "", bytes: bytes), "seed \(seed)")
    }
  }

  @Test(arguments: [
    "", "\n", "\u{FEFF}# 甲", "> - 甲\n> - 乙\n> 丙\n", "- [x] 一、甲\n\n      乙\n", "```\n甲\n", "- > ```\n  > 甲\n",
    "<div>\n# 甲\n</div>\n", "甲 <!-- 乙 --> `丙`\n", "<!-- 甲\n乙 -->\n", "| 甲 |\n| --- |\n| 乙 |\n", "甲\r\n\r\n- 乙\r\n",
  ])
  func textIsCovered(text: String) throws { try expectCovered(SourceText(name: "", text: text), text) }

  @Test func whatStandsTooDeepIsOneParagraph() throws {
    let text = String(repeating: "- ", count: 40) + "甲\n"
    let tree = BlockTree(SourceText(name: "", text: text))
    #expect(tree.blocks.last?.isFlat == true)
    #expect(tree.blocks.count == 1 + BlockReader.deepest + 2)
    try expectCovered(tree.source, "forty bullets")
  }

  @Test func innermostBlockIsFound() {
    let text = "# 甲\n\n- 乙\n  - 丙\n\n丁\n"
    let tree = BlockTree(SourceText(name: "", text: text))
    let kinds = ["甲", "乙", "丙", "丁"].map { word in
      tree.bytes.firstOffset(of: Array(word.utf8)).map { tree.block(at: $0).kind }
    }
    #expect(kinds == [.heading, .paragraph, .paragraph, .paragraph])
    #expect(tree.block(at: 6).kind == .text)
    #expect(tree.bytes.firstOffset(of: Array("- 丙".utf8)).map { tree.block(at: $0).kind } == .item)
  }

  /// Inside a box that is text there is another text than inside one that is a box.
  @Test func boxIsReadAsText() throws {
    let tree = BlockTree(SourceText(name: "", text: "- [ ] - 甲\n  - 乙\n"))
    let first = try #require(tree.top.first)
    let (item, own) = tree.rereading(tree.item(first))
    #expect(tree.inside(first).map(\.kind) == [.item, .item])
    #expect(own.inside(item).map(\.kind) == [.paragraph, .item])
    #expect(item.range == first.range)
  }

  private func expectCovered(_ source: SourceText, _ name: String) throws {
    for indented in [BlockTree.IndentedLines.text, .code, .codeWithoutChinese] {
      let tree = BlockTree(source, indentedLines: indented)
      expectNested(tree, name)
      let (owners, lines) = cover(tree, name)
      for offset in source.bytes.indices {
        let byte = source.bytes[offset]
        if lines[offset] || Ascii.isBlank(byte) || Ascii.isBreak(byte) { continue }
        let owner = tree.blocks[owners[offset]]
        #expect(isMark(offset, of: owner, in: tree), "\(name): byte \(offset) is lost in a \(owner.kind)")
      }
      for offset in stride(from: 0, to: source.bytes.count, by: 97) {
        #expect(tree.block(at: offset).place == owners[offset], "\(name): byte \(offset)")
      }
    }
  }

  /// Blocks lie inside those that hold them, one behind the other.
  private func expectNested(_ tree: BlockTree, _ name: String) {
    for block in tree.blocks {
      var end = block.range.lowerBound
      for inner in tree.inside(block) {
        #expect(inner.range.lowerBound >= end && inner.range.upperBound <= block.range.upperBound, "\(name): \(inner)")
        end = inner.range.upperBound
      }
    }
    #expect(tree.blocks[0].next == tree.blocks.count && tree.blocks[0].range == 0..<tree.bytes.count, "\(name)")
  }

  /// The innermost block around each byte, and whether the byte stands on a line of a block without others in it.
  private func cover(_ tree: BlockTree, _ name: String) -> (owners: [Int], lines: [Bool]) {
    var owners = Array(repeating: 0, count: tree.bytes.count)
    var lines = Array(repeating: false, count: tree.bytes.count)
    var last = 0
    for block in tree.blocks {
      for offset in block.range { owners[offset] = block.place }
      if [.text, .item, .quote].contains(block.kind) { continue }
      for line in tree.lines(of: block) where !line.isEmpty {
        #expect(line.start >= last, "\(name): a line belongs to two blocks: \(block)")
        last = line.end
        for offset in line.range { lines[offset] = true }
      }
    }
    return (owners, lines)
  }

  /// Whether a byte is a mark of a block around it: a bullet, a number or a box, a sign of a quotation.
  private func isMark(_ offset: Int, of owner: Block, in tree: BlockTree) -> Bool {
    if tree.bytes.starts(with: SourceText.byteOrderMark), offset < SourceText.byteOrderMark.count { return true }
    return tree.blocks.contains { block in
      guard block.range.contains(offset) || tree.bytes[offset] == Ascii.greater else { return false }
      switch block.kind {
      case .item: return block.range.lowerBound <= offset && offset < tree.item(block).start.contentStart
      case .quote:
        let line = tree.source.line(at: offset)
        return tree.bytes[offset] == Ascii.greater && tree.source.line(at: block.range.lowerBound) <= line
          && line <= tree.source.line(at: block.range.upperBound)
      default: return false
      }
    }
  }
}
