#!/usr/bin/env python3
"""Make plans to measure with: the same size and seed always give the same bytes.

    generate.py --bytes 40000 --seed 1 -o plan.plan.md
    generate.py --corpus 1000 --bytes 40000 -o folder

A plan is laid out as the real ones in seeds/ are: metadata, citations, narrative, the table of measures for every focus of the checklist police-107,
survey, task force, the copy of the checklist, unit table. Only the number of measures grows with the size. The wording is put together from the lists below, which
borrow the vocabulary of the real plans; no measure occurs twice. Deadlines, units and claims agree, so that plantool looks at everything and finds little.
"""

import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CHECKLIST = ROOT / "Sources" / "PlanFormats" / "Resources" / "police-107.checklist.md"

TARGETS = """對初次蒞港之外籍旅客 就港區進出之運輸業者 為轄內行動不便之長者 偕同社區巡守隊志工 與鄰近戶政及地政機關 於觀光夜市及周邊停車場 在漁港安檢所旁之服務站
針對大專校院賃居學生 就新住民家庭之申辦需求 為夜間返家之婦女 會同大型賣場保全主管 於車站轉乘大廳 為聽語障礙之申請人 就山區部落之獨居住戶 與地方法院檢察署窗口
於工業區聯合服務中心 就外送平臺之機車騎士 為首次報案之被害人 偕同里鄰長及守望相助隊 於國民小學上下學路段 對計程車與遊覽車司機 就銀行及郵局臨櫃人員 為辦理良民證之求職者
於圖書館及活動中心 就市區工程施工路段 與公路監理機關同仁 為申請路權之活動團體 於偏鄉巡迴服務車 對宗教場所負責人 就租賃業及當鋪業者 於醫院急診室聯絡處 為遺失物招領之民眾
與消防救護單位值班員 就志工及替代役男 於運動園區散場動線 對電商賣家與超商店員 為返鄉就業之青年 於農會供銷部門口 就旅館與民宿業者 於機場入境檢查臺""".split()

VERBS = "檢視 盤點 更新 簡化 彙整 編製 推廣 建置 修訂 校對 充實 測試 追蹤 分析 公布 整併".split()

SUBJECTS = """交通事故資料申請流程 臨時通行證申辦須知 受理報案標準程序 失蹤人口協尋範本 遺失物招領作業 刑事紀錄證明申請書表 檔案應用閱覽規定 服務臺雙語標示 哺集乳室與無障礙設施
官網常見問答 線上申辦系統欄位 電子表單下載專區 電話應對範例 櫃檯一次告知單 案件進度查詢管道 逾期案件通知簡訊 滿意度問卷題目 陳情案件回復範例 輿情回應分工 志願服務訓練教材
跨機關電子查驗項目 規費繳納方式 到府服務登記表 警示帳戶解除手續 道路施工交維計畫 違規檢舉審查原則 護鈔服務預約單 防詐騙宣導海報 居家安全檢測表 腳踏車烙碼站點
集會遊行申請範例 夜間服務時段公告 網頁失效連結清單 開放資料集欄位說明 英語服務詞彙表 候件叫號設備 收件確認訊息內容 會辦公文傳遞路徑 重複簿冊及報表 出入登記簿格式
創新提案審查表 標竿學習參訪心得 外勤裝備維護紀錄 監錄系統調閱程序 校園安全聯絡簿 酒駕防制宣導短片 拾得物線上公告 員警服務禮儀手冊 手機取號服務說明 受理窗口平面圖""".split()

MEANS = """由專人逐案電話回訪 以平板電腦現場填答 邀請外部委員實地抽測 與里辦公處共同設攤 併同聯合勤教時段說明 利用社群專頁圖卡說明 透過行動裝置掃碼取得 採跨科室輪流值班受理
委請學校教師協助翻譯 依申請人身分分流叫號 先以試辦點蒐集建議 比照績優單位之作業方式 將紙本表單轉為電子檔 設置單一聯絡電話 由值日幹部複核 安排同仁交叉測試
製成大字版及點字版本 編入新進人員講習教材 於服務場所張貼圖示 納入主管會報追蹤 藉地方電臺口播 附上填寫範例與圖解 以簡訊主動通知辦理進度 開放民眾於網站留言提案
配合健康檢查活動駐點 用地理資訊圖層套疊 結合企業捐助之設備 請使用者代表參與設計 以前後對照表呈現差異 依案件類型訂定處理時數 派員陪同辦理全程 提供中午不打烊窗口
運用資料庫比對重複欄位 依轄區特性調整內容 改採電子簽核傳遞 隨案檢附意見回饋卡 以情境演練考評 召集承辦人座談研商 建立代理人互補名單 錄製三分鐘教學影片
訂定檢核清單逐點核對 與資訊廠商辦理壓力測試 由資深員警擔任輔導員 結合節慶活動發送摺頁 以角色扮演方式複訓 寄送電子報予訂閱者 採無紙化會議方式審閱 依語系分別排版印製""".split()

AIMS = """減少民眾往返奔波 縮短現場等候時間 降低退補件之比率 提高首次答覆正確率 使外籍人士易於理解 節省紙張與郵資支出 避免同仁重複登打 維護當事人個人資料 增進弱勢族群之可近性
讓查詢結果一目了然 強化跨單位橫向聯繫 提升網站瀏覽便利性 凝聚在地防衛共識 促成公私部門協力 培養同仁主動關懷習慣 確保時限內結案 消弭不實訊息之影響 充實服務績效之佐證
落實資訊公開透明 厚植基層專業能力 建立可複製之服務模式 拉近警民之間距離 完善被害人保護網絡 使受理標準趨於一致 開拓線上服務使用人口 掌握需求變化趨勢 減輕第一線人力負荷
擴大創新提案之參與 優化臨櫃洽公環境 保障身心障礙者權益 化解常見申訴爭議 帶動青年參與公共事務 促進觀光產業發展 鞏固交通秩序與安全 發揮預防犯罪之效果 提振員工士氣及榮譽感
精簡內部審核層級 增加數位學習之成效 便於管考單位查核 回應地方發展之期待 使資源配置更為合理 鼓勵民眾使用無障礙服務 展現機關革新之決心 符合節能減碳之政策 完備異地備援之程序
降低電話轉接之次數 提供安心友善之空間 延伸假日服務之量能 維持公共場所之整潔 引導廠商自主管理""".split()

STEPS = """彙整前一年度之統計數據 研擬改善方案草案 簽奉核定後函送各單位 完成系統參數設定 辦理說明會一場 選定示範據點試行 檢討試行結果 公告實施並更新網頁 蒐集使用者回饋意見 陳報執行成果
印製宣導摺頁三款 編列所需經費 製作操作手冊 排定值勤人員名單 設計問卷並函請審閱 完成場地勘查""".split()

BENEFITS = """平均等候時間減至十分鐘以內 年度退補件率低於百分之五 線上申辦比率提高至三成 電話禮貌測試達九十分以上 陳情案件全數於期限內結案 同仁測驗合格率達九成五 網頁連結有效率達九成九
服務滿意度達八成八 每月節省影印用紙五百張 宣導場次達二十四場""".split()

# Name, and who heads it.
UNITS = [
    ("秘書室", "主任"), ("行政科", "科長"), ("訓練科", "科長"), ("後勤科", "科長"), ("資訊室", "主任"), ("公關室", "主任"), ("防治科", "科長"), ("交通科", "科長"), ("外事科", "科長"), ("人事室", "主任"),
]
COLLECTIVES = ["各分局", "各外勤單位"]
DIVISIONS = ["秘書室(檔案)", "秘書室(研考)", "秘書室(事務)"]

DEADLINES = [
    "107年2月", "107年3月", "107年4月", "107年5月31日", "107年6月", "107年7月", "107年8月", "107年9月28日", "107年10月", "107年11月", "107年12月", "107年第3季", "107年6月及12月",
    "107年3月1日至107年10月31日", "持續辦理", "賡續辦理，並請於107年6月29日前提供辦理情形", "107年每月", "107年每季",
]
NUMERALS = "一二三四五六七八九十"

HEAD = """# 某某市政府警察局{year}年度提升服務品質執行計畫

- 機關：某某市政府警察局
- 年度：{year}
- 期程：自107年1月1日起至107年12月31日止，計1年
- 檢核表：police-107

## 壹、計畫依據

- 一、行政院107年1月2日院授發社字第1070000001號函頒「政府服務躍升方案」。
- 二、內政部警政署107年3月1日警署秘字第1070062631號函頒「警察機關107年度提升服務品質實施計畫」。

## 貳、計畫目標

以民眾需求為出發點，檢討申辦流程，運用資訊科技，提供正確、便捷、友善之服務：

- 一、提供正確、一致的服務。
- 二、主動回應民眾需求：
  - (一)設置單一窗口。
  - (二)推動線上申辦。
- 三、開放民眾參與，精進服務內涵。

## 參、實施期程

自107年1月1日起至107年12月31日止。

## 肆、計畫內容

具體作法詳如附表1，措施調查詳如附表2，推動小組名冊詳如附表3，檢核表詳如附表4。

## 伍、考核獎懲

依「警察人員獎懲標準」辦理獎懲；聯絡電話02-2000-0000，網址：https://www.example.gov.tw/service?year=107。

"""


class Random:
    """SplitMix64: the same numbers with every version of Python."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, bound: int) -> int:
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        value = self.state
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (value ^ (value >> 31)) % bound

    def pick(self, values):
        return values[self.below(len(values))]

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent


def checklist() -> tuple[list[tuple[int, str]], str]:
    """The headings of the checklist with their levels in a plan, and the checklist as a plan copies it."""
    headings: list[tuple[int, str]] = []
    copy: list[str] = []
    dimension = 0
    body = CHECKLIST.read_text(encoding="utf-8").split("\n## ", 1)[1]
    for line in ("## " + body).splitlines():
        marks = line.split(" ", 1)[0]
        if marks and set(marks) == {"#"}:
            name = line[len(marks) + 1 :]
            if marks == "##":
                kind = "整體" if name.startswith("開放創新") else "個別"
                name = f"{NUMERALS[dimension]}、{kind}評核構面-{name}"
                dimension += 1
            headings.append((len(marks) + 1, name))
            copy.append("#" * (len(marks) + 1) + " " + name)
        elif not line or line.startswith(("- [ ]", ">")):
            # Other names and key words are for programs: no plan copies them.
            copy.append(line)
    text = "\n".join(copy) + "\n"
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return headings, text


class Plan:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.used: set[tuple[int, int, int, int]] = set()
        self.measures = 0
        self.is_numbered = True

    def sentence(self) -> str:
        """The words of a measure that no other one has; short of 117,600 measures any two differ in more than the circle of people that they are for."""
        lists = (SUBJECTS, MEANS, AIMS)
        while True:
            triple = tuple(self.random.below(len(words)) for words in lists)
            spare = len(self.used) > 80_000
            key = (*triple, self.random.below(len(TARGETS)) if spare else 0)
            if key not in self.used:
                break
        self.used.add(key)
        target = TARGETS[key[3]] if spare else self.random.pick(TARGETS)
        subject, means, aim = (words[index] for words, index in zip(lists, triple))
        return self.random.pick([
            f"{target}{self.random.pick(VERBS)}{subject}，{means}，以{aim}。",
            f"{self.random.pick(VERBS)}{subject}：{target}{means}，{aim}。",
            f"{means}，{target}{self.random.pick(VERBS)}「{subject}」，俾{aim}。",
        ])

    def units(self) -> str:
        first = self.measures % len(UNITS)  # Every head in the task force has something to do.
        names = [UNITS[first][0]]
        if self.random.chance(35):
            names.append(UNITS[(first + 1 + self.random.below(len(UNITS) - 1)) % len(UNITS)][0])
        if self.random.chance(15):
            names.append(self.random.pick(COLLECTIVES))
        if names[0] == "秘書室" and self.random.chance(40):
            names[0] = self.random.pick(DIVISIONS)
        return self.random.pick(["、", "、", "；"]).join(names)

    def deadline(self) -> str:
        return self.random.pick(DEADLINES)

    def measure(self, number: int, has_fields: bool) -> str:
        mark = f"{number}. " if self.is_numbered else "- "
        indent = " " * len(mark)
        lines = [mark + self.sentence()]
        if has_fields:
            lines += [f"{indent}- 完成期限：{self.deadline()}", f"{indent}- 承辦單位：{self.units()}"]
            if self.random.chance(6):
                lines.append(f"{indent}- 預期效益：{self.random.pick(BENEFITS)}。")
            if self.random.chance(5):
                lines.append(f"{indent}- 辦理情形：107年6月20日 {self.random.pick(STEPS)}（{10 + 10 * self.random.below(8)}%）")
        if self.random.chance(8):
            start = self.random.below(len(STEPS))
            count = 2 + self.random.below(2)
            lines += [f"{indent}- ({NUMERALS[step]}){STEPS[(start + step) % len(STEPS)]}。" for step in range(count)]
        self.measures += 1
        return "\n".join(lines) + "\n"

    def row(self, first: str) -> str:
        self.measures += 1
        return f"| {first} | {self.sentence()} | {self.deadline()} | {self.units()} |\n"


def rest(copy: str) -> str:
    """What follows the table of measures; the same in every plan."""
    survey = "## 附表2、提升服務品質組織診斷具體作法措施調查表\n\n| 構面名稱 | 項目 | 措施名稱 | 措施內容 |\n| --- | --- | --- | --- |\n"
    survey += "| 基礎服務 | 服務一致及正確 | 流程再造 | 一、盤點申辦業務流程。<br>二、辦理業務測驗。 |\n| | 服務友善 | 友善環境 | 增設指標與服務鈴。 |\n"
    survey += "| 服務遞送 | 服務便捷 | 單一櫃檯 | 受理後由內部流轉。 |\n\n（本表不敷使用時請自行擴充）\n\n"
    force = "## 附表3、提升服務品質推動小組編組名冊\n\n| 職稱 | 現職 | 姓名 | 職掌 | 備考 |\n| --- | --- | --- | --- | --- |\n"
    force += "| 召集人 | 局長 | | 綜理全般事宜 | |\n| 副召集人 | 副局長 | | 襄理全般事宜 | |\n| 執行秘書 | 秘書室主任 | | 綜合規劃及管制考核 | |\n"
    force += "".join(f"| 委員 | {name}{head} | | 督導{name}辦理本案規劃及推動事項 | |\n" for name, head in UNITS[1:])
    table = "\n## 單位表\n\n| 單位 | 別名 | 上級 | 性質 |\n| --- | --- | --- | --- |\n"
    table += "".join(f"| {name} | | {name.split('(')[0]} | |\n" for name in DIVISIONS)
    table += "".join(f"| {name} | | | 統稱 |\n" for name in COLLECTIVES)
    return survey + force + "\n## 附表4、提升服務品質組織診斷檢核表\n\n" + copy + table


def plan(size: int, seed: int) -> str:
    """A plan of about `size` bytes, and of some 20 KB at the least: one measure to a focus."""
    made = Plan(seed)
    headings, copy = checklist()
    tail = rest(copy)
    parts = [HEAD.format(year=107)]
    parts.append("## 附表1、提升服務品質組織診斷具體作法表\n\n")
    frame = len((parts[0] + parts[1] + tail + "".join(name for _, name in headings)).encode())
    leaves = [index for index, (level, _) in enumerate(headings) if index + 1 == len(headings) or headings[index + 1][0] <= level]
    room = max(0, size - frame) / len(leaves)
    # A number of a measure has three digits at the most.
    made.is_numbered = room < 150_000
    filled = 0.0
    due = 0.0
    for index, (level, name) in enumerate(headings):
        parts.append("#" * level + " " + name + "\n\n")
        if index not in leaves:
            continue
        # The dimension 開放創新 has neither deadlines nor units, as in the official form.
        has_fields = level == 5
        due += room
        number = 0
        as_table = has_fields and made.random.chance(20)
        if as_table:
            parts.append("| 具體作法 | 完成期限 | 承辦單位 |\n| --- | --- | --- |\n")
        while number == 0 or filled < due:
            number += 1
            text = made.row("")[4:] if as_table else made.measure(number, has_fields)
            text = "|" + text if as_table else text
            filled += len(text.encode())
            parts.append(text)
        parts.append("\n")
    return "".join(parts) + tail


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bytes", type=int, default=40_000, help="about how large a plan is to be (40000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=int, metavar="N", help="write N plans, with seeds from --seed on, into the folder -o")
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    options = parser.parse_args()
    if options.corpus is None:
        options.output.write_text(plan(options.bytes, options.seed), encoding="utf-8", newline="\n")
        return 0
    options.output.mkdir(parents=True, exist_ok=True)
    for number in range(options.corpus):
        text = plan(options.bytes, options.seed + number)
        (options.output / f"{number:04}.plan.md").write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
