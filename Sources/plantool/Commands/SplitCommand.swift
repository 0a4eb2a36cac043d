#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanFormats
import PlanModel
import PlanRender
import PlanReport
import PlanText

/// `plantool split`
enum SplitCommand: Command {
  private enum Format: String, CaseIterable {
    case md, ods
  }

  static let spec = CommandSpec(
    name: "split",
    summary: LocalizedText(
      zh: "把計畫分成各單位的填報表，供填寫辦理情形", en: "make a form for each unit with its measures, to be filled in"),
    details: LocalizedText(
      zh: """
        每個單位一份填報表，內有該單位承辦與協辦的作法，檔名為「計畫檔名.單位.plan.md」。單位的名稱依單位表；各分局、大隊、隊這類統稱是一個單位。\
        單位在「辦理情形」填寫，也可以修改作法、期限等文字；「plantool merge」把收回的填報表併回計畫。填報表本身也是計畫檔，可以用「plantool validate」、「plantool status」檢查。
        已有的填報表不覆寫，以免蓋掉單位填好的內容；要覆寫請加 --force。
        """,
      en: """
        Each unit gets one form with the measures that it does or helps with, in a file “PLAN.UNIT.plan.md”. Units go by the names of the unit table; a collective such as 各分局、大隊、隊 is one unit. \
        Units fill in 「辦理情形」 and may correct the measures, deadlines and so on; “plantool merge” takes the forms back into the plan. A form is a plan itself, which validate and status read.
        Existing forms are not overwritten, so that nothing that a unit has filled in is lost; use --force to overwrite them.
        """),
    operands: OperandSpec(usage: LocalizedText(zh: "計畫檔", en: "PLAN"), words: [], takesFiles: true),
    options: [
      .flag("by-unit", zh: "依單位分（必填）", en: "by unit (required)"),
      .choice(
        "format", Format.allCases.map(\.rawValue), zh: "填報表的格式：Markdown 或試算表（預設 md）",
        en: "the format of the forms: Markdown or workbooks (default: md)"),
      .file(
        "output", "o", zh: "填報表的資料夾，沒有就建立（必填）", en: "the folder for the forms, which is created if necessary (required)"
      ),
      .flag("force", zh: "覆寫已有的填報表", en: "overwrite existing forms"),
      LimitOptions.fileSizeSpec,
    ],
    examples: [
      CommandExample(
        "plantool split 107.plan.md --by-unit -o 填報", zh: "在「填報」資料夾產生各單位的填報表",
        en: "make the forms of all units in the folder 填報")
    ])

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    guard let path = arguments.operands.first else {
      throw UsageError.missingOperand(LocalizedText(zh: "計畫檔", en: "a plan file"))
    }
    if arguments.operands.count > 1 { throw UsageError.unexpectedOperand(arguments.operands[1]) }
    guard arguments.has("by-unit") else {
      throw UsageError.unusable(
        LocalizedText(
          zh: "請寫明如何分：「--by-unit」依單位分。", en: "Say how to split the plan: “--by-unit” makes a form for each unit."))
    }
    guard let folder = arguments.output else {
      throw UsageError.unusable(
        LocalizedText(zh: "請用「-o 資料夾」寫明填報表放在哪裡。", en: "Say where the forms go, with “-o FOLDER”."))
    }
    try Supervision.begin(path)
    defer { Supervision.end() }
    let limit = try LimitOptions.fileSize(arguments)
    let source = try PlanFiles.content(of: path, upTo: limit, for: .formatting).source
    guard let document = ShareReading.plan(source, session) else { return .failure }
    let shares = UnitShares(document.plan)
    guard !shares.shares.isEmpty else {
      session.complain(
        LocalizedText(
          zh: "「\(path)」的作法都沒有單位，無從分起。", en: "No measure of “\(path)” has a unit; there is nothing to split."))
      return .failure
    }
    guard shares.size < max(mostBytes, source.bytes.count * 16) else {
      session.complain(
        LocalizedText(
          zh: "「\(path)」的單位與作法太多，填報表合計會超過 \(shares.size >> 20) MiB，因此沒有產生。",
          en: "“\(path)” has too many units and measures: its forms would take \(shares.size >> 20) MiB; none was made."
        ))
      return .failure
    }
    let format = arguments.value("format").flatMap(Format.init) ?? .md
    guard let files = files(of: shares, document, format, session) else { return .failure }
    let paths = files.map { FilePath.join(folder, $0.name) }
    for path in paths {
      try OutputFile.refuse(path, onto: [document.source.name])
      if !arguments.has("force"), PlanFiles.isTaken(path) { throw FileTrouble.exists(path) }
    }
    try makeFolder(folder)
    for (path, file) in zip(paths, files) {
      try session.print(file.output, to: path)
      let shown = TerminalText.escape(path)
      let line = LocalizedText(
        zh: "\(shown)  \(file.count) 項作法\n", en: "\(shown)  \(file.count) measure\(file.count == 1 ? "" : "s")\n")
      try session.print(line(session.language))
    }
    if !shares.withoutUnit.isEmpty { tell(shares.withoutUnit, session) }
    return .success
  }

  /// No real plan has forms of so many bytes.
  private static let mostBytes = 64 << 20

  private struct Form {
    let name: String
    let count: Int
    let output: OutputBytes
  }

  /// All forms, before the first is written; nil, and said so, where one cannot be made.
  private static func files(
    of shares: UnitShares, _ document: PlanDocument, _ format: Format, _ session: Session
  ) -> [Form]? {
    var forms: [Form] = []
    var taken: Set<String> = []
    for share in shares.shares {
      guard let file = try? document.form(of: share, shares) else {
        session.complain(
          LocalizedText(
            zh: "「\(share.unit)」的填報表無法原樣表達計畫的內容，因此都沒有產生。",
            en: "The form of “\(share.unit)” cannot express the plan exactly; no form was made."))
        return nil
      }
      let name = ShareReading.fileName(of: share.unit, plan: document.source.name, taken: &taken)
      var form = Form(
        name: "\(name).plan.\(file.syntax.rawValue)", count: file.count, output: OutputBytes(file.text))
      if format == .ods {
        if let bytes = workbook(file, shares) {
          form = Form(name: "\(name).plan.ods", count: file.count, output: OutputBytes(bytes, isText: false))
        } else {
          session.complain(
            LocalizedText(
              zh: "「\(share.unit)」的填報表無法原樣存成試算表，改為「\(form.name)」。",
              en: "The form of “\(share.unit)” cannot be kept exactly in a workbook; it is “\(form.name)”."))
        }
      }
      forms.append(form)
    }
    return forms
  }

  private static func workbook(_ file: ShareFile, _ shares: UnitShares) -> [UInt8]? {
    guard file.syntax == .text else { return nil }
    let form = PlanDocument(reading: SourceText(name: "", text: file.text), as: .text)
    guard let sheet = ShareSheet(form, units: shares.shares.map(\.unit)) else { return nil }
    return ShareSheetFormat.bytes(of: sheet, title: form.plan.title?.string ?? "")
  }

  /// Names the measures that nobody has.
  private static func tell(_ withoutUnit: [PlanText], _ session: Session) {
    let words = withoutUnit.prefix(5).map { "「\($0.string.excerpt())」" }
    let count = withoutUnit.count
    session.complain(
      LocalizedText(
        zh: "\(count) 項作法沒有單位，不在任何填報表裡：\(words.joined(separator: "、"))\(count > 5 ? "等" : "")。",
        en:
          "\(count) measure\(count == 1 ? " has" : "s have") no unit and \(count == 1 ? "is" : "are") in no form: \(words.joined(separator: ", "))\(count > 5 ? " and others" : "")."
      ))
  }

  private static func makeFolder(_ path: String) throws {
    if let kind = try? FilePath.kind(of: path), kind == .folder { return }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw errno == ENOENT
        ? FileTrouble.noSuchFolder(FilePath.folder(of: path))
        : FileTrouble.unwritable(path, reason: .systemReason(errno))
    }
  }
}
