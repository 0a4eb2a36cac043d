import Foundation
import PlanFormats
import PlanModel
import PlanRender
import PlanTestSupport
import PlanText
import Testing

/// Plans laid out as agencies of many kinds lay theirs out, in words of our own; `Layouts/README.md` says whose.
///
/// Each folder in `Layouts` holds a plan, and what is said and made of it. Recorded anew with PLANTOOL_RECORD=1, for a
/// person to read and to judge in the README.
@Suite struct LayoutTests {
  static let folder = Package.root.appending(path: "Tests/CommandTests/Layouts")
  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.contains(".") }.sorted()

  /// What the README says of a layout: its row in the table, by columns.
  private static let rows: [String: [String]] = {
    guard let text = try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8) else { return [:] }
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return Dictionary(rows.map { ($0[0].trimmingCharacters(in: ["`"]), $0) }) { first, _ in first }
  }()

  private func document(_ text: String, _ name: String = "layout.plan.md") -> PlanDocument {
    PlanDocument(reading: SourceText(name: name, text: text))
  }

  private func plan(_ name: String) throws -> PlanDocument {
    let file = Self.folder.appending(path: "\(name)/layout.plan.md")
    return document(try String(contentsOf: file, encoding: .utf8))
  }

  private func expect(_ text: String, is file: String, of name: String) {
    let mismatch = GoldenFile("Layouts/\(name)/\(file)", besides: #filePath).mismatch(with: text)
    #expect(mismatch == nil)
  }

  @Test func thereAreThirty() {
    #expect(Self.names.count >= 30)
    #expect(Self.names == Self.rows.keys.sorted())
  }

  @Test(arguments: names)
  func findings(name: String) throws {
    let path = "Tests/CommandTests/Layouts/\(name)"
    let own = "\(path)/own.checklist.md"
    let checklist = FileManager.default.fileExists(atPath: Package.root.appending(path: own).path)
    let run = try CommandRun(
      ["validate", "--no-config", "--all"] + (checklist ? ["--checklist", own] : []) + ["\(path)/layout.plan.md"])
    #expect(run.errors.isEmpty)
    expect(run.output, is: "findings.txt", of: name)
    // 「  39:8 警告 PT603 …」 below the name of the file.
    let found = run.output.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard line.hasPrefix("  "), words.count > 2, words[0].contains(":"), words[2].hasPrefix("PT") else { return nil }
      return String(words[2])
    }
    let row = try #require(Self.rows[name])
    // The README names every finding, and which of them are wrong.
    let said = row[3].split(separator: "；").flatMap { $0.split(separator: " ").filter { $0.hasPrefix("PT") } }
    #expect(found.sorted() == said.map(String.init).sorted())
    #expect(run.status == (row[4] == "0" ? 0 : 1))
  }

  @Test(arguments: names)
  func everySyntaxAndFormat(name: String) throws {
    let read = try plan(name)
    let json = try PlanConversion.convert(read, to: .json)
    expect(json, is: "layout.plan.json", of: name)
    let text = try PlanConversion.convert(read, to: .text)
    let again = document(text)
    #expect(try PlanConversion.convert(again, to: .text) == text)
    #expect(try PlanConversion.convert(again, to: .json) == json)
    #expect(try PlanConversion.convert(document(json, "layout.plan.json"), to: .text) == text)

    let views = Renderer.views(of: read.content, checklist: nil).map(\.view)
    let html = try Renderer.text(.plan, of: read.content, checklist: nil, as: .html)
    expect(html, is: "plan.html", of: name)
    let measures = [ViewName.measures, .workItems, .strategies].filter(views.contains)
    let csv = try measures.map { try Renderer.text($0, of: read.content, checklist: nil, as: .csv) }
    expect(csv.joined(), is: "measures.csv", of: name)
  }
}
