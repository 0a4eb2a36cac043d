import PlanText

/// What a file is, by its first bytes: the office documents that can be read, and those that people have beside them.
public enum OfficeFileKind: Sendable, Hashable {
  /// A zip archive: `.docx`, `.odt` or something else.
  case package
  /// A flat OpenDocument (`.fodt`).
  case flatDocument
  /// The format of Word before 2007 (`.doc`), which a newer document with a password has as well.
  case oldWord(isEncrypted: Bool)
  case pdf
  case richText
  /// XML of Word 2003 (`.xml`).
  case wordXML
  /// A web page (`.html`, `.htm`).
  case page
  /// Values with commas (`.csv`), or with tabs (`.tsv`).
  case values(isTabbed: Bool)
  /// Text that is no plan (`.txt`): pasted, or taken out of a PDF.
  case text

  /// What a file is by its first bytes, or else by its name; nil for what is none of them: a plan. What has no name is
  /// text.
  public static func of(_ source: SourceText) -> OfficeFileKind? {
    if let kind = of(source.bytes) { return kind }
    let name = source.name.lowercased()
    if [".html", ".htm"].contains(where: name.hasSuffix) { return .page }
    if name.hasSuffix(".csv") { return .values(isTabbed: false) }
    if [".tsv", ".tab"].contains(where: name.hasSuffix) { return .values(isTabbed: true) }
    return (name.isEmpty || name.hasSuffix(".txt")) && !PlainText.isPlan(source.bytes) ? .text : nil
  }

  /// Nil for what its bytes do not tell.
  public static func of(_ bytes: [UInt8]) -> OfficeFileKind? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) { return .package }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // The name of a stream in the directory of the file, in UTF-16.
      let name: [UInt8] = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
      return .oldWord(isEncrypted: bytes.firstOffset(of: name) != nil)
    }
    if bytes.has("%PDF-", at: 0) { return .pdf }
    if bytes.has("{\\rtf", at: 0) { return .richText }
    if HTMLDocument.isOne(bytes) { return .page }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.has("<?xml", at: start) || bytes.has("<office:document", at: start) else { return nil }
    let head = Array(bytes.prefix(4096))
    if head.firstOffset(of: Array("urn:oasis:names:tc:opendocument:xmlns:office:1.0".utf8)) != nil {
      return .flatDocument
    }
    let word = "http://schemas.microsoft.com/office/word/2003/wordml"
    return head.firstOffset(of: Array(word.utf8)) != nil || head.firstOffset(of: Array("pkg:package".utf8)) != nil
      ? .wordXML : nil
  }
}
