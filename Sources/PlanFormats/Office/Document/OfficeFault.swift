import PlanOffice

/// Why a document cannot be read.
package enum OfficeFault: Error, Sendable, Hashable {
  case archive(ZipFault)
  case xml(XMLFault, part: String)
  /// An archive without the part that such a document must have.
  case missing(part: String)
  /// An archive of another kind: a presentation, a drawing, a program.
  case otherKind(String)
  /// A password is needed.
  case encrypted
  /// Text that is no UTF-8, under the name of its encoding, which may be empty.
  case encoding(String)
  /// A table with more places than are read.
  case tableTooLarge(limit: Int)
}
