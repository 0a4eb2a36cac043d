#!/usr/bin/env python3
"""Check that `plantool fmt` and the way through JSON keep what CommonMark makes of any text.

Each example of the CommonMark specification becomes the content of a section of a small plan. `plantool fmt` of that plan, and `plantool convert` to JSON and back,
must give a plan of which a CommonMark renderer makes the same HTML. An example that is refused with a message, as those with a second title are, is counted as
skipped and listed with it.

The examples are in spec.txt, which the source package of PyPI's `commonmark` 0.9.1 has; the renderer is Debian's `cmark`, or else that package itself:

    pip download commonmark==0.9.1 --no-binary :all: --no-deps -d DIR
    tar xf DIR/commonmark-0.9.1.tar.gz -C DIR
    scripts/check-commonmark.py --spec DIR/commonmark-0.9.1/spec.txt

Without --spec the script downloads it so, into a temporary folder. Whatever is missing, nothing is checked and a line says so.
"""

import argparse
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
PACKAGE = "commonmark==0.9.1"
FENCE = "`" * 32

# Texts that people write, beside the examples: what is in them must be kept too.
OWN = [
    "    甲乙  \n",
    "    甲乙  \n\n    \n    丙  \n",
    "```\n甲  \n\n```\n",
    "```\n甲\n\n\n",
    "~~~\n## 貳、不是章節\n- 年度：999\n~~~\n",
    "　　甲乙。　\n　丙。\n",
    "甲  \n乙\\\n丙\n",
    "甲\u00a0\n\u3000\n乙\u2003\n",
    "甲\u000b乙\u000c\n\u0085丙\u2028丁\n",
    "- ```\n  甲\n\n\n",
    "- 甲\n\n      乙  \n",
    "一、甲\n  ```\n## 乙\n  ```\n",
    "1. 甲\n   ```\n   - 完成期限：107年4月\n\n\n   乙\n   ```\n",
    "> ```\n> 甲  \n",
    "``` 甲 ``` 乙\n\n丙\n",
    "    ```\n\n丙\n",
    "```甲`乙\n\n## 參、丙\n",
    "`<!--` 甲\n",
    "```\n<!--\n```\n",
    "甲 `乙\n丙 <!-- 丁` 戊\n",
    "<details>\n<summary>甲</summary>\n\n## 參、乙\n\n</details>\n",
] + [
    start + "\n## 參、不是章節\n" + ("\n" if blank else "") + "## 肆、甲\n" + end + "\n\n乙\n"
    for start, blank, end in [
        ("<div>", False, "</div>"), ("<table>", False, "</table>"), ("<details>", False, "</details>"), ("<pre>", True, "</pre>"),
        ("<textarea>", True, "</textarea>"), ("<script>", True, "</script>"), ("<style>", True, "</style>"), ("<!-- 甲", True, "-->"),
        ("<!-- 甲", True, "--> 乙"), ("<![CDATA[", True, "]]>"), ("<?甲", True, "?>"), ("<!DOCTYPE", True, ">"),
        ("<甲>", False, "</甲>"), ("<ruby lang='zh'>", False, "</ruby>"), ("</ruby>", False, "甲"), ("   <DIV", False, "</DIV>"),
    ]
]


def examples(spec: pathlib.Path) -> list[str]:
    """The Markdown of each example; a tab is printed as an arrow there."""
    found = re.findall(rf"^{FENCE} example\n(.*?)^\.\n.*?^{FENCE}$", spec.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [example.replace("→", "\t") for example in found]


def download(folder: pathlib.Path) -> pathlib.Path | None:
    command = [sys.executable, "-m", "pip", "download", "-q", PACKAGE, "--no-binary", ":all:", "--no-deps", "-d", str(folder)]
    subprocess.run(command, capture_output=True, check=False)
    for archive in folder.glob("*.tar.gz"):
        with tarfile.open(archive) as tar:
            for member in tar.getmembers():
                if member.name.endswith("/spec.txt") and (file := tar.extractfile(member)):
                    path = folder / "spec.txt"
                    path.write_bytes(file.read())
                    return path
    return None


def renderer():
    if shutil.which("cmark"):
        return lambda text: subprocess.run(["cmark", "--unsafe"], input=text, capture_output=True, check=True).stdout
    try:
        import commonmark
    except ImportError:
        return None
    return lambda text: commonmark.commonmark(text.decode("utf-8")).encode()


def tool(*arguments: str, given: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(TOOL), *arguments, "-"], input=given, capture_output=True, check=False)


def plan(content: str, is_last: bool) -> bytes:
    head = "# 甲107年度計畫\n\n- 機關：甲\n- 年度：107\n\n## 壹、前\n\n甲。\n\n## 貳、內容\n\n"
    return (head + content + ("" if is_last else "\n## 參、後\n\n乙。\n")).encode()


def outcome(content: str, render) -> tuple[str, str]:
    """What becomes of one example: passed, failed or skipped, with a word."""
    for is_last in (True, False):
        source = plan(content, is_last)
        wanted = render(source)
        formatted = tool("fmt", given=source)
        if formatted.returncode != 0:
            said = (formatted.stderr.decode().splitlines() or [""])[0]
            return ("skipped", said) if formatted.returncode == 1 and said else ("failed", f"fmt ended with {formatted.returncode}")
        if render(formatted.stdout) != wanted:
            return "failed", "fmt changes the HTML"
        if tool("fmt", given=formatted.stdout).stdout != formatted.stdout:
            return "failed", "fmt of what fmt wrote is something else"
        json = tool("convert", "--to", "json", given=source)
        back = tool("convert", "--to", "md", given=json.stdout)
        if json.returncode != 0 or back.returncode != 0:
            return "failed", f"convert ended with {json.returncode} and {back.returncode}: {(json.stderr + back.stderr).decode()}"
        if render(back.stdout) != wanted:
            return "failed", "JSON changes the HTML"
    return "passed", ""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--spec", type=pathlib.Path, help="spec.txt of the CommonMark specification")
    parser.add_argument("--verbose", action="store_true", help="print each example that fails")
    arguments = parser.parse_args()
    render = renderer()
    if render is None:
        print("SKIPPED: neither cmark nor PyPI's commonmark is installed; no example was checked")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        spec = arguments.spec or download(pathlib.Path(folder))
        if spec is None or not spec.exists():
            print(f"SKIPPED: the source package of {PACKAGE} is not to be had; no example was checked")
            return 0
        texts = examples(spec)
    if len(texts) < 600:
        print(f"FAILED: only {len(texts)} examples were found in spec.txt")
        return 1
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    with concurrent.futures.ThreadPoolExecutor() as pool:
        outcomes = list(pool.map(lambda text: outcome(text, render), texts + OWN))
    for number, (text, (result, word)) in enumerate(zip(texts + OWN, outcomes), start=1):
        name = f"example {number}" if number <= len(texts) else f"text {number - len(texts)} of our own"
        counts[result] += 1
        if result != "passed":
            print(f"{result.upper()} {name}: {word}")
        if result == "failed" and arguments.verbose:
            print(text)
    print(", ".join(f"{count} {result}" for result, count in counts.items()))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
