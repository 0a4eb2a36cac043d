import PlanFormats
import PlanText

extension FileTrouble {
  /// What is to be done about an office document that cannot be read; nil for any other trouble.
  var officeMessage: LocalizedText? {
    switch self {
    case .office(let path, let problem): Self.words(path, problem)
    case .noOfficeDocument(let path):
      LocalizedText(
        zh: "「\(path)」不是可以匯入的文件（.docx、.odt、.fodt、.html、.txt、.xlsx、.ods、.csv、.tsv），沒有匯入；計畫檔可以直接用「plantool validate」檢查。",
        en:
          "“\(path)” is not a document that can be imported (.docx, .odt, .fodt, .html, .txt, .xlsx, .ods, .csv, .tsv) and was not imported; a plan file can be checked directly with “plantool validate”."
      )
    case .officeIsNotRewritten(let path):
      LocalizedText(
        zh: "沒有改寫「\(path)」：這是辦公室文件，plantool 不改寫；請在文件中修改，或先用「plantool import」匯入成計畫檔。",
        en:
          "“\(path)” was not rewritten: it is an office document, which plantool does not change. Edit the document itself, or import it as a plan file with “plantool import” first."
      )
    default: nil
    }
  }

  private static func words(_ path: String, _ problem: OfficeProblem) -> LocalizedText {
    switch problem {
    case .oldWord where path.lowercased().hasSuffix(".xls"):
      LocalizedText(
        zh: "「\(path)」是舊的 Excel 格式（.xls），不能讀取；請用 Excel 或 LibreOffice 開啟，另存為 .ods 或 .xlsx 再試。",
        en:
          "“\(path)” is in the old Excel format (.xls), which cannot be read; open it in Excel or LibreOffice and save it as .ods or .xlsx."
      )
    case .oldWord:
      LocalizedText(
        zh: "「\(path)」是舊的 Word 格式（.doc），不能讀取；請用 Word 或 LibreOffice 開啟，另存為 .odt 再試。",
        en:
          "“\(path)” is in the old Word format (.doc), which cannot be read; open it in Word or LibreOffice and save it as .odt."
      )
    case .pdf:
      LocalizedText(
        zh: "「\(path)」是 PDF，表格的欄列已不在檔案裡，不能讀取；請用原來的 Word 或 ODT 檔。",
        en:
          "“\(path)” is a PDF, which no longer has the rows and columns of its tables; use the original Word or ODT file."
      )
    case .richText:
      LocalizedText(
        zh: "「\(path)」是 RTF 檔，不能讀取；請用 Word 或 LibreOffice 開啟，另存為 .odt 再試。",
        en: "“\(path)” is an RTF file, which cannot be read; open it in Word or LibreOffice and save it as .odt.")
    case .wordXML:
      LocalizedText(
        zh: "「\(path)」是 Word 的 XML 檔，不能讀取；請用 Word 開啟，另存為 .docx 或 .odt 再試。",
        en: "“\(path)” is a Word XML file, which cannot be read; open it in Word and save it as .docx or .odt.")
    case .pages:
      LocalizedText(
        zh: "「\(path)」是 Pages 檔，不能讀取；請在 Pages 輸出成 Word（.docx）再試。",
        en: "“\(path)” is a Pages document, which cannot be read; export it to Word (.docx).")
    case .otherKind(let type):
      LocalizedText(
        zh: "「\(path)」不是文字文件或試算表\(type.isEmpty ? "" : "（\(type)）")，不能讀取；請給 .odt、.docx、.ods 或 .xlsx 檔。",
        en:
          "“\(path)” is not a text document or spreadsheet\(type.isEmpty ? "" : " (\(type))") and is not read; a .odt, .docx, .ods or .xlsx file is needed."
      )
    case .encrypted:
      LocalizedText(
        zh: "「\(path)」設有密碼，不能讀取；請開啟後移除密碼，另存新檔再試。",
        en: "“\(path)” is password-protected and cannot be read; open it, remove the password, and save it again.")
    case .encoding(let name):
      LocalizedText(
        zh: "「\(path)」不是 UTF-8 編碼\(name.isEmpty ? "" : "（\(name)）")，不能讀取；請用原來的程式或記事本開啟，另存時編碼選 UTF-8，再試一次。",
        en:
          "“\(path)” is not in UTF-8\(name.isEmpty ? "" : " but in \(name)") and is not read; open it in the program that it comes from or in an editor, and save it in UTF-8."
      )
    case .damaged(let part):
      LocalizedText(
        zh: "「\(path)」已損壞或不完整\(part.isEmpty ? "" : "（\(part)）")，不能讀取；請用 Word 或 LibreOffice 開啟，另存為 .odt 再試。",
        en:
          "“\(path)” is damaged or incomplete\(part.isEmpty ? "" : " (\(part))") and was not read; open it in Word or LibreOffice and save it as .odt."
      )
    case .suspicious(let part):
      LocalizedText(
        zh: "「\(path)」含有一般文件不會有的內容\(part.isEmpty ? "" : "（\(part)）")，為了安全沒有讀取；請確認來源，用 LibreOffice 開啟，另存為 .odt 再試。",
        en:
          "“\(path)” has content that ordinary documents do not have\(part.isEmpty ? "" : " (\(part))") and was not read, to be safe; make sure where it comes from, open it in LibreOffice and save it as .odt."
      )
    case .partTooLarge(let part, let limit):
      LocalizedText(
        zh: "「\(path)」的內容（\(part)）解開後超過上限 \(limit >> 20) MiB，沒有讀取；請分成數個檔案。",
        en:
          "The content of “\(path)” (\(part)) is larger than the limit of \(limit >> 20) MiB once unpacked and was not read; split it into several files."
      )
    case .empty:
      LocalizedText(
        zh: "「\(path)」沒有文字，沒有匯入；掃描的 PDF 與圖片須先辨識文字。",
        en: "“\(path)” has no text and was not imported; scanned PDFs and pictures need text recognition first.")
    case .tableTooLarge:
      LocalizedText(
        zh: "「\(path)」有一個表格的欄列太多，沒有讀取；請刪除表格末端的空白欄列，或分成數個檔案。",
        en:
          "“\(path)” has a table with too many rows and columns and was not read; delete empty ones at its end, or split it into several files."
      )
    }
  }
}
