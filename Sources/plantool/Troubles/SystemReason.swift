import PlanText
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension LocalizedText {
  /// Words for an error number of the system: our own for those that users meet. For the others the system has words in
  /// English alone.
  static func systemReason(_ number: Int32) -> LocalizedText {
    switch number {
    case ENOSPC, EDQUOT: LocalizedText(zh: "磁碟空間已滿", en: "no space is left on the device")
    case EACCES, EPERM: LocalizedText(zh: "沒有權限", en: "permission denied")
    case EROFS: LocalizedText(zh: "檔案系統是唯讀的", en: "the file system is read-only")
    case EBADF: LocalizedText(zh: "它沒有開啟", en: "it is not open")
    case EIO: LocalizedText(zh: "裝置讀寫錯誤", en: "the device reports an input/output error")
    case EISDIR: LocalizedText(zh: "這是資料夾", en: "it is a folder")
    case ENOTDIR: LocalizedText(zh: "路徑中有一段不是資料夾", en: "part of the path is not a folder")
    case ENOENT: LocalizedText(zh: "檔案或資料夾已不存在", en: "the file or folder no longer exists")
    case ENAMETOOLONG:
      LocalizedText(zh: "路徑太長，請移到較淺的資料夾或改用較短的名稱", en: "its path is too long; move it up or shorten the names")
    case ELOOP: LocalizedText(zh: "符號連結繞成一圈", en: "symbolic links lead in a circle")
    case EMFILE, ENFILE: LocalizedText(zh: "同時開啟的檔案太多", en: "too many files are open")
    case ENOMEM: LocalizedText(zh: "記憶體不足", en: "out of memory")
    case EFBIG: LocalizedText(zh: "超過檔案大小的上限", en: "the limit on the size of files is reached")
    case EBUSY, ETXTBSY: LocalizedText(zh: "檔案正由其他程式使用", en: "another program is using it")
    case ENXIO, ENODEV: LocalizedText(zh: "沒有這個裝置", en: "there is no such device")
    case EINVAL: LocalizedText(zh: "這個檔案不能這樣使用", en: "it cannot be used like that")
    default: LocalizedText(zh: "系統錯誤代碼 \(number)", en: "\(String(cString: strerror(number)))")
    }
  }
}
