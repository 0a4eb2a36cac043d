#!/usr/bin/env python3
"""Give plantool plans that are made to be slow, as text and as JSON, and see that the time grows with their size and not with its square.

Each trap is tried at three sizes: a quarter, a half and the whole of --mb megabytes. The processor time of the largest may be 1.8 times what it would be if it grew with
the size; where all of it is short (under 0.4 s) nothing can be said and the trap passes. A run may neither be killed by a signal nor take longer than the limit.

    scripts/check-limits.py                   0.4 MB with the debug build: some minutes
    scripts/check-limits.py --mb 8 --tool .build/release/plantool
    scripts/check-limits.py --only measures   the traps whose names hold this word
"""

import argparse
import json
import math
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEAD = "# 某某市政府警察局甲分局107年度提升服務品質執行計畫\n\n- 機關：某某市政府警察局甲分局\n- 年度：107\n- 期程：107年1月1日至107年12月31日\n- 檢核表：police-107\n\n"
GOALS = HEAD + "## 壹、計畫目標\n\n"
TABLE = HEAD + "## 附表1、提升服務品質組織診斷具體作法表\n\n### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n- 完成期限：107年每月\n- 承辦單位：秘書室\n\n"
PIPES = HEAD + "## 附表1、提升服務品質組織診斷具體作法表\n\n| 評核構面 | 評核項目 | 評核重點 | 具體作法 | 完成期限 | 承辦單位 |\n| --- | --- | --- | --- | --- | --- |\n| 基礎服務（200分） | 服務一致及正確 | 服務及時性 "
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


def run(tool: pathlib.Path, words: list[str], plan: pathlib.Path, seconds: int) -> tuple[float, int]:
    """The processor time of one run and its status. The system ends it with a signal when it has used up its time; other work on the machine does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status = subprocess.run(
        [str(tool), *words, str(plan)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))).returncode
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, status


def numbers(start: int, make, size: int) -> list[int]:
    """How many things make plans of a quarter, a half and the whole of a size."""
    found = []
    for part in (size // 4, size // 2, size):
        n = start
        # A plan need not grow evenly: a deep list has longer and longer lines.
        for _ in range(6):
            length = len(make(n).encode())
            if 0.95 * part < length < 1.05 * part:
                break
            n = max(1, round(n * (part / length) ** (1 if length < part * 4 and length > part / 4 else 0.7)))
        found.append(n)
    return found


def verdict(times: list[float], sizes: list[int]) -> tuple[str, str]:
    """What the times say: linear or not, and by which power of the size they grow."""
    if max(times) < 0.4:
        return "short", ""
    power = math.log(max(times[-1], 0.001) / max(times[0], 0.02)) / math.log(sizes[-1] / sizes[0])
    excess = times[-1] / max(times[0], 0.02) / (sizes[-1] / sizes[0])
    return ("FAILED" if excess > 1.8 else "linear"), f"n^{power:.2f}"


def main() -> int:
    options = argparse.ArgumentParser(description="Plans that are made to be slow.")
    options.add_argument("--tool", type=pathlib.Path, default=ROOT / ".build" / "debug" / "plantool")
    options.add_argument("--mb", type=float, default=0.4, help="the size of the largest plan of a trap in megabytes")
    options.add_argument("--only", default="", help="the traps whose names hold this word")
    options.add_argument("--seconds", type=int, default=120, help="how much processor time one run may take")
    options.add_argument("--command", default="validate --no-config", help="the command and its options")
    given = options.parse_args()
    words = given.command.split()
    failed = 0
    chosen = {name: trap for name, trap in TRAPS.items() if given.only in name}
    with tempfile.TemporaryDirectory(prefix="plantool-limits-") as folder:
        for name, (start, make, syntax) in chosen.items():
            times, sizes, problem = [], [], ""
            counts = numbers(start, make, int(given.mb * 1_000_000))
            for n in counts:
                plan = pathlib.Path(folder) / f"{name}.plan.{syntax}"
                plan.write_text(make(n), encoding="utf-8", newline="")
                sizes.append(plan.stat().st_size)
                time, status = run(given.tool, words, plan, given.seconds)
                times.append(time)
                plan.unlink()
                if status in (-signal.SIGXCPU, -signal.SIGKILL):
                    problem = f"took longer than {given.seconds} s"
                elif status not in (0, 1, 2):
                    problem = f"ended with {status}"
                if problem:
                    break
            word, power = ("FAILED", "") if problem else verdict(times, sizes)
            failed += word == "FAILED"
            figures = ", ".join(f"{size / 1000:.0f} kB {time:.2f} s" for size, time in zip(sizes, times))
            print(f"{word:6} {name} (n = {counts[len(times) - 1]}): {figures} {power} {problem}".rstrip(), flush=True)
    print(f"{len(chosen) - failed} of {len(chosen)} traps are harmless")
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ.setdefault("PLANTOOL_LANG", "en")
    sys.exit(main())
