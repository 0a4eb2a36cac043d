import PlanText

/// The value of a field of a measure.
public enum FieldValue: Sendable {
  /// Words, as they are.
  case text(PlanText)
  /// 完成期限
  case deadline(Deadline)
  /// 承辦單位
  case units(UnitList)
  /// 辦理情形, at least one.
  case entries([ProgressEntry])
  /// Columns of the plan's own, at least one.
  case named([NamedText])

  /// The words, once for each time that the field is written.
  public var texts: [PlanText] {
    switch self {
    case .text(let text): [text]
    case .deadline(let deadline): [deadline.text]
    case .units(let units): [units.text]
    case .entries(let entries): entries.map(\.text)
    case .named(let texts): texts.map(\.text)
    }
  }
}

/// The fields that a measure has, or takes from a heading above it.
public struct MeasureFields: Sendable {
  /// 完成期限, 執行期間
  public var deadline: Deadline?
  /// 承辦單位, 執行單位
  public var units: UnitList?
  /// The others, in the order of the fields. Most measures have none, and are to stay small.
  private var others: [Other] = []

  private struct Other: Sendable {
    let field: MeasureField
    var value: FieldValue
  }

  public init(deadline: Deadline? = nil, units: UnitList? = nil, benefit: PlanText? = nil) {
    self.deadline = deadline
    self.units = units
    if let benefit { self[.benefit] = .text(benefit) }
  }

  /// The value of a field, which must be of the field's kind.
  public subscript(field: MeasureField) -> FieldValue? {
    get {
      switch field {
      case .deadline: deadline.map { .deadline($0) }
      case .units: units.map { .units($0) }
      default: others.isEmpty ? nil : others.first { $0.field == field }?.value
      }
    }
    set {
      switch (field, newValue) {
      case (.deadline, .deadline(let value)): deadline = value
      case (.deadline, _): deadline = nil
      case (.units, .units(let value)): units = value
      case (.units, _): units = nil
      default:
        let place = others.firstIndex { $0.field.rawValue >= field.rawValue } ?? others.count
        if place < others.count, others[place].field == field { others.remove(at: place) }
        if let newValue { others.insert(Other(field: field, value: newValue), at: place) }
      }
    }
  }

  /// Sets a field; of one that has entries, the new ones stand behind those that are there.
  package mutating func add(_ value: FieldValue, to field: MeasureField) {
    switch (self[field], value) {
    case (.entries(let earlier), .entries(let further)): self[field] = .entries(earlier + further)
    case (.named(let earlier), .named(let further)): self[field] = .named(earlier + further)
    default: self[field] = value
    }
  }

  /// The words of a field that is written once.
  public func text(of field: MeasureField) -> PlanText? {
    switch field {
    case .deadline: deadline?.text
    case .units: units?.text
    default: self[field]?.texts.first
    }
  }

  /// The words of a field; where it is written several times, one line below the other. Nil where there is none.
  package func words(of field: MeasureField) -> String? {
    switch field {
    case .deadline: deadline?.text.string
    case .units: units?.text.string
    default: self[field]?.texts.map(\.string).joined(separator: "\n")
    }
  }

  /// Whether a field is written.
  package func has(_ field: MeasureField) -> Bool {
    switch field {
    case .deadline: deadline != nil
    case .units: units != nil
    default: others.contains { $0.field == field }
    }
  }

  /// 預期效益
  public var benefit: PlanText? {
    get { text(of: .benefit) }
    set { self[.benefit] = newValue.map { .text($0) } }
  }

  /// The fields that there are, in order.
  public var all: [(field: MeasureField, value: FieldValue)] {
    if others.isEmpty {
      return [deadline.map { (.deadline, .deadline($0)) }, units.map { (.units, .units($0)) }].compactMap { $0 }
    }
    return MeasureField.allCases.compactMap { field in self[field].map { (field, $0) } }
  }

  /// The words of the fields that there are, in order; a field that is written several times comes as often.
  public var texts: [(field: MeasureField, text: PlanText)] {
    guard others.isEmpty else { return all.flatMap { field, value in value.texts.map { (field, $0) } } }
    var texts: [(field: MeasureField, text: PlanText)] = []
    texts.reserveCapacity(2)
    if let deadline { texts.append((.deadline, deadline.text)) }
    if let units { texts.append((.units, units.text)) }
    return texts
  }

  /// The same as a list writes them, each of the plan's own columns behind its name.
  package var written: [(field: MeasureField, text: PlanText)] {
    guard case .named(let own) = self[.extra] else { return texts }
    return texts.filter { $0.field != .extra } + own.map { (.extra, $0.written) }
  }

  /// The columns of the plan's own.
  public var extra: [NamedText] { if case .named(let texts) = self[.extra] { texts } else { [] } }

  /// The fields that hold units.
  public var unitLists: [(field: MeasureField, units: UnitList)] {
    if others.isEmpty { return units.map { [(.units, $0)] } ?? [] }
    return all.compactMap { field, value in if case .units(let units) = value { (field, units) } else { nil } }
  }

  /// 協辦單位
  public var supportUnits: UnitList? {
    if case .units(let units) = self[.supportUnits] { units } else { nil }
  }

  /// The words that may be paragraphs and lists.
  public var prose: [PlanText] {
    others.isEmpty ? [] : texts.compactMap { $0.field.kind == .text && $0.field.isShared ? $0.text : nil }
  }

  /// Whether there is none.
  public var isEmpty: Bool { deadline == nil && units == nil && others.isEmpty }

  /// Whether one of the fields is not given and `outer` has it.
  func inherits(_ outer: MeasureFields) -> Bool {
    deadline == nil && outer.deadline != nil || units == nil && outer.units != nil || !outer.others.isEmpty
  }

  /// These fields, and those of `outer` where one is not given.
  public func inheriting(_ outer: MeasureFields) -> MeasureFields {
    var fields = self
    if fields.deadline == nil { fields.deadline = outer.deadline }
    if fields.units == nil { fields.units = outer.units }
    if others.isEmpty {
      fields.others = outer.others
    } else {
      for other in outer.others where fields[other.field] == nil { fields[other.field] = other.value }
    }
    return fields
  }

  /// The fields with the words of those that are plain text changed, entries included; nil where none of them changes.
  /// So a list of measures, of which hardly one changes, need not be copied.
  package func changed(_ change: (PlanText) -> PlanText?) -> MeasureFields? {
    var changed: MeasureFields?
    for (index, other) in others.enumerated() where other.value.texts.contains(where: { change($0) != nil }) {
      func words(_ text: PlanText) -> PlanText { change(text) ?? text }
      let value: FieldValue
      switch other.value {
      case .text(let text): value = .text(words(text))
      case .entries(let entries): value = .entries(entries.map { ProgressEntry(text: words($0.text)) })
      case .named(let texts): value = .named(texts.map { NamedText(name: $0.name, text: words($0.text)) })
      case .deadline, .units: continue
      }
      var fields = changed ?? self
      fields.others[index].value = value
      changed = fields
    }
    return changed
  }
}
