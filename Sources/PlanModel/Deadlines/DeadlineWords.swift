/// The words of deadlines. Of words that begin alike the longer one stands first.
enum DeadlineWords {
  /// Words that stand for a deadline and give none.
  static let nothing: Set<String> = [
    "無", "-", "--", "未定", "待定", "另定", "另訂", "未訂", "待訂", "N/A", "n/a", "NA", "待確認", "待補", "未排定", "尚未排定", "尚未確定", "TBD",
    "tbd",
  ]
  /// Words that say that something will be done, and not by when.
  static let soon = [
    "儘速", "盡速", "儘快", "盡快", "儘早", "盡早", "儘量", "及早", "早日", "從速", "速辦", "近期", "近日", "日後", "未來", "擇期", "擇日", "另行通知",
    "另行公告", "另行訂定", "屆時", "適當時間", "適當時機",
  ]
  /// What goes on; behind them words may say what: 持續推廣.
  static let goesOn = [
    "持續", "賡續", "廣續", "繼續", "續", "經常", "常態", "例行", "長期", "逐年", "分年", "隨時", "隨到隨", "隨案", "即時", "平時", "日常", "不間斷",
    "不斷", "全年度", "全年", "整年度", "整年", "終年", "常年", "全期", "全程",
  ]
  /// What goes on, as whole words.
  static let always = [
    "全天候", "全天", "每天24小時", "每日24小時", "全日24小時", "24小時", "365天", "一年四季", "年度中", "平日", "假日", "例假日", "上班時間", "上班日",
    "上班期間", "辦公時間", "服務時間", "開放時間", "營業時間", "上課期間", "在學期間", "辦理中", "進行中", "執行中", "推動中", "規劃中", "計畫執行期間",
    "計畫期間", "計畫期程內", "執行期程內", "執行期間內", "期程內", "本計畫期間", "年度期間", "本年度內持續",
  ]
  /// What is done at once.
  static let atOnce = ["立即", "即刻", "馬上", "當場", "當下", "隨即", "當日", "當天", "即日辦", "同日"]
  /// Words that name no day of a calendar, as they stand, and what decides.
  static let occasions: [(word: String, occasion: DeadlineMeaning.Occasion)] =
    ["每年不定期", "每月不定期", "不定期", "不定時", "定期", "隨機", "機動"].map { ($0, .irregular) }
    + ["適時", "必要時", "臨時", "視需要"].map { ($0, .need) }
    + [
      "如期", "限期", "按期", "屆期", "期限內", "時限內", "規定期限", "法定期限", "規定時限", "法定時限", "公告期限",
    ].map { ($0, .rule) }
    + ["個案", "專案", "逐案", "遇案", "每案", "按件", "依件", "每件", "每次", "每場次", "每場", "每梯次"].map { ($0, .event) }
    + [
      "寒暑假", "寒、暑假", "寒假", "暑假", "連續假期", "年節", "三節", "學期初", "學期中", "學期末", "期初", "期中", "期末", "開學", "學期間", "年假",
    ].map { ($0, .season) }
  /// What a deadline depends on, before words that say what.
  static let dependsOn = ["依據", "依照", "遵照", "比照", "參照", "配合", "因應", "遵循", "依循", "依", "按照"]
  /// The same, where the words that follow have to be one of ``circumstances``: 視 begins many other words.
  static let looksAt = ["視", "得視", "端視"]
  static let circumstances = [
    "需要", "需求", "情況", "情形", "狀況", "實際", "業務", "個案", "案件", "經費", "預算", "人力", "進度", "期程", "時程", "天候", "天氣", "政策", "疫情",
    "民眾", "機關", "單位", "活動", "規定", "計畫", "契約", "案情", "必要", "核定", "通知",
  ]
  /// What happens; the words before them say what: 民眾申辦時, 開徵期間, 驗收後.
  static let happenings: [(word: String, occasion: DeadlineMeaning.Occasion)] =
    ["期間內", "期間", "季節", "季"].map { ($0, .season) }
    + ["之際", "之時", "當日", "當天", "次日", "隔日", "翌日", "之日", "時", "以前", "之前", "前", "之後", "後"].map { ($0, .event) }
  /// What is done by a deadline. Words may follow that say to what: 完成驗收.
  static let deeds = [
    "辦理完成", "辦理完竣", "完成", "完竣", "辦竣", "辦結", "辦理", "處理", "實施", "施行", "執行", "推動", "舉辦", "召開", "檢討", "提報", "提出", "提供",
    "函報",
    "陳報", "回報", "填報", "報送", "報告", "陳核", "簽核", "送交", "繳交", "送", "更新", "調整", "公告", "公布", "發布", "刊登", "修正", "修訂", "訂定",
    "擬定", "改善", "維護", "建置", "設置", "裝設", "施工", "開工", "完工", "竣工", "驗收", "上線", "啟用", "啟動", "開辦", "開始", "結束", "結案", "規劃",
    "籌備", "籌辦",
    "宣導", "彙整", "彙報", "統計", "盤點", "抽查", "稽核", "查核", "測試", "考核", "評核", "評比", "演練", "訓練", "回復", "回覆", "答復", "答覆", "通知",
    "受理", "進行", "清查", "巡檢", "巡查", "檢查", "檢視", "檢測", "保養", "出刊", "發行", "寄發", "核發", "核定", "持續", "賡續", "定期", "參加", "配合",
    "補助",
    "製作", "印製", "張貼", "汰換", "採購", "發包", "招標", "決標", "簽約", "撥付", "核銷", "追蹤", "業務", "辦",
  ]
  /// What is done with a report.
  static let reportVerbs = ["提供", "提報", "函報", "陳報", "回報", "繳交", "報送", "送交", "填報", "報告", "送"]
  /// What may close a date without changing it.
  static let endings = ["底以前", "底之前", "底前", "以前", "之前", "前", "止", "底", "內", "起", "間", "期間", "左右"]
  /// What may stand before a date.
  static let openings = [
    "執行期間", "期間", "預計於", "預定於", "預定", "預計", "應於", "請於", "並於", "訂於", "定於", "擬於", "暫定", "原則於", "原則上", "最遲於", "至遲於", "最遲",
    "至遲", "於", "約", "在",
  ]
  /// What stands between the two ends of a span.
  static let until = ["至", "到", "迄", "~", "-", "\u{301C}", "\u{223C}"]
  /// What stands between several.
  static let and = ["以及", "及", "與", "和", "暨", "並", "、", ",", ";", "/", "或", "\u{B7}", "&", "+"]
  /// What divides clauses and encloses words.
  static let marks = [",", ";", "、", "。", ":", ".", ")", "」", "』", "】", "》", "\u{201D}", "\"", "・"]
  /// What words that are enclosed as a whole begin with.
  static let openers = ["「", "『", "【", "《", "\u{201C}", "\"", "("]
}
