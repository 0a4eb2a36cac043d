import PlanText

/// How bad a finding is.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing; the plan may be right.
  case note
  /// Very likely wrong; a person should look.
  case warning
  /// Wrong: the plan cannot be handed in like this.
  case error

  /// note < warning < error
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Something that a rule found in a plan.
public struct Finding: Sendable {
  /// The code of the rule: PT301.
  public let code: String
  /// The name of the rule: deadline-missing.
  public let name: String
  /// How bad it is.
  public var severity: Severity
  /// The place, which is what should be changed or, for something missing, where it should be.
  public let range: SourceRange
  /// One line: what is wrong, quoted, and what would be right.
  public let summary: LocalizedText
  /// More, where one line is not enough.
  public let explanation: LocalizedText?
  /// Other places that belong to it.
  public let notes: [Note]
  /// Ways to mend it.
  public internal(set) var fixes: [Fix]
  /// The comment in the plan that suppresses it, if one does.
  public internal(set) var suppression: Suppression?
  /// Whether it is one of those that a baseline lists.
  public internal(set) var isInBaseline = false

  /// Why it is neither shown nor counted: the reason in the comment, or that the baseline lists it; nil where it is
  /// shown.
  package var hiddenReason: LocalizedText? {
    if let suppression { return LocalizedText(zh: suppression.reason, en: suppression.reason) }
    return isInBaseline ? LocalizedText(zh: "已列於基準檔", en: "listed in the baseline") : nil
  }

  /// Another place that belongs to a finding.
  public struct Note: Sendable {
    /// The place.
    public let range: SourceRange
    /// What is there: 「首次出現於此」.
    public let text: LocalizedText

    public init(_ range: SourceRange, _ text: LocalizedText) {
      self.range = range
      self.text = text
    }
  }

  /// A way to mend a finding.
  public struct Fix: Sendable {
    /// What the fix does: 「改為『賡續』」.
    public let title: LocalizedText
    /// The changes, which do not overlap.
    public let edits: [Edit]
    /// Whether it is certain enough to be applied without a person looking. Never for one that may change what a plan
    /// promises.
    public internal(set) var isSafe: Bool
    /// What its changes may touch.
    let scope: Scope

    /// What a fix may touch when nobody looks; ``EditCheck`` holds it to that.
    enum Scope: Sendable {
      /// Words within a line.
      case words
      /// What makes lines a table or a list, and no word: bars, dashes, bullets, colons, blanks and line breaks. For
      /// problems of reading alone.
      case layout
      /// What another program wrote for itself: ` {#id}`, `[` and `]{.underline}`, `[TOC]`.
      case foreignMarks
    }

    public init(_ title: LocalizedText, replace range: SourceRange, with text: String, isSafe: Bool = true) {
      self.init(title, edits: [Edit(range: range, text: text)], isSafe: isSafe)
    }

    /// A fix of several changes, which are made together and must not overlap.
    public init(_ title: LocalizedText, edits: [Edit], isSafe: Bool = true) {
      self.init(title, edits: edits, isSafe: isSafe, scope: .words)
    }

    /// A fix of several changes, which may touch the layout if the scope says so.
    init(_ title: LocalizedText, edits: [Edit], isSafe: Bool, scope: Scope) {
      self.title = title
      self.edits = edits
      self.isSafe = isSafe
      self.scope = scope
    }
  }

  /// A replacement of bytes.
  public struct Edit: Sendable, Hashable {
    /// The bytes to replace; empty for an insertion.
    public let range: SourceRange
    /// What to put in their place.
    public let text: String

    public init(range: SourceRange, text: String) {
      self.range = range
      self.text = text
    }
  }
}

/// A claim of the document that a rule checked and that holds.
public struct Confirmation: Sendable {
  /// The code of the rule: PT501.
  public let code: String
  /// The name of the rule: document-number-year.
  public let name: String
  /// Where the claim stands.
  public let range: SourceRange
  /// One line: what was checked.
  public let summary: LocalizedText
}
