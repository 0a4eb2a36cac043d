import PlanModel
import PlanText

extension DraftPlan {
  /// Writes tables of measures, with the headings above them.
  mutating func writeMeasures(_ body: [OfficeBlock], of section: DraftSection) {
    writeKind(body, of: section)
    let first = body.firstIndex(where: \.isTable) ?? body.count
    let last = body.lastIndex(where: \.isTable) ?? -1
    let count = body.filter(\.isTable).count
    var (number, rows) = (0, 0)
    var hasHeadings = false
    // The names of the columns of each table.
    var headers: [String] = []
    var hasComments = false
    for (index, block) in body.enumerated() {
      switch block {
      case .table(let table):
        number += 1
        guard let open = OpenTable(table, number: number, count: count) else { continue }
        writeTitles(open, afterHeading: hasTitleInTable && number == 1)
        writeTable(open, dividing: open.header.holdsMeasures ? open.header.measure : nil)
        headers.append(open.header.names.joined(separator: "｜"))
        rows += open.bodyRows.count
      case .paragraph(let paragraph):
        if index > last {
          // Behind headings a remark on the whole table stands behind a rule.
          if index == last + 1, hasHeadings {
            add("---")
            endBlock()
          }
          writeBeside(paragraph)
        } else if isHeading(paragraph, at: index, of: body) {
          hasHeadings = true
          add("### ")
          add(MarkdownEscape.words(paragraph.shown.oneLine), from: place(of: paragraph))
          endBlock()
        } else if index < first, !hasHeadings {
          writeBeside(paragraph)
        } else {
          hasComments = true
          writeComment(paragraph)
        }
      }
    }
    if !hasHeadings { leaveOut(headers, hasComments: hasComments) }
    note(.measures, section.title, count: rows)
  }

  /// Leaves out the names of columns that are not written: tables with the same columns are one that goes on, under one
  /// header; with comments between them they are headings and lists, which have none.
  private mutating func leaveOut(_ headers: [String], hasComments: Bool) {
    for (index, header) in headers.enumerated() {
      if headers.count > 1 && hasComments || index > 0 && headers[index - 1] == header {
        leaveOut("columnNames", header)
      }
    }
  }

  /// Says of a section with a number, which would be running text, that it is a table.
  private mutating func writeKind(_ body: [OfficeBlock], of section: DraftSection) {
    guard !section.isAttachment, Label.read(at: section.title) != nil else { return }
    for case .table(let table) in body {
      guard let header = DraftHeader(table), header.holdsMeasures else { continue }
      add("- \(FieldName.tableKind.name)：\(SectionClassifier.layout(ofColumns: header.names).kind.title)")
      endBlock()
      return
    }
  }

  /// Whether a paragraph is the name of what the next table is about.
  private func isHeading(_ paragraph: OfficeParagraph, at index: Int, of body: [OfficeBlock]) -> Bool {
    guard index + 1 < body.count, case .table(let table) = body[index + 1], paragraph.isShort, !paragraph.isBullet,
      let header = DraftHeader(table), header.holdsMeasures || header.isChecklist
    else { return false }
    // A table that has the dimensions itself needs no heading above it.
    guard !header.columns.contains(.dimension) else { return false }
    return paragraph.shown.has("構面") || paragraph.writtenLabel != nil || paragraph.level != nil || body.count > 2
  }

  /// Keeps words that have no place among headings and tables.
  mutating func writeComment(_ paragraph: OfficeParagraph) {
    add("<!-- ")
    add(paragraph.shown.oneLine.replacingCommentEnd, from: place(of: paragraph))
    add(" -->")
    endBlock()
    note(.comment, paragraph.shown.oneLine)
  }

  /// Writes a table of rows (名冊, 調查表, 單位表) with the paragraphs around it.
  mutating func writeRows(_ body: [OfficeBlock], heading: String, kind: ImportReport.Entry.Kind) {
    let count = body.filter(\.isTable).count
    var (number, rows) = (0, 0)
    for block in body {
      switch block {
      case .paragraph(let paragraph): writeBeside(paragraph)
      case .table(let table):
        number += 1
        guard let open = OpenTable(table, number: number, count: count) else { continue }
        writeTitles(open, afterHeading: hasTitleInTable && number == 1)
        writeTable(open)
        rows += open.bodyRows.count
      }
    }
    note(kind, heading, count: rows)
  }
}

extension String {
  /// The words in a comment, which nothing in them may end.
  fileprivate var replacingCommentEnd: String {
    guard let end = place(of: "-->") else { return self }
    return self[..<end.lowerBound] + "－－＞" + String(self[end.upperBound...]).replacingCommentEnd
  }
}
