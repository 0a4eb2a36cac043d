import PlanText

/// DOCX: a document for Word, as ISO/IEC 29500 has it.
enum DOCXFormat: ViewFormat {
  static let summary = LocalizedText(
    zh: "Word 文件（.docx），版面與 odt 相同", en: "a Word document (.docx) with the same layout as the ODF one")

  static func bytes(_ parts: [ViewPart], title: String?, options: RenderOptions) -> [UInt8] {
    let document = OfficePages(parts, title: title, options: options)
    let body = WordPages(document)
    var package = WordPackage()
    package.addDocument(body.xml.finished())
    package.addProperties(title: document.title)
    package.add("styles.xml", kind: "styles", as: "rId1", WordStyles.styles())
    package.add("settings.xml", kind: "settings", as: "rId2", WordStyles.settings())
    package.add("footer1.xml", kind: "footer", as: WordPages.footer, WordStyles.footer())
    if body.hasBullets { package.add("numbering.xml", kind: "numbering", as: "rId4", WordStyles.numbering()) }
    for (number, link) in body.links.enumerated() { package.addLink(link, as: WordPages.link(number)) }
    return package.bytes()
  }
}
