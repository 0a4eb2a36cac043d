import PlanText

/// Texts that stop within a word.
struct CutWords {
  /// A text whose last characters are looked for elsewhere.
  struct Candidate {
    private let place: @Sendable () -> PlanText
    var text: PlanText { place() }
    /// Its last four characters.
    let end: [Unicode.Scalar]

    /// Nil where the text ends with a mark, or is short.
    init?(_ string: String, _ place: @escaping @Sendable () -> PlanText) {
      var last: [Unicode.Scalar] = []
      string.forEachScalarFromEnd { scalar, _ in
        if !scalar.isWhiteSpace { last.append(scalar) }
        return last.count < 8 && (last.count > 4 || last.last?.isCommonHan ?? true || scalar.isWhiteSpace)
      }
      guard last.count == 8 else { return nil }
      self.place = place
      end = last.prefix(4).reversed()
    }
  }

  /// The texts, and the word as it is elsewhere.
  private(set) var found: [(text: Candidate, word: String)] = []

  /// What follows some characters wherever they stand.
  private struct Followers {
    /// The Chinese character that follows them, as long as it is always the same.
    private(set) var next: Unicode.Scalar?
    /// How often it does.
    private(set) var words = 0
    /// How often nothing follows, or a mark.
    private(set) var stops = 0
    private var isOneWord = true

    mutating func add(_ scalar: Unicode.Scalar?) {
      guard let scalar, scalar.isCommonHan else {
        stops += 1
        return
      }
      isOneWord = isOneWord && (next == nil || next == scalar)
      next = scalar
      words += 1
    }

    /// The character that completes a word: it always follows, and nothing but the one cut text stops before it.
    var completion: Unicode.Scalar? { isOneWord && words >= 2 && stops == 1 ? next : nil }
  }

  /// Words that begin behind a whole word.
  private static let particles: ScalarSet = "之的等及與或並和為是以在於由可應須時後前中內外"

  init(_ candidates: [Candidate], in plan: PlanIndex) {
    var ends: [[Unicode.Scalar]: Followers] = [:]
    /// Whether a character is ever the last of a phrase, by the checklists too.
    var lastOfPhrase: [Unicode.Scalar: (count: Int, ends: Int)] = [:]
    for candidate in candidates {
      ends[candidate.end] = Followers()
      if let last = candidate.end.last { lastOfPhrase[last] = (0, 0) }
    }
    guard !ends.isEmpty else { return }
    let lasts = ScalarSet(lastOfPhrase.keys)
    var scalars: [Unicode.Scalar] = []
    func read(_ text: PlanText) {
      scalars.removeAll(keepingCapacity: true)
      for scalar in text.string.unicodeScalars where !scalar.isWhiteSpace { scalars.append(scalar) }
      for (index, last) in scalars.enumerated() where lasts.contains(last) {
        guard let seen = lastOfPhrase[last] else { continue }
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        lastOfPhrase[last] = (seen.count + 1, seen.ends + ((next.map(\.isCommonHan) ?? false) ? 0 : 1))
        if index >= 3 { ends[Array(scalars[(index - 3)...index])]?.add(next) }
      }
    }
    for text in plan.texts { read(text) }
    for checklist in plan.catalog.checklists {
      for entry in checklist.entries {
        for text in [entry.node.heading] + entry.node.checkpoints.map(\.text) + entry.node.guidance.map(\.text) {
          read(text)
        }
      }
    }
    for candidate in candidates {
      guard let next = ends[candidate.end]?.completion, !Self.particles.contains(next), let last = candidate.end.last,
        let seen = lastOfPhrase[last], seen.count >= 3, seen.ends == 1
      else { continue }
      found.append((candidate, String(scalars: candidate.end.suffix(3) + [next])))
    }
  }
}
