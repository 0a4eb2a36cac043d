#!/usr/bin/env python3
"""Make the workbooks in Tests/PlanFormatsTests/Imports with openpyxl and odfpy, so that plantool reads what other programs wrote.

    scripts/make-sheet-samples.py [FOLDER]

Both have the same sheets: measures with merged cells, dates, a percentage and a blank row; a roster under the name that the program gave; a hidden sheet; a comment.
"""

import datetime
import pathlib
import sys

import openpyxl
from odf import dc, office, style, table, text
from odf.opendocument import OpenDocumentSpreadsheet

ROOT = pathlib.Path(__file__).resolve().parent.parent

MEASURES = [
    ["評核項目", "評核重點", "具體作法", "完成期限", "承辦單位", "目標值"],
    ["服務友善", "服務設施", "一、檢修哺集乳室。\n二、增設標示。", datetime.date(2024, 6, 30), "秘書室", 0.95],
    ["", "", "汰換候位座椅。", "持續辦理", "總務課", 12],
    ["", "網站使用", "每月檢查連結。", "每月", "資訊課", 4.5],
    None,
    ["服務便捷", "單一窗口", "跨課收件。", datetime.date(2024, 12, 31), "民政課\n社會課", ""],
]
# Row and column of the first cell from 0, rows, columns.
MERGED = [(1, 0, 3, 1), (1, 1, 2, 1)]
ROSTER = [["職稱", "現職", "姓名", "職掌", "備考"], ["召集人", "區長", "○○○", "綜理全般事宜。", ""], ["副召集人", "主任秘書", "○○○", "襄助召集人。", "代理"]]
NOTE = "請各課室月底前填妥"


def excel(path: pathlib.Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "具體作法"
    for number, values in enumerate(MEASURES, 1):
        for column, value in enumerate(values or [], 1):
            if value == "":
                continue
            cell = sheet.cell(number, column, value)
            if isinstance(value, datetime.date):
                cell.number_format = '[$-404]e"年"m"月"d"日"'
            if isinstance(value, float) and value < 1:
                cell.number_format = "0%"
    for row, column, rows, columns in MERGED:
        sheet.merge_cells(start_row=row + 1, start_column=column + 1, end_row=row + rows, end_column=column + columns)
    sheet["C2"].comment = openpyxl.comments.Comment(NOTE, "甲")
    sheet.oddFooter.center.text = "第 &P 頁"
    roster = book.create_sheet("工作表2")
    for values in ROSTER:
        roster.append(values)
    hidden = book.create_sheet("選單")
    hidden.append(["持續辦理", "每月"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Sheet4")
    stamp = datetime.datetime(2024, 1, 1)
    book.properties.created = book.properties.modified = stamp
    book.save(path)


def opendocument(path: pathlib.Path) -> None:
    book = OpenDocumentSpreadsheet()
    hidden = style.Style(name="ta2", family="table")
    hidden.addElement(style.TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)

    def sheet(name, rows, merged=(), **options):
        made = table.Table(name=name, **options)
        covered = {(row + y, column + x) for row, column, rows_, columns in merged for y in range(rows_) for x in range(columns) if x or y}
        spans = {(row, column): (rows_, columns) for row, column, rows_, columns in merged}
        for number, values in enumerate(rows):
            line = table.TableRow()
            for column, value in enumerate(values or [""]):
                if (number, column) in covered:
                    line.addElement(table.CoveredTableCell())
                    continue
                options = {}
                if (number, column) in spans:
                    options = {"numberrowsspanned": spans[number, column][0], "numbercolumnsspanned": spans[number, column][1]}
                shown = str(value)
                if isinstance(value, datetime.date):
                    options |= {"valuetype": "date", "datevalue": value.isoformat()}
                    shown = value.strftime("%m/%d/%y")
                elif isinstance(value, float) and value < 1:
                    options |= {"valuetype": "percentage", "value": value}
                    shown = f"{value:.0%}"
                elif isinstance(value, (int, float)):
                    options |= {"valuetype": "float", "value": value}
                cell = table.TableCell(**options)
                if (number, column) == (1, 2) and merged:
                    note = office.Annotation()
                    note.addElement(dc.Creator(text="甲"))
                    note.addElement(text.P(text=NOTE))
                    cell.addElement(note)
                for part in shown.split("\n") if shown else []:
                    cell.addElement(text.P(text=part))
                line.addElement(cell)
            made.addElement(line)
        made.addElement(table.TableRow(numberrowsrepeated=1048000))
        book.spreadsheet.addElement(made)

    sheet("具體作法", MEASURES, MERGED)
    sheet("工作表2", ROSTER)
    sheet("選單", [["持續辦理", "每月"]], stylename=hidden)
    book.save(path)


def main() -> None:
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "Tests/PlanFormatsTests/Imports"
    folder.mkdir(parents=True, exist_ok=True)
    excel(folder / "measures.xlsx")
    opendocument(folder / "measures.ods")


if __name__ == "__main__":
    main()
