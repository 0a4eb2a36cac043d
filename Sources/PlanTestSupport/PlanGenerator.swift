import PlanModel
import PlanText

/// Makes plans that nobody wrote, as text: every construct of the format, spelt in every way that it allows, with odd
/// characters.
///
/// What it makes reads without a problem. The same seed always makes the same plan.
public struct PlanGenerator {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The plan of a seed.
  public static func text(seed: UInt64) -> String {
    var generator = PlanGenerator(seed: seed)
    let lines = generator.plan()
    return lines.joined(separator: generator.random.chance(10) ? "\r\n" : "\n")
      + (generator.random.chance(90) ? "\n" : "")
  }

  mutating func plan() -> [String] {
    var lines = ["# " + words(), ""] + comments()
    let metadata: [([String], [String])] = [
      (["機關", "機關名稱"], ["某某市政府警察局", "甲 分局"]), (["年度", "計畫年度"], ["107", "107年度", "民國107年", "2018", "一百零七"]),
      (["期程", "執行期程", "計畫期程"], Self.deadlines), (["檢核表"], ["police-107", "own"]),
    ]
    for (names, values) in metadata where random.chance(80) { lines += field(names, values) }
    lines.append("")
    if random.chance(20) { lines.insert(contentsOf: random.pick(Self.versions) + [""], at: 2) }
    if random.chance(20) { lines += [random.pick(["各單位依本計畫辦理。", "本計畫依前案辦理\n並逐年檢討。"]), ""] }
    for number in 0...random.below(6) { lines += comments() + section(number) }
    return lines + comments()
  }

  // MARK: Words

  static let phrases = [
    "檢視申辦案件於時限內完成之比率", "依「警察機關『提升』實施計畫」辦理", "（逾期者分析原因）", "全形ＡＢＣ１２３％", "👩‍👩‍👧 親子服務", "e\u{301}te\u{301}",
    "服務 台／臺", "https://example.gov.tw/?a=1&b=2#c", "參見第三章所列各項工作之完成期限：碼", "**重點**", "\"引號\"與\\反斜線",
    "&lt;br>與&amp;lt;br&gt;", "1.5倍", "100%", "Ａ、Ｂ；Ｃ",
    "\t定位", "\u{3000}全形空白", "a_b*c", "[連結](x)", "〔一〕", "𠮷野家", "，", "。", "!", "~12月",
  ]

  static let versions = [["105.04.23 初版"], ["105年4月23日訂定", "（111年1月26日修正）"], ["105.4.23核定", "", "106年1月修正"]]

  static let deadlines = [
    "107年4月", "107年4月30日", "四月三十日前", "107/4/30", "2018-04-30", "第2季", "下半年", "107年底", "1月~12月",
    "自107年1月1日起至同年12月31日止，計1年",
    "持續辦理", "賡續辦理，並請於6月29日前提供辦理情形", "107年每月", "每週三", "每年至少1次", "每年12月", "每月5日前", "6月及12月", "視需要辦理",
    "收件後3日內", "106年12月已完成", "每季及年底", "每季結束後10日內", "每週一、三", "每月5日及20日", "每學期初", "年度結束後1個月內",
    "即日起至12月底（視預算）", "待定", "107年2月30日", "１０７年 ４ 月",
  ]

  static let units = [
    "秘書室", "甲｜乙", "秘書室(檔案、研考)", "各分局、大隊、隊；公關室", "各內、外勤單位", "勤指中心/資訊室", "甲、乙聯合中心，丙", "主辦：甲課；協辦：乙課、丙課", "甲課（主辦）、乙課（協辦）",
    "甲課（協辦：乙課）", "甲、乙聯合中心（主辦）；主辦：丁", "秘書室；秘書室", "秘書室 資訊室", "秘書室及資訊室", "行政課-研考股", "-",
  ]

  /// A few phrases on one line. They begin no block and look like no field.
  mutating func words() -> String {
    var text = random.pick(["甲", "辦理", "「乙」", "Ａ", "配合"])
    for _ in 0..<random.below(4) { text += random.pick(["", " "]) + random.pick(Self.phrases) }
    return text
  }

  /// Phrases in a cell of a pipe table, with its escapes.
  mutating func cell() -> String {
    let parts = (0...random.below(3)).map { _ in
      words() + random.pick(["", "\\|", "\\\\\\|丁", "\\", "\\\\", "\\|\\|x"])
    }
    return parts.joined(separator: random.pick(["<br>", "<br/>", "<BR />", "<br><br>"]))
  }

  mutating func comments() -> [String] {
    guard random.chance(15) else { return [] }
    return random.pick([
      ["<!-- 註 -->"], ["<!-- 第一行", "第二行 -->"], ["<!--緊-->", "", "<!-- plantool-disable-next-line PT301 -- 理由 -->"],
    ]) + [""]
  }

  // MARK: Fields

  /// `- 完成期限：107年4月`, sometimes on several lines.
  mutating func field(_ names: [String], _ values: [String]) -> [String] {
    let marker = random.pick(["-", "-", "-", "*", "+"])
    let name = random.pick([random.pick(names), names[0], " " + names[0] + " ", "**" + names[0] + "**"]).trimmingPrefix(
      " ")
    var lines = ["\(marker) \(name)\(random.pick(["：", "：", ":", "： "]))\(random.pick(values))"]
    if random.chance(5) { lines.append("  \(words())") }
    return lines
  }

  mutating func value(of field: MeasureField) -> String {
    switch field.kind {
    case .text: random.pick([words(), words(), "1、2"])
    case .deadline: random.pick(Self.deadlines)
    case .units: random.pick(Self.units)
    case .entries: random.pick(["107年6月20日 完成二場（50%）", words()])
    case .named: random.pick(["服務對象＝新住民", "服務對象 = \(words())", words()])
    }
  }

  /// Most forms have the fields of which `percent` are there; the others are seldom.
  mutating func fields(_ allowed: [MeasureField], _ percent: Int) -> [String] {
    var lines: [String] = []
    for field in allowed {
      for _ in 0..<(field.kind == .entries || field.kind == .named ? random.below(3) : 1)
      where random.chance(field == .deadline || field == .units ? percent : percent / 4) {
        lines += self.field(field.names, [value(of: field)])
      }
    }
    return lines
  }

  mutating func measureFields() -> [String] {
    let all = MeasureField.allCases
    let first = random.below(all.count)
    var lines = fields(Array(all[first...] + all[..<first]), 60)
    if random.chance(15) {
      // Before any field, or behind all of them; not inside the further lines of one.
      let places = lines.indices.filter { !lines[$0].hasPrefix(" ") } + [lines.count]
      lines.insert("<!-- 內註 -->", at: random.pick(places))
    }
    return lines
  }

  // MARK: Sections

  private mutating func section(_ number: Int) -> [String] {
    let table =
      "附\(random.pick(["表", "件"]))\(random.pick(["\(number + 1)", " \(number + 1)", "(一)", "十二"]))\(random.pick(["、", "：", " "]))"
    switch random.below(10) {
    case 0: return ["## \(random.pick(["壹、", "一、", ""]))計畫依據", ""] + citations()
    case 1, 2, 3:
      return ["## \(table)\(random.pick(["組織診斷具體作法表", "組織診斷具體作法表", "工作要項執行表", "策略與方法表"]))", ""] + measureTable()
    case 4: return ["## \(table)\(random.pick(["措施調查表", "調查表"]))", ""] + besideTable { $0.surveyTable() }
    case 5: return ["## \(table)推動小組\(random.pick(["編組名冊", "編組表"]))", ""] + besideTable { $0.memberTable() }
    case 6: return ["## \(table)組織診斷檢核表", ""] + checklist()
    case 7: return ["## 單位表", ""] + besideTable { $0.unitTable() }
    case 8: return ["## \(random.pick([table, ""]))巡迴值星人員\(random.pick(["工作日誌", "巡檢表"]))", ""] + inspectionLog()
    default: return ["## \(random.pick(["貳、", "2.", ""]))計畫\(words())", ""] + narrative()
    }
  }

  /// A table with paragraphs around it, or under a heading that does not tell what it is.
  mutating func besideTable(_ table: (inout PlanGenerator) -> [String]) -> [String] {
    (random.chance(30) ? [words(), words(), "", words(), ""] : []) + table(&self) + [""]
      + (random.chance(30) ? [words(), ""] : []) + comments()
  }

  mutating func narrative() -> [String] {
    let first =
      random.chance(15)
      ? ["  - \(words())", "    - \(words())", ""] : random.chance(10) ? ["\u{3000}\u{3000}\(words())", ""] : []
    return first
      + (0..<random.below(4)).flatMap { _ -> [String] in
        switch random.below(7) {
        case 0: ["- 一、\(words())", "  - (一)\(words())", "- 二、\(words())", ""]
        case 1: ["| 甲 | 乙 |", "| --- | --- |", "| \(cell()) | |", ""]
        case 2: ["```", "  - 完成期限：碼", "```", "---", ""]
        case 3: ["> \(words())", "", "### \(words())", ""]
        case 4: ["<!-- 敘述中的註解 -->", ""]
        case 5: ["\(words())  ", "   \(words())", "", ""]
        default: [words(), ""]
        }
      }
  }

  mutating func citations() -> [String] {
    var lines = random.chance(20) ? [words(), ""] : []
    let style = random.pick(["- 一、", "- ", "1. ", "一、", "(1)"])
    for _ in 0...random.below(3) {
      lines.append(style + random.pick(["內政部107年3月1日台內秘字第1070402658號函頒「乙『丙』」。", words()]))
      if random.chance(20) { lines += ["   \(words())", "", "   - (一)\(words())"] }
    }
    return lines + [""]
  }

  // MARK: Measures

  mutating func measureTable() -> [String] {
    var lines = random.chance(20) ? [words(), ""] : []
    let defaults = fields(MeasureField.shared, 10)
    lines += defaults + [""]
    if random.chance(15) {
      let levels = random.pick([
        ["評核構面", "評核項目", "評核重點"], ["評核構面", "評核項目", "評核重點"], ["構面"], [], ["構面", "項目", "指標", "次指標"], ["策略主軸", "工作項目"],
      ])
      return lines + pipeTable(levels) + (random.chance(30) ? [words(), ""] : [])
    }
    for _ in 0...random.below(3) {
      lines += comments() + ["### \(heading())", ""] + fields(MeasureField.shared, 15) + [""] + measures(percent: 20)
      if random.chance(15) { lines += pipeTable(random.chance(50) ? ["評核項目", "評核重點"] : ["重點"]) }
      for _ in 0..<random.below(3) {
        lines +=
          comments() + ["#### \(heading())", ""] + fields(MeasureField.shared, 15) + [""] + measures(percent: 30)
        if random.chance(20) { lines += pipeTable(["評核重點"]) }
        for _ in 0..<random.below(3) {
          lines +=
            comments() + ["##### \(heading())", ""] + fields(MeasureField.shared, 40) + [""] + measures(percent: 90)
          if random.chance(10) { lines += pipeTable([]) }
        }
      }
    }
    return lines
  }

  mutating func heading() -> String {
    random.pick(["", "一、", "(二)", "3."]) + words() + random.pick(["", "", "（200分）", " (一百分)"])
  }

  mutating func measures(percent: Int) -> [String] {
    guard random.chance(percent) else { return [] }
    let style = random.below(7)
    let isLoose = random.chance(30)
    return (1...(random.chance(5) ? 11 : 1 + random.below(4))).flatMap { number -> [String] in
      let marker = ["\(number). ", "- ", "- \(number). ", "一、", "- (一)", "（\(number)） ", "+ "][style]
      // Further lines of an item stand where its text begins; behind a number that is no Markdown, at two.
      let column = style == 0 ? marker.count : 2
      return comments() + measure(marker: marker, column: column) + (isLoose ? [""] : [])
    } + [""]
  }

  mutating func measure(marker: String, column: Int) -> [String] {
    var body = random.chance(4) ? ["- 1.\(words())", "- 2.\(words())"] : random.chance(3) ? [""] : [words()]
    if random.chance(10) { body.append(random.pick(["", "3月", "`碼`", "100%"]) + words()) }
    let fields = measureFields()
    let fieldsFirst = random.chance(70)
    if fieldsFirst { body += (random.chance(10) ? [""] : []) + fields }
    if random.chance(25) { body += nestedList(depth: 0) }
    if random.chance(15) { body += ["", words(), words()] }
    if random.chance(3) { body += ["  - \(words())"] }
    if random.chance(3) { body += ["> \(words())", "> \(words())"] }
    if random.chance(3) { body += ["", "```", "  - 完成期限：碼", "```"] }
    if random.chance(4) { body += ["", "| 甲 | 乙 |", "| --- | --- |", "| \(cell()) | |"] }
    if !fieldsFirst { body += (random.chance(50) ? [""] : []) + fields }
    let blanks = String(repeating: " ", count: column)
    return body.enumerated().map { index, line in index == 0 ? marker + line : line.isEmpty ? "" : blanks + line }
  }

  mutating func nestedList(depth: Int) -> [String] {
    let style = random.pick(["- (一)", "- 1.", "- ", "* ①", "- 1、", "- [ ] ", "1. "])
    return (0...random.below(2)).flatMap { _ -> [String] in
      var lines = [style + words()]
      if random.chance(15) { lines.append("   " + words()) }
      if depth < 3, random.chance(40) { lines += nestedList(depth: depth + 1).map { "   " + $0 } }
      return lines
    }
  }

  /// Measures in a pipe table; an empty cell in a column of the hierarchy means the one above.
  mutating func pipeTable(_ hierarchy: [String]) -> [String] {
    var fields = [MeasureField.deadline, .units]
    for field in MeasureField.columns where !fields.contains(field) && random.chance(10) { fields.append(field) }
    let own = random.chance(20) ? ["服務對象", "場次"] : []
    let columns =
      hierarchy + [random.pick(["具體作法", "推動作法", "措施"])] + fields.map { random.pick($0.names + $0.columnNames) } + own
    var lines = [
      "| \(columns.joined(separator: " | ")) |",
      "|" + columns.map { _ in random.pick(["---|", ":-:|", " - |"]) }.joined(),
    ]
    for row in 0...random.below(4) {
      var cells: [String] = []
      var isNew = row == 0
      for _ in hierarchy {
        isNew = isNew || random.chance(30)
        cells.append(isNew ? heading() : "")
      }
      cells += [random.chance(90) ? cell() : ""]
      for field in fields {
        let value = field.kind == .text ? cell() : value(of: field)
        cells.append(random.chance(80) ? value : "")
      }
      cells += own.map { _ in random.chance(80) ? cell() : "" }
      lines.append("| \(cells.joined(separator: " | ")) |")
    }
    return lines + [""]
  }
}

extension String {
  fileprivate func trimmingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
