import PlanFormats
import PlanReport
import PlanText
import PlanValidate

/// How `validate --stream` checks the plan of a line, on whichever thread.
struct StreamCheck: Sendable {
  /// What is written for a line.
  struct Reply: Sendable {
    let text: String
    /// Whether the plan does not pass.
    var fails = false
    /// Whether the line has no plan that could be checked.
    var isRefusal = false
  }

  private let settings: PlanSettings
  private let language: Language
  private let isConfirmed: Bool
  private let sizeLimit: Int
  private let replies: StreamReplies

  init(settings: PlanSettings, language: Language, isConfirmed: Bool, showsCheckpoints: Bool, sizeLimit: Int) {
    self.settings = settings
    self.language = language
    self.isConfirmed = isConfirmed
    self.sizeLimit = sizeLimit
    replies = StreamReplies(ReportOptions(language: language, showsCheckpoints: showsCheckpoints))
  }

  /// What is written for a line; its number counts from 1.
  func reply(to line: InputLines.Line, number: Int) -> Reply {
    guard case .bytes(let bytes) = line else {
      return refusal(
        number,
        saying: LocalizedText(
          zh: "這一行超過上限 \(sizeLimit >> 20) MiB，沒有讀取；請分成數個計畫，或用「--max-size」放寬。",
          en:
            "The line is larger than the limit of \(sizeLimit >> 20) MiB and was not read; split the plan, or raise the limit with “--max-size”."
        ))
    }
    let source: SourceText
    do throws(PlanLine.Fault) {
      source = try PlanLine(reading: bytes, name: PlanFiles.standardInputName).source
    } catch {
      return refusal(number, error, in: bytes)
    }
    do throws(FileTrouble) {
      let need = MemoryNeed.checking
      try need.check(source.name, size: source.bytes.count, syntax: .of(source))
      let document = PlanDocument(reading: try PlanFiles.plan(source, for: need))
      let (text, counts) = replies.reply(
        to: settings.validator.report(on: document, withConfirmations: isConfirmed))
      return Reply(text: text, fails: counts.failures(settings.threshold) > 0)
    } catch {
      return refusal(number, path: source.name, saying: error.message ?? LocalizedText(zh: "", en: ""))
    }
  }

  private func refusal(_ number: Int, _ fault: PlanLine.Fault, in bytes: [UInt8]) -> Reply {
    let source = SourceText(name: PlanFiles.standardInputName, bytes: bytes)
    func column(_ offset: Int) -> Int { source.position(at: offset).column }
    switch fault {
    case .blank:
      return refusal(number, saying: LocalizedText(zh: "這一行是空白。", en: "The line is blank."))
    case .notUTF8(let offset):
      return refusal(
        number, column: column(offset), saying: LocalizedText(zh: "這一行不是 UTF-8 編碼。", en: "The line is not UTF-8."))
    case .nul(let offset):
      return refusal(
        number, column: column(offset), saying: LocalizedText(zh: "這一行有 NUL 位元組。", en: "The line has a NUL byte."))
    case .syntax(let problem):
      return refusal(
        number, column: column(problem.range.lowerBound), saying: Self.words(for: problem, in: source))
    case .notAnObject:
      return refusal(
        number,
        saying: LocalizedText(
          zh: "這一行不是 JSON 物件；請寫成 {\"path\": …, \"text\": …}，或直接寫 JSON 計畫。",
          en: "The line is not a JSON object; write {\"path\": …, \"text\": …}, or a plan in JSON."))
    case .noText(let path):
      return refusal(
        number, path: path,
        saying: LocalizedText(
          zh: "這一行沒有計畫的內容：「text」必須是字串。", en: "The line has no plan: “text” must be a string."))
    case .pathIsNotAString:
      return refusal(number, saying: LocalizedText(zh: "「path」必須是字串。", en: "“path” must be a string."))
    }
  }

  /// A fault of JSON in the words of the rule about it.
  private static func words(for problem: Located<JSONProblem>, in source: SourceText) -> LocalizedText {
    let document = PlanDocument(source: source, problems: [Located(.json(problem.value), at: problem.range)])
    let words = Validator(settings: .readingOnly).findings(on: document).first?.summary
    let lead = LocalizedText(zh: "這一行不是 JSON：", en: "The line is not JSON: ")
    switch problem.value {
    case .duplicateKey, .carriageReturns: return words ?? lead
    default: return words.map { lead + $0 } ?? lead
    }
  }

  private func refusal(
    _ number: Int, column: Int? = nil, path: String? = nil, saying message: LocalizedText
  ) -> Reply {
    Reply(
      text: replies.refusal(line: number, column: column, path: path, saying: message(language)), isRefusal: true)
  }
}
