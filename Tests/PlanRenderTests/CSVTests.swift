import PlanText
import Foundation
@testable import PlanRender
import PlanTestSupport
import Testing

@Suite struct CSVTests {
  @Test(arguments: 0..<50)
  func generatedPlanReadsBack(number: Int) throws {
    var generator = PlanGenerator(seed: UInt64(number))
    let tables = try Renderer.tables(of: generator.plan(), checklist: nil, for: .measures)
    for table in tables {
      let records = try CSVReader.records(Renderer.text(of: [.table(table)], as: .csv))
      #expect(records.first == table.columns.map(\.title))
      let expected = table.rows.map { $0.map { CSVReader.withoutBullets($0.text).shownWords } }
      #expect(records.count == expected.count + 1)
      for (found, cell) in zip(records.dropFirst().joined(), expected.joined()) {
        // An apostrophe may stand before the text, and must where it looks like a formula.
        #expect(found == cell && !cell.hasPrefix("=") || found == "'" + cell)
      }
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+886", "'+886"), ("-1", "'-1"), ("@x", "'@x"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"),
    ("＝1", "'＝1"), ("－1", "'－1"), ("  =1", "'  =1"), ("\u{3000}=1", "'\u{3000}=1"), ("\u{200B}=1", "'\u{200B}=1"),
    ("\u{FEFF}\" '@x", "'\u{FEFF}\" '@x"), (" 甲", " 甲"),
    ("\"=1+1\"", "'\"=1+1\""), ("'=1", "''=1"), ("- =1+1", "'=1+1"), ("a=1", "a=1"), ("107-4", "107-4"), ("", ""),
    ("- (一)甲\n  - 1.乙\n* 丙\n-丁", "(一)甲\n  1.乙\n丙\n-丁"),
  ])
  func cellIsInert(written: String, expected: String) throws {
    let table = TableView(
      title: "表", columns: [.init("甲"), .init("乙")], rows: [[.init(written, addition: "（200分）"), "乙"]])
    #expect(try CSVReader.records(Renderer.text(of: [.table(table)], as: .csv)) == [["甲", "乙"], [expected, "乙"]])
  }

  /// Whatever a program may drop from the beginning of a cell, what is left of it is no formula. The characters are
  /// those of Unicode's properties, not a list.
  @Test func formulaBehindWhatIsNotSeenIsInert() throws {
    var seen = 0
    for value in 0...UInt32(0x10FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isDropped =
        switch properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .initialPunctuation,
          .finalPunctuation, .nonspacingMark:
          true
        default:
          properties.isWhitespace || properties.isDefaultIgnorableCodePoint || properties.isQuotationMark
            || properties.isVariationSelector || scalar == "\u{2800}"
        }
      guard isDropped else { continue }
      seen += 1
      let text = String(scalar) + "=1"
      #expect(CSVFormat.inert(text) == "'" + text, "U+\(String(value, radix: 16))")
    }
    #expect(seen > 4000)
  }

  /// A sign that a program may fold into one with which a formula begins is as good as that one.
  @Test func foldedSignsAreInert() {
    for value in 0...UInt32(0xFFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = String(scalar).decomposedStringWithCompatibilityMapping.replacing("\u{2212}", with: "-")
      guard ["=", "+", "-", "@"].contains(folded) else { continue }
      let text = "\u{0}“" + String(scalar) + "1"
      #expect(CSVFormat.inert(text) == "'" + text, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: ["甲=1", "1=1", "a@b", "（=1）", "□=1", "①=1", "。=1", "♥=1", "—1", "107年-108年"])
  func whatIsSeenFirstKeepsACellAsItIs(text: String) {
    #expect(CSVFormat.inert(text) == text)
  }

  @Test func byteOrderMarkOnRequest() {
    let table = TableView(title: "表", columns: [.init("甲")], rows: [])
    #expect(
      Renderer.text(of: [.table(table)], as: .csv, options: RenderOptions(byteOrderMark: true)) == "\u{FEFF}甲\r\n")
    #expect(Renderer.text(of: [.table(table)], as: .csv) == "甲\r\n")
  }

  @Test func recordsOfSeveralTablesNameTheirs() throws {
    let one = TableView(title: "一", columns: [.init("甲")], rows: [["1"]])
    let two = TableView(title: "二", columns: [.init("甲")], rows: [["2"]])
    #expect(
      try CSVReader.records(Renderer.text(of: [.table(one), .table(two)], as: .csv)) == [
        ["表", "甲"], ["一", "1"], ["二", "2"],
      ])
  }

  @Test func textsBesideTablesAreRecords() throws {
    let table = TableView(title: "表甲", columns: [.init("甲")], rows: [["1"]])
    let parts: [ViewPart] = [
      .text(TextView(title: "壹、依據", body: "- 一、=函\n- 二、令")), .text(TextView(title: "=貳")), .table(table),
    ]
    #expect(
      Renderer.text(of: parts, as: .csv)
        == "標題,內容\r\n壹、依據,\"一、=函\n二、令\"\r\n'=貳,\r\n\r\n表,甲\r\n表甲,1\r\n")
  }
}

/// Reads CSV by the letter of RFC 4180, and by nothing that writes it.
enum CSVReader {
  struct Malformed: Error { let offset: Int }

  static func records(_ text: String) throws -> [[String]] {
    let bytes = Array(text.utf8)
    var records: [[String]] = []
    var fields: [String] = []
    var index = 0
    while index < bytes.count {
      var field: [UInt8] = []
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        while true {
          guard index < bytes.count else { throw Malformed(offset: index) }
          if bytes[index] == UInt8(ascii: "\"") {
            index += 1
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
          }
          field.append(bytes[index])
          index += 1
        }
      } else {
        while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != 0x0D {
          guard bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A else { throw Malformed(offset: index) }
          field.append(bytes[index])
          index += 1
        }
      }
      fields.append(String(decoding: field, as: UTF8.self))
      guard index < bytes.count else { throw Malformed(offset: index) }
      if bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      guard bytes[index...].starts(with: [0x0D, 0x0A]) else { throw Malformed(offset: index) }
      index += 2
      records.append(fields)
      fields = []
    }
    return records
  }

  /// A text as CSV has it: without the bullets of lists.
  static func withoutBullets(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let content = line.drop { $0 == " " }
      guard ["- ", "* ", "+ "].contains(where: { content.hasPrefix($0) }) else { return String(line) }
      return String(line.prefix(line.count - content.count) + content.dropFirst(2))
    }.joined(separator: "\n")
  }
}
