import PlanOffice
import PlanText

/// Why an office document cannot be made a plan, as people need to know it.
public enum OfficeProblem: Error, Sendable, Hashable {
  /// The format of Word before 2007.
  case oldWord
  case pdf, richText, wordXML
  /// Pages of Apple.
  case pages
  /// A spreadsheet, a presentation or anything else in an archive: its type, or empty.
  case otherKind(String)
  /// A password is needed.
  case encrypted
  /// Text in another encoding than UTF-8: the name that it says, or empty.
  case encoding(String)
  /// A part of the file is broken, cut off or missing; its name, or empty for the whole.
  case damaged(part: String)
  /// It has what no office program writes and what harmful files have: an entity, a path, a name twice.
  case suspicious(part: String)
  /// A part is larger than what is read, in bytes, or a table has more places.
  case partTooLarge(part: String, limit: Int)
  case tableTooLarge
  /// There are no words in it.
  case empty
}

/// One of several documents, by its place among them, and why it cannot be read.
public struct UnreadDocument: Error, Sendable {
  public let index: Int
  public let problem: OfficeProblem
}

extension OfficePlan {
  /// Makes a plan of an office document.
  public static func reading(_ source: SourceText) throws(OfficeProblem) -> OfficePlan {
    try check(source)
    do throws(OfficeFault) {
      return try OfficePlan(source)
    } catch {
      throw OfficeProblem(error)
    }
  }

  /// Makes one plan of several documents, one behind the other, or says which of them cannot be read. A name that is
  /// empty stands for none: the bytes alone tell what such a document is, and what they do not tell is text.
  public static func joining(
    _ sources: [SourceText], blanksNames: Bool, checklist: String? = nil
  ) throws(UnreadDocument) -> OfficePlan {
    var documents: [OfficeDocument] = []
    for (index, source) in sources.enumerated() {
      do throws(OfficeProblem) {
        try check(source)
        do throws(OfficeFault) {
          documents.append(try OfficeDocument(reading: source))
        } catch {
          throw OfficeProblem(error)
        }
      } catch {
        throw UnreadDocument(index: index, problem: error)
      }
    }
    let plan = OfficePlan(joining: documents, blanksNames: blanksNames, checklist: checklist)
    guard !plan.source.bytes.isEmpty else { throw UnreadDocument(index: 0, problem: .empty) }
    return plan
  }

  private static func check(_ source: SourceText) throws(OfficeProblem) {
    switch OfficeFileKind.of(source) {
    case .package, .flatDocument, .page, .values, .text: return
    case .oldWord(let isEncrypted): throw isEncrypted ? .encrypted : .oldWord
    case .pdf: throw .pdf
    case .richText: throw .richText
    case .wordXML: throw .wordXML
    case nil: throw .damaged(part: "")
    }
  }
}

extension OfficeProblem {
  init(_ fault: OfficeFault) {
    switch fault {
    case .archive(.encrypted), .encrypted: self = .encrypted
    case .archive(.tooLarge(let name, _, let limit)): self = .partTooLarge(part: name, limit: limit)
    case .archive(.tooManyFiles), .archive(.unsafeName), .archive(.repeatedName): self = .suspicious(part: "")
    case .archive(.method(let name, _)), .archive(.checksum(let name)), .archive(.damaged(let name)):
      self = .damaged(part: name)
    case .archive(.noDirectory), .archive(.zip64): self = .damaged(part: "")
    case .xml(.documentType, let part), .xml(.tooDeep, let part), .xml(.tooManyAttributes, let part):
      self = .suspicious(part: part)
    case .xml(_, let part), .missing(let part): self = .damaged(part: part)
    case .otherKind(let type): self = type == "pages" ? .pages : .otherKind(type)
    case .encoding(let name): self = .encoding(name)
    case .tableTooLarge: self = .tableTooLarge
    }
  }
}
