import PlanText

/// How a paragraph ends.
struct Ending {
  private let text: PlanText
  /// Its last characters, narrow and without white space, the last one first.
  let scalars: [Unicode.Scalar]
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
    text.string.forEachScalarFromEnd { scalar, start in
      if scalars.count == Self.mostScalars || length - start > Self.mostBytes { return false }
      if scalar.isWhiteSpace { return true }
      if scalars.isEmpty { tail = start..<(start + UTF8.width(scalar)) }
      scalars.append(scalar.narrow)
      if scalars.count <= 4 { tail = start..<tail.upperBound }
      return true
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

  /// Whether it is a word that ends in one of the characters with which none ends.
  var isWholeWord: Bool {
    Self.wholeWords.contains { $0.unicodeScalars.reversed().elementsEqual(scalars.prefix($0.unicodeScalars.count)) }
  }

  /// The last characters, as the message quotes them.
  var tail: PlanText { text.part(tailOffsets) }

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
