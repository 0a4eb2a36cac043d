import PlanFormats
import PlanModel
import PlanText
import Testing

/// The checklist that plantool brings is the official one, and checklist files are read strictly.
@Suite struct ChecklistTests {
  private func police107() throws -> Checklist {
    try #require(ChecklistCatalog.builtIn.checklist(identifier: "police-107"))
  }

  // MARK: police-107

  @Test func everyBuiltInFileReadsWithoutAProblem() {
    for source in ChecklistCatalog.builtInSources {
      let (checklist, problems) = Checklist.read(source)
      #expect(problems.isEmpty, "\(source.name)")
      #expect(checklist != nil, "\(source.name)")
    }
    let identifiers = ChecklistCatalog.builtIn.checklists.map(\.identifier)
    // They are listed without reading the checklists.
    #expect(identifiers == ChecklistCatalog.builtIn.identifiers)
    #expect(Set(identifiers).count == ChecklistCatalog.builtInSources.count)
    // A checklist is looked for by the name of its file, so that the others need not be read.
    #expect(identifiers.allSatisfy { ChecklistCatalog.builtIn.checklist(identifier: $0)?.identifier == $0 })
  }

  @Test(arguments: 100...115) func theLastBeforeAYearIsKnownByItsFile(year: Int) {
    let earlier = ChecklistCatalog.builtIn.checklists.filter { ($0.year ?? 0) < year }
    let last = earlier.max { ($0.year ?? 0) < ($1.year ?? 0) }
    #expect(ChecklistCatalog.builtIn.last(before: year)?.identifier == last?.identifier)
  }

  @Test func police107HasTheOfficialCounts() throws {
    let checklist = try police107()
    #expect(ChecklistLevel.allCases.map { level in checklist.entries.count { $0.node.level == level } } == [5, 9, 26])
    let checkpoints = checklist.entries.flatMap(\.node.checkpoints)
    #expect(checkpoints.count == 40)
    #expect(checklist.entries.map(\.node.guidance.count).reduce(0, +) == 8)
    let groups = checkpoints.compactMap { $0.group?.string }
    #expect(groups == ["資訊公開", "資訊公開", "資訊公開", "資訊公開", "資料開放", "案件查詢管道"])
  }

  @Test func police107HasTheOfficialWeights() throws {
    let checklist = try police107()
    #expect(checklist.year == 107)
    #expect(checklist.children(of: nil).map { checklist.entries[$0].node.weight } == [200, 300, 200, 200, 100])
    #expect(checklist.total == 1000)
  }

  @Test func everyNameAndAliasLeadsToItsEntry() throws {
    let checklist = try police107()
    for (index, entry) in checklist.entries.enumerated() {
      for name in [entry.name, entry.node.heading.string] + entry.node.aliases.map(\.string) {
        #expect(checklist.entry(named: name, under: entry.parent) == index, "\(name)")
      }
    }
    #expect(checklist.entries.map(\.node.aliases.count).reduce(0, +) == 8)
  }

  /// As the two real plans and the official form write them.
  @Test(arguments: [
    "一、個別評核構面-基礎服務（200分）", "一、「個別評核構面-基礎服務」", "個別評核構面－基礎服務 (200 分)", "基礎服務",
  ])
  func dimensionsAreFoundAsTheyAreWritten(name: String) throws {
    #expect(try police107().entry(named: name, under: nil) == 0)
  }

  @Test(arguments: [
    ("開發線上申辦或跨平臺通用服務", "開發線上申辦"), ("開發線上申辦或跨平台通用服務", "開發線上申辦"),
    ("針對民眾意見、抱怨及陳情積極回應", "針對民眾意見、抱怨及陳情等積極回應"),
  ])
  func acceptedNamesLeadToTheOfficialOne(name: String, official: String) throws {
    let checklist = try police107()
    let entry = try #require(checklist.anyEntry(named: name))
    #expect(checklist.entries[entry].name == official)
  }

  /// 其他服務作法 occurs four times, each under an item of its own.
  @Test func repeatedNamesAreFoundUnderTheirItem() throws {
    let checklist = try police107()
    let others = checklist.entries.indices.filter { checklist.entries[$0].name == "其他服務作法" }
    #expect(others.count == 4)
    for index in others { #expect(checklist.entry(named: "其他服務作法", under: checklist.entries[index].parent) == index) }
    #expect(checklist.anyEntry(named: "其他服務作法") == nil)
  }

  @Test func openInnovationHasNeitherItemsNorDeadlines() throws {
    let checklist = try police107()
    let all: [MeasureColumn] = [.dimension, .item, .focus, .measure, .deadline, .units]
    #expect(checklist.outlines[0].columns == all)
    for (index, entry) in checklist.entries.enumerated() {
      let dimension = checklist.names(to: index)[0]
      #expect(entry.columns == (dimension == "開放創新" ? [.dimension, .focus, .measure] : all), "\(entry.name)")
    }
    let last = try #require(checklist.children(of: nil).last)
    #expect(checklist.children(of: last).map { checklist.entries[$0].name } == ["開放參與", "創新性"])
    #expect(checklist.children(of: last).allSatisfy { checklist.entries[$0].isFocus })
  }

  // MARK: Files of one's own

  private func read(_ text: String) -> (checklist: Checklist?, problems: [String]) {
    let (checklist, problems) = Checklist.read(SourceText(name: "own.checklist.md", text: text))
    return (checklist, problems.map { String("\($0.value)".prefix { $0 != "(" }) })
  }

  @Test func ownChecklistNeedsAnIdentifierAndADimension() {
    #expect(read("# 甲\n\n- 代號：own\n\n## 構面\n").problems == [])
    #expect(read("# 甲\n\n- 代號：own\n\n## 構面\n").checklist?.identifier == "own")
    #expect(read("# 甲\n\n## 構面\n").problems == ["missingField"])
    #expect(read("# 甲\n\n- 代號：own\n").problems == ["noDimension"])
  }

  @Test func mistakesInAnOwnChecklistAreReported() {
    #expect(read("# 甲\n\n- 代號：own\n- 欄位：具體作法、完成期線\n\n## 構面\n").problems == ["unknownColumn"])
    #expect(read("# 甲\n\n- 代碼：own\n\n## 構面\n").problems == ["unknownField", "missingField"])
    #expect(read("# 甲\n\n- 代號：own\n\n## 構面\n\n一段話。\n").problems == ["misplaced"])
  }

  @Test func numbersOfAnOwnChecklistAreNumbers() {
    let (checklist, problems) = read("# 甲\n\n- 代號：own\n- 年度：107年度\n- 總分：1000分\n\n## 構面\n")
    #expect(problems == [])
    #expect(checklist?.year == 107)
    #expect(checklist?.total == 1000)
    #expect(read("# 甲\n\n- 代號：own\n- 年度：今年\n- 總分：很多\n\n## 構面\n").problems == ["fieldNotNumber", "fieldNotNumber"])
  }

  @Test func columnsGoByTheNamesOfEveryLayout() throws {
    let text = "# 甲\n\n- 代號：own\n- 欄位：實施要領、執行策略細目；推動作法，執行期間/執行單位、預期效益\n\n## 便捷\n\n### 單一窗口\n"
    let (checklist, problems) = read(text)
    #expect(problems == [])
    #expect(try #require(checklist).outlines[0].columns == [.dimension, .item, .measure, .deadline, .units, .benefit])
  }
}
