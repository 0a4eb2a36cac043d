#!/usr/bin/env python3
"""Give plantool files that are made to be slow, or to be printed at great length, and see that neither time nor output grows faster than they do.

Each trap (limit_traps.py) is tried at three sizes: a quarter, a half and the whole of --mb megabytes.

* The processor time of the largest may be 1.8 times what it would be if it grew with the size; where all of it is short (under 0.4 s) nothing can be said.
  What seems to be more is tried thrice again, and the shortest runs count: beside other work each takes more than it needs.
* The output for a byte of the file may grow by no more than a half between the sizes, and is never more than 400 bytes.
  Where it does, files of twice and four times the size say whether it goes on: a small file may just have room for fewer findings.
* A run may neither be killed by a signal nor take longer than the limit.

`validate` is tried with every trap. What repeats things is tried with every command, view, format and report, the other traps with those that print the whole plan; these
begin with a sixteenth of the size, and only where the quarter takes long or prints much more do they go on to the whole.

    scripts/check-limits.py                   0.4 MB with the debug build: an hour
    scripts/check-limits.py --mb 8 --tool .build/release/plantool
    scripts/check-limits.py --only measures   the traps whose names hold this word
    scripts/check-limits.py --command "render by-unit --format html"    with this command alone
"""

import argparse
import concurrent.futures
import math
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from limit_traps import FILES, REPEATS, TRAPS  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
VIEWS = ["measures", "work-items", "strategies", "survey", "task-force", "checklist", "coverage", "by-unit", "deadlines", "timeline", "progress", "plan", "inspection-log", "proposal"]
VALIDATE = "validate --no-config"
# How many more times files are tried whose time seems to grow.
AGAIN = 3
# What prints all of a plan, whatever is in it.
WHOLE = ["fmt", "fmt --diff", "convert", *(f"render plan --format {format}" for format in ("html", "csv", "odt", "ods", "docx")), f"{VALIDATE} --format json"]
EVERY = (
    WHOLE
    + [f"render {view} --format {format}" for view in VIEWS for format in ("markdown", "csv", "html") if f"render {view} --format {format}" not in WHOLE]
    + ["render deadlines --expand", "render deadlines --expand --format csv", "render deadlines --format ics", "render timeline --as-of 107年6月30日 --format svg", "render coverage --format svg", "render measures --format csv --iso-dates --normalise", "render", "init --year 108 --from", "fmt --check"]
    + [f"{VALIDATE} --format {format}" for format in ("concise", "jsonl", "github", "sarif", "junit")]
    + [f"{VALIDATE} {options}" for options in ("--confirmed", "--confirmed --format json", "--max-findings 0", "--summary", "--diff", "--baseline /dev/null")]
    + [f"status --as-of 2018-06-30 --format {format}" for format in ("text", "csv", "json", "markdown", "html")]
    + [f"report --no-config --as-of 2018-06-30 --format {format}" for format in ("html", "json")])
EVERY = [command for command in EVERY if not command.endswith("/dev/null")]


class Run:
    """What came of one command."""

    def __init__(self, words: list[str], seconds: int, folder: pathlib.Path):
        with tempfile.TemporaryFile(dir=folder) as output:
            # A file that grows without end is cut off, and that is a failure.
            limits = f"ulimit -t {seconds}; ulimit -f {1 << 22}; exec \"$@\""
            process = subprocess.Popen(["sh", "-c", limits, "sh", *words], stdout=output, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.status = process.returncode
            self.time = usage.ru_utime + usage.ru_stime
            self.bytes = output.seek(0, os.SEEK_END)

    def problem(self, seconds: int) -> str:
        if self.status in (-signal.SIGXCPU, -signal.SIGKILL):
            return f"took longer than {seconds} s"
        if self.status == -signal.SIGXFSZ:
            return "printed more than 2 GB"
        return "" if self.status in (0, 1, 2, 64) else f"ended with {self.status}"


def number(start: int, length, size: int) -> int:
    """How many things make files of a size."""
    n = start
    # A plan need not grow evenly: a deep list has longer and longer lines.
    for _ in range(8):
        found = length(n)
        if 0.95 * size < found < 1.05 * size:
            break
        n = max(1, round(n * (size / found) ** (1 if found < size * 4 and found > size / 4 else 0.7)))
    return n


def is_growing(ratios: list[float], size: int) -> bool:
    """Whether more is printed for a byte the larger the file is. What is printed whatever the plan, a style sheet or a checklist, is no growth."""
    return size > 200_000 and ratios[-1] > 1.5 * ratios[0] and ratios[-1] > 1.2 * ratios[-2]


def is_slow(runs: list[Run], sizes: list[int]) -> bool:
    """Whether the time grows faster than the size."""
    return max(run.time for run in runs) >= 0.4 and runs[-1].time / max(runs[0].time, 0.02) / (sizes[-1] / sizes[0]) > 1.8


def verdict(runs: list[Run], sizes: list[int]) -> tuple[str, str]:
    """What the runs say: linear or not, and by which power of the size the time grows."""
    ratios = [run.bytes / size for run, size in zip(runs, sizes)]
    if ratios[-1] > 400 or is_growing(ratios, runs[-1].bytes):
        return "FAILED", "output " + " → ".join(f"{ratio:.1f}" for ratio in ratios) + " bytes a byte"
    if max(run.time for run in runs) < 0.4:
        return "short", ""
    power = math.log(max(runs[-1].time, 0.001) / max(runs[0].time, 0.02)) / math.log(sizes[-1] / sizes[0])
    return ("FAILED" if is_slow(runs, sizes) else "linear"), f"n^{power:.2f}"


class Trial:
    """A trap and a command."""

    def __init__(self, name: str, start: int, make, command: str, parts: tuple[int, ...], extends: bool):
        self.name, self.start, self.make, self.command, self.parts, self.extends = name, start, make, command, parts, extends

    def __call__(self, given: argparse.Namespace) -> tuple[str, str]:
        whole = int(given.mb * 1_000_000)
        runs, sizes, numbers = [], [], []
        wanted = [whole // part for part in self.parts]
        # The sizes by which growth of the output is decided.
        larger = [2 * whole, 4 * whole]
        while wanted:
            numbers.append(number(self.start, lambda n: sum(len(text.encode()) for text in self.make(n).values()), wanted.pop(0)))
            run, size = self.run(numbers[-1], given)
            runs.append(run)
            sizes.append(size)
            if problem := run.problem(given.seconds):
                return "FAILED", self.line("FAILED", numbers[-1], runs, sizes, problem)
            # Where it may be more than it should, more is tried.
            suspicious = len(runs) > 1 and (runs[-1].bytes / sizes[-1] > 1.5 * runs[0].bytes / sizes[0] or runs[-1].time > 0.2)
            if not wanted and self.extends and len(runs) == 2 and suspicious:
                wanted = [whole]
            elif not wanted and len(runs) > 2 and larger and is_growing([run.bytes / size for run, size in zip(runs, sizes)], runs[-1].bytes):
                wanted = [larger.pop(0)]
        # Beside other work a run takes more of the processor than it needs; what it needs is nearest to the least of several.
        for _ in range(AGAIN):
            if not is_slow(runs, sizes):
                break
            runs = [min(run, self.run(n, given)[0], key=lambda run: run.time) for run, n in zip(runs, numbers)]
        word, remark = verdict(runs, sizes)
        return word, self.line(word, numbers[-1], runs, sizes, remark)

    def run(self, n: int, given: argparse.Namespace) -> tuple[Run, int]:
        """The command on files with so many things, and how many bytes these have."""
        with tempfile.TemporaryDirectory(prefix="plantool-limits-") as folder:
            place = pathlib.Path(folder)
            names = {}
            for file, text in self.make(n).items():
                (place / file).write_text(text, encoding="utf-8", newline="")
                names["{" + file + "}"] = str(place / file)
            size = sum(path.stat().st_size for path in place.iterdir())
            words = [names.get(word, word) for word in self.command.split()]
            return Run([str(given.tool), *words], given.seconds, place), size

    def line(self, word: str, n: int, runs: list[Run], sizes: list[int], remark: str) -> str:
        figures = ", ".join(f"{size / 1000:.0f} kB {run.time:.2f} s {run.bytes / 1000:.0f} kB" for size, run in zip(sizes, runs))
        return f"{word:6} {self.name}: {self.command} (n = {n}): {figures} {remark}".rstrip()


def trials(given: argparse.Namespace) -> list[Trial]:
    found = []

    def plan(name: str, trap, command: str, parts: tuple[int, ...], extends: bool) -> None:
        start, make, syntax = trap
        file = f"a.plan.{syntax}"
        found.append(Trial(name, start, lambda n: {file: make(n)}, command + " {" + file + "}", parts, extends))

    for name, trap in {**TRAPS, **REPEATS}.items():
        if given.command:
            plan(name, trap, given.command, (4, 2, 1), False)
            continue
        plan(name, trap, VALIDATE, (4, 2, 1), False)
        for command in EVERY if name in REPEATS else WHOLE:
            plan(name, trap, command, (16, 4), True)
    for name, (start, make, commands) in FILES.items():
        for command in commands if not given.command else []:
            found.append(Trial(name, start, make, command, (4, 2, 1), False))
    return [trial for trial in found if given.only in trial.name]


def main() -> int:
    options = argparse.ArgumentParser(description="Files that are made to be slow, or to be printed at great length.")
    options.add_argument("--tool", type=pathlib.Path, default=ROOT / ".build" / "debug" / "plantool")
    options.add_argument("--mb", type=float, default=0.4, help="the size of the largest file of a trap in megabytes")
    options.add_argument("--only", default="", help="the traps whose names hold this word")
    options.add_argument("--seconds", type=int, default=120, help="how much processor time one run may take")
    options.add_argument("--command", help="this command and its options instead of all")
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many runs at once")
    options.add_argument("--verbose", action="store_true", help="print the harmless ones too")
    given = options.parse_args()
    given.tool = given.tool.resolve()
    start = time.monotonic()
    words = []
    all_trials = trials(given)
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        for word, line in pool.map(lambda trial: trial(given), all_trials):
            words.append(word)
            if word == "FAILED" or given.verbose:
                print(line, flush=True)
    failed = words.count("FAILED")
    print(f"{len(words) - failed} of {len(words)} trials are harmless ({words.count('short')} too short to judge the time); {time.monotonic() - start:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ.setdefault("PLANTOOL_LANG", "en")
    sys.exit(main())
