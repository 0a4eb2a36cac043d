import PlanText

extension FileTrouble {
  /// Why a file was not rewritten; nil for any other trouble.
  var rewritingMessage: LocalizedText? {
    switch self {
    case .changed(let path):
      LocalizedText(
        zh: "「\(path)」在讀取之後有人改過，沒有覆寫；請再執行一次。",
        en: "“\(path)” was changed after it was read, so it was not overwritten; run the command again.")
    case .hasOtherNames(let path):
      LocalizedText(
        zh: "沒有改寫「\(path)」：這個檔案另有其他名稱（硬連結），改寫後會變成兩個檔案；請先複製成獨立的檔案。",
        en:
          "“\(path)” was not rewritten: it has other names (hard links), which would keep the old text; copy it to a separate file first."
      )
    case .ownerIsLost(let path):
      LocalizedText(
        zh: "沒有改寫「\(path)」：無法保留原來的擁有者與群組；請由擁有者執行，或把結果寫到新檔案。",
        en:
          "“\(path)” was not rewritten: its owner and group could not be kept; let its owner run the command, or write to a new file."
      )
    case .attributeIsLost(let path, let name):
      LocalizedText(
        zh: "沒有改寫「\(path)」：無法保留它的\(name.isEmpty ? "存取控制清單（ACL）或延伸屬性" : "延伸屬性「\(name)」")；請把結果寫到新檔案。",
        en:
          "“\(path)” was not rewritten: its \(name.isEmpty ? "access control list or extended attributes" : "extended attribute “\(name)”") could not be kept; write to a new file."
      )
    case .outputIsInput(let path):
      LocalizedText(
        zh: "「-o」的「\(path)」同時是這次要讀取或另外要寫入的檔案，寫入後它的內容會消失，因此沒有寫；請換一個檔名。",
        en:
          "The -o file “\(path)” is also read or written by this command, and its content would be lost; nothing was written. Choose another name."
      )
    default: nil
    }
  }

  /// Why a file has no result although nothing is wrong with it; nil for any other trouble.
  var faultMessage: LocalizedText? {
    switch self {
    case .outOfMemory(let path, let size, let need, let limit):
      LocalizedText(
        zh:
          "記憶體不足：「\(path)」（\(Self.size(size))）至少要 \(Self.size(need)) 的記憶體，上限是 \(Self.size(limit))，沒有處理；請放寬上限，或分成數個計畫檔。",
        en:
          "Out of memory: “\(path)” (\(Self.size(size))) needs at least \(Self.size(need)) of memory, and the limit is \(Self.size(limit)), so it was skipped; raise the limit, or split it into several plans."
      )
    case .brokeOutOfMemory(let path):
      LocalizedText(
        zh: "記憶體不足：「\(path)」處理到一半時用完了記憶體，沒有結果。請放寬記憶體上限，或分成數個計畫檔。",
        en:
          "Out of memory: memory ran out while “\(path)” was processed, so it has no result. Raise the memory limit, or split it into several plans."
      )
    case .broke(let path):
      LocalizedText(
        zh: "「\(path)」處理時 plantool 發生內部錯誤，沒有結果。請回報，附上這個檔案與「plantool version」印出的版本。",
        en:
          "plantool had an internal error while processing “\(path)”, so it has no result. Please report it, with the file and the output of “plantool version”."
      )
    case .unrepeatable(let path):
      LocalizedText(
        zh: "「\(path)」沒有結果：plantool 處理另一個檔案時發生內部錯誤，必須重新開始，而這個檔案只能讀取一次；請單獨再處理一次。",
        en:
          "“\(path)” has no result: plantool had an internal error at another file and had to restart, and this one can be read only once; process it again on its own."
      )
    case .givenUp(let path):
      LocalizedText(
        zh: "「\(path)」沒有處理：plantool 在太多檔案發生內部錯誤，不再繼續。",
        en: "“\(path)” was skipped: plantool had internal errors at too many files to continue.")
    default: nil
    }
  }

  /// A number of bytes for people.
  private static func size(_ bytes: Int) -> String {
    bytes >= 10 << 20 ? "\(bytes >> 20) MiB" : "\(max(1, bytes >> 10)) KiB"
  }

  /// What to type where files are named otherwise than plans.
  static func hint(text: String?, document: String?) -> LocalizedText {
    var hint = LocalizedText(zh: "", en: "")
    if let text {
      let name = text.dropLast(3) + ".plan.md"
      hint =
        hint
        + LocalizedText(
          zh: "若「\(text)」是計畫，請用「plantool validate \(text)」，或改名為「\(name)」。",
          en: " If “\(text)” is a plan, run “plantool validate \(text)”, or rename it to “\(name)”.")
    }
    if let document {
      let name = (document.lastIndex(of: ".").map { document[..<$0] } ?? document[...]) + ".plan.md"
      hint =
        hint
        + LocalizedText(
          zh: "「\(document)」可用「plantool import -o \(name) \(document)」變成計畫，或用「plantool validate \(document)」直接檢查。",
          en:
            " To turn “\(document)” into a plan, run “plantool import -o \(name) \(document)”; to check it as it is, run “plantool validate \(document)”."
        )
    }
    return hint
  }
}
