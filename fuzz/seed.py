#!/usr/bin/env python3
"""Make the inputs that fuzzing begins with, from what the repository has: real plans, examples, the examples of all rules, fixtures of tests.

    fuzz/seed.py FOLDER [--tool PLANTOOL]

Writes FOLDER/text, FOLDER/json, FOLDER/config, FOLDER/deadline, FOLDER/office, FOLDER/page and FOLDER/plantool.dict. A plan is cut into its sections, each with the head of the plan, so that inputs are small. PLANTOOL turns plans
into JSON; without it (.build/debug or .build/release) there are only the fixtures in JSON.
"""

import argparse
import hashlib
import pathlib
import re
import subprocess
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
# An input that is longer is cut at the end of a line.
LIMIT = 3000


def cut(text: str) -> str:
    data = text.encode()
    return text if len(data) <= LIMIT else data[: data.rfind(b"\n", 0, LIMIT) + 1].decode()


def sections(text: str) -> list[str]:
    """A plan as several small ones: the head with each of its sections, and with long sections in pieces."""
    head, *parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    found = [head] if not parts else []
    for part in parts:
        found.append(cut(head + part))
        if len((head + part).encode()) > LIMIT:
            # Further on there are other forms: the heading of the section, and what follows each heading below it.
            heading, *below = re.split(r"^(?=###+ )", part, flags=re.MULTILINE)
            found += [cut(head + heading + "".join(below[i:i + 4])) for i in range(0, len(below), 4)]
    return found


def blocks(page: pathlib.Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def strings(source: pathlib.Path) -> list[str]:
    """The string literals of a Swift file."""
    found = re.findall(r'"((?:[^"\\\n]|\\.)*)"', source.read_text(encoding="utf-8"))
    return [text.replace("\\n", "\n") for text in found if "\\(" not in text]


def texts() -> list[str]:
    found = []
    for plan in sorted([*ROOT.glob("seeds/*.plan.md"), *ROOT.glob("Examples/*.plan.md")]):
        found += sections(plan.read_text(encoding="utf-8"))
    minimal = (ROOT / "Examples/minimal.plan.md").read_text(encoding="utf-8")
    head = re.split(r"^## ", minimal, flags=re.MULTILINE)[0]
    for page in sorted([*ROOT.glob("docs/rules/PT*.md"), *ROOT.glob("docs/plan-format.md")]):
        for block in blocks(page, "markdown"):
            # The marks show where findings begin; the examples stand in a plan as the tests put them there.
            block = block.replace("↓", "")
            if block.startswith("###"):
                block = head + "## 附表1、提升服務品質組織診斷具體作法表\n\n" + block
            elif not block.startswith("# "):
                block = head + block
            found.append(block)
    found += [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("Sources/PlanFormats/Resources/*.md"))]
    found += [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("Tests/**/*.plan.md"))]
    return [cut(text) for text in found]


def jsons(tool: pathlib.Path | None, plans: list[str]) -> list[str]:
    found = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("Tests/**/*.plan.json"))]
    for page in sorted([*ROOT.glob("docs/rules/PT*.md"), *ROOT.glob("docs/plan-format.md")]):
        found += [block.replace("↓", "") for block in blocks(page, "json")]
    if tool:
        for plan in plans:
            run = subprocess.run([str(tool), "convert", "-", "--to", "json"], input=plan.encode(), capture_output=True, check=False)
            if run.returncode == 0 and len(run.stdout) <= 2 * LIMIT:
                found.append(run.stdout.decode())
    found += strings(ROOT / "Tests/PlanFormatsTests/JSONConformanceTests.swift")
    return found


def configs() -> list[str]:
    found = ['{"checklist": "police-107", "select": ["PT3"], "ignore": ["PT602"], "severity": {"PT603": "error"}, "failOn": "warning"}', "{}", "",
             '{"format":"plantool-baseline/1"}\n{"path":"a.plan.md","code":"PT301","text":"甲","line":"0123456789abcdef","count":2}\n']
    for page in sorted(ROOT.glob("docs/*.md")):
        found += blocks(page, "json")
    for case in sorted(ROOT.glob("Tests/CommandTests/Cases/*config*.case")):
        found += re.findall(r"'(\{.*?\})'", case.read_text(encoding="utf-8"), flags=re.DOTALL)
    found += [text for text in strings(ROOT / "Tests/PlanValidateTests/ConfigurationTests.swift")]
    return found


def offices() -> list[bytes]:
    """The flat documents that tests damage, and pieces of the XML of the samples: a head with some of the blocks of the body."""
    found = []
    for path in sorted(ROOT.glob("Tests/PlanFormatsTests/Office/*")):
        if path.suffix not in (".docx", ".odt"):
            continue
        archive = zipfile.ZipFile(path)
        names = [name for name in ("word/document.xml", "word/numbering.xml", "content.xml") if name in archive.namelist()]
        for name in names:
            data = archive.read(name)
            start = data.index(b"<", data.index(b"?>") + 2)
            root = data[start : data.index(b">", start) + 1]
            close = b"</" + root[1:].split()[0] + b">"
            if name == "content.xml":
                body = data[data.index(b"<office:text") :]
                blocks = re.findall(rb"<text:[ph]\b.*?</text:[ph]>|<table:table\b.*?</table:table>", body, flags=re.DOTALL)
                wrap = (root + b"<office:body><office:text>", b"</office:text></office:body>" + close)
            elif name == "word/document.xml":
                blocks = re.findall(rb"<w:tbl>.*?</w:tbl>|<w:p>.*?</w:p>", data, flags=re.DOTALL)
                wrap = (root + b"<w:body>", b"</w:body>" + close)
            else:
                found.append(data[:4000])
                continue
            for index in range(0, len(blocks), 40):
                some, size = [], 0
                for block in blocks[index : index + 40]:
                    if size + len(block) < 2500:
                        some.append(block)
                        size += len(block)
                found.append(wrap[0] + b"".join(some) + wrap[1])
    return found


def pages() -> list[bytes]:
    """The samples of pages, texts and values, cut, and the XML of the sheets."""
    found = []
    for path in sorted(ROOT.glob("Tests/PlanFormatsTests/Imports/*")):
        if path.suffix in (".xlsx", ".ods"):
            archive = zipfile.ZipFile(path)
            found += [archive.read(name)[:LIMIT] for name in archive.namelist() if "worksheets/sheet" in name or name == "content.xml"]
        else:
            found += [path.read_bytes()[:LIMIT]]
    return found


def deadlines(plans: list[str]) -> list[str]:
    found = []
    for name in ["DeadlineTests", "RecurrenceDaysTests", "WordTests", "InspectionLogTests", "SeedCountTests"]:
        for file in sorted(ROOT.glob(f"Tests/*/{name}*.swift")):
            found += [text for text in strings(file) if len(text) < 60]
    for plan in plans:
        found += re.findall(r"^\s*[-*] (?:完成期限|執行期間|承辦單位|時程|期程)：(.+)$", plan, flags=re.MULTILINE)
        found += [line for line in re.findall(r"^\d+\. (.*第\d+號.*)$", plan, flags=re.MULTILINE)]
    return found


def dictionary() -> str:
    """The dictionary with what is not ASCII as escapes, the only form that libFuzzer takes."""
    text = (ROOT / "fuzz/plantool.dict").read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if line.startswith('"')]
    return "".join(re.sub(r"[^\x00-\x7f]", lambda c: "".join(f"\\x{byte:02X}" for byte in c[0].encode()), line) + "\n" for line in entries)


def main() -> None:
    options = argparse.ArgumentParser(description="Seeds for the fuzzers.")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--tool", type=pathlib.Path)
    given = options.parse_args()
    tools = [given.tool] if given.tool else [ROOT / ".build" / kind / "plantool" for kind in ("release", "debug")]
    tool = next((path for path in tools if path.exists()), None)
    plans = texts()
    for kind, found in {"text": plans, "json": jsons(tool, plans), "config": configs(), "deadline": deadlines(plans), "office": offices(), "page": pages()}.items():
        folder = given.folder / kind
        folder.mkdir(parents=True, exist_ok=True)
        found = sorted({text if isinstance(text, bytes) else text.encode() for text in found})
        # What was found before is tried again first.
        found += [path.read_bytes() for path in sorted((ROOT / "Tests/PlanValidateTests/Fuzzed" / kind).glob("*"))]
        for data in found:
            (folder / hashlib.sha1(data).hexdigest()[:16]).write_bytes(data)
        print(f"{kind}: {len(found)} seeds, {sum(map(len, found)) // 1000} kB")
    (given.folder / "plantool.dict").write_text(dictionary(), encoding="ascii")


if __name__ == "__main__":
    main()
