#!/usr/bin/env python3
"""Make the office documents that the tests import: the facts of the plans in seeds/, in the layouts of real documents.

    scripts/make-office-samples.py PLANTOOL [FOLDER]     FOLDER: Tests/PlanFormatsTests/Office

The Word files are written here, with what makes tables of Word hard to read (cells merged downwards without a value, content controls, automatic numbers, tables divided by
hand with their titles again, text boxes, tracked changes, footnotes, symbols of Wingdings, page headers and footers). LibreOffice (soffice) turns them into OpenDocument, and once more into Word, which
gives files of a second program. Nothing is random, but LibreOffice puts dates into its files: run it only where a layout changes.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
BOX = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
LABEL = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+\.\s?|\(\d+\))")


def run(text: str, properties: str = "") -> str:
    parts = []
    for index, piece in enumerate(text.split("\n")):
        if index:
            parts.append("<w:br/>")
        parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}{"".join(parts)}</w:r>'


def paragraph(text: str = "", number: tuple[int, int] | None = None, properties: str = "", inner: str = "") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    content = inner or (run(text) if text else "")
    return f"<w:p><w:pPr>{numbered}{properties}</w:pPr>{content}</w:p>"


def cell(lines, span: int = 1, merge: str | None = None) -> str:
    """A cell; `merge` is restart, or empty for one that goes on."""
    if isinstance(lines, str):
        lines = [lines]
    shape = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + ({None: "", "": "<w:vMerge/>"}.get(merge, f'<w:vMerge w:val="{merge}"/>'))
    return f'<w:tc><w:tcPr><w:tcW w:w="{1500 * span}" w:type="dxa"/>{shape}</w:tcPr>{"".join(line if line.startswith("<w:") else paragraph(line) for line in lines)}</w:tc>'


def row(cells: list[str], header: bool = False) -> str:
    return f'<w:tr>{"<w:trPr><w:tblHeader/></w:trPr>" if header else ""}{"".join(cells)}</w:tr>'


def table(width: int, rows: list[str]) -> str:
    columns = '<w:gridCol w:w="1500"/>' * width
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>'


def box(text: str) -> str:
    """A text box twice, as Word writes it: for itself, and for older versions."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent {BOX}><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="1" name="Box"/><a:graphic>'
        f'<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:shape style="width:70pt;height:24pt"><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="taiwaneseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="taiwaneseCountingThousand"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="ideographLegalTraditional"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
{{numbers}}</w:numbering>"""


class Document:
    def __init__(self) -> None:
        self.body: list[str] = []
        self.lists = 2
        self.notes: list[str] = []

    def add(self, *blocks: str) -> None:
        self.body += blocks

    def new_list(self) -> int:
        """A list that begins anew."""
        self.lists += 1
        return self.lists

    def note(self, text: str) -> str:
        self.notes.append(text)
        return f'<w:r><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'

    def items(self, text: str, automatic: bool) -> None:
        """The paragraphs of running text; numbers are made by Word, or typed."""
        number = self.new_list()
        for line in filter(None, (line.rstrip() for line in text.split("\n"))):
            words = re.sub(r"^\s*- ", "", line).strip()
            depth = (len(line) - len(line.lstrip())) // 2
            if automatic and line.lstrip().startswith("- ") and LABEL.match(words) and depth < 2:
                self.add(paragraph(LABEL.sub("", words), (number, depth)))
            else:
                self.add(paragraph(words))

    def write(self, path: pathlib.Path) -> None:
        numbers = "".join(
            f'<w:num w:numId="{i}"><w:abstractNumId w:val="{1 if i == 2 else 0}"/>'
            + ("" if i < 3 else "".join(f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(2)))
            + "</w:num>"
            for i in range(1, self.lists + 1)
        )
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        types = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        parts = {"numbering": NUMBERING.format(numbers=numbers)}
        parts["header1"] = f'<w:hdr {W}>{paragraph("內部文件")}</w:hdr>'
        parts["footer1"] = f'<w:ftr {W}><w:p>{run("第")}<w:fldSimple w:instr=" PAGE ">{run("1")}</w:fldSimple>{run("頁")}</w:p></w:ftr>'
        if self.notes:
            notes = "".join(f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>' for i, text in enumerate(self.notes, 1))
            parts["footnotes"] = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{notes}</w:footnotes>'
        kinds = {"header1": "header", "footer1": "footer"}
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        files = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{types}document.main+xml"/>'
            + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{types}{kinds.get(name, name)}+xml"/>' for name in parts)
            + "</Types>",
            "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relation}officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(f'<Relationship Id="r{name}" Type="{relation}{kinds.get(name, name)}" Target="{name}.xml"/>' for name in parts)
            + "</Relationships>",
            "word/document.xml": f'<w:document {W}><w:body>{"".join(self.body)}<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/><w:footerReference w:type="default" r:id="rfooter1"/>'
            '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
        } | {f"word/{name}.xml": text for name, text in parts.items()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                info = zipfile.ZipInfo(name)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, head + text)


def value(thing) -> str:
    return thing["text"] if isinstance(thing, dict) else "、".join(thing) if isinstance(thing, list) else thing or ""


def sections(document: Document, plan: dict, automatic: bool, until: int) -> None:
    for section in plan["sections"][:until]:
        heading = section["heading"]
        if automatic:
            document.add(paragraph(heading.split("、", 1)[1], (2, 0)))
        else:
            document.add(paragraph(heading))
        if "intro" in section:
            document.add(paragraph(section["intro"]))
        if "citations" in section:
            document.items("\n".join(f'- {c.get("label", "")}{c["text"]}' for c in section["citations"]), automatic)
        if section.get("text"):
            document.items(section["text"], automatic)


def lines(measure: dict) -> list[str]:
    text = (measure.get("label", "") + measure["text"]).split("\n")
    return [re.sub(r"^\s*- ", "", line).strip() for line in text if line.strip()]


def items_of(dimension: dict):
    if "items" in dimension:
        return dimension["items"]
    return [{"heading": None, "focuses": dimension["focuses"]}]


NUMERALS = "一二三四五六七八九十"


def shilin(plan: dict) -> Document:
    """Automatic numbers; a row for each focus with its measures in one cell; the first table divided by hand, with its header again."""
    document = Document()
    document.add(paragraph(plan["title"].replace("107", " 107 "), properties='<w:jc w:val="center"/>'))
    sections(document, plan, True, 8)
    # A change that nobody has accepted yet, and a footnote.
    document.add(
        "<w:p>"
        + run("本計畫奉核後實施")
        + f'<w:del w:id="1" w:author="A" w:date="2018-01-01T00:00:00Z"><w:r><w:delText>，修正時亦同</w:delText></w:r></w:del><w:ins w:id="2" w:author="A" w:date="2018-01-01T00:00:00Z">{run("，並公布於網站")}</w:ins>'
        + document.note("網站指本分局全球資訊網。")
        + run("。")
        + run("不印的字", "<w:vanish/>")
        + "</w:p>"
    )
    document.add(paragraph(inner=box("附表 1")), paragraph(plan["sections"][8]["heading"].split("、", 1)[1]))
    for number, dimension in enumerate(plan["sections"][8]["dimensions"]):
        document.add(paragraph(dimension["heading"].replace("（", " (").replace("分）", " 分)")))
        last = number == 4
        names = ["評核重點", "具體作法"] if last else ["評核項目", "評核重點", "具體作法", "完成\n期限", "承辦\n單位"]
        header = row([cell(name) for name in names], header=True)
        rows = []
        for item in items_of(dimension):
            for place, focus in enumerate(item["focuses"]):
                measures = []
                for count, measure in enumerate(focus["measures"]):
                    measures += [(f"{NUMERALS[count]}、" if count or len(focus["measures"]) > 1 else "") + "\n".join(lines({"text": measure["text"]}))]
                cells = [] if last else [cell(item["heading"] if not place else "", merge="" if place else "restart")]
                cells += [cell(focus["heading"]), cell([part for text in measures for part in text.split("\n")])]
                if not last:
                    cells += [cell(value(focus.get("deadline"))), cell([value(focus.get("units"))])]
                rows.append(row(cells))
        if number == 0:
            document.add(table(5, [header] + rows[:4]), paragraph(), table(5, [header.replace("<w:tblHeader/>", "")] + rows[4:]))
        else:
            document.add(table(len(names), [header] + rows))
    survey = plan["sections"][9]
    document.add(paragraph("附表 2"), paragraph(survey["heading"].split("、", 1)[1]))
    rows = [row([cell(name) for name in ["構面名稱", "項目", "措施名稱", "措施內容"]])]
    seen = None
    for entry in survey["rows"]:
        rows.append(row([cell(entry["dimension"] if entry["dimension"] != seen else "", merge="" if entry["dimension"] == seen else "restart"), cell(entry["item"]), cell(entry["name"]), cell(entry["text"].split("\n"))]))
        seen = entry["dimension"]
    document.add(table(4, rows), paragraph(survey["closing"]))
    return document


def taichung(plan: dict) -> Document:
    """Typed numbers; a row for each measure, item and focus merged downwards; content controls; a roster, and a checklist with boxes of Wingdings."""
    document = Document()
    title = plan["title"]
    document.add(paragraph(title[: title.index("提升")]), paragraph(title[title.index("提升") :]))
    sections(document, plan, False, 7)
    for section in plan["sections"][7:]:
        heading = section["heading"]
        if section["kind"] == "measures":
            document.add(paragraph(heading.split("、")[0]), paragraph(heading.split("、", 1)[1]))
            for number, dimension in enumerate(section["dimensions"]):
                document.add(paragraph(dimension["heading"]))
                last = number == 4
                names = ["評核重點", "具體作法"] if last else ["評核\n項目", "評核重點", "具體作法", "完成\n期限", "承辦\n單位"]
                rows = [row([cell(name) for name in names])]
                for item in items_of(dimension):
                    first = True
                    for focus in item["focuses"]:
                        for place, measure in enumerate(focus["measures"]):
                            cells = [] if last else [cell(item["heading"] if first else "", merge="restart" if first else "")]
                            cells += [cell(focus["heading"] if not place else "", merge="" if place else "restart"), cell(lines({"text": measure["text"]}))]
                            if not last:
                                cells += [cell(value(measure.get("deadline") or focus.get("deadline"))), cell(value(measure.get("units") or focus.get("units")).split("；"))]
                            line = row(cells)
                            # A row in a content control.
                            rows.append(f"<w:sdt><w:sdtPr/><w:sdtContent>{line}</w:sdtContent></w:sdt>" if len(rows) == 3 else line)
                            first = False
                document.add(table(len(names), rows))
        elif section["kind"] == "taskForce":
            document.add(paragraph(heading.split("、")[0]), paragraph(heading.split("、", 1)[1]))
            rows = [row([cell(name) for name in ["職稱", "現職", "姓名", "職掌", "備考"]])]
            for member in section["members"]:
                rows.append(row([cell(member["role"]), cell(member["post"]), cell("○○○"), cell(member["duty"]), cell(member["remark"])]))
            document.add(table(5, rows))
            if "closing" in section:
                document.add(paragraph(section["closing"]))
        elif section["kind"] == "checklist":
            document.add(paragraph(heading))
            for dimension in section["dimensions"]:
                document.add(paragraph(dimension["heading"]))
                last = "items" not in dimension
                rows = [row([cell(name) for name in (["評核重點", "辦理事項"] if last else ["評核項目", "評核重點", "辦理事項"])])]
                for item in items_of(dimension):
                    for place, focus in enumerate(item["focuses"]):
                        points = []
                        group = None
                        for point in focus.get("checkpoints", []):
                            if point.get("group") != group:
                                group = point.get("group")
                                points.append(group)
                            points.append(tick(point["text"]))
                        points += ["◎" + value(guidance) for guidance in focus.get("guidance", [])]
                        cells = [] if last else [cell(item["heading"] if not place else "", merge="" if place else "restart")]
                        rows.append(row(cells + [cell(focus["heading"]), cell(points or [""])]))
                document.add(table(2 if last else 3, rows))
    return document


def tick(text: str) -> str:
    return paragraph(inner='<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + run(" " + text))


def district(plan: dict) -> Document:
    """Tables on several pages, each with its title and header again; item and focus in one cell; the title of the log inside its table."""
    document = Document()
    document.add(paragraph(plan["title"]))
    sections(document, plan, False, 7)
    for section in plan["sections"][7:]:
        if section["kind"] == "strategies":
            document.add(paragraph(section["heading"]))
            for number, (label, dimensions) in enumerate([("壹、個別評核構面", section["dimensions"][:-1]), ("貳、整體評核構面", section["dimensions"][-1:])]):
                for place, dimension in enumerate(dimensions):
                    document.add(paragraph(label))
                    rows = [row([cell(name) for name in ["構面", "評核項目", "執行策略及方法"]])]
                    first = True
                    for item in items_of(dimension):
                        shown = False
                        for focus in item["focuses"]:
                            head = ([item["heading"]] if item["heading"] and not shown else []) + [focus["heading"]]
                            groups = focus.get("groups", [])
                            measures = focus.get("measures", []) + [m for group in groups for m in group.get("measures", [])]
                            head += [group["heading"] for group in groups]
                            words = [line for measure in measures for line in ((measure.get("label", "") + " " + measure["text"]).strip().split("\n"))]
                            rows.append(row([cell(dimension["heading"] if first else "", merge="restart" if first else ""), cell(head), cell(words or [""])]))
                            first, shown = False, True
                        if not item["focuses"] or item.get("measures"):
                            words = [line for measure in item.get("measures", []) for line in ((measure.get("label", "") + " " + measure["text"]).strip().split("\n"))]
                            rows.append(row([cell(dimension["heading"] if first else "", merge="restart" if first else ""), cell(item["heading"] or ""), cell(words or [""])]))
                            first = False
                    document.add(table(3, rows))
        elif section["kind"] == "taskForce":
            document.add(paragraph(section["heading"]))
            rows = [row([cell(name) for name in ["組別", "職稱", "姓名", "工作內容", "備註"]])]
            seen = None
            for member in section["members"]:
                rows.append(row([cell(member["group"] if member["group"] != seen else "", merge="" if member["group"] == seen else "restart"), cell(member["role"]), cell("○○○"), cell(member["duty"]), cell(member["remark"])]))
                seen = member["group"]
            document.add(table(5, rows), paragraph(section["closing"]))
        elif section["kind"] == "inspectionLog":
            slots = [slot["text"] for slot in section["groups"][0]["slots"]]
            rows = [row([cell(section["heading"], span=3), cell("時間：" + section["date"], span=3)])]
            rows.append(row([cell("巡檢項目")] + [cell(slot) for slot in slots]))
            rows.append(row([cell(section["intro"], span=6)]))
            for group in section["groups"]:
                extra = (group.get("text") or "").split("\n\n") if group.get("text") else []
                if extra:
                    rows.append(row([cell(group["heading"]), cell(extra[0], span=2), cell(extra[1] if len(extra) > 1 else "", span=3)]))
                else:
                    rows.append(row([cell(group["heading"], span=6)]))
                for item in group.get("items", []):
                    rows.append(row([cell(item.get("label", "") + item["text"])] + [cell((value(c)).split("\n")) for c in item.get("cells", [""] * len(slots))]))
            document.add(paragraph(), table(6, rows))
    return document


def household(plan: dict) -> Document:
    """A table of strategies in a numbered section, its measures numbered in the cells; a table of work items with rows that begin in the second column."""
    document = Document()
    document.add(paragraph(plan["title"]), paragraph("中華民國105年2月16日修訂"))
    for index, section in enumerate(plan["sections"]):
        if section["kind"] == "strategies":
            document.add(paragraph(section["heading"]))
            rows = [row([cell(name) for name in ["實施要領", "執行策略", "執行方法"]])]
            for dimension in section["dimensions"]:
                for place, focus in enumerate(dimension["focuses"]):
                    many = len(focus["measures"]) > 1
                    words = [line for n, m in enumerate(focus["measures"]) for line in ((f"{NUMERALS[n]}、" if many else "") + m["text"]).split("\n")]
                    words = [re.sub(r"^\s*- ", "", line).strip() for line in words if line.strip()]
                    rows.append(row([cell(dimension["heading"] if not place else "", merge="" if place else "restart"), cell(focus["heading"]), cell(words)]))
            document.add(table(3, rows))
        elif section["kind"] == "workItems":
            document.add(paragraph(section["heading"]))
            rows = [row([cell(name) for name in ["實施要領", "執行策略", "推動作法", "執行期間", "執行單位", "預期效益"]], header=True)]
            for dimension in section["dimensions"]:
                first = True
                own = [{"heading": "", "measures": dimension["measures"]}] if dimension.get("measures") else []
                for strategy in own + dimension.get("items", []) + dimension.get("focuses", []):
                    holders = [(strategy["heading"], measure) for measure in strategy.get("measures", [])]
                    holders += [(focus["heading"], measure) for focus in strategy.get("focuses", []) for measure in focus["measures"]]
                    parts, shown = strategy.get("focuses", []), None
                    start = True
                    for name, measure in holders:
                        head = [strategy["heading"], name] if parts and start else [name]
                        text = lines({"text": measure.get("label", "") + measure["text"]})
                        cells = [cell(dimension["heading"] if first else "", merge="restart" if first else ""), cell(head if name != shown else "", merge="restart" if name != shown else "")]
                        deadline, units = (measure.get(key) or strategy.get(key) for key in ("deadline", "units"))
                        cells += [cell(text), cell(value(deadline)), cell(value(units)), cell(value(strategy.get("benefit")).split("\n") if start else "", merge="restart" if start else "")]
                        rows.append(row(cells))
                        first = start = False
                        shown = name
            document.add(table(6, rows))
        else:
            sections(document, {"sections": [section]}, False, 1)
    return document


def main() -> None:
    tool = sys.argv[1]
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "Tests/PlanFormatsTests/Office"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in [("shilin-police-107", shilin), ("taichung-port-police-107", taichung), ("wanhua-district-109", district), ("wanhua-household-105", household)]:
        plan = json.loads(subprocess.run([tool, "convert", "--to", "json", str(ROOT / f"seeds/{name}.plan.md")], capture_output=True, check=True, text=True).stdout)
        make(plan).write(folder / f"{name}.docx")
    with tempfile.TemporaryDirectory() as scratch:
        office = ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless"]
        words = [str(path) for path in sorted(folder.glob("*-1*.docx")) if ".lo." not in path.name]
        subprocess.run(office + ["--convert-to", "odt", "--outdir", str(folder), *words], check=True, capture_output=True)
        subprocess.run(office + ["--convert-to", "docx", "--outdir", scratch, *[word.replace(".docx", ".odt") for word in words[:1]]], check=True, capture_output=True)
        for path in pathlib.Path(scratch).glob("*.docx"):
            (folder / path.name.replace(".docx", ".lo.docx")).write_bytes(path.read_bytes())


main()
