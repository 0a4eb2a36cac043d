#!/usr/bin/env python3
"""Give plantool what an attacker, a damaged disk or an impatient user gives it, and see that nothing comes of it.

* terminal: control characters and bidirectional controls, in plans, checklists, configurations, baselines and file names, in every command with every option on a
  terminal and in every report;
* forgery: file names with line breaks, `::` and quotes add no finding, no workflow command and no test to any report;
* csv: no cell that a spreadsheet would run; html: nothing runs in Chromium; markdown: cmark-gfm sees one table of the right shape;
* files: pipes, devices, sockets and loops of links in a folder hold nothing up;
* rights: owner, permissions, access control lists and extended attributes of a file that is rewritten;
* signals: SIGINT, SIGTERM, SIGHUP and SIGQUIT end a writer and leave nothing behind;
* output: `kill -9` at random moments, a full disk, a read-only folder, a closed pipe, two writers at once.

A check whose program is missing is printed as SKIPPED. `--kills N` says how often a writer is killed (default 30), `--only WORD` which groups run.
"""

import argparse
import csv
import html.parser
import io
import json
import os
import pathlib
import pty
import random
import re
import shutil
import signal
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"

CELLS = [
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "＝1＋1", '"=1+1', "' =1", "\u3000=1", "\u200b=1", "\ufeff=1", "\t=1", "- =1", "1. =1",
    "<script>window.hit=1</script>", '<img src=x onerror="window.hit=1">', "<svg/onload=window.hit=1>", "[x](javascript:window.hit=1)",
    '[x](https://a.example/"onmouseover="window.hit=1)', 'https://a.example/"><script>window.hit=1</script>', "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "</td></table><script>window.hit=1</script>", "<!--><script>window.hit=1</script>-->", "`<script>window.hit=1</script>`", "**<b onclick=window.hit=1>**",
    "<iframe srcdoc='<script>parent.hit=1</script>'>", "<style>*{display:none}</style>", "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "data:text/html,<script>", "![x](https://evil.example/a.png)", "[x]: javascript:1",
    "<https://a.example/'onclick=x>", "甲 | 乙", "甲\\| 乙", "甲\\\\| 乙", "`甲 | 乙`", "甲\n```\n乙", "甲\n\n| a | b |\n| - | - |\n| c | d |", "# 甲", "> 甲",
    "- 甲\n- 乙", "<details>", "</textarea></title><script>window.hit=1</script>", "\\", "甲\\", "甲\\\\", "<br>", "&#x3C;script&#x3E;", "\u2028乙",
    '<a href="javascript:window.hit=1">x</a>', "<![CDATA[x]]>", "<?php x?>", "<pre>\n\n甲", "::error::甲", "\u001b[31m紅\u0007", "\u009b31m", "\u202e乙甲\u2066",
    "<body onload=window.hit=1>", "<math><mi//xlink:href=\"data:x,<script>window.hit=1</script>\">", "[x](JaVaScRiPt:window.hit=1)", "[x](https:javascript:window.hit=1)",
    "[x](https://a.example/&quot;onclick=window.hit=1)", "http://a.example/' onclick='window.hit=1",
]
# What does something to a terminal instead of being shown.
HARMFUL = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029]|\r(?!\n)")
FORMULA = re.compile("[=+\\-@\t\r＝＋－＠]")
# What reports colour their words with, if they are told to.
COLOR = re.compile("\u001b\\[(?:[012]|1;3[136])m")
IGNORED = "\"' \t\u3000\u200b\ufeff\n\r"

passed, failed = 0, 0
kills = 30


def check(name: str, good: object, detail: object = "") -> None:
    global passed, failed
    passed += bool(good)
    if not good:
        failed += 1
        print(f"FAILED {name}: {str(detail)[:500]}")


def run(*words: object, data: bytes | None = None, seconds: int = 120, **more: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PLANTOOL_LANG": "en"}
    source = {"input": data} if data is not None else {"stdin": subprocess.DEVNULL}
    return subprocess.run([str(word) for word in words], capture_output=True, check=False, timeout=seconds, env=environment, **source, **more)


def hostile_plan(cells: list[str]) -> dict[str, object]:
    """A plan whose texts, names and headings are the cells."""
    measures = [{"text": cell, "deadline": "107年5月", "units": "秘書室"} for cell in cells]
    plan = json.loads(run(TOOL, "convert", "--to", "json", ROOT / "Examples" / "minimal.plan.md").stdout)
    table = next(section for section in plan["sections"] if "dimensions" in json.dumps(section))
    dimensions = table["dimensions"] if "dimensions" in table else table["table"]["dimensions"]
    dimensions[0]["items"][0]["focuses"][0]["measures"] = measures
    next(section for section in plan["sections"] if section["kind"] == "narrative")["text"] = "\n\n".join(cell for cell in cells if "\n" not in cell)
    return plan


def hostile(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "hostile.plan.json"
    path.write_text(json.dumps(hostile_plan(CELLS), ensure_ascii=False), encoding="utf-8")
    return path


def on_terminal(*words: object, folder: pathlib.Path | None = None) -> str:
    """What a command prints on a terminal, errors included."""
    pid, terminal = pty.fork()
    if pid == 0:
        if folder:
            os.chdir(folder)
        os.environ.update(PLANTOOL_LANG="en", NO_COLOR="1")
        os.execv(str(words[0]), [str(word) for word in words])
    printed = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        printed += part
    os.close(terminal)
    os.waitpid(pid, 0)
    return printed.decode("utf-8", errors="replace")


def check_terminal(folder: pathlib.Path) -> None:
    plan = hostile(folder)
    name = folder / "甲\u001b[31m\u202e乙\r::error::丙\n丁.plan.md"
    name.write_text("# 計畫\u001b]0;x\u0007106年度\u202e甲\n\n- 機關：甲\n- 年度：107\n- 期程：107年\n- 檢核表：police\u001b[31m\n\n廣續辦理\n", encoding="utf-8")
    damaged = folder / "damaged\u009b2J.plan.md"
    damaged.write_bytes(b"\xff\xfe")
    commands = [["render", view, plan] for view in ("measures", "plan", "checklist", "coverage", "by-unit", "deadlines", "progress")]
    commands += [["render", "measures", "--format", form, plan] for form in ("csv", "html")]
    commands += [["convert", "--to", syntax, plan] for syntax in ("md", "json")]
    commands += [["fmt", plan], ["fmt", "--diff", plan], ["fmt", "--check", name], ["fmt", "--diff", name], ["render", plan], ["render", name], ["convert", name],
                 ["render", "measures", name], ["validate", "--diff", name], ["validate", "--fix", damaged], ["validate", "--summary", folder],
                 ["validate", "--confirmed", folder], ["validate", folder / "none\u001b[1m"], ["validate", "--checklist", "a\u001b[1m", plan],
                 ["validate", "--config", name, plan], ["validate", "--baseline", name, plan], ["validate", "--severity", "\u001b[1m=error", plan],
                 ["init", "--from", name, "--year", "108"], ["config", "show", name], ["explain", "\u001b[1m"], ["\u001b[1m"]]
    commands += [["validate", "--format", form, folder] for form in ("text", "concise", "json", "jsonl", "github", "sarif", "junit", "gitlab", "checkstyle", "markdown", "html")]
    commands += every_command(folder, plan, name)
    for words in commands:
        printed = COLOR.sub("", on_terminal(TOOL, *words, folder=folder)) if any("always" in str(word) for word in words) else on_terminal(TOOL, *words, folder=folder)
        found = HARMFUL.search(printed)
        shown = " ".join(str(word) for word in words[:3]).encode("unicode_escape").decode()
        check(f"terminal: {shown}", found is None, repr(printed[max(0, found.start() - 60) : found.start() + 20]) if found else "")
    # A pipe gets the words as they are: differences must be those of the file.
    check("terminal: a pipe gets the text unchanged", b"\x1b[31m" in run(TOOL, "render", "measures", plan).stdout)


# Hostile words in every place of a checklist from which something is printed.
CHECKLIST = """# 檢核表\u001b]0;{0}\u0007名{0}

- 代號：own-{0}\u001b[31m
- 年度：107

## 一、服務\u001b[31m{0}\u202e面

- 原名：舊{0}\u009b1m

### （一）窗口{0}\u001b[2J

- [ ] 設置\u001b[1m{0}窗口。
> 說明\u2028{0}
"""


def every_command(folder: pathlib.Path, plan: pathlib.Path, name: pathlib.Path) -> list[list[object]]:
    """Every command with every option that it has, and with hostile words wherever it takes some; a command or an option that is not here is a fault."""
    bad = "甲\u001b[31m\u202e\u009b1m\n乙"
    (folder / "json").mkdir(exist_ok=True)
    lists = [folder / "a\u001b[31m.md", folder / "b\u009b1m.md"]
    for number, path in enumerate(lists):
        path.write_text(CHECKLIST.format(number), encoding="utf-8")
    broken = folder / "c\u001b[31m.md"
    broken.write_text(CHECKLIST.format("x") + "- 什麼\u001b[31m：y\n段落\u001b[1m\n", encoding="utf-8")
    settings = folder / "settings\u001b[31m.json"
    settings.write_text(json.dumps({"checklist": bad, "ignor\u001b[31m": [bad], "severity": {bad: bad}}, ensure_ascii=False), encoding="utf-8")
    useful = folder / "useful\u001b[31m.json"
    useful.write_text(json.dumps({"checklist": lists[0].name, "ignore": ["PT6"], "severity": {"PT301": "note"}, "failOn": "note"}), encoding="utf-8")
    baseline = folder / "baseline\u001b[31m.json"
    run(TOOL, "validate", "--no-config", "--write-baseline", baseline, name, plan)
    stale = folder / "stale\u001b[31m.json"
    stale.write_text(baseline.read_text(encoding="utf-8").replace("PT603", "PT604"), encoding="utf-8")
    # An office file with a hostile name, whose text is that of the plan.
    office = folder / "文件\u001b[31m\u202e.odt"
    run(TOOL, "render", "measures", "--format", "odt", "-o", office, plan)
    tried = {
        "validate": [["--format", "text", "--confirmed", "--select", "PT1", "--ignore", "PT6", "--severity", "PT101=note", "--fail-on", "never", "--no-config", "--max-findings", "9",
                      "--max-size", "9", "--jobs", "2", "--color", "always", "--lang", "zh-Hant", folder], ["--fix", name], ["--diff", name], ["--summary", folder],
                     ["--checklist", lists[0], "--confirmed", plan], ["--checklist", broken, plan], ["--config", settings, plan], ["--config", useful, "--confirmed", plan],
                     ["--baseline", stale, name, plan], ["--baseline", settings, plan], ["--write-baseline", folder / "new\u001b[31m.json", name], ["--write-baseline", name, plan],
                     ["-o", "/dev/tty", name], ["-o", folder / "no\u001b[31m" / "x", plan], ["-o", name, name], ["--format", bad], ["--select", bad], ["--ignore", bad], ["--severity", bad],
                     ["--fail-on", bad], ["--max-findings", bad], ["--max-size", bad], ["--jobs", bad], ["--color", bad], ["--lang", bad, bad], ["--color=always", folder],
                     ["--as-of", "2018-05-01", plan], ["--as-of", bad, plan], ["--checkpoints", "--no-config", plan], ["--checkpoints", "--checklist", lists[0], plan], ["--annotate", folder / "no\u001b[31m" / "x.odt", office],
                     ["--annotate", folder / "noted\u001b[31m.odt", office], ["--annotate", bad, plan], ["--notes", folder], ["--all", folder], ["--stdin-filename", name, plan],
                     ["--stdin-filename", bad, plan], ["--stream", bad], ["--stream", "--config", settings, "-"], ["--as-of", "2018-05-01", plan], ["--as-of", bad, plan], *(["--summary", "--format", form, folder] for form in ("csv", "json"))],
        "diff": [*(["--format", form, plan, name] for form in ("text", "json", "markdown", "html", bad)), ["--checklist", lists[0], "--max-size", "9", "--lang", "zh-Hant", name, plan],
                 ["--checklist", bad, plan, name], ["-o", folder / "no\u001b[31m" / "x", plan, name], ["--output", "/dev/tty", name, plan], ["--max-size", bad, plan, name],
                 ["--lang", bad, plan, name], [plan, office], [plan, bad], [f"HEAD{bad}:{bad}", plan], [folder / "damaged\u009b2J.plan.md", plan], [plan]],
        "status": [*(["--as-of", "2018-05-01", "--format", form, plan, name] for form in ("text", "csv", "json", "markdown", "html", bad)),
                   ["--as-of", "2018-05-01", "--within", "9", "--max-size", "9", "--lang", "zh-Hant", folder], ["--as-of", bad, plan], ["--within", bad, plan], ["--max-size", bad, plan],
                   ["--lang", bad, plan], ["--as-of", "2018-05-01", "-o", folder / "no\u001b[31m" / "x", plan], ["--as-of", "2018-05-01", "--output", "/dev/tty", name],
                   ["--as-of", "2018-05-01", bad], [plan]],
        "split": [["--by-unit", "--format", "ods", "-o", folder / "sheets", plan], ["--format", bad, plan], ["--by-unit", "--max-size", "9", "--lang", "en", "-o", folder / "forms", plan], ["--by-unit", "--force", "--output", folder / "f\u001b[31m", name], ["--by-unit", "-o", folder / "forms", plan],
                  ["--by-unit", "-o", folder / "no\u001b[31m" / "x", plan], ["--by-unit", "-o", bad, bad], ["--max-size", bad, plan], ["--lang", bad, plan], [plan]],
        "merge": [[plan, folder / "sheets"], [plan, folder / "forms"], ["--diff", "--max-size", "9", "--lang", "zh-Hant", plan, folder / "forms"], ["-o", folder / "no\u001b[31m" / "x", plan, folder / "forms"], [plan, name],
                  ["--output", "/dev/tty", plan, folder / "forms"], ["--write", plan, folder / "damaged\u009b2J.plan.md"], ["--lang", bad, plan, name], ["--max-size", bad, plan, name], [bad, bad], [plan]],
        "report": [*(["--as-of", "2018-05-01", "--format", form, plan, name] for form in ("html", "csv", "json", bad)),
                   ["--as-of", "2018-05-01", "--within", "9", "--max-size", "9", "--jobs", "2", "--lang", "zh-Hant", "--select", "PT1", "--ignore", "PT6", "--severity", "PT101=note", "--fail-on", "never", "--no-config", folder],
                   ["--checklist", lists[0], plan], ["--config", settings, plan], ["--config", useful, plan], ["--as-of", bad, plan], ["--within", bad, plan], ["--select", bad, plan],
                   ["-o", folder / "no\u001b[31m" / "x", plan], ["--output", "/dev/tty", name], [bad], [plan, office]],
        "import": [["--report", "text", "--blank-names", "--max-size", "9", "--lang", "en", office], ["--report", "json", "-o", folder / "read\u001b[31m.plan.md", "--force", office],
                   ["-o", folder / "no\u001b[31m" / "x.plan.md", office], ["--report", bad, office], [bad], [name], ["-o", office, office],
                   ["--checklist", lists[0], "--report", "none", office], ["--checklist", bad, office], ["--checklist", broken, office], ["--stdin-filename", bad, office]],
        "render": [["measures", "--format", "html", "--repeat-labels", plan], ["measures", "--format", "odt", "-o", folder / "out\u001b[31m.odt", plan], ["measures", "--format", "csv", "--bom", "--max-size", "9", "--lang", "en", plan], ["deadlines", "--expand", plan], ["deadlines", "--format", "ics", plan], ["timeline", "--as-of", "2018-06-30", "-o", folder / "out\u001b[31m.svg", plan], ["timeline", "--as-of", bad, plan], ["measures", "--format", "csv", "--iso-dates", "--normalise", plan], ["checklist", "--checklist", lists[0], plan],
                   ["checklist", "--config", useful, plan], ["coverage", "--config", useful, plan], ["measures", "--config", settings, plan], ["measures", "--no-config", "-o", "/dev/tty", plan],
                   ["--checklist", broken, plan], [bad], [bad, plan], ["measures", bad], ["--format", bad, plan]],
        "convert": [["--to", "md", "--max-size", "9", "--lang", "en", "-o", "/dev/tty", plan], ["--to", bad, plan], [bad], ["-o", folder / "no\u001b[31m" / "x", plan], [name]],
        "fmt": [["--write", bad], ["--check", "--max-size", "9", "--lang", "en", folder], ["--diff", folder], [bad], [name], ["--write", name]],
        "init": [["--checklist", lists[0], "--agency", "甲\u001b[31m乙", "--year", "107", "-o", "/dev/tty", "--force", "--lang", "en"], ["--checklist", lists[0], "--agency", bad, "--year", "107"],
                 ["--from", plan, "--year", "108"], ["--from", plan, "--review", "--year", "108"], ["--from", plan, "--checklist", lists[1], "--year", "108"], ["--from", bad, "--year", "108"], ["--year", bad],
                 ["--checklist", bad, "--agency", bad, "--year", "107"], ["--checklist", broken, "--agency", "甲", "--year", "107"], ["--from", plan, "--year", "108", "-o", name]],
        "checklist": [["list", "--lang", "en"], ["show", bad], ["diff", *lists], ["diff", *lists, "-o", "/dev/tty"], ["diff", "police-107", lists[1]], ["diff", broken, lists[1]], [bad]],
        "rules": [["--format", "json", "--lang", "en"], [bad], ["--format", bad]],
        "explain": [[bad], ["--lang", bad]],
        "config": [["show", "--config", useful, plan], ["show", "--config", settings, plan], ["show", "--checklist", lists[0], "--select", "PT1", "--ignore", "PT6", "--severity", "PT101=note",
                   "--fail-on", "never", "--no-config", "--lang", "en", folder], ["show", bad], [bad]],
        "schema": [[bad], ["-o", "/dev/tty", "plan", "--lang", "en"]], "completion": [[bad], ["--lang", "en", "bash"]], "help": [[bad], ["--lang", "en"]],
        "version": [[bad], ["--lang", "en"]],
    }
    overview = run(TOOL, "help").stdout.decode()
    known = re.findall(r"^  ([a-z]+)  ", overview, re.M)
    check("terminal: every command is tried", set(known) == set(tried), set(known) ^ set(tried))
    commands: list[list[object]] = [[bad], ["--lang", bad], ["--lang", "en", bad]]
    for command in known:
        letters = dict(re.findall(r"^ +(-[a-zA-Z]), (--[a-z-]+)", run(TOOL, "help", command).stdout.decode(), re.M))
        options = set(re.findall(r"^ +(?:-[a-zA-Z], )?(--[a-z-]+)", run(TOOL, "help", command).stdout.decode(), re.M)) - {"--help"}
        words = [str(word) for one in tried.get(command, []) for word in one]
        given = {letters.get(word, word.split("=")[0]) for word in words}
        check(f"terminal: every option of {command} is tried", options <= given, options - given)
        commands += [[command, *one] for one in [*tried.get(command, []), ["--help"], ["--" + bad], [bad, bad, bad, bad]]]
    return commands


def check_forgery(folder: pathlib.Path) -> None:
    plain = folder / "plain.plan.md"
    shutil.copy(ROOT / "Examples" / "broken.plan.md", plain)
    names = ["a\n::error file=x::forged.plan.md", "a\r\nb.plan.md", 'a"],"x":[" \\.plan.md', "a]]><x>&amp;'\".plan.md", "a%0A::error::x.plan.md", "a\u2028b.plan.md", "--fix.plan.md"]
    for name in names:
        inner = folder / "forged"
        inner.mkdir(exist_ok=True)
        for old in inner.iterdir():
            old.unlink()
        shutil.copy(plain, inner / name)
        shown = name.encode("unicode_escape").decode()
        for form in ("concise", "github", "jsonl", "text"):
            wanted = len(run(TOOL, "validate", "--no-config", "--format", form, plain).stdout.splitlines())
            lines = len(run(TOOL, "validate", "--no-config", "--format", form, inner).stdout.splitlines())
            check(f"forgery: {form} {shown}", lines == wanted, f"{lines} lines, not {wanted}")
        wanted = len(json.loads(run(TOOL, "validate", "--no-config", "--format", "json", plain).stdout)["files"][0]["findings"])
        report = json.loads(run(TOOL, "validate", "--no-config", "--format", "json", inner).stdout)
        check(f"forgery: json {shown}", len(report["files"]) == 1 and len(report["files"][0]["findings"]) == wanted)
        line = json.dumps({"path": name, "text": plain.read_text(encoding="utf-8")}, ensure_ascii=False) + "\n"
        replies = subprocess.run([TOOL, "validate", "--no-config", "--stream"], input=line.encode(), capture_output=True, check=False).stdout
        check(f"forgery: stream {shown}", replies.count(b"\n") == 1 and json.loads(replies).get("path") == (None if "\r" in name else name) and not HARMFUL.search(replies.decode()))
        sarif = json.loads(run(TOOL, "validate", "--no-config", "--format", "sarif", inner).stdout)
        check(f"forgery: sarif {shown}", len(sarif["runs"]) == 1 and len(sarif["runs"][0]["results"]) == wanted)
        junit = xml.etree.ElementTree.fromstring(run(TOOL, "validate", "--no-config", "--format", "junit", inner).stdout)
        plain_junit = xml.etree.ElementTree.fromstring(run(TOOL, "validate", "--no-config", "--format", "junit", plain).stdout)
        check(f"forgery: junit {shown}", len(list(junit.iter("testcase"))) == len(list(plain_junit.iter("testcase"))))


def views(plan: pathlib.Path) -> list[str]:
    return [line.split()[0] for line in run(TOOL, "render", plan).stdout.decode().splitlines()]


def check_csv(folder: pathlib.Path) -> None:
    plan = hostile(folder)
    for view in views(plan):
        text = run(TOOL, "render", view, "--format", "csv", plan).stdout.decode("utf-8")
        for row in csv.reader(io.StringIO(text, newline="")):
            for cell in row:
                start = cell.lstrip(IGNORED)
                check(f"csv: {view}", not FORMULA.match(start) or cell.startswith("'"), repr(cell))
    measures = list(csv.reader(io.StringIO(run(TOOL, "render", "measures", "--format", "csv", plan).stdout.decode("utf-8"), newline="")))
    check("csv: every record has the columns of the header", len({len(row) for row in measures}) == 1, {len(row) for row in measures})


class Table(html.parser.HTMLParser):
    """The number of cells of every row, and every tag, of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[int] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "tr":
            self.rows.append(0)
        elif tag in ("td", "th") and self.rows:
            self.rows[-1] += 1


def check_html(folder: pathlib.Path) -> None:
    plan = hostile(folder)
    # Pictures are of shapes and texts alone: in SVG a, use, image, foreignObject and what animates could be active.
    active = {"script", "img", "iframe", "object", "embed", "base", "form", "input", "video", "audio", "math", "details", "textarea", "use", "image", "foreignobject", "animate", "set"}
    pages = []
    for view in views(plan):
        page = folder / f"{view}.html"
        run(TOOL, "render", view, "--format", "html", "-o", page, plan)
        parsed = Table(page.read_text(encoding="utf-8"))
        check(f"html: {view}: nothing active", not active & set(parsed.tags) and parsed.tags.count("style") == 1, active & set(parsed.tags))
        for tag, name, value in parsed.attributes:
            check(f"html: {view}: {tag} {name}", not name.startswith("on") and name not in ("src", "srcdoc", "background") and (name != "href" or re.match("https?://", value)), value)
        pages.append(page)
    # The overview has a script, by its policy the only one that may run, and what that needs.
    page = folder / "overview.html"
    run(TOOL, "report", "--no-config", "--as-of", "2018-05-01", "-o", page, plan, ROOT / "Examples" / "broken.plan.md")
    parsed = Table(page.read_text(encoding="utf-8"))
    check("html: overview: one script", parsed.tags.count("script") == 1 and not (active - {"script", "form", "input", "details"}) & set(parsed.tags), set(parsed.tags))
    for tag, attribute, value in parsed.attributes:
        check(f"html: overview: {tag} {attribute}", not attribute.startswith("on") and attribute not in ("src", "srcdoc", "background") and (attribute != "href" or value.startswith("#")), value)
    pages.append(page)
    program = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if not program:
        print("SKIPPED html in Chromium: the program is not installed")
        return
    for page in pages:
        # What ran would have set window.hit; the page says so itself at the end.
        probe = page.with_suffix(".probe.html")
        probe.write_text(re.sub("<meta http-equiv=.Content-Security-Policy[^>]*>", "", page.read_text(encoding="utf-8")).replace("</body>", "<script>document.querySelectorAll('*').forEach(e=>{for(const n of ['click','mouseover','load','error'])"
                         "e.dispatchEvent(new Event(n))});setTimeout(()=>{document.title='hit:'+(window.hit||0)},300)</script></body>"), encoding="utf-8")
        dom = run(program, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom", probe.as_uri()).stdout.decode(errors="replace")
        check(f"html: {page.stem} in Chromium", "<title>hit:0</title>" in dom, dom[:200])
    control = folder / "control.html"
    control.write_text("<!DOCTYPE html><title>x</title><img src=x onerror='window.hit=1'><script>setTimeout(()=>{document.title='hit:'+(window.hit||0)},500)</script>", encoding="utf-8")
    dom = run(program, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom", control.as_uri()).stdout.decode(errors="replace")
    check("html: Chromium would have run it", "<title>hit:1</title>" in dom, dom[:200])


def check_markdown(folder: pathlib.Path) -> None:
    if not shutil.which("cmark-gfm"):
        print("SKIPPED markdown: the program cmark-gfm is not installed")
        return
    for number, cell in enumerate(CELLS):
        plan = folder / "cell.plan.json"
        plan.write_text(json.dumps(hostile_plan([cell]), ensure_ascii=False), encoding="utf-8")
        words = [TOOL, "render", "measures", plan]
        result = run(*words)
        check(f"markdown: {cell!r} is printed", result.returncode == 0, result.stderr)
        page = run("cmark-gfm", "-e", "table", data=result.stdout).stdout.decode("utf-8")
        parsed = Table(page)
        rows = len(list(csv.reader(io.StringIO(run(*words, "--format", "csv").stdout.decode("utf-8"), newline=""))))
        check(f"markdown: {cell!r} stays in its cell", set(parsed.rows) == {6} and len(parsed.rows) == rows, f"{parsed.rows} of {rows}")
        check(f"markdown: {cell!r} brings no tag", not {"script", "img", "svg", "iframe"} & set(parsed.tags) or cell.startswith("!["), parsed.tags)
        check(f"markdown: {cell!r} brings no javascript:", not any(value.lower().startswith(("javascript:", "data:")) for _, name, value in parsed.attributes if name == "href"))
        # And back: the cell reads as it was.
        text = folder / "cell.plan.md"
        text.write_bytes(run(TOOL, "convert", "--to", "md", plan).stdout)
        back = run(TOOL, "convert", "--to", "json", text)
        if number and text.stat().st_size:
            check(f"markdown: {cell!r} reads back", back.returncode == 0, back.stderr)


def check_files(folder: pathlib.Path) -> None:
    shutil.copy(ROOT / "Examples" / "minimal.plan.md", folder / "a.plan.md")
    os.mkfifo(folder / "pipe.plan.md")
    (folder / "to-pipe.plan.md").symlink_to("pipe.plan.md")
    (folder / "zero.plan.md").symlink_to("/dev/zero")
    (folder / "loop").symlink_to(".")
    (folder / "sub").mkdir()
    (folder / "sub" / "up").symlink_to("..")
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(folder / "socket.plan.json"))
    server.close()
    result = run(TOOL, "validate", folder, seconds=20)
    check("files: the plan is checked", result.returncode == 0 and b"Checked 1 file" in result.stdout, result)
    check("files: what is left out is named", result.stderr.count(b"Skipped") == 4, result.stderr)
    check("files: fmt --check", run(TOOL, "fmt", "--check", folder, seconds=20).returncode in (0, 1))
    (folder / "self.plan.md").symlink_to("self.plan.md")
    result = run(TOOL, "validate", folder, seconds=20)
    check("files: a link to itself is an error", result.returncode == 2 and b"self.plan.md" in result.stderr and b"Checked 1 file" in result.stdout, result)
    os.mkfifo(folder / ".plantool.json")
    result = run(TOOL, "validate", folder / "a.plan.md", seconds=20)
    check("files: a configuration that is a pipe", result.returncode == 2, result)
    (folder / ".plantool.json").unlink()
    os.mkfifo(folder / "list.md")
    (folder / ".plantool.json").write_text('{"checklist": "list.md"}', encoding="utf-8")
    result = run(TOOL, "validate", folder / "a.plan.md", seconds=20)
    check("files: a checklist that is a pipe", result.returncode == 2, result)
    check("files: an endless device", run(TOOL, "validate", "--max-size", "2", "/dev/zero", seconds=20).returncode == 2)
    check("files: endless standard input", subprocess.run(["sh", "-c", f"head -c 9000000 /dev/zero | '{TOOL}' validate --max-size 2 -"], capture_output=True, check=False, timeout=20).returncode == 2)


def check_rights(folder: pathlib.Path) -> None:
    text = "# 甲107年度計畫\n\n*  年度：107\n\n## 壹、目標\n\n廣續辦理。\n"
    # Entries of an access control list: tag, permissions, number. Owner, user 65534, group, mask, others.
    def access(*entries: tuple[int, int, int]) -> bytes:
        return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
    none = 0xFFFFFFFF
    narrow = access((1, 6, none), (2, 6, 65534), (4, 4, none), (16, 6, none), (32, 0, none))
    wide = access((1, 6, none), (2, 7, 65533), (4, 6, none), (16, 7, none), (32, 4, none))
    commands = {"fmt": ["fmt", "-w"], "fix": ["validate", "--no-config", "--fix"], "convert": ["convert", "--to", "md", "-o"], "write": ["schema", "plan", "-o"]}

    def state(path: pathlib.Path) -> object:
        status = path.stat()
        return status.st_mode, status.st_uid, status.st_gid, {name: os.getxattr(path, name) for name in os.listxattr(path)}

    for kind, words in commands.items():
        for handed_on in (False, True):
            inner = folder / f"{kind}-{handed_on}"
            inner.mkdir()
            plain, listed = inner / "plain.plan.md", inner / "listed.plan.md"
            for path, mode in ((plain, 0o640), (listed, 0o640)):
                path.write_text(text, encoding="utf-8")
                path.chmod(mode)
            try:
                os.setxattr(listed, "system.posix_acl_access", narrow)
                os.setxattr(listed, "user.mark", b"x\0y")
                os.setxattr(listed, "user.empty", b"")
                if handed_on:
                    # Whatever is made in the folder is given these rights, which the old files do not have.
                    os.setxattr(inner, "system.posix_acl_default", wide)
            except OSError as error:
                print(f"SKIPPED rights: {error}")
                return
            if os.geteuid() == 0:
                os.chown(listed, 1234, 12345)
                listed.chmod(0o660)
                os.setxattr(listed, "system.posix_acl_access", narrow)
            for path in (plain, listed):
                before = state(path)
                result = run(TOOL, *words, path, *([path] if kind == "convert" else []))
                check(f"rights: {kind} writes {path.name}", path.read_text(encoding="utf-8") != text, result)
                check(f"rights: {kind} keeps those of {path.name} ({handed_on})", state(path) == before, f"{before} {state(path)}")
    new = folder / "write-True" / "new.json"
    run(TOOL, "schema", "plan", "-o", new)
    other = new.with_name("other.json")
    other.touch()
    check("rights: a new file has those of any new file", state(new) == state(other), f"{state(new)} {state(other)}")
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        print("SKIPPED rights: another's file: only the superuser can make one")
        return
    # Somebody who may write a file, but not give it away.
    shared = pathlib.Path(tempfile.mkdtemp(prefix="plantool-shared-", dir="/tmp"))
    shared.chmod(0o777)
    path = shared / "a.plan.md"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o666)
    shutil.copy(TOOL, shared / "plantool")
    result = run("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", shared / "plantool", "fmt", "-w", path)
    check("rights: another's file stays another's", result.returncode == 2 and b"owner" in result.stderr and path.stat().st_uid == 0 and path.read_text(encoding="utf-8") == text, result)
    check("rights: nothing is left behind", not list(shared.glob(".plantool-*")))
    shutil.rmtree(shared)


def check_signals(folder: pathlib.Path) -> None:
    chance = random.Random(12)
    original = long_plan(200, "甲")
    plan = folder / "signal.plan.md"
    for words in (["fmt", "-w"], ["validate", "--no-config", "--fix"], ["convert", "--to", "md", "-o", str(plan)]):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            # Before the program is prepared, the Swift runtime may have a handler of its own for SIGQUIT.
            for attempt in range(1 if number == signal.SIGQUIT else 3):
                plan.write_text(original, encoding="utf-8")
                # The debug build waits while its temporary file is there.
                process = subprocess.Popen([str(TOOL), *words, str(plan)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
                                           env={**os.environ, "PLANTOOL_PLANT": "wait:signal.plan.md"}, preexec_fn=lambda: signal.signal(number, signal.SIG_DFL))
                seen = False
                while attempt == 0 and not seen and process.poll() is None:
                    seen = any(name.startswith(".plantool-") for name in os.listdir(folder))
                if attempt:
                    time.sleep(0.3 * chance.random())
                process.send_signal(number)
                status = process.wait()
                check(f"signals: {words[0]} ends by {number.name}", status == -number, status)
                check(f"signals: {words[0]} leaves nothing behind at {number.name} ({seen})", not any(name.startswith(".plantool-") for name in os.listdir(folder)), os.listdir(folder))
                check(f"signals: {words[0]} leaves the old file at {number.name}", plan.read_text(encoding="utf-8") == original)
    # What nohup has taken away stays away.
    plan.write_text(original, encoding="utf-8")
    (folder / "signal.plan.md.go").touch()
    process = subprocess.Popen([str(TOOL), "fmt", "-w", str(plan)], stdout=subprocess.DEVNULL, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    time.sleep(0.05)
    process.send_signal(signal.SIGHUP)
    check("signals: SIGHUP that is ignored stays ignored", process.wait() == 0)


def check_folders(folder: pathlib.Path) -> None:
    good = (ROOT / "Examples" / "minimal.plan.md").read_bytes()
    (folder / "ok.plan.md").write_bytes(good)
    for name in (b"\xa4\xa4.plan.md", b"\xff\x1b[31m.plan.json"):
        with open(os.fsencode(folder) + b"/" + name, "wb") as file:
            file.write(good)
    for words in (["validate", "--summary"], ["fmt", "--check"], ["fmt", "-w"], ["validate", "--fix"], ["validate", "--diff"]):
        result = run(TOOL, *words, folder)
        check(f"folders: {words} names what is no UTF-8", result.returncode == 2 and b"\\xA4\\xA4.plan.md" in result.stderr and b"\\xFF\\u{1B}[31m" in result.stderr, result)
    for path in os.listdir(os.fsencode(folder)):
        if path != b"ok.plan.md":
            os.unlink(os.fsencode(folder) + b"/" + path)
    closed = folder / "closed"
    closed.mkdir()
    (closed / "x.plan.md").write_bytes(good)
    closed.chmod(0)
    for path in (folder, *folder.parents):
        if os.geteuid() == 0 and path != pathlib.Path("/"):
            path.chmod(path.stat().st_mode | 0o055)
    words = [TOOL, "validate", "--no-config", "--summary", folder]
    if os.geteuid() == 0 and shutil.which("setpriv"):
        tool = pathlib.Path(tempfile.mkdtemp(prefix="plantool-tool-", dir="/tmp"))
        tool.chmod(0o755)
        shutil.copy(TOOL, tool / "plantool")
        words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", tool / "plantool", *words[1:]]
    result = run(*words)
    check("folders: one that may not be read is named, and the others are checked",
          result.returncode == 2 and b"closed" in result.stderr and b"Checked 1 file" in result.stdout, result)
    closed.chmod(0o755)


def long_plan(measures: int, mark: str) -> str:
    head = (ROOT / "Examples" / "minimal.plan.md").read_text(encoding="utf-8")
    rows = "".join(f"| | | | 檢討第{number}號案件，廣續辦理{mark}。 |  107年5月  | 秘書室 |\n" for number in range(measures))
    at = head.index("| | | 服務及時性")
    return head[:at] + rows + head[at:]


def check_killed(folder: pathlib.Path) -> None:
    chance = random.Random(9)
    original = long_plan(400, "甲")
    for words, is_result in ((["fmt", "-w"], False), (["validate", "--no-config", "--fix"], False), (["convert", "--to", "json", "-o"], True)):
        plan, target = folder / "killed.plan.md", folder / "killed.plan.json"
        plan.write_text(original, encoding="utf-8")
        started = time.monotonic()
        run(TOOL, *words, *([target] if is_result else []), plan)
        length = time.monotonic() - started
        whole = (target if is_result else plan).read_bytes()
        before = b"before\n" * 1000 if is_result else original.encode("utf-8")
        check(f"killed: {words[0]} changes the file", whole != before)
        killed = seen = 0
        for _ in range(kills):
            (target if is_result else plan).write_bytes(before)
            process = subprocess.Popen([str(TOOL), *words, *([str(target)] if is_result else []), str(plan)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Mostly near the end, where the file is written.
            time.sleep(length * chance.choice([chance.random(), 0.8 + 0.3 * chance.random()]))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            content = (target if is_result else plan).read_bytes()
            seen += content == whole
            check(f"killed: {words[0]} leaves a whole file", content in (before, whole), len(content))
        print(f"killed {words[0]}: {killed} of {kills} killed while running, {seen} had written the file")


def check_output(folder: pathlib.Path) -> None:
    plan = folder / "a.plan.md"
    plan.write_text(long_plan(5, "甲"), encoding="utf-8")
    for words in (["validate", plan], ["fmt", plan], ["convert", plan], ["render", "measures", plan], ["rules"], ["help"]):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([str(TOOL), *map(str, words)], stdout=full, stderr=subprocess.PIPE, check=False)
        check(f"output: {words[0]} into a full device", result.returncode == 2 and result.stderr, result)
        process = subprocess.Popen([str(TOOL), *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.close()
        process.stderr.read()
        check(f"output: {words[0]} into a closed pipe", process.wait() == 2, process.returncode)
    # A limit on the size of files stands for a disk that is full while the file is written.
    for words in (["fmt", "-w", plan], ["validate", "--no-config", "--fix", plan], ["convert", plan, "-o", folder / "b.plan.json"]):
        before = plan.read_bytes()
        quoted = " ".join(f"'{word}'" for word in words)
        result = run("bash", "-c", f"trap '' XFSZ; ulimit -f 1; exec '{TOOL}' {quoted}")
        check(f"output: {words[0]} on a full disk", result.returncode == 2 and b"annot write" in result.stderr, result)
        check(f"output: {words[0]} leaves the file as it was", plan.read_bytes() == before and not (folder / "b.plan.json").exists())
        check(f"output: {words[0]} leaves nothing behind", [name for name in os.listdir(folder) if name.startswith(".plantool-")] == [])
    result = run(TOOL, "convert", plan, "-o", folder / "none" / "b.json")
    check("output: into no folder", result.returncode == 2 and result.stderr, result)
    if os.geteuid() != 0:
        closed = folder / "closed"
        closed.mkdir()
        shutil.copy(plan, closed)
        closed.chmod(0o500)
        result = run(TOOL, "fmt", "-w", closed)
        check("output: a read-only folder", result.returncode == 2 and b"annot write" in result.stderr, result)
        closed.chmod(0o700)
    elif run("setpriv", "--version").returncode == 0 if shutil.which("setpriv") else False:
        closed = pathlib.Path(tempfile.mkdtemp(prefix="plantool-closed-", dir="/tmp"))
        shutil.copy(plan, closed)
        closed.chmod(0o555)
        tool = pathlib.Path(tempfile.mkdtemp(prefix="plantool-tool-", dir="/tmp"))
        tool.chmod(0o755)
        shutil.copy(TOOL, tool / "plantool")
        result = run("setpriv", "--reuid=65534", "--clear-groups", tool / "plantool", "fmt", "-w", closed)
        check("output: a read-only folder", result.returncode == 2 and b"annot write" in result.stderr, result)
        shutil.rmtree(closed)
        shutil.rmtree(tool)
    else:
        print("SKIPPED output: a read-only folder: the superuser may write to every folder")
    # The mode stays, and a link stays a link.
    plan.chmod(0o640)
    link = folder / "link.plan.md"
    link.symlink_to("a.plan.md")
    check("output: through a link", run(TOOL, "fmt", "-w", link).returncode == 0 and link.is_symlink())
    check("output: the mode stays", stat.S_IMODE(plan.stat().st_mode) == 0o640)
    # Two writers.
    target = folder / "both.json"
    wanted = set()
    for mark in "甲乙":
        (folder / f"{mark}.plan.md").write_text(long_plan(300, mark), encoding="utf-8")
        wanted.add(run(TOOL, "convert", folder / f"{mark}.plan.md").stdout)
    for _ in range(max(3, kills // 5)):
        writers = [subprocess.Popen([str(TOOL), "convert", str(folder / f"{mark}.plan.md"), "-o", str(target)]) for mark in "甲乙"]
        check("output: two writers end well", [writer.wait() for writer in writers] == [0, 0])
        check("output: one whole version", target.read_bytes() in wanted)


GROUPS = {"terminal": check_terminal, "forgery": check_forgery, "csv": check_csv, "html": check_html, "markdown": check_markdown, "files": check_files, "folders": check_folders, "rights": check_rights,
          "signals": check_signals,
          "killed": check_killed, "output": check_output}


def main() -> int:
    global TOOL, kills
    options = argparse.ArgumentParser(description="Hostile plans, names, folders and ends.")
    options.add_argument("--tool", type=pathlib.Path, default=TOOL)
    options.add_argument("--kills", type=int, default=kills)
    options.add_argument("--only", default="", help="the groups whose names hold this word")
    given = options.parse_args()
    TOOL, kills = given.tool.resolve(), given.kills
    for name, group in GROUPS.items():
        if given.only in name:
            before = passed
            with tempfile.TemporaryDirectory(prefix="plantool-hostile-") as folder:
                group(pathlib.Path(folder))
            print(f"{name}: {passed - before} checks hold")
    print(f"{passed} checks hold, {failed} do not")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
