/// Words of what an agency does for itself: 會議室桌椅更換, 影印機租約續約.
///
/// A clause that stands alone and speaks of that is no service, whatever other words it has; one that names the public is.
/// Where a checkpoint asks for such things, as for 更換 of what the public uses, they say nothing.
enum Housekeeping {
  /// The words that say so under a focus with some boxes.
  static func words(beside boxes: [BoxWords]) -> WordList {
    var asked: Set<WordList.Shape> = []
    for box in boxes { box.forEachShape { if pairs.mayHave($0.pair) { asked.insert($0) } } }
    return WordList(words.filter { !asked.contains($0.shape) }.map(\.text))
  }

  /// Who is served.
  static let publicWords = WordList([
    "民眾", "旅客", "洽公", "申請人", "當事人", "市民", "居民", "里民", "住戶", "長者", "長輩", "老人", "身障", "孩童", "兒童", "學生", "家長", "用路人", "駕駛",
    "乘客", "商家", "店家", "業者", "外籍", "移工", "新住民", "遊客", "被害人", "報案", "鄉親", "農民", "漁民", "訪客", "來賓", "家屬", "婦女", "親子", "社區",
    "輪椅", "老花", "補助", "網友", "使用者", "陳情人",
  ])

  private static let words = (rooms + things + acts).map { (text: $0, shape: WordList.Shape($0)) }
  /// Tells the words of boxes that may be among them from most others.
  private static let pairs = words.reduce(into: PairFilter(bits: 4096)) { $0.insert($1.shape.pair) }
  private static let rooms = [
    "會議室", "備勤室", "辦公室", "庫房", "儲藏室", "機房", "寢室", "車庫", "員工餐廳", "中庭", "圍牆", "屋頂", "外牆",
  ]
  private static let things = [
    "不斷電", "頻寬", "伺服器", "主機", "防火牆", "交換器", "電話機", "話機", "投影", "音響", "燈具", "辦公桌", "桌面", "置物櫃", "制服", "背心", "便當",
    "識別證", "鑰匙", "門禁", "輪值表", "通訊錄", "分機表", "規格", "格式", "來文",
  ]
  private static let acts = [
    "租期", "租約", "租用", "外租", "看管", "更換", "汰換", "採購", "新購", "添購", "購置", "整修", "維修", "粉刷", "油漆", "清洗", "招標", "發包", "決標",
    "標案",
    "續約", "搬遷", "歸檔", "銷毀", "裝訂", "護貝", "種植", "修剪", "割草", "除草", "換季", "送修", "請假", "簽核", "差假", "保管", "繕打", "調漲", "支應",
    "核銷",
    "印刷", "收發",
  ]
}
