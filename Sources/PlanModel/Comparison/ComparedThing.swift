import PlanText

/// A thing in a plan that another plan may have as well, or not: a measure, a citation, a heading, a paragraph.
public struct ComparedThing: Sendable {
  /// The kinds of thing. The raw values stand in JSON; the order is that in which differences are told.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// What is said of the plan as a whole: its title, agency, year, period.
    case plan
    case section
    case citation
    /// A dimension, item or focus above measures, or in a checklist.
    case heading
    case measure
    /// A row of the 措施調查表.
    case survey
    case member
    /// A row of the 單位表.
    case unit
    case checkpoint
    /// A row of a 巡檢工作日誌.
    case inspection
    /// A paragraph, an item of a list or a table of running text.
    case text
    case comment
  }

  public let kind: Kind
  /// What it stands under, as an index into the list of things; nil for the plan.
  public let container: Int?
  /// The words that it goes by.
  public let name: PlanText
  /// The words by which it is the same as another: without white space, marks of width and, of a heading, its number.
  let key: String
  /// Other words by which it may be known: the number of a letter, the entry of a checklist, the post of a member.
  var signs: [String] = []
  /// What else is said of it.
  public internal(set) var fields: [ComparedField] = []
  /// Its number among those of its kind under the same heading, from 1.
  public let number: Int
}

/// Something said of a thing.
public struct ComparedField: Sendable {
  /// What is said.
  public enum Name: Sendable, Hashable {
    /// A field of the plan, of a section or of a measure.
    case field(FieldName)
    /// The words that the thing goes by.
    case words
    case title
    case weight
    case columns
    /// A column of a table, by its name: 職掌.
    case column(String)
    /// □ or ☑.
    case tick
  }

  public let name: Name
  /// The words as written.
  public let text: PlanText
  /// What they mean, by which they are compared.
  let value: Value
  /// The thing under whose name it is written, as an index into the list of things: the measure itself, or a heading
  /// above it.
  let source: Int

  enum Value: Sendable, Hashable {
    case words(String)
    /// What a deadline means, and what is to be reported by then.
    case deadline(DeadlineMeaning, content: String)
    /// Units, reports of progress and whatever else may be one more or one fewer, in order.
    case parts([String])
  }

  /// What the parts of the field are called, where it has parts.
  var parts: [(key: String, text: String)] = []
}
