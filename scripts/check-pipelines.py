#!/usr/bin/env python3
"""Check `plantool validate --stream` with the programs that it is for, by the examples in Examples/pipelines.

    scripts/check-pipelines.py                       60 small plans, the debug build
    scripts/check-pipelines.py 10000 --tool PATH     more of them, another build; prints how long each took

* one run: the replies to lines say what `--format json` says of the same files;
* Spark (`rdd.pipe`), GNU parallel, jq and DuckDB: the same replies, whoever makes the lines and hands them on; the tables of DuckDB have as many findings;
* a program that waits for each reply gets it; wrong lines are refused in their place, and the rest is checked;
* memory stays the same whether there are many lines or few, and is not taken for a line that is too long.

PySpark and DuckDB come from PyPI. What is not there is printed as SKIPPED.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "Examples" / "pipelines"

passed, failed = 0, 0


def check(name: str, good: bool, detail: str = "") -> None:
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}: {detail.strip()[:600]}")


def make_plans(count: int, folder: pathlib.Path) -> None:
    folder.mkdir()
    texts = [(ROOT / "Examples" / f"{name}.plan.md").read_text(encoding="utf-8") for name in ("minimal", "broken", "every-construct")]
    for number in range(count):
        (folder / f"{number:06}.plan.md").write_text(texts[number % len(texts)].replace("甲分局", f"第{number}分局"), encoding="utf-8")


class Pipelines:
    def __init__(self, count: int, tool: pathlib.Path, folder: pathlib.Path) -> None:
        self.count, self.tool, self.folder = count, tool, folder
        # Where the examples look for plantool.
        programs = folder / "bin"
        programs.mkdir()
        (programs / "plantool").symlink_to(tool)
        self.environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "PLANTOOL_LANG": "en", "LC_ALL": "C.UTF-8"}
        self.times: list[str] = []

    def run(self, name: str, *command: str | pathlib.Path, source: pathlib.Path | None = None) -> subprocess.CompletedProcess[bytes]:
        start = time.monotonic()
        with open(source or os.devnull, "rb") as lines:
            result = subprocess.run(
                [str(part) for part in command], cwd=self.folder, env=self.environment, stdin=lines, capture_output=True, check=False
            )
        self.times.append(f"{name} {time.monotonic() - start:.1f} s")
        return result

    def replies(self, output: bytes) -> list[dict]:
        """The replies by their paths, which begin as they do in one run."""
        found = [json.loads(line) for line in output.splitlines()]
        for reply in found:
            reply["path"] = reply.get("path", "?").replace(f"{self.folder}/", "")
        return found

    def check_all(self) -> None:
        make_plans(self.count, self.folder / "plans")
        whole = self.run("one run", "plantool", "validate", "--format", "json", "plans")
        check("one run", whole.returncode == 1, whole.stderr.decode())
        self.expected = json.loads(whole.stdout)["files"]
        check("one run has all plans, and findings", len(self.expected) == self.count and any(file["findings"] for file in self.expected))

        plans = sorted((self.folder / "plans").iterdir())
        lines = self.folder / "lines.jsonl"
        lines.write_text(
            "".join(json.dumps({"path": f"plans/{plan.name}", "text": plan.read_text(encoding="utf-8")}, ensure_ascii=number % 2 == 0) + "\n" for number, plan in enumerate(plans)),
            encoding="utf-8",
        )
        stream = self.run("stream", "plantool", "validate", "--stream", source=lines)
        check("stream: status", stream.returncode == 1, f"{stream.returncode} {stream.stderr.decode()}")
        check("stream: the findings of one run, in order", self.replies(stream.stdout) == self.expected)

        self.check_lines(lines)
        self.check_parallel(lines, stream.stdout)
        self.check_spark()
        (self.folder / "findings.jsonl").write_bytes(stream.stdout + b'{"line":7,"error":"a"}\n')
        self.check_tables()

    def check_lines(self, lines: pathlib.Path) -> None:
        expected = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
        if shutil.which("jq"):
            # One jq for each plan: a few are enough.
            few = self.folder / "few" / "plans"
            few.mkdir(parents=True)
            for plan in sorted((self.folder / "plans").iterdir())[:30]:
                shutil.copy(plan, few)
            made = self.run("jq", "sh", EXAMPLES / "lines.sh", "few/plans")
            found = sorted((json.loads(line) for line in made.stdout.splitlines()), key=lambda line: line["path"])
            check("jq makes the lines", [{**line, "path": line["path"].removeprefix("few/")} for line in found] == expected[:30], made.stderr.decode())
        else:
            print("SKIPPED jq: it is not installed")
        if importlib.util.find_spec("duckdb"):
            lines.rename(self.folder / "own.jsonl")
            made = self.query("lines.sql")
            found = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()] if lines.exists() else []
            check("DuckDB makes the lines", found == expected, made.stderr.decode())
        else:
            print("SKIPPED DuckDB: pip has not installed duckdb")

    def query(self, name: str) -> subprocess.CompletedProcess[bytes]:
        """Runs the statements of a file; the rows of the last come as JSON."""
        script = (
            "import duckdb, json, sys\n"
            "for statement in duckdb.extract_statements(open(sys.argv[1], encoding='utf-8').read()): result = duckdb.execute(statement)\n"
            "rows = result.fetchall()\n"
            "counts = duckdb.execute('SELECT count(*) FROM refusals').fetchall() if sys.argv[1].endswith('findings.sql') else []\n"
            "print(json.dumps([rows, counts]))"
        )
        return self.run(f"DuckDB {name}", sys.executable, "-c", script, EXAMPLES / name)

    def check_tables(self) -> None:
        if not importlib.util.find_spec("duckdb"):
            return
        made = self.query("findings.sql")
        check("DuckDB reads the replies", made.returncode == 0, made.stderr.decode())
        if made.returncode != 0:
            return
        rows, refusals = json.loads(made.stdout)
        counts: dict[tuple[str, str], list[int]] = {}
        for file in self.expected:
            kinds = [(finding["code"], finding["severity"]) for finding in file["findings"] if "suppressed" not in finding]
            for kind in kinds:
                counts.setdefault(kind, [0, 0])[0] += 1
            for kind in set(kinds):
                counts[kind][1] += 1
        check("DuckDB counts the findings of one run", sorted(map(tuple, rows)) == sorted((*kind, *count) for kind, count in counts.items()), str(rows))
        check("DuckDB has the refusals", refusals == [[1]], str(refusals))

    def check_parallel(self, lines: pathlib.Path, expected: bytes) -> None:
        if not shutil.which("parallel"):
            print("SKIPPED GNU parallel: it is not installed")
            return
        made = self.run("GNU parallel", "sh", EXAMPLES / "parallel.sh", source=lines)
        check("GNU parallel: the findings of one run, in order", made.stdout == expected and made.returncode in range(1, 102), made.stderr.decode())

    def check_spark(self) -> None:
        if not importlib.util.find_spec("pyspark") or not shutil.which("java"):
            print("SKIPPED Spark: pip has not installed pyspark, or there is no Java")
            return
        made = self.run("Spark", sys.executable, EXAMPLES / "spark.py", self.folder / "plans", self.folder / "spark", "--lang", "en")
        check("Spark: status", made.returncode == 0, made.stderr.decode()[-600:])
        parts = sorted((self.folder / "spark").glob("part-*"))
        check("Spark: several parts", len(parts) > 1, str(parts))
        found = sorted(self.replies(b"".join(part.read_bytes() for part in parts)), key=lambda reply: reply["path"])
        check("Spark: the findings of one run", found == self.expected, str(found)[:300])

    def check_waiting(self) -> None:
        """A program that writes a line and waits for its reply before it writes the next."""
        with subprocess.Popen(["plantool", "validate", "--stream"], env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            for number in range(20):
                line = "{" if number == 7 else json.dumps({"path": f"{number}.plan.md", "text": "# 甲\n"})
                process.stdin.write(line.encode() + b"\n")
                process.stdin.flush()
                reply = json.loads(process.stdout.readline())
                check(f"waiting: reply {number}", reply.get("line") == 8 if number == 7 else reply.get("path") == f"{number}.plan.md", str(reply))
            process.stdin.close()
            check("waiting: status", process.wait(60) == 2)

    def peak(self, piece: bytes, count: int, *options: str) -> tuple[int, int]:
        """The most memory that a run over so many pieces had at once, in KiB; and how many replies there were."""
        script = (
            "import resource, subprocess, sys\n"
            "result = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, result.stdout.count(b'\\n'))"
        )
        command = [sys.executable, "-c", script, str(self.tool), "validate", "--stream", *options]
        with subprocess.Popen(command, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            for _ in range(count):
                process.stdin.write(piece)
            process.stdin.close()
            memory, replies = map(int, process.stdout.read().split())
        return memory, replies

    def check_memory(self) -> None:
        text = json.dumps({"path": "a.plan.md", "text": "# 甲\n\n- 年度：107\n"}, ensure_ascii=False).encode() + b"\n"
        few, many = self.peak(text * 50, 5), self.peak(text * 50, 30)
        check("memory: every line has a reply", (few[1], many[1]) == (250, 1500), f"{few} {many}")
        check("memory: six times the lines take no more", many[0] < few[0] * 1.2, f"{few[0]} KiB for 250 lines, {many[0]} KiB for 1,500")
        # 64 MiB without a line break, of which no more than 1 MiB is kept.
        long = self.peak(b" " * (1 << 20), 64, "--max-size", "1")
        check("memory: a line beyond the limit is not kept", long[1] == 1 and long[0] < few[0] + (16 << 10), f"{long[0]} KiB, {long[1]} replies")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=60)
    parser.add_argument("--tool", type=pathlib.Path, default=ROOT / ".build" / "debug" / "plantool")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        pipelines = Pipelines(arguments.count, arguments.tool.resolve(), pathlib.Path(name).resolve())
        pipelines.check_all()
        pipelines.check_waiting()
        pipelines.check_memory()
        print(f"pipelines, {arguments.count} plans: {passed} passed, {failed} failed ({', '.join(pipelines.times)})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
