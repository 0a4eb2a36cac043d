import PlanFormats
import PlanText

/// Office documents where a plan is asked for: each is made a plan, which is read as any other.
enum OfficeFiles {
  /// The text of a plan: that of a file, or the one that an office document is made into.
  static func plan(_ source: SourceText, for need: MemoryNeed) throws(FileTrouble) -> SourceText {
    guard OfficeFileKind.of(source) != nil || isNamedSo(source.name) else { return source }
    if need.isRewriting { throw .officeIsNotRewritten(source.name) }
    do throws(OfficeProblem) {
      return try OfficePlan.reading(source).source
    } catch {
      throw .office(source.name, error)
    }
  }

  /// Whether a file is called as office documents are: what is in it is then damaged, and no plan.
  private static func isNamedSo(_ path: String) -> Bool {
    let name = path.lowercased()
    return endings.contains(where: name.hasSuffix)
  }

  private static let endings = [
    ".docx", ".docm", ".odt", ".ott", ".fodt", ".doc", ".pdf", ".rtf", ".pages", ".xlsx", ".xlsm", ".ods", ".fods",
    ".xls",
  ]
}
