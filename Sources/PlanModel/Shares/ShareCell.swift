import PlanText

/// A cell of a measure: what a unit fills in or corrects in its form.
public enum ShareCell: Sendable, Hashable {
  /// The number before the words: 一、. The numbers that Markdown gives only count a list, and are none.
  case label
  /// What will be done.
  case words
  case field(MeasureField)
  /// A column of the plan's own, by its name.
  case own(String)

  /// What the mark of a row calls it, without blanks.
  var key: String {
    switch self {
    case .label: "no"
    case .words: "text"
    case .field(let field): field.key
    case .own(let name): "own-" + FNV1a(name).shortHex
    }
  }

  /// Whether it holds any number of reports, of which each is merged on its own.
  package var isProgress: Bool { self == .field(.progress) }
}

extension Measure {
  /// What is written in its cells, in order; of 辦理情形 and the plan's own columns as often as it is written. What is
  /// blank is left out: a form has lines to be filled in.
  package var shareCells: [(cell: ShareCell, values: [String])] {
    var cells: [(cell: ShareCell, values: [String])] = []
    if let label, !label.isMarkdown { cells.append((.label, [label.text])) }
    cells.append((.words, [text.string]))
    for (field, value) in fields.all {
      if case .named(let own) = value {
        var names: [String] = []
        for column in own where !names.contains(column.name) { names.append(column.name) }
        cells += names.map { name in (.own(name), own.filter { $0.name == name }.map(\.text.string)) }
      } else {
        cells.append((.field(field), value.texts.map(\.string)))
      }
    }
    return cells.compactMap { cell, values in
      let written = values.filter { !PlanText($0).isBlank }
      return written.isEmpty ? nil : (cell, written)
    }
  }

  /// The mark of a row of a form.
  package var shareMark: String? {
    (comments + innerComments.map(\.text)).lazy.map(\.string).first { ShareMark($0) != nil }
  }

  /// Sets a cell. `known` are names of units to keep whole.
  mutating func set(_ cell: ShareCell, to values: [String], known: Set<String>) {
    let texts = values.map { PlanText($0) }
    guard let first = texts.first else { return }
    switch cell {
    case .label: label = Label.read(at: first.string)?.label
    case .words: text = first
    case .own(let name):
      var own = fields.extra.filter { $0.name != name }
      let place = fields.extra.firstIndex { $0.name == name } ?? own.count
      own.insert(contentsOf: texts.map { NamedText(name: name, text: $0) }, at: min(place, own.count))
      fields[.extra] = .named(own)
    case .field(let field):
      switch field.kind {
      case .text: fields[field] = .text(first)
      case .deadline: fields[field] = .deadline(Deadline(first))
      case .units: fields[field] = .units(UnitList(first, known: known))
      case .entries: fields[field] = .entries(texts.map { ProgressEntry(text: $0) })
      case .named: break
      }
    }
  }
}

extension [String] {
  /// By which the values of a cell are known again.
  var shareSums: [String] { map { FNV1a($0).shortHex } }
}
