import PlanModel
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

    var isTrouble: Bool { if case .trouble = self { true } else { false } }

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
  /// How many threads check a file, where there are fewer files than threads.
  let threads: Int

  /// Reads and checks a file.
  func checked(_ file: String, _ validator: Validator) -> Outcome {
    var validator = validator
    validator.threads = threads
    return outcome { () throws(FileTrouble) in
      validator.report(on: try document(file), withConfirmations: isConfirmed)
    }
  }

  /// Reads, mends and checks a file.
  func fixed(_ file: String, _ validator: Validator, _ fixes: inout ValidateFixes) -> Outcome {
    outcome { () throws(FileTrouble) in
      try fixes.fix(try document(file), at: file, with: validator, withConfirmations: isConfirmed)
    }
  }

  private func document(_ file: String) throws(FileTrouble) -> PlanDocument {
    PlanDocument(reading: try PlanFiles.read(file, upTo: sizeLimit))
  }

  private func outcome(_ report: () throws(FileTrouble) -> FileReport) -> Outcome {
    do throws(FileTrouble) {
      let report = try report()
      return isReportNeeded ? .report(report) : .part(format.part(of: report, options))
    } catch {
      return .trouble(error)
    }
  }
}
