import PlanModel
import PlanValidate

/// `plantool checklist`
enum ChecklistCommand: Command {
  static let spec = CommandSpec(
    name: "checklist",
    summary: LocalizedText(zh: "列出或顯示官方檢核表", en: "list the official checklists or show one"),
    details: LocalizedText(
      zh: "「list」列出內建的檢核表；「show 代號」印出內容，存成檔案後可修改成自己的檢核表，再以 --checklist 使用。",
      en:
        "“list” lists the built-in checklists; “show ID” prints one, which, saved and changed, can be given to --checklist as your own."
    ),
    operands: OperandSpec(
      usage: LocalizedText(zh: "list | show 代號", en: "list | show ID"), words: ["list", "show"], takesFiles: false),
    options: [.file("output", "o", zh: "把結果寫到檔案", en: "write the result to a file")],
    examples: [
      CommandExample("plantool checklist list", zh: "有哪些檢核表", en: "which checklists there are"),
      CommandExample("plantool checklist show police-107", zh: "看 107 年警察機關檢核表", en: "see the police checklist of 107"),
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let operands = arguments.operands
    guard let action = operands.first else {
      throw UsageError.missingOperand(LocalizedText(zh: "「list」或「show」", en: "“list” or “show”"))
    }
    switch action {
    case "list":
      if operands.count > 1 { throw UsageError.unexpectedOperand(operands[1]) }
      try session.print(list(session.language), to: arguments.value("output"))
    case "show":
      guard operands.count > 1 else {
        throw UsageError.missingOperand(LocalizedText(zh: "檢核表代號", en: "the identifier of a checklist"))
      }
      if operands.count > 2 { throw UsageError.unexpectedOperand(operands[2]) }
      try session.print(try text(of: operands[1]), to: arguments.value("output"))
    default:
      throw UsageError.unknownOperand(
        action, choices: spec.operands.words, suggestion: NearMiss.best(for: action, among: spec.operands.words))
    }
    return .success
  }

  private static func list(_ language: Language) -> String {
    ChecklistCatalog.builtIn.checklists.map { checklist in
      let counts = checklist.outlines.map { outline in Self.counts(outline, of: checklist)(language) }
      let open = LocalizedText(zh: "（", en: " (")(language)
      let between = LocalizedText(zh: "；", en: "; ")(language)
      let close = LocalizedText(zh: "）", en: ")")(language)
      return "\(checklist.identifier)  \(checklist.title)\(open)\(counts.joined(separator: between))\(close)\n"
    }.joined()
  }

  /// How much an outline holds. Levels and checkpoints that it does not have are not counted.
  private static func counts(_ outline: Checklist.Outline, of checklist: Checklist) -> LocalizedText {
    let entries = checklist.entries[outline.entries]
    func count(_ level: ChecklistLevel) -> Int { entries.filter { $0.node.level == level }.count }
    let boxes = entries.reduce(0) { $0 + $1.node.checkpoints.count }
    let parts: [(Int, String, String)] = [
      (count(.dimension), "構面", "dimensions"), (count(.item), "項目", "items"), (count(.focus), "重點", "focuses"),
      (boxes, "辦理事項", "checkpoints"),
    ].filter { $0.0 > 0 }
    let table = checklist.outlines.count > 1 ? outline.layout?.kind.title : nil
    return LocalizedText(
      zh: (table.map { $0 + "：" } ?? "") + parts.map { "\($0.0) \($0.1)" }.joined(separator: "、"),
      en: (table.map { $0 + ": " } ?? "") + parts.map { "\($0.0) \($0.2)" }.joined(separator: ", "))
  }

  private static func text(of identifier: String) throws -> String {
    for source in ChecklistCatalog.builtInSources where Checklist.read(source).checklist?.identifier == identifier {
      return String(decoding: source.bytes, as: UTF8.self)
    }
    let known = ChecklistCatalog.builtIn.checklists.map(\.identifier)
    throw UsageError.unknownOperand(
      identifier, choices: known, suggestion: NearMiss.best(for: identifier, among: known))
  }
}
