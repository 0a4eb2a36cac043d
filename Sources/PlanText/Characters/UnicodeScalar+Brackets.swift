extension Unicode.Scalar {
  /// The bracket that closes what this one opens: ） of （; nil for every other scalar. Quotation marks are none.
  package var closingBracket: Unicode.Scalar? {
    switch self {
    case "（": "）"
    case "(": ")"
    case "【": "】"
    case "〔": "〕"
    case "［": "］"
    case "[": "]"
    default: nil
    }
  }
}
