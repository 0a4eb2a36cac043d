import PlanFormats
import PlanReport
import PlanText
import PlanValidate

/// `validate --stream`: plans come as lines of JSON on standard input, and for each a line goes to standard output.
enum ValidateStream {
  static let spec = OptionSpec.flag(
    "stream", zh: "由標準輸入一行讀一份計畫（JSON），逐行印出檢查結果，供處理大量資料的程式使用",
    en: "read a plan from each line (JSON) of standard input and print a line of findings for it, for Spark and others")

  /// The options that say something about plans on lines.
  private static let options =
    SettingsFinder.specs + [
      spec, LimitOptions.fileSizeSpec, LimitOptions.jobsSpec, ValidateCommand.confirmedSpec,
      ValidateCommand.checkpointsSpec,
    ]

  private static func refuseOthers(_ arguments: ParsedArguments) throws(UsageError) {
    let known = options.map(\.name) + ["as-of"]
    let other = ValidateCommand.spec.options.first { option in
      !known.contains(option.name) && (arguments.has(option.name) || arguments.hasValue(option.name))
    }
    if let other { throw .conflictingOptions("--\(spec.name)", "--\(other.name)") }
    if let path = arguments.operands.first(where: { $0 != "-" }) {
      throw .unusable(
        LocalizedText(
          zh: "選項 --stream 由標準輸入讀取計畫，不能再寫路徑「\(path)」。",
          en: "With --stream, plans are read from standard input; the path “\(path)” cannot be given."))
    }
  }

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitStatus {
    try refuseOthers(arguments)
    var finder = try SettingsFinder(arguments)
    let sizeLimit = try LimitOptions.fileSize(arguments)
    let jobs = try LimitOptions.jobs(arguments)
    let check = StreamCheck(
      settings: try finder.settings(for: "-"), language: session.language,
      isConfirmed: arguments.has("confirmed"), showsCheckpoints: arguments.has("checkpoints"), sizeLimit: sizeLimit)
    var input = InputLines(upTo: sizeLimit)
    var (done, refused, fails) = (0, 0, false)
    while true {
      let lines = try input.next()
      if lines.isEmpty { break }
      let before = done
      try Parallel.deliver(lines.count, threads: jobs) { number in
        check.reply(to: lines[number], number: before + number + 1)
      } wait: { _ in
        true
      } to: { _, reply in
        try session.print(reply.text)
        done += 1
        refused += reply.isRefusal ? 1 : 0
        fails = fails || reply.fails
        return true
      }
    }
    if refused > 0 {
      session.complain(
        LocalizedText(
          zh: "\(done) 行中有 \(refused) 行沒有檢查，原因見各行的 error。",
          en: "\(refused) of \(done) lines were not checked; the “error” of their replies says why."))
    }
    return refused > 0 ? .failure : fails ? .findings : .success
  }
}
