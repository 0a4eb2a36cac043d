import PlanAudit
import PlanFormats
import PlanModel
import PlanText

extension ChecklistCommand {
  /// Prints the checklist that the tables of measures of a plan make.
  static func derive(_ path: String, _ arguments: ParsedArguments, _ session: Session) throws -> ExitStatus {
    try Supervision.begin(path)
    defer { Supervision.end() }
    try OutputFile.refuse(arguments.output, onto: [path])
    let file = try PlanFiles.read(path)
    if let text = proposals(for: file) {
      try session.print(text, to: arguments.output)
      return .success
    }
    let document = PlanDocument(reading: file)
    let name = document.source.name
    guard !document.problems.contains(where: \.value.hidesParts) else {
      session.complainAboutReading(document)
      session.complain(
        LocalizedText(
          zh: "「\(name)」有無法判讀之處，檢核表會有缺漏，因此沒有產生。",
          en: "“\(name)” has parts that cannot be read, so the checklist would be incomplete; none was made."))
      return .findings
    }
    guard document.proposal == nil else {
      session.complain(
        LocalizedText(
          zh: "「\(name)」是創意提案，不是計畫，沒有可成為檢核表的層次。",
          en: "“\(name)” is a proposal, not a plan; it has no levels for a checklist."))
      return .failure
    }
    guard let checklist = DerivedChecklist.checklist(of: document.plan, identifier: identifier(for: document)) else {
      session.complain(
        LocalizedText(
          zh: "「\(name)」沒有分層次的作法表，無從產生檢核表。",
          en: "“\(name)” has no table of measures with levels, so no checklist can be made from it."))
      return .failure
    }
    let text = PlanTextWriter.text(checklist)
    // Names that headings cannot hold must not end up in a file that reads differently.
    let source = SourceText(name: arguments.output ?? "<stdout>", text: text)
    let (read, problems) = Checklist.read(source)
    guard let read, problems.isEmpty, read.entries.map(\.name) == checklist.entries.map(\.name) else {
      session.complainAboutReading(PlanDocument(source: source, problems: problems))
      session.complain(
        LocalizedText(
          zh: "產生的檢核表讀回來不一樣，因此沒有寫出。", en: "The new checklist would not read back the same, so it was not written."))
      return .findings
    }
    try session.print(text, to: arguments.output)
    return .success
  }

  /// A checklist with the key words that are taken from the text of each box that has none, to be changed by hand; nil
  /// where the file is no checklist that can be read.
  private static func proposals(for file: SourceText) -> String? {
    guard case (let checklist?, let problems) = Checklist.read(file), problems.isEmpty else { return nil }
    return PlanTextWriter.text(checklist.withProposedWords)
  }

  /// What the file is called, where no built-in checklist is called so: 112.plan.md is 112.
  private static func identifier(for document: PlanDocument) -> String {
    let file = document.source.name.split(separator: "/").last ?? ""
    let stem = file.prefix { $0 != "." }
    let isName =
      !stem.isEmpty
      && stem.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0) }
    let own = isName ? String(stem) : "own" + (document.plan.metadata.intendedROCYear.map { "-\($0)" } ?? "")
    return ChecklistCatalog.builtIn.checklist(identifier: own) == nil ? own : own + "-own"
  }
}
