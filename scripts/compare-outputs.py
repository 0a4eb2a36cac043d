#!/usr/bin/env python3
"""Compare what two plantools print, byte for byte, so that work on the inside can be seen to change nothing outside.

    scripts/compare-outputs.py OLD NEW                  both are programs
    scripts/compare-outputs.py OLD NEW --show 3         the first differences of three commands
    scripts/compare-outputs.py OLD NEW --expect FILE    the lines of FILE are commands that may differ, as they are printed here

The plans are the seeds, the examples, the examples of all rules and the fixtures of tests, generated plans, the same in JSON, and damaged ones (check-mutations.py, a fixed seed).
Each is validated in every format, rendered as every view in every format, rewritten and converted; what needs no plan (help, rules, schemas, checklists) is printed too. All in both
languages. Status, standard output and standard error are compared. At least seven megabytes of outputs are to be the same; the status is 1 if anything differs or there was less.
"""

import argparse
import concurrent.futures
import difflib
import importlib
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "fuzz")]
mutations = importlib.import_module("check-mutations")

LEAST = 7_000_000
LANGUAGES = ["zh-Hant", "en"]
REPORTS = ["text", "concise", "json", "jsonl", "github", "sarif", "junit"]
VIEWS = ["measures", "work-items", "strategies", "survey", "task-force", "checklist", "coverage", "by-unit", "deadlines", "timeline", "progress", "plan", "inspection-log", "proposal"]
COMMANDS = ["validate", "fmt", "convert", "render", "init", "rules", "explain", "checklist", "schema", "config", "completion", "version"]
# Files that are validated in one run: a report has them in order.
BATCH = 40


def corpus(old: pathlib.Path, folder: pathlib.Path) -> tuple[list[str], list[str]]:
    """Writes the plans; the names of those that are looked at from all sides, and of all."""
    whole, every = [], []

    def add(name: str, data: bytes, is_whole: bool) -> None:
        (folder / name).write_bytes(data)
        every.append(name)
        if is_whole:
            whole.append(name)

    for path in sorted([*ROOT.glob("seeds/*.plan.md"), *ROOT.glob("Examples/*.plan.*"), *ROOT.glob("Tests/**/*.plan.*")]):
        add(f"{path.parent.name}-{path.name}".removeprefix("-"), path.read_bytes(), True)
    for seed, size in [(1, 20_000), (2, 60_000)]:
        made = folder / f"generated-{seed}.plan.md"
        subprocess.run([sys.executable, str(ROOT / "benchmarks/generate.py"), "--bytes", str(size), "--seed", str(seed), "-o", str(made)], capture_output=True, check=True)
        add(made.name, made.read_bytes(), True)
    for name in list(whole):
        if name.endswith(".plan.md"):
            run = subprocess.run([str(old), "convert", name], cwd=folder, capture_output=True, check=False)
            if run.returncode == 0:
                add(name.removesuffix(".md") + ".json", run.stdout, True)
    plans = mutations.plans(old)
    for number, (suffix, data) in enumerate(plans):
        add(f"piece-{number}{suffix}", data, number % 20 == 0)
    dice = random.Random(13)
    for number in range(400):
        suffix, data = dice.choice(plans)
        kind = dice.choice(mutations.KINDS)
        other = dice.choice([other for end, other in plans if end == suffix])
        add(f"damaged-{number}{suffix}", mutations.mutated(data, kind, dice, other), number % 20 == 0)
    return whole, every


def commands(whole: list[str], every: list[str]) -> list[list[str]]:
    found = [["--help"], ["version"], ["rules"], ["checklist", "list"], ["config", "show"]]
    found += [[command, "--help"] for command in COMMANDS]
    found += [["schema", name] for name in ("plan", "findings", "config")]
    found += [["checklist", "show", name] for name in ("police-107", "household-105", "district-109")]
    found += [["completion", shell] for shell in ("bash", "zsh", "fish")]
    found += [["explain", f"PT{family}{number:02}"] for family in range(8) for number in range(30)]
    found += [["nonsense"], ["validate", "--formt", "json"], ["render", "coverge", whole[0]], ["init", "--checklist", "police-107", "--agency", "甲局", "--year", "107"]]
    for report in REPORTS:
        found += [["validate", "--no-config", "--format", report, *every[start:start + BATCH]] for start in range(0, len(every), BATCH)]
    for options in (["--summary"], ["--confirmed"], ["--confirmed", "--format", "json"], ["--diff"], ["--select", "PT3,PT6"], ["--fail-on", "note"]):
        found += [["validate", "--no-config", *options, *whole[start:start + BATCH]] for start in range(0, len(whole), BATCH)]
    for name in whole:
        found += [["fmt", name], ["fmt", "--diff", name], ["convert", name], ["render", name], ["init", "--from", name, "--year", "110"]]
        found += [["render", view, "--format", format, name] for view in VIEWS for format in ("markdown", "csv", "html")]
    return [[*command, "--lang", language] for command in found for language in LANGUAGES]


def run(tool: pathlib.Path, command: list[str], folder: pathlib.Path) -> tuple[int, bytes, bytes]:
    # fmt writes to a file only with -w, which is not asked for: both programs may read the same files at once.
    done = subprocess.run([str(tool), *command], cwd=folder, capture_output=True, check=False, timeout=600)
    return done.returncode, done.stdout, done.stderr


def difference(old: tuple[int, bytes, bytes], new: tuple[int, bytes, bytes], lines: int = 12) -> str:
    if old[0] != new[0]:
        return f"    status {old[0]} → {new[0]}\n" + new[2].decode(errors="replace")[:600]
    before, after = [(output[1] + output[2]).decode(errors="replace").splitlines() for output in (old, new)]
    found = [line for line in difflib.unified_diff(before, after, lineterm="", n=0) if not line.startswith(("---", "+++"))]
    return "\n".join("    " + line[:300] for line in found[:lines])


def main() -> int:
    options = argparse.ArgumentParser(description="Compare the outputs of two plantools.")
    options.add_argument("old", type=pathlib.Path)
    options.add_argument("new", type=pathlib.Path)
    options.add_argument("--show", type=int, default=10, help="of how many commands the differences are shown")
    options.add_argument("--expect", type=pathlib.Path, help="commands that may differ, one a line")
    options.add_argument("--only", default="", help="commands that hold this word")
    options.add_argument("--jobs", type=int, default=2)
    given = options.parse_args()
    old, new = given.old.resolve(), given.new.resolve()
    expected = set(given.expect.read_text(encoding="utf-8").splitlines()) if given.expect else set()
    same = size = 0
    different: list[str] = []
    with tempfile.TemporaryDirectory(prefix="plantool-compare-") as name, concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        folder = pathlib.Path(name)
        every = [command for command in commands(*corpus(old, folder)) if given.only in " ".join(command)]
        for command, before, after in pool.map(lambda command: (command, run(old, command, folder), run(new, command, folder)), every):
            size += len(before[1]) + len(before[2])
            if before == after:
                same += 1
                continue
            line = " ".join(command)
            if line in expected:
                continue
            different.append(line)
            if len(different) <= given.show:
                print(f"DIFFERENT {line[:200]}\n{difference(before, after)}", flush=True)
    print(f"{size / 1e6:.1f} MB of outputs of {len(every)} commands: {same} the same, {len(different)} different")
    if size < LEAST and not given.only:
        print(f"{LEAST / 1e6:.0f} MB are to be compared")
        return 1
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
