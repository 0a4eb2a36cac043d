import PlanFormats
import PlanReport
import PlanValidate

/// How `validate` checks one file, on whichever thread.
struct FileCheck: Sendable {
  /// What came of a file.
  enum Outcome: Sendable {
    /// What the report says of it; the plan itself is gone.
    case part(ReportPart)
    /// The whole report, for a baseline.
    case report(FileReport)
    /// It could not be read.
    case trouble(FileTrouble)

    var report: FileReport? { if case .report(let report) = self { report } else { nil } }
  }

  let format: ReportFormat
  let options: ReportOptions
  /// Whether what holds is listed too.
  let isConfirmed: Bool
  /// The largest file that is read, in bytes.
  let sizeLimit: Int
  /// Whether reports are needed whole at the end.
  let isReportNeeded: Bool
  /// The name that standard input goes by; nil for none.
  let inputName: String?
  /// How many threads check a file, where there are fewer files than threads.
  let threads: Int

  /// Reads and checks a file.
  func checked(_ file: String, _ validator: Validator) -> Outcome {
    var validator = validator
    validator.threads = threads
    validator.looksAtCheckpoints = !isReportNeeded && format.partNeedsCheckpoints(options, isConfirmed: isConfirmed)
    return outcome(of: file) { () throws(FileTrouble) in
      validator.report(on: try content(file, for: .checking).document, withConfirmations: isConfirmed)
    }
  }

  /// Reads, mends and checks a file.
  func fixed(_ file: String, _ validator: Validator, _ fixes: inout ValidateFixes) -> Outcome {
    outcome(of: file) { () throws(FileTrouble) in
      let (document, state) = try content(file, for: .fixing)
      return try fixes.fix(document, at: file, state, with: validator, withConfirmations: isConfirmed)
    }
  }

  private func content(
    _ file: String, for need: MemoryNeed
  ) throws(FileTrouble) -> (document: PlanDocument, state: FileState?) {
    let content = try PlanFiles.content(of: file, upTo: sizeLimit, for: need, inputName: inputName)
    return (PlanDocument(reading: content.source), content.state)
  }

  private func outcome(of file: String, _ report: () throws(FileTrouble) -> FileReport) -> Outcome {
    do throws(FileTrouble) {
      try Supervision.begin(file)
      defer { Supervision.end() }
      let report = try report()
      return isReportNeeded ? .report(report) : .part(format.part(of: report, options))
    } catch {
      return .trouble(error)
    }
  }
}
