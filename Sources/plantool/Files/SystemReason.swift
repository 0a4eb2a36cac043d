#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import PlanModel

extension StandardStreams {
  /// Words for a fault that the file functions of the toolchain report.
  static func reason(of error: CocoaError) -> LocalizedText {
    switch error.code {
    case .fileWriteOutOfSpace: reason(ENOSPC)
    case .fileWriteNoPermission, .fileReadNoPermission: reason(EACCES)
    case .fileWriteVolumeReadOnly: reason(EROFS)
    default: LocalizedText(zh: "系統訊息：\(error)", en: "\(error)")
    }
  }
}
