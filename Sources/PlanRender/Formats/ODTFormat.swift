import PlanText

/// ODT: a document to be handed in, as the national standard CNS 15251 has it, for LibreOffice and Word.
enum ODTFormat: ViewFormat {
  static let summary = LocalizedText(
    zh: "ODF 文件（.odt），A4、附表橫印，可直接送件", en: "an ODF document (.odt) on A4, ready to submit")

  static func bytes(_ parts: [ViewPart], title: String?, options: RenderOptions) -> [UInt8] {
    let document = OfficePages(parts, title: title, options: options)
    return OpenDocumentPackage.bytes(type: OpenDocumentPackage.text, title: document.title, files: files(of: document))
  }

  /// The files in the package that say what the document is.
  private static func files(of document: OfficePages) -> [(name: String, content: [UInt8])] {
    [("content.xml", OpenDocumentText.content(of: document)), ("styles.xml", OpenDocumentTextStyles.bytes())]
  }
}
