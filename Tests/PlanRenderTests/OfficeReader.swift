import PlanOffice
import PlanRender
import Testing

/// Reads the archives that plantool writes.
struct OfficeReader {
  /// The files of the archive, by their names, in order.
  let files: [(name: String, content: [UInt8])]

  init(_ bytes: [UInt8]) throws {
    let archive = try ZipReader(bytes)
    files = try archive.entries.map { ($0.name, try archive.contents(of: $0)) }
  }

  /// All files, one behind the other.
  var text: String {
    files.map { "==> \($0.name)\n\(String(decoding: $0.content, as: UTF8.self))\n" }.joined()
  }

  func content(of name: String) throws -> [UInt8] { try #require(files.first { $0.name == name }?.content) }

  /// The words of the document, without white space, and what its tables are like.
  func body() throws -> Body {
    if let word = files.first(where: { $0.name == "word/document.xml" }) { return try Body(word: word.content) }
    return try Body(openDocument: try content(of: "content.xml"))
  }

  /// Every file but the type is XML that ends.
  func expectXML() throws {
    for file in files where file.name != "mimetype" {
      var reader = try XMLReader(file.content, namespaces: .openDocument)
      while try reader.next() != nil {}
    }
  }

  /// What a document says.
  struct Body {
    /// All words in order.
    private(set) var words = ""
    /// For each row how many cells it has, those included that are part of others.
    private(set) var rows: [Int] = []
    /// The columns of the tables that are open.
    private var columns: [Int] = []
    /// The cells of the rows that are open, and whether what they had last is a paragraph.
    private var cells: [(count: Int, endsWell: Bool)] = []
    private(set) var problems: [String] = []

    init(openDocument bytes: [UInt8]) throws {
      var reader = try XMLReader(bytes, namespaces: .openDocument)
      var depth = 0
      while let event = try reader.next() {
        switch event {
        case .start("table:table"): columns.append(0)
        case .start("table:table-column"): columns[columns.count - 1] += 1
        case .start("table:table-row"): cells.append((0, true))
        case .start("table:table-cell"):
          cells[cells.count - 1].count += 1
          cells[cells.count - 1].endsWell = false
        case .start("table:covered-table-cell"): cells[cells.count - 1].count += 1
        case .start("text:p"), .start("text:h"): depth += 1
        case .end("text:p"), .end("text:h"):
          depth -= 1
          if !cells.isEmpty { cells[cells.count - 1].endsWell = true }
        case .end("table:table-cell"): endCell()
        case .end("table:table-row"): endRow()
        case .end("table:table"): endTable()
        case .text(let text): if depth > 0 { words += text }
        default: break
        }
      }
    }

    init(word bytes: [UInt8]) throws {
      var reader = try XMLReader(bytes, namespaces: .openXML)
      var isText = false
      while let event = try reader.next() {
        switch event {
        case .start("w:tbl"): columns.append(0)
        case .start("w:gridCol"): columns[columns.count - 1] += 1
        case .start("w:tr"): cells.append((0, true))
        case .start("w:tc"):
          cells[cells.count - 1].count += 1
          cells[cells.count - 1].endsWell = false
        case .start("w:t"): isText = true
        case .end("w:t"): isText = false
        case .end("w:p"): if !cells.isEmpty { cells[cells.count - 1].endsWell = true }
        case .end("w:tc"): endCell()
        case .end("w:tr"): endRow()
        case .end("w:tbl"): endTable()
        case .text(let text): if isText { words += text }
        default: break
        }
      }
    }

    private mutating func endCell() {
      if !cells[cells.count - 1].endsWell {
        problems.append("A cell does not end with a paragraph: \(words.suffix(40))")
      }
    }

    private mutating func endRow() {
      let row = cells.removeLast()
      rows.append(row.count)
      if row.count != columns.last { problems.append("A row of \(row.count) cells in \(columns.last ?? 0) columns") }
    }

    private mutating func endTable() {
      columns.removeLast()
      if !cells.isEmpty { cells[cells.count - 1].endsWell = false }
    }
  }
}
