import PlanModel
import PlanText

/// Words of what an agency does for itself: 會議室桌椅更換, 影印機租約續約, 同仁差旅費.
///
/// What speaks of that is no service, whatever other words it has; what names the public is. Where a checkpoint asks for
/// such things, as for 更換 of what the public uses, they say nothing.
struct Housekeeping {
  /// Words that say so of a sentence whose clauses all have one.
  private let alone: WordList
  /// Words that say so of the whole sentence.
  private let affairs: WordList
  /// Whether what is done for the agency's own people is none.
  private let isStaffServed: Bool

  /// The words that say so under a focus with some boxes. Where it asks how the agency works (內部流程, 機關成員), only
  /// meals, leisure and energy are beside the point; where it asks about its people or facilities, what is done for
  /// them is not.
  init(beside boxes: [BoxWords], of entry: Checklist.Entry) {
    var own: Set<WordList.Shape> = []
    for box in boxes { box.forEachShape { if Self.pairs.mayHave($0.pair) { own.insert($0) } } }
    alone = Self.aloneWords.without(own)
    let asked = Self.asked(at: entry)
    func names(_ words: [String]) -> Bool { asked.contains { text in words.contains { text.has($0) } } }
    let isAboutWork = names(["成員", "內部流程"])
    let isAboutPremises = names(["設施"])
    affairs = (isAboutWork ? Self.idleWords : isAboutPremises ? Self.affairWords : Self.allAffairWords).without(own)
    isStaffServed = isAboutWork || names(["人員", "同仁", "員工", "作業流程"])
  }

  /// A text with what is no service refused.
  func refusing(in text: SearchedText) -> SearchedText {
    let text = text.refusing(sentencesOf: alone, without: Self.publicWords)
      .refusing(sentencesWith: affairs, without: Self.servedWords)
    if isStaffServed || !Self.staffWords.stands(in: text) { return text }
    return text.refusing(sentencesWith: Self.isAboutStaff, without: Self.servedWords)
  }

  /// Whether a clause is about the agency's people, who are named first (同仁請假, 本大隊同仁4人) or served (供同仁閱覽), or
  /// choose for themselves (由同仁票選). One that names them behind others says who serves: 值班同仁代填.
  private static func isAboutStaff(_ clause: UnsafeBufferPointer<UInt8>) -> Bool {
    staff.contains { word in
      word.withUnsafeBufferPointer { word in
        guard let place = clause.firstOffset(of: word) else { return false }
        let before = UnsafeBufferPointer(rebasing: clause[..<place])
        return place == 0 || (place <= longestAgency && before.begins(with: agency))
          || forWhom.contains { before.suffix($0.count).elementsEqual($0) }
      }
    }
  }

  private static let staffNames = ["同仁", "員工", "長官"]
  private static let staffWords = WordList(staffNames)
  private static let staff = staffNames.map(SearchedText.bytes)
  private static let agency = SearchedText.bytes("本")
  /// How many bytes the name of an agency and its unit may have: 本大隊, 本分局.
  private static let longestAgency = 12
  private static let forWhom = ["供", "由", "讓", "節省", "改善", "夜班"].map(SearchedText.bytes)

  /// Those who are served, but for those whom a focus names, who stand in every line.
  static func served(beside entry: Checklist.Entry) -> WordList {
    let asked = Self.asked(at: entry)
    return WordList(people.filter { name in !asked.contains { $0.has(name) } })
  }

  /// What a focus asks for, without examples.
  private static func asked(at entry: Checklist.Entry) -> [String] {
    [entry.name] + entry.node.checkpoints.map { CheckpointText.withoutExamples($0.text.string) }
  }

  private static let people = [
    "民眾", "旅客", "洽公", "申請人", "當事人", "市民", "居民", "里民", "住戶", "長者", "長輩", "老人", "身障", "孩童", "兒童", "學生", "家長", "用路人", "駕駛",
    "乘客", "商家", "店家", "業者", "外籍", "移工", "新住民", "遊客", "被害人", "報案", "鄉親", "農民", "漁民", "訪客", "來賓", "家屬", "婦女", "親子", "社區",
    "網友", "使用者", "陳情人", "人家", "客人", "顧客", "阿公", "阿嬤", "阿婆", "小孩", "孩子", "囝仔", "爸媽", "媽媽", "孕婦", "外國人", "船員", "漁工",
    "騎士", "行人", "路人", "村民", "鄰居", "里長", "獨居", "病人", "街友", "弱勢", "少年", "小朋友",
  ]
  /// What only the public needs.
  private static let needs = ["輪椅", "老花", "補助"]
  /// How the agency's people serve, and where: a 里辦公室 is no room of the agency.
  private static let serving = [
    "排隊", "人多", "受理", "收件", "協助", "引導", "主動", "輪值", "接送", "到府", "里辦公", "村辦公",
  ]
  private static let publicWords = WordList(people + needs)
  private static let servedWords = WordList(people + needs + serving)

  private static let aloneWords = WordList(rooms + things + acts)
  private static let affairWords = WordList(personnel + papers + leisure)
  private static let allAffairWords = WordList(personnel + papers + leisure + premises)
  private static let idleWords = WordList(leisure)
  /// Tells the words of boxes that may be among them from most others.
  private static let pairs = [aloneWords, allAffairWords].reduce(into: PairFilter(bits: 4096)) { pairs, words in
    words.forEachPair { pairs.insert($0) }
  }

  /// Pay, leave, and what staff are given and do together.
  private static let personnel = [
    "旅費", "誤餐", "加班費", "值班費", "考績", "喪假", "補休", "差假", "差勤", "敘獎", "記功", "升遷", "退休人員", "退休同", "涉訟", "班表", "換班",
    "排假",
    "勤務表", "健檢", "健康檢查", "團保", "員工協助", "射擊", "打靶", "停車位抽籤",
  ]
  /// Meals, leisure and energy, which are no work either.
  private static let leisure = [
    "便當", "餐盒", "伙食", "餐費", "尾牙", "聚餐", "摸彩", "球隊", "球衣", "文康", "壽星", "慶生", "禮盒", "康樂", "聯誼", "團購", "節約用電", "用電量", "省電",
    "電費", "水電錢",
  ]
  /// Where staff work and what they work with.
  private static let premises = [
    "廳舍", "辦公室", "備勤室", "寢室", "庫房", "儲藏室", "機房", "茶水間", "員工餐廳", "圍牆", "外牆", "屋頂", "水塔", "化糞池", "天花板", "旗桿",
    "旗杆", "車庫",
    "車棚",
    "公務車", "公務機車", "公務手機", "警用機車", "行車紀錄器", "機油", "手槍", "槍械", "槍櫃", "彈藥", "彈匣", "械彈", "鋼盔", "警棍", "手銬", "制服", "皮鞋",
    "雨鞋", "隊徽", "電腦教室", "內網", "內部系統", "伺服器", "防火牆", "硬碟", "碎紙機", "微波爐", "洗衣機", "辦公桌", "門禁", "割草", "除草",
  ]
  /// Paper, money and supplies.
  private static let papers = [
    "簽呈", "會簽", "來文", "內部公文", "通訊錄", "影印紙", "影印機", "用紙量", "碳粉", "雙面", "信紙", "關防", "報支", "報帳", "核銷", "業務費", "零用金",
    "項下支應", "預算支應", "費支應", "勻支", "經費由", "造冊", "節省租金", "油料", "保險費", "軟體授權", "招標", "標案", "決標", "發包", "比價", "租約", "租期",
    "合約", "契約",
    "續約", "保固", "保養",
    "福利社",
    "福利會", "伙委", "由工友", "專責工友",
  ]
  private static let rooms = ["會議室", "辦公室", "檔案室", "中庭", "宿舍", "廚房"]
  private static let things = [
    "不斷電", "頻寬", "主機", "交換器", "電話機", "話機", "發電機", "投影", "音響", "燈具", "桌面", "置物櫃", "背心", "鑰匙", "識別證", "輪值表", "分機表",
    "規格", "格式", "冷氣",
  ]
  private static let acts = [
    "租用", "外租", "看管", "更換", "汰換", "採購", "新購", "添購", "購置", "增購", "整修", "維修", "粉刷", "油漆", "清洗", "搬遷", "歸檔", "銷毀", "報廢",
    "裝訂", "護貝", "種植", "修剪", "換季", "送修", "請假", "簽核", "保管", "繕打", "調漲", "印刷", "收發",
  ]
}
