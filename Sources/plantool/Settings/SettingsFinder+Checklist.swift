import PlanFormats
import PlanModel
import PlanText
import PlanValidate

extension SettingsFinder {
  /// Whether what stands in somebody's configuration may have a file read.
  static func isReadable(_ path: String, within folder: String) -> Bool {
    FilePath.isVisible(path, in: folder, except: Configuration.fileName)
  }

  /// The checklist that a configuration names: a built-in one, or that of a file beside it.
  static func checklist(_ configuration: Configuration) throws -> (checklist: Checklist, file: String?)? {
    guard let name = configuration.checklist else { return nil }
    let builtIn = ChecklistCatalog.builtIn
    if let checklist = builtIn.checklist(identifier: name.value) { return (checklist, nil) }
    let folder = FilePath.folder(of: configuration.source.name)
    let path = FilePath.join(folder, name.value)
    let target = FilePath.real(path)
    let isInside = target.map { isReadable($0, within: FilePath.real(folder) ?? folder) }
    // Nor is it said whether there is a file elsewhere.
    guard isInside ?? !(path == name.value && path.hasPrefix("/") || name.value.split(separator: "/").contains(".."))
    else {
      let what = LocalizedText(
        zh: "檢核表「\(name.value)」不在設定檔的資料夾裡，或是隱藏檔，因此不讀取；請把它放在設定檔旁邊，或用「--checklist」指定",
        en:
          "The checklist “\(name.value)” is not in the folder of the configuration, or is hidden, so it is not read; put it next to the configuration, or use --checklist"
      )
      throw SettingsTrouble(
        kind: .configuration, source: configuration.source,
        problems: [Located(what + LocalizedText(zh: "。", en: "."), at: name.range)])
    }
    guard PlanFiles.exists(path) else {
      let known = builtIn.identifiers
      let hint =
        ChecklistCatalog.meant(by: name.value, among: known).map {
          LocalizedText(zh: "，是否為「\($0)」？", en: "; did you mean “\($0)”?")
        } ?? LocalizedText(zh: "。", en: ".")
      let what = LocalizedText(
        zh: "沒有「\(name.value)」這份檢核表，也沒有檔案「\(path)」", en: "There is no checklist “\(name.value)” and no file “\(path)”")
      throw SettingsTrouble(
        kind: .configuration, source: configuration.source, problems: [Located(what + hint, at: name.range)])
    }
    try PlanFiles.refuseSpecial(path)
    return (try ChecklistOption.named(path), path)
  }
}
