import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

// Names that are joined in one cell.
extension UnitRoleTests {
  /// A plan whose first measure has the cell, and a further one for each unit that stands alone.
  private static func document(_ cell: String, alone: [String], rest: String = "") -> PlanDocument {
    let cells = [cell] + alone
    return document(table(cells.enumerated().map { ["構面\($0)", "措施。", "3月", $1] }) + rest)
  }

  private static func read(_ cell: String, alone: [String], rest: String = "") throws -> [String]? {
    let document = document(cell, alone: alone, rest: rest)
    #expect(document.problems.isEmpty)
    try expectSameAgain(document)
    #expect(measures(document).first?.fields.units?.text.string == cell)
    return measures(document).first?.fields.units?.units.map(\.string)
  }

  @Test(arguments: [
    "登記課 測量課", "登記課\u{3000}測量課", "登記課  測量課", "登記課及測量課", "登記課與測量課", "登記課暨測量課", "登記課和測量課", "登記課以及測量課", "登記課 及 測量課",
    "登記課 和 測量課", "登記課-測量課", "登記課－測量課", "登記課＋測量課", "登記課&測量課",
  ])
  func joinedNamesAreSeveralUnitsWhereEachIsKnown(cell: String) throws {
    #expect(try Self.read(cell, alone: ["測量課、登記課"]) == ["登記課", "測量課"])
    #expect(try Self.read(cell, alone: ["測量課", "地價課"]) == [cell])
  }

  @Test(arguments: [
    ("登記課 測量課、人事室", ["登記課", "測量課"], ["登記課", "測量課", "人事室"]),
    ("登記課及測量課 地價課", ["登記課", "測量課", "地價課"], ["登記課", "測量課", "地價課"]),
    ("資訊及統計室與人事室", ["資訊及統計室", "人事室"], ["資訊及統計室", "人事室"]),
    ("和平區公所及永和區公所", ["和平區公所", "永和區公所"], ["和平區公所", "永和區公所"]),
    ("秘書室(檔案)及人事室", ["秘書室", "人事室"], ["秘書室(檔案)", "人事室"]),
    ("秘書室及各課室", ["秘書室"], ["秘書室", "各課室"]),
    ("本所各課室與秘書室", ["秘書室"], ["本所各課室", "秘書室"]),
    // A sub-unit, or what may be one.
    ("行政課-研考股", ["行政課", "研考股"], ["行政課-研考股"]),
    ("行政課 研考股", ["行政課", "研考股"], ["行政課 研考股"]),
    ("行政課及研考股", ["行政課", "研考股"], ["行政課", "研考股"]),
    ("秘書室 文書組", ["秘書室", "文書組"], ["秘書室 文書組"]),
    ("警察局 交通隊", ["警察局", "交通隊"], ["警察局 交通隊"]),
    ("秘書室 公關", ["秘書室", "公關"], ["秘書室 公關"]),
    // One unit.
    ("資訊及統計室", ["統計室", "人事室"], ["資訊及統計室"]), ("秘 書 室", ["秘書室"], ["秘 書 室"]), ("協和里", ["里"], ["協和里"]),
    ("各分局及大隊", ["大隊", "各分局"], ["各分局及大隊"]), ("各分局及所屬單位", ["各分局"], ["各分局及所屬單位"]),
    ("秘書室（人事室及會計室）", ["人事室", "會計室"], ["秘書室（人事室及會計室）"]),
    ("甲課及乙課及丙課", ["甲課", "乙課", "丙課"], ["甲課", "乙課", "丙課"]),
  ])
  func namesAreDividedAsTheirUnitsAreKnown(cell: String, alone: [String], units: [String]) throws {
    #expect(try Self.read(cell, alone: alone) == units)
  }

  @Test func unitTableAndRosterKnowUnits() throws {
    let roster = "\n## 附表2、推動小組編組名冊\n\n| 職稱 | 現職 |\n| --- | --- |\n| 委員 | 登記課課長 |\n| 委員 | 人事主任 |\n"
    #expect(try Self.read("登記課 人事室", alone: [], rest: roster) == ["登記課", "人事室"])
    let table = "\n## 單位表\n\n| 單位 | 別名 |\n| --- | --- |\n| 登記課 | 登記股 |\n| 甲課及乙課 | |\n| 甲課 | |\n| 乙課 | |\n"
    #expect(try Self.read("登記股與甲課", alone: [], rest: table) == ["登記股", "甲課"])
    #expect(try Self.read("甲課及乙課", alone: [], rest: table) == ["甲課及乙課"])
    #expect(try Self.read("甲課及乙課及登記課", alone: [], rest: table) == ["甲課及乙課及登記課"])
  }

  @Test func namesUnderARoleAreDividedToo() throws {
    let document = Self.document("主辦：登記課 測量課；協辦：地價課及人事室", alone: ["登記課", "測量課", "地價課", "人事室"])
    #expect(Self.measures(document).first.map(Self.units) == [["登記課", "測量課"], ["地價課", "人事室"]])
    try Self.expectSameAgain(document)
  }

  @Test func namesInJSONAreCheckedByTheWholePlan() throws {
    let text = try PlanConversion.convert(Self.document("登記課 測量課", alone: ["登記課", "測量課"]), to: .json)
    func problems(_ text: String) -> [ReadProblem] {
      PlanDocument(reading: SourceText(name: "a.plan.json", text: text)).problems.map(\.value)
    }
    let whole = text.replacing(/"登記課",\s+"測量課"/, with: "\"登記課 測量課\"")
    #expect(problems(text).isEmpty && whole != text && problems(whole).count == 1)
    let unknown = Self.document("登記課 測量課", alone: ["登記課"])
    #expect(try problems(PlanConversion.convert(unknown, to: .json)).isEmpty)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func everyJoinMeansTheSame(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var names = ["甲課", "乙課(檔案、研考)", "主計室", "資訊及統計室", "會計室", "丁科（二股）", "永和課"]
    let units = (0...1 + random.below(3)).map { _ in names.remove(at: random.below(names.count)) }
    var cell = ""
    for unit in units {
      cell += (cell.isEmpty ? "" : random.pick(JoinedName.words + JoinedName.marks + JoinedName.looseMarks)) + unit
    }
    #expect(try Self.read(cell, alone: units) == units, "\(cell)")
    #expect(try Self.read(cell, alone: Array(units.dropFirst()))?.count != units.count || units.count < 2, "\(cell)")
  }
}
