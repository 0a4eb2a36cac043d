#!/usr/bin/env python3
"""See that the folders of each module form no circle, by the names of types: a folder uses another if one of its files names a type that the other declares.

    scripts/check-layers.py                 every module; the status is 1 where folders form a circle
    scripts/check-layers.py PlanModel       one module, with the order of its folders
    scripts/check-layers.py --why A B       the types by which folder A uses folder B

Modules are put in order by the compiler; inside a module nothing else does it. Members that extensions add are not followed: a type is named nearly always where they are used.
"""

import argparse
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DECLARATION = re.compile(r"^(?:@\w+ )*(?:(?:public|package|internal|final|indirect) )*(?:struct|enum|class|protocol|actor|typealias) ([A-Z]\w*)", re.MULTILINE)
INNER = re.compile(r"^ +(?:(?:public|package|private|fileprivate|final|indirect) )*(?:struct|enum|class|protocol|typealias) ([A-Z]\w*)", re.MULTILINE)
# Behind a dot stands the name of an inner type, or of a case.
NAME = re.compile(r"(?<![.\w])[A-Z]\w*\b")


def words(text: str) -> set[str]:
    """The names in a file, without comments and string literals."""
    text = re.sub(r"//.*", "", text)
    text = re.sub(r'"""(?:[^"\\]|\\.|"(?!""))*"""', '""', text, flags=re.DOTALL)
    # What is put into a text by \\( ) is code.
    text = re.sub(r'"((?:[^"\\\n]|\\.)*)"', lambda found: " ".join(re.findall(r"\\\(([^)]*)\)", found[1])), text)
    return set(NAME.findall(text))


def graph(module: pathlib.Path) -> tuple[list[str], dict[tuple[str, str], dict[str, set[str]]]]:
    """The folders of a module and, for two of them, the types by which the first uses the second, with the files that name them."""
    files = {path: path.read_text(encoding="utf-8") for path in sorted(module.rglob("*.swift"))}
    folder = {path: str(path.parent.relative_to(module)) for path in files}
    home: dict[str, set[str]] = collections.defaultdict(set)
    for path, text in files.items():
        for name in DECLARATION.findall(text):
            home[name].add(folder[path])
    uses: dict[tuple[str, str], dict[str, set[str]]] = collections.defaultdict(lambda: collections.defaultdict(set))
    for path, text in files.items():
        own = set(DECLARATION.findall(text)) | set(INNER.findall(text))
        for name in words(text) - own:
            # A name that several folders have tells nothing.
            if len(home.get(name, ())) == 1:
                (other,) = home[name]
                if other != folder[path]:
                    uses[folder[path], other][name].add(path.name)
    return sorted(set(folder.values())), uses


def circles(folders: list[str], uses) -> list[list[str]]:
    """The groups of folders each of which uses all others, directly or not (Tarjan)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(folder: str) -> None:
        index[folder] = low[folder] = len(index)
        stack.append(folder)
        for other in folders:
            if (folder, other) not in uses:
                continue
            if other not in index:
                visit(other)
                low[folder] = min(low[folder], low[other])
            elif other in stack:
                low[folder] = min(low[folder], index[other])
        if low[folder] == index[folder]:
            group = []
            while True:
                group.append(stack.pop())
                if group[-1] == folder:
                    break
            found.append(sorted(group))

    for folder in folders:
        if folder not in index:
            visit(folder)
    return found


def main() -> int:
    options = argparse.ArgumentParser(description="Circles of folders.")
    options.add_argument("modules", nargs="*")
    options.add_argument("--why", nargs=2, metavar=("A", "B"))
    given = options.parse_args()
    status = 0
    for module in sorted(path for path in (ROOT / "Sources").iterdir() if path.is_dir()):
        if given.modules and module.name not in given.modules:
            continue
        folders, uses = graph(module)
        if given.why:
            for name, files in sorted(uses.get(tuple(given.why), {}).items()):
                print(f"{name}: {', '.join(sorted(files))}")
            continue
        groups = circles(folders, uses)
        if given.modules:
            print(module.name + ": " + " ← ".join(" + ".join(group) for group in groups))
        for group in groups:
            if len(group) > 1:
                print(f"CIRCLE {module.name}: {' + '.join(group)}")
                status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
