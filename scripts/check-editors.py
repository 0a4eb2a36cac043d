#!/usr/bin/env python3
"""Check what Examples/editors and docs/editors.md offer to editors, by the editors themselves where they are installed.

* Vim and Neovim: `:compiler plantool` and `:make` on plans with findings of every severity and odd names; the quickfix list is compared with the JSON
  report, columns in bytes; and the two options alone, as the page shows them, with the columns as plantool prints them;
* Neovim: the diagnostics that plantool.lua sets, likewise;
* VS Code, which is not asked: the expressions of the task take lines apart as the JSON report has them, and the schemas named in the settings exist.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
EDITORS = ROOT / "Examples" / "editors"
PAGES = [ROOT / "docs" / name for name in ("editors.md", "editors.zh-Hant.md")]

passed, failed = 0, 0


def check(name: str, good: bool, detail: str = "") -> None:
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}: {detail.strip()[:800]}")


def run(*command: str | pathlib.Path, folder: pathlib.Path, language: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PATH": f"{TOOL.parent}:{os.environ['PATH']}", "PLANTOOL_LANG": language, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    return subprocess.run([str(part) for part in command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=120, check=False)


def findings(folder: pathlib.Path, language: str, *paths: str) -> list[dict]:
    report = json.loads(run(TOOL, "validate", "--format", "json", *paths, folder=folder, language=language).stdout)
    return [finding | {"path": file["path"]} for file in report["files"] for finding in file["findings"]]


def expected(folder: pathlib.Path, language: str, *paths: str, in_bytes: bool = True) -> list[list]:
    """File, line, column, kind and text of each finding, in the order of the report."""
    entries = []
    for finding in findings(folder, language, *paths):
        start = finding["range"]["start"]
        line = (folder / finding["path"]).read_text(encoding="utf-8").splitlines()[start["line"] - 1]
        column = len(line[: start["column"] - 1].encode()) + 1 if in_bytes else start["column"]
        entries.append([finding["path"], start["line"], column, finding["severity"][0], f"{finding['code']} {finding['message']}"])
    return entries


def blocks(page: pathlib.Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```\n", page.read_text(encoding="utf-8"), flags=re.S)


# MARK: Vim

WRITE_LIST = r"""
call writefile([json_encode(map(filter(getqflist(), 'v:val.valid'), '[bufname(v:val.bufnr), v:val.lnum, v:val.col, tolower(v:val.type), v:val.text]'))], 'list.json')
qall!
"""


def quickfix(editor: list[str], folder: pathlib.Path, language: str, script: str) -> list[list] | None:
    """What is in the quickfix list after a script."""
    (folder / "list.json").unlink(missing_ok=True)
    (folder / "script.vim").write_text(script + WRITE_LIST, encoding="utf-8")
    result = run(*editor, "-S", "script.vim", folder=folder, language=language)
    if not (folder / "list.json").exists():
        print(result.stdout)
        return None
    return json.loads((folder / "list.json").read_text(encoding="utf-8"))


def check_quickfix(name: str, editor: list[str], folder: pathlib.Path) -> None:
    for language in ("zh-Hant", "en"):
        for arguments in ([r"甲\ 分局.plan.md"], ["."]):
            paths = [path.replace("\\", "") for path in arguments]
            script = f"set encoding=utf-8\nset runtimepath^={EDITORS / 'vim'}\ncompiler plantool\nsilent make! {' '.join(arguments)}\n"
            found, wanted = quickfix(editor, folder, language, script), expected(folder, language, *paths)
            check(f"{name}: quickfix list of {paths[0]} ({language})", found == wanted and len(wanted) > 5, difference(found, wanted))
    for page in PAGES:
        options = next(block for block in blocks(page, "vim") if "errorformat" in block)
        script = f"set encoding=utf-8\n{options}\nsilent make! .\n"
        found, wanted = quickfix(editor, folder, "en", script), expected(folder, "en", ".", in_bytes=False)
        check(f"{name}: the options of {page.name}", found == wanted and len(wanted) > 0, difference(found, wanted))


def difference(found: list | None, wanted: list) -> str:
    if found is None or len(found) != len(wanted):
        return f"{found and len(found)} entries, not {len(wanted)}"
    return next((f"{a} is not {b}" for a, b in zip(found, wanted) if a != b), "")


def check_diagnostics(folder: pathlib.Path) -> None:
    for language in ("zh-Hant", "en"):
        (folder / "list.json").unlink(missing_ok=True)
        script = """
local list = {}
for _, d in ipairs(vim.diagnostic.get(0)) do table.insert(list, { d.lnum + 1, d.col + 1, d.severity, d.code, d.message }) end
vim.fn.writefile({ vim.json.encode(list) }, "list.json")
vim.cmd("qall!")
"""
        (folder / "script.lua").write_text(script, encoding="utf-8")
        result = run("nvim", "--headless", "--clean", "-c", f"luafile {EDITORS / 'nvim' / 'plantool.lua'}", "-c", r"edit 甲\ 分局.plan.md", "-c", "luafile script.lua", folder=folder, language=language)
        found = json.loads((folder / "list.json").read_text(encoding="utf-8")) if (folder / "list.json").exists() else None
        level = {"e": 1, "w": 2, "n": 3}
        wanted = [[line, column, level[kind], text[:5], text[6:]] for _, line, column, kind, text in expected(folder, language, "甲 分局.plan.md")]
        check(f"Neovim: diagnostics ({language})", found is not None and sorted(found) == sorted(wanted) and len(wanted) > 5, f"{result.stdout} {difference(found, wanted)}")


# MARK: VS Code


def check_code(folder: pathlib.Path) -> None:
    lines = run(TOOL, "validate", "--format", "concise", ".", folder=folder, language="zh-Hant").stdout.splitlines()
    wanted = [[f["path"], str(f["range"]["start"]["line"]), str(f["range"]["start"]["column"]), f["severity"], f["code"], f["message"]] for f in findings(folder, "zh-Hant", ".")]
    for page in PAGES:
        settings = [json.loads(block) for block in blocks(page, "json")]
        tasks = next(block for block in settings if "tasks" in block)["tasks"]
        pattern = tasks[0]["problemMatcher"]["pattern"]
        matches = [re.match(pattern["regexp"], line) for line in lines]
        found = [[match[pattern[key]] for key in ("file", "line", "column", "severity", "code", "message")] for match in matches if match]
        check(f"{page.name}: the expression of the task", found == wanted, difference(found, wanted))
        command = [tasks[0]["command"], *tasks[0]["args"]]
        check(f"{page.name}: the command of the task", run(TOOL, *command[1:], folder=folder, language="zh-Hant").stdout.splitlines() == lines, str(command))
        schemas = next(block for block in settings if "json.schemas" in block)["json.schemas"]
        shown = "\n".join(blocks(page, "sh"))
        for schema in schemas:
            made = re.search(rf"plantool schema (\w+) -o {re.escape(schema['url'].removeprefix('./'))}$", shown, flags=re.M)
            good = made is not None and "$schema" in json.loads(run(TOOL, "schema", made[1], folder=folder, language="en").stdout)
            check(f"{page.name}: the schema {schema['url']}", good, shown)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copy(ROOT / "Examples" / "broken.plan.md", folder / "甲 分局.plan.md")
        shutil.copy(ROOT / "seeds" / "e-ledger-proposal-106.plan.md", folder)
        minimal = (ROOT / "Examples" / "minimal.plan.md").read_text(encoding="utf-8")
        (folder / "minimal.plan.md").write_text(minimal.replace("| 107年3月31日 |", "| 107年2月30日 |"), encoding="utf-8")
        kinds = {entry[3] for entry in expected(folder, "en", ".")}
        check("there are findings of every severity", kinds == {"e", "w", "n"}, str(kinds))
        if shutil.which("vim") and "+quickfix" in run("vim", "--version", folder=folder, language="en").stdout:
            check_quickfix("Vim", ["vim", "-es", "-N", "-u", "NONE", "-i", "NONE"], folder)
        else:
            print("SKIPPED Vim: there is none with a quickfix list")
        if shutil.which("nvim"):
            check_quickfix("Neovim", ["nvim", "--headless", "--clean"], folder)
            check_diagnostics(folder)
        else:
            print("SKIPPED Neovim: it is not installed")
        check_code(folder)
    print(f"editors: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
