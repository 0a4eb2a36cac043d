import PlanModel
import PlanText

/// A form as it goes into a file.
public struct ShareFile: Sendable {
  public let unit: String
  /// How many measures it has.
  public let count: Int
  public let syntax: PlanDocument.Syntax
  public let text: String
}

extension PlanDocument {
  /// The form of a unit: in Markdown, or in JSON where Markdown cannot hold the texts as they are.
  ///
  /// It is read back and compared before it is returned.
  public func form(of share: UnitShares.Share, _ shares: UnitShares) throws(PlanConversion.Problem) -> ShareFile {
    let blank = shares.form(of: share, frame: "")
    let form = with(.plan(shares.form(of: share, frame: ShareForm(blank, name: "")?.frameSum ?? "")))
    func file(_ syntax: Syntax) throws(PlanConversion.Problem) -> ShareFile {
      ShareFile(
        unit: share.unit, count: share.measures.count, syntax: syntax,
        text: try PlanConversion.convert(form, to: syntax))
    }
    do {
      return try file(.text)
    } catch {
      return try file(.json)
    }
  }
}

extension ShareForm {
  /// The lines beside its rows, as plantool writes them.
  fileprivate var frameLines: [String] { PlanTextWriter.text(frame).frameLines }

  fileprivate var frameSum: String { FNV1a(frameLines.joined(separator: "\n")).hex }
}

extension String {
  fileprivate var frameLines: [String] { lines.map { $0.trimmingWhiteSpace() }.filter { !$0.isEmpty && $0 != "---" } }
}

extension ShareMerge {
  /// Merges the forms in files into a plan, with what stands beside their rows as left over where it is in no form that
  /// the plan would have now.
  public init(_ forms: [(form: ShareForm, source: SourceText)], into document: PlanDocument) {
    self.init(forms.map(\.form), into: document.plan)
    let shares = UnitShares(document.plan)
    for (index, (form, source)) in forms.enumerated() {
      let lines = form.frameLines
      if form.madeFrame == form.frameSum { continue }
      let known = Set((shares.frames(of: form) + PlanTextWriter.text(document.plan).frameLines).map(WrittenWords.init))
      var text: [String] = []
      func leave() {
        guard let first = text.first else { return }
        let place = source.bytes.firstOffset(of: Array(first.utf8))
        leftovers.append(Leftover(kind: .text, form: index, text: text.joined(separator: "\n"), place: place))
        text = []
      }
      for line in lines {
        if known.contains(WrittenWords(line)) { leave() } else { text.append(line) }
      }
      leave()
    }
  }

  /// The document that was merged into, with the plan as it is now, in its own syntax and in the canonical form.
  public func text(for document: PlanDocument) throws(PlanConversion.Problem) -> String {
    try PlanConversion.canonical(document.with(.plan(plan)))
  }
}

extension UnitShares {
  /// The lines beside the rows in the form that the unit of a form would get now.
  fileprivate func frames(of form: ShareForm) -> [String] {
    guard let unit = form.unit, let share = shares.first(where: { $0.unit == unit }),
      let fresh = ShareForm(self.form(of: share, frame: ""), name: "")
    else { return [] }
    return fresh.frameLines
  }
}
