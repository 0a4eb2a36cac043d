import PlanModel
import PlanText

extension DraftPlan {
  /// Writes running text: paragraphs, lists by their numbers, and tables as they are.
  mutating func writeText(_ body: [OfficeBlock], heading: String) {
    // The kinds of numbers of the items that are open, the outermost first.
    var open: [String] = []
    let count = body.filter(\.isTable).count
    var (number, paragraphs) = (0, 0)
    for block in body {
      switch block {
      case .paragraph(let paragraph):
        paragraphs += 1
        if let level = paragraph.level, level > 1, paragraph.writtenLabel == nil, !paragraph.isBullet {
          close(&open)
          add(String(repeating: "#", count: min(6, level + 1)) + " ")
          add(MarkdownEscape.words(paragraph.shown.oneLine), from: place(of: paragraph))
          endBlock()
        } else {
          write(paragraph, &open)
        }
      case .table(let table):
        close(&open)
        number += 1
        writeFree(table, number: number, count: count)
      }
    }
    close(&open)
    if !body.isEmpty, paragraphs > 0 || count == 0 {
      note(NameKey(heading).text == "計畫依據" ? .citations : .text, heading, count: paragraphs)
    }
  }

  private mutating func close(_ open: inout [String]) {
    if !open.isEmpty { endBlock() }
    open = []
  }

  /// Writes a paragraph, as an item where it has a number.
  private mutating func write(_ paragraph: OfficeParagraph, _ open: inout [String]) {
    let label = paragraph.writtenLabel
    guard label != nil || paragraph.isBullet else {
      close(&open)
      writePlain(paragraph)
      return
    }
    let style = label.map { "\($0.style)" } ?? "bullet"
    if let depth = open.firstIndex(of: style) {
      open.removeSubrange((depth + 1)...)
    } else {
      open.append(style)
    }
    let indent = String(repeating: "  ", count: open.count - 1)
    let place = place(of: paragraph)
    for (index, line) in paragraph.plainLines.enumerated() {
      add(index == 0 ? indent + "- " : indent + "  ")
      add(index == 0 && !paragraph.isBullet ? MarkdownEscape.words(line) : MarkdownEscape.lineStart(line), from: place)
      endLine()
    }
    if paragraph.plainLines.isEmpty {
      add(indent + "-")
      endLine()
    }
  }

  /// Writes a table of a kind that nobody knows: with bars where no cell spans another.
  private mutating func writeFree(_ table: OfficeTable, number: Int, count: Int) {
    guard let open = OpenTable(table, number: number, count: count) else { return }
    if open.header.holdsMeasures {
      writeTitles(open, afterHeading: hasTitleInTable && number == 1)
      writeTable(open, dividing: open.header.measure)
      note(.measures, section, count: open.bodyRows.count)
      return
    }
    let spans = table.rows.contains { $0.cells.contains { $0.rows > 1 || $0.columns > 1 } }
    if spans {
      writeTitles(open, afterHeading: hasTitleInTable && number == 1)
      writeTable(open)
    } else {
      for row in table.rows.indices {
        add("|")
        for column in 0..<table.width {
          add(" ")
          let all = lines(of: open.blocks(row: row, column: column))
          add(all, in: cell(open, row: row, column: column), isPipe: true)
          add(all.isEmpty ? "|" : " |")
        }
        endLine()
        if row == 0 {
          add("|" + String(repeating: " --- |", count: table.width))
          endLine()
        }
      }
      endBlock()
    }
    note(.freeTable, section, count: table.rows.count)
  }
}
