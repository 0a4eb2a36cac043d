#!/usr/bin/env python3
"""Make the pictures of the README and the guide, docs/images/*.png, from what the built debug binary prints.

    make-pictures.py [NAME …]   make them anew: needs Chromium, LibreOffice, pdftoppm, Pillow and a font for Chinese
    make-pictures.py --check    say which are made from what plantool no longer prints; needs nothing of these

* finding: a page of 附表1 as Chromium prints it, and what plantool says of one of its cells;
* comments: a page of a document that `validate --annotate` made, as LibreOffice prints it, and beside it the comments that LibreOffice finds on it;
* attachment: a page of 附表1 as an ODF file, as LibreOffice prints it.

Each picture carries a digest of the outputs and of the page that it was made from, by which --check knows it.
"""

import hashlib
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build" / "debug" / "plantool"
IMAGES = ROOT / "docs" / "images"
PLAN = "Examples/broken.plan.md"
LANGUAGES = ("zh-Hant", "en")
# The cell of 附表1 that the first picture is about.
CELL, RULE = "107年2月30日", "PT303"
COMMENTS = "PT204,PT303,PT304,PT306,PT402,PT603"
COLOURS = {"1": "font-weight:bold", "2": "color:#8b949e", "31": "color:#ff7b72", "33": "color:#e3b341", "36": "color:#79c0ff", "35": "color:#d2a8ff"}


def tool(*arguments: str, statuses: tuple[int, ...] = (0,)) -> bytes:
    run = subprocess.run([TOOL, *arguments], cwd=ROOT, capture_output=True, check=False)
    if run.returncode not in statuses:
        raise SystemExit(f"plantool {' '.join(arguments)}: status {run.returncode}\n{run.stderr.decode()}")
    return run.stdout


def program(*command: str | pathlib.Path) -> None:
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# MARK: what the pictures are made from


def coloured(text: str) -> str:
    """The colours of a terminal as those of a page."""
    out, open_span = "", False
    for part in re.split(r"(\x1b\[[0-9;]*m)", text):
        found = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if not found:
            out += html.escape(part)
            continue
        out += "</span>" if open_span else ""
        styles = [COLOURS[code] for code in found[1].split(";") if code in COLOURS]
        open_span = bool(styles)
        out += f'<span style="{";".join(styles)}">' if styles else ""
    return out


def finding_page(language: str) -> str:
    """The page of the first picture; the printed 附表1 is put in as page.png beside it."""
    command = ("validate", "--select", RULE, PLAN)
    said = tool(*command, "--color", "always", "--lang", language, statuses=(1,)).decode()
    return f"""<!DOCTYPE html><meta charset="utf-8"><style>
body {{ margin: 0; width: 1200px; height: 640px; overflow: hidden; position: relative; background: #dfe3e8; }}
img {{ position: absolute; left: 40px; top: 28px; width: 1120px; box-shadow: 0 2px 14px #0005; }}
pre {{ position: absolute; left: 90px; right: 90px; bottom: 28px; margin: 0; padding: 16px 20px; border-radius: 8px; background: #161b22; color: #e6edf3;
  font: 16px/1.5 "Noto Sans Mono CJK TC", monospace; box-shadow: 0 4px 18px #0008; white-space: pre-wrap; }}
</style><img src="page.png" alt=""><pre>$ plantool {" ".join(command)}
{coloured(said).strip()}</pre>"""


def printed_table() -> str:
    """附表1 as a web page, the cell in question outlined."""
    page = tool("render", "measures", "--format", "html", PLAN).decode()
    marked = page.replace(f"<td>{CELL}</td>", f'<td style="outline: 2.5pt solid #d1242f; outline-offset: -1pt">{CELL}</td>')
    assert marked != page, f"{CELL} is not in the table"
    return marked


def annotated(language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        document, copy = pathlib.Path(folder, "plan.odt"), pathlib.Path(folder, "annotated.odt")
        document.write_bytes(tool("render", "plan", "--format", "odt", PLAN))
        arguments = ("--checklist", "police-107", "--select", COMMENTS, "--annotate", str(copy), "--lang", language, str(document))
        tool("validate", *arguments, statuses=(1,))
        return copy.read_bytes()


def attachment() -> bytes:
    return tool("render", "measures", "--format", "odt", "Examples/minimal.plan.md")


# MARK: pictures


def png_of_page(page: pathlib.Path, size: str, picture: pathlib.Path) -> None:
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={size}"]
    program("chromium", *flags, f"--screenshot={picture}", page.as_uri())


def png_of_pdf(pdf: pathlib.Path, page: int, dots: int, picture: pathlib.Path) -> None:
    program("pdftoppm", "-png", "-singlefile", "-r", str(dots), "-f", str(page), "-l", str(page), pdf, picture.with_suffix(""))


def pdf_of_document(data: bytes, folder: pathlib.Path, notes: bool = False) -> pathlib.Path:
    name = "notes" if notes else "document"
    (folder / f"{name}.odt").write_bytes(data)
    options = json.dumps({"ExportNotes": {"type": "boolean", "value": str(notes).lower()}})
    profile = (folder / "profile").as_uri()
    program("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", f"pdf:writer_pdf_Export:{options}", "--outdir", folder, folder / f"{name}.odt")
    return folder / f"{name}.pdf"


def comments_of(pdf: pathlib.Path) -> list[tuple[float, float, str]]:
    """Where the comments of a PDF file are, in points from the left and from below, and what they say; from the top down."""
    found = re.findall(rb"/Subtype /Text /Rect\[([0-9. ]+)\].*?/Contents <FEFF([0-9A-F]+)>", pdf.read_bytes(), flags=re.S)
    places = [([float(number) for number in box.split()], bytes.fromhex(text.decode()).decode("utf-16-be")) for box, text in found]
    return sorted(((box[0], box[3], text) for box, text in places), key=lambda comment: (-comment[1], comment[0]))


def make_comments(sources: list[bytes], folder: pathlib.Path, picture: pathlib.Path) -> None:
    png_of_pdf(pdf_of_document(sources[0], folder), 2, 110, folder / "page.png")
    page, margin, scale = 842, 330, 1.25
    boxes, marks = "", ""
    for number, (x, y, text) in enumerate(comments_of(pdf_of_document(sources[0], folder, notes=True)), 1):
        marks += f'<b style="left: {x * scale - 9:.0f}px; top: {(595.3 - y) * scale - 9:.0f}px">{number}</b>'
        boxes += f"<p><b>{number}</b> {html.escape(text.strip().splitlines()[0])}</p>"
    (folder / "picture.html").write_text(f"""<!DOCTYPE html><meta charset="utf-8"><style>
body {{ margin: 0; width: {(page + margin) * scale:.0f}px; height: 480px; overflow: hidden; position: relative; background: #fff; font: 15px/1.4 "Noto Sans CJK TC", sans-serif; }}
img {{ position: absolute; left: 0; top: 0; width: {page * scale:.0f}px; }}
b {{ position: absolute; width: 18px; height: 18px; border-radius: 9px; background: #d1242f; color: #fff; font: bold 12px/18px sans-serif; text-align: center; }}
div {{ position: absolute; left: {page * scale - 10:.0f}px; top: 80px; width: {margin * scale - 30:.0f}px; }}
p {{ position: relative; margin: 0 0 8px; padding: 5px 10px 5px 32px; border-radius: 4px; background: #fff5c2; }}
p b {{ left: 8px; top: 7px; }}
</style><img src="page.png" alt="">{marks}<div>{boxes}</div>""", encoding="utf-8")
    png_of_page(folder / "picture.html", f"{(page + margin) * scale:.0f},480", picture)


def make_finding(sources: list[bytes], folder: pathlib.Path, picture: pathlib.Path) -> None:
    (folder / "table.html").write_bytes(sources[1])
    program("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={folder / 'table.pdf'}", (folder / "table.html").as_uri())
    png_of_pdf(folder / "table.pdf", 1, 150, folder / "page.png")
    (folder / "picture.html").write_bytes(sources[0])
    png_of_page(folder / "picture.html", "1200,640", picture)


def make_attachment(sources: list[bytes], folder: pathlib.Path, picture: pathlib.Path) -> None:
    png_of_pdf(pdf_of_document(sources[0], folder), 1, 100, picture)


def sources_and_makers() -> dict:
    pictures = {}
    for language in LANGUAGES:
        pictures[f"finding.{language}"] = (lambda l=language: [finding_page(l).encode(), printed_table().encode()], make_finding)
        pictures[f"comments.{language}"] = (lambda l=language: [annotated(l)], make_comments)
    pictures["attachment"] = (lambda: [attachment()], make_attachment)
    return pictures


# MARK: small files that say what they were made from


def digest(name: str, sources: list[bytes]) -> str:
    return hashlib.sha256(b"\0".join([name.encode(), *sources])).hexdigest()


def kept_digest(picture: pathlib.Path) -> str:
    data = picture.read_bytes() if picture.exists() else b""
    found = re.search(rb"tEXtSource\0([0-9a-f]{64})", data)
    return found[1].decode() if found else ""


def shrink(picture: pathlib.Path, target: pathlib.Path, source: str) -> None:
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    note = PngInfo()
    note.add_text("Source", source)
    with Image.open(picture) as image:
        small = image.convert("RGB").quantize(48, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    target.parent.mkdir(exist_ok=True)
    small.save(target, optimize=True, pnginfo=note)


def main() -> int:
    checks = "--check" in sys.argv[1:]
    wanted = [name for name in sys.argv[1:] if not name.startswith("--")]
    stale = []
    for name, (sources_of, make) in sources_and_makers().items():
        if wanted and name.split(".")[0] not in wanted and name not in wanted:
            continue
        sources = sources_of()
        target, source = IMAGES / f"{name}.png", digest(name, sources)
        if kept_digest(target) == source and not wanted:
            continue
        if checks:
            stale.append(target.name)
            continue
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            make(sources, folder, folder / "picture.png")
            shrink(folder / "picture.png", target, source)
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")
    if stale:
        print("made from other outputs than plantool prints now: " + ", ".join(stale) + "; run scripts/make-pictures.py and look at them")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
