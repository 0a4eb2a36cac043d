import PlanReport

/// Where the report of `validate` goes: file by file to standard output, or in one piece.
struct ValidateOutput {
  private let session: Session
  private let file: String?
  private let isColored: Bool
  private var printer: ReportPrinter
  /// What is not printed yet.
  private var text = ""
  /// How many bytes of the report are on standard output.
  private var printed: UInt64 = 0
  /// Whether what there is to say of a file is printed at once.
  let isPrintedByFile: Bool

  /// A report into a file, or without one to standard output. `isWhole` is whether it is wanted in one piece.
  init(_ format: ReportFormat, _ options: ReportOptions, _ session: Session, to file: String?, isWhole: Bool) {
    self.session = session
    self.file = file
    isColored = options.isColored
    printer = ReportPrinter(format, options)
    isPrintedByFile = !isWhole && file == nil && printer.printsByFile
  }

  /// Adds the next file. `clearing` is called before anything is printed.
  mutating func add(_ part: ReportPart, clearing: () -> Void) throws(FileTrouble) {
    text += printer.add(part)
    guard isPrintedByFile, !text.isEmpty else { return }
    clearing()
    try printText()
  }

  /// Prints the rest. The options know now how the run ends; `mended` is what standard input has become, which then
  /// takes the place of the report on standard output.
  mutating func end(_ options: ReportOptions, mended: String?) throws(FileTrouble) {
    text += printer.ending(options)
    if isPrintedByFile { return try printText() }
    guard let mended else { return try session.print(text, to: file, isColored: isColored) }
    try session.print(mended)
    if let file {
      try session.print(text, to: file)
    } else {
      session.tell(text, isColored: isColored)
    }
  }

  private mutating func printText() throws(FileTrouble) {
    defer { text = "" }
    try StandardStreams.writeReport(text, isColored: isColored, after: &printed)
  }
}
