import PlanText

/// The sheets of a spreadsheet. Each table is one, with nothing above the headings of its columns, so that it can be
/// sorted and filtered; texts, and the paragraphs around tables, have a sheet of their own.
struct Spreadsheet {
  struct Sheet {
    /// Its name, which no other sheet has.
    let name: String
    let table: TableView
    let spans: RowSpans
  }

  let title: String
  private(set) var sheets: [Sheet] = []

  init(_ parts: [ViewPart], title: String?, options: RenderOptions) {
    self.title = title ?? ""
    var repeats = RepeatedTexts { "第\($0)列" }
    var texts: [[TableView.Cell]] = []
    /// Where the sheet of texts stands: where the first text did, or behind the tables.
    var place: Int?
    var tables: [TableView] = []
    for part in parts {
      switch part {
      case .text(let text):
        place = place ?? tables.count
        texts.append([.init(text.title), .init(text.body)])
      case .table(let table):
        for words in [table.intro, table.closing].compactMap({ $0 }) {
          texts.append([.init(table.title), .init(words)])
        }
        tables.append(table)
      }
    }
    if !texts.isEmpty {
      let sheet = TableView(title: "文字", columns: [.init("標題"), .init("內容")], rows: texts)
      tables.insert(sheet, at: place ?? tables.count)
    }
    var names = SheetNames()
    for whole in tables {
      let spans = RowSpans(whole, repeatsLabels: options.repeatsLabels)
      let table = repeats.printed(whole) { spans.span(row: $0, column: $1) > 0 }
      sheets.append(Sheet(name: names.next(whole.title), table: table, spans: spans))
    }
  }
}

/// Names that spreadsheet programs take for sheets: none twice, none too long, and without the characters that mean
/// something in formulas.
private struct SheetNames {
  /// As long as Excel allows.
  private static let longest = 31
  private var known: Set<String> = []

  /// A name for the next sheet, like its title.
  mutating func next(_ title: String) -> String {
    let plain = title.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.isHarmful || "[]*?:/\\'".unicodeScalars.contains(scalar) ? " " : scalar
    }
    let words = String(scalars: plain).split(separator: " ").joined(separator: " ")
    let name = words.isEmpty ? "表" : words
    var number = 1
    while true {
      let suffix = number == 1 ? "" : "（\(number)）"
      let candidate = Self.cut(name, to: Self.longest - suffix.utf16.count) + suffix
      if known.insert(candidate.lowercased()).inserted { return candidate }
      number += 1
    }
  }

  /// The beginning of a name that has so many UTF-16 units.
  private static func cut(_ name: String, to length: Int) -> String {
    var units = 0
    return String(
      name.prefix { character in
        units += character.utf16.count
        return units <= length
      })
  }
}
