import PlanText

/// Tables that hold no measures, inspection logs and copies of the checklist.
extension PlanGenerator {
  mutating func table(_ columns: [String], row: (inout PlanGenerator, Int) -> [String]) -> [String] {
    var lines = ["| \(columns.joined(separator: " | ")) |", "|\(columns.map { _ in " --- |" }.joined())"]
    for number in 0..<random.below(5) { lines.append("| \(row(&self, number).joined(separator: " | ")) |") }
    return lines
  }

  mutating func surveyTable() -> [String] {
    table(["構面名稱", "項目", "措施名稱", "措施內容"]) { generator, number in
      let hasDimension = number == 0 || generator.random.chance(40)
      let hasItem = generator.random.chance(hasDimension ? 80 : 60)
      return [
        hasDimension ? generator.cell() : "", hasItem ? generator.cell() : "", generator.cell(),
        generator.random.chance(80) ? generator.cell() : "",
      ]
    }
  }

  mutating func memberTable() -> [String] {
    let hasGroups = random.chance(50)
    let columns = (hasGroups ? ["組別"] : []) + ["職稱", "現職", "姓名", "職掌", random.pick(["備考", "備註"])]
    return table(columns) { generator, number in
      let group = hasGroups ? [number == 0 || generator.random.chance(30) ? "組\(generator.cell())" : ""] : []
      return group + [generator.cell(), generator.cell(), "", generator.random.chance(80) ? generator.cell() : "", ""]
    }
  }

  mutating func unitTable() -> [String] {
    table(["單位", "別名", "上級", "性質"]) { generator, number in
      [
        generator.random.pick(["甲、乙聯合中心", "秘書室(檔案)", "單位\(number)"]),
        generator.random.pick(["", "勤指中心", "甲；乙", "丙、丁"]),
        generator.random.pick(["", "秘書室"]), generator.random.pick(["", "統稱"]),
      ]
    }
  }

  // MARK: Inspection logs

  static let slots = ["08:30至10:30", "上午", "10時30分～12時", "13:30 至 15:30", "備註\\|其他", "上午"]

  mutating func inspectionLog() -> [String] {
    var lines = random.chance(60) ? field(["時間", "日期"], ["__年__月__日", "109年5月1日"]) + [""] : []
    if random.chance(30) { lines += [words(), ""] }
    let slots = Array(Self.slots.prefix(random.below(Self.slots.count + 1)))
    if random.chance(30) { return lines + inspectionTable(slots, hasGroups: random.chance(70)) + closingRemark() }
    if random.chance(10) { lines += inspectionTable(slots, hasGroups: false) }
    for _ in 0...random.below(4) {
      lines += comments() + ["### \(heading())", ""]
      if random.chance(70) { lines += inspectionTable(random.chance(80) ? slots : ["下午"], hasGroups: false) }
      if random.chance(20) { lines += [words(), "", "- \(words())", "  - \(words())", ""] }
    }
    return lines + (random.chance(20) ? ["---", ""] + closingRemark() : [])
  }

  mutating func closingRemark() -> [String] { [words(), ""] }

  /// Items and what was found; an empty cell in the column of groups means the one above.
  mutating func inspectionTable(_ slots: [String], hasGroups: Bool) -> [String] {
    let columns = (hasGroups ? ["類別"] : []) + [random.pick(["巡檢項目", "檢查項目", " 巡檢 項目"])] + slots
    return table(columns) { generator, number in
      let isNew = number == 0 || generator.random.chance(40)
      let group = hasGroups ? [isNew ? "\(number)、\(generator.words())" : ""] : []
      if hasGroups, isNew, generator.random.chance(30) {
        return group + [""] + slots.indices.map { $0 == 0 && generator.random.chance(30) ? generator.cell() : "" }
      }
      let item = generator.random.pick(["(一)", "1. 5", "①", ""]) + generator.cell()
      return group + [item]
        + slots.map { _ in generator.random.pick(["□ 是", "☑ 是<br>□ 否", "[x] 是", "■", "", "", generator.cell()]) }
    } + [""]
  }

  mutating func checklist() -> [String] {
    var lines = random.chance(20) ? [words(), ""] : []
    for level in [3] + (0..<random.below(8)).map({ _ in 0 }) {
      // A heading may go one level deeper than the one before it, and back to any.
      let last = lines.last { $0.hasPrefix("#") }.map { $0.prefix { $0 == "#" }.count } ?? 2
      let depth = level == 0 ? 3 + random.below(min(5, last + 1) - 2) : level
      lines += comments() + ["\(String(repeating: "#", count: depth)) \(heading())", ""]
      for _ in 0..<random.below(3) {
        lines +=
          random.chance(70)
          ? ["- [\(random.pick([" ", "x", "X"]))] \(words())"] + (random.chance(10) ? ["  \(words())", words()] : [])
          : ["> \(words())", "> \(words())", ">", "> \(words())", ""]
      }
      if random.chance(20) {
        lines += [
          "- \(words())", random.chance(20) ? "  \(words())" : "  - [ ] 一、\(words())", "  - [x] \(words())",
          "    \(words())",
        ]
      }
      lines.append("")
    }
    return lines
  }
}
