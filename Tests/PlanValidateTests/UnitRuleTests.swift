import PlanModel
import PlanText
import PlanValidate
import Testing

@Suite struct UnitRuleTests {
  // MARK: PT401

  @Test(arguments: ["；、", "-", "—", "－", "─", "–", "--", "無", "（無）", "- / -", "無、-", "待定", "N/A", "略"])
  func aCellThatOnlyFillsItsPlaceNamesNobody(cell: String) {
    let text = "### 基礎服務（200分）\n\n#### 服務友善\n\n##### 網站使用便利性\n\n"
    let own = RuleProbe("PT401", text + "1. 檢測連結。\n   - 承辦單位：↓\(cell)\n")
    #expect(own.places == own.marks)
    #expect(own.summaries.first?.contains("只寫「\(cell)」") ?? false)
    let shared = RuleProbe("PT401", text + "- 承辦單位：↓\(cell)\n\n1. 檢測連結。\n2. 檢討。\n3. 宣導。\n   - 承辦單位：人事室\n")
    #expect(shared.places == shared.marks)
    #expect(shared.summaries.first?.contains("其下 2 項作法") ?? false)
    #expect(RuleProbe("PT401", text + "1. 檢測連結。\n   - 承辦單位：人事室\n   - 協辦單位：\(cell)\n").findings.isEmpty)
  }

  @Test(arguments: ["（待填）", "【】", "無線電中隊", "各無障礙科", "人事室、-"])
  func aPlaceholderOrAUnitIsNoFiller(cell: String) {
    let text = "### 基礎服務（200分）\n\n#### 服務友善\n\n##### 網站使用便利性\n\n1. 檢測連結。\n   - 承辦單位：\(cell)\n"
    #expect(RuleProbe("PT401", text).findings.isEmpty)
    #expect(UnitList(PlanText(cell)).units.count == 1)
  }

  // MARK: Collectives

  @Test(
    arguments: ["本局", "本所", "本分局", "本總隊", "本府", "本中心", "本局暨所屬", ""].flatMap { own in
      ["各課室", "各課（室）", "各單位", "各派出所", "各業務單位", "各分局、大隊、隊", "各內、外勤單位", "各科、室、中心"].map { own + $0 }
    } + ["所內各課室", "警察局各分局、大隊", "全所", "所屬機關"])
  func aCollectiveStaysWhole(name: String) {
    let units = UnitList(PlanText("\(name)；秘書室")).units.map(\.string)
    #expect(units == [name, "秘書室"])
    #expect(CollectiveUnits.isCollective(name.prefix { $0 != "、" }.description))
    // Nobody has to stand for it in the task force.
    #expect(RuleProbe("PT403", plan(cells: [name], posts: ["秘書室主任"])).findings.isEmpty)
  }

  @Test(arguments: ["本土教育科", "甲課", "秘書室(各項業務)", "本所秘書室", "某某各界聯誼室"])
  func aUnitIsNoCollective(name: String) {
    #expect(!CollectiveUnits.isCollective(name))
    #expect(UnitList(PlanText("\(name)、隊")).units.count == 2)
  }

  // MARK: PT410

  @Test(arguments: [
    "↓登記課 測量課", "↓登記課及測量課、人事室", "人事室、↓甲局與乙局", "↓登記課-測量課", "↓秘書室 文書組", "↓登記課及相關單位", "↓主辦：甲課；督導：乙課", "↓協辦：乙課",
    "↓甲課（主辦）、乙課、丙課（協辦）", "↓督導：甲課", "↓甲課（主辦）乙課（協辦）", "↓主辦：甲課協辦：乙課",
  ])
  func anUnclearCellIsTold(cell: String) {
    let probe = RuleProbe("PT410", plan(cells: [cell, cell.replacing("↓", with: "")]))
    #expect(probe.places == probe.marks)
    #expect(probe.findings.allSatisfy { $0.severity == .note && $0.fixes.isEmpty })
  }

  @Test(arguments: [
    "登記課、測量課", "資訊及統計室", "人事及主計室", "協和里、永和區公所", "和平區公所", "聯合醫院和平院區", "國立暨南大學", "行政課-研考股", "警察局 交通隊", "秘 書 室", "秘書室 公關",
    "秘書室 分機123", "各課室及所屬單位", "各分局及大隊", "秘書室（人事室及會計室）", "主辦：甲課；協辦：乙課", "甲課（主辦）、乙課（協辦）", "甲課（聯絡人：某某）", "主計室、協和區公所",
    "會計室；配合機關", "甲課；乙課、丙課（協辦）", "（待填）", "無",
  ])
  func aClearCellIsNot(cell: String) {
    #expect(RuleProbe("PT410", plan(cells: [cell])).findings.isEmpty)
  }

  @Test func knownNamesAreDividedAndNotTold() {
    #expect(RuleProbe("PT410", plan(cells: ["登記課 測量課", "登記課", "測量課"])).findings.isEmpty)
    #expect(RuleProbe("PT410", plan(cells: ["登記課 測量課", "登記課"])).summaries.first?.contains("「登記課、測量課」") ?? false)
  }

  @Test(arguments: ["主(協)辦單位", "主（協）辦單位", "承(協)辦單位", "主、協辦單位", "主辦及協辦單位"])
  func aColumnForBothIsToldOnce(name: String) {
    func text(_ cells: [String]) -> String {
      let rows = cells.enumerated().map { "| 項目\($0) | 檢測連結。 | 3月 | \($1) |\n" }
      return "# 某所113年度計畫\n\n- 年度：113\n\n## 附表1、具體作法表\n\n| 評核構面 | 具體作法 | 完成期限 | \(name) |\n"
        + "| --- | --- | --- | --- |\n" + rows.joined()
    }
    let probe = RuleProbe("PT410", text(["甲課", "↓甲課、乙課", "主辦：甲課；協辦：乙課", "丙課、丁課"]))
    #expect(probe.places == probe.marks)
    #expect(probe.summaries.first?.contains("有 2 格") ?? false)
    #expect(RuleProbe("PT410", text(["甲課", "主辦：甲課；協辦：乙課、丙課", "各課、室"])).findings.isEmpty)
  }

  // MARK: PT402

  @Test(arguments: ["各分局、大隊、隊；交通大隊", "各內、外勤單位、各業務單位", "秘書室、秘書室(公關)", "第一隊、第二隊"])
  func differentUnitsAreNoRepeat(cell: String) {
    #expect(RuleProbe("PT402", plan(cells: [cell])).findings.isEmpty)
  }

  @Test(arguments: ["各分局、大隊、隊；秘書室；↓各分局、大隊、隊", "秘書室（公關）；↓秘書室(公關)", "行政科 、 ↓行政 科"])
  func theSameUnitIs(cell: String) {
    let probe = RuleProbe("PT402", plan(cells: [cell]))
    #expect(probe.places == probe.marks)
    #expect(probe.findings.allSatisfy { $0.fixes.isEmpty })
  }

  @Test func aUnitThatCarriesAMeasureDoesNotHelpWithIt() {
    let table = "\n## 單位表\n\n| 單位 | 別名 |\n| --- | --- |\n| 勤務指揮中心 | 勤指中心 |\n"
    let text = """
      ### 基礎服務（200分）

      #### 服務友善

      ##### 網站使用便利性

      - 承辦單位：勤務指揮中心
      - 協辦單位：人事室、↓勤指中心

      1. 檢測連結。
      2. 公布結果。
      3. 檢討。
         - 承辦單位：會計室
         - 協辦單位：秘書室(公關)、秘書室、↓會計室、會計室
      4. 宣導。
         - 協辦單位：勤務指揮中心(資訊)、各科、室
      """
    let probe = RuleProbe("PT402", text.replacing("、會計室\n", with: "\n") + table)
    #expect(probe.places == probe.marks)
    #expect(probe.summaries.allSatisfy { $0.contains("已是承辦單位，又列為協辦單位") })
    // In the cell alone it is one finding, and beside the other field another.
    #expect(RuleProbe("PT402", text + table).findings.count == 3)
  }

  // MARK: PT403

  @Test func aUnitThatHelpsIsLookedForInTheTaskForce() {
    let text = plan(cells: ["秘書室"], posts: ["秘書室主任"]).replacing("承辦單位：秘書室", with: "承辦單位：秘書室\n   - 協辦單位：↓資訊室")
    let probe = RuleProbe("PT403", text)
    #expect(probe.places == probe.marks)
    #expect(probe.summaries.first?.contains("「資訊室」協辦 1 項作法") ?? false)
    // A member whose unit helps has something to do.
    let member = plan(cells: ["秘書室"], posts: ["秘書室主任", "資訊室主任"])
    #expect(RuleProbe("PT404", member).findings.count == 1)
    let helping = member.replacing("承辦單位：秘書室", with: "承辦單位：秘書室\n   - 協辦單位：資訊室")
    #expect(RuleProbe("PT404", helping).findings.isEmpty)
  }

  @Test(
    arguments: [
      ("秘書室(公關)", "秘書室主任"), ("督察室", "督察長"), ("人事室", "人事主任"), ("戶籍登記課", "課長"), ("資訊室", "各單位主管"),
      ("刑事警察隊", "刑事警察隊長"), ("交通組", "本分局交通組代理組長"), ("民政課", "各課課長"), ("會計室", "主計室主任兼會計室主任"),
    ])
  func aUnitIsRepresented(unit: String, post: String) {
    #expect(RuleProbe("PT403", plan(cells: [unit], posts: [post])).findings.isEmpty)
  }

  @Test(
    arguments: [
      ("資訊室", "秘書室主任"), ("資訊科", "戶籍資訊科科長"), ("秘書室", "警員"), ("總務科", "課長"), ("交通大隊", "副分局長"),
    ])
  func aUnitIsNot(unit: String, post: String) {
    // The longer name is a unit of the plan, so the shorter one inside it is not mentioned.
    let probe = RuleProbe("PT403", plan(cells: ["↓\(unit)、戶籍資訊科"], posts: [post, "戶籍資訊科科長"]))
    #expect(probe.places == probe.marks)
  }

  @Test func aDutyNamesAUnit() {
    let text = plan(cells: ["督訓科"], posts: ["督察長"], duty: "督導督訓科辦理本案規劃")
    #expect(RuleProbe("PT403", text).findings.isEmpty)
  }

  @Test func anAliasInTheRosterCounts() {
    let table = "\n## 單位表\n\n| 單位 | 別名 |\n| --- | --- |\n| 勤務指揮中心 | 勤指中心 |\n"
    #expect(RuleProbe("PT403", plan(cells: ["勤務指揮中心"], posts: ["勤指中心主任"]) + table).findings.isEmpty)
  }

  // One finding, which says that it is short for the other.
  @Test func aShortFormOfAUnitInTheRoster() {
    let text = plan(cells: ["↓勤指中心", "勤指中心"], posts: ["勤務指揮中心主任"])
    let short = RuleProbe("PT407", text)
    #expect(short.places == short.marks)
    #expect(short.summaries.first?.contains("「勤務指揮中心」的簡稱") ?? false)
    #expect(RuleProbe("PT403", text).findings.isEmpty)
    // Another number is another unit, and of two that it may be short for nobody knows which.
    #expect(RuleProbe("PT407", plan(cells: ["第一中隊"], posts: ["第十一中隊中隊長"])).findings.isEmpty)
    #expect(RuleProbe("PT407", plan(cells: ["交通隊"], posts: ["交通警察隊隊長", "交通事故隊隊長"])).findings.isEmpty)
    // Both in the roster are two units.
    #expect(RuleProbe("PT407", plan(cells: ["刑警隊"], posts: ["刑警隊隊長", "刑事警察隊隊長"])).findings.isEmpty)
  }

  @Test func furtherPlacesAreNoted() throws {
    let probe = RuleProbe("PT403", plan(cells: ["資訊室", "資訊室", "資訊室", "資訊室", "資訊室、資訊室"], posts: ["秘書室主任"]))
    let finding = try #require(probe.findings.first)
    #expect(probe.findings.count == 1)
    #expect(finding.summary(.zhHant).contains("承辦 5 項作法"))
    #expect(finding.notes.count == 5)
  }

  @Test func aUnitThatEveryMeasureOverridesCarriesNothing() {
    let text = plan(cells: ["秘書室"], posts: ["秘書室主任"])
      .replacing("##### 服務及時性\n", with: "##### 服務及時性\n\n- 承辦單位：資訊室\n")
    #expect(RuleProbe("PT403", text).findings.isEmpty)
  }

  @Test func aPlanWithoutARosterIsLeftAlone() {
    #expect(RuleProbe("PT403", plan(cells: ["資訊室"])).findings.isEmpty)
  }

  // MARK: PT404

  @Test(
    arguments: [
      ("各業務單位", "主計室主任"), ("秘書室(公關)", "秘書室主任"), ("行政科", "總隊長"), ("行政科", "警員"), ("刑警隊", "刑事警察隊隊長"),
      ("行政科", "人事主任"), ("行政科", "課長"),
    ])
  func aMemberIsNotInQuestion(unit: String, post: String) {
    #expect(RuleProbe("PT404", plan(cells: [unit], posts: [post])).findings.isEmpty)
  }

  @Test(arguments: ["主計室主任", "後勤科科長", "保安隊副隊長", "交通中隊中隊長", "本局公關室"])
  func aMemberIsIdle(post: String) {
    let probe = RuleProbe("PT404", plan(cells: ["行政科、各單位"], posts: ["↓\(post)"]))
    #expect(probe.places == probe.marks)
    #expect(probe.findings.first?.explanation?(.zhHant).contains("「各單位」") ?? false)
  }

  // MARK: PT405

  @Test(arguments: [("召集人兼主席", "執行秘書", 0), ("副召集人", "幹事", 1), ("主任委員", "委員", 1), ("委員", "委員", 2)])
  func aTaskForceNeedsAChairAndASecretary(first: String, second: String, count: Int) {
    let text = "## 附表3、推動小組編組名冊\n\n| 職稱 | 現職 |\n| --- | --- |\n| \(first) | 分局長 |\n| \(second) | 警務員 |\n"
    #expect(RuleProbe("PT405", text).findings.count == count)
  }

  // MARK: PT406

  @Test(
    arguments: [
      "0912345678", "0912-345678", "0912-345-678", "0912 345 678", "+886912345678", "+886-912-345-678", "０９１２－３４５－６７８",
      "officer.lin@mail.example.gov.tw", "A123456789",
    ])
  func personalDataIsFoundAndMasked(datum: String) throws {
    let probe = RuleProbe("PT406", "## 壹、聯絡方式\n\n承辦人：↓\(datum)。\n")
    #expect(probe.places == probe.marks)
    let finding = try #require(probe.findings.first)
    #expect(probe.source.text(in: finding.range) == datum)
    #expect(!finding.summary(.zhHant).contains(datum) && !finding.summary(.en).contains(datum))
    #expect(finding.summary(.zhHant).contains("***"))
  }

  @Test(
    arguments: [
      "110、119、1999", "(02)1234-5678", "字第0990012345號", "字第 0960000015 號", "字第0960000015 號",
      "https://example.tw/p?n=0912345678",
      "https://example.tw/@officer",
      "service@police.gov.tw", "A123456788", "1070062631", "AA123456789", "09123456789", "2018-0912-345-678", "甲@乙",
    ])
  func otherNumbersAreNotPersonal(text: String) {
    #expect(RuleProbe("PT406", "## 壹、聯絡方式\n\n承辦：\(text)。\n").findings.isEmpty)
  }

  @Test func aRosterOfNamesIsOneNote() {
    let text = roster([("召集人", "分局長", "↓陳大文"), ("執行秘書", "秘書室主任", "林小美"), ("委員", "行政組組長", "出缺")])
    let probe = RuleProbe("PT406", text)
    #expect(probe.places == probe.marks)
    #expect(probe.findings.map(\.severity) == [.note])
    #expect(probe.summaries.allSatisfy { $0.contains("陳○○") && !$0.contains("陳大文") })
  }

  // MARK: PT407

  @Test func anAliasIsReportedOnceWithItsCount() {
    let table = "\n## 單位表\n\n| 單位 | 別名 |\n| --- | --- |\n| 刑事警察隊 | 刑警隊、刑大 |\n"
    let probe = RuleProbe("PT407", plan(cells: ["↓刑警隊", "刑警隊、刑事警察隊", "↓刑大"]) + table)
    #expect(probe.places == probe.marks)
    #expect(probe.summaries.first?.contains("共用了 2 處") ?? false)
  }

  // MARK: Plans

  /// A plan with one measure a cell and, if there are posts, a roster.
  private func plan(cells: [String], posts: [String] = [], duty: String = "督導本案") -> String {
    var text = "### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n"
    for (number, cell) in cells.enumerated() { text += "\(number + 1). 檢討逾期案件。\n   - 完成期限：持續辦理\n   - 承辦單位：\(cell)\n" }
    guard !posts.isEmpty else { return text }
    return text + "\n" + roster(posts.map { ("委員", $0, "") }, duty: duty)
  }

  private func roster(_ members: [(role: String, post: String, name: String)], duty: String = "督導本案") -> String {
    "## 附表3、推動小組編組名冊\n\n| 職稱 | 現職 | 姓名 | 職掌 |\n| --- | --- | --- | --- |\n"
      + members.map { "| \($0.role) | \($0.post) | \($0.name) | \(duty) |\n" }.joined()
  }
}
