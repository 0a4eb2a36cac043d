import PlanText

/// The options that raise or lower limits.
enum LimitOptions {
  static let fileSizeSpec = OptionSpec.value(
    "max-size", title: LocalizedText(zh: "MiB", en: "MIB"), zh: "每個檔案的大小上限，以 MiB 計（預設 256，最多 2047）",
    en: "the largest file that is read, in MiB (default 256, at most 2047)")
  static let findingsSpec = OptionSpec.value(
    "max-findings", title: LocalizedText(zh: "個數", en: "NUMBER"),
    zh: "text 格式中每個檔案最多顯示幾項檢查結果（預設 1000；0 表示全部）",
    en: "maximum number of findings shown for each file in the text format (default 1000; 0 for all)")

  static let jobsSpec = OptionSpec.value(
    "jobs", title: LocalizedText(zh: "個數", en: "NUMBER"), zh: "同時檢查幾個檔案或執行幾條規則（預設為處理器的個數）",
    en: "number of files checked, or rules run, at once (default: the number of processors)")

  /// The largest file that is read, in bytes.
  static func fileSize(_ arguments: ParsedArguments) throws -> Int {
    try number(fileSizeSpec, 1...2047, arguments).map { $0 << 20 } ?? PlanFiles.sizeLimit
  }

  /// How many findings of a file are shown; nil for all.
  static func findings(_ arguments: ParsedArguments) throws -> Int? {
    let count = try number(findingsSpec, 0...Int.max, arguments) ?? (arguments.has("all") ? 0 : 1000)
    return count == 0 ? nil : count
  }

  /// How many files are checked at once.
  static func jobs(_ arguments: ParsedArguments) throws -> Int {
    try number(jobsSpec, 1...256, arguments) ?? Surroundings.processors
  }

  private static func number(
    _ option: OptionSpec, _ range: ClosedRange<Int>, _ arguments: ParsedArguments
  ) throws -> Int? {
    guard let value = arguments.value(option.name) else { return nil }
    guard let number = Int(value), range.contains(number) else {
      let upTo = range.upperBound == .max ? nil : range.upperBound
      throw UsageError.unusable(
        LocalizedText(
          zh: "選項 --\(option.name) 要 \(range.lowerBound) \(upTo.map { "到 \($0) " } ?? "以上")的整數，不能是「\(value)」。",
          en:
            "The option --\(option.name) needs a whole number \(upTo.map { "from \(range.lowerBound) to \($0)" } ?? "from \(range.lowerBound) on"), not “\(value)”."
        ))
    }
    return number
  }
}
