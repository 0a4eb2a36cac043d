import PlanFormats
import PlanReport
import PlanText
import PlanValidate

/// The copy of an office document that `validate --annotate` writes, with a comment at each finding.
struct ValidateAnnotation {
  private let output: String
  private let file: String

  static let spec = OptionSpec.file(
    "annotate", zh: "另存一份文件（.odt、.docx），每項檢查結果在原處加一則註解，其餘不變",
    en: "write a copy of the document (.odt, .docx) with a comment at each finding and no other changes")

  /// Nil where none is asked for. One document is annotated, into a file of its kind.
  init?(_ arguments: ParsedArguments, files: [String]) throws {
    guard let output = arguments.value("annotate") else { return nil }
    for other in ["fix", "diff"] where arguments.has(other) {
      throw UsageError.conflictingOptions("--annotate", "--\(other)")
    }
    guard files.count == 1, let file = files.first, file != "-", output != "-" else {
      throw UsageError.unusable(
        LocalizedText(
          zh: "選項 --annotate 一次加註一份文件：請寫出要檢查的檔案，以及另存的檔名。",
          en: "The option --annotate takes one document: give the file to check and the file to write."))
    }
    let (kind, wanted) = (Self.ending(of: file), Self.ending(of: output))
    guard Self.endings.contains(kind) else { throw FileTrouble.hasNoComments(file) }
    guard kind == wanted else {
      throw UsageError.unusable(
        LocalizedText(
          zh: "「\(output)」的副檔名要和「\(file)」相同：加註不改變文件的種類。",
          en: "“\(output)” needs the same extension as “\(file)”: adding comments does not change the kind of document."
        ))
    }
    try OutputFile.refuse(output, onto: [file, arguments.output])
    self.output = output
    self.file = file
  }

  /// Those of documents that have comments.
  private static let endings = [".odt", ".ott", ".fodt", ".docx", ".docm"]

  private static func ending(of path: String) -> String {
    let name = FilePath.name(of: path)
    return name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
  }

  /// Writes the document of a report.
  func write(_ report: FileReport, upTo limit: Int, _ session: Session) throws {
    let source = report.document.source
    guard let places = source.places else { throw FileTrouble.hasNoComments(file) }
    let comments = report.joiningRepeats().findings.compactMap { finding in
      places.place(at: finding.range.lowerBound).map { place in
        OfficeComment(
          part: place.part, content: place.content,
          text: FindingComment.text(of: finding, in: source, session.language),
          words: source.text(in: finding.range).trimmingWhiteSpace())
      }
    }
    let bytes = try PlanFiles.read(file, upTo: limit).bytes
    let annotated: [UInt8]
    do throws(OfficeCommentFault) {
      annotated = try OfficeComment.adding(comments, to: bytes)
    } catch {
      throw FileTrouble.hasNoComments(file)
    }
    try session.print(OutputBytes(annotated, isText: false), to: output)
  }
}
