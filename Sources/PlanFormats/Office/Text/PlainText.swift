import PlanModel
import PlanText

/// Reads plain text that no program marked up: pasted from Word, or taken out of a PDF by `pdftotext -layout`.
enum PlainText {
  static func read(_ bytes: [UInt8]) throws(OfficeFault) -> OfficeDocument {
    let text = String(decoding: try TextEncoding.utf8(bytes, declared: ""), as: UTF8.self)
    var pages = TextPages(text)
    let furniture = pages.removeFurniture()
    var reader = TextBlocks(pages.lines)
    reader.read()
    return OfficeDocument(blocks: reader.blocks, leftOut: furniture + reader.leftOut)
  }

  /// Whether a text is a plan file, whatever its name: a field stands in a list under the title, or it has headings of
  /// Markdown and no rows with tabs, which converters put among them.
  static func isPlan(_ bytes: [UInt8]) -> Bool {
    let lines = String(decoding: bytes.prefix(1 << 16), as: UTF8.self).lines
    let hasField = lines.prefix(60).contains { line in
      guard line.hasPrefix("- ") || line.hasPrefix("* ") else { return false }
      let words = line.dropFirst(2)
      return fields.contains { words.hasPrefix($0 + "：") || words.hasPrefix($0 + ":") }
    }
    return hasField || lines.contains { $0.hasPrefix("## ") } && !lines.contains { $0.contains("\t") }
  }

  private static let fields = (FieldName.ofPlan + FieldName.ofProposal).flatMap(\.names)
}
