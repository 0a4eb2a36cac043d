"""Plans that are made to be slow or to be printed at great length, for check-limits.py.

A trap is a name, the number of things in a first try, a function that makes a file with so many things, and its syntax.
"""

import json
import re

HEAD = "# 某某市政府警察局甲分局107年度提升服務品質執行計畫\n\n- 機關：某某市政府警察局甲分局\n- 年度：107\n- 期程：107年1月1日至107年12月31日\n- 檢核表：police-107\n\n"
GOALS = HEAD + "## 壹、計畫目標\n\n"
TABLE = HEAD + "## 附表1、提升服務品質組織診斷具體作法表\n\n### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n- 完成期限：107年每月\n- 承辦單位：秘書室\n\n"
PIPES = HEAD + "## 附表1、提升服務品質組織診斷具體作法表\n\n| 評核構面 | 評核項目 | 評核重點 | 具體作法 | 完成期限 | 承辦單位 |\n| --- | --- | --- | --- | --- | --- |\n| 基礎服務（200分） | 服務一致及正確 | 服務及時性 "
MEASURES = HEAD + "## 附表1、提升服務品質組織診斷具體作法表\n\n"
FIRST = "| 甲乙丙。 | 107年5月 | 秘書室 |\n"


def chinese(number: int) -> str:
    """A name that differs from every other."""
    return "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(number))


def measures(n: int, text) -> str:
    return TABLE + "".join(f"{i + 1}. {text(i)}\n" for i in range(n))


def member_json(**members) -> str:
    plan = {"format": "plantool/1", "title": "某某市政府警察局甲分局107年度提升服務品質執行計畫", "agency": "某某市政府警察局甲分局", "year": 107,
            "period": "107年1月1日至107年12月31日", "checklist": "police-107", "sections": []}
    plan.update(members)
    return json.dumps(plan, ensure_ascii=False)


def narrative(text: str) -> str:
    return member_json(sections=[{"heading": "壹、計畫目標", "kind": "narrative", "text": text}])


# name: (n of the small run, what makes the plan, syntax)
TRAPS = {
    "measures-near-equal": (2000, lambda n: measures(n, lambda i: f"每月檢討逾期案件並改善，列管第{i}號案件之辦理情形。"), "md"),
    "measures-equal": (2000, lambda n: measures(n, lambda i: "每月檢討逾期案件並改善，列管案件之辦理情形。"), "md"),
    "measures-nested-fields": (1000, lambda n: measures(n, lambda i: f"檢討第{i}號案件：\n   - 完成期限：107年{i % 12 + 1}月\n   - 承辦單位：{chinese(i)}科"), "md"),
    "measures-contained": (1000, lambda n: measures(n, lambda i: "檢討" + "案件" * (i % 200) + f"第{i}號並改善。"), "md"),
    "measures-rows": (2000, lambda n: PIPES + FIRST + "".join(f"| | | | 每月檢討第{i}號案件。 | 107年5月 | 秘書室 |\n" for i in range(n)), "md"),
    "measures-one-date": (2000, lambda n: measures(n, lambda i: "107年5月1日前檢討。"), "md"),
    "measures-numbered-lines": (2000, lambda n: GOALS + "".join(f"{i + 1}. 檢討{chinese(i)}。\n" for i in range(n)), "md"),
    "measures-numbered-chinese": (2000, lambda n: GOALS + "".join(f"（{chinese(i)}）檢討。\n\n" for i in range(n)), "md"),
    "numbers-behind-each-other": (2000, lambda n: GOALS + "".join(f"({i + 1})檢討，" for i in range(n)) + "\n", "md"),
    "numbers-equal": (2000, lambda n: GOALS + "1. 檢討。\n" * n, "md"),
    "problems-fields": (2000, lambda n: TABLE + "1. 甲。\n   - 完成期線：4月\n" * n, "md"),
    "problems-outside": (2000, lambda n: HEAD + "甲。\n\n" * n + "## 壹、乙\n", "md"),
    "problems-rows": (2000, lambda n: PIPES + FIRST + "| 甲 | 乙 |\n" * n, "md"),
    "problems-headings": (2000, lambda n: GOALS + "##甲\n\n" * n, "md"),
    "problems-titles": (2000, lambda n: GOALS + "# 甲\n\n" * n, "md"),
    "problems-comments": (2000, lambda n: GOALS + "<!-- plantool-disable PT999 -->\n\n甲。\n\n" * n, "md"),
    "line-plain": (100_000, lambda n: GOALS + "甲乙丙丁" * n + "\n", "md"),
    "line-one-letter": (300_000, lambda n: GOALS + "a" * n + "\n", "md"),
    "line-digits": (100_000, lambda n: GOALS + "1" * n + "\n", "md"),
    "line-chinese-digits": (100_000, lambda n: GOALS + "一百" * n + "\n", "md"),
    "line-blanks": (300_000, lambda n: GOALS + "甲" + " " * n + "乙\n", "md"),
    "line-stars": (100_000, lambda n: GOALS + "*" * n + "\n", "md"),
    "line-backticks": (100_000, lambda n: GOALS + "` `` " * n + "\n", "md"),
    "line-links": (50_000, lambda n: GOALS + "[a](" * n + "\n", "md"),
    "line-addresses": (10_000, lambda n: GOALS + "https://a.example/甲 " * n + "\n", "md"),
    "line-footnotes": (50_000, lambda n: GOALS + "[^1]" * n + "\n", "md"),
    "line-references": (50_000, lambda n: GOALS + "[a][b]" * n + "\n", "md"),
    "line-brackets-open": (100_000, lambda n: GOALS + "[" * n + "\n", "md"),
    "line-underscores": (100_000, lambda n: GOALS + "_a_" * n + "\n", "md"),
    "line-entities": (50_000, lambda n: GOALS + "&amp;" * n + "\n", "md"),
    "line-tags": (50_000, lambda n: GOALS + "<a>" * n + "\n", "md"),
    "line-semicolons": (50_000, lambda n: GOALS + "甲；" * n + "\n", "md"),
    "line-full-stops": (50_000, lambda n: GOALS + "甲。" * n + "\n", "md"),
    "line-emoji": (50_000, lambda n: GOALS + "👨‍👩‍👧‍👦" * n + "\n", "md"),
    "line-white": (100_000, lambda n: GOALS + "甲" + "　" * n + "乙\n", "md"),
    "line-at-signs": (50_000, lambda n: GOALS + "a@a." * n + "\n", "md"),
    "line-combining": (100_000, lambda n: GOALS + "e" + "\u0301" * n + "\n", "md"),
    "brackets-open": (100_000, lambda n: GOALS + "（" * n + "\n", "md"),
    "brackets-nested": (50_000, lambda n: GOALS + "（" * n + "）" * n + "\n", "md"),
    "brackets-crossed": (50_000, lambda n: GOALS + "（「" * n + "）」" * n + "\n", "md"),
    "quotes-open": (100_000, lambda n: GOALS + "「" * n + "\n", "md"),
    "quotes-names": (5000, lambda n: GOALS + "".join(f"「{chinese(i)}計畫」、" for i in range(n)) + "。\n", "md"),
    "quotes-names-measures": (2500, lambda n: measures(n, lambda i: f"辦理「{chinese(i)}宣導計畫」。"), "md"),
    "block-quotes": (20_000, lambda n: GOALS + ">" * n + " 甲\n", "md"),
    "lists-deep": (1000, lambda n: GOALS + "".join("  " * i + "- 甲\n" for i in range(n)), "md"),
    "lists-one-line": (20_000, lambda n: GOALS + "- " * n + "甲\n", "md"),
    "lists-long": (20_000, lambda n: GOALS + "- 甲\n" * n, "md"),
    "lists-loose": (20_000, lambda n: GOALS + "- 甲\n\n" * n, "md"),
    "lists-deep-measure": (500, lambda n: TABLE + "".join("   " * i + "1. 甲\n" for i in range(n)), "md"),
    "headings": (2000, lambda n: HEAD + "".join(f"## {chinese(i)}\n\n甲。\n\n" for i in range(n)), "md"),
    "headings-numbered": (2000, lambda n: HEAD + "".join(f"## {i}、{chinese(i)}\n\n甲。\n\n" for i in range(n)), "md"),
    "headings-checklist": (2000, lambda n: TABLE + "".join(f"##### {chinese(i)}\n\n1. 甲乙。\n\n" for i in range(n)), "md"),
    "headings-equal": (2000, lambda n: TABLE + "".join("##### 服務及時性\n\n1. 甲乙。\n\n" for i in range(n)), "md"),
    "headings-equal-sections": (2000, lambda n: HEAD + "## 壹、計畫目標\n\n甲。\n\n" * n, "md"),
    "headings-setext": (2000, lambda n: GOALS + "甲\n---\n\n" * n, "md"),
    "headings-marks": (300_000, lambda n: HEAD + "#" * n + "\n", "md"),
    "units-cell": (5000, lambda n: PIPES + f"| 甲。 | 107年5月 | {'、'.join(chinese(i) + '科' for i in range(n))} |\n", "md"),
    "cell-text": (50_000, lambda n: PIPES + f"| {'甲乙丙丁' * n} | 107年5月 | 秘書室 |\n", "md"),
    "cell-breaks": (50_000, lambda n: PIPES + f"| {'甲<br>' * n} | 107年5月 | 秘書室 |\n", "md"),
    "cell-deadline": (50_000, lambda n: PIPES + f"| 甲。 | {'每月' * n} | 秘書室 |\n", "md"),
    "cell-deadline-digits": (50_000, lambda n: PIPES + f"| 甲。 | {'1' * n}年 | 秘書室 |\n", "md"),
    "units-names": (2000, lambda n: PIPES + "".join(f"| 甲{i}。 | 107年5月 | {chinese(i)}科 |\n" for i in range(n)), "md"),
    "units-table": (2000, lambda n: HEAD + "## 單位表\n\n| 單位 | 別名 | 上級 | 性質 |\n| --- | --- | --- | --- |\n" + "".join(f"| {chinese(i)}科 | {chinese(i)} | 某局 | |\n" for i in range(n)), "md"),
    "units-equal": (5000, lambda n: PIPES + f"| 甲。 | 107年5月 | {'、'.join('行政科' for i in range(n))} |\n", "md"),
    "units-words": (5000, lambda n: measures(1, lambda i: "請" + "、".join(chinese(i) + "科" for i in range(n)) + "辦理。"), "md"),
    "suppressions": (5000, lambda n: TABLE + "".join(f"<!-- plantool-disable-next-line PT301 -- 理由{i} -->\n1. 甲乙{i}。\n\n" for i in range(n)), "md"),
    "suppressions-file": (5000, lambda n: GOALS + "".join(f"<!-- plantool-disable-file PT301「甲{i}」 -- 理由 -->\n" for i in range(n)), "md"),
    "suppressions-open": (5000, lambda n: GOALS + "<!-- plantool-disable PT301 -- 理由 -->\n" * n, "md"),
    "comments-open": (20_000, lambda n: GOALS + "<!-- 甲\n\n" * n, "md"),
    "comments-open-inside": (20_000, lambda n: GOALS + "甲<!--" * n + "\n", "md"),
    "pipes-row": (50_000, lambda n: PIPES + FIRST + "|" * n + "\n", "md"),
    "pipes-header": (10_000, lambda n: GOALS + "|甲" * n + "|\n" + "|---" * n + "|\n" + "|乙" * n + "|\n", "md"),
    "pipes-lines": (20_000, lambda n: GOALS + "|\n" * n, "md"),
    "pipes-escaped": (50_000, lambda n: PIPES + "| " + "\\|" * n + " | 107年5月 | 秘書室 |\n", "md"),
    "grids-html-rows": (2000, lambda n: MEASURES + "<table><tr><th>評核構面<th>具體作法<th>完成期限<th>承辦單位\n<tr><td rowspan=0>甲<td>檢討。<td rowspan=1000000000>107年5月<td>秘書室\n" + "<tr><td>檢討。<td>秘書室\n" * n + "</table>\n", "md"),
    "grids-html-spans": (5000, lambda n: MEASURES + "<table><tr>" + "<td rowspan=1000000000 colspan=1000000000>甲" * n + "<tr><td>乙" * n + "</table>\n", "md"),
    "grids-html-columns": (5000, lambda n: MEASURES + "<table><tr>" + "<td rowspan=0>甲" * n + "<tr><td>乙" * n + "</table>\n", "md"),
    "grids-html-words": (5000, lambda n: MEASURES + "<table><tr><th>評核構面<th>具體作法<th>績效指標<tr><td>甲<td>乙<td rowspan=0>" + "丙" * n + "<tr><td>乙" * n + "</table>\n", "md"),
    "grids-html-tags": (20_000, lambda n: MEASURES + "<table><tr><td>甲" + "<td \"" * n + "</table>\n", "md"),
    "grids-html-open": (20_000, lambda n: MEASURES + "<table><tr><td>甲\n\n" * n, "md"),
    "grids-html-nested": (20_000, lambda n: MEASURES + "<table><tr><td>" * n + "</table>" * n + "\n", "md"),
    "grids-html-comments": (20_000, lambda n: MEASURES + "<table><tr><td>甲" + "<!--" * n + "</table>\n", "md"),
    "grids-frames": (300, lambda n: MEASURES + ("+" + "-+" * n + "\n" + "|" + " |" * n + "\n") * 20 + "+" + "-+" * n + "\n", "md"),
    "grids-frames-torn": (2000, lambda n: MEASURES + "+--+--+\n|甲|乙|\n+--+  +\n|丙 丁|\n" * n, "md"),
    "grids-tabs-quotes": (20_000, lambda n: MEASURES + "評核構面\t具體作法\n甲\t\"乙\n\n" * n, "md"),
    "grids-columns": (5000, lambda n: MEASURES + "-----------\n構面  具體作法\n----  ----\n" + "甲    乙\n\n" * n, "md"),
    "grids-columns-open": (5000, lambda n: MEASURES + "-----------\n構面  具體作法\n----  ----\n甲  乙\n\n" * n, "md"),
    "tables-starts": (5000, lambda n: GOALS + "|甲|乙|\n|-|-|\n\n" * n, "md"),
    "lines-blank": (300_000, lambda n: GOALS + "\n" * n, "md"),
    "lines-blank-in-item": (300_000, lambda n: TABLE + "1. 甲\n" + "\n" * n + "   乙\n", "md"),
    "lines-paragraph": (20_000, lambda n: GOALS + "甲乙丙丁\n" * n, "md"),
    "lines-lone-cr": (100_000, lambda n: GOALS + "甲\r" * n, "md"),
    "fences": (20_000, lambda n: GOALS + "```\n~~~\n" * n, "md"),
    "citations": (3000, lambda n: GOALS + "".join(f"- 某某市政府警察局107年{i % 12 + 1}月5日某警秘字第107{i:07d}號函。\n" for i in range(n)), "md"),
    "citations-paragraph": (3000, lambda n: GOALS + "".join(f"某某市政府警察局107年{i % 12 + 1}月5日某警秘字第107{i:07d}號函、" for i in range(n)) + "\n", "md"),
    "limits-paragraph": (2000, lambda n: GOALS + "".join(f"民眾陳情應於{i % 9 + 1}日內回覆。" for i in range(n)) + "\n", "md"),
    "limits-items": (1500, lambda n: GOALS + "".join(f"- 民眾陳情應於{i + 1}日內回覆。\n" for i in range(n)), "md"),
    "limits-two": (1500, lambda n: GOALS + "".join(f"- 民眾陳情應於{i % 2 + 6}日內回覆。\n" for i in range(n)), "md"),
    "dates-paragraph": (5000, lambda n: GOALS + "".join(f"107年{i % 12 + 1}月{i % 28 + 1}日、" for i in range(n)) + "\n", "md"),
    "dates-impossible": (3000, lambda n: GOALS + "107年2月30日、" * n + "\n", "md"),
    "dates-cell": (5000, lambda n: PIPES + f"| 甲。 | {'、'.join(f'107年{i % 12 + 1}月{i % 28 + 1}日' for i in range(n))} | 秘書室 |\n", "md"),
    "counts-paragraph": (3000, lambda n: GOALS + "甲、乙、丙等4項，" * n + "\n", "md"),
    "counts-long-list": (10_000, lambda n: GOALS + "甲乙、" * n + "丙等4項。\n", "md"),
    "counts-lists": (10_000, lambda n: GOALS + "甲、" * n + "等4項" * n + "\n", "md"),
    "sums": (3000, lambda n: GOALS + "甲3件、乙4件，合計8件；" * n + "\n", "md"),
    "sums-one": (3000, lambda n: GOALS + "甲3件、" * n + "合計8件。\n", "md"),
    "percent": (3000, lambda n: GOALS + "甲占30%、乙占40%、" * n + "\n", "md"),
    "clauses": (3000, lambda n: GOALS + "".join(f"並應加強宣導服務{chinese(i)}措施，" for i in range(n)) + "\n", "md"),
    "clauses-equal": (3000, lambda n: GOALS + "並應加強宣導服務措施，" * n + "\n", "md"),
    "doubled-words": (20_000, lambda n: GOALS + "辦理" * n + "\n", "md"),
    "doubled-long": (2000, lambda n: GOALS + "".join(chinese(i) for i in range(n)) * 2 + "\n", "md"),
    "attachments": (2000, lambda n: HEAD + "## 壹、計畫內容\n\n" + "".join(f"詳如附表{i + 1}。\n\n" for i in range(n)) + "".join(f"## 附表{i + 1}、甲{chinese(i)}\n\n乙。\n\n" for i in range(n)), "md"),
    "attachments-absent": (5000, lambda n: GOALS + "".join(f"詳如附表{i + 1}。" for i in range(n)) + "\n", "md"),
    "attachments-same": (2000, lambda n: HEAD + "".join(f"## 附表1、甲{chinese(i)}\n\n詳附表1。\n\n" for i in range(n)), "md"),
    "survey": (3000, lambda n: HEAD + "## 附表2、服務躍升評估調查表\n\n| 評核構面 | 評核項目 | 具體作法 |\n| --- | --- | --- |\n" + "".join(f"| 基礎服務 | {chinese(i)} | 甲乙{i}。 |\n" for i in range(n)), "md"),
    "task-force": (2000, lambda n: HEAD + "## 附表3、提升服務品質推動小組名冊\n\n| 編號 | 職稱 | 單位 | 姓名 | 負責事項 |\n| --- | --- | --- | --- | --- |\n" + "".join(f"| {i + 1} | 組員 | {chinese(i)}科 | 王{chinese(i)} | 甲乙{i}。 |\n" for i in range(n)), "md"),
    "addresses": (3000, lambda n: GOALS + "".join(f"- 網址：https://www{i}.example.gov.tw/甲\n" for i in range(n)), "md"),
    "addresses-simplified": (2000, lambda n: GOALS + "".join(f"- 網址：https://www{i}.example.gov.tw/ 服务电话\n" for i in range(n)), "md"),
    "latin-spellings": (2000, lambda n: GOALS + "".join(f"- 下載 App{i} 及 app{i}，以 App 與 APP 通知，張貼 QR Code、QR-Code。\n" for i in range(n)), "md"),
    "words-exchanged": (2000, lambda n: GOALS + "".join(f"- 護{chinese(i)}鈔運送，運{chinese(i)}鈔護送，由監視錄影監視系統、錄影監視系統列管，勤務 指揮中心{chinese(i)}\n" for i in range(n)), "md"),
    "dots-for-commas": (2000, lambda n: GOALS + "檢討案件辦理情形·" * n + "\n", "md"),
    "names-alike": (2000, lambda n: measures(n, lambda i: f"由{chinese(i)}派出所辦理「{chinese(i)}專案」，另請{chinese(i)}分局協助。"), "md"),
    "look-alikes": (10_000, lambda n: GOALS + "１０７年О月" * n + "\n", "md"),
    "placeholders": (3000, lambda n: GOALS + "- ○○○（待補）\n" * n, "md"),
    "personal-data": (5000, lambda n: GOALS + "0912345678、A123456789、" * n + "\n", "md"),
    "json-measure-text": (100_000, lambda n: narrative("甲乙丙丁" * n), "json"),
    "json-brackets-measures": (2000, lambda n: member_json(sections=[{"heading": "附表1、提升服務品質組織診斷具體作法表", "kind": "measures", "items": [{"measures": [{"text": f"（甲「乙{chinese(i)}"} for i in range(n)]}]}]), "json"),
    "json-unknown-keys": (2000, lambda n: member_json(sections=[{"heading": "壹、甲", "kind": "narrative", "text": "甲。", chinese(i): 0} for i in range(n)]), "json"),
    "json-lines": (50_000, lambda n: narrative("\n" * n + "甲"), "json"),
    "json-escapes": (50_000, lambda n: narrative("x").replace('"x"', '"' + "\\u7532" * n + '"'), "json"),
    "json-brackets": (50_000, lambda n: narrative("（" * n), "json"),
    "json-lists": (20_000, lambda n: narrative("- " * n + "甲"), "json"),
    "json-sections": (2000, lambda n: member_json(sections=[{"heading": chinese(i), "kind": "narrative", "text": "甲。"} for i in range(n)]), "json"),
    "json-keys": (5000, lambda n: "{" + ",".join(f'"k{i}":0' for i in range(n)) + "}", "json"),
    "json-keys-equal": (5000, lambda n: "{" + ",".join('"k":0' for i in range(n)) + "}", "json"),
    "json-elements": (50_000, lambda n: '{"sections":[' + ",".join("0" for _ in range(n)) + "]}", "json"),
    "json-nesting": (100_000, lambda n: "[" * n, "json"),
    "json-nesting-objects": (100_000, lambda n: '{"a":' * n, "json"),
    "json-digits": (200_000, lambda n: '{"year":' + "1" * n + "}", "json"),
    "json-one-string": (300_000, lambda n: '"' + "a" * n, "json"),
    "json-blanks": (300_000, lambda n: "{" + " " * n + "}", "json"),
}


# What one heading says once holds for everything below it, and views, findings and formats say it again.
def under(fields: str, measures: str, names: tuple[str, str, str] = ("基礎服務（200分）", "服務一致及正確", "服務及時性")) -> str:
    """A table whose lowest heading has fields and measures."""
    return HEAD + "## 附表1、提升服務品質組織診斷具體作法表\n\n" + "".join(
        f"{'#' * (number + 3)} {name}\n\n" for number, name in enumerate(names)) + fields + "\n\n" + measures


def numbered(n: int, text) -> str:
    return "".join(f"{i + 1}. {text(i)}\n" for i in range(n))


def names(n: int, kind: str = "科") -> str:
    return "、".join(chinese(i) + kind for i in range(n))


SHARED = "- 完成期限：107年每月\n- 承辦單位：秘書室"

# Two things that grow together: printed for each other, they make a square.
REPEATS = {
    "deadline-long-units": (300, lambda n: under(f"- 完成期限：107年4月30日（{'依限辦理' * n * 2}）", numbered(n, lambda i: f"檢討{i}。\n   - 承辦單位：{chinese(i)}科")), "md"),
    "deadline-unknown": (300, lambda n: under(f"- 完成期限：{'儘速' * n * 2}\n- 承辦單位：秘書室", numbered(n, lambda i: f"檢討{i}。")), "md"),
    "deadline-points": (300, lambda n: under(f"- 完成期限：{'、'.join(f'107年{i % 12 + 1}月{i % 28 + 1}日' for i in range(n))}", numbered(n, lambda i: f"檢討{i}。\n   - 承辦單位：{chinese(i)}科")), "md"),
    "deadline-daily": (300, lambda n: HEAD.replace("107年12月31日", "117年12月31日") + under("- 承辦單位：秘書室", numbered(n, lambda i: f"檢討{i}。\n   - 完成期限：每日（{i}）"))[len(HEAD):], "md"),
    "units-measures": (300, lambda n: under(f"- 完成期限：107年4月\n- 承辦單位：{names(n)}", numbered(n, lambda i: f"檢討{chinese(i)}案件。")), "md"),
    "units-text": (300, lambda n: under("", f"1. 檢討{'逾期案件' * n}。\n   - 完成期限：107年4月\n   - 承辦單位：{names(n)}\n"), "md"),
    "units-deadline": (300, lambda n: under("", f"1. 檢討。\n   - 完成期限：107年4月（{'依限' * n * 2}）\n   - 承辦單位：{names(n)}\n"), "md"),
    "units-long-names": (300, lambda n: under(f"- 完成期限：107年4月\n- 承辦單位：{'某某' * n}科", numbered(n, lambda i: f"檢討{i}。")), "md"),
    "units-alias": (300, lambda n: HEAD + f"## 單位表\n\n| 單位 | 別名 | 上級 | 性質 |\n| --- | --- | --- | --- |\n| {'某某' * n * 2}科 | 某科 | | |\n\n" + under("- 完成期限：107年4月\n- 承辦單位：某科", numbered(n, lambda i: f"檢討{i}。"))[len(HEAD):], "md"),
    "names-dimension": (300, lambda n: under("", "".join(f"##### {chinese(i)}\n\n1. 檢討。\n\n" for i in range(n)), ("甲乙" * n * 2, "丙", "丁")), "md"),
    "names-focus": (300, lambda n: under(SHARED, numbered(n, lambda i: f"檢討{i}。\n   - 承辦單位：{chinese(i)}科"), ("甲", "丙", "甲乙" * n * 2)), "md"),
    "names-deeper": (300, lambda n: under(SHARED, "".join(f"###### {chinese(i)}\n\n1. 檢討{i}。\n\n" for i in range(n)), ("甲", "丙", "甲乙" * n * 2)), "md"),
    "names-sections": (300, lambda n: HEAD + f"## 附表1、{'甲乙' * n * 2}具體作法表\n\n" + under(SHARED, numbered(n, lambda i: f"檢討{i}。")).split("\n\n", 3)[3], "md"),
    "benefit-long": (300, lambda n: under(SHARED + f"\n- 預期效益：{'提升滿意度' * n}", numbered(n, lambda i: f"檢討{i}。")), "md"),
    "task-force-group": (300, lambda n: HEAD + "## 附表3、提升服務品質推動小組名冊\n\n| 組別 | 職稱 | 現職 | 姓名 |\n| --- | --- | --- | --- |\n" + f"| {'甲乙' * n * 2}組 | 組長 | 局長 | 王甲 |\n" + "".join(f"| | 組員 | {chinese(i)}科科長 | 王{chinese(i)} |\n" for i in range(n)), "md"),
    "survey-dimension": (300, lambda n: HEAD + "## 附表2、措施調查表\n\n| 評核構面 | 評核項目 | 措施名稱 | 措施內容 |\n| --- | --- | --- | --- |\n" + f"| {'甲乙' * n * 2} | 丙 | 丁 | 戊。 |\n" + "".join(f"| | | {chinese(i)} | 己。 |\n" for i in range(n)), "md"),
    "log-slots": (150, lambda n: HEAD + "## 工作日誌\n\n" + "".join(f"### 【{chinese(i)}】\n\n| 巡檢項目 | 第{i}班 |\n| --- | --- |\n| 檢查 | □ 是 |\n\n" for i in range(n)), "md"),
    "log-slot-long": (300, lambda n: HEAD + f"## 工作日誌\n\n### 【環境】\n\n| 巡檢項目 | {'甲乙' * n * 2} |\n| --- | --- |\n" + "| 檢查 | □ 是 |\n" * n, "md"),
    "copy-names": (300, lambda n: HEAD + f"## 檢核表\n\n### {'甲乙' * n * 2}\n\n#### 丙\n\n##### 丁\n\n" + "".join(f"- [ ] {chinese(i)}\n" for i in range(n)), "md"),
    "agency-long": (300, lambda n: HEAD.replace("107\n", "甲\n").replace("甲分局\n- 年", "甲乙" * n * 2 + "\n- 年") + under("", numbered(n, lambda i: f"檢討{i}。"))[len(HEAD):], "md"),
    "letters-long": (300, lambda n: GOALS + "".join(f"- 某局107年13月5日某字第10700{i:05d}號函「{'甲乙' * 2}」。\n" for i in range(n)) + "「" + "甲乙" * n * 2, "md"),
    "sentence-long": (300, lambda n: GOALS + "甲、乙、丙等4項，" * n + "，" + "甲乙" * n, "md"),
    "combining": (300, lambda n: GOALS + f"e{chr(0x301) * n * 8}等4項，" * 3 + "甲、乙、丙等4項，" * n + "\n", "md"),
    "equal-long": (30, lambda n: measures(n, lambda i: "每月檢討逾期案件並改善，列管案件之辦理情形" * (n // 3) + "。"), "md"),
    "near-equal-long": (30, lambda n: measures(n, lambda i: f"每月檢討逾期案件並改善，列管案件{chinese(i)}之辦理情形" * (n // 3) + "。"), "md"),
    "codes": (3000, lambda n: GOALS + f"<!-- plantool-disable-file {'、'.join(['PT301', 'PT302', 'PT401'][i % 3] for i in range(n))} -- 理由 -->\n", "md"),
    "codes-unknown": (3000, lambda n: GOALS + f"<!-- plantool-disable-file {'、'.join(f'PT9{i}' for i in range(n))} -- 理由 -->\n", "md"),
    "codes-end": (3000, lambda n: GOALS + f"<!-- plantool-enable {'、'.join(['PT301', 'PT302', 'PT401'][i % 3] for i in range(n))} -->\n", "md"),
    "codes-words": (1000, lambda n: GOALS + f"<!-- plantool-disable-file {'、'.join('PT301' for i in range(n))} {'、'.join(f'「{chinese(i)}」' for i in range(n))} -- 理由 -->\n", "md"),
    "words-line": (1000, lambda n: GOALS + "".join(f"<!-- plantool-disable-next-line PT505「{chinese(i)}」 -- 理由 -->\n" for i in range(n)) + "甲、乙、丙等4項，" * n + "\n", "md"),
    "words-stretches": (1000, lambda n: GOALS + "".join(f"<!-- plantool-disable PT505「{chinese(i)}」 -- 理由 -->\n" for i in range(n)) + "<!-- plantool-enable -->\n\n" + "".join(f"{chinese(i)}、" for i in range(n)) + "甲、乙、丙等4項，" * n + "\n", "md"),
    "reason-long": (1000, lambda n: GOALS + f"<!-- plantool-disable-file PT505 -- {'理由' * n * 2} -->\n\n" + "甲、乙、丙等4項，" * n + "\n", "md"),
    "proposal-long": (300, lambda n: f"# {'甲乙' * n}提案表\n\n- 文件種類：創意提案\n- 年度：107\n- 提案單位：甲\n- 提案名稱：{'甲乙' * n}\n\n## 二、提案人員\n\n| 職稱 | 姓名 | 貢獻度 |\n| --- | --- | --- |\n" + "".join(f"| 科員 | 王{chinese(i)} | 1% |\n" for i in range(n)), "md"),
    "json-nested-groups": (300, lambda n: member_json(sections=[{"heading": "附表1、具體作法表", "kind": "measures", "dimensions": [{"heading": "甲乙" * n, "deadline": {"text": "107年4月（" + "乙" * n + "）"}, "units": {"text": names(n)}, "groups": [{"heading": chinese(i), "measures": [{"text": f"檢討{i}。"}]} for i in range(n)]}]}]), "json"),
}


def checklist(n: int, mark: str, length: int = 0) -> str:
    """A checklist of n focuses, each with a name of its own, or with a mark in it, below a name of some length."""
    return f"# 表\n\n- 代號：own\n\n## 甲{'乙' * length}\n\n### 丙\n\n" + "".join(f"#### {mark}{chinese(i)}\n\n- [ ] 檢討{chinese(i)}\n\n" for i in range(n))


def former(n: int) -> str:
    """A checklist of n focuses that were all called otherwise before."""
    return "# 表\n\n- 代號：new\n\n## 甲\n\n- 原名：戊\n\n### 丙\n\n" + "".join(f"#### 新{chinese(i)}\n\n- 原名：{chinese(i)}\n\n" for i in range(n))


def answering(n: int, name, count: int = 1) -> str:
    """A plan with a table of measures under n focuses of such a checklist, which have names of the plan's own."""
    return HEAD + "## 附表1、具體作法表\n\n### 甲\n\n#### 丙\n\n" + "".join(f"##### {name(i)}\n\n" + "1. 檢討。\n\n" * count for i in range(n))


def one_focus(n: int, point, length: int = 0) -> str:
    """A checklist of one focus with n checkpoints."""
    return f"# 表\n\n- 代號：own\n\n## 甲{'乙' * length}\n\n### 丙\n\n#### 丁\n\n" + "".join(f"- [ ] {point(i)}\n" for i in range(n))


def fnv(text: str) -> str:
    """The sum by which forms of units know texts: FNV-1a, its halves together."""
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{(value ^ value >> 32) & 0xFFFFFFFF:08x}"


def marked(title: str, words: list[str]) -> str:
    return f"<!-- {title}（請勿刪改） {' '.join(words)} ~{fnv(' '.join(words))} -->"


FORM_HEAD = "# 甲機關107年度計畫\n\n- 機關：甲機關\n- 年度：107\n\n## 附表1、具體作法表\n\n### 甲\n\n"


def office_plan(texts: list[str], reports: int = 0) -> str:
    """A plan with measures of one unit, and so many reports on each."""
    return FORM_HEAD + "".join(f"- {text}\n  - 承辦單位：甲科\n" + "".join(f"  - 辦理情形：第{i}次\n" for i in range(reports)) for text in texts)


def form(texts: list[str], ending: str = "", reports: int = 0, first: int = 0) -> str:
    """The form of that unit, with words behind those of each measure."""
    twins = {text: texts.count(text) for text in set(texts)} if len(set(texts)) == 1 else {}
    rows = []
    for number, text in enumerate(texts):
        name = fnv("\0" + text)
        twin = f"{number + 1}/{len(texts)}" if twins else "1/1"
        words = [twin, name, fnv("甲"), f"text={fnv(text)}", f"units={fnv('甲科')}"] + ([f"progress={','.join(fnv(f'第{i}次') for i in range(reports))}"] if reports else [])
        entries = "".join(f"  - 辦理情形：第{i}次\n" for i in range(first, first + max(1, reports)))
        rows.append(f"- {text}{ending}\n  - 承辦單位：甲科\n{entries}  {marked('識別碼', words)}\n")
    names = [fnv("\0" + text) + "*" for text in texts]
    return marked("單位填報表", ["unit=甲科", f"plan={fnv('甲機關' + chr(0) + '107')}", "frame=0"]) + "\n\n" + FORM_HEAD + "".join(rows) + "\n" + marked("填報表的作法清單", names) + "\n"


def merging(plan: str, filled: str) -> dict[str, str]:
    return {"a.plan.md": plan, "f.plan.md": filled}


MERGE = ["merge {a.plan.md} {f.plan.md}", "merge --diff {a.plan.md} {f.plan.md}"]

WITH_CHECKLIST = [
    f"{command} --checklist {{a.md}} {{a.plan.md}}"
    for command in ("validate --no-config", "validate --no-config --confirmed --format json", "render checklist", "render coverage --format html", "render by-unit")]


# name: (n of the small run, what makes the files by their names, the commands with the files' names in braces)
FILES = {
    "checklists-equal": (1000, lambda n: {"a.md": checklist(n, ""), "b.md": checklist(n, "")}, ["checklist diff {a.md} {b.md}"]),
    "checklists-other": (1000, lambda n: {"a.md": checklist(n, ""), "b.md": checklist(n, "新")}, ["checklist diff {a.md} {b.md}"]),
    "checklists-former": (1000, lambda n: {"a.md": checklist(n, ""), "b.md": former(n)}, ["checklist diff {a.md} {b.md}", "checklist diff {b.md} {a.md}"]),
    "checklists-one-name": (1000, lambda n: {"a.md": checklist(n, "").replace("1", ""), "b.md": "# 表\n\n- 代號：b\n\n## 甲\n\n### 丙\n\n" + "#### 丁\n\n" * n, "c.md": "# 表\n\n- 代號：c\n\n## 甲\n\n### 丙\n\n" + "#### 丁\n\n" * n}, ["checklist diff {b.md} {c.md}"]),
    "checklists-long-name": (500, lambda n: {"a.md": checklist(n, "", n * 8), "b.md": checklist(n, "新", n * 8)}, ["checklist diff {a.md} {b.md}"]),
    "checklists-outlines": (500, lambda n: {"a.md": "".join(f"# {chinese(i)}\n\n{'- 代號：a' if i == 0 else ''}\n\n## 甲{chinese(i)}\n\n### 乙\n\n#### 丙\n\n" for i in range(n)), "b.md": checklist(n, "")}, ["checklist diff {a.md} {b.md}", "checklist diff {b.md} {a.md}"]),
    "checklist-plan": (300, lambda n: {"a.md": checklist(n, ""), "a.plan.md": answering(n, chinese)}, WITH_CHECKLIST),
    "checklist-near-names": (300, lambda n: {"a.md": checklist(n, "檢討辦理"), "a.plan.md": answering(n, lambda i: "檢討辨理" + chinese(i))}, WITH_CHECKLIST),
    "checklist-other-names": (300, lambda n: {"a.md": checklist(n, "檢討辦理"), "a.plan.md": answering(n, lambda i: "說明其他" + chinese(i))}, WITH_CHECKLIST),
    "checklist-long-near-name": (300, lambda n: {"a.md": f"# 表\n\n- 代號：own\n\n## 甲\n\n### 丙\n\n#### {'檢討' * n}\n", "a.plan.md": answering(1, lambda i: '檢討' * n + "乙")}, WITH_CHECKLIST),
    "checklist-copy": (300, lambda n: {"a.md": one_focus(n, lambda i: f"檢討辦理{chinese(i)}"), "a.plan.md": HEAD + "## 附件、組織診斷檢核表\n\n### 甲\n\n#### 丙\n\n##### 丁\n\n" + "".join(f"- [ ] 檢討辨理{chinese(i)}\n" for i in range(n))}, WITH_CHECKLIST),
    "checklist-worded": (300, lambda n: {"a.md": one_focus(n, lambda i: f"檢討逾期公文{chinese(i)}"), "a.plan.md": HEAD + "## 附表1、具體作法表\n\n### 甲\n\n#### 丙\n\n##### 丁\n\n" + "".join(f"{i + 1}. 檢討逾期公文{chinese(i)}。\n" for i in range(n))}, WITH_CHECKLIST),
    "checklist-stated": (300, lambda n: {"a.md": one_focus(n, lambda i: f"檢討逾期公文{chinese(i)}"), "a.plan.md": HEAD + "## 附表1、具體作法表\n\n### 甲\n\n#### 丙\n\n##### 丁\n\n" + "".join(f"{i + 1}. 甲乙。\n\n    - 辦理事項：檢討逾期公文{chinese(i)}；公文\n" for i in range(n))}, WITH_CHECKLIST),
    "checklist-declined": (300, lambda n: {"a.md": one_focus(n, chinese), "a.plan.md": HEAD + "## 附表1、具體作法表\n\n### 甲\n\n#### 丙\n\n##### 丁\n\n" + "1. 不適用\n" * n}, WITH_CHECKLIST),
    "checklist-deep-path": (300, lambda n: {"a.md": one_focus(n, chinese, n * 2), "a.plan.md": answering(1, lambda i: "丁")}, WITH_CHECKLIST),
    "checklist-new-plan": (300, lambda n: {"a.md": checklist(n, "", n * 2)}, ["init --checklist {a.md} --agency 甲 --year 107"]),
    "forms-filled": (300, lambda n: merging(office_plan([f"檢討{chinese(i)}" for i in range(n)]), form([f"檢討{chinese(i)}" for i in range(n)])), [*MERGE, "split --by-unit --force -o {a.plan.md}.forms {a.plan.md}", "split --by-unit --force --format ods -o {a.plan.md}.sheets {a.plan.md}"]),
    "forms-rewritten": (300, lambda n: merging(office_plan([f"檢討辦理{chinese(i)}的宣導" for i in range(n)]), form([f"檢討辦理{chinese(i)}的講習" for i in range(n)])), MERGE),
    "forms-in-conflict": (300, lambda n: merging(office_plan([f"檢討{chinese(i)}" for i in range(n)]).replace("甲科", "乙科"), form([f"檢討{chinese(i)}" for i in range(n)]).replace("：甲科", "：丙科")), MERGE),
    "forms-twins": (300, lambda n: merging(office_plan(["檢討"] * n), form(["檢討"] * n)), MERGE),
    "forms-twins-lost": (300, lambda n: merging(office_plan(["檢討"] * (n - 1)), form(["檢討"] * n, "辦理")), MERGE),
    "forms-reports": (300, lambda n: merging(office_plan(["檢討"], n), form(["檢討"], "", n, n // 2)), MERGE),
    "forms-without-marks": (300, lambda n: merging(office_plan([f"檢討{chinese(i)}" for i in range(n)]), re.sub("<!-- 識別碼.*?-->", "", form([f"檢討{chinese(i)}" for i in range(n)]))), MERGE),
    "config-rules": (1000, lambda n: {"c.json": json.dumps({"ignore": ["PT301"] * n, "select": ["PT3"] * n}), "a.plan.md": GOALS}, ["config show --config {c.json}", "validate --config {c.json} {a.plan.md}"]),
    "config-unknown": (1000, lambda n: {"c.json": json.dumps({"ignore": [f"PT9{i}" for i in range(n)]}), "a.plan.md": GOALS}, ["validate --config {c.json} {a.plan.md}"]),
    "baseline": (1000, lambda n: {"a.plan.md": GOALS + "甲、乙、丙等4項，" * n + "\n"}, ["validate --no-config --write-baseline /dev/stdout {a.plan.md}"]),
}
