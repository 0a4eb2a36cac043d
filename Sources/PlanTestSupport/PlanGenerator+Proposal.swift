import PlanText

extension PlanGenerator {
  /// The proposal of a seed. What it makes reads without a problem.
  public static func proposal(seed: UInt64) -> String {
    var generator = PlanGenerator(seed: seed)
    return generator.proposal().joined(separator: generator.random.chance(10) ? "\r\n" : "\n") + "\n"
  }

  private mutating func proposal() -> [String] {
    var lines = ["# " + words(), ""] + comments()
    lines.append("- 文件種類：" + random.pick(["創意提案", "創意提案表", "提案表"]))
    let metadata: [([String], [String])] = [
      (["提案名稱"], ["線上預約", "甲"]), (["提案年度", "年度"], ["106", "106年度", "2017", "某年"]),
      (["提案單位", "機關"], ["某某市政府甲局", "甲 局"]),
    ]
    for (names, values) in metadata where random.chance(80) { lines += field(names, values) }
    lines.append("")
    for number in 0...random.below(10) { lines += comments() + section(number) }
    return lines + comments()
  }

  private mutating func section(_ number: Int) -> [String] {
    let label = random.pick(["", "", "一、", "(二)"])
    switch random.below(11) {
    case 0: return ["## \(label)提案類別", ""] + paragraph() + categories() + paragraph()
    case 1: return ["## \(label)提案人員", ""] + besideTable { $0.contributors() }
    case 2: return ["## \(label)提案範圍", ""] + (random.chance(70) ? points() : narrative())
    case 3: return ["## \(label)提案緣起", ""] + narrative()
    case 4, 5: return ["## \(label)實施方法、過程及投入成本", ""] + parts()
    case 6: return ["## \(label)（預期）成效", ""] + (random.chance(60) ? points() : parts())
    case 7: return ["## \(label)相關附件", ""] + narrative()
    case 8: return ["## \(label)聯絡窗口", ""] + paragraph() + contact() + paragraph()
    case 9:
      return ["## 附件\(random.pick(["\(number + 1)", " \(number + 1)", "", "十二、" + words()]))", ""] + narrative()
    default: return ["## \(label)其他\(words())", ""] + narrative()
    }
  }

  private mutating func paragraph() -> [String] { random.chance(20) ? [words(), ""] : [] }

  private mutating func categories() -> [String] {
    (0..<random.below(4)).flatMap { _ -> [String] in
      ["- [\(random.pick([" ", "x", "X"]))] \(random.pick(["", "一、"]))\(words())"]
        + (random.chance(10) ? ["  \(words())"] : [])
    } + [""] + comments()
  }

  private mutating func contributors() -> [String] {
    table([random.pick(["身分", "身份"]), "姓名", random.pick(["貢獻度", "貢獻比例"])]) { generator, _ in
      [
        generator.cell(), generator.random.pick(["", "○○"]),
        generator.random.pick(["40%", "33.3％", "", "四成", "百分之三十", "12.345%"]),
      ]
    }
  }

  private mutating func contact() -> [String] {
    var lines: [String] = []
    if random.chance(70) { lines += field(["姓名"], ["", "○○"]) }
    if random.chance(70) { lines += field(["電話", "聯絡電話"], ["", "02-23110000"]) }
    if random.chance(70) { lines += field(["電子郵件", "Email"], [""]) }
    return lines + [""] + comments()
  }

  private mutating func points() -> [String] {
    let style = random.pick(["- 一、", "- ", "1. ", "一、", "- [ ] ", "(1)"])
    return paragraph()
      + (0...random.below(3)).flatMap { _ -> [String] in
        [style + words()] + (random.chance(20) ? ["   \(words())", "", "   - (一)\(words())", "     - 時程：107年4月"] : [])
      } + [""]
  }

  private mutating func parts() -> [String] {
    var lines = random.chance(30) ? part() : []
    for _ in 0..<random.below(4) { lines += ["### \(random.pick(["一、", ""]))\(words())", ""] + part() }
    return lines
  }

  private mutating func part() -> [String] {
    let text = random.chance(60) ? narrative() : []
    guard random.chance(50) else { return text }
    // A heading or number in the text would take the phases in.
    let before = text.filter { !$0.hasPrefix("### ") }
    return before + [""] + phases() + (random.chance(30) ? [words(), "", "- \(words())", ""] : [])
  }

  private mutating func phases() -> [String] {
    let marker = random.pick(["- (一)", "- ", "1. ", "- 1.", "- 第一階段"])
    let column = marker == "1. " ? 3 : 2
    let isLoose = random.chance(30)
    return (0...random.below(3)).flatMap { _ -> [String] in
      comments() + phase(marker: marker, column: column) + (isLoose ? [""] : [])
    } + [""]
  }

  private mutating func phase(marker: String, column: Int) -> [String] {
    var body = [words()]
    if random.chance(15) { body.append(words()) }
    // One of the fields makes the item a phase.
    let both = random.chance(60)
    let hasPeriod = random.chance(70)
    if both || hasPeriod { body += field(["時程", "實施時程"], Self.deadlines) }
    if both || !hasPeriod {
      body += field(["單位", "實施單位"], ["甲分局", "各分局、大隊、隊", ""])
      if random.chance(40) { body += ["  - (1)106年3月：\(words())", "  - (2)\(words())"] }
    }
    if random.chance(10) { body.append("<!-- 內註 -->") }
    if random.chance(20) { body += nestedList(depth: 2) }
    if random.chance(15) { body += ["", words()] }
    let blanks = String(repeating: " ", count: column)
    return body.enumerated().map { index, line in index == 0 ? marker + line : line.isEmpty ? "" : blanks + line }
  }
}
