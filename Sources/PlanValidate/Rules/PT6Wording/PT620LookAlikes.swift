import PlanModel
import PlanText

/// PT620: characters that look right and are others, mostly copied out of a PDF.
enum LookAlikes: Rule {
  static let description = RuleDescription(
    code: "PT620", name: "look-alikes", severity: .warning,
    summary: LocalizedText(zh: "外觀相同、實為另一個字", en: "Characters look right but are different ones"),
    explanation: LocalizedText(
      zh: """
        由 PDF 複製的文字常把「用」變成部首「⽤」、把「民」變成「⺠」；編號的「一」也常打成注音符號「ㄧ」。外觀看不出來，但搜尋不到、排序錯亂，報讀軟體也會讀錯。\
        plantool 比對名稱與期限時會當成原來的字，請仍以一般的字重打。每份文件只提示一次，列出各是哪些字、共幾處。
        """,
      en: """
        Text copied from a PDF often has the radical ⽤ for 用 and ⺠ for 民, and the number 一 is often typed as the phonetic symbol ㄧ. You cannot see it, but a search does not find \
        the word, sorting goes wrong and a screen reader misreads it. plantool compares names and deadlines as if the common character were there; still, type the common \
        one. Each document is reported once, with the characters and how often they occur.
        """),
    failing: RuleExample(
      """
      ### 基礎服務（200分）

      #### 服務友善

      ##### 網站使用便利性

      - 運↓⽤網站為⺠服務，擴⼤服務據點，並利⽤視訊。
        - 完成期限：107年4月
        - 承辦單位：資訊室
      """),
    passing: RuleExample(
      """
      ### 基礎服務（200分）

      #### 服務友善

      ##### 網站使用便利性

      - 運用網站為民服務，以注音符號（ㄅㄆㄇ、ㄧㄥˊ）標示讀音，擴大服務據點。
        - 完成期限：107年4月
        - 承辦單位：資訊室
      """),
    evidence: LocalizedText(
      zh: "五份實際文件由 PDF 取出的文字沒有這種字；公開網頁上的稅務局與海巡隊計畫有「⾄」「⺠」與編號「ㄧ、」。",
      en: """
        The text of five real documents has none, although it came out of PDFs; plans of a tax office and a coast guard unit on public pages have ⾄, ⺠ and the number ㄧ、.
        """))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    // The whole file is looked at: the numbers of list items are no part of their texts.
    let bytes = plan.source.bytes
    var counts: [Unicode.Scalar: Int] = [:]
    var order: [Unicode.Scalar] = []
    var places: [(scalar: Unicode.Scalar, range: SourceRange)] = []
    var code = CodeCursor(plan.document)
    // The bytes with which radicals, sound signs and compatibility ideographs begin.
    for (place, byte) in bytes.enumerated() where isLead(byte) && mayBegin(bytes, at: place) {
      guard let scalar = bytes.scalar(after: place), meant(by: scalar) != nil else { continue }
      let end = place + UTF8.width(scalar)
      if code.end(at: place) != nil { continue }
      let neighbours = [bytes.scalar(before: place), bytes.scalar(after: end)]
      if isSoundSign(scalar), neighbours.contains(where: { $0.map(isSoundSign) ?? false }) { continue }
      // 「ㄧ」 alone between quotation marks is the sound sign that is spoken of.
      if isSoundSign(scalar), neighbours == ["「", "」"] { continue }
      if counts[scalar] == nil { order.append(scalar) }
      counts[scalar, default: 0] += 1
      places.append((scalar, place..<end))
    }
    guard let first = places.first else { return }
    report(order.map { ($0, counts[$0] ?? 0) }, at: first.range, fix(places, in: bytes), &findings)
  }

  private static func meant(by scalar: Unicode.Scalar) -> Unicode.Scalar? {
    LookAlike.meant(by: scalar) ?? LookAlike.latin(meantBy: scalar)
  }

  @inline(__always)
  private static func isLead(_ byte: UInt8) -> Bool {
    byte == 0xE2 || byte == 0xE3 || byte == 0xEF || (0xCE...0xD1).contains(byte)
  }

  /// Whether such a character may begin with a byte. 、 and ， begin with the same ones.
  private static func mayBegin(_ bytes: [UInt8], at place: Int) -> Bool {
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    return switch bytes[place] {
    case 0xE2: next >= 0xBA
    case 0xE3: next == 0x84
    case 0xEF: (0xA4...0xAB).contains(next)
    // Cyrillic letters, and Greek ones beside Latin letters. β alone is a word.
    case 0xD0, 0xD1: true
    case 0xCE, 0xCF:
      place > 0 && isLatin(bytes[place - 1]) || place + 2 < bytes.count && isLatin(bytes[place + 2])
    default: false
    }
  }

  private static func isLatin(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  /// Writes the common characters, but for those in numbers and beside them, which a person must look at.
  private static func fix(_ places: [(scalar: Unicode.Scalar, range: SourceRange)], in bytes: [UInt8]) -> [Finding.Fix]
  {
    // Characters that stand together are one word or one date: half of it would be worse than all.
    var edits: [Finding.Edit] = []
    for (scalar, range) in places {
      guard let meant = meant(by: scalar) else { continue }
      if let last = edits.last, last.range.upperBound == range.lowerBound {
        edits[edits.count - 1] = Finding.Edit(
          range: last.range.lowerBound..<range.upperBound, text: last.text + String(meant))
      } else {
        edits.append(Finding.Edit(range: range, text: String(meant)))
      }
    }
    edits.removeAll { !EditCheck.permits($0, in: bytes) }
    let title = LocalizedText(
      zh: "改為一般的字（數字與其單位除外）", en: "Write the common characters, except in numbers and their units")
    return edits.isEmpty ? [] : [Finding.Fix(title, edits: edits)]
  }

  /// Bopomofo and its tone marks.
  private static func isSoundSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3105...0x312F, 0x02CA, 0x02C7, 0x02CB, 0x02D9: true
    default: false
    }
  }

  private static let mostShown = 8

  private static func report(
    _ found: [(scalar: Unicode.Scalar, count: Int)], at range: SourceRange, _ fixes: [Finding.Fix],
    _ findings: inout FindingList
  ) {
    let total = found.reduce(0) { $0 + $1.count }
    let shown = found.prefix(mostShown).map { scalar, count in
      let code = String(scalar.value, radix: 16, uppercase: true)
      let meant = meant(by: scalar).map { String($0) } ?? ""
      return (
        zh: "「\(scalar)」（U+\(code)）應為「\(meant)」\(count > 1 ? "（\(count)處）" : "")",
        en: "“\(scalar)” (U+\(code)) should be “\(meant)”\(count > 1 ? " (\(count) times)" : "")"
      )
    }
    let isCut = found.count > mostShown
    findings.add(
      at: range,
      LocalizedText(
        zh: "有\(total)個字外觀相同、實為另一個字：\(shown.map(\.zh).joined(separator: "、"))\(isCut ? "等" : "")；請重打。",
        en:
          "\(total) characters look right but are different ones: \(shown.map(\.en).joined(separator: ", "))\(isCut ? " …" : ""); type them again."
      ), fixes: fixes)
  }
}
