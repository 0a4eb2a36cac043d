import PlanText

/// Whether a word is the name of a field, a column or a kind that was written wrongly, and not a word of its own.
///
/// One character apart stand words that mean different things: 協辦單位 and 承辦單位, 預期績效 and 預期成效, 執行期程
/// and 執行期間. Distance alone cannot tell a slip from another word, so two things must hold:
///
/// * the name became the word by what happens to a hand on a keyboard: one character is missing or stands twice, two neighbours are exchanged, or one
///   was replaced by a character that sounds or looks like it (`FieldSlip.alike`);
/// * the word is not put together from words that fields are made of (`FieldSlip.parts`), as 完成限期 is.
///
/// Whatever else is written there is somebody's own field and stays what it is.
public enum FieldSlip {
  /// The one name that was meant; nil where the word is one of its own, or the slip of several names.
  public static func intended<Names: Sequence>(by word: String, among names: Names) -> String?
  where Names.Element == String {
    intended(by: word, amongGroups: names.lazy.map { [$0] })
  }

  /// The one name that was meant, among groups of names that mean the same: nil where the word is the slip of names of
  /// several groups.
  public static func intended<Groups: Sequence>(by word: String, amongGroups groups: Groups) -> String?
  where Groups.Element == [String] {
    let letters = Array(word.unicodeScalars)
    guard isLongEnough(letters), !isOwnWord(letters) else { return nil }
    let found = groups.compactMap { names in names.first { isSlip(letters, of: Array($0.unicodeScalars)) } }
    return found.count == 1 ? found[0] : nil
  }

  /// What is left of a shorter word fits too much.
  static func isLongEnough(_ word: [Unicode.Scalar]) -> Bool { word.count >= 3 }

  /// Whether a word is one of its own for when something is to be done: 完成期間, 預定日期.
  public static func saysWhen(_ word: String) -> Bool {
    deeds.contains { deed in times.contains { word == deed + $0 } }
  }

  private static let deeds = ["完成", "執行", "辦理", "實施", "預定", "預計", "規劃", "截止", "工作", "完工", "竣工"]
  private static let times = ["期限", "限期", "期間", "期程", "時程", "時限", "日期", "時間"]

  /// Whether a word, which is long enough, is a slip of a name.
  static func isSlip(_ word: [Unicode.Scalar], of name: [Unicode.Scalar]) -> Bool {
    // One slip leaves the first or the last character as it was.
    guard word.first == name.first || word.last == name.last else { return false }
    let head = zip(word, name).prefix { $0 == $1 }.count
    let (wordRest, nameRest) = (word[head...], name[head...])
    switch word.count - name.count {
    case -1: return wordRest.elementsEqual(nameRest.dropFirst())
    case 1:
      // The second of two equal characters is the one too many, or an equal one follows what was written before.
      return wordRest.dropFirst().elementsEqual(nameRest) && (head > 0 && word[head] == word[head - 1])
    case 0:
      guard let written = wordRest.first, let meant = nameRest.first else { return false }
      if wordRest.dropFirst().elementsEqual(nameRest.dropFirst()) { return alike[meant]?.contains(written) ?? false }
      guard let second = wordRest.dropFirst().first, let other = nameRest.dropFirst().first else { return false }
      return written == other && second == meant && wordRest.dropFirst(2).elementsEqual(nameRest.dropFirst(2))
    default: return false
    }
  }

  /// Whether a word is put together from the words that names of fields consist of: 協辦 + 單位, 完成 + 期間.
  private static func isOwnWord(_ word: [Unicode.Scalar]) -> Bool {
    var ends: Set<Int> = [0]
    for start in word.indices where ends.contains(start) {
      for length in 2...3 where start + length <= word.count {
        if parts.contains(String(scalars: word[start..<(start + length)])) { ends.insert(start + length) }
      }
    }
    return ends.contains(word.count)
  }

  /// The words of which public offices make the names of fields: what is done, to what, and what is said of it.
  private static let parts: Set<String> = [
    "承辦", "主辦", "協辦", "會辦", "合辦", "督辦", "委辦", "主管", "主責", "負責", "配合", "支援", "協助", "督導", "權責", "受理", "執行", "辦理", "完成",
    "實施",
    "實際", "預定", "預計", "預期", "規劃", "計畫", "施行", "推動", "起訖", "起迄", "開始", "結束", "截止", "完工", "竣工", "工作", "業務", "服務", "措施",
    "提案", "聯絡",
    "機關",
    "單位", "人員", "人力", "窗口", "期限", "限期", "期間", "期程", "時程", "時間", "日期", "時限", "進度", "效益", "成效", "績效", "成果", "效果", "目標",
    "指標",
    "情形", "方式", "方法", "作法", "做法", "項目", "內容", "經費", "預算", "事項", "名稱", "年度", "電話", "地址", "信箱", "郵件", "電子", "文件", "種類",
    "類別",
    "類型", "代號", "編號", "來源", "依據", "備註", "說明",
  ]

  /// The characters that names consist of, each with those in general use that sound like it, tones aside, or look like
  /// it.
  private static let alike: [Unicode.Scalar: ScalarSet] = [
    "辦": "辨辯辧瓣办", "承": "乘成呈程誠城丞", "單": "擔丹箪彈单", "位": "為味未衛立", "期": "其斯欺棋旗齊", "限": "現線縣獻恨根", "間": "閒問簡閑聞间",
    "完": "玩頑宛丸", "成": "程承呈城誠戍戌", "執": "值職直植熱执", "行": "形型刑", "理": "里裡禮李", "主": "住注柱王", "負": "付富復副", "責": "則澤擇貴",
    "預": "豫欲育須頂预", "效": "校笑孝郊", "益": "意義易亦議", "措": "挫錯厝借", "施": "失師拖旋", "名": "明各民", "稱": "程撐秤称", "事": "是世示",
    "項": "向像頂象",
    "情": "請清青晴", "形": "行型刑", "機": "基雞積机", "關": "官觀関关", "年": "牛午", "度": "渡杜肚", "計": "記技紀计", "畫": "劃化畵晝", "程": "成承呈稱",
    "檢": "撿險驗儉检", "核": "合和劾", "表": "錶裱", "別": "列别", "時": "石食时", "日": "曰目", "實": "時食实", "對": "隊对", "應": "英因应",
    "提": "題堤", "案": "按岸安", "聯": "連廉联", "絡": "落洛略", "電": "店墊雷电", "話": "畫化活话", "姓": "性幸", "文": "聞紋", "件": "建健仲",
    "種": "重眾种",
    "協": "挾脅攜协", "助": "住祝駐", "配": "佩陪", "合": "和核何", "會": "匯惠繪会", "績": "積蹟跡绩", "指": "只止旨", "標": "漂票标",
    "衡": "恆橫", "量": "亮諒", "鍵": "建健件", "評": "平坪", "估": "故姑", "目": "木牧", "值": "直植質", "經": "精輕经", "費": "廢肺费",
    "需": "須虛", "備": "被倍备", "註": "注住柱", "算": "蒜",
    "類": "累淚类", "代": "帶待伐", "號": "浩好号", "總": "種总", "欄": "攔蘭栏", "來": "萊来", "源": "原員緣",
  ]
}
