import PlanText

/// 現職: what the name of a post says of the unit that its holder leads or belongs to.
package struct Post {
  /// 行政科 for 行政科科長.
  package private(set) var unit: String?
  /// 人事 for 人事主任 and 督察 for 督察長, who lead 人事室 and 督察室.
  package private(set) var stem: String?
  /// 課 for a bare 課長, who may stand for any 課.
  package private(set) var kinds: Set<String> = []
  /// Whether the post stands for every unit: 各單位主管.
  package private(set) var coversAll = false

  package init(_ name: String) {
    var text = NameKey(name).text
    if let own = Self.ownAgency.first(where: text.begins), text.count > own.count { text.removeFirst(own.count) }
    if text.isEmpty { return }
    var end = text.startIndex
    while end < text.endIndex {
      let last = text.unicodeScalars[end]
      end = text.index(after: end)
      guard Self.kindEndings.contains(last) else { continue }
      let prefix = String(text[..<end])
      guard let kind = Self.kind(of: prefix), Self.isTitle(text[end...]) else { continue }
      let bare = prefix.drop { "各副本該".contains($0) }
      if CollectiveUnits.genericKinds.contains(String(bare)) {
        kinds = Set([String(bare), kind].filter { CollectiveUnits.genericKinds.contains($0) })
        // 各科室主管: both kinds.
        if bare.count > 1, bare.allSatisfy({ CollectiveUnits.genericKinds.contains(String($0)) }) {
          kinds = Set(bare.map { String($0) })
        }
        coversAll = bare == "單位"
      } else if prefix.first == "各" || prefix.hasSuffix("單位") {
        coversAll = true
      } else {
        unit = prefix
      }
      return
    }
    if text.first == "各" || text.contains("主管") {
      coversAll = true
    } else if text == "主任" || text == "副主任" {
      kinds = ["室", "中心"]
    } else {
      let stem = Self.withoutTitle(text)
      if stem.count >= 2 { self.stem = stem }
    }
  }

  /// The name of a unit without its kind: 人事 for 人事室.
  package static func stem(of unit: String) -> String? {
    guard let kind = kind(of: unit), unit.count >= kind.count + 2 else { return nil }
    return String(unit.dropLast(kind.count))
  }

  /// The word at the end of a unit's name that says what kind of unit it is, or the parenthesis of a sub-section.
  private static func kind(of unit: String) -> String? {
    if unit.ends(with: "中心") { return "中心" }
    if unit.ends(with: "單位") { return "單位" }
    if unit.ends(with: ")"), unit.has("(") { return ")" }
    return unit.last.flatMap { "科室課組股處所隊局會廠站".contains($0) ? String($0) : nil }
  }

  /// With what the word ends that says what kind of unit it is.
  private static let kindEndings: ScalarSet = "科室課組股處所隊局會廠站心位)"

  /// Whether the rest of a post is a title, or nothing.
  private static func isTitle(_ rest: Substring) -> Bool {
    var rest = rest
    for prefix in ["代理", "副", "代"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    return rest.isEmpty || titles.contains(String(rest))
  }

  private static func withoutTitle(_ post: String) -> String {
    for title in ["主任", "管理員", "助理員", "長", "員", "官"] where post.hasSuffix(title) {
      return String(post.dropLast(title.count))
    }
    return post
  }

  /// The agency itself in front of a unit: 本分局秘書室主任.
  private static let ownAgency = ["本分局", "本總隊", "本大隊", "本局", "本所", "本處", "本隊", "本府", "本會"]

  /// Titles of posts in local government and the police, from the agencies' tables of posts (編制表).
  private static let titles: Set<String> = [
    "長", "科長", "室長", "課長", "組長", "股長", "處長", "所長", "隊長", "分隊長", "小隊長", "中隊長", "大隊長", "總隊長", "局長", "分局長", "執行長", "廠長",
    "站長",
    "主任", "秘書", "主任秘書", "專門委員", "專員", "視察", "督察", "督察員", "督察長", "股員", "科員", "課員", "組員", "隊員", "辦事員", "書記", "助理員", "助理",
    "管理員", "技正",
    "技士", "技佐", "警監", "警務正", "警務員", "警務佐", "警員", "巡官", "巡佐", "偵查員", "偵查佐", "偵查正", "調查員", "組主任", "主管", "承辦人", "承辦人員",
    "業務承辦人", "代表",
    "同仁", "研考", "人員",
  ]
}
