#!/usr/bin/env python3
"""Measure plantool beside programs that read the same plans.

    run.py                    install the other programs, make the plans, measure everything, print Markdown
    run.py --write            … and put the result into benchmarks/README.md
    run.py --instructions     count instructions of three fixed runs and write benchmarks/instructions.tsv
    run.py --small            … with a tenth of the plans and of the large plan, for a quick look
    run.py --tiny             a smoke test: every case once, on small plans; fails when plantool does, whatever the times are
    run.py --huge             the scaling curve up to 200 MB

It needs a release build, such as the one that scripts/package.sh makes. A program that cannot be had is printed as SKIPPED.
"""

import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time
import venv
import zipfile

import generate

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
README = HERE / "README.md"
INSTRUCTIONS = HERE / "instructions.tsv"
MARKER = "<!-- results: written by run.py --write -->"

DEBIAN = {"cmark": "cmark", "cmark-gfm": "cmark-gfm", "mlr": "miller", "jq": "jq", "pandoc": "pandoc", "unzip": "unzip", "xmllint": "libxml2-utils", "time": "time"}
# Programs that are measured only together with others, or not at all.
HELPERS = ("unzip", "xmllint", "time")
PYPI = {"rumdl": "rumdl", "typos": "typos", "jsonschema": "sourcemeta-jsonschema", "check-jsonschema": "check-jsonschema", "frictionless": "frictionless", "doorstop": "doorstop"}

ENVIRONMENT = {**os.environ, "PLANTOOL_LANG": "en", "LC_ALL": "C.UTF-8"}
MB = 1_000_000


class Failure(Exception):
    """plantool did not do what it was to do."""


# MARK: Programs


class Programs:
    """Where each program is; a name that is not there could not be had."""

    def __init__(self, tool: pathlib.Path, work: pathlib.Path, may_install: bool) -> None:
        self.paths: dict[str, str] = {"plantool": str(tool)}
        environment = work / "programs"
        if may_install:
            self.install(environment)
        # The package's own script starts Python and then the program: what is measured is the program.
        native = f"jsonschema-linux-{ {'x86_64': 'x86_64', 'aarch64': 'arm64'}.get(platform.machine(), platform.machine()) }"
        for name in (*DEBIAN, *PYPI):
            places = list(environment.glob(f"lib/python*/site-packages/sourcemeta_jsonschema/{native}")) if name == "jsonschema" else [environment / "bin" / name]
            found = str(places[0]) if places and places[0].exists() else None if name in PYPI else shutil.which(name)
            if found:
                self.paths[name] = found
            else:
                print(f"SKIPPED {name}: not installed", file=sys.stderr)
        # What is measured of a pipe is the shell that waits for its programs.
        if "unzip" in self.paths and "xmllint" in self.paths:
            self.paths["unzip, xmllint"] = shutil.which("sh") or "/bin/sh"

    @staticmethod
    def install(environment: pathlib.Path) -> None:
        missing = [package for program, package in DEBIAN.items() if shutil.which(program) is None]
        if missing and shutil.which("apt-get"):
            for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", *missing]):
                subprocess.run(command, capture_output=True, check=False)
        python = environment / "bin" / "python"
        if not python.exists():
            venv.create(environment, with_pip=True)
        for package in PYPI.values():
            have = subprocess.run([python, "-m", "pip", "show", "-q", package], capture_output=True, check=False).returncode == 0
            if not have:
                subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", package], capture_output=True, check=False)

    def version(self, name: str) -> str:
        """The version as the program or its package says it."""
        if name in PYPI:
            python = pathlib.Path(self.paths[name])
            while not (python / "bin" / "python").exists():
                python = python.parent
            answer = subprocess.run([python / "bin" / "python", "-m", "pip", "show", PYPI[name]], capture_output=True, encoding="utf-8", check=False).stdout
            return next((line.split()[1] for line in answer.splitlines() if line.startswith("Version:")), "?")
        answer = subprocess.run([self.paths[name], "--version"], capture_output=True, encoding="utf-8", check=False).stdout
        return next((word for word in answer.replace("jq-", "").split() if word[0].isdigit()), "?")


# MARK: Measuring


class Sample:
    def __init__(self, wall: float, cpu: float, memory: int, status: int) -> None:
        self.wall, self.cpu, self.memory, self.status = wall, cpu, memory, status


def own_peak() -> int:
    """The most memory that this program ever had."""
    lines = pathlib.Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def run_once(command: list[str], folder: pathlib.Path) -> Sample:
    """One run, its output thrown away. Wall time from before the process is made until it is reaped."""
    os.chdir(folder)
    actions = [(os.POSIX_SPAWN_OPEN, descriptor, "/dev/null", os.O_RDWR, 0) for descriptor in (0, 1, 2)]
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status))


def peak_memory(command: list[str], folder: pathlib.Path, measured: int, timer: str | None) -> tuple[int, bool]:
    """A child starts with the peak of the process that made it, so that a smaller one cannot be seen from here; `time` is small. Whether it is exact comes second."""
    if measured > own_peak() * 1.2:
        return measured, True
    if timer is None:
        return measured, False
    answer = subprocess.run(
        [timer, "-q", "-f", "%M", "--", *command], cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
        encoding="utf-8", check=False).stderr
    last = answer.split()[-1:] or ["?"]
    return (int(last[0]) * 1024, True) if last[0].isdigit() else (measured, False)


class Row:
    """A program in a case."""

    def __init__(self, name: str, label: str, arguments: list[str], input_size: int) -> None:
        self.name, self.label, self.arguments, self.size = name, label, arguments, input_size
        self.samples: list[Sample] = []
        self.memory = (0, True)

    wall = property(lambda self: statistics.median(sample.wall for sample in self.samples))
    cpu = property(lambda self: statistics.median(sample.cpu for sample in self.samples))


class Case:
    def __init__(self, title: str, folder: pathlib.Path) -> None:
        self.title, self.folder = title, folder
        self.rows: list[Row] = []

    def add(self, name: str, label: str, *arguments: object, size: int = 0) -> None:
        self.rows.append(Row(name, label, [str(argument) for argument in arguments], size))

    def measure(self, programs: Programs, runs: int, budget: float) -> None:
        """All programs in turn, again and again, so that a slow moment of the machine strikes all; each until its runs or its seconds are used up."""
        self.rows = [row for row in self.rows if row.name in programs.paths]
        for number in range(runs + 1):
            for row in self.rows:
                spent = sum(sample.wall for sample in row.samples)
                if spent > budget:
                    continue
                command = [programs.paths[row.name], *row.arguments]
                sample = run_once(command, self.folder)
                if row.name == "plantool" and sample.status not in (0, 1):
                    raise Failure(f"status {sample.status}: {' '.join(command)}")
                # The first round warms the disk's cache; it counts only for who is too slow for a second one.
                if number == 1:
                    row.samples.clear()
                row.samples.append(sample)
        for row in self.rows:
            command = [programs.paths[row.name], *row.arguments]
            row.memory = peak_memory(command, self.folder, max(sample.memory for sample in row.samples), programs.paths.get("time"))
        print(f"measured: {self.title}", file=sys.stderr)

    def row(self, label: str) -> Row | None:
        return next((row for row in self.rows if row.label == label), None)

    def table(self) -> str:
        base = self.rows[0]
        lines = [f"### {self.title}", "", "| program | wall | CPU | peak memory | runs | wall ÷ plantool's |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
        for row in self.rows:
            status = max(sample.status for sample in row.samples)
            fault = f" (status {status})" if status > 1 or min(sample.status for sample in row.samples) < 0 else ""
            memory = ("" if row.memory[1] else "≤ ") + f"{row.memory[0] / MB:.1f} MB"
            lines.append(f"| {row.label}{fault} | {seconds(row.wall)} | {seconds(row.cpu)} | {memory} | {len(row.samples)} | {row.wall / base.wall:.2f} |")
        return "\n".join(lines) + "\n"


def seconds(value: float) -> str:
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms" if value >= 0.1 else f"{value * 1000:.1f} ms"


# MARK: Plans


class Data:
    """The plans, made anew each time."""

    def __init__(self, tool: pathlib.Path, work: pathlib.Path, count: int, big_size: int, jsonschema: str | None) -> None:
        self.tool = tool
        self.folder = work / "data"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.count, self.big_size = count, big_size
        self.write("one", 40_000)
        self.write("big", self.big_size)
        self.text_corpus, self.json_corpus = self.folder / "text", self.folder / "json"
        for folder in (self.text_corpus, self.json_corpus):
            folder.mkdir()
        for number in range(self.count):
            source = self.text_corpus / f"{number:04}.plan.md"
            source.write_text(generate.plan(40_000, number + 1), encoding="utf-8")
            self.call("convert", source, "-o", self.json_corpus / f"{number:04}.plan.json")
        for name in ("one", "big"):
            self.call("convert", self.folder / f"{name}.plan.md", "-o", self.folder / f"{name}.plan.json")
            self.call("render", "measures", "--format", "csv", "-o", self.folder / f"{name}.csv", self.folder / f"{name}.plan.md")
        self.document_sizes: dict[str, int] = {}
        for name, part in (("document", 25), ("large-document", 10)):
            self.write(name, max(20_000, self.big_size // part))
            self.call("render", "plan", "-o", self.folder / f"{name}.docx", self.folder / f"{name}.plan.md")
            with zipfile.ZipFile(self.folder / f"{name}.docx") as archive:
                self.document_sizes[name] = archive.getinfo("word/document.xml").file_size
        self.call("schema", "plan", "-o", self.folder / "plan.schema.json")
        self.compile_schema(jsonschema)
        self.write_doorstop()
        print("plans made", file=sys.stderr)

    def write(self, name: str, size: int, seed: int = 1) -> pathlib.Path:
        path = self.folder / f"{name}.plan.md"
        path.write_text(generate.plan(size, seed), encoding="utf-8")
        return path

    def call(self, *arguments: object) -> None:
        command = [str(self.tool), *map(str, arguments)]
        answer = subprocess.run(command, capture_output=True, encoding="utf-8", env=ENVIRONMENT, check=False)
        if answer.returncode != 0:
            raise Failure(f"status {answer.returncode}: {' '.join(command)}\n{answer.stderr[:2000]}")

    def compile_schema(self, jsonschema: str | None) -> None:
        """What jsonschema can do once and for all before it validates."""
        if jsonschema is not None:
            with open(self.folder / "plan.template.json", "wb") as file:
                subprocess.run([jsonschema, "compile", "plan.schema.json"], cwd=self.folder, stdout=file, stderr=subprocess.DEVNULL, check=False)

    def write_doorstop(self) -> None:
        """The measures of the one plan as a repository of doorstop: a file for each."""
        import csv

        self.doorstop = self.folder / "doorstop"
        (self.doorstop / "measures").mkdir(parents=True)
        (self.doorstop / ".git").mkdir()  # doorstop looks for the root of a repository
        (self.doorstop / "measures" / ".doorstop.yml").write_text('settings:\n  digits: 4\n  prefix: M\n  sep: "-"\n', encoding="utf-8")
        with open(self.folder / "one.csv", encoding="utf-8", newline="") as file:
            for number, record in enumerate(csv.DictReader(file), 1):
                text = "".join(f"  {line}\n" for line in record["具體作法"].splitlines())
                fields = f'active: true\nderived: false\nheader: ""\nlevel: 1.{number}\nlinks: []\nnormative: true\nref: ""\nreviewed: null\ntext: |\n{text}'
                (self.doorstop / "measures" / f"M-{number:04}.yml").write_text(fields, encoding="utf-8")


def size_of(path: pathlib.Path) -> int:
    return sum(file.stat().st_size for file in path.iterdir()) if path.is_dir() else path.stat().st_size


def cases(data: Data) -> dict[str, Case]:
    folder = data.folder
    found: dict[str, Case] = {}

    def kilobytes(path: pathlib.Path) -> str:
        size = size_of(path)
        return f"{size / MB:.1f} MB" if size >= MB else f"{size / 1000:.0f} KB"

    one = found["one"] = Case(f"One plan, cold ({kilobytes(folder / 'one.plan.md')} of text, {kilobytes(folder / 'one.plan.json')} of JSON)", folder)
    one.add("plantool", "plantool validate, text", "validate", "--format", "concise", "one.plan.md")
    one.add("plantool", "plantool validate, text, the report for people", "validate", "one.plan.md")
    one.add("plantool", "plantool validate, JSON", "validate", "--format", "concise", "one.plan.json")
    one.add("plantool", "plantool version", "version")
    one.add("jsonschema", "jsonschema validate, JSON", "validate", "plan.schema.json", "one.plan.json")
    one.add("jsonschema", "jsonschema validate with a compiled schema, JSON", "validate", "plan.schema.json", "one.plan.json", "--template", "plan.template.json")
    one.add("cmark", "cmark, text", "one.plan.md")
    one.add("cmark-gfm", "cmark-gfm -e table, text", "-e", "table", "one.plan.md")
    one.add("rumdl", "rumdl check, text", "check", "--no-cache", "--isolated", "--silent", "one.plan.md")
    one.add("typos", "typos, text", "--isolated", "one.plan.md")
    one.add("jq", "jq, JSON", ".", "one.plan.json")
    one.add("check-jsonschema", "check-jsonschema, JSON", "--schemafile", "plan.schema.json", "one.plan.json")
    one.add("frictionless", "frictionless validate, CSV of the measures", "validate", "one.csv")

    doorstop = found["doorstop"] = Case("The same plan's measures as a doorstop repository", data.doorstop)
    doorstop.add("plantool", "plantool validate, text", "validate", "--format", "concise", "../one.plan.md")
    doorstop.add("doorstop", "doorstop (every measure a file)", "--no-reformat", "--no-child-check")

    texts = sorted(str(path.relative_to(folder)) for path in data.text_corpus.iterdir())
    text = found["text"] = Case(f"{data.count:,} plans, text ({kilobytes(data.text_corpus)})", folder)
    text.add("plantool", "plantool validate", "validate", "--format", "concise", "text")
    text.add("cmark", "cmark (one process, one core)", *texts)
    text.add("cmark-gfm", "cmark-gfm -e table (one process, one core)", "-e", "table", *texts)
    text.add("rumdl", "rumdl check", "check", "--no-cache", "--isolated", "--silent", "text")
    text.add("typos", "typos", "--isolated", "text")

    json = found["json"] = Case(f"{data.count:,} plans, JSON ({kilobytes(data.json_corpus)})", folder)
    json.add("plantool", "plantool validate", "validate", "--format", "concise", "json")
    json.add("jsonschema", "jsonschema validate (exhaustive)", "validate", "plan.schema.json", "json")
    json.add("jsonschema", "jsonschema validate with a compiled schema", "validate", "plan.schema.json", "json", "--template", "plan.template.json")
    jsons = sorted(str(path.relative_to(folder)) for path in data.json_corpus.iterdir())
    json.add("jq", "jq", ".", *jsons)

    big = found["big"] = Case(f"One large plan ({kilobytes(folder / 'big.plan.md')} of text, {kilobytes(folder / 'big.plan.json')} of JSON)", folder)
    big.add("plantool", "plantool validate, text", "validate", "--format", "concise", "big.plan.md", size=size_of(folder / "big.plan.md"))
    big.add("plantool", "plantool validate, JSON", "validate", "--format", "concise", "big.plan.json", size=size_of(folder / "big.plan.json"))
    big.add("rumdl", "rumdl check, text", "check", "--no-cache", "--isolated", "--silent", "big.plan.md")
    big.add("cmark", "cmark, text", "big.plan.md")
    big.add("cmark-gfm", "cmark-gfm -e table, text", "-e", "table", "big.plan.md")
    big.add("typos", "typos, text", "--isolated", "big.plan.md")
    big.add("jsonschema", "jsonschema validate, JSON", "validate", "plan.schema.json", "big.plan.json")
    big.add("jq", "jq, JSON", ".", "big.plan.json")

    for name, size in data.document_sizes.items():
        office = found[name] = Case(f"A Word document ({size / MB:.1f} MB of XML, {kilobytes(folder / f'{name}.docx')} packed)", folder)
        office.add("plantool", "plantool import", "import", "--report", "none", f"{name}.docx", size=size)
        office.add("plantool", "plantool validate", "validate", "--format", "concise", f"{name}.docx", size=size)
        office.add("unzip, xmllint", "unzip -p, xmllint --noout (the XML is parsed, and that is all)", "-c", f"unzip -p {name}.docx word/document.xml | xmllint --noout -")
        office.add("pandoc", "pandoc to Markdown", "-t", "gfm", f"{name}.docx")

    for key, format_name, flag in (("csv", "CSV", "--ocsv"), ("markdown", "Markdown", "--omd")):
        render = found[key] = Case(f"Measures of the large plan to {format_name}", folder)
        render.add("plantool", f"plantool render measures --format {key}, from the plan", "render", "measures", "--format", key, "big.plan.md")
        render.add("mlr", f"mlr --icsv {flag} cat, from a CSV file of the same rows", "--icsv", flag, "cat", "big.csv")
    return found


# MARK: The report


def targets(found: dict[str, Case], data: Data) -> str:
    """What was aimed at, and whether it was reached."""
    big = f"{data.big_size / MB:g} MB"
    wanted = [
        ("one plan, no slower than jsonschema", "one", "plantool validate, text", "jsonschema validate, JSON"),
        ("one plan, no slower than jsonschema with a compiled schema", "one", "plantool validate, text", "jsonschema validate with a compiled schema, JSON"),
        (f"{data.count:,} plans in text, no slower than cmark", "text", "plantool validate", "cmark (one process, one core)"),
        (f"{data.count:,} plans in JSON, no slower than jsonschema", "json", "plantool validate", "jsonschema validate (exhaustive)"),
        (f"{big} plan, under rumdl's time", "big", "plantool validate, text", "rumdl check, text"),
        ("measures to CSV, no slower than Miller", "csv", *(row.label for row in found["csv"].rows[:2])),
        ("measures to Markdown, no slower than Miller", "markdown", *(row.label for row in found["markdown"].rows[:2])),
    ]
    lines = ["| target | plantool | other | |", "| --- | ---: | ---: | --- |"]
    for title, key, *labels in wanted:
        rows = [found[key].row(label) for label in labels]
        if len(rows) == 2 and rows[0] and rows[1]:
            lines.append(f"| {title} | {seconds(rows[0].wall)} | {seconds(rows[1].wall)} | {verdict(rows[0].wall / rows[1].wall)} |")
    for label in ("plantool validate, text", "plantool validate, JSON"):
        row = found["big"].row(label)
        if row:
            times = row.memory[0] / row.size
            lines.append(f"| {big} plan ({label.split(', ')[1]}), memory under 12 × the file | {times:.1f} × | 12 × | {verdict(times / 12)} |")
    for name, size in data.document_sizes.items():
        row = found[name].row("plantool import")
        if row:
            document = f"import of a Word document of {size / MB:.1f} MB of XML"
            lines.append(f"| {document}, under a second | {seconds(row.wall)} | 1.00 s | {verdict(row.wall)} |")
            lines.append(f"| {document}, memory under 12 × its XML | {row.memory[0] / size:.1f} × | 12 × | {verdict(row.memory[0] / size / 12)} |")
    return "\n".join(lines) + "\n"


def verdict(ratio: float) -> str:
    return "met" if ratio <= 1 else f"missed: {ratio:.1f} times as much"


def curve(programs: Programs, data: Data, sizes: list[int], runs: int, budget: float) -> str:
    lines = ["### Scaling", "", "| plan | measures | wall | per MB | peak memory | memory ÷ file |", "| ---: | ---: | ---: | ---: | ---: | ---: |"]
    for size in sizes:
        path = data.write("scale", size)
        case = Case(f"{size} bytes", data.folder)
        case.add("plantool", "plantool", "validate", "--format", "concise", path.name)
        case.measure(programs, runs, budget)
        row = case.rows[0]
        actual = path.stat().st_size
        text = path.read_text(encoding="utf-8")
        measures = text.count("完成期限：") + text.count("| 107年") + text.count("| 持續") + text.count("| 賡續")
        name = f"{actual / MB:.1f} MB" if actual >= MB else f"{actual / 1000:.0f} KB"
        lines.append(
            f"| {name} | {measures:,} | {seconds(row.wall)} | {seconds(row.wall / actual * MB)} | {row.memory[0] / MB:.1f} MB | {row.memory[0] / actual:.1f} |")
        path.unlink()
    return "\n".join(lines) + "\n"


def machine(programs: Programs) -> str:
    cpu = next((line.split(":", 1)[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if line.startswith("model name")), platform.machine())
    memory = next(int(line.split()[1]) for line in pathlib.Path("/proc/meminfo").read_text(encoding="utf-8").splitlines() if line.startswith("MemTotal"))
    swift = subprocess.run(["swift", "--version"], capture_output=True, encoding="utf-8", check=False).stdout if shutil.which("swift") else ""
    compiler = next((line.strip() for line in swift.splitlines() if "Swift version" in line), "Swift unknown")
    others = ", ".join(f"{name} {programs.version(name)}" for name in (*DEBIAN, *PYPI) if name in programs.paths and name not in HELPERS)
    binary = pathlib.Path(programs.paths["plantool"]).stat().st_size
    return (
        f"Machine: {os.cpu_count()} cores ({cpu}), {memory / 1024 / 1024:.0f} GiB of memory, {platform.system()} {platform.release()} {platform.machine()}. {compiler}. "
        f"plantool: {binary / MB:.1f} MB, static, release. Beside it: {others}. Load before the run: {os.getloadavg()[0]:.1f}.\n")


def count_instructions(tool: pathlib.Path, work: pathlib.Path) -> int:
    """Four fixed runs under callgrind, by one thread. Hashing is made deterministic; what still differs from run to run is rounded away."""
    if shutil.which("valgrind") is None:
        print("SKIPPED: valgrind is not installed; no instructions are counted")
        return 0
    work.mkdir(parents=True, exist_ok=True)
    plan = work / "instructions.plan.md"
    plan.write_text(generate.plan(40_000, 1), encoding="utf-8")
    seed = ROOT / "seeds" / "taichung-port-police-107.plan.md"
    runs = {
        "validate a real plan": ["validate", "--jobs", "1", "--format", "concise", seed],
        "validate the 40 KB plan": ["validate", "--jobs", "1", "--format", "concise", plan],
        "validate the 40 KB plan, the report for people": ["validate", "--jobs", "1", plan],
        "render measures of the 40 KB plan to CSV": ["render", "measures", "--format", "csv", plan],
    }
    lines = ["run\tmillion instructions"]
    for name, arguments in runs.items():
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={work / 'callgrind.out'}", str(tool), *map(str, arguments)]
        answer = subprocess.run(command, capture_output=True, encoding="utf-8", env={**ENVIRONMENT, "SWIFT_DETERMINISTIC_HASHING": "1"}, check=False)
        counted = next((line.split()[-1] for line in answer.stderr.splitlines() if "Collected :" in line), None)
        if answer.returncode not in (0, 1) or counted is None:
            raise Failure(f"status {answer.returncode}: {' '.join(command)}\n{answer.stderr[-2000:]}")
        lines.append(f"{name}\t{int(counted) / MB:.1f}")
    INSTRUCTIONS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(INSTRUCTIONS.read_text(encoding="utf-8"), end="")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", type=pathlib.Path, default=ROOT / ".build" / "release" / "plantool")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / ".build" / "benchmarks", help="folder for plans and programs")
    parser.add_argument("--runs", type=int, default=11, help="runs of each program in a case, besides the first (11)")
    parser.add_argument("--budget", type=float, default=10, help="seconds after which a program is not run again in a case (10)")
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--huge", action="store_true")
    parser.add_argument("--no-install", action="store_true", help="use what is there")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    tool, work = options.tool.resolve(), options.work.resolve()
    if not tool.exists():
        print("no release build; scripts/package.sh makes one", file=sys.stderr)
        return 2
    if options.instructions:
        return count_instructions(tool, work)
    runs = 1 if options.tiny else options.runs
    programs = Programs(tool, work, not options.no_install)
    head = machine(programs)
    count, big_size = (5, 200_000) if options.tiny else (100, 2 * MB) if options.small else (1000, 20 * MB)
    data = Data(tool, work, count, big_size, programs.paths.get("jsonschema"))
    found = cases(data)
    for case in found.values():
        case.measure(programs, runs, options.budget)
    sizes = [size for size in (20_000, 200_000, 2 * MB, 20 * MB) if size <= big_size] + ([200 * MB] if options.huge else [])
    parts = [head, "### Targets\n\n" + targets(found, data), *(case.table() for case in found.values()), curve(programs, data, sizes, min(runs, 5), options.budget)]
    report = "\n".join(parts)
    print(report)
    if options.write:
        kept = README.read_text(encoding="utf-8").split(MARKER)[0]
        README.write_text(kept + MARKER + "\n\n" + report, encoding="utf-8")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(f"FAILED {failure}", file=sys.stderr)
        sys.exit(1)
