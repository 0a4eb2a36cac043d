import Foundation
import PlanTestSupport
import Testing

/// Inputs with which fuzzing once broke something, in `Fuzzed/<kind>/`, made small. Their names say what was wrong.
@Suite struct FuzzedTests {
  struct Input: CustomTestStringConvertible, Sendable {
    let kind: InputKind
    let file: URL
    var testDescription: String { "\(kind)/\(file.lastPathComponent)" }
  }

  static let inputs: [Input] = InputKind.allCases.flatMap { kind in
    let folder = Package.root.appending(path: "Tests/PlanValidateTests/Fuzzed/\(kind)")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }.map { Input(kind: kind, file: $0) }
  }

  @Test(arguments: inputs)
  func propertiesHold(input: Input) throws {
    try input.kind.check(Array(Data(contentsOf: input.file)), everyOutput: true)
  }

  @Test func inputsAreFound() { #expect(!Self.inputs.isEmpty) }
}
