extension CheckpointCoverage {
  /// What is known about a checkpoint, and how. The raw value is the JSON word.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// A measure under the focus names the checkpoint in its 辦理事項.
    case stated
    /// The focus asks for one thing only, and an item of a measure under it has words of an answer, or tells in detail how
    /// much was done or for whom.
    case only
    /// An item of a measure under the focus has words of an answer.
    case worded
    /// Nothing under the focus answers it, as far as words can tell, and nothing elsewhere either.
    case open
    /// All that the plan says under the focus is that it does not apply.
    case declined
    /// The focus only invites more than the others (除上述3項外，可自行提供…), and the plan has no more.
    case optional
    /// The checklist asks that it be written under other headings, where nothing marks it.
    case elsewhere
    /// The focus asks for one thing only and has measures, none of which has words of an answer.
    case unlike
    /// Nothing under the focus answers it, but a line in another place of the plan may.
    case otherPlace
    /// The plan lacks the heading, but has measures next to its place under headings that the checklist lacks, or under
    /// none.
    case unplaced
    /// The plan has no table of this kind at all.
    case noTable

    /// What it comes to.
    public var status: Status {
      switch self {
      case .stated, .only, .worded: .met
      case .open: .notRecognised
      case .declined, .optional: .notApplicable
      case .elsewhere, .unlike, .otherPlace, .unplaced, .noTable: .unknown
      }
    }

    /// Whether the box is to be ticked.
    public var isMet: Bool { status == .met }
    /// Whether it rests on nothing but words.
    public var isGuess: Bool { self == .worded || self == .only }
  }

  /// What a state comes to. The raw value is the JSON word.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Something in the plan answers the checkpoint.
    case met
    /// Nothing that can be recognised answers it. That does not mean that the agency does not do it.
    case notRecognised
    /// There is nothing to answer.
    case notApplicable
    /// The plan may answer it in a place where it cannot be recognised.
    case unknown
  }
}
