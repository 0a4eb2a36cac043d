import PlanFormats
import PlanText
import PlanReport
import PlanValidate

/// What `validate --fix` and `validate --diff` do with each file.
struct ValidateFixes {
  private let session: Session
  /// The differences of all files that were compared.
  private(set) var differences = ""
  /// Standard input after its fixes; nil where it was not among the files.
  private(set) var standardInput: String?
  /// What is to be said at the end: said at once, it would be said again where a fault in a later file has the run
  /// begin anew.
  private var complaints: [LocalizedText] = []
  /// Whether every file with fixes could be written.
  private(set) var isComplete = true

  init(session: Session) { self.session = session }

  /// Adds what the fixes would change in each file. Whether every file could be read.
  mutating func compareAll(_ files: [String], _ validators: [Validator], upTo sizeLimit: Int) -> Bool {
    var isComplete = true
    for (file, validator) in zip(files, validators) {
      do throws(FileTrouble) {
        try Supervision.begin(file)
        defer { Supervision.end() }
        let content = try PlanFiles.content(of: file, upTo: sizeLimit, for: .fixing)
        compare(PlanDocument(reading: content.source), with: validator)
      } catch {
        if let message = error.message { complaints.append(message) }
        isComplete = false
      }
    }
    return isComplete
  }

  /// Says what could not be done.
  func complain() { for complaint in complaints { session.complain(complaint) } }

  private mutating func compare(_ document: PlanDocument, with validator: Validator) {
    let result = Fixer(validator).fix(document)
    if let message = result.limitMessage { complaints.append(message) }
    differences += UnifiedDiff.text(
      from: text(of: document), to: text(of: result.report.document), name: TerminalText.escape(document.source.name))
  }

  /// Fixes a file where it stands, says so, and returns the report on what is there now: what was before, where the
  /// file could not be written.
  mutating func fix(
    _ document: PlanDocument, at file: String, _ state: FileState?, with validator: Validator, withConfirmations: Bool
  ) throws(FileTrouble) -> FileReport {
    let result = Fixer(validator, withConfirmations: withConfirmations).fix(document)
    let text = text(of: result.report.document)
    do throws(FileTrouble) {
      if file == "-" {
        standardInput = text
      } else if !result.applied.isEmpty {
        // What came out of a pipe cannot be put back.
        guard PlanFiles.isRegularFile(file) else {
          throw .unwritable(file, reason: LocalizedText(zh: "不是一般檔案", en: "it is not a regular file"))
        }
        try OutputFile.write(OutputBytes(text), to: file, replacing: state)
      }
    } catch {
      guard let message = error.message else { throw error }
      complaints.append(message)
      isComplete = false
      return validator.report(on: document, withConfirmations: withConfirmations)
    }
    if let message = result.message { session.tell(message(session.language) + "\n") }
    if let message = result.limitMessage { complaints.append(message) }
    return result.report
  }

  private func text(of document: PlanDocument) -> String { String(decoding: document.source.bytes, as: UTF8.self) }
}
