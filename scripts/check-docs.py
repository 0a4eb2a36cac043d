#!/usr/bin/env python3
"""Check the pages for people: README, docs, and what they link to.

* a README is short: at most 10,000 bytes in each language;
* every link to a file or a heading of the repository leads to one, in every Markdown file that is no plan;
* a page in one language has its other language beside it, links to it, and shows the same commands, files and tables.
"""

import pathlib
import re
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
README_BYTES = 10_000
CHINESE = ".zh-Hant.md"

troubles: list[str] = []


def without_blocks(text: str) -> str:
    """A page without its fenced blocks, in which “#” begins no heading and nothing is a link. A block in a list is indented."""
    return re.sub(r"^( *)```.*?^\1```$", "", text, flags=re.S | re.M)


def anchors(path: pathlib.Path) -> set[str]:
    """What GitHub calls the headings of a page: letters, digits, - and _ in lower case, blanks as -, a number after a name that comes again."""
    found: dict[str, int] = {}
    result = set()
    for heading in re.findall(r"^#{1,6} (.*)$", without_blocks(path.read_text(encoding="utf-8")), flags=re.M):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading.strip()).replace("`", "").lower()
        name = "".join("-" if c == " " else c for c in words if c in " -_" or unicodedata.category(c)[0] in "LNM")
        count = found.get(name, 0)
        found[name] = count + 1
        result.add(f"{name}-{count}" if count else name)
    return result


def pages() -> list[pathlib.Path]:
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.md"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    found = [ROOT / name for name in listed.stdout.splitlines()]
    # Plans, and what the tests read, are no pages.
    return [page for page in found if page.is_file() and ".plan." not in page.name and ".checklist." not in page.name and "Tests" not in page.parts]


def check_links(page: pathlib.Path) -> int:
    text = re.sub(r"`[^`\n]*`", "", without_blocks(page.read_text(encoding="utf-8")))
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", link)]
    for link in links:
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists():
            troubles.append(f"{page.relative_to(ROOT)}: there is no “{link}”")
        elif anchor and anchor not in anchors(target):
            troubles.append(f"{page.relative_to(ROOT)}: {target.name} has no heading “#{anchor}”")
    return len(links)


def shape(text: str) -> list[str]:
    """What both languages have alike: the levels of headings, the rows of tables, the kinds of blocks and the commands in them."""
    result = []
    block = None
    for line in text.splitlines():
        fence = re.match(r" *```(\w*)$", line)
        if fence:
            block = fence[1] or "text" if block is None else None
            result.append(f"block {block}" if block else "end")
        elif block == "console" and line.startswith("$ "):
            # The end of a command may look for words of the output.
            result.append(line.split(" | sed")[0].split("; echo")[0])
        elif block in ("json", "markdown"):
            result.append(line)
        elif block is None and re.match(r"#+ ", line):
            result.append(line.split(" ")[0])
        elif block is None and line.startswith("|"):
            result.append("row")
    return result


def check_languages(english: pathlib.Path) -> None:
    chinese = english.with_name(english.stem + CHINESE)
    if not chinese.exists():
        troubles.append(f"{english.relative_to(ROOT)}: there is no {chinese.name}")
        return
    shapes = []
    for page, other in ((english, chinese), (chinese, english)):
        text = page.read_text(encoding="utf-8")
        if f"]({other.name})" not in text:
            troubles.append(f"{page.relative_to(ROOT)}: no link to {other.name}")
        shapes.append(shape(text))
    for number, (first, second) in enumerate(zip(*shapes)):
        if first != second:
            troubles.append(f"{english.relative_to(ROOT)}: the languages part: “{first}” and “{second}” (place {number + 1})")
            return
    if len(shapes[0]) != len(shapes[1]):
        longer = max(shapes, key=len)
        troubles.append(f"{english.relative_to(ROOT)}: one language has more: “{longer[min(map(len, shapes))]}”")


def main() -> int:
    for readme in sorted(ROOT.glob("README*.md")):
        size = readme.stat().st_size
        if size > README_BYTES:
            troubles.append(f"{readme.name}: {size} bytes, more than {README_BYTES}; what is more belongs into docs/")
    links = sum(check_links(page) for page in pages())
    both = [page for page in [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))] if not page.name.endswith(CHINESE)]
    for page in both:
        check_languages(page)
    for trouble in troubles:
        print(trouble)
    print(f"pages: {links} links, {len(both)} pages in two languages, {len(troubles)} troubles")
    return 1 if troubles or links < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
