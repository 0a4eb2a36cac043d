#!/usr/bin/env python3
"""Damage plans at random, run plantool's commands on each, and see that nothing breaks and nothing is lost or made up.

The plans are the seeds, the examples, the examples of all rules and the fixtures of tests, whole and in pieces, each also as JSON. A mutation changes bytes, lines, numbers, blocks or
characters; the random numbers are from a fixed seed, so that a failure can be had again. Of every mutated plan must hold:

* each command ends with status 0, 1, 2 or 64, in time, and nothing of a trap stands on standard error; what should be JSON is JSON;
* what `fmt` prints means the same, and `fmt` prints it again as it is;
* what `convert` makes of a plan that reads well turns back into the same plan;
* `validate --fix` leaves who, when and how much: units, deadlines and every numeral of every text.

    scripts/check-mutations.py                        20,000 runs of the program
    scripts/check-mutations.py --runs 250000 --seed 7 --tool .build/release/plantool
    scripts/check-mutations.py --only numbers         one kind of mutation

What breaks something is kept in --keep (by default a folder that is named at the end), with the command.
"""

import argparse
import collections
import concurrent.futures
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "fuzz"))
import seed as fuzz_seeds  # noqa: E402

EXTREMES = ["0", "1", "10", "78", "79", "99", "999", "1000", "1911", "1912", "2911", "9999", "10" + "0" * 17, "9223372036854775807", "9223372036854775808", "1" + "0" * 30,
            "-1", "-107", "０", "１０", "９９９９９", "〇", "十", "廿", "卅", "百", "千", "萬", "億", "廿廿", "十十", "百億萬千", "1.5", "0.0", "00107", "1e9"]
NUMERAL = re.compile(r"[0-9０-９]+|[一二三四五六七八九十廿卅百千萬億兩〇零]+")
PIECES = ["\n", "\n\n", "\r", "\r\n", "- ", "1. ", "1) ", "一、", "(一)", "#", "## ", "### ", "|", "| --- |", "\\", "<br>", "<!--", "-->", "---\n", "```\n", "~~~", "> ", "：", "︰", "\t", "   ",
          "[ ] ", "\u3000", "\ufeff", "\u200b", "\u00ad", "\u2028", "\u202e", "\ufffd", "\x00", "\x1b[31m", '"', "{", "},", "null", "完成期限：", "承辦單位：", "協辦單位：", "表別：", "<table>", "<div>", "</div>",
          "<pre>", "👩‍👧", "&lt;", "&nbsp;", "`", "$", "*", "_", "~", "%", "同上", "<!-- plantool-disable PT301 -->", "台", "臺", "。。", "（", "）", "「", "辦理辦理"]
VIEWS = ["measures", "work-items", "strategies", "survey", "task-force", "checklist", "coverage", "by-unit", "deadlines", "timeline", "progress", "plan", "inspection-log", "proposal"]
FORMATS = ["markdown", "csv", "html"]
REPORTS = ["text", "concise", "json", "jsonl", "github", "sarif", "junit"]
TRAP = re.compile(rb"Fatal error|Crash:|Thread \d+ crashed|Illegal instruction|AddressSanitizer|Swift runtime failure")


# Mutations

def mutated_bytes(data: bytes, dice: random.Random) -> bytes:
    data = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(data) + 1)
        end = min(len(data), at + dice.randrange(12))
        match dice.randrange(5):
            case 0: data[at:at] = bytes([dice.randrange(256)])
            case 1: del data[at:end]
            case 2: data[at:end] = dice.choice(PIECES).encode()
            case 3: data[at:at] = data[at:end]
            case 4 if at < len(data): data[at] ^= 1 << dice.randrange(8)
    return bytes(data)


def mutated_lines(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(dice.randint(1, 3)):
        at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        match dice.randrange(9):
            case 0: del lines[at]
            case 1: lines.insert(other, lines[at])
            case 2: lines[at], lines[other] = lines[other], lines[at]
            case 3: lines.insert(at, "")
            case 4: lines[at] = lines[at][:dice.randrange(len(lines[at]) + 1)]
            case 5: lines[at] = dice.choice([" ", "  ", "   ", "    ", "\t", "　", "- ", "> "]) + lines[at]
            case 6: lines[at] = lines[at].lstrip(" -*+|#>")
            case 7: lines[at:at + 2] = ["".join(lines[at:at + 2])]
            case 8: lines[at] = lines[at].replace("|", dice.choice(["｜", "\t", "||", ""])) if "|" in lines[at] else lines[at] + "  "
        lines = lines or [""]
    return "\n".join(lines)


def mutated_numbers(text: str, dice: random.Random) -> str:
    found = list(NUMERAL.finditer(text))
    if not found:
        return text + dice.choice(EXTREMES)
    for match in sorted(dice.sample(found, min(len(found), dice.randint(1, 5))), key=lambda match: -match.start()):
        text = text[:match.start()] + dice.choice(EXTREMES) + text[match.end():]
    return text


def mutated_blocks(text: str, dice: random.Random, other: str) -> str:
    blocks, others = text.split("\n\n"), other.split("\n\n")
    for _ in range(dice.randint(1, 3)):
        at, to = dice.randrange(len(blocks)), dice.randrange(len(blocks) + 1)
        match dice.randrange(5):
            case 0 if len(blocks) > 1: del blocks[at]
            case 1: blocks.insert(to, blocks[at])
            case 2: blocks.insert(to, dice.choice(others))
            case 3: blocks[at] = dice.choice(["> ", "    ", "- ", "```\n", "<div>\n", "<!--\n", "<pre>"]) + blocks[at]
            case 4: blocks.insert(to, blocks.pop(at))
    return "\n\n".join(blocks)


def mutated_characters(text: str, dice: random.Random) -> str:
    for _ in range(dice.randint(1, 4)):
        at, to = dice.randrange(len(text) + 1), dice.randrange(len(text) + 1)
        match dice.randrange(6):
            case 0: text = text[:at] + text[at + 1:]
            case 1: text = text[:at] + text[at:at + 1] * 2 + text[at + 1:]
            case 2: text = text[:at] + dice.choice(PIECES) + text[at:]
            case 3: text = text[:at] + text[to:to + dice.randrange(1, 6)] + text[at:]
            case 4: text = text[:at] + text[at:at + 2][::-1] + text[at + 2:]
            case 5: text = text[:at] + dice.choice(PIECES) + text[at + 1:]
    return text


KINDS = ["bytes", "lines", "numbers", "blocks", "characters"]


def mutated(data: bytes, kind: str, dice: random.Random, other: bytes) -> bytes:
    if kind == "bytes":
        return mutated_bytes(data, dice)
    text = data.decode("utf-8", "replace")
    match kind:
        case "lines": text = mutated_lines(text, dice)
        case "numbers": text = mutated_numbers(text, dice)
        case "blocks": text = mutated_blocks(text, dice, other.decode("utf-8", "replace"))
        case _: text = mutated_characters(text, dice)
    return text.encode("utf-8", "surrogatepass")


# What must hold

class Broken(Exception):
    def __init__(self, what: str, command: list[str]):
        super().__init__(what)
        self.command = command


class Trial:
    """One mutated plan, and the runs of the program on it."""

    def __init__(self, tool: pathlib.Path, plan: pathlib.Path, seconds: int):
        self.tool, self.plan, self.seconds = tool, plan, seconds
        self.statuses: collections.Counter[int] = collections.Counter()

    def run(self, words: list[str], data: bytes | None = None) -> subprocess.CompletedProcess:
        try:
            done = subprocess.run([str(self.tool), *words], input=data, capture_output=True, check=False, timeout=self.seconds,
                                  stdin=subprocess.DEVNULL if data is None else None)
        except subprocess.TimeoutExpired:
            raise Broken(f"no end in {self.seconds} s", words) from None
        self.statuses[done.returncode] += 1
        if done.returncode not in (0, 1, 2, 64):
            raise Broken(f"ended with {done.returncode}: {done.stderr[-400:]!r}", words)
        if TRAP.search(done.stderr):
            raise Broken(f"a trap: {done.stderr[-400:]!r}", words)
        return done

    def succeeded(self, words: list[str], data: bytes | None = None) -> bytes | None:
        """What a command prints, or nothing where it refuses."""
        done = self.run(words, data)
        if done.returncode == 0:
            return done.stdout
        if not done.stderr.strip():
            raise Broken(f"refused (status {done.returncode}) without a word", words)
        return None

    def check(self, dice: random.Random) -> None:
        plan = str(self.plan)
        checked = self.run(["validate", "--no-config", "--format", "json", plan])
        try:
            json.loads(checked.stdout)
        except ValueError as error:
            raise Broken(f"no JSON: {error}", ["validate", "--no-config", "--format", "json", plan]) from None
        if checked.returncode == 2:
            raise Broken(f"could not be checked: {checked.stderr[-400:]!r}", ["validate", "--no-config", plan])
        self.run(["validate", "--no-config", "--format", dice.choice(REPORTS), *dice.choice([[], ["--confirmed"], ["--lang", "en"]]), plan])
        meaning = self.succeeded(["convert", "--to", "json", plan])
        self.check_canonical_form(meaning)
        if meaning is not None:
            self.check_conversion(meaning)
        self.check_fixes(meaning)
        view, form = dice.choice(VIEWS), dice.choice(FORMATS)
        self.run(["render", view, "--format", form, plan])

    def check_canonical_form(self, meaning: bytes | None) -> None:
        plan = str(self.plan)
        canonical = self.succeeded(["fmt", plan])
        if canonical is None:
            return
        # The name tells text from JSON.
        again = self.plan.with_name("canonical" + "".join(self.plan.suffixes[-2:]))
        again.write_bytes(canonical)
        if self.succeeded(["fmt", str(again)]) != canonical:
            raise Broken("fmt is not stable", ["fmt", plan])
        if meaning is not None and self.succeeded(["convert", "--to", "json", str(again)]) != meaning:
            raise Broken("fmt changes the meaning", ["fmt", plan])

    def check_conversion(self, meaning: bytes) -> None:
        in_json = self.plan.with_name("meaning.plan.json")
        in_json.write_bytes(meaning)
        text = self.succeeded(["convert", "--to", "md", str(in_json)])
        if text is None:
            # What a JSON plan may hold and a text cannot is refused with a word; what came from a text can be one.
            if self.plan.name.endswith(".md"):
                raise Broken("a text does not come back from JSON", ["convert", "--to", "json", str(self.plan)])
            return
        back = self.plan.with_name("back.plan.md")
        back.write_bytes(text)
        if self.succeeded(["convert", "--to", "json", str(back)]) != meaning:
            raise Broken("unequal after the round trip", ["convert", "--to", "json", str(self.plan)])

    def check_fixes(self, meaning: bytes | None) -> None:
        suffix = "".join(self.plan.suffixes[-2:])
        mended = self.plan.with_name("mended" + suffix)
        mended.write_bytes(self.plan.read_bytes())
        words = ["validate", "--no-config", "--fix", "--format", "concise", str(mended)]
        if self.run(words).returncode == 2:
            raise Broken("the fixes could not be made", words)
        if mended.read_bytes() == self.plan.read_bytes():
            return
        diff = ["validate", "--no-config", "--diff", str(mended)]
        if self.run(diff).stdout:
            raise Broken("there is still something to mend", diff)
        if meaning is None:
            return
        after = self.succeeded(["convert", "--to", "json", str(mended)])
        if after is None or essentials(json.loads(after)) != essentials(json.loads(meaning)):
            raise Broken("--fix changes who, when or how much", words)


def essentials(value: object, key: str = "") -> list[object]:
    """Who, when and how much, in the order of the plan: the names of units, what deadlines mean, and the numerals of every text; without width and white space."""
    if isinstance(value, dict):
        inner = key if key in ("units", "deadline", "period") else ""
        # What a deadline means is told beside its text; without that, it means nothing as yet.
        meant = [f"{name}={part}" for name, part in value.items() if name not in ("text", "reportContent")] if inner in ("deadline", "period") else None
        if meant is not None:
            return [meant, *essentials(value.get("text", ""))]
        return [found for name, part in value.items() for found in essentials(part, inner or name)]
    if isinstance(value, list):
        return [found for part in value for found in essentials(part, key)]
    if not isinstance(value, str):
        return [value]
    text = "".join(c for c in unicodedata.normalize("NFKC", value) if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))
    if key == "units":
        return [text]
    numbers = "".join(NUMERAL.findall(text))
    return [numbers] if numbers else []


# The whole

def plans(tool: pathlib.Path) -> list[tuple[str, bytes]]:
    """The plans to be damaged: a suffix and the bytes."""
    texts = fuzz_seeds.texts()
    whole = [path.read_text(encoding="utf-8") for path in sorted([*ROOT.glob("seeds/*.plan.md"), *ROOT.glob("Examples/*.plan.md")])]
    jsons = [text for text in fuzz_seeds.jsons(tool, texts) if text.lstrip().startswith("{")]
    for text in whole:
        done = subprocess.run([str(tool), "convert", "-", "--to", "json"], input=text.encode(), capture_output=True, check=False)
        jsons += [done.stdout.decode()] if done.returncode == 0 else []
    return [(".plan.md", text.encode()) for text in texts + whole] + [(".plan.json", text.encode("utf-8", "surrogatepass")) for text in jsons]


def attempt(tool: pathlib.Path, corpus: list[tuple[str, bytes]], number: int, given: argparse.Namespace, folder: pathlib.Path) -> tuple[str, collections.Counter, str]:
    """Mutates a plan and checks it; the kind of mutation, the statuses, and what is broken."""
    dice = random.Random(f"{given.seed} {number}")
    suffix, data = dice.choice(corpus)
    kind = given.only or dice.choice(KINDS)
    data = mutated(data, kind, dice, dice.choice([other for end, other in corpus if end == suffix]))
    place = folder / str(number)
    place.mkdir()
    plan = place / ("a" + suffix)
    plan.write_bytes(data)
    trial = Trial(tool, plan, given.seconds)
    broken = ""
    try:
        trial.check(dice)
    except Broken as error:
        kept = pathlib.Path(given.keep) / f"{given.seed}-{number}-{kind}{suffix}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(data)
        broken = f"{kept.name}: plantool {' '.join(error.command).replace(str(place) + '/', '')}: {error}"
    for path in place.iterdir():
        path.unlink()
    place.rmdir()
    return kind, trial.statuses, broken


def main() -> int:
    options = argparse.ArgumentParser(description="Mutated plans.")
    options.add_argument("--tool", type=pathlib.Path, default=ROOT / ".build" / "debug" / "plantool")
    options.add_argument("--runs", type=int, default=20_000, help="how many times the program is run")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", choices=KINDS, help="one kind of mutation")
    options.add_argument("--seconds", type=int, default=60, help="how long one run may take")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--keep", default=str(pathlib.Path(tempfile.gettempdir()) / "plantool-mutations"), help="where inputs that break something are kept")
    given = options.parse_args()
    corpus = plans(given.tool)
    statuses: collections.Counter[int] = collections.Counter()
    kinds: collections.Counter[str] = collections.Counter()
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="plantool-mutations-") as name, concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        number = 0
        while sum(statuses.values()) < given.runs and len(failures) < 50:
            batch = range(number, number + 100)
            number += 100
            for kind, found, broken in pool.map(lambda n: attempt(given.tool, corpus, n, given, pathlib.Path(name)), batch):
                kinds[kind] += 1
                statuses += found
                if broken:
                    failures.append(broken)
                    print(f"FAILED {broken}", flush=True)
    print(f"{sum(kinds.values())} mutated plans of {len(corpus)} ({', '.join(f'{kind} {kinds[kind]}' for kind in KINDS if kinds[kind])}); "
          f"{sum(statuses.values())} runs with status {', '.join(f'{status}: {statuses[status]}' for status in sorted(statuses))}")
    if failures:
        print(f"what broke something is in {given.keep}")
    print(f"{sum(kinds.values()) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
