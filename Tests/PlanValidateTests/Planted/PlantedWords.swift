/// Words that are planted wrongly. No rule reads these lists; they are of common words of offices.
enum PlantedWords {
  /// Verbs and nouns of two characters, which are doubled.
  static let common = """
    辦理 提供 檢討 公布 設置 宣導 加強 規劃 執行 配合 建立 更新 維護 訓練 調查 分析 改善 追蹤 管制 考核 查詢 申請 受理 核發 審查 登記 測量 服務 民眾 機關 單位 人員 \
    案件 流程 資料 資訊 網站 網頁 系統 設施 設備 環境 電話 禮貌 態度 時間 期限 方式 內容 結果 意見 滿意 信箱 櫃檯 表單 文件 法令 措施 活動 志工 學校 社區 會議 教育 安全
    """.split(separator: " ").map(String.init)

  /// Words of three and more characters, each with the place of the one that is lost.
  static let long: [(word: String, lost: Int)] = [
    ("服務品質", 1), ("服務人員", 1), ("滿意度", 1), ("承辦人員", 2), ("申辦流程", 1), ("標準作業", 2), ("單一窗口", 2), ("服務措施", 1), ("便民服務", 3),
    ("資訊公開", 1), ("電子郵件", 1), ("民眾意見", 2), ("教育訓練", 1), ("無障礙", 1), ("作業程序", 1), ("服務態度", 2), ("網路申辦", 1), ("處理時間", 1),
    ("提升服務", 2),
    ("行政資訊", 1), ("服務據點", 2), ("電話禮貌", 3), ("問卷調查", 1), ("申請案件", 2), ("志願服務", 1),
  ]

  /// What is written for what, by sound.
  static let sound: [(right: String, wrong: String)] = pairs(
    """
    辦理辦裡 提供提共 檢討撿討 公布公部 設置設制 宣導宣倒 加強家強 規劃規話 執行值行 配合佩合 建立建利 更新更心 維護維戶 訓練訓鍊 調查調察 分析分悉 改善改膳 追蹤追縱 管制管致 \
    考核考合 查詢查尋 申請伸請 受理受裡 核發核法 審查審察 登記登計 服務服物 民眾名眾 機關基關 單位單為 人員人圓 案件按件 流程流成 資料資聊 資訊資迅 網站網戰 系統系桶 設備設被 環境環竟 \
    時間時件 期限其限 方式方是 內容內溶 結果節果 意見異見 滿意滿易 電話電化 活動活洞 學校學效 社區社驅 會議會義 教育教欲 安全安權 確實確時 定期訂期 製作制作 必須必需
    """)

  /// What is written for what, by shape.
  static let shape: [(right: String, wrong: String)] = pairs(
    """
    檢討檢計 設置設罝 宣導宜導 執行執衍 建立建位 更新史新 維護維獲 訓練訓諫 調查凋查 分析分折 改善政善 追蹤迫蹤 管制營制 核發該發 審查番查 服務服努 \
    機關機閱 單位單住 人員入員 流程流逞 資料資科 資訊資訅 網站綱站 系統糸統 環境壞境 時間時問 期限朝限 內容內客 結果結杲 意見意貝 滿意滿億 電話電活 活動話動 學校學枚 \
    社區杜區 會議曾議 安全安仝 未來末來 自己自已 申請甲請 土地士地 今年令年 延長廷長 徵收微收 往來住來 緣由綠由 拆除折除 特殊特株
    """)

  private static func pairs(_ words: String) -> [(right: String, wrong: String)] {
    words.split(separator: " ").map { (String($0.prefix(2)), String($0.dropFirst(2))) }
  }
}
