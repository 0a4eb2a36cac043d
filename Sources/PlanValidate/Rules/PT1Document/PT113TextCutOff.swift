import PlanText

/// PT113: a text ends in the middle of a sentence.
enum TextCutOff: Rule {
  static let description = RuleDescription(
    code: "PT113", name: "text-cut-off", severity: .warning,
    summary: LocalizedText(zh: "文字在句子中途中斷", en: "A text ends in the middle of a sentence"),
    explanation: LocalizedText(
      zh: """
        貼上或換頁時掉了下半句，就會留下「…將人民陳情案件涉及之問」這樣的文字。結尾是「及」「並」「或」「、」「，」等不能結束句子的字；或同一清單的其他項目都有\
        句號，唯獨這一項沒有，又以「之」「的」「與」或「之」加半個詞結尾；或停在別處一再寫出的詞的一半（示範演｜練，列為提示），都會指出。整個清單都不加句號\
        不算；括號、引號沒有成對由 PT604 檢查。
        """,
      en: """
        Text that was pasted or broken over pages sometimes loses its end. Reported is a text that ends in a word or mark with which no sentence ends \
        (及, 並, 或, 、, ，); one that alone in its list lacks the full stop and ends in 之, 的, 與 or half a word behind 之; and, as a note, one that stops within a word that \
        the document writes in full elsewhere (示範演|練). Lists without any full stops are fine; brackets that do not close are for PT604.
        """),
    failing: RuleExample(
      """
      ### 服務評價（200分）

      #### 意見回應處理情形

      ##### 針對民眾意見、抱怨及陳情等積極回應

      - 完成期限：持續辦理
      - 承辦單位：秘書室

      1. 設置意見箱。
      2. 每月檢討陳情案件，並提報會議。
      3. 定期將陳情案件↓涉及之問
      4. 建立處理機制，↓如下列及

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 服務友善 | 服務行為的友善性 | ↓辦理服務態度示範演 | 辦理服務態度示範演練，並依服務態度示範演練程序講習。 |
      """),
    passing: RuleExample(
      """
      ### 服務評價（200分）

      #### 意見回應處理情形

      ##### 針對民眾意見、抱怨及陳情等積極回應

      - 完成期限：持續辦理
      - 承辦單位：秘書室

      1. 設置意見箱。
      2. 每月檢討陳情案件，並提報會議：
         - (一)陳情案件檢討及
           改善。
         - (二)鼓勵民眾參與
         - (三)民眾意見之參考、
      3. 陳情案件依規定處理之
      4. 陳情案件之處
      """),
    evidence: LocalizedText(
      zh: "105 年戶政事務所計畫有一項作法在換頁處只剩「定期將人民陳情案件涉及之問」；107 年警察計畫的一個措施名稱停在「示範演」。",
      en:
        "A measure of a 105 household-office plan was cut at the end of a page (…涉及之問); the name of a measure in a 107 police plan stops at 示範演 (for 示範演練)."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let lists = plan.paragraphLists
    var halves: [CutWords.Candidate] = []
    for list in lists {
      let closed = list.count { Ending(PlanText($0.string)).isClosed }
      for paragraph in list where !paragraph.leadsToList {
        // Only where something is found is its place looked up.
        let ending = Ending(PlanText(paragraph.string))
        let others = list.count - 1
        // Most of the others have a full stop.
        let isAlone = others >= 2 && closed * 3 >= others * 2
        if ending.cut(withoutFullStop: isAlone) != nil, let cut = Ending(paragraph.text).cut(withoutFullStop: isAlone) {
          report(cut, in: paragraph.text, lacksStop: isAlone, &findings)
        } else if let half = CutWords.Candidate(paragraph.string, { paragraph.text }) {
          halves.append(half)
        }
      }
    }
    for row in plan.surveyRows {
      if let half = CutWords.Candidate(row.name.string, { row.name }) { halves.append(half) }
    }
    for (half, word) in CutWords(halves, in: plan).found {
      findings.add(
        at: half.text.firstLineRange,
        LocalizedText(
          zh: "「\(half.text.excerpt)」似乎停在半個詞；別處寫作「\(word)」，請補完整。",
          en: "“\(half.text.excerpt)” seems to stop within a word; elsewhere it is “\(word)”."),
        severity: .note)
    }
  }

  private static func report(
    _ cut: PlanText, in text: PlanText, lacksStop: Bool, _ findings: inout FindingList
  ) {
    let why =
      lacksStop
      ? LocalizedText(
        zh: "，同一清單的其他項目多以句號結束", en: "; most other items of the list end with a full stop")
      : LocalizedText(zh: "", en: "")
    findings.add(
      at: cut.firstLineRange,
      LocalizedText(
        zh: "文字到「…\(cut.string)」中斷\(why(.zhHant))；請補上後面的文字。",
        en: "The text breaks off at “…\(cut.string)”\(why(.en)); complete it."))
  }
}

/// How a paragraph ends.
struct Ending {
  private let text: PlanText
  /// Its last characters, narrow and without white space, the last one first.
  private let scalars: [Unicode.Scalar]
  /// The UTF-8 offsets of the last four.
  private let tailOffsets: Range<Int>

  /// The end is enough; a long text is not looked at.
  private static let mostScalars = 12
  private static let mostBytes = 64

  init(_ text: PlanText) {
    self.text = text
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(Self.mostScalars)
    let length = text.string.utf8.count
    var tail = length..<length
    var start = length
    for scalar in text.string.unicodeScalars.reversed() {
      start -= UTF8.width(scalar)
      if scalars.count == Self.mostScalars || length - start > Self.mostBytes { break }
      if scalar.isWhiteSpace { continue }
      if scalars.isEmpty { tail = start..<(start + UTF8.width(scalar)) }
      scalars.append(NameKey.narrow(scalar))
      if scalars.count <= 4 { tail = start..<tail.upperBound }
    }
    self.scalars = scalars
    tailOffsets = tail
  }

  /// Whether it ends as sentences and items of lists do.
  var isClosed: Bool { scalars.first.map(Self.closing.contains) ?? false }

  /// Whether it ends with the mark of a sentence, or with one in brackets or quotation marks: 。）
  var hasEndMark: Bool { scalars.first { !Self.brackets.contains($0) }.map(Self.marks.contains) ?? false }

  /// The end, where no sentence can end so. Some words can only be judged where a full stop was to be expected.
  func cut(withoutFullStop: Bool) -> PlanText? {
    guard let last = scalars.first, scalars.count >= 4 else { return nil }
    if "、,".unicodeScalars.contains(last) { return withoutFullStop ? tail : nil }
    if Self.never.contains(last) { return isWholeWord ? nil : tail }
    guard withoutFullStop else { return nil }
    if Self.seldom.contains(last) { return isWholeWord ? nil : tail }
    let isHalfWord = scalars[1] == "之" && last.isCommonHan && !Self.nouns.contains(last)
    return isHalfWord ? tail : nil
  }

  private var isWholeWord: Bool {
    Self.wholeWords.contains { $0.unicodeScalars.reversed().elementsEqual(scalars.prefix($0.unicodeScalars.count)) }
  }

  /// The last characters, as the message quotes them.
  private var tail: PlanText { text.part(tailOffsets) }

  private static let closing: ScalarSet = "。!?;.:」』)》>…"
  private static let brackets: ScalarSet = "」』)》>"
  private static let marks: ScalarSet = "。!?;.…"
  /// Words with which no sentence ends.
  private static let never: ScalarSet = "並及或於暨"
  /// Words with which hardly any does.
  private static let seldom: ScalarSet = "之的與以且將"
  /// Words with which one does, although they end in one of these: 依規定處理之, 鼓勵民眾參與, 資訊普及.
  private static let wholeWords = [
    "普及", "不及", "顧及", "觸及", "所及", "推及", "遍及", "提及", "論及", "兼及", "波及", "危及", "埃及", "參與", "給與", "賦與", "授與", "贈與", "施與",
    "目的", "標的",
    "有的", "可以", "名將", "麻將", "大將", "小將", "老將", "理之", "正之", "行之", "定之", "為之", "充之", "用之", "代之", "繼之", "取之", "視之", "助之",
    "續之", "辦之", "施之", "總之",
    "合並", "由於",
  ]
  /// Words of one character that may stand behind 之 at the end of a sentence: 不時之需, 應盡之責, 改善之處.
  private static let nouns: ScalarSet =
    "人事物力處用需責效一二三四五六七八九十日年月期間時地所道路法途外內中上下前後初際餘首例冠最利益弊害便旅家友心情意志願旨見名義稱別分數量值率比差額款費資財產源本末端由故因果機會緣舉行言論說詞語文字書表圖片案件卷約令函單據狀虞憂苦樂美善功勞恩急勢險災難危機安全準者宜項類型式風氣誼路徑網窗門戶府國民眾多少性鄰交術藝學業師生徒兵警官員長職務權限度量策略政令變異同"
}

/// Texts that stop within a word.
private struct CutWords {
  /// A text whose last characters are looked for elsewhere.
  struct Candidate {
    private let place: @Sendable () -> PlanText
    var text: PlanText { place() }
    /// Its last four characters.
    let end: [Unicode.Scalar]

    /// Nil where the text ends with a mark, or is short.
    init?(_ string: String, _ place: @escaping @Sendable () -> PlanText) {
      let dense = string.unicodeScalars.reversed().lazy.filter { !$0.isWhiteSpace }.prefix(8)
      guard dense.count == 8, dense.prefix(4).allSatisfy(\.isCommonHan) else { return nil }
      self.place = place
      end = dense.prefix(4).reversed()
    }
  }

  /// The texts, and the word as it is elsewhere.
  private(set) var found: [(text: Candidate, word: String)] = []

  /// What follows some characters wherever they stand.
  private struct Followers {
    /// The Chinese character that follows them, as long as it is always the same.
    private(set) var next: Unicode.Scalar?
    /// How often it does.
    private(set) var words = 0
    /// How often nothing follows, or a mark.
    private(set) var stops = 0
    private var isOneWord = true

    mutating func add(_ scalar: Unicode.Scalar?) {
      guard let scalar, scalar.isCommonHan else {
        stops += 1
        return
      }
      isOneWord = isOneWord && (next == nil || next == scalar)
      next = scalar
      words += 1
    }

    /// The character that completes a word: it always follows, and nothing but the one cut text stops before it.
    var completion: Unicode.Scalar? { isOneWord && words >= 2 && stops == 1 ? next : nil }
  }

  /// Words that begin behind a whole word.
  private static let particles: ScalarSet = "之的等及與或並和為是以在於由可應須時後前中內外"

  init(_ candidates: [Candidate], in plan: PlanIndex) {
    var ends: [[Unicode.Scalar]: Followers] = [:]
    /// Whether a character is ever the last of a phrase, by the checklists too.
    var lastOfPhrase: [Unicode.Scalar: (count: Int, ends: Int)] = [:]
    for candidate in candidates {
      ends[candidate.end] = Followers()
      if let last = candidate.end.last { lastOfPhrase[last] = (0, 0) }
    }
    guard !ends.isEmpty else { return }
    let lasts = ScalarSet(lastOfPhrase.keys)
    var scalars: [Unicode.Scalar] = []
    func read(_ text: PlanText) {
      scalars.removeAll(keepingCapacity: true)
      for scalar in text.string.unicodeScalars where !scalar.isWhiteSpace { scalars.append(scalar) }
      for (index, last) in scalars.enumerated() where lasts.contains(last) {
        guard let seen = lastOfPhrase[last] else { continue }
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        lastOfPhrase[last] = (seen.count + 1, seen.ends + ((next.map(\.isCommonHan) ?? false) ? 0 : 1))
        if index >= 3 { ends[Array(scalars[(index - 3)...index])]?.add(next) }
      }
    }
    for text in plan.texts { read(text) }
    for checklist in plan.catalog.checklists {
      for entry in checklist.entries {
        for text in [entry.node.heading] + entry.node.checkpoints.map(\.text) + entry.node.guidance.map(\.text) {
          read(text)
        }
      }
    }
    for candidate in candidates {
      guard let next = ends[candidate.end]?.completion, !Self.particles.contains(next), let last = candidate.end.last,
        let seen = lastOfPhrase[last], seen.count >= 3, seen.ends == 1
      else { continue }
      found.append((candidate, String(scalars: candidate.end.suffix(3) + [next])))
    }
  }
}
