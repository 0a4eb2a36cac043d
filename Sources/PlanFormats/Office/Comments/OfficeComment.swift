import PlanOffice
import PlanText

/// A remark that stands beside a paragraph of an office document.
package struct OfficeComment: Sendable {
  /// The file in the archive; empty where the document is one file.
  package let part: String
  /// What stands between the tags of the paragraph, behind its properties, in bytes of the unpacked part.
  package let content: Range<Int>
  /// What the comment says, with LF between paragraphs.
  package let text: String
  /// The words of the paragraph that it is about; empty where that is all of it.
  package let words: String

  package init(part: String, content: Range<Int>, text: String, words: String = "") {
    (self.part, self.content, self.text, self.words) = (part, content, text, words)
  }

  /// The author of all comments.
  static let author = "plantool"

  /// A document with comments in it, and unchanged but for them: every other part of an archive has the bytes that it
  /// had. There is no date in them: the same findings give the same file.
  package static func adding(_ comments: [OfficeComment], to bytes: [UInt8]) throws(OfficeCommentFault) -> [UInt8] {
    do {
      guard bytes.starts(with: [0x50, 0x4B]) else {
        return try OpenDocumentComments.adding(comments.filter(\.part.isEmpty), to: bytes)
      }
      let archive = try ZipReader(bytes)
      let changed =
        archive["content.xml"] != nil
        ? try OpenDocumentComments.parts(of: archive, with: comments)
        : try WordComments.parts(of: archive, with: comments)
      return try Self.rewriting(archive, changed)
    } catch let fault as ZipFault {
      throw .archive(fault)
    } catch let fault as XMLFault {
      throw .xml(fault)
    } catch {
      throw .otherKind
    }
  }

  /// The archive with other contents for some of its files, and new files behind them. The files keep their order.
  private static func rewriting(_ archive: ZipReader, _ changed: [String: [UInt8]]) throws(ZipFault) -> [UInt8] {
    var writer = ZipWriter()
    for entry in archive.entries {
      if let content = changed[entry.name] {
        writer.add(entry.name, content)
      } else {
        try writer.copy(entry, of: archive)
      }
    }
    for (name, content) in changed.sorted(by: { $0.key < $1.key }) where archive[name] == nil {
      writer.add(name, content)
    }
    return writer.finished()
  }
}

/// Why comments cannot be put into a document.
package enum OfficeCommentFault: Error, Sendable, Hashable {
  case archive(ZipFault)
  case xml(XMLFault)
  /// The document is of a kind that has no comments here.
  case otherKind
}
