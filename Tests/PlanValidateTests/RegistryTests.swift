import Foundation
import PlanTestSupport
import PlanValidate
import Testing

/// The list of rules and the files that hold them say the same.
@Suite struct RegistryTests {
  @Test func everyRuleFileIsRegisteredOnce() throws {
    let folder = Package.root.appending(path: "Sources/PlanValidate/Rules")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    let codes = files.compactMap { ($0 as? URL)?.lastPathComponent }
      .filter { $0.hasPrefix("PT") && $0.hasSuffix(".swift") }
      .map { String($0.prefix(5)) }
      .sorted()
    #expect(RuleRegistry.all.map { $0.description.code } == codes)
  }

  @Test func namesAreUnique() {
    let names = RuleRegistry.all.map { $0.description.name }
    #expect(Set(names).count == names.count)
  }
}
