#!/usr/bin/env python3
"""Run the commands shown in the READMEs and the pages in docs/ and compare, or with --write replace, the output shown below them.

A block is fenced with ```console; a line that begins with "$ " is a command, and what follows up to the next command is its
output. Commands run in the root of the repository, in a shell in which `plantool` and `swift run plantool` are the built tool.
Commands that only prepare something (git clone, swift test …) stand in ```sh blocks, which are not run here.
"""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Those in docs/rules are made and held to by the tests.
PAGES = [path for pattern in ("README*.md", "docs/*.md") for path in sorted(ROOT.glob(pattern))]


def locale_of(page: pathlib.Path) -> str:
    return "zh_TW.UTF-8" if page.name.endswith(".zh-Hant.md") else "en_US.UTF-8"


def output_of(command: str, locale: str, tool: str) -> str:
    prelude = f"plantool() {{ '{tool}' \"$@\"; }}; swift() {{ shift 2; plantool \"$@\"; }}; "
    environment = {"PATH": os.environ["PATH"], "LANG": locale, "HOME": os.environ.get("HOME", "/")}
    run = subprocess.run(
        ["bash", "-c", prelude + command], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    # CSV has CRLF line ends; a page has LF.
    return run.stdout.decode("utf-8").replace("\r\n", "\n")


def refreshed(text: str, locale: str, tool: str) -> str:
    def block(match: re.Match[str]) -> str:
        commands = [line for line in match.group(1).splitlines() if line.startswith("$ ")]
        parts = [command + "\n" + output_of(command[2:], locale, tool) for command in commands]
        return "```console\n" + "".join(part if part.endswith("\n") else part + "\n" for part in parts) + "```\n"

    return re.sub(r"```console\n(.*?)```\n", block, text, flags=re.S)


def main() -> int:
    write = "--write" in sys.argv
    tool = str(ROOT / ".build" / "debug" / "plantool")
    stale = []
    for path in PAGES:
        name = str(path.relative_to(ROOT))
        text = path.read_text(encoding="utf-8")
        fresh = refreshed(text, locale_of(path), tool)
        if fresh == text:
            continue
        if write:
            path.write_text(fresh, encoding="utf-8")
        else:
            stale.append(name)
            for old, new in zip(text.splitlines(), fresh.splitlines()):
                if old != new:
                    print(f"{name}: shown:   {old}\n{name}: printed: {new}")
                    break
    if stale:
        print("Outputs differ; run scripts/readme-outputs.py --write and read the change: " + ", ".join(stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
