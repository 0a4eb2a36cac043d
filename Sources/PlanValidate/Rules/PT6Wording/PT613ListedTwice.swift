import PlanModel
import PlanText

/// PT613: the same name stands twice in one enumeration.
enum ListedTwice: Rule {
  static let description = RuleDescription(
    code: "PT613", name: "listed-twice", severity: .note,
    summary: LocalizedText(zh: "列舉中同一名稱出現兩次", en: "An enumeration names the same thing twice"),
    explanation: LocalizedText(
      zh: """
        以頓號連接的一串名稱中，同一個名稱出現了兩次，多半是增刪時漏看，也可能是其中一個寫錯。請刪去一個，或改成原本要寫的名稱。只比對完全相同的名稱；名稱裡有「及」「與」等\
        字、可能另起一組的列舉不檢查。承辦單位由 PT402 檢查。
        """,
      en: """
        Among names joined by 、 the same one stands twice, mostly overlooked when the list was edited; perhaps one of them should be another. Only names that are exactly \
        the same count, and enumerations with 及, 與 and the like inside, which may begin a second list, are left alone. Units are for PT402.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 宣導管道有網站、跑馬燈、廣播、↓跑馬燈、海報等。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 填寫姓名、電話、地址及代理人姓名、電話、地址。
        2. 平日設上午、下午、夜間，假日設上午、下午。
        """),
    evidence: LocalizedText(
      zh: "107 年警察計畫的宣導地點把「商家」列了兩次（「商家、金融機構、停車場、商家跑馬燈」）。",
      en: "A 107 police plan names 商家 twice among the places where it posts notices."))

  static let documents = Set(DocumentKind.allCases)

  private static let lengths = 2...12
  private static let joins: ScalarSet = "及與和或並暨之的其"

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let units = Set(plan.unitLists.map(\.value.text.range.lowerBound))
    for dense in plan.denseTexts where !units.contains(dense.text.range.lowerBound) {
      check(dense, &findings)
    }
  }

  private static func check(_ dense: DenseText, _ findings: inout FindingList) {
    var start = 0
    var names: [[Unicode.Scalar]: Range<Int>] = [:]
    var isFirst = true
    for index in 0...dense.count {
      let scalar = index < dense.count ? dense.scalars[index] : "。"
      guard !scalar.isCommonHan else { continue }
      let range = start..<index
      start = index + 1
      // Before the first name stands the verb, behind the last one whatever follows, which is then another name.
      var name = Array(dense.scalars[range])
      if scalar != "、", name.last == "等" { name.removeLast() }
      if !isFirst, lengths.contains(name.count) {
        if name.contains(where: joins.contains) {
          names = [:]
        } else if let known = names[name] {
          report(dense.part(range.prefix(name.count)), first: dense.part(known), &findings)
        } else {
          names[name] = range
        }
      }
      isFirst = false
      if scalar != "、" {
        names = [:]
        isFirst = true
      }
    }
  }

  private static func report(_ name: PlanText, first: PlanText, _ findings: inout FindingList) {
    let words = name.string.excerpt()
    findings.add(
      at: name.firstLineRange,
      LocalizedText(
        zh: "這一串列舉已經有「\(words)」，請刪去一個，或改成原本要寫的名稱。",
        en: "The enumeration has “\(words)” already; delete one, or write the name that was meant."),
      notes: [.init(first.firstLineRange, LocalizedText(zh: "第一次", en: "the first time"))])
  }
}
