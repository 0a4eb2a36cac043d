#!/usr/bin/env python3
"""Check the office files that plantool writes with programs that plantool's authors did not write.

* Python's zipfile reads each archive; the parts are those that manifest, content types and relationships name, and two runs write the same bytes.
* Each row of each table covers the columns of its table, and each cell ends with a paragraph: office programs repair or misdraw what does not.
* jing holds ODF to its RELAX NG, and lxml the parts of Word files to the XSDs, where the schemas are (PLANTOOL_SCHEMAS, else shared/schemas beside the repository).
* python-docx and odfpy read the tables, and find in each cell what `--format csv` prints.
* Pages that LibreOffice and pandoc make of the samples, documents that pandoc makes of plans in Markdown, workbooks of openpyxl and odfpy, and plantool's own CSV, pages and workbooks are imported: the measures and rows are those of the document that they come from.
* `validate --annotate` puts a comment at each finding into a copy, which python-docx and odfpy read, and changes nothing else.
* Nothing of a document is lost when it is imported, as these programs read it (`office_import.py`), and a plan comes back from the document that LibreOffice makes of its own.
* The forms of units are workbooks that the schema allows, and what LibreOffice saves of them changes no plan.
* LibreOffice prints each document: A4, text portrait and tables landscape, the headings of columns and 第N頁 on every page, no character lost; it shows the dates of
  a spreadsheet as the plan writes them.

A terminal gets none of these bytes. A check whose program is missing is printed as skipped. With a folder as argument, the files and their PDF are kept there.
"""

import collections
import csv
import functools
import importlib
import io
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

import office_import

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
PLANS = sorted((ROOT / "seeds").glob("*.plan.md")) + sorted((ROOT / "Examples").glob("*.plan.md"))
SCHEMAS = pathlib.Path(os.environ.get("PLANTOOL_SCHEMAS", ROOT.parent / "shared" / "schemas"))
FORMATS = ["odt", "ods", "docx"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"

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


def run(*arguments: str | pathlib.Path, seconds: int = 600) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(argument) for argument in arguments], capture_output=True, check=False, timeout=seconds)


def module(name: str):  # noqa: ANN201 - whatever the module is
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def dense(text: str) -> str:
    return re.sub(r"\s+", "", text)


def views() -> list[str]:
    """The names of all views, as the help has them: a new view is checked without anybody thinking of it."""
    help_text = run(TOOL, "render", "--help", "--lang", "en").stdout.decode("utf-8")
    block = help_text.split("\nThe views", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^  ([a-z-]+)  ", block, flags=re.M)


class Output:
    """A file that plantool wrote, and what it was asked for."""

    def __init__(self, path: pathlib.Path, plan: pathlib.Path, view: str, options: list[str]) -> None:
        self.path, self.plan, self.view, self.options = path, plan, view, options
        self.name = path.name
        self.format = path.suffix[1:]
        # Those of the findings, where the file has a comment at each.
        self.codes: list[str] = []
        with zipfile.ZipFile(path) as archive:
            self.parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}

    def body(self) -> ET.Element:
        return ET.fromstring(self.parts["word/document.xml" if self.format == "docx" else "content.xml"])


def render(folder: pathlib.Path) -> list[Output]:
    outputs = []

    def add(plan: pathlib.Path, view: str, suffix: str, *options: str) -> None:
        stem = plan.name.removesuffix(".plan.md") + "-" + view.replace(",", "+") + "".join(options)
        path = folder / f"{stem}.{suffix}"
        result = run(TOOL, "render", view, *options, "-o", path, plan)
        if result.returncode == 0:
            outputs.append(Output(path, plan, view, list(options)))
            again = run(TOOL, "render", view, *options, "--format", suffix, plan)
            check(f"{path.name}: the same bytes again, on a pipe", again.stdout == path.read_bytes(), again.stderr.decode("utf-8"))
        else:
            # 2: the plan has no such table; 1: parts of the plan cannot be read.
            check(f"{path.name}: refused with a status and no file", result.returncode in (1, 2) and not path.exists())

    for suffix in FORMATS:
        for plan in PLANS:
            for view in views():
                add(plan, view, suffix)
        several = ROOT / "Examples" / "every-construct.plan.md"
        add(several, "measures,survey,task-force", suffix)
        add(several, "measures", suffix, "--repeat-labels")
    check("there are files", len(outputs) > 60, str(len(outputs)))
    return outputs


def check_terminal() -> None:
    """Bytes that are no text must not reach a terminal."""
    plan = ROOT / "Examples" / "minimal.plan.md"
    for options in ([], ["-o", "/dev/stdout"]):
        reader, terminal = pty.openpty()
        result = subprocess.run([TOOL, "render", "measures", "--format", "odt", "--lang", "en", *options, plan], stdout=terminal, stderr=subprocess.PIPE, check=False)
        os.close(terminal)
        try:
            shown = os.read(reader, 1000)
        except OSError:
            # Nothing was written.
            shown = b""
        os.close(reader)
        check(f"a terminal gets a sentence {' '.join(options)}", result.returncode == 2 and shown == b"" and b"-o FILE" in result.stderr, f"{result.returncode} {shown!r} {result.stderr!r}")


# Archives


def check_archive(output: Output) -> None:
    with zipfile.ZipFile(output.path) as archive:
        entries = archive.infolist()
        check(f"{output.name}: checksums", archive.testzip() is None)
    names = [entry.filename for entry in entries]
    check(f"{output.name}: no name twice, no folder, no path out", len(set(names)) == len(names) and not any(n.endswith("/") or ".." in n or n.startswith("/") for n in names), str(names))
    check(f"{output.name}: the same date for all", {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)})
    check(f"{output.name}: no extra field and no flag", all(not entry.extra and entry.flag_bits == 0 and entry.compress_type in (0, 8) for entry in entries))
    if output.format == "docx":
        check_relationships(output)
        return
    first = entries[0]
    kind = "text" if output.format == "odt" else "spreadsheet"
    check(f"{output.name}: begins with its type", first.filename == "mimetype" and first.compress_type == 0 and output.parts["mimetype"] == b"application/vnd.oasis.opendocument." + kind.encode())
    listed = [entry.get(MANIFEST + "full-path") for entry in ET.fromstring(output.parts["META-INF/manifest.xml"])]
    check(f"{output.name}: the manifest lists every file", sorted(listed) == sorted(["/"] + [n for n in names if n not in ("mimetype", "META-INF/manifest.xml")]), str(listed))


def check_relationships(output: Output) -> None:
    types = ET.fromstring(output.parts["[Content_Types].xml"])
    overrides = [entry.get("PartName") for entry in types if entry.tag.endswith("Override")]
    targets, used = set(), set()
    for name, content in output.parts.items():
        if name.endswith(".rels"):
            base = name.split("_rels/")[0]
            for relationship in ET.fromstring(content):
                if relationship.get("TargetMode") != "External":
                    targets.add("/" + base + relationship.get("Target"))
    parts = {"/" + name for name in output.parts if not name.endswith(".rels") and name != "[Content_Types].xml"}
    check(f"{output.name}: every part has a content type", set(overrides) == parts and len(overrides) == len(parts), str(overrides))
    check(f"{output.name}: every part has a relationship", targets == parts, str(targets ^ parts))
    identifiers = {entry.get("Id") for entry in ET.fromstring(output.parts["word/_rels/document.xml.rels"])}
    used = set(re.findall(r'r:id="([^"]+)"', output.parts["word/document.xml"].decode("utf-8")))
    check(f"{output.name}: every relationship that is used is there", used <= identifiers, str(used - identifiers))


# Tables


def odf_rows(table: ET.Element) -> list[ET.Element]:
    rows = []
    for child in table:
        if child.tag == TABLE + "table-row":
            rows.append(child)
        elif child.tag == TABLE + "table-header-rows":
            rows += odf_rows(child)
    return rows


def odf_problems(table: ET.Element, paragraphs: bool) -> list[str]:
    columns = sum(1 for child in table if child.tag == TABLE + "table-column")
    problems, left = [], [0] * columns
    if not all(child.get(TABLE + "style-name") for child in table if child.tag == TABLE + "table-column"):
        problems.append("a column without a width")
    for number, row in enumerate(odf_rows(table)):
        cells = list(row)
        if len(cells) != columns:
            problems.append(f"row {number} has {len(cells)} cells of {columns}")
            continue
        for column, cell in enumerate(cells):
            if cell.tag == TABLE + "covered-table-cell":
                if left[column] == 0:
                    problems.append(f"row {number}, column {column} is covered by nothing")
            else:
                if left[column]:
                    problems.append(f"row {number}, column {column} should be covered")
                left[column] = int(cell.get(TABLE + "number-rows-spanned", "1"))
                if not len(cell) or paragraphs and cell[-1].tag != TEXT + "p":
                    problems.append(f"row {number}, column {column} does not end with a paragraph")
            left[column] -= 1
    if any(left):
        problems.append("a cell reaches over the end")
    return problems


def word_problems(table: ET.Element) -> list[str]:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    problems, joined = [], [False] * columns
    for number, row in enumerate(table.findall(W + "tr")):
        cells = row.findall(W + "tc")
        if len(cells) != columns:
            problems.append(f"row {number} has {len(cells)} cells of {columns}")
            continue
        for column, cell in enumerate(cells):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is None:
                joined[column] = False
            elif merge.get(W + "val") == "restart":
                joined[column] = True
            elif not joined[column]:
                problems.append(f"row {number}, column {column} goes on with nothing")
            if cell[-1].tag != W + "p":
                problems.append(f"row {number}, column {column} does not end with a paragraph")
    return problems


def check_structure(output: Output) -> None:
    body = output.body()
    if output.format == "docx":
        tables = list(body.iter(W + "tbl"))
        problems = [problem for table in tables for problem in word_problems(table)]
        for parent in body.iter():
            if any(a.tag == W + "tbl" and b.tag == W + "tbl" for a, b in zip(parent, list(parent)[1:])):
                problems.append("two tables without anything between them")
    else:
        tables = list(body.iter(TABLE + "table"))
        problems = [problem for table in tables for problem in odf_problems(table, output.format == "odt")]
    check(f"{output.name}: tables", not problems, "; ".join(problems[:3]))
    words = "".join(content.decode("utf-8") for name, content in output.parts.items() if name.endswith(".xml"))
    # Comments may name it.
    check(f"{output.name}: no field for plantool", "檢核表：" not in words or output.view == "proposal" or bool(output.codes), "檢核表：")


# Comments

def annotate(outputs: list[Output], folder: pathlib.Path) -> list[Output]:
    """Whole plans with a comment at each finding, and the codes of the findings."""
    annotated = []
    for output in outputs:
        if output.view != "plan" or output.format == "ods":
            continue
        path = folder / f"{output.path.stem}-comments.{output.format}"
        result = run(TOOL, "validate", "--format", "json", "--lang", "en", "--annotate", path, output.path)
        check(f"{path.name}: annotated", result.returncode in (0, 1) and path.exists(), result.stderr.decode("utf-8"))
        if not path.exists():
            continue
        copy = Output(path, output.plan, output.view, output.options)
        copy.codes = sorted(finding["code"] for file in json.loads(result.stdout)["files"] for finding in file["findings"])
        check(f"{path.name}: there are findings", bool(copy.codes) or "minimal" in path.name)
        changed = {"content.xml"} if output.format == "odt" else {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}
        same = {name for name, content in copy.parts.items() if output.parts.get(name) == content}
        check(f"{path.name}: everything else stays as it is", set(copy.parts) - same <= changed and set(output.parts) <= set(copy.parts), str(set(copy.parts) - same))
        plain = copy.parts["content.xml" if output.format == "odt" else "word/document.xml"].decode("utf-8")
        plain = re.sub(r"<office:annotation .*?</office:annotation>|<office:annotation-end [^>]*/>|<w:commentRange[^>]*/>|<w:r><w:commentReference [^>]*/></w:r>", "", plain)
        check(f"{path.name}: without its comments it is what it was", plain.encode("utf-8") == output.parts["content.xml" if output.format == "odt" else "word/document.xml"])
        annotated.append(copy)
    check("documents are annotated", len(annotated) > 6, str(len(annotated)))
    return annotated


def word_comments(path: pathlib.Path, docx) -> list[tuple[str, str, str]]:  # noqa: ANN001 - python-docx
    """The author and the words of each comment of a Word file, and the words that it stands beside."""
    document = docx.Document(str(path))
    beside: dict[str, str] = {}
    for paragraph in document.element.body.iter(W + "p"):
        open_ones: list[str] = []
        for node in paragraph.iter():
            if node.tag == W + "commentRangeStart":
                open_ones.append(node.get(W + "id"))
                beside[node.get(W + "id")] = ""
            elif node.tag == W + "commentRangeEnd":
                open_ones.remove(node.get(W + "id"))
            elif node.tag == W + "t":
                for number in open_ones:
                    beside[number] += node.text or ""
    return [(comment.author, comment.text, beside.get(str(comment.comment_id), "")) for comment in document.comments]


def open_comments(path: pathlib.Path) -> list[tuple[str, str, str]]:
    """The same of an OpenDocument file."""
    opendocument, office, teletype = (module(f"odf.{name}") for name in ("opendocument", "office", "teletype"))
    comments = []
    for node in opendocument.load(str(path)).getElementsByType(office.Annotation):
        author = "".join(teletype.extractText(child) for child in node.childNodes if child.qname[1] == "creator")
        words = "\n".join(teletype.extractText(child) for child in node.childNodes if child.qname[1] == "p")
        beside, after = "", node.nextSibling
        while after is not None and getattr(after, "qname", ("", ""))[1] != "annotation-end":
            beside += teletype.extractText(after) if after.nodeType == after.ELEMENT_NODE else str(after.data)
            after = after.nextSibling
        comments.append((author, words, beside if after is not None else ""))
    return comments


def check_comments(annotated: list[Output]) -> None:
    docx, odf = module("docx"), module("odf")
    if not docx:
        skip("comments read by python-docx")
    if not odf:
        skip("comments read by odfpy")
    for output in annotated:
        if output.format == "docx" and docx:
            comments = word_comments(output.path, docx)
        elif output.format == "odt" and odf:
            comments = open_comments(output.path)
        else:
            continue
        check(f"{output.name}: comments are plantool's and stand beside words", all(author == "plantool" and dense(beside) for author, _, beside in comments), str([c for c in comments if not dense(c[2])][:2]))
        codes = sorted(words.split(" ")[0] for _, words, _ in comments)
        check(f"{output.name}: a comment at each finding", codes == output.codes, f"{len(codes)} of {len(output.codes)}: {codes[:3]}")


# Schemas


def check_schemas(outputs: list[Output], folder: pathlib.Path) -> None:
    if not SCHEMAS.is_dir():
        skip("the RELAX NG of ODF and the XSDs of OOXML", f"there is no {SCHEMAS}; PLANTOOL_SCHEMAS says where they are")
        return
    check_with_jing(outputs, folder)
    check_with_xsd(outputs, folder)


def check_with_jing(outputs: list[Output], folder: pathlib.Path) -> None:
    if not shutil.which("jing"):
        skip("jing")
        return
    files: dict[str, list[pathlib.Path]] = {"OpenDocument-v1.3-schema.rng": [], "OpenDocument-v1.3-manifest-schema.rng": []}
    parts = folder / "parts"
    parts.mkdir()
    for output in outputs:
        for name, content in output.parts.items():
            if output.format != "docx" and name.endswith(".xml"):
                path = parts / f"{output.name}-{name.replace('/', '-')}"
                path.write_bytes(content)
                files["OpenDocument-v1.3-manifest-schema.rng" if "manifest" in name else "OpenDocument-v1.3-schema.rng"].append(path)
    for schema, paths in files.items():
        # A file with a mistake first: a checker that accepts it checks nothing.
        wrong = parts / "wrong.xml"
        wrong.write_bytes(paths[0].read_bytes().replace(b"</", b"<wrong/></", 1))
        check(f"jing finds what is wrong ({schema})", run("jing", "-i", SCHEMAS / schema, wrong).returncode == 1)
        found = run("jing", "-i", SCHEMAS / schema, *paths).stdout.decode("utf-8")
        for path in paths:
            mine = [line for line in found.splitlines() if line.startswith(f"{path}:")]
            check(f"{path.name}: jing", not mine, "\n".join(mine[:2]))


def check_with_xsd(outputs: list[Output], folder: pathlib.Path) -> None:
    etree = module("lxml.etree")
    if not etree:
        skip("lxml")
        return
    copies = folder / "xsd"
    shutil.copytree(SCHEMAS / "ooxml", copies)
    for path in copies.glob("*.xsd"):
        # The schemas do not say where that of the xml: attributes is.
        text = re.sub(r'(<xsd?:import[^>]*namespace="http://www.w3.org/XML/1998/namespace")\s*/>', r'\1 schemaLocation="xml.xsd"/>', path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    schemas = {name: etree.XMLSchema(etree.parse(str(copies / f"{name}.xsd"))) for name in ("wml", "opc-contentTypes", "opc-relationships")}
    for output in outputs:
        for name, content in output.parts.items() if output.format == "docx" else ():
            kind = "opc-contentTypes" if name.startswith("[") else "opc-relationships" if name.endswith(".rels") else "wml"
            # That of the properties needs schemas of Dublin Core.
            if not name.startswith("docProps/"):
                schema = schemas[kind]
                check(f"{output.name}: {name} by the XSD", schema.validate(etree.fromstring(content)), str(schema.error_log[:1]))


# Second readers


@functools.cache
def csv_of(plan: pathlib.Path, view: str) -> list[list[list[str]]]:
    result = run(TOOL, "render", view, "--format", "csv", plan)
    tables: list[list[list[str]]] = [[]]
    for record in csv.reader(io.StringIO(result.stdout.decode("utf-8"), newline="")):
        if record:
            tables[-1].append(record)
        else:
            tables.append([])
    return tables


def csv_tables(output: Output) -> list[list[list[str]]]:
    """The tables of a view as the CSV has them: another way by which the same words go."""
    return csv_of(output.plan, output.view)


def shown(text: str) -> str:
    """A cell of the CSV as a document shows it: without the apostrophe of a formula and the marks of Markdown."""
    text = re.sub(r"\*\*(\S[^*]*)\*\*|`([^`]+)`", r"\1\2", re.sub(r"^'", "", text))
    text = re.sub(r"\[([^\]^]+)\]\(https?://[^)]*\)", r"\1", text)
    return dense(re.sub(r"\[\^([^\]]+)\]", r"[\1]", text))


def check_cells(output: Output, program: str, found: list[list[str]]) -> None:
    tables = csv_tables(output)
    check(f"{output.name}: {program} reads the rows", len(found) == len(tables[0]), f"{len(found)} of {len(tables[0])}")
    for number, (expected, row) in enumerate(zip(tables[0], found)):
        for column, (a, b) in enumerate(zip(expected, row)):
            # Behind the name of a level stands its weight, which CSV leaves out.
            if shown(a) != re.sub(r"（\d+分）$", "", dense(b)) and shown(a) != dense(b):
                check(f"{output.name}: {program}, row {number}, column {column}", False, f"{a!r} is {b!r}")
                return
        check(f"{output.name}: {program}, row {number}", len(expected) == len(row), f"{len(row)} of {len(expected)}")


def is_one_table(output: Output) -> bool:
    return output.view != "proposal" and "," not in output.view and output.view != "plan" and len(csv_tables(output)) == 1 and csv_tables(output)[0][0][0] != "表"


def check_with_python_docx(outputs: list[Output]) -> None:
    docx = module("docx")
    if not docx:
        skip("python-docx")
        return
    for output in outputs:
        if output.format != "docx":
            continue
        document = docx.Document(str(output.path))
        if is_one_table(output):
            table = document.tables[0]
            check_cells(output, "python-docx", [[cell.text for cell in row.cells] for row in table.rows])
        else:
            check(f"{output.name}: python-docx opens it", len(document.element.body) > 0)


def check_with_odfpy(outputs: list[Output]) -> None:
    if not module("odf"):
        skip("odfpy")
        return
    opendocument, odf_table, odf_text, teletype = (module(f"odf.{name}") for name in ("opendocument", "table", "text", "teletype"))
    for output in outputs:
        if output.format == "docx":
            continue
        document = opendocument.load(str(output.path))
        if not is_one_table(output):
            check(f"{output.name}: odfpy opens it", bool(document.body.childNodes))
            continue
        table = document.getElementsByType(odf_table.Table)[0]
        grid: list[list[str]] = []
        for row in table.getElementsByType(odf_table.TableRow):
            cells = []
            for column, cell in enumerate(node for node in row.childNodes if node.nodeType == node.ELEMENT_NODE):
                covered = cell.qname[1] == "covered-table-cell"
                words = grid[-1][column] if covered else "\n".join(teletype.extractText(p) for p in cell.getElementsByType(odf_text.P))
                cells.append(words)
            # Tables inside a cell have rows of their own.
            if row.parentNode in (table, *table.getElementsByType(odf_table.TableHeaderRows)):
                grid.append(cells)
        check_cells(output, "odfpy", grid)


# LibreOffice


def convert(outputs: list[Output], to: str, folder: pathlib.Path, profile: pathlib.Path) -> None:
    run("soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", to, "--outdir", folder, *(output.path for output in outputs), seconds=900)


def words_of(output: Output) -> str:
    """The words of a document, its column headings once, without comments, which are not printed."""
    body = output.body()
    for parent in list(body.iter()):
        for comment in [node for node in parent if node.tag == OFFICE + "annotation"]:
            for node in list(comment):
                comment.remove(node)
    if output.format == "docx":
        return "".join(node.text or "" for node in body.iter(W + "t"))
    return "".join("".join(node.itertext()) for node in body.iter() if node.tag in (TEXT + "p", TEXT + "h"))


def check_with_libreoffice(outputs: list[Output], folder: pathlib.Path) -> None:
    if not shutil.which("soffice"):
        skip("LibreOffice")
        return
    if not shutil.which("pdftotext"):
        skip("the pages that LibreOffice prints", "pdftotext is not installed")
        return
    profile = folder / "profile"
    for suffix in ("odt", "docx"):
        chosen = [output for output in outputs if output.format == suffix]
        pages = folder / f"pdf-{suffix}"
        convert(chosen, "pdf", pages, profile)
        for output in chosen:
            check_paper(output, pages / f"{output.path.stem}.pdf")
    sheets = [output for output in outputs if output.format == "ods" and is_one_table(output)]
    flat = folder / "fods"
    convert(sheets, "fods", flat, profile)
    for output in sheets:
        path = flat / f"{output.path.stem}.fods"
        check(f"{output.name}: LibreOffice opens it", path.exists())
        if path.exists():
            check_shown(output, ET.parse(path).getroot())


def check_round_trip(outputs: list[Output], folder: pathlib.Path) -> None:
    """A plan that LibreOffice has made a Word file of comes back as it does from plantool's own."""
    if not shutil.which("soffice"):
        skip("documents that LibreOffice makes of plantool's, imported")
        return
    chosen = [output for output in outputs if output.format == "odt" and output.view == "plan" and not output.codes]
    convert(chosen, "docx", folder / "again", folder / "profile")
    for output in chosen:
        again = folder / "again" / f"{output.path.stem}.docx"
        own, others = (run(TOOL, "import", "--report", "none", path) for path in (output.path, again))
        same = own.returncode == 0 and own.stdout == others.stdout
        first = next((f"{a!r} became {b!r}" for a, b in zip(own.stdout.decode("utf-8").splitlines(), others.stdout.decode("utf-8").splitlines()) if a != b), "")
        check(f"{output.name}: the same plan by way of LibreOffice's Word file", same, first[:300])


def split(folder: pathlib.Path) -> list[Output]:
    """The forms of units as workbooks, of one plan; what merge says of them is that nothing has changed."""
    plan = ROOT / "Examples" / "every-construct.plan.md"
    forms = folder / "forms"
    run(TOOL, "split", plan, "--by-unit", "--format", "ods", "-o", forms)
    outputs = [Output(path, plan, "form", []) for path in sorted(forms.glob("*.ods"))]
    check("there are forms", len(outputs) > 5, str(len(outputs)))
    check_unchanged("forms", plan, forms)
    return outputs


def check_unchanged(name: str, plan: pathlib.Path, forms: pathlib.Path) -> None:
    merged = run(TOOL, "merge", "--lang", "en", plan, forms)
    first = merged.stdout.decode("utf-8").split("\n")[0]
    check(f"{name}: nothing has changed", merged.returncode == 0 and first.endswith("merged 0, conflicts 0, not merged 0"), first + merged.stderr.decode("utf-8"))


def check_forms(outputs: list[Output], folder: pathlib.Path) -> None:
    """What LibreOffice saves of forms that nobody has filled in changes nothing."""
    if not shutil.which("soffice"):
        skip("forms that LibreOffice saves")
        return
    for suffix in ("ods", "xlsx"):
        saved = folder / f"saved-{suffix}"
        convert(outputs, suffix, saved, folder / "profile")
        check(f"LibreOffice saves all forms as {suffix}", len(list(saved.glob(f"*.{suffix}"))) == len(outputs))
        check_unchanged(f"forms that LibreOffice has saved as {suffix}", outputs[0].plan, saved)


def check_shown(output: Output, document: ET.Element) -> None:
    """LibreOffice writes into a cell what it shows: dates and numbers as their styles say."""
    table = next(document.iter(TABLE + "table"))
    for number, (expected, row) in enumerate(zip(csv_tables(output)[0], odf_rows(table))):
        cells = [cell for cell in row for _ in range(min(100, int(cell.get(TABLE + "number-columns-repeated", "1"))))]
        for column, (words, cell) in enumerate(zip(expected, cells)):
            text = dense("".join("".join(node.itertext()) for node in cell.iter(TEXT + "p")))
            words = dense(re.sub("^'", "", words))
            good = cell.tag == TABLE + "covered-table-cell" or words in (text, re.sub(r"（\d+分）$", "", text))
            check(f"{output.name}: LibreOffice shows row {number}, column {column}", good, f"{words!r} as {text!r}")
    days = [cell for cell in table.iter(TABLE + "table-cell") if cell.get(OFFICE + "value-type") == "date"]
    dates = sum(bool(re.fullmatch(r"\d{3}年\d{1,2}月\d{1,2}日", words)) for record in csv_tables(output)[0] for words in record)
    check(f"{output.name}: days are dates", bool(days) or dates == 0, f"{len(days)} of {dates}")


def check_paper(output: Output, pdf: pathlib.Path) -> None:
    if not pdf.exists():
        check(f"{output.name}: LibreOffice prints it", False)
        return
    info = run("pdfinfo", "-f", "1", "-l", "9999", pdf).stdout.decode("utf-8")
    sizes = [(round(float(w)), round(float(h))) for w, h in re.findall(r"size: +([0-9.]+) x ([0-9.]+) pts", info)]
    check(f"{output.name}: A4", set(sizes) <= {(595, 842), (842, 595)}, str(set(sizes)))
    sheets = [dense(sheet) for sheet in run("pdftotext", "-raw", pdf, "-").stdout.decode("utf-8").split("\f")[:-1]]
    check(f"{output.name}: 第N頁", len(sheets) == len(sizes) and all(f"第{number}頁" in sheet for number, sheet in enumerate(sheets, 1)), f"{len(sheets)} pages")
    if output.view in ("plan", "proposal"):
        check(f"{output.name}: text is portrait", sizes[0] == (595, 842), str(sizes[:1]))
    if is_one_table(output):
        header = dense("".join(csv_tables(output)[0][0]))
        check(f"{output.name}: tables are landscape", set(sizes) == {(842, 595)} or len(csv_tables(output)[0][0]) < 3, str(set(sizes)))
        missing = [number for number, sheet in enumerate(sheets, 1) if header not in sheet]
        # What stands behind the table may have a page of its own.
        check(f"{output.name}: the header on every page", missing in ([], [len(sheets)]), f"pages {missing}")
    empty = [number for number, sheet in enumerate(sheets, 1) if len(sheet) < len(f"第{number}頁") + 2]
    check(f"{output.name}: no page is empty", not empty, f"pages {empty}")
    lost = collections.Counter(dense(words_of(output))) - collections.Counter("".join(sheets))
    check(f"{output.name}: no character is lost", not lost, str(lost)[:200])


def imported(*paths: pathlib.Path) -> dict:
    """The plan that plantool makes of documents, as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        plan = pathlib.Path(folder) / "a.plan.json"
        run(TOOL, "import", *paths, "-o", plan, "--report", "none")
        return json.loads(plan.read_text(encoding="utf-8")) if plan.exists() else {}


def measures_of(plan: dict | list) -> list[str]:
    """The measures of a plan, wherever they stand."""
    if isinstance(plan, list):
        return [text for part in plan for text in measures_of(part)]
    if not isinstance(plan, dict):
        return []
    own = [dense(measure["text"]) for measure in plan.get("measures", []) if isinstance(measure, dict)]
    return own + [text for key, part in plan.items() if key != "measures" for text in measures_of(part)]


def check_imports(folder: pathlib.Path) -> None:
    """Pages, workbooks, values and text that other programs wrote give the plan of the document that they come from."""
    samples = sorted((ROOT / "Tests/PlanFormatsTests/Office").glob("*-1*.docx"))
    samples = [path for path in samples if ".lo." not in path.name]
    expected = {path.stem: measures_of(imported(path)) for path in samples}
    if shutil.which("soffice"):
        profile = folder / "import-profile"
        pages = folder / "pages"
        run("soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "html:HTML (StarWriter)", "--outdir", pages, *samples, seconds=300)
        for path in samples:
            found = measures_of(imported(pages / f"{path.stem}.html"))
            check(f"{path.stem}: measures of the page of LibreOffice", found == expected[path.stem] != [], f"{len(found)} of {len(expected[path.stem])}")
    else:
        skip("pages of LibreOffice")
    if shutil.which("pandoc"):
        for path in samples:
            page = folder / f"{path.stem}.pandoc.html"
            run("pandoc", "--standalone", path, "-o", page)
            found = measures_of(imported(page))
            check(f"{path.stem}: measures of the page of pandoc", len(found) == len(expected[path.stem]) > 0, f"{len(found)} of {len(expected[path.stem])}")
    else:
        skip("pages of pandoc")
    if module("openpyxl") and module("odf.opendocument"):
        run(sys.executable, ROOT / "scripts/make-sheet-samples.py", folder)
        for name in ("measures.xlsx", "measures.ods"):
            kept = ROOT / "Tests/PlanFormatsTests/Imports" / name
            check(f"{name}: what openpyxl and odfpy write now", imported(folder / name) == imported(kept) != {})
    else:
        skip("workbooks", "openpyxl or odfpy is not installed")
    # The files that plantool writes itself.
    for plan in PLANS:
        for view in ("measures", "survey", "task-force"):
            for suffix in ("csv", "html", "ods"):
                path = folder / f"back.{suffix}"
                path.unlink(missing_ok=True)
                if run(TOOL, "render", view, plan, "-o", path).returncode or not path.exists():
                    continue
                rows = sum(len(table) - 1 for table in csv_of(plan, view))
                report = json.loads(run(TOOL, "import", "--report", "json", path).stderr or b"{}")
                found = sum(part["count"] for part in report.get("parts", []) if part["kind"] in ("measures", "survey", "taskForce"))
                check(f"{plan.stem} {view}: read back from {suffix}", found >= rows > 0 or rows == 0, f"{found} of {rows} rows")


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else temporary).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        outputs = render(folder)
        check_terminal()
        for output in outputs:
            check_archive(output)
            check_structure(output)
        annotated = annotate(outputs, folder)
        check_comments(annotated)
        for output in annotated:
            check_archive(output)
            check_structure(output)
        outputs += annotated
        forms = split(folder)
        for output in forms:
            check_archive(output)
        check_schemas(outputs + forms, pathlib.Path(tempfile.mkdtemp(dir=temporary)))
        check_with_python_docx(outputs)
        check_with_odfpy(outputs)
        office_import.check_import(TOOL, ROOT / "Tests" / "PlanFormatsTests" / "Office", module, check, skip)
        check_round_trip(outputs, folder)
        check_with_libreoffice(outputs, folder)
        check_forms(forms, folder)
        check_imports(folder)
        office_import.check_pandoc(TOOL, PLANS, folder, module, check, skip)
    print(f"office files: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
