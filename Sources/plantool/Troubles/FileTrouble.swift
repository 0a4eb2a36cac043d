import PlanFormats
import PlanText

/// Why a file could not be read, found or written.
enum FileTrouble: Error, Sendable {
  case notFound(String)
  case noPermission(String)
  case isFolder(String)
  /// No plan in a folder; a Markdown file and an office document in it that may be meant.
  case noPlans(folder: String, text: String?, document: String?)
  case unreadable(String, reason: LocalizedText)
  /// More bytes than the limit.
  case tooLarge(String, limit: Int)
  case unwritable(String, reason: LocalizedText)
  case noSuchFolder(String)
  /// What -o names is there, and nobody said that it may be written over.
  case exists(String)
  /// A pipe, a device or a socket where only a file will do.
  case notRegular(String)
  /// A baseline would take the place of something else.
  case notABaseline(String)
  /// A plan in a folder whose name is no text; its path with the bytes as `\xNN`.
  case notUTF8(String)
  /// A link in a folder that leads out of it.
  case leadsOut(String)
  /// A configuration that was found, and is a link out of its repository or folder.
  case configurationLeadsOut(String)
  /// Somebody else has changed the file since it was read.
  case changed(String)
  /// The file has hard links, which writing would part from it.
  case hasOtherNames(String)
  case ownerIsLost(String)
  /// An extended attribute that the new file cannot have; empty for the access control list.
  case attributeIsLost(String, name: String)
  /// `-o` names what is read.
  case outputIsInput(String)
  /// Comments are asked for, and the file is of a kind that has none.
  case hasNoComments(String)
  /// The result is no text, and would go to a terminal.
  case notForTerminals
  /// Sizes in bytes: the file's, what is needed for it, what there is.
  case outOfMemory(String, size: Int, need: Int, limit: Int)
  /// A run before this one broke at the file by a fault of plantool.
  case broke(String)
  case brokeOutOfMemory(String)
  /// It was read before a fault in another file, and cannot be read again.
  case unrepeatable(String)
  /// Too many files broke the run.
  case givenUp(String)
  /// An office document that cannot be made a plan.
  case office(String, OfficeProblem)
  /// A file that is to be imported and is no office document.
  case noOfficeDocument(String)
  /// An office document where a file is to be mended or reformatted.
  case officeIsNotRewritten(String)
  /// The reader of our output has gone away; there is nobody to tell.
  case closedPipe

  /// What to tell, and what to do about it.
  var message: LocalizedText? {
    switch self {
    case .broke, .brokeOutOfMemory, .unrepeatable, .givenUp, .outOfMemory: faultMessage
    case .changed, .hasOtherNames, .ownerIsLost, .attributeIsLost, .outputIsInput: rewritingMessage
    case .office, .noOfficeDocument, .officeIsNotRewritten: officeMessage
    case .notFound(let path): LocalizedText(zh: "找不到「\(path)」。", en: "“\(path)” was not found.")
    case .noPermission(let path): LocalizedText(zh: "沒有權限讀取「\(path)」。", en: "No permission to read “\(path)”.")
    case .isFolder(let path):
      LocalizedText(zh: "「\(path)」是資料夾，這裡要一個檔案。", en: "“\(path)” is a folder; a file is needed here.")
    case .noPlans(let folder, let text, let document):
      LocalizedText(
        zh: "「\(folder)」裡沒有計畫檔（檔名須以 .plan.md 或 .plan.json 結尾）。",
        en: "“\(folder)” contains no plans (their names must end in .plan.md or .plan.json).")
        + Self.hint(text: text, document: document)
    case .unreadable(let path, let reason):
      LocalizedText(zh: "無法讀取「\(path)」：\(reason.zhHant)。", en: "Cannot read “\(path)”: \(reason.en).")
    case .tooLarge(let path, let limit):
      LocalizedText(
        zh: "「\(path)」超過上限 \(limit >> 20) MiB，沒有讀取；請分成數個計畫檔，或用「--max-size」放寬。",
        en:
          "“\(path)” is larger than the limit of \(limit >> 20) MiB and was not read; split it into several plans, or raise the limit with “--max-size”."
      )
    case .unwritable(let path, let reason):
      LocalizedText(zh: "無法寫入「\(path)」：\(reason.zhHant)。", en: "Cannot write “\(path)”: \(reason.en).")
    case .exists(let path):
      LocalizedText(zh: "「\(path)」已經存在；要覆寫請加 --force。", en: "“\(path)” already exists; use --force to overwrite it.")
    case .noSuchFolder(let path):
      LocalizedText(zh: "無法寫入：沒有資料夾「\(path)」。", en: "Cannot write: there is no folder “\(path)”.")
    case .notABaseline(let path):
      LocalizedText(
        zh: "「\(path)」已經存在，且不是基準檔，因此不覆寫；請換一個檔名。",
        en: "“\(path)” already exists and is not a baseline, so it was not overwritten; choose another name.")
    case .notRegular(let path):
      LocalizedText(
        zh: "無法讀取「\(path)」：這是管道、裝置或通訊端，不是一般檔案。",
        en: "Cannot read “\(path)”: it is a pipe, a device or a socket, not a regular file.")
    case .notUTF8(let path):
      LocalizedText(
        zh: "「\(path)」的檔名不是 UTF-8，沒有處理；請改名後再試。",
        en: "The name of “\(path)” is not UTF-8, so it was skipped; rename it and try again.")
    case .leadsOut(let path):
      LocalizedText(
        zh: "沒有處理「\(path)」：這個連結通往資料夾之外，或通往隱藏的檔案；如果真的要處理，請直接寫出檔名。",
        en:
          "“\(path)” was skipped: it is a link to outside the folder or to a hidden file; if you want it, give the file itself."
      )
    case .configurationLeadsOut(let path):
      LocalizedText(
        zh: "沒有讀取設定檔「\(path)」：這個連結通往資料夾之外，或通往隱藏的檔案；請換成檔案，或用「--config」、「--no-config」。",
        en:
          "The configuration “\(path)” was not read: it is a link to outside the folder or to a hidden file; replace it with a file, or use --config or --no-config."
      )
    case .hasNoComments(let path):
      LocalizedText(
        zh: "「\(path)」裡沒有地方放註解：只有 .odt 與 .docx 可以加註；請先另存成這種文件。",
        en: "“\(path)” cannot hold comments: only .odt and .docx can; save it as one of them first.")
    case .notForTerminals:
      LocalizedText(
        zh: "這種格式不是文字，不能印在終端機上；請用「-o 檔名」寫到檔案。",
        en: "This format is not plain text and cannot be printed on a terminal; write it to a file with “-o FILE”.")
    case .closedPipe: nil
    }
  }
}
