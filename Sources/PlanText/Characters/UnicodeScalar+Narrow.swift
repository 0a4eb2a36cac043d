extension Unicode.Scalar {
  /// Full-width ASCII as ASCII; every dash as a hyphen; what only looks like a common character as that.
  public var narrow: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2E80...0x2FD5, 0xF900...0xFAD9, 0x3127: LookAlike.meant(by: self) ?? self
    default: self
    }
  }
}
