#!/usr/bin/env python3
"""Check what plantool prints with readers that plantool's authors did not write.

* CSV: Python's csv module, and Miller where it is installed, read the same number of records with the same columns.
* Markdown: cmark-gfm turns each rendered table into an HTML table of the same shape.
* Differences: `git apply` and `patch` make of a plan what `plantool fmt --diff` says, which is what `plantool fmt` prints.
* JSON: Python's json module reads plans and findings, and jq where it is installed.

A check whose program is missing is printed as skipped.
"""

import csv
import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
PLANS = sorted((ROOT / "seeds").glob("*.plan.md")) + sorted((ROOT / "Examples").glob("*.plan.md"))
VIEWS = ["measures", "survey", "task-force", "checklist", "coverage", "by-unit", "deadlines", "timeline", "progress"]

passed, failed, skipped = 0, 0, 0


def check(name: str, good: bool, detail: str = "") -> None:
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}: {detail}")


def skip(name: str) -> None:
    global skipped
    skipped += 1
    print(f"SKIPPED {name}: the program is not installed")


def tool(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(TOOL), *arguments], cwd=ROOT, capture_output=True, check=False)


class Tables(html.parser.HTMLParser):
    """Counts the cells of each row of each table."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append(0)
        elif tag in ("td", "th"):
            self.tables[-1][-1] += 1


def check_view(plan: pathlib.Path, view: str) -> None:
    name = f"{plan.name} {view}"
    run = tool("render", view, "--format", "csv", str(plan))
    if run.returncode != 0:
        # 2: the plan has no such table; 1: parts of the plan cannot be read.
        check(f"{name}: refused with a status and no output", run.returncode in (1, 2) and not run.stdout, str(run.returncode))
        return
    # Tables with other columns stand behind an empty line. A line break in a cell is LF alone.
    texts = [block + b"\r\n" for block in run.stdout.removesuffix(b"\r\n").split(b"\r\n\r\n")]
    blocks = [list(csv.reader(io.StringIO(text.decode("utf-8"), newline=""))) for text in texts]
    for block in blocks:
        widths = {len(record) for record in block}
        check(f"{name}: csv records have one width", len(widths) == 1 and len(block) > 1, str(widths))
    check(f"{name}: csv lines end with CRLF", b"\r\n" in run.stdout and run.stdout.endswith(b"\r\n"))
    dangerous = [cell for block in blocks for record in block for cell in record if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    check(f"{name}: no csv cell is a formula", not dangerous, str(dangerous[:1]))
    if shutil.which("mlr"):
        for text, block in zip(texts, blocks):
            miller = subprocess.run(["mlr", "--icsv", "--ojson", "cat"], input=text, capture_output=True, check=False)
            check(f"{name}: Miller reads the records", miller.returncode == 0, miller.stderr.decode("utf-8", "replace"))
            objects = json.loads(miller.stdout) if miller.returncode == 0 and miller.stdout else []
            check(f"{name}: Miller reads as many records", len(objects) == len(block) - 1, f"{len(objects)} of {len(block) - 1}")
            check(f"{name}: Miller sees the same header", bool(objects) and list(objects[0]) == block[0])
    else:
        skip(f"{name}: Miller")
    markdown = tool("render", view, "--format", "markdown", str(plan))
    if shutil.which("cmark-gfm"):
        page = subprocess.run(["cmark-gfm", "-e", "table"], input=markdown.stdout, capture_output=True, check=False)
        parser = Tables()
        parser.feed(page.stdout.decode("utf-8"))
        rows = [row for table in parser.tables for row in table]
        expected = sum(len(block) - 1 for block in blocks) + len(parser.tables)
        check(f"{name}: cmark-gfm sees as many rows", len(rows) == expected, f"{len(rows)} of {expected}")
        # Where there are several tables, a column of their names stands first in CSV.
        widths = {len(block[0]) - (block[0][0] == "表") for block in blocks}
        check(f"{name}: cmark-gfm rows have one width", set(rows) == widths, str(set(rows)))
    else:
        skip(f"{name}: cmark-gfm")


def check_calendar(plan: pathlib.Path) -> None:
    """The calendar of the deadlines as icalendar reads it, beside the days that CSV has."""
    try:
        import icalendar
    except ImportError:
        skip(f"{plan.name}: icalendar")
        return
    run = tool("render", "deadlines", "--format", "ics", str(plan))
    table = tool("render", "deadlines", "--format", "csv", "--expand", "--iso-dates", str(plan))
    rows = list(csv.DictReader(io.StringIO(table.stdout.decode("utf-8"), newline=""))) if table.returncode == 0 else []
    dated = [row for row in rows if row["西元日期"]]
    if not dated:
        check(f"{plan.name}: no days, no calendar", run.returncode in (1, 2) and not run.stdout, str(run.returncode))
        return
    calendar = icalendar.Calendar.from_ical(run.stdout.decode("utf-8"))
    events = list(calendar.walk("VEVENT"))
    check(f"{plan.name}: calendar has a name and no faults", bool(calendar.get("X-WR-CALNAME")) and not calendar.errors and not any(event.errors for event in events))
    check(f"{plan.name}: calendar has the days of the table", sorted(event.decoded("DTSTART").isoformat() for event in events) == sorted(row["西元日期"] for row in dated))
    check(f"{plan.name}: an event is one day", all((event.decoded("DTEND") - event.decoded("DTSTART")).days == 1 for event in events))
    check(f"{plan.name}: an event is known by its own name", len({str(event["UID"]) for event in events}) == len(events))
    # A text that is short is whole.
    units = next((name for name in dated[0] if "單位" in name), None)
    named = [(event.decoded("DTSTART").isoformat(), str(event["DESCRIPTION"])) for event in events]
    for row in dated if units else []:
        if len(row[units]) < 100:
            words = row[units].removeprefix("'").replace("\r\n", "\n")
            check(f"{plan.name}: units of {row['西元日期']}", any(day == row["西元日期"] and words in text for day, text in named), words)
    check(f"{plan.name}: calendar is the same again", tool("render", "deadlines", "--format", "ics", str(plan)).stdout == run.stdout)


def check_diff(plan: pathlib.Path) -> None:
    """A plan written differently, and the difference to its canonical form applied by other programs."""
    text = plan.read_text(encoding="utf-8")
    other = text.replace("\n- ", "\n* ").replace("  - 完成期限：", "  + 完成期限: ").replace("\n\n## ", "\n\n\n## ").rstrip("\n")
    programs = {"patch": ["patch", "-s", "-p0", "--binary"], "git": ["git", "apply", "-p0"]}
    for program, command in programs.items():
        if not shutil.which(program):
            skip(f"{plan.name}: {program}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / plan.name
            file.write_text(other, encoding="utf-8")
            diff = subprocess.run([str(TOOL), "fmt", "--diff", plan.name], cwd=folder, capture_output=True, check=False)
            check(f"{plan.name}: fmt --diff finds differences", diff.returncode == 1 and bool(diff.stdout), diff.stderr.decode())
            canonical = tool("fmt", str(file)).stdout
            run = subprocess.run(command, cwd=folder, input=diff.stdout, capture_output=True, check=False)
            check(f"{plan.name}: {program} applies the difference", run.returncode == 0 and file.read_bytes() == canonical, run.stderr.decode())


def no_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("repeated key")
    return dict(pairs)


def check_pictures(plan: pathlib.Path) -> None:
    """Pictures are SVG to an XML parser that is not ours, active in nothing, the same in every run, and hold the days of the table beside them."""
    for view, more in (("timeline", []), ("timeline", ["--as-of", "107年7月15日"]), ("coverage", [])):
        run = tool("render", view, *more, "--format", "svg", str(plan))
        name = f"{plan.name}: picture of {view} {' '.join(more)}"
        if run.returncode != 0:
            check(f"{name}: refused without a picture", run.returncode in (1, 2) and not run.stdout)
            continue
        root = xml.etree.ElementTree.fromstring(run.stdout)
        names = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in root.iter()}
        check(f"{name}: is inert", names <= {"svg", "g", "title", "text", "line", "rect", "circle", "path"}, str(names))
        check(f"{name}: has no reference", not any(key.endswith("href") or key.startswith("on") for element in root.iter() for key in element.attrib))
        check(f"{name}: is the same again", tool("render", view, *more, "--format", "svg", str(plan)).stdout == run.stdout)
        if view == "timeline":
            table = tool("render", view, *more, "--format", "csv", str(plan)).stdout.decode("utf-8").splitlines()
            words = "".join(root.itertext())
            days = re.findall(r"(\d+)年(\d+)月(\d+)日", "\n".join(line for line in table[1:] if "–" not in line))
            check(f"{name}: has the days of its table", bool(days) and all(f"{month}/{day}" in words for _, month, day in days), str(days[:3]))


def check_json(plan: pathlib.Path) -> None:
    findings = tool("validate", "--format", "json", str(plan))
    value = json.loads(findings.stdout, object_pairs_hook=no_repeats)
    count = sum(len(file["findings"]) for file in value["files"])
    check(f"{plan.name}: findings agree with their summary", count == sum(value["summary"][key] for key in ("errors", "warnings", "notes")))
    lines = plan.read_text(encoding="utf-8").split("\n")
    for file in value["files"]:
        for finding in file["findings"]:
            for end in finding["range"].values():
                inside = 1 <= end["line"] <= len(lines) and 1 <= end["column"] <= len(lines[end["line"] - 1]) + 1
                check(f"{plan.name}: {finding['code']} lies in the file", inside, str(end))
    converted = tool("convert", str(plan))
    if converted.returncode == 0:
        json.loads(converted.stdout, object_pairs_hook=no_repeats)
        if shutil.which("jq"):
            run = subprocess.run(["jq", "-e", ".format == \"plantool/1\""], input=converted.stdout, capture_output=True, check=False)
            check(f"{plan.name}: jq reads the plan", run.returncode == 0, run.stderr.decode())
        else:
            skip(f"{plan.name}: jq")


def main() -> int:
    for plan in PLANS:
        check_json(plan)
        check_diff(plan)
        check_calendar(plan)
        check_pictures(plan)
        for view in VIEWS:
            check_view(plan, view)
    print(f"outputs: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
