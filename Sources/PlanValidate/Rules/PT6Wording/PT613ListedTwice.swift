import PlanModel
import PlanText

/// PT613: the same name stands twice in one enumeration.
enum ListedTwice: Rule {
  static let description = RuleDescription(
    code: "PT613", name: "listed-twice", severity: .note,
    summary: LocalizedText(zh: "列舉中同一名稱出現兩次", en: "An enumeration lists the same name twice"),
    explanation: LocalizedText(
      zh: """
        以頓號連接的一串名稱中，同一個名稱出現了兩次，多半是增刪時漏看，也可能是其中一個寫錯。請刪去一個，或改成原本要寫的名稱。只比對完全相同的名稱；名稱裡有「及」「與」等\
        字、可能另起一組的列舉不檢查。承辦單位由 PT402 檢查。
        """,
      en: """
        Among names joined by 、 the same one appears twice, usually overlooked when the list was edited, or one of them is wrong. Delete one, or write the intended name. Only names that are exactly \
        the same count, and enumerations with 及, 與 and the like, which may begin a second list, are not checked. Units are checked by PT402.
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
      en: "A 107 police plan lists 商家 twice among the places where it posts notices."))

  static let documents = DocumentKind.allCases

  private static let lengths = 2...12
  /// How far apart two 、 before names that count can be; 等 may follow the name.
  private static let mostBetween = 14
  private static let joins: ScalarSet = "及與和或並暨之的其"

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let units = Set(plan.unitLists.map(\.value.text.range.lowerBound))
    let (places, texts) = (plan.characterPlaces, plan.denseTexts)
    // Two names stand behind the first one, so that two marks are near each other.
    var marks: [Int] = []
    var last = -mostBetween
    for mark in places.all(of: "、") {
      if Int(mark) - last <= mostBetween { marks.append(last) }
      last = Int(mark)
    }
    for text in places.texts(at: marks)
    where !units.contains(texts[text].text.range.lowerBound) {
      check(texts[text], &findings)
    }
  }

  private static func check(_ dense: DenseText, _ findings: inout FindingList) {
    var start = 0
    var names = ListedNames()
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
          names.removeAll()
        } else if let known = names.place(of: name, elseAt: range) {
          report(dense.part(range.prefix(name.count)), first: dense.part(known), &findings)
        }
      }
      isFirst = false
      if scalar != "、" {
        names.removeAll()
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
        en: "The enumeration already has “\(words)”; delete one, or write the intended name."),
      notes: [.init(first.firstLineRange, LocalizedText(zh: "第一次", en: "First listed here"))])
  }
}

/// The names of an enumeration, with their places.
private struct ListedNames {
  private var names: [(name: [Unicode.Scalar], place: Range<Int>)] = []
  /// The names as they are found among many, by their hashes.
  private var numbers = NumberTable<Int>()

  /// As many are compared one by one.
  private static let few = 16

  /// The place of a name that is known; one that is not is put in.
  mutating func place(of name: [Unicode.Scalar], elseAt place: Range<Int>) -> Range<Int>? {
    if names.count < Self.few {
      if let known = names.first(where: { $0.name == name }) { return known.place }
    } else {
      if numbers.count == 0 {
        for number in names.indices { numbers[key(of: names[number].name), default: number] = number }
      }
      let key = key(of: name)
      if let number = numbers[key] { return names[number].place }
      numbers[key, default: names.count] = names.count
    }
    names.append((name, place))
    return nil
  }

  mutating func removeAll() {
    if !names.isEmpty { names.removeAll(keepingCapacity: true) }
    if numbers.count > 0 { numbers = NumberTable() }
  }

  /// The first of the keys of a name that no other name has.
  private func key(of name: [Unicode.Scalar]) -> UInt64 {
    var key = name.reduce(0) { numberHash($0 ^ UInt64($1.value)) }
    while let number = numbers[key], names[number].name != name { key &+= 1 }
    return key
  }
}
