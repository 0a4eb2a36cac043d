/// Where the words of a text stand in the document that it was made of: a text made of a Word file is read as any other,
/// and people look for its places in the file.
public struct DocumentPlaces: Sendable {
  /// Some bytes of the text, and which of the places they come from.
  package struct Stretch: Sendable {
    package let range: SourceRange
    package let place: Int

    package init(range: SourceRange, place: Int) { (self.range, self.place) = (range, place) }
  }

  /// A place in the document, as people look for it.
  public struct Place: Sendable, Hashable {
    /// The file in the archive; empty where the document is one file.
    public let part: String
    /// Which of the paragraphs with words outside of tables it is, or which of its cell, from 1.
    public let paragraph: Int
    /// What stands between the tags of the paragraph, behind its properties, in bytes of the unpacked part.
    public let content: Range<Int>
    /// The section in which it stands, as people call it: 附表1, 壹、計畫依據; empty before the first.
    public let section: String
    /// The cell, where it stands in a table.
    public let cell: Cell?
    /// The line of the file, from 1, where the document is lines of text; nil for any other.
    public let line: Int?
    /// The name of the sheet, where the document is a workbook; nil for any other.
    public let sheet: String?

    package init(
      part: String, paragraph: Int, content: Range<Int>, section: String, cell: Cell?, line: Int? = nil,
      sheet: String? = nil
    ) {
      (self.part, self.paragraph, self.content, self.section, self.cell) = (part, paragraph, content, section, cell)
      (self.line, self.sheet) = (line, sheet)
    }

    /// A cell of a table; all numbers are from 1.
    public struct Cell: Sendable, Hashable {
      /// Which table of the section it is in, and how many there are.
      public let table: Int
      public let tables: Int
      /// The row as the document has it, header rows among them.
      public let row: Int
      public let column: Int
      /// What stands above the column; empty where nothing does.
      public let name: String

      package init(table: Int, tables: Int, row: Int, column: Int, name: String) {
        (self.table, self.tables, self.row, self.column, self.name) = (table, tables, row, column, name)
      }
    }
  }

  /// In the order of the text.
  private let stretches: [Stretch]
  private let places: [Place]

  package init(_ stretches: [Stretch], places: [Place]) { (self.stretches, self.places) = (stretches, places) }

  /// The place of an offset in the text: that of the words at it, or the last ones before it; nil where there are no
  /// words at all.
  public func place(at offset: Int) -> Place? { stretch(at: offset).map { places[$0.place] } }

  /// The words of one place at an offset, or the last before it.
  package func words(at offset: Int) -> SourceRange? { stretch(at: offset)?.range }

  private func stretch(at offset: Int) -> Stretch? {
    let next = stretches.halvingIndex { $0.range.lowerBound > offset }
    return next > 0 ? stretches[next - 1] : stretches.first
  }
}
