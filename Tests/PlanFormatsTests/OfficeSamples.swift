import Foundation
import PlanText

/// The documents in `Office/`, which `scripts/make-office-samples.py` makes.
enum OfficeSamples {
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".docx") || $0.hasSuffix(".odt") || $0.hasSuffix(".fodt") }.sorted()
  }()

  static func bytes(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: folder.appendingPathComponent(name))).map { [UInt8]($0) } ?? []
  }

  static func source(_ name: String) -> SourceText { SourceText(name: name, bytes: bytes(name)) }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Office")
}
