#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import PlanModel

extension StandardStreams {
  /// Words for a fault that the file functions of the toolchain report.
  static func reason(of error: CocoaError) -> LocalizedText {
    if let underlying = error.userInfo[NSUnderlyingErrorKey] as? POSIXError { return reason(underlying.code.rawValue) }
    switch error.code {
    case .fileWriteOutOfSpace: return reason(POSIXErrorCode.ENOSPC.rawValue)
    case .fileWriteNoPermission, .fileReadNoPermission: return reason(POSIXErrorCode.EACCES.rawValue)
    case .fileWriteVolumeReadOnly: return reason(POSIXErrorCode.EROFS.rawValue)
    default: return LocalizedText(zh: "系統訊息：\(error)", en: "\(error)")
    }
  }
}
