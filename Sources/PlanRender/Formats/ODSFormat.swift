import PlanText

/// ODS: tables for spreadsheet programs, to be sorted, filtered and printed.
enum ODSFormat: ViewFormat {
  static let summary = LocalizedText(
    zh: "ODF 試算表（.ods），供排序與篩選，日期是真的日期", en: "an ODF spreadsheet (.ods) for sorting and filtering, with real dates")

  static func bytes(_ parts: [ViewPart], title: String?, options: RenderOptions) -> [UInt8] {
    let spreadsheet = Spreadsheet(parts, title: title, options: options)
    return OpenDocumentPackage.bytes(
      type: OpenDocumentPackage.spreadsheet, title: spreadsheet.title,
      files: [
        ("content.xml", OpenDocumentSpreadsheet.content(of: spreadsheet)),
        ("styles.xml", OpenDocumentSheetSettings.styles()),
        ("settings.xml", OpenDocumentSheetSettings.settings(of: spreadsheet)),
      ])
  }
}
