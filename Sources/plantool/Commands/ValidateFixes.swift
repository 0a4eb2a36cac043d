import PlanModel
import PlanValidate

/// What `validate --fix` and `validate --diff` do with each file.
struct ValidateFixes {
  private let validator: Validator
  private let fixer: Fixer
  private let session: Session
  /// The differences of all files that were compared.
  private(set) var differences = ""
  /// Standard input after its fixes; nil where it was not among the files.
  private(set) var standardInput: String?
  /// Whether every file with fixes could be written.
  private(set) var isComplete = true

  init(validator: Validator, session: Session) {
    self.validator = validator
    fixer = Fixer(validator)
    self.session = session
  }

  /// Adds what the fixes would change.
  mutating func compare(_ document: PlanDocument) {
    let result = fixer.fix(document)
    if let message = result.limitMessage { session.complain(message) }
    differences += UnifiedDiff.text(
      from: text(of: document), to: text(of: result.report.document), name: document.source.name)
  }

  /// Fixes a file where it stands, says so, and returns what remains to be reported: all of it where the file could not be written.
  mutating func fix(_ document: PlanDocument, at file: String) throws(FileTrouble) -> FileReport {
    let result = fixer.fix(document)
    let text = text(of: result.report.document)
    do throws(FileTrouble) {
      if file == "-" {
        standardInput = text
      } else if !result.applied.isEmpty {
        // What came out of a pipe cannot be put back.
        guard PlanFiles.isRegularFile(file) else {
          throw .unwritable(file, reason: LocalizedText(zh: "不是一般檔案", en: "it is no regular file"))
        }
        try OutputFile.write(text, to: file)
      }
    } catch {
      guard let message = error.message else { throw error }
      session.complain(message)
      isComplete = false
      return FileReport(document: document, findings: validator.findings(on: document))
    }
    if let message = result.message { StandardStreams.writeError(message(session.language) + "\n") }
    if let message = result.limitMessage { session.complain(message) }
    return result.report
  }

  private func text(of document: PlanDocument) -> String { String(decoding: document.source.bytes, as: UTF8.self) }
}
