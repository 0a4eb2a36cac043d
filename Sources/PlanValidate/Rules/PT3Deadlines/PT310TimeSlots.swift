import PlanModel
import PlanText

/// PT310: the slots of an inspection log do not follow each other.
enum TimeSlots: Rule {
  static let description = RuleDescription(
    code: "PT310", name: "time-slots", severity: .error,
    summary: LocalizedText(
      zh: "巡檢時段重複、重疊、顛倒或有空檔", en: "Time slots of an inspection log repeat, overlap, are out of order or leave a gap"),
    explanation: LocalizedText(
      zh: """
        工作日誌的時段應一段接一段。時段重複、迄時早於起時，或時刻並不存在，是錯誤；時段重疊或順序顛倒，很可能是打字錯誤；其他時段都相接而其中一處有空檔，請確認。\
        中午的休息時間、跨午夜的時段，以及「上午」「備註」等不是時刻的欄位，不在此限。
        """,
      en: """
        The slots of an inspection log should follow one another. A slot that appears twice, ends before it starts or has a time that does not exist is an error; slots that \
        overlap or are in the wrong order are probably slips; if all the others adjoin, a gap should be checked. A break at noon, slots across midnight, and columns that \
        are not times (上午, 備註) are accepted.
        """),
    failing: RuleExample(
      """
      ## 巡檢工作日誌

      ### 一、環境

      | 巡檢項目 | 08:30至10:30 | ↓10:00至12:30 | ↓13:30至12:30 | 14:00至15:30 | ↓14:00至15:30 |
      | --- | --- | --- | --- | --- | --- |
      | (一)環境整潔 | □ 是 | □ 是 | □ 是 | □ 是 | □ 是 |

      ### 二、設施

      | 巡檢項目 | 08:00至09:00 | 09:00至10:00 | ↓11:00至12:00 | 12:00至13:00 | ↓17:00至17:75 |
      | --- | --- | --- | --- | --- | --- |
      | (一)照明完整 | □ 是 | □ 是 | □ 是 | □ 是 | □ 是 |
      """),
    passing: RuleExample(
      """
      ## 巡檢工作日誌

      ### 一、環境

      | 巡檢項目 | 08:30至10:30 | 10:30至12:30 | 12:30至13:30 | 13:30至15:30 | 15:30至17:30 | 備註 |
      | --- | --- | --- | --- | --- | --- | --- |
      | (一)環境整潔 | □ 是 | □ 是 | □ 是 | □ 是 | □ 是 | |

      ### 二、值夜

      | 巡檢項目 | 17:30至24:00 | 00:00至06:00 |
      | --- | --- | --- |
      | (一)門窗關閉 | □ 是 | □ 是 |

      ### 三、志工

      | 巡檢項目 | 上午 | 下午 |
      | --- | --- | --- |
      | (一)穿戴背心 | □ 是 | □ 是 |

      ### 四、櫃檯

      | 巡檢項目 | 上午8:00~10:00 | 10時至12時 | 下午1:30~3:30 | 3:30~5:30 |
      | --- | --- | --- | --- | --- |
      | (一)標示清楚 | □ 是 | □ 是 | □ 是 | □ 是 |
      """),
    evidence: LocalizedText(
      zh: "109 年區公所的工作日誌有五個相接的時段；本規則防範改動其中一個而忘了其他。",
      en:
        "The inspection log of the 109 district office has five adjoining slots; the rule guards against changing only one of them."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for section in plan.sections {
      guard case .inspectionLog(let log) = section.content else { continue }
      // Every group repeats the same columns; a fault in them is one fault.
      var known: Set<[String]> = []
      for group in log.groups where known.insert(group.slots.map(\.text.string)).inserted {
        check(group.slots, &findings)
      }
    }
  }

  /// A slot that is a stretch of the day.
  private struct Stretch {
    let slot: TimeSlot
    let from: Int
    let to: Int

    /// 下午1:30~3:30: whether the hours after noon begin anew, as they may then do in the next slot too.
    var isAfterNoon = false
  }

  private static let day = 24 * 60

  private static func check(_ slots: [TimeSlot], _ findings: inout FindingList) {
    var first: [String: TimeSlot] = [:]
    var stretches: [Stretch] = []
    for slot in slots where !slot.text.isBlank {
      let key = slot.times.map { "\($0.from.minutes) \($0.to.minutes)" } ?? NameKey(slot.text.string).text
      if let same = first[key] {
        report(
          slot, &findings,
          LocalizedText(
            zh: "時段「\(slot.text.excerpt)」重複，請改正或刪去一欄。",
            en: "The slot “\(slot.text.excerpt)” appears twice; correct one of them or delete it."),
          note: note(same))
        continue
      }
      first[key] = slot
      if let stretch = stretch(slot, after: stretches.last, isAlone: slots.count == 1, &findings) {
        stretches.append(stretch)
      }
    }
    let pairs = Array(zip(stretches, stretches.dropFirst()))
    let gaps = pairs.filter { isGap($0, $1) }
    let adjoining = pairs.count { $0.to % day == $1.from % day }
    for (a, b) in pairs {
      if isGap(a, b) {
        // Some rounds are made now and then, and not without a break; so only a gap among slots that adjoin is worth a
        // word.
        if adjoining > gaps.count { reportGap(a, b, &findings) }
      } else {
        compare(a, b, &findings)
      }
    }
  }

  private static func stretch(
    _ slot: TimeSlot, after last: Stretch?, isAlone: Bool, _ findings: inout FindingList
  ) -> Stretch? {
    guard let (from, to) = slot.times else { return nil }
    if let wrong = [from, to].first(where: { !$0.isPossible }) {
      report(
        slot, &findings,
        LocalizedText(
          zh: "時段「\(slot.text.excerpt)」的「\(wrong.text)」不是存在的時刻，請改正。",
          en: "There is no such time as \(wrong.text) in the slot “\(slot.text.excerpt)”; correct it."))
      return nil
    }
    let (start, end) = (from.minutes, to.minutes)
    if end > start {
      let saysPart = ["上午", "下午", "早上", "晚"].contains { slot.text.string.dense.has($0) }
      if !saysPart, let last, last.isAfterNoon, start + day / 2 >= last.to, end <= day / 2 {
        return Stretch(slot: slot, from: start + day / 2, to: end + day / 2, isAfterNoon: true)
      }
      return Stretch(slot: slot, from: start, to: end, isAfterNoon: saysPart && end > day / 2)
    }
    // From the evening into the morning, or around the clock.
    if start >= 16 * 60, end <= 12 * 60 || end == 0 { return Stretch(slot: slot, from: start, to: end + day) }
    if start == end, isAlone { return nil }
    let isTwelveHours = to.hour < 12 && end + day / 2 > start
    report(
      slot, &findings,
      isTwelveHours
        ? LocalizedText(
          zh: "時段「\(slot.text.excerpt)」的迄時沒有晚於起時；如為下午，請寫成 24 小時制或加上「下午」。",
          en:
            "The slot “\(slot.text.excerpt)” does not end after it starts; if it is in the afternoon, use 24-hour time or write 下午."
        )
        : LocalizedText(
          zh: "時段「\(slot.text.excerpt)」的迄時沒有晚於起時，請改正。",
          en: "The slot “\(slot.text.excerpt)” does not end after it starts; correct it."))
    return nil
  }

  /// Whether there is time between two slots that nobody can account for with a rest at noon.
  private static func isGap(_ a: Stretch, _ b: Stretch) -> Bool {
    b.from > a.to && !(a.to >= 11 * 60 && b.from <= 14 * 60 + 30 && b.from - a.to <= 150)
  }

  private static func compare(_ a: Stretch, _ b: Stretch, _ findings: inout FindingList) {
    guard b.from < a.to else { return }
    // The next slot may be after midnight.
    let pause = b.from + day - a.to
    if b.to <= a.from, pause >= 0, pause <= 6 * 60 { return }
    let words =
      b.to <= a.from || b.from < a.from && b.to < a.to
      ? LocalizedText(
        zh: "時段「\(b.slot.text.excerpt)」早於前一個時段「\(a.slot.text.excerpt)」，請確認順序\(hint(a, b).zhHant)。",
        en:
          "The slot “\(b.slot.text.excerpt)” is earlier than the one before it, “\(a.slot.text.excerpt)”; check their order\(hint(a, b).en)."
      )
      : LocalizedText(
        zh: "時段「\(b.slot.text.excerpt)」與前一個時段「\(a.slot.text.excerpt)」重疊，請確認起訖。",
        en:
          "The slot “\(b.slot.text.excerpt)” overlaps the one before it, “\(a.slot.text.excerpt)”; check their times.")
    report(b.slot, &findings, words, severity: .warning, note: note(a.slot))
  }

  /// 12:30至13:30 and then 1:30至3:30.
  private static func hint(_ a: Stretch, _ b: Stretch) -> LocalizedText {
    guard b.to <= 12 * 60, b.from + day / 2 >= a.to else { return LocalizedText(zh: "", en: "") }
    return LocalizedText(zh: "；如為下午，請寫成 24 小時制", en: "; if it is in the afternoon, use 24-hour time")
  }

  private static func reportGap(_ a: Stretch, _ b: Stretch, _ findings: inout FindingList) {
    report(
      b.slot, &findings,
      LocalizedText(
        zh: "時段「\(a.slot.text.excerpt)」與「\(b.slot.text.excerpt)」之間有空檔，其他時段都相接；請確認是否漏了一段。",
        en: """
          Between the slots “\(a.slot.text.excerpt)” and “\(b.slot.text.excerpt)” there is a gap, although the others adjoin; is one missing?
          """),
      severity: .note, note: note(a.slot))
  }

  private static func note(_ slot: TimeSlot) -> Finding.Note {
    .init(slot.text.firstLineRange, LocalizedText(zh: "另一個時段在此", en: "The other slot is here"))
  }

  private static func report(
    _ slot: TimeSlot, _ findings: inout FindingList, _ words: LocalizedText, severity: Severity? = nil,
    note: Finding.Note? = nil
  ) {
    findings.add(at: slot.text.firstLineRange, words, severity: severity, notes: note.map { [$0] } ?? [])
  }
}
