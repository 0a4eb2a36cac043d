import Foundation
import PlanTestSupport

/// The kind of input that this run makes: `PLANTOOL_FUZZ` names it.
private let kind = ProcessInfo.processInfo.environment["PLANTOOL_FUZZ"].flatMap(InputKind.init(rawValue:)) ?? .text

/// What libFuzzer calls with every input that it makes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  do throws(BrokenProperty) {
    try kind.check(Array(UnsafeBufferPointer(start: data, count: size)))
  } catch {
    FileHandle.standardError.write(Data("BROKEN PROPERTY: \(error)\n".utf8))
    abort()
  }
  return 0
}

/// libFuzzer's own changes.
@_silgen_name("LLVMFuzzerMutate")
private func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int) -> Int

/// What libFuzzer calls for the next input: one in four has numbers swapped for those at which arithmetic and calendars
/// end, which changes of bytes hardly ever hit.
@_cdecl("LLVMFuzzerCustomMutator")
public func fuzzMutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: CUnsignedInt) -> Int {
  guard seed % 4 == 0 else { return mutate(data, size, limit) }
  var edits = NumberEdits(seed: UInt64(seed))
  let edited = edits.apply(to: Array(UnsafeBufferPointer(start: data, count: size))).prefix(limit)
  return UnsafeMutableBufferPointer(start: data, count: limit).update(fromContentsOf: edited)
}

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's loop, for a program with a `main` of its own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager starts an executable here.
@_cdecl("FuzzTarget_main")
public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments, fuzzOneInput)
}
