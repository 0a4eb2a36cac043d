import PlanFormats
import PlanModel
import PlanValidate

/// `--checklist`: the name of a built-in checklist, or a file with one's own.
enum ChecklistOption {
  static let spec = OptionSpec.checklist(
    zh: "改用這份檢核表：內建的代號，或自訂檢核表的檔案", en: "use this checklist: a built-in identifier, or a file of your own")

  /// The checklist that the option names. A file with problems is refused with all of them.
  static func checklist(_ value: String?) throws -> Checklist? {
    try value.map { try named($0, choice: "--checklist") }
  }

  /// A checklist by its identifier or its file. `option` is the option whose value it is, if it is one's.
  static func named(_ value: String, choice option: String? = nil) throws -> Checklist {
    if let builtIn = ChecklistCatalog.builtIn.checklist(identifier: value) { return builtIn }
    if !PlanFiles.exists(value), !value.contains("/"), !value.hasSuffix(".md") {
      let known = ChecklistCatalog.builtIn.identifiers
      let suggestion = ChecklistCatalog.meant(by: value, among: known)
      throw option.map { UsageError.unknownValue(value, option: $0, choices: known, suggestion: suggestion) }
        ?? UsageError.unknownOperand(value, choices: known, suggestion: suggestion)
    }
    let source = try PlanFiles.read(value)
    let (checklist, problems) = Checklist.read(source)
    guard let checklist, problems.isEmpty else {
      throw ChecklistTrouble(source: source, problems: problems)
    }
    return checklist
  }
}
