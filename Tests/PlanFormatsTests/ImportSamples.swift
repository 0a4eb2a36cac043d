import Foundation
import PlanText

/// The pages, texts and tables in `Imports/`.
enum ImportSamples {
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { !$0.hasPrefix(".") }.sorted()
  }()

  static func source(_ name: String) -> SourceText {
    let data = try? Data(contentsOf: folder.appendingPathComponent(name))
    return SourceText(name: name, bytes: data.map { [UInt8]($0) } ?? [])
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Imports")
}
