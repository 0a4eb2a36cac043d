/// Characters of simplified Chinese, or of Japanese, that no Taiwanese word is written with, and the one that is meant.
///
/// Those are left out that stand for several characters (发: 發, 髮), that are also characters of their own (后, 机, 据) and
/// that people here write too (台, 内, 温). Source: 教育部《常用國字標準字體表》 and 《次常用國字標準字體表》, against the
/// 《通用规范汉字表》 of China and the 常用漢字表 of Japan.
enum SimplifiedCharacter {
  /// Each as it should not be written and as it should.
  static let all: [(wrong: Unicode.Scalar, right: Unicode.Scalar)] =
    """
    爱愛 罢罷 备備 贝貝 笔筆 币幣 边邊 变變 标標 宾賓 补補 参參 仓倉 产產 长長 尝嘗 车車 陈陳 称稱 惩懲 迟遲 处處 触觸 传傳 创創 纯純 聪聰 从從 带帶 单單 \
    担擔 胆膽 导導 邓鄧 敌敵 递遞 点點 电電 东東 动動 断斷 对對 队隊 吨噸 顿頓 夺奪 恶惡 儿兒 尔爾 饭飯 飞飛 费費 奋奮 风風 妇婦 负負 盖蓋 赶趕 刚剛 纲綱 钢鋼 \
    个個 给給 贡貢 沟溝 构構 购購 顾顧 关關 观觀 馆館 贯貫 广廣 归歸 轨軌 贵貴 国國 过過 汉漢 护護 华華 怀懷 欢歡 环環 还還 挥揮 会會 货貨 积積 级級 计計 记記 \
    纪紀 际際 济濟 继繼 夹夾 驾駕 间間 艰艱 检檢 简簡 见見 将將 奖獎 讲講 胶膠 阶階 节節 结結 紧緊 进進 经經 惊驚 竞競 镜鏡 旧舊 举舉 剧劇 惧懼 觉覺 开開 \
    课課 垦墾 恳懇 库庫 块塊 宽寬 矿礦 来來 兰蘭 拦攔 览覽 劳勞 乐樂 类類 丽麗 联聯 连連 两兩 疗療 邻鄰 临臨 龄齡 岭嶺 刘劉 龙龍 楼樓 录錄 陆陸 虑慮 轮輪 论論 \
    罗羅 马馬 吗嗎 买買 卖賣 满滿 门門 们們 灭滅 难難 脑腦 拟擬 农農 欧歐 盘盤 赔賠 评評 齐齊 骑騎 启啟 迁遷 谦謙 钱錢 枪槍 墙牆 侨僑 桥橋 亲親 轻輕 庆慶 区區 \
    趋趨 权權 劝勸 让讓 扰擾 热熱 认認 荣榮 软軟 润潤 伤傷 赏賞 设設 绍紹 审審 声聲 师師 诗詩 时時 识識 实實 势勢 试試 视視 释釋 寿壽 书書 输輸 属屬 树樹 数數 \
    丝絲 诉訴 苏蘇 虽雖 随隨 岁歲 孙孫 损損 态態 谈談 汤湯 讨討 条條 铁鐵 听聽 厅廳 头頭 图圖 团團 围圍 违違 维維 伟偉 为為 卫衛 问問 务務 误誤 习習 戏戲 细細 \
    显顯 线線 现現 县縣 献獻 乡鄉 响響 项項 协協 写寫 谢謝 兴興 选選 讯訊 训訓 压壓 亚亞 严嚴 盐鹽 验驗 阳陽 养養 样樣 药藥 页頁 业業 义義 艺藝 忆憶 议議 译譯 \
    阴陰 银銀 饮飲 应應 营營 拥擁 优優 邮郵 鱼魚 预預 员員 园園 圆圓 远遠 约約 阅閱 运運 杂雜 载載 责責 择擇 泽澤 则則 赠贈 战戰 张張 赵趙 这這 针針 侦偵 镇鎮 \
    阵陣 郑鄭 证證 织織 职職 执執 质質 终終 专專 转轉 装裝 壮壯 状狀 资資 总總 组組 説說 図圖 発發 駅驛 円圓 広廣 読讀 売賣 歓歡 観觀 権權 県縣 険險 検檢 \
    験驗 労勞 価價 仮假 帰歸 気氣 戯戲 拠據 挙舉 勧勸 関關 亜亞 悪惡 圧壓 囲圍 栄榮 営營 駆驅 拡擴 覚覺 処處 剤劑 済濟 斉齊 雑雜 賛贊 残殘 実實 収收 従從 縦縱 \
    焼燒 奨獎 乗乘 譲讓 総總 続續 対對 沢澤 単單 団團 択擇 弾彈 遅遲 聴聽 鉄鐵 転轉 伝傳 当當 闘鬥 悩惱 脳腦 廃廢 髪髮 変變 辺邊 満滿 訳譯 薬藥 様樣 覧覽 \
    両兩 齢齡 録錄 湾灣 黒黑
    """.unicodeScalars.filter { $0 != " " }.pairs
}

extension [Unicode.Scalar] {
  fileprivate var pairs: [(wrong: Unicode.Scalar, right: Unicode.Scalar)] {
    stride(from: 1, to: count, by: 2).map { (self[$0 - 1], self[$0]) }
  }
}
