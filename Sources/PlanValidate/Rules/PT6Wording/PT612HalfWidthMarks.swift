import PlanModel
import PlanText

/// PT612: half-width marks among Chinese text, in a document that uses full-width ones.
enum HalfWidthMarks: Rule {
  static let description = RuleDescription(
    code: "PT612", name: "half-width-marks", severity: .note,
    summary: LocalizedText(zh: "中文之間夾用半形標點", en: "Half-width punctuation in Chinese text"),
    explanation: LocalizedText(
      zh: """
        公文的標點用全形。文件其他地方都用全形，少數幾段卻夾了半形的「,」「:」「;」，多半是從別處貼來的。只看前後都是中文字（或引號、括號）的標點；數字、時間、\
        網址與英文之間的不算，整份文件都用半形時也不提出。可用修正功能一次改正一段。
        """,
      en: """
        Official documents use full-width punctuation. If a few passages of a document have half-width , : ; they were usually pasted from elsewhere. Only marks between \
        Chinese characters (or quotation marks and brackets) count, not those in figures, times, addresses and foreign words, and a document that uses them throughout is not \
        reported. Each fix covers one passage.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 受理申請後，由專人審核，並通知申請人；逾期者，檢討原因。
        2. 案件辦結後↓,系統自動發送簡訊,通知領件。
        3. 每月統計，分析原因，提會檢討，並公布於網站，供民眾查閱。
        4. 公開作業程序，設置單一窗口，由專人引導。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 受理申請後，由專人審核，並通知申請人；逾期者，檢討原因。
        2. 服務時間為08:30至17:30，全年受理1,200件，詳見http://example.gov.tw/a,b。
        3. 每月統計，分析原因，提會檢討，並公布於網站，供民眾查閱。
        """),
    evidence: LocalizedText(
      zh: "107 年警察計畫只有 7 項作法用半形逗號與冒號，其餘都是全形。",
      en: "Seven measures of a 107 police plan have half-width commas and colons, all others full-width ones."))

  static let repeats = Repeats.all(limit: 3) { count in
    LocalizedText(
      zh: "共有 \(count) 段夾有半形標點，文件其他地方用全形；請統一。",
      en: "\(count) passages have half-width marks; the document uses full-width ones elsewhere.")
  }

  static let documents = DocumentKind.allCases

  private static let wide: [Unicode.Scalar: Unicode.Scalar] = [",": "，", ":": "：", ";": "；"]
  private static let wideMarks: ScalarSet = "，：；"
  private static let opening: ScalarSet = "「『（(《【〈"
  private static let closing: ScalarSet = "」』）)》】〉"
  /// How many full-width marks there must be for each half-width one.
  private static let usual = 4

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var found: [(text: PlanText, places: [(offset: Int, mark: Unicode.Scalar)])] = []
    var count = 0
    for text in plan.texts where [",", ":", ";"].contains(where: { text.string.has(ascii: $0) }) {
      let places = halfWidth(in: text.string)
      guard !places.isEmpty else { continue }
      count += places.count
      found.append((text, places))
    }
    guard !found.isEmpty, plan.texts.reduce(0, { $0 + wideCount(in: $1.string) }) >= usual * count else { return }
    for (text, places) in found { report(text, places, &findings) }
  }

  private static func wideCount(in string: String) -> Int {
    var count = 0
    string.forEachScalar { scalar, _ in if wideMarks.contains(scalar) { count += 1 } }
    return count
  }

  private static func halfWidth(in string: String) -> [(offset: Int, mark: Unicode.Scalar)] {
    var places: [(Int, Unicode.Scalar)] = []
    var previous: Unicode.Scalar?
    var pending: (Int, Unicode.Scalar)?
    string.forEachScalar { scalar, offset in
      if let waiting = pending {
        if scalar.isCommonHan || opening.contains(scalar) { places.append(waiting) }
        pending = nil
      }
      if scalar.isASCII, wide[scalar] != nil, let previous, previous.isCommonHan || closing.contains(previous) {
        pending = (offset, scalar)
      }
      previous = scalar
    }
    return places
  }

  private static func report(
    _ text: PlanText, _ places: [(offset: Int, mark: Unicode.Scalar)], _ findings: inout FindingList
  ) {
    let edits = places.compactMap { place in
      wide[place.mark].map {
        Finding.Edit(range: text.sourceRange(of: place.offset..<(place.offset + 1)), text: String($0))
      }
    }
    guard let first = edits.first else { return }
    let marks = Set(places.map(\.mark)).sorted().map { "「\($0)」" }.joined()
    findings.add(
      at: first.range,
      LocalizedText(
        zh: "這一段夾有 \(places.count) 個半形的\(marks)，文件其他地方用全形；請統一。",
        en: "\(places.count) half-width \(marks) in this passage; the document uses full-width marks elsewhere."),
      fixes: [Finding.Fix(LocalizedText(zh: "改為全形標點", en: "Write full-width marks"), edits: edits)])
  }
}
