import PlanFormats
import PlanText
import Foundation
import PlanTestSupport
import Testing

@testable import PlanValidate

/// A safe fix changes neither who does something, nor when, nor how much of it; those of the rules about reading keep
/// every letter and digit.
@Suite struct SafeFixTests {
  /// Applies each safe fix alone, without the last check of `Fixer`: what is proposed must be right by itself.
  private func check(_ document: PlanDocument, _ name: String) {
    let safe = SafeFixes(document)
    let promised = Commitments(document.content)
    for finding in Validator().findings(on: document) {
      guard let index = safe.index(in: finding) else { continue }
      let fix = finding.fixes[index]
      let fixed = Fixer.apply(fix.edits, to: document)
      let after = PlanDocument(reading: SourceText(name: document.source.name, bytes: fixed), as: document.syntax)
      if SafeFixes.isOfReading(finding.code, fix) {
        #expect(EditCheck.keepsLetters(fix, in: document.source.bytes), "\(name): \(finding.code)")
        #expect(Readings(document).areKept(by: after), "\(name): \(finding.code) at \(finding.range)")
      } else {
        let now = Commitments(after.content)
        #expect(promised.areKept(by: now), "\(name): \(finding.code) at \(finding.range)")
      }
    }
  }

  private func check(_ bytes: [UInt8], _ name: String) {
    check(PlanDocument(reading: SourceText(name: name, bytes: bytes)), name)
  }

  private func checkEdited(_ bytes: [UInt8], _ name: String, seed: UInt64) {
    check(bytes, name)
    var numbers = NumberEdits(seed: seed)
    check(numbers.apply(to: bytes), name)
    var edits = RandomEdits(seed: seed)
    check(edits.apply(to: bytes), name)
  }

  static let codes: [String] = RuleRegistry.all.map { $0.description.code }

  @Test(arguments: codes)
  func examples(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code)).description
    for example in [rule.failing, rule.passing] {
      checkEdited(Array(example.plan.utf8), example.fileName, seed: UInt64(code.dropFirst(2)) ?? 0)
      let document = PlanDocument(reading: SourceText(name: example.fileName, text: example.plan))
      guard document.syntax == .text, let json = try? PlanConversion.convert(document, to: .json) else { continue }
      checkEdited(Array(json.utf8), "example.plan.json", seed: UInt64(code.dropFirst(2)) ?? 0)
    }
  }

  static let files: [String] =
    Seed.allCases.map { "seeds/\($0.rawValue).plan.md" }
    + ["Examples/minimal.plan.md", "Examples/every-construct.plan.md", "Examples/broken.plan.md"]

  @Test(arguments: files)
  func plans(name: String) throws {
    let bytes = Array(try Data(contentsOf: Package.root.appending(path: name)))
    check(bytes, name)
    var numbers = NumberEdits(seed: UInt64(bytes.count))
    check(numbers.apply(to: bytes), name)
  }

  @Test(arguments: 0..<30)
  func generatedPlans(seed: UInt64) { checkEdited(Array(PlanGenerator.text(seed: seed).utf8), "a.plan.md", seed: seed) }

  // MARK: Lines that may be fields

  /// What people put in front of the items of a list, Markdown's own marks among it.
  private static let marks =
    "-‐‑‒–—―−－﹣*＊+＋•‧·∙・●○◦▪▫■◆◇※★☆►▶➢➤".unicodeScalars.flatMap { ["\($0)", "\($0) "] }
    + ["一、", "(一)", "（一）", "1、", "２、", "1.", "2. ", "(1)", "（１）", "①", "1-1 ", "壹、"]
  private static let fields = ["完成期限：107年4月", "承辦單位：人事室", "承辦單位:人事室、會計室"]

  private static func document(_ measures: String) -> PlanDocument {
    let text =
      "# 甲計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n### 甲構面\n\n- 完成期限：107年12月\n- 承辦單位：秘書室\n\n\(measures)"
    return PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  /// Whatever stands between a measure and a field, the field is made that of the measure only where it was read as
  /// such, and nothing else changes.
  @Test(arguments: marks)
  func aFieldBehindAnotherItemIsNobodys(mark: String) {
    for (indent, start) in [("  ", "- "), ("   ", "1. ")] {
      for (field, line) in Self.fields.prefix(1).flatMap({ field in
        ["\(mark)公布。\n\(indent)\(field)", "\(mark)公布。\n\(indent)\(mark)\(field)", "\(mark)公布。\n\n\(indent)\(field)"].map
        { (field, $0) }
      }) {
        let document = Self.document("\(start)檢討。\n\(indent)\(line)\n")
        let result = Fixer(Validator()).fix(document)
        // At the place of the item itself the line is a measure of its own.
        let isMeasure = PlanIndex(document, catalog: .builtIn, ruleNames: { RuleRegistry.names }).measures.count > 1
        #expect(isMeasure || result.applied["PT014"] == nil, "\(line)")
        #expect(Readings(document).areKept(by: result.report.document), "\(field): \(line)")
        check(document, line)
      }
    }
  }

  /// What stands in front of a field, behind it, or before its line leaves it as it was read, and two fields on one
  /// line are told apart by a person.
  @Test(arguments: ["，", "；", "、", " ", "　", "。", "\t", "", "（"])
  func twoFieldsOnOneLineAreLeft(separator: String) {
    for (first, second) in [(Self.fields[0], Self.fields[1]), (Self.fields[1], Self.fields[0])] {
      for front in ["", "- ", "• ", "－"] {
        let document = Self.document("1. 檢討。\n   \(front)\(first)\(separator)\(second)\n")
        let result = Fixer(Validator()).fix(document)
        #expect(result.applied.keys.allSatisfy { !$0.hasPrefix("PT0") }, "\(front)\(first)\(separator)\(second)")
        #expect(result.report.findings.contains { $0.code == "PT014" && $0.severity == .error }, "\(front)\(separator)")
      }
    }
  }

  // MARK: What promises are

  private static func promises(_ measure: String) -> Commitments {
    let text = "# 甲計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n### 甲構面\n\n1. \(measure)\n"
    return Commitments(PlanDocument(reading: SourceText(name: "a.plan.md", text: text)).content)
  }

  private static let usual = "每月檢討3件。\n   - 完成期限：107年4月30日\n   - 承辦單位：秘書室、人事室"

  @Test(arguments: [
    usual.replacingOccurrences(of: "人事室", with: "會計室"), usual.replacingOccurrences(of: "、人事室", with: ""),
    usual.replacingOccurrences(of: "承辦", with: "協辦"), usual.replacingOccurrences(of: "4月30", with: "5月30"),
    usual.replacingOccurrences(of: "完成期限", with: "完成日期"), usual.replacingOccurrences(of: "3件", with: "4件"),
    usual.replacingOccurrences(of: "3件", with: "3%"), usual + "\n2. 另1項。",
  ])
  func aChangeIsSeen(other: String) { #expect(!Self.promises(Self.usual).areKept(by: Self.promises(other))) }

  @Test(arguments: [
    usual.replacingOccurrences(of: "檢討", with: "撿討"), usual.replacingOccurrences(of: "秘書室", with: "秘\u{200B}書室"),
    usual.replacingOccurrences(of: "4月", with: "４\u{FEFF}月"), usual.replacingOccurrences(of: "：", with: ":"),
  ])
  func anotherSpellingIsNone(other: String) { #expect(Self.promises(Self.usual).areKept(by: Self.promises(other))) }
}
