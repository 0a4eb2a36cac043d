import Foundation

/// A file that holds what a text should be.
///
/// With `PLANTOOL_RECORD=1` in the environment the file is written instead of compared, and the test fails all the
/// same: a recording is to be read and committed, not trusted.
public struct GoldenFile {
  private let url: URL

  /// The file at a path relative to the folder of the test's own source file (`#filePath`).
  public init(_ path: String, besides testFile: String) {
    url = URL(filePath: testFile).deletingLastPathComponent().appending(path: path)
  }

  /// What is wrong with a text, or nil if it is the one in the file.
  public func mismatch(with text: String) -> String? {
    if ProcessInfo.processInfo.environment["PLANTOOL_RECORD"] == "1" { return record(text) }
    guard let bytes = try? Data(contentsOf: url) else { return "\(url.path) is missing; PLANTOOL_RECORD=1 writes it" }
    let expected = Array(bytes)
    let found = Array(text.utf8)
    if expected == found { return nil }
    let expectedLines = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
    let foundLines = found.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = zip(expectedLines, foundLines).prefix { $0 == $1 }.count
    func show(_ lines: [ArraySlice<UInt8>]) -> String {
      lines.indices.contains(line) ? String(decoding: lines[line], as: UTF8.self).debugDescription : "(the end)"
    }
    return
      "\(url.lastPathComponent):\(line + 1): expected \(show(expectedLines)), found \(show(foundLines)). PLANTOOL_RECORD=1 records anew."
  }

  private func record(_ text: String) -> String {
    do {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return "recorded \(url.lastPathComponent): read it, then run the tests without PLANTOOL_RECORD"
    } catch {
      return "cannot record \(url.path): \(error)"
    }
  }
}
