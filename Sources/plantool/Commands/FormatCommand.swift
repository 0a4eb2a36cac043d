import PlanFormats
import PlanText
import PlanReport
import PlanValidate

/// `plantool fmt`
enum FormatCommand: Command {
  static let spec = CommandSpec(
    name: "fmt",
    summary: LocalizedText(
      zh: "把計畫改寫成統一的寫法，內容不變", en: "rewrite plans in the canonical form without changing their content"),
    details: LocalizedText(
      zh: """
        沒有選項時，把一個檔案（或「-」：標準輸入）的統一寫法印出來。-w、--check、--diff 的路徑可以是檔案或資料夾，不寫就是目前的資料夾。\
        有無法判讀的內容時不改寫那個檔案，並說明是哪裡；其他檔案照常處理。--check 與 --diff 有差異時，結束代碼為 1。
        """,
      en: """
        Without an option, the canonical form of one file (or of “-”, standard input) is printed. With -w, --check and --diff, paths can be files or folders; \
        without a path, the current folder is used. A file with parts that cannot be read is not changed, and the place is reported; the others are processed. With --check \
        and --diff, the exit status is 1 if there is a difference.
        """),
    operands: OperandSpec(usage: LocalizedText(zh: "[路徑 …]", en: "[PATH …]"), words: [], takesFiles: true),
    options: [
      .flag("write", "w", zh: "改寫檔案本身，印出有改動的檔名", en: "rewrite the files themselves; print the names of those changed"),
      .flag("check", zh: "不改寫，只列出不是統一寫法的檔案", en: "write nothing; list the files that are not in canonical form"),
      .flag("diff", zh: "不改寫，印出差異（unified diff）", en: "write nothing; print the differences (unified diff)"),
      LimitOptions.fileSizeSpec,
    ],
    examples: [
      CommandExample("plantool fmt -w 107.plan.md", zh: "改寫這份計畫", en: "rewrite this plan"),
      CommandExample("plantool fmt --diff .", zh: "先看會改什麼", en: "see what would change first"),
      CommandExample(
        "plantool fmt --check plans", zh: "在 CI 檢查是否都是統一寫法", en: "check in CI that all plans are canonical"),
    ])

  private enum Mode: String, CaseIterable {
    case write, check, diff
  }

  static func run(_ arguments: ParsedArguments, _ session: inout Session) throws -> ExitStatus {
    let modes = Mode.allCases.filter { arguments.has($0.rawValue) }
    if modes.count > 1 {
      throw UsageError.conflictingOptions("--\(modes[0].rawValue)", "--\(modes[1].rawValue)")
    }
    let paths = arguments.operands
    let limit = try LimitOptions.fileSize(arguments)
    guard let mode = modes.first else {
      guard let path = paths.first else {
        throw UsageError.missingOperand(LocalizedText(zh: "計畫檔", en: "a plan file"))
      }
      if paths.count > 1 {
        throw UsageError.unusable(
          LocalizedText(
            zh: "一次只能印出一個檔案；多個檔案請用 -w、--check 或 --diff。",
            en: "Only one file can be printed; use -w, --check or --diff for several."))
      }
      try Supervision.begin(path)
      defer { Supervision.end() }
      let document = PlanDocument(reading: try PlanFiles.content(of: path, upTo: limit, for: .formatting).source)
      guard let text = canonical(document, session) else { return .findings }
      try session.print(text)
      return .success
    }
    if mode == .write, paths.contains("-") {
      throw UsageError.unusable(
        LocalizedText(zh: "標準輸入「-」不能用 -w 改寫。", en: "Standard input “-” cannot be rewritten with -w."))
    }
    let found = try PlanFiles.find(paths.isEmpty ? ["."] : paths, upTo: limit)
    found.complaints.forEach(session.complain)
    let status = try run(mode, on: found.files, upTo: limit, session)
    return found.isComplete ? status : .failure
  }

  private static func run(
    _ mode: Mode, on files: [String], upTo limit: Int, _ session: Session
  ) throws -> ExitStatus {
    // After a fault: what was done is done, and what was printed stays.
    var status = Supervision.status
    func worsen(_ other: ExitStatus) {
      if other.rawValue > status.rawValue { status = other }
      Supervision.status = status
    }
    for file in Supervision.remaining(files) {
      do {
        try Supervision.begin(file)
        defer { Supervision.end() }
        let content = try PlanFiles.content(of: file, upTo: limit, for: .formatting)
        let source = content.source
        guard let text = canonical(PlanDocument(reading: source), session) else {
          worsen(.findings)
          continue
        }
        guard Array(text.utf8) != source.bytes else { continue }
        switch mode {
        case .write:
          try OutputFile.write(OutputBytes(text), to: file, replacing: content.state)
          try session.print(TerminalText.escape(source.name) + "\n")
        case .check:
          try session.print(TerminalText.escape(source.name) + "\n")
          worsen(.findings)
        case .diff:
          // Written as it is, byte order mark and all: what `patch` applies it to is the file.
          try session.print(
            UnifiedDiff.text(
              from: String(decoding: source.bytes, as: UTF8.self), to: text, name: TerminalText.escape(source.name)))
          worsen(.findings)
        }
      } catch {
        // One file that cannot be read or written must not keep the others from being done.
        guard let message = error.message else { throw error }
        session.complain(message)
        worsen(.failure)
      }
    }
    return status
  }

  /// The canonical form, or nil with the reason on standard error.
  private static func canonical(_ document: PlanDocument, _ session: Session) -> String? {
    let name = document.source.name
    do {
      return try PlanConversion.canonical(document)
    } catch {
      switch error {
      case .unreadParts(let count):
        session.complainAboutReading(document)
        session.complain(
          LocalizedText(
            zh: "「\(name)」有 \(count) 處須先改正，改寫會遺失內容，因此沒有改寫。",
            en:
              "“\(name)” has \(count) part\(count == 1 ? "" : "s") to be corrected first, which rewriting would lose; it was not changed."
          ))
      case .notExact(let first, let place):
        let place = document.source.named(place)
        session.complain(
          LocalizedText(
            zh: "\(place)：統一的寫法無法原樣表達這裡的內容（從 \(first) 起），因此沒有改寫。",
            en:
              "\(place): the canonical form cannot express this exactly (from \(first) on); the file was not changed."
          ))
      }
      return nil
    }
  }
}
