import PlanText

/// What is still to be done in a plan before anybody can say that it is right.
public struct OpenPlaces: Sendable, Hashable {
  /// Places to be filled in.
  public var toBeFilledIn = 0
  /// Comments that ask to confirm something.
  public var toBeConfirmed = 0

  public init() {}

  /// Whether there is nothing left.
  public var isEmpty: Bool { toBeFilledIn + toBeConfirmed == 0 }

  public static func + (a: OpenPlaces, b: OpenPlaces) -> OpenPlaces {
    var sum = a
    sum.toBeFilledIn += b.toBeFilledIn
    sum.toBeConfirmed += b.toBeConfirmed
    return sum
  }
}

extension Finding {
  /// Whether it says that something is still to be filled in or confirmed.
  public var isAboutOpenPlaces: Bool { code == ToBeFilledIn.description.code }
}

extension FileReport {
  /// What is still to be filled in or confirmed, of the findings that are shown; those that were joined into one count
  /// as many as they were.
  public var openPlaces: OpenPlaces {
    findings.reduce(into: OpenPlaces()) { places, finding in
      guard finding.isAboutOpenPlaces else { return }
      for range in finding.notes.isEmpty ? [finding.range] : finding.notes.map(\.range) {
        if document.source.text(in: range).hasPrefix("<!--") {
          places.toBeConfirmed += 1
        } else {
          places.toBeFilledIn += 1
        }
      }
    }
  }
}
