import Foundation
import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

/// Cells that say both who does a measure and who helps.
@Suite struct UnitRoleTests {
  static func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  static func table(_ rows: [[String]], columns: [String] = ["評核構面", "具體作法", "完成期限", "承辦單位"]) -> String {
    let lines = ([columns] + [columns.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
    return "# 某機關113年度計畫\n\n- 年度：113\n\n## 附表1、具體作法表\n\n\(lines.joined(separator: "\n"))\n"
  }

  static func measures(_ document: PlanDocument) -> [Measure] {
    func all(_ group: MeasureGroup) -> [Measure] { group.measures + group.groups.flatMap { all($0) } }
    return document.plan.sections.flatMap { section -> [Measure] in
      if case .measures(let table) = section.content { table.groups.flatMap { all($0) } } else { [] }
    }
  }

  /// The units of a measure, and those that help.
  static func units(_ measure: Measure) -> [[String]] {
    [measure.fields.units, measure.fields.supportUnits].map { $0?.units.map(\.string) ?? [] }
  }

  @Test(arguments: [
    ("主辦：甲課；協辦：乙課", ["甲課"], ["乙課"]),
    ("主辦單位: 甲課、丁課  協辦單位: 乙課、丙課", ["甲課", "丁課"], ["乙課", "丙課"]),
    ("主：甲課，協：乙課", ["甲課"], ["乙課"]),
    ("主辦：甲課、協辦：乙課、丙課", ["甲課"], ["乙課", "丙課"]),
    ("甲課、丁課；協辦機關：乙課", ["甲課", "丁課"], ["乙課"]),
    ("（主辦）甲課（協辦）乙課", [], []),
    ("（主辦）甲課、（協辦）乙課", ["甲課"], ["乙課"]),
    ("【主辦】甲課【協辦】乙課", [], []),
    ("甲課(主)、乙課(協)、丙課(協)", ["甲課"], ["乙課", "丙課"]),
    ("甲課（主辦） 乙課（協辦）", ["甲課"], ["乙課"]),
    ("甲課（協辦單位：乙課；丙課）", ["甲課"], ["乙課", "丙課"]),
    ("主辦：甲課（檔案）；協辦：乙課（公關、法制）", ["甲課（檔案）"], ["乙課（公關、法制）"]),
    ("主辦：各分局、大隊、隊；協辦：甲課", ["各分局、大隊、隊"], ["甲課"]),
    ("主辦單位：甲課", ["甲課"], []),
    ("甲課；乙課、丙課（協辦）", ["甲課"], ["乙課", "丙課"]),
    ("甲課、乙課（主辦）；丙課、丁課（協辦）", ["甲課", "乙課"], ["丙課", "丁課"]),
    ("甲課；乙課；丙課（協辦）", ["甲課", "乙課"], ["丙課"]),
    ("甲課；丁課；乙課、丙課（協辦）", ["甲課", "丁課"], ["乙課", "丙課"]),
    ("主辦：甲課〔檔案、研考〕；協辦：乙課【公關、法制】、丙課[一、二股]", ["甲課〔檔案、研考〕"], ["乙課【公關、法制】", "丙課[一、二股]"]),
    // Nothing is said of the kind.
    ("主計室、協和區公所", [], []),
    ("甲課（主辦人員：某某）", [], []),
    ("會計室；配合機關", [], []),
    // What is not clear stays whole.
    ("甲課、乙課（主辦）", [], []),
    ("甲課（主辦）、乙課、丙課（協辦）", [], []),
    ("甲課、乙課、丙課（協辦）；丁課", [], []),
    ("甲課（主辦）、乙課；丙課（協辦）", [], []),
    ("甲課；主辦：乙課", [], []),
    ("主辦：甲課；乙課（協辦）", [], []),
    ("主辦：甲課；督導：乙課", [], []),
    ("主辦：甲課；協辦：", [], []),
    ("協辦：乙課", [], []),
    ("主辦：甲課協辦：乙課", [], []),
  ])
  func cells(cell: String, units: [String], support: [String]) throws {
    let whole = UnitList(PlanText(cell)).units.map(\.string)
    let expected = units.isEmpty ? [whole, []] : [units, support]
    let inTable = Self.document(Self.table([["甲", "辦理說明會。", "3月", cell], ["乙", "檢討。", "4月", "丁課"]]))
    // In a list the name of a field in the value of another is reported.
    let isListed = !cell.contains("協辦單位:") && !cell.contains("協辦機關")
    let inList = Self.document(
      "# 某機關113年度計畫\n\n## 附表1、具體作法表\n\n### 甲\n\n1. 辦理說明會。\n   - 承辦單位：\(cell)\n")
    for document in isListed ? [inTable, inList] : [inTable] {
      #expect(Self.measures(document).first.map(Self.units) == expected)
      #expect(document.problems.isEmpty)
      try Self.expectSameAgain(document)
    }
  }

  /// What is written says the same, in text and JSON, and is written again as it is.
  static func expectSameAgain(_ document: PlanDocument) throws {
    let text = try PlanConversion.canonical(document)
    let again = Self.document(text)
    #expect(Self.measures(again).map(Self.units) == Self.measures(document).map(Self.units), "\(text)")
    #expect(try PlanConversion.canonical(again) == text)
    let json = PlanDocument(
      reading: SourceText(name: "a.plan.json", text: try PlanConversion.convert(document, to: .json)))
    #expect(json.problems.isEmpty, "\(json.problems)")
    #expect(try PlanConversion.convert(json, to: .text) == text)
  }

  @Test func aTableGetsAColumnForThoseWhoHelp() throws {
    let text = try PlanConversion.canonical(
      Self.document(Self.table([["甲", "辦理說明會。", "3月", "甲課（協辦：乙課）"], ["乙", "檢討。", "4月", "丁課"]])))
    #expect(text.contains("| 評核構面 | 具體作法 | 完成期限 | 承辦單位 | 協辦單位 |\n"))
    #expect(text.contains("| 乙 | 檢討。 | 4月 | 丁課 | |\n"), "\(text)")
  }

  @Test func thoseInTheirOwnColumnStay() {
    let columns = ["評核構面", "具體作法", "承辦單位", "協辦單位"]
    let rows = [
      ["甲", "一", "主辦：甲課；協辦：乙課", "丙課"], ["乙", "二", "主辦：甲課；協辦：乙課", "乙課、丙課"],
      ["丙", "三", "甲課（協辦：乙課）", "-"],
    ]
    let measures = Self.measures(Self.document(Self.table(rows, columns: columns)))
    #expect(measures.map { Self.units($0)[1] } == [["乙課", "丙課"], ["乙課", "丙課"], ["乙課"]])
  }

  @Test func unitsKnowWhereTheyStand() {
    let document = Self.document(Self.table([["甲", "一", "3月", "甲課（主辦）、乙課（協辦）、丙課（協辦）"]]))
    let fields = Self.measures(document)[0].fields
    for unit in fields.unitLists.flatMap(\.units.units) {
      #expect(String(decoding: document.source.bytes[unit.range], as: UTF8.self) == unit.string)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func everySpellingMeansTheSame(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var names = ["甲課", "乙課(檔案、研考)", "主計室", "協和里", "各內、外勤單位", "會計室", "丁（二股）"]
    let units = (0...random.below(2)).map { _ in names.remove(at: random.below(names.count)) }
    let support = (0...random.below(3)).map { _ in names.remove(at: random.below(names.count)) }
    let separator = random.pick(["、", "；", "，", "/"])
    func joined(_ names: [String]) -> String { names.joined(separator: separator) }
    let (main, help) = (random.pick(["主辦", "承辦", "主責"]), random.pick(["協辦", "會辦", "協助", "配合"]))
    let colon = random.pick(["：", ":", "： ", "單位："])
    let cells = [
      "\(main)\(colon)\(joined(units))\(random.pick(["；", " ", "\u{3000}", "，"]))\(help)\(colon)\(joined(support))",
      "【\(main)】\(joined(units))；【\(help)】\(joined(support))",
      // Behind the kinds of a collective a mark may be that of the last one alone.
      joined(units.map { "\($0)（\(main)）" } + support.map { "\($0)(\(help)單位)" })
        .replacingOccurrences(of: "各內、外勤單位", with: "各內外勤單位"),
      "\(joined(units))（\(help)\(colon)\(joined(support))）", "\(joined(units))；\(help)\(colon)\(joined(support))",
    ]
    let document = Self.document(Self.table(cells.enumerated().map { ["構面\($0)", "措施。", "3月", $1] }))
    for (measure, cell) in zip(Self.measures(document), cells) {
      let read = Self.units(measure).map { $0.map { $0 == "各內外勤單位" ? "各內、外勤單位" : $0 } }
      #expect(read == [units, support], "\(cell)")
    }
    try Self.expectSameAgain(document)
  }
}
