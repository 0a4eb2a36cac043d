import PlanFormats
import PlanModel
import PlanText
import Testing

/// What changed from one framework to the next.
@Suite struct ChecklistComparisonTests {
  private func builtIn(_ identifier: String) throws -> Checklist {
    try #require(ChecklistCatalog.builtIn.checklist(identifier: identifier))
  }

  private func own(_ outline: String) throws -> Checklist {
    let text = "# 表\n\n- 代號：own\n\n" + outline
    return try #require(Checklist.read(SourceText(name: "own.checklist.md", text: text)).checklist)
  }

  private func names(_ comparison: ChecklistComparison) -> [String] {
    let (old, new) = (comparison.old.entries, comparison.new.entries)
    return comparison.changes.map { change in
      switch change {
      case .renamed(let one, let other): "\(old[one].name) → \(new[other].name)"
      case .merged(let one, let other): "\(old[one].name) ⊂ \(new[other].name)"
      case .dropped(let one): "− \(old[one].name)"
      case .added(let other): "+ \(new[other].name)"
      case .weight(let one, _): "weight \(old[one].name)"
      case .checkpoints(let one, _): "checkpoints \(old[one].name)"
      }
    }
  }

  @Test func everyEntryOfThePoliceChecklistIsAccountedFor() throws {
    let comparison = ChecklistComparison(try builtIn("police-107"), try builtIn("district-109"))
    var renamed = 0
    var merged = 0
    var dropped = 0
    for change in comparison.changes {
      switch change {
      case .renamed: renamed += 1
      case .merged: merged += 1
      case .dropped: dropped += 1
      case .added: Issue.record("nothing was added in 109")
      case .weight, .checkpoints: break
      }
    }
    #expect([renamed, merged, dropped] == [5, 5, 4])
    #expect(comparison.sameCount + renamed + merged + dropped == comparison.old.entries.count)
  }

  @Test func aFrameworkIsTheSameAsItself() throws {
    for checklist in ChecklistCatalog.builtIn.checklists {
      let comparison = ChecklistComparison(checklist, checklist)
      #expect(comparison.changes == [], "\(checklist.identifier)")
      #expect(comparison.sameCount == checklist.entries.count)
    }
  }

  @Test func formerNamesCountInEitherDirection() throws {
    let old = try own("## 甲\n\n### 乙\n\n- [ ] 一\n")
    let new = try own("## 甲（10分）\n\n### 丙\n\n- 原名：乙\n\n- [ ] 一\n- [ ] 二\n\n### 丁\n")
    #expect(names(ChecklistComparison(old, new)) == ["weight 甲", "乙 → 丙", "checkpoints 乙", "+ 丁"])
    #expect(names(ChecklistComparison(new, old)) == ["weight 甲", "丙 → 乙", "checkpoints 丙", "− 丁"])
  }

  @Test func whatIsBelowADroppedEntryGoesWithIt() throws {
    let old = try own("## 甲\n\n### 乙\n\n#### 丙\n\n#### 丁\n\n## 戊\n")
    let new = try own("## 戊\n")
    #expect(names(ChecklistComparison(old, new)) == ["− 甲"])
    #expect(names(ChecklistComparison(new, old)) == ["+ 甲"])
  }

  /// 其他服務作法 stands under several items; each is the one below the same item.
  @Test func sameNamesAreToldApartByTheirPlace() throws {
    let old = try own("## 甲\n\n### 乙\n\n#### 其他\n\n### 丙\n\n#### 其他\n")
    let new = try own("## 甲\n\n### 丙\n\n#### 其他\n\n### 乙\n\n#### 其他\n")
    #expect(names(ChecklistComparison(old, new)) == [])
  }

  @Test func twoOutlinesAreReadFromOneFile() throws {
    let household = try builtIn("household-105")
    #expect(household.outlines.map(\.layout) == [.strategies, .workItems])
    #expect(household.outlines.map { $0.entries.count } == [6 + 15, 6 + 13])
    #expect(household.name(of: .item, in: .strategies) == "執行策略")
    #expect(household.name(of: .item, in: .workItems) == "執行策略細目")
    let third = household.children(of: nil, layout: .workItems)[2]
    #expect(household.entries[third].name == "提升機關服務形象，強化服務行銷作為")
    #expect(household.entry(named: "機關形象及顧客關係", under: nil, layout: .workItems) == nil)
  }

  @Test func districtOutlineHasThreeLevelsAndTwo() throws {
    let district = try builtIn("district-109")
    #expect(district.entries.count { $0.isFocus } == 21)
    #expect(district.entries.reduce(0) { $0 + $1.node.checkpoints.count } == 8)
    #expect(district.outline(for: .measures).columns == [.dimension, .item, .measure])
  }
}
