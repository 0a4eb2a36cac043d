"""What check-office.py asks of `plantool import`: that nothing of a document is lost, as other programs read the document.

The documents are those that the tests import (Tests/PlanFormatsTests/Office). lxml reads the words of each paragraph of a Word file, odfpy those of an OpenDocument file; python-docx
reads the rows of tables. Every paragraph has to stand in one text of the plan or in the import report, as often as in the document; every measure has to have the deadline and the units
of its row.
"""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Boxes become those of Markdown, and fonts of symbols have no letters of their own.
MARKS = "□☐◎☑■\uf0a8\uf06f\uf0fe"
Check = Callable[..., None]


def dense(text: str) -> str:
    """The characters of a text that can be seen, without the marks and the numbers of lists, which the document may make itself."""
    return re.sub(rf"[\s{MARKS}]+", "", text)


def plain(text: str) -> str:
    """A text of the plan as it is shown: without bullets and backslashes."""
    text = re.sub(r"(?m)^\s*- ", "", text).replace("<br>", "")
    text = text.replace("&lt;", "<").replace("&amp;", "&")
    return dense(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))


# Other readers


def word_paragraphs(path: pathlib.Path, etree) -> Iterator[str]:  # noqa: ANN001 - lxml, where there is one
    """The words of each paragraph of a Word file that are shown once all changes are accepted."""
    body = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    hidden = (W + "del", W + "moveFrom", MC + "Fallback", W + "instrText", W + "delText")

    def words(node) -> str:  # noqa: ANN001
        if node.tag in hidden or node.tag == W + "txbxContent" or node.find(f"{W}rPr/{W}vanish") is not None:
            return ""
        if node.tag == W + "t":
            return node.text or ""
        return "".join(words(child) for child in node if isinstance(child.tag, str))

    for node in body.iter(W + "p"):
        if not any(above.tag in hidden for above in node.iterancestors()):
            yield words(node)


def open_paragraphs(path: pathlib.Path, opendocument, text) -> Iterator[str]:  # noqa: ANN001 - odfpy, where it is
    """The same of an OpenDocument file."""
    hidden = ("tracked-changes", "annotation", "annotation-end", "table-of-content", "frame")
    document = opendocument.load(str(path))
    unseen = {
        node.getAttribute("name")
        for node in document.automaticstyles.childNodes
        if any(child.qname[1] == "text-properties" and child.getAttribute("display") == "none" for child in node.childNodes)
    }

    def words(node) -> str:  # noqa: ANN001
        if node.nodeType == node.TEXT_NODE:
            return str(node.data)
        if node.nodeType != node.ELEMENT_NODE or node.qname[1] in hidden or node.qname[1] in ("note", "p", "h"):
            return ""
        if node.qname[1] == "span" and node.getAttribute("stylename") in unseen:
            return ""
        return "".join(words(child) for child in node.childNodes)

    for kind in (text.P, text.H):
        for node in document.text.getElementsByType(kind):
            above, isShown = node.parentNode, True
            while above is not None and above is not document.text:
                isShown = isShown and above.qname[1] not in hidden[:4]
                above = above.parentNode
            if isShown:
                yield "".join(words(child) for child in node.childNodes)


def written_words(path: pathlib.Path, etree) -> list[str]:  # noqa: ANN001
    """The words of each paragraph, heading and cell that pandoc wrote, whose files have nothing that is hidden."""
    if path.suffix == ".docx":
        return list(word_paragraphs(path, etree))
    if path.suffix == ".odt":
        text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
        return ["".join(node.itertext()) for node in etree.fromstring(zipfile.ZipFile(path).read("content.xml")).iter(text + "p", text + "h")]
    body = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8")).find("body")
    # Each line stands alone: a list in a cell is no part of the words before it.
    return [words for words in body.itertext() if isinstance(words, str)]


# The plan


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)


def measures(value: object, outer: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each measure with the deadline and the units that it has or that its headings hand down."""
    if isinstance(value, list):
        for inner in value:
            yield from measures(inner, outer)
    elif isinstance(value, dict):
        fields = outer | {key: value[key]["text"] for key in ("deadline", "units") if isinstance(value.get(key), dict)}
        for measure in value.get("measures", []) if isinstance(value.get("measures"), list) else []:
            own = fields | {key: measure[key]["text"] for key in ("deadline", "units") if key in measure}
            yield plain(measure.get("text", "")), own
        for key, inner in value.items():
            if key != "measures" or not isinstance(inner, list):
                yield from measures(inner, fields)


def check_import(tool: pathlib.Path, folder: pathlib.Path, module: Callable[[str], object], check: Check, skip: Check) -> None:
    etree, docx = module("lxml.etree"), module("docx")
    opendocument, text = module("odf.opendocument"), module("odf.text")
    for missing, name in ((etree, "lxml"), (docx, "python-docx"), (opendocument, "odfpy")):
        if not missing:
            skip(f"documents to import, read by {name}")
    for path in sorted(folder.iterdir()):
        if path.suffix == ".docx" and etree:
            paragraphs = list(word_paragraphs(path, etree))
        elif path.suffix == ".odt" and opendocument:
            paragraphs = list(open_paragraphs(path, opendocument, text))
        else:
            continue
        run = subprocess.run([tool, "import", "--report", "json", "--lang", "en", path], capture_output=True, check=False)
        check(f"{path.name}: imported", run.returncode == 0, run.stderr.decode("utf-8"))
        report = json.loads(run.stderr)
        markdown = run.stdout.decode("utf-8")
        plan = json.loads(subprocess.run([tool, "convert", "--to", "json", "-"], input=run.stdout, capture_output=True, check=False).stdout)
        check_paragraphs(path.name, paragraphs, plan, markdown, report, check)
        if path.suffix == ".docx" and docx:
            check_rows(path, plan, docx, check)


def check_pandoc(tool: pathlib.Path, plans: list[pathlib.Path], folder: pathlib.Path, module: Callable[[str], object], check: Check, skip: Check) -> None:
    """Nothing of the documents that pandoc makes of the plans in Markdown is lost, and their measures are those of the plans."""
    etree = module("lxml.etree")
    if not shutil.which("pandoc") or not etree:
        skip("documents that pandoc makes of plans")
        return
    for plan in plans:
        name = plan.name.removesuffix(".plan.md")
        markdown = folder / f"{name}.pandoc.md"
        view = "proposal" if "文件種類：創意提案" in plan.read_text(encoding="utf-8") else "plan"
        if subprocess.run([tool, "render", view, "--format", "markdown", "-o", markdown, plan], capture_output=True, check=False).returncode:
            # What cannot be read is not printed either.
            continue
        expected = list(measures(json.loads(subprocess.run([tool, "convert", plan], capture_output=True, check=True).stdout), {}))
        for suffix in ("html", "docx", "odt"):
            path = folder / f"{name}.pandoc.{suffix}"
            subprocess.run(["pandoc", "--standalone", "--metadata", "title=", "-f", "gfm", markdown, "-o", path], capture_output=True, check=True)
            run = subprocess.run([tool, "import", "--report", "json", "--lang", "en", path], capture_output=True, check=False)
            check(f"{path.name}: imported", run.returncode == 0, run.stderr.decode("utf-8")[:300])
            found = list(measures(json.loads(subprocess.run([tool, "convert", "--to", "json", "-"], input=run.stdout, capture_output=True, check=False).stdout or b"{}"), {}))
            # A dash in a cell is the mark of a list in Markdown, and words in what pandoc makes of it.
            same = [words.replace("-", "") for words, _ in expected] == [words.replace("-", "") for words, _ in found]
            check(f"{path.name}: the measures of the plan", same and (bool(found) or view == "proposal"), f"{len(found)} of {len(expected)}")
            left = "".join(dense(str(words)) for entry in json.loads(run.stderr)["leftOut"] for words in entry.values())
            kept = collections.Counter("".join(map(plain, run.stdout.decode("utf-8").splitlines())) + left)
            missing = collections.Counter("".join(map(dense, written_words(path, etree)))) - kept
            # The names of the fields of a proposal are the plan's own.
            allowed = set("-年度：貢獻" if view == "proposal" else "-")
            check(f"{path.name}: no character is missing", set(missing) <= allowed, str(missing)[:200])


def check_paragraphs(name: str, paragraphs: list[str], plan: object, markdown: str, report: dict, check: Check) -> None:
    said = [plain(words) for words in strings(plan)] + [plain(line) for line in markdown.splitlines()]
    # A footnote stands where its mark is.
    said += [re.sub("（註：[^）]*）", "", words) for words in said if "（註：" in words]
    left = [dense(str(words)) for entry in report["leftOut"] for words in entry.values()]
    check(f"{name}: another program reads it", len(paragraphs) > 40, str(len(paragraphs)))
    lost = [words for words in map(dense, paragraphs) if words and not any(words in text for text in said + left)]
    check(f"{name}: each paragraph stands in one place of the plan, or in the report", not lost, f"{len(lost)}: {lost[:3]}")
    whole, out = "".join(plain(line) for line in markdown.splitlines()), "".join(left)
    # Short names come in other words as well, and a name that is written once may hold for several rows.
    counts = collections.Counter(words for words in map(dense, paragraphs) if len(words) > 24)
    wrong = [words for words, count in counts.items() if whole.count(words) + out.count(words) < sum(other.count(words) * n for other, n in counts.items())]
    check(f"{name}: as often as in the document", not wrong, f"{len(wrong)}: {wrong[:3]}")
    kept = collections.Counter(whole + out)
    missing = collections.Counter("".join(map(dense, paragraphs))) - kept
    check(f"{name}: no character is missing", not missing, str(missing)[:200])


def check_rows(path: pathlib.Path, plan: object, docx, check: Check) -> None:  # noqa: ANN001
    """The deadline and the units of each measure are those of the row in which python-docx finds its words."""
    all_measures = list(measures(plan, {}))
    # The fields of every row that a measure's words stand in: a measure may come twice.
    fields_of: dict[int, list[dict[str, str]]] = collections.defaultdict(list)
    for table in docx.Document(str(path)).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        names = [dense(words) for words in rows[0]] if rows else []
        columns = {key: names.index(name) for key, name in (("text", "具體作法"), ("deadline", "完成期限"), ("units", "承辦單位")) if name in names}
        if len(columns) < 3:
            continue
        for row in rows[1:]:
            # python-docx moves cells where a row begins further to the right, or a control holds a cell.
            if len(row) != len(names):
                continue
            words = dense(row[columns["text"]])
            for index, (measure, _) in enumerate(all_measures):
                if len(measure) > 24 and measure in words:
                    fields_of[index].append({key: dense(row[columns[key]]) for key in ("deadline", "units")})
    wrong = [
        (measure[:12], fields, fields_of[index])
        for index, (measure, fields) in enumerate(all_measures)
        # A text that stands in another one as well may have been found in the row of that.
        if index in fields_of and sum(measure in other for other, _ in all_measures) == 1 and {key: plain(fields.get(key, "")) for key in ("deadline", "units")} not in fields_of[index]
    ]
    check(f"{path.name}: each measure has the fields of its row", not wrong, f"{len(wrong)} of {len(fields_of)}: {wrong[:3]}")
    if "police" in path.name:
        check(f"{path.name}: measures are found in rows", len(fields_of) > 20, str(len(fields_of)))
