import PlanFormats
import PlanModel
import PlanText

/// What became of the forms that units sent back, in words.
public struct MergeReport: Sendable {
  private let merge: ShareMerge
  private let document: PlanDocument
  private let sources: [SourceText]
  private let language: Language
  /// The place of an offset in a file, as messages write it.
  private let place: @Sendable (SourceText, Int) -> String

  /// `sources` are the files of the forms.
  public init(
    _ merge: ShareMerge, into document: PlanDocument, from sources: [SourceText], in language: Language,
    place: @escaping @Sendable (SourceText, Int) -> String
  ) {
    (self.merge, self.document, self.sources, self.language) = (merge, document, sources, language)
    self.place = place
  }

  /// Lines for people: what was merged, what is in conflict, what is left over, and whose form is not there. Values are
  /// never shortened where somebody has to decide.
  public func text() -> String {
    var lines = [counts]
    if !merge.changes.isEmpty {
      lines += ["", title(zh: "併入", en: "Merged", merge.changes.count)]
      lines += cells(merge.changes) { change in
        let old = change.old.map { $0.excerpt(Self.longestWords) }.joined(separator: Self.comma(language))
        let new = change.claims[0].values.map { $0.excerpt(Self.longestWords) }.joined(separator: Self.comma(language))
        let from = change.claims.map { self.form($0.form) }.joined(separator: Self.comma(language))
        let value = old.isEmpty ? "＋\(new)" : "\(old) → \(new)"
        return ["\(self.name(of: change.cell))\(colon)\(value)  (\(from))"]
      }
    }
    if !merge.conflicts.isEmpty {
      lines += ["", title(zh: "衝突，計畫維持原來的文字", en: "Conflicts; the plan keeps its own words", merge.conflicts.count)]
      lines += cells(merge.conflicts, conflict)
    }
    if !merge.leftovers.isEmpty {
      lines += ["", title(zh: "沒有併入，請人工處理", en: "Not merged, for you to decide", merge.leftovers.count)]
      for leftover in merge.leftovers {
        let at = leftover.place.map { place(sources[leftover.form], $0) } ?? form(leftover.form)
        lines.append("  \(words(leftover.kind))  (\(at))")
        lines += block(leftover.text, indent: "      ")
      }
    }
    if !merge.missing.isEmpty {
      lines += [
        "", title(zh: "尚未收到填報表的單位", en: "Units whose form has not come back", merge.missing.count),
        "  " + merge.missing.map { $0.excerpt(Self.longestWords) }.joined(separator: Self.comma(language)),
      ]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let longestWords = 60
  private static func comma(_ language: Language) -> String { LocalizedText(zh: "、", en: ", ")(language) }
  private var colon: String { LocalizedText(zh: "：", en: ": ")(language) }

  private var counts: String {
    LocalizedText(
      zh:
        "\(document.source.name.excerpt(200))：收到填報表 \(merge.forms.count) 份，併入 \(merge.changes.count) 處，衝突 \(merge.conflicts.count) 處，沒有併入 \(merge.leftovers.count) 處",
      en:
        "\(document.source.name.excerpt(200)): forms \(merge.forms.count), merged \(merge.changes.count), conflicts \(merge.conflicts.count), not merged \(merge.leftovers.count)"
    )(language)
  }

  private func title(zh: String, en: String, _ count: Int) -> String {
    LocalizedText(zh: "\(zh)（\(count)）", en: "\(en) (\(count))")(language)
  }

  /// The cells of each measure below its words.
  private func cells(_ cells: [ShareMerge.Cell], _ lines: (ShareMerge.Cell) -> [String]) -> [String] {
    var result: [String] = []
    var last: SourceRange?
    for cell in cells {
      if cell.words.range != last || cell.words.range.isEmpty {
        let words = cell.words.string.excerpt(Self.longestWords)
        let quoted = LocalizedText(zh: "「\(words)」", en: "“\(words)”")(language)
        let at = cell.words.range.isEmpty ? "" : "  (\(place(document.source, cell.words.range.lowerBound)))"
        result.append("  \(quoted)\(at)")
      }
      last = cell.words.range
      result += lines(cell).map { "      " + $0 }
    }
    return result
  }

  private func conflict(_ conflict: ShareMerge.Cell) -> [String] {
    let plan =
      switch conflict.origin {
      case .asMade: LocalizedText(zh: "計畫", en: "The plan")
      case .changed: LocalizedText(zh: "計畫（產生填報表後改過）", en: "The plan (changed since the form was made)")
      case .unknown:
        LocalizedText(
          zh: "計畫（填報表沒有識別碼，無法判斷是否改過）", en: "The plan (the form has lost its mark, so who changed it is not known)")
      }
    var lines = [name(of: conflict.cell)]
    lines += value(plan(language), conflict.old)
    for claim in conflict.claims {
      let at = place(sources[claim.form], claim.place)
      lines += value("\(form(claim.form))  (\(at))", claim.values)
    }
    return lines
  }

  /// A value behind whose it is, whole.
  private func value(_ owner: String, _ values: [String]) -> [String] {
    let lines = values.flatMap { block($0, indent: "") }
    guard lines.count == 1 else { return ["  \(owner)\(colon)"] + lines.map { "      " + $0 } }
    return ["  \(owner)\(colon)\(lines[0])"]
  }

  private func block(_ text: String, indent: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { indent + $0 }
  }

  /// The unit of a form; its file where that is not known.
  private func form(_ index: Int) -> String {
    (merge.forms[index].unit ?? merge.forms[index].name).excerpt(Self.longestWords)
  }

  private func name(of cell: ShareCell) -> String {
    switch cell {
    case .label: LocalizedText(zh: "編號", en: "number")(language)
    case .words: ComparedField.Name.words.title(language)
    case .field(let field): ComparedField.Name.field(.measure(field)).title(language)
    case .own(let name): name.excerpt(Self.longestWords)
    }
  }

  private func words(_ kind: ShareMerge.Leftover.Kind) -> String {
    let words =
      switch kind {
      case .rowWithoutMeasure:
        LocalizedText(zh: "計畫裡找不到對應的作法", en: "No measure in the plan is known to be this one")
      case .rowDeleted:
        LocalizedText(zh: "填報表刪去了這項作法，計畫仍保留", en: "The form has deleted this measure; the plan keeps it")
      case .rowMoved:
        LocalizedText(
          zh: "填報表把這項作法移到別的標題下，計畫沒有移動", en: "The form has moved this measure under another heading; the plan has not")
      case .cellEmptied(let cell):
        LocalizedText(
          zh: "填報表刪去了「\(name(of: cell))」，計畫仍保留", en: "The form has deleted “\(name(of: cell))”; the plan keeps it")
      case .comment: LocalizedText(zh: "填報表裡的註解", en: "A comment in the form")
      case .markDamaged:
        LocalizedText(zh: "識別碼已損壞，改以作法的文字比對", en: "A damaged identification; its measure is matched by its words")
      case .text: LocalizedText(zh: "作法以外的文字", en: "Text outside the measures")
      }
    return words(language)
  }
}
