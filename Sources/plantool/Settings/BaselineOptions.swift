import PlanText
import PlanValidate

/// `--baseline` and `--write-baseline`: findings that are known and wait for their time.
struct BaselineOptions {
  static let specs: [OptionSpec] = [
    .file("baseline", zh: "不顯示也不計算這個基準檔列出的檢查結果", en: "do not show or count the findings listed in this baseline"),
    .file(
      "write-baseline", zh: "把目前的檢查結果寫成基準檔，其後只顯示新增的",
      en: "write the current findings to a baseline, so that only new ones are shown"),
  ]

  private let file: String?
  /// Whether a baseline is written.
  let isWriting: Bool
  private var use: BaselineUse?

  /// Whether a baseline is read or written. Then the findings of all files are needed at the end.
  var isInUse: Bool { file != nil }

  init(_ arguments: ParsedArguments) throws {
    if arguments.hasValue("baseline"), arguments.hasValue("write-baseline") {
      throw UsageError.conflictingOptions("--baseline", "--write-baseline")
    }
    if arguments.value("write-baseline") == "-" {
      throw UsageError.unusable(
        LocalizedText(
          zh: "選項 --write-baseline 要一個檔案，不能是標準輸出「-」。", en: "The option --write-baseline needs a file, not “-”."))
    }
    isWriting = arguments.hasValue("write-baseline")
    file = arguments.value("baseline") ?? arguments.value("write-baseline")
    if let file, isWriting, PlanFiles.isRegularFile(file), !Baseline.mayReplace(try PlanFiles.read(file)) {
      throw FileTrouble.notABaseline(file)
    }
    if let file, !isWriting { use = BaselineUse(try Baseline(reading: try PlanFiles.read(file))) }
  }

  /// Writes the baseline if that is asked for. From then on its findings are hidden.
  mutating func write(_ reports: [(file: String, report: FileReport)], isComplete: Bool, _ session: Session) throws {
    guard let file, isWriting, isComplete else { return }
    let baseline = Baseline(reports.map { (path(of: $0.file), $0.report) })
    try OutputFile.write(OutputBytes(baseline.text), to: file)
    use = BaselineUse(baseline)
    session.complain(
      LocalizedText(
        zh: "基準檔「\(file)」列出 \(baseline.count) 項檢查結果。",
        en: "The baseline “\(file)” lists \(baseline.count) finding\(baseline.count == 1 ? "" : "s")."))
  }

  /// A report without the findings that the baseline lists.
  mutating func hide(_ report: FileReport, file: String, settings: RuleSettings) -> FileReport {
    let path = path(of: file)
    return use?.hide(report, path: path, settings: settings) ?? report
  }

  /// Says which entries of the baseline are no longer found.
  func complainAboutStale(_ session: Session) {
    guard let file, let stale = use?.stale, !stale.isEmpty else { return }
    for entry in stale.prefix(10) {
      session.complain(
        LocalizedText(
          zh: "基準檔「\(file)」列出的這項檢查結果已不存在：\(entry.path) \(entry.code)「\(entry.text)」",
          en: "A finding of the baseline “\(file)” is gone: \(entry.path) \(entry.code) “\(entry.text)”"))
    }
    session.complain(
      LocalizedText(
        zh: "基準檔有 \(stale.count) 筆過時，可用「--write-baseline \(file)」更新。",
        en:
          "\(stale.count) stale entr\(stale.count == 1 ? "y" : "ies"); “--write-baseline \(file)” brings it up to date."
      ))
  }

  /// The path of a plan as the baseline has it: from the baseline's own folder.
  private func path(of plan: String) -> String {
    guard plan != "-", let place = FilePath.place(of: plan),
      let folder = file.flatMap({ FilePath.real(FilePath.folder(of: $0)) })
    else { return plan }
    return FilePath.relative(place, to: folder)
  }
}
